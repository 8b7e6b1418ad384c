"""Routes: acute danger; nothing here waits for a melding or a complete form."""

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from forms.instroom.begin import LegSpoedVastFormulier, SpoedFormulier, spoed_veld, versie_veld
from models import Casus
from models.waarden import SpoedSoort
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing
from overleg.basis.klok import nu
from overleg.basis.schil import ga_naar, toon
from overleg.basis.weergave import tijd
from overleg.instroom.handelingen.spoed import leg_spoed_vast, meld_acuut_voorbij
from overleg.instroom.opvragen.blad import dienstnummers, laad, maatregelen_van
from overleg.instroom.regels.spoed import mag_voorbij
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BOTSING = 409
VELDEN = [(soort, spoed_veld(soort), versie_veld(soort)) for soort in SpoedSoort]


@blauwdruk.route("/casussen/<uuid:casus>/spoed", methods=["GET", "POST"])
@vereist(Recht.SPOED_VASTLEGGEN)
def spoed(casus: Casus) -> ResponseReturnValue:
    """Show whom to call and what to settle; save what was settled."""
    casus = laad(sessie(), huidige_vrager(), casus)
    form = LegSpoedVastFormulier(data=_gegevens(casus))
    if request.method == "GET":
        noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, casus)
        return _blad(casus, form)
    if not form.validate():
        return _blad(casus, form, status=form.status)
    try:
        leg_spoed_vast(sessie(), huidige_vrager(), casus, form.als_invoer())
    except Botsing as fout:
        form.voeg_fouten_toe([fout.zin])
        return _blad(casus, form, status=BOTSING)
    flash(f"Spoedafspraken bewaard om {tijd(nu())}.", "success")
    return ga_naar(url_for("instroom.spoed", casus=casus.id))


@blauwdruk.post("/casussen/<uuid:casus>/spoed/voorbij")
@vereist(Recht.SPOED_BEEINDIGEN)
def spoed_voorbij(casus: Casus) -> ResponseReturnValue:
    """Record that the danger is no longer acute."""
    meld_acuut_voorbij(sessie(), huidige_vrager(), casus)
    flash("Vastgelegd dat het acute gevaar voorbij is. De spoedafspraken blijven staan.", "success")
    return ga_naar(url_for("instroom.casus", casus=casus.id))


def _gegevens(casus: Casus) -> dict[str, object]:
    gegevens: dict[str, object] = {}
    for afspraak in casus.spoedafspraken:
        gegevens[spoed_veld(afspraak.soort)] = afspraak.tekst
        gegevens[versie_veld(afspraak.soort)] = afspraak.versie
    return gegevens


def _blad(casus: Casus, form: SpoedFormulier, *, status: int = 200) -> ResponseReturnValue:
    staat_er = {afspraak.soort: afspraak for afspraak in casus.spoedafspraken}
    if status == BOTSING:
        for soort in SpoedSoort:
            huidig = staat_er.get(soort)
            form.zet_versie(soort, huidig.versie if huidig else None)
    return toon(
        "instroom/spoed.html",
        status=status,
        casus=casus,
        form=form,
        velden=VELDEN,
        staat_er=staat_er,
        botsing=status == BOTSING,
        nummers=dienstnummers(sessie(), huidige_vrager(), casus),
        maatregelen=maatregelen_van(sessie(), huidige_vrager(), casus),
        kan_voorbij=casus.acuut and bool(mag_voorbij(casus.status)),
    )
