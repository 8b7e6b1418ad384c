"""Members and partners of a tafel as a sheet: fetch it, hand it in, see what changes, confirm.

The file itself is kept nowhere: its rows travel along in the page, and are judged again.
"""

from collections.abc import Sequence

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from forms.beheer.ledenblad import (
    VEROUDERD,
    Ledenbladrij,
    NeemLedenbladOverFormulier,
    lees_lid,
    lees_partner,
)
from forms.bestand import KiesWerkbladFormulier
from models import Overlegtafel
from models.waarden import Linksoort
from overleg.basis.database import sessie, zonder_schrijfslot
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.beheer.handelingen.ledenblad import Uitnodiging, neem_ledenblad_over
from overleg.beheer.opvragen import ledenstand
from overleg.beheer.regels.ledenblad import Uitkomst, Voorstel, beoordeel_blad
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.links import geldig
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.inleveren import lees_ingeleverd
from overleg.verslag.routes.blauwdruk import blauwdruk
from overleg.verslag.routes.documenten import als_bestand
from overleg.verslag.tabellen.leden import LEDEN, PARTNERS, leden_werkboek, lees_ledenblad
from overleg.verslag.tabellen.schrijven import als_xlsx

GEWIJZIGD = 409
NIETS = "In dit werkblad staat niets. Zet elke persoon op een eigen rij, bewaar het en kies het opnieuw."


@blauwdruk.get("/beheer/tafels/<uuid:tafel>/werkblad.xlsx")
@vereist(Recht.BEHEER)
def ledenblad_xlsx(tafel: Overlegtafel) -> ResponseReturnValue:
    """Give the sheet with who sits at the tafel now."""
    boek = leden_werkboek(tafel.naam, tafel.code, ledenstand(sessie(), huidige_vrager(), tafel))
    noteer_blik(huidige_vrager(), Soort.LEDENBLAD_GEDOWNLOAD, tafel, altijd=True)
    return als_bestand(f"leden-{tafel.code}", als_xlsx(boek, nu()), "xlsx")


@blauwdruk.get("/beheer/tafels/<uuid:tafel>/werkblad")
@vereist(Recht.BEHEER)
def ledenblad(tafel: Overlegtafel) -> ResponseReturnValue:
    """Show how it works, and ask for the file."""
    return toon("verslag/ledenblad.html", tafel=tafel, form=KiesWerkbladFormulier())


@blauwdruk.post("/beheer/tafels/<uuid:tafel>/werkblad")
@vereist(Recht.BEHEER)
def ledenblad_bekijken(tafel: Overlegtafel) -> ResponseReturnValue:
    """Show what the sheet would do, row by row; nothing is done yet."""
    form = KiesWerkbladFormulier()
    with zonder_schrijfslot():
        rijen = lees_ingeleverd(form, lees_ledenblad, meeste="rijen_ledenblad", niets=NIETS)
        if form.foutenlijst:
            return toon("verslag/ledenblad.html", status=form.status, tafel=tafel, form=form)
        return _toon_voorstel(tafel, rijen)


@blauwdruk.post("/beheer/tafels/<uuid:tafel>/werkblad/inleveren")
@vereist(Recht.BEHEER)
def ledenblad_inleveren(tafel: Overlegtafel) -> ResponseReturnValue:
    """Do what was shown; when it would be something else by now, show that."""
    form = NeemLedenbladOverFormulier()
    if not form.validate_on_submit():
        opnieuw = KiesWerkbladFormulier(formdata=None)
        opnieuw.voeg_fouten_toe([VEROUDERD])
        return toon("verslag/ledenblad.html", status=ONJUIST, tafel=tafel, form=opnieuw)
    rijen = form.als_invoer()
    voorstel = _voorstel(tafel, rijen)
    try:
        uitnodigingen = neem_ledenblad_over(
            sessie(), huidige_vrager(), tafel, voorstel, gezien=form.gezien.data or ""
        )
    except Geweigerd as fout:
        with zonder_schrijfslot():
            return _toon_voorstel(tafel, rijen, fout.oordeel.zinnen, ONJUIST)
    except Botsing as fout:
        with zonder_schrijfslot():
            return _toon_voorstel(tafel, rijen, [fout.zin], GEWIJZIGD)
    return _klaar(tafel, voorstel, uitnodigingen)


def _voorstel(tafel: Overlegtafel, rijen: Sequence[Ledenbladrij]) -> Voorstel:
    leden = [lees_lid(rij) for blad, rij in rijen if blad == LEDEN]
    partners = [lees_partner(rij) for blad, rij in rijen if blad == PARTNERS]
    return beoordeel_blad(leden, partners, ledenstand(sessie(), huidige_vrager(), tafel))


def _toon_voorstel(
    tafel: Overlegtafel, rijen: Sequence[Ledenbladrij], fouten: Sequence[str] = (), status: int = 200
) -> ResponseReturnValue:
    voorstel = _voorstel(tafel, rijen)
    form = NeemLedenbladOverFormulier.voor(rijen, voorstel.afdruk)
    form.voeg_fouten_toe(fouten or voorstel.mag.zinnen)
    return toon(
        "verslag/ledenblad_voorstel.html",
        status=status if voorstel.mag else ONJUIST,
        tafel=tafel,
        voorstel=voorstel,
        form=form,
        Uitkomst=Uitkomst,
    )


def _klaar(
    tafel: Overlegtafel, voorstel: Voorstel, uitnodigingen: Sequence[Uitnodiging]
) -> ResponseReturnValue:
    """Say what was done; links that were not mailed are shown, this once."""
    gedaan = _gedaan(voorstel)
    if any(uitnodiging.link for uitnodiging in uitnodigingen):
        dagen = geldig(Linksoort.UITNODIGING).days
        return toon(
            "verslag/ledenblad_klaar.html",
            tafel=tafel,
            gedaan=gedaan,
            uitnodigingen=uitnodigingen,
            dagen=dagen,
        )
    mail = " Wie een nieuw account heeft, krijgt een uitnodiging per mail." if uitnodigingen else ""
    flash(f"{gedaan}{mail}", "success")
    return ga_naar(url_for("beheer.lidmaatschap_lijst", tafel=tafel.id))


def _gedaan(voorstel: Voorstel) -> str:
    tellingen = (
        (len(voorstel.leden_met(Uitkomst.NIEUW)), "nieuwe plaats", "nieuwe plaatsen"),
        (len(voorstel.leden_met(Uitkomst.GEWIJZIGD)), "gewijzigde plaats", "gewijzigde plaatsen"),
        (len(voorstel.partners_met(Uitkomst.NIEUW)), "nieuwe partner", "nieuwe partners"),
        (len(voorstel.partners_met(Uitkomst.GEWIJZIGD)), "gewijzigde partner", "gewijzigde partners"),
    )
    delen = [f"{aantal} {enkel if aantal == 1 else meer}" for aantal, enkel, meer in tellingen if aantal]
    return f"Overgenomen: {', '.join(delen)}."
