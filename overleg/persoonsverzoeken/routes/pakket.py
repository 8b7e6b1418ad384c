"""The inzagepakket of a request: composing, part by part, letting go, the Word file."""

from flask import abort, flash, url_for
from flask.typing import ResponseReturnValue

from forms.persoonsverzoeken import DeelFormulier
from models import Inzagedeel, Persoonsverzoek
from models.waarden_verzoeken import Deelkeuze
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.basis.schil import ga_naar, toon
from overleg.logboek.schrijven import noteer_blik, schrijf_apart
from overleg.logboek.soorten import Soort
from overleg.persoonsverzoeken.handelingen.pakket import afdruk, bewaar_deel, geef_vrij, stel_samen
from overleg.persoonsverzoeken.opvragen.verzoek import deel_van, pakket_van, volgend_open_deel
from overleg.persoonsverzoeken.routes.basis import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.opvragen.huisstijl import sjabloon_van_tafel
from overleg.verslag.routes.documenten import als_bestand
from overleg.verslag.word.inzage import inzage_docx

PAD = "/persoonsverzoeken/<uuid:persoonsverzoek>/pakket"


def _hier(persoonsverzoek: Persoonsverzoek) -> str:
    return url_for("persoonsverzoeken.verzoek", persoonsverzoek=persoonsverzoek.id, _anchor="pakket")


@blauwdruk.post(PAD)
@vereist(Recht.PERSOONSVERZOEK_ZIEN)
def samenstellen(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """Fill the package with what the casus holds now."""
    stel_samen(sessie(), huidige_vrager(), persoonsverzoek)
    flash("Het pakket is gevuld. Bekijk elk deel en kies wat de betrokkene mag lezen.", "success")
    return ga_naar(_hier(persoonsverzoek))


@blauwdruk.route(f"{PAD}/<int:nummer>", methods=["GET", "POST"])
@vereist(Recht.PERSOONSVERZOEK_ZIEN)
def deel(persoonsverzoek: Persoonsverzoek, nummer: int) -> ResponseReturnValue:
    """Show one part beside what is proposed; keep the choice and go to the next that waits."""
    gevonden = deel_van(persoonsverzoek, nummer)
    if gevonden is None:
        abort(404)
    form = DeelFormulier(data=_begin(gevonden))
    if form.validate_on_submit():
        try:
            bewaar_deel(sessie(), huidige_vrager(), persoonsverzoek, gevonden, form.als_invoer())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            volgende = volgend_open_deel(persoonsverzoek, nummer)
            if volgende is None:
                return ga_naar(_hier(persoonsverzoek))
            return ga_naar(
                url_for("persoonsverzoeken.deel", persoonsverzoek=persoonsverzoek.id, nummer=volgende)
            )
    if not form.is_submitted():
        noteer_blik(huidige_vrager(), Soort.PERSOONSVERZOEK_BEKEKEN, persoonsverzoek)
    return toon(
        "persoonsverzoeken/deel.html",
        status=form.status,
        verzoek=persoonsverzoek,
        deel=gevonden,
        form=form,
    )


def _begin(gevonden: Inzagedeel) -> dict[str, object]:
    keuze = None if gevonden.keuze is Deelkeuze.OPEN else gevonden.keuze
    return {"keuze": keuze, "tekst": gevonden.tekst, "reden": gevonden.reden}


@blauwdruk.post(f"{PAD}/vrijgeven")
@vereist(Recht.PERSOONSVERZOEK_ZIEN)
def vrijgeven(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """The second person lets the package go."""
    geef_vrij(sessie(), huidige_vrager(), persoonsverzoek)
    flash("Het pakket is gecontroleerd en mag naar de betrokkene.", "success")
    return ga_naar(_hier(persoonsverzoek))


@blauwdruk.get("/persoonsverzoeken/<uuid:persoonsverzoek>/inzage.docx")
@vereist(Recht.PERSOONSVERZOEK_ZIEN)
def inzage(persoonsverzoek: Persoonsverzoek) -> ResponseReturnValue:
    """Give the package as a Word file, once a second person let it go."""
    if persoonsverzoek.gecontroleerd_op is None:
        raise Geweigerd(nee("Dit pakket is nog niet door een tweede persoon gecontroleerd."))
    bestand = inzage_docx(
        pakket_van(persoonsverzoek), nu(), sjabloon_van_tafel(sessie(), persoonsverzoek.casus.tafel_id)
    )
    schrijf_apart(
        huidige_vrager(),
        Soort.INZAGEPAKKET_GEDOWNLOAD,
        persoonsverzoek,
        inhoud_hash=afdruk(persoonsverzoek),
    )
    return als_bestand(f"inzage-{persoonsverzoek.casus.kenmerk}", bestand)
