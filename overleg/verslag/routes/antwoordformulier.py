"""The answer to a uitvraag as a Word form: fetching it, and handing it in. The file is kept nowhere."""

from flask.typing import ResponseReturnValue

from forms.inleveren import LeverAntwoordInFormulier
from models import Informatieverzoek
from models.waarden import OrganisatieSoort
from overleg.basis.database import laat_los, sessie, zonder_schrijfslot
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.schil import toon
from overleg.basis.weergave import datum
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import haal_opnieuw, huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.uitvraag.inhoud import Verzoekinhoud, verzoekinhoud
from overleg.uitvraag.regels import is_te_laat, mag_uitvragen
from overleg.uitvraag.routes.verwerken import NOG_NIET_BEWAARD
from overleg.uitvraag.routes.verzoeken import toon_ingevuld
from overleg.verslag.bestanden import GROOTSTE, Onleesbaar
from overleg.verslag.formulieren.antwoord import ANDERE_VRAAG, ANTWOORD, antwoord_inhoud, vul_in
from overleg.verslag.formulieren.openen import open_formulier
from overleg.verslag.formulieren.plaatsen import Geplaatst, niet_tussen_tekst, plaats
from overleg.verslag.formulieren.vorm import Formulierinhoud
from overleg.verslag.noteren import noteer_download
from overleg.verslag.opvragen.huisstijl import sjabloon_van_tafel
from overleg.verslag.routes.blauwdruk import blauwdruk
from overleg.verslag.routes.documenten import als_bestand
from overleg.verslag.word.antwoordformulier import antwoordformulier_docx

GELEZEN = f"Uw formulier is gelezen. {NOG_NIET_BEWAARD}"
GEWIJZIGD = (
    "De vraag of het formulier is gewijzigd sinds u dit ophaalde. Lees na wat er nu wordt gevraagd en over "
    "wie, en pas uw antwoord zo nodig aan."
)
TE_LAAT = "Het antwoord had er op {dag} moeten zijn. Dien het toch in, en zeg het de voorzitter."


@blauwdruk.get("/uitvragen/<uuid:verzoek>/formulier.docx")
@vereist(Recht.VERZOEK_BEANTWOORDEN)
def antwoord_docx(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Give the form of one question, with nothing in it that was answered."""
    mag = mag_uitvragen(verzoek.casus.status)
    if not mag:
        raise Geweigerd(mag)
    inhoud = verzoekinhoud(verzoek)
    bestand = _schrijf(antwoord_inhoud(verzoek.id, inhoud), inhoud, _sjabloon(verzoek))
    noteer_download(huidige_vrager(), Soort.VERZOEK_GEDOWNLOAD, verzoek, {verzoek.casus_id})
    return als_bestand(f"antwoord-{inhoud.kenmerk}", bestand)


@blauwdruk.get("/uitvragen/<uuid:verzoek>/uit-formulier")
@vereist(Recht.VERZOEK_BEANTWOORDEN)
def antwoord_uit_formulier(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Show how it works, and ask for the file."""
    noteer_blik(huidige_vrager(), Soort.VERZOEK_BEKEKEN, verzoek)
    return _blad(verzoek, LeverAntwoordInFormulier())


@blauwdruk.post("/uitvragen/<uuid:verzoek>/uit-formulier")
@vereist(Recht.VERZOEK_BEANTWOORDEN)
def antwoord_inlezen(verzoek: Informatieverzoek) -> ResponseReturnValue:
    """Show the answer as it was filled in, on the form of the screen; nothing is saved yet."""
    form = LeverAntwoordInFormulier()
    if not form.validate_on_submit():
        return _blad(verzoek, form)
    sleutel = verzoek.id
    with zonder_schrijfslot():
        geplaatst = _lees_in(haal_opnieuw(Informatieverzoek, sleutel), form)
        verzoek = haal_opnieuw(Informatieverzoek, sleutel)  # a wall can be put while a file is read
        if geplaatst is None:
            return _blad(verzoek, form)
        gelezen = _gelezen(geplaatst, verzoekinhoud(verzoek))
        return toon_ingevuld(verzoek, lambda leeg: vul_in(leeg, geplaatst), gelezen)


def _lees_in(verzoek: Informatieverzoek, form: LeverAntwoordInFormulier) -> Geplaatst | None:
    """Return what was filled in; None when the file cannot be taken, with the reason at its field."""
    vraag = verzoekinhoud(verzoek)
    papier, sjabloon = antwoord_inhoud(verzoek.id, vraag), _sjabloon(verzoek)
    laat_los()
    try:
        geplaatst = _lees(form.bestand.inhoud(GROOTSTE), papier, _schrijf(papier, vraag, sjabloon))
    except Onleesbaar as fout:
        form.voeg_fouten_toe([fout.zin], form.bestand)
        return None
    form.voeg_fouten_toe([*niet_tussen_tekst(geplaatst.afgeschermd)], form.bestand)
    return None if geplaatst.afgeschermd else geplaatst


def _lees(bestand: bytes, papier: Formulierinhoud, leeg: bytes) -> Geplaatst:
    """Return what was filled in. Raises Onleesbaar for the form of another question, whichever that is."""
    geopend = open_formulier(bestand, ANTWOORD)
    if geopend.van != papier.van:
        raise Onleesbaar(ANDERE_VRAAG)
    return plaats(geopend, papier, open_formulier(leeg, ANTWOORD))


def _sjabloon(verzoek: Informatieverzoek) -> bytes:
    return sjabloon_van_tafel(sessie(), verzoek.casus.tafel_id)


def _schrijf(papier: Formulierinhoud, vraag: Verzoekinhoud, sjabloon: bytes) -> bytes:
    politie = huidige_vrager().organisatie_soort is OrganisatieSoort.POLITIE
    return antwoordformulier_docx(papier, vraag, nu(), sjabloon, politie=politie)


def _gelezen(geplaatst: Geplaatst, vraag: Verzoekinhoud) -> tuple[str, ...]:
    """Return what there is to know about what was read."""
    te_laat = is_te_laat(vraag.uiterlijk, beantwoord=False, vandaag=vandaag())
    return (
        GELEZEN,
        *((GEWIJZIGD,) if geplaatst.oude_versie is not None else ()),
        *((TE_LAAT.format(dag=datum(vraag.uiterlijk)),) if te_laat else ()),
    )


def _blad(verzoek: Informatieverzoek, form: LeverAntwoordInFormulier) -> ResponseReturnValue:
    return toon(
        "verslag/uit_antwoordformulier.html",
        status=form.status,
        form=form,
        verzoek=verzoek,
        kenmerk=verzoek.casus.kenmerk,
    )
