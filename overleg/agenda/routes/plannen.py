"""Routes: planning one overleg or a series, moving it, calling it off."""

from collections.abc import Sequence
from datetime import date, timedelta

from flask import request, url_for
from flask.typing import ResponseReturnValue

from forms.agenda import PlanOverlegFormulier, WijzigOverlegFormulier
from models import Overleg, Overlegtafel
from models.waarden import OverlegVorm
from overleg.agenda.handelingen.plannen import (
    Overlegplan,
    annuleer_overleg,
    plan_overleggen,
    wijzig_overleg,
)
from overleg.agenda.opvragen.overleggen import bezette_momenten, eerste_vrije_dag, eigen_tafels
from overleg.agenda.regels.reeks import Reeks, data_van_reeks, feestdagen_in, mag_reeks
from overleg.agenda.regels.tijden import als_tijd, in_minuten
from overleg.agenda.routes.basis import blauwdruk, gelukt
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import Oordeel
from overleg.basis.schil import ONJUIST, ga_naar, toon
from overleg.basis.weergave import datum_lang
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

BOTSING = 409


@blauwdruk.route("/overleggen/nieuw", methods=["GET", "POST"])
@vereist(Recht.OVERLEG_PLANNEN)
def nieuw() -> ResponseReturnValue:
    """Plan an overleg, or a series of which the days are shown first."""
    tafels = eigen_tafels(sessie(), huidige_vrager(), leidt=True)
    form = PlanOverlegFormulier(data=_beginwaarden(tafels))
    form.tafel.zet_keuzes([(tafel.id, tafel.naam) for tafel in tafels])
    if not form.is_submitted():
        return toon("agenda/nieuw.html", form=form, tafels=tafels)
    tafel = next((tafel for tafel in tafels if tafel.id == form.tafel.data), None)
    if not _geldig(form) or tafel is None:
        return toon("agenda/nieuw.html", status=ONJUIST, form=form, tafels=tafels)
    if form.herhaling.data and form.getoond.data != form.kenmerk_reeks:
        _toon_dagen(form, tafel, eerste_keer=True)
        return toon("agenda/nieuw.html", form=form, tafels=tafels)
    return _plan(form, tafel, tafels)


def _beginwaarden(tafels: Sequence[Overlegtafel]) -> dict[str, object]:
    """Return what the form starts with: the settings of the tafel in the address, or the first one."""
    gevraagd = request.args.get("tafel", "")
    tafel = next((tafel for tafel in tafels if str(tafel.id) == gevraagd), tafels[0])
    einde = in_minuten(tafel.begintijd) + tafel.duur_minuten
    return {
        "tafel": tafel.id,
        "datum": eerste_vrije_dag(sessie(), tafel, vandaag() + timedelta(days=1)),
        "begin": tafel.begintijd,
        "einde": als_tijd(einde),
        "plaats": tafel.plaats,
        "vorm": OverlegVorm.FYSIEK,
    }


def _reeks(form: PlanOverlegFormulier) -> Reeks | None:
    """Return the series as filled in, when it is one."""
    eerste, ritme, tot = form.datum.data, form.herhaling.data, form.tot_en_met.data
    return Reeks(eerste, ritme, tot) if eerste and ritme and tot else None


def _geldig(form: PlanOverlegFormulier) -> bool:
    """Check the form; the list of days is offered again first, so that what was ticked can be read."""
    reeks = _reeks(form)
    if reeks and mag_reeks(reeks):
        form.overslaan.zet_keuzes([(dag, datum_lang(dag)) for dag in data_van_reeks(reeks)])
    else:
        form.overslaan.onbekend = []
    if form.getoond.data != form.kenmerk_reeks:
        form.overslaan.onbekend = []
    if not form.validate():
        return False
    form.voeg_redenen_toe(mag_reeks(reeks).redenen if reeks else ())
    return not form.foutenlijst


def _toon_dagen(form: PlanOverlegFormulier, tafel: Overlegtafel, *, eerste_keer: bool) -> None:
    reeks = _reeks(form)
    if reeks is None or not mag_reeks(reeks):
        return
    data = data_van_reeks(reeks)
    bezet = {dag for dag, _ in bezette_momenten(sessie(), tafel.id, reeks.eerste)}
    redenen = {dag: "er is al een overleg" for dag in data if dag in bezet} | feestdagen_in(data)
    form.toon_dagen(data, redenen, eerste_keer=eerste_keer)


def _plan(
    form: PlanOverlegFormulier, tafel: Overlegtafel, tafels: Sequence[Overlegtafel]
) -> ResponseReturnValue:
    reeks = _reeks(form)
    data: Sequence[date] = [form.datum.data] if form.datum.data else []
    if reeks:
        overslaan = frozenset(form.overslaan.data)
        data = data_van_reeks(Reeks(reeks.eerste, reeks.ritme, reeks.tot_en_met, overslaan))
    try:
        gepland = plan_overleggen(
            sessie(), huidige_vrager(), tafel, data, _als_plan(form, extra=form.extra.data)
        )
    except Geweigerd as fout:
        _toon_dagen(form, tafel, eerste_keer=False)
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return toon("agenda/nieuw.html", status=ONJUIST, form=form, tafels=tafels)
    if len(gepland) > 1:
        gelukt(f"{len(gepland)} overleggen gepland.")
        return ga_naar(url_for("agenda.overleggen", tafel=tafel.id))
    gelukt(f"Het overleg van {datum_lang(gepland[0].datum)} is gepland. Zet nu de casussen op de agenda.")
    return ga_naar(url_for("agenda.agenda", overleg=gepland[0].id))


def _als_plan(form: PlanOverlegFormulier | WijzigOverlegFormulier, *, extra: bool) -> Overlegplan:
    """Return when, how and where; the fields are checked."""
    begin, einde, vorm = form.begin.data, form.einde.data, form.vorm.data
    if begin is None or einde is None or vorm is None:
        raise Geweigerd(Oordeel())
    return Overlegplan(begin, einde, vorm, form.plaats.data or "", extra)


@blauwdruk.route("/overleggen/<uuid:overleg>/wijzigen", methods=["GET", "POST"])
@vereist(Recht.AGENDA_MAKEN, blik=True)
def wijzigen(overleg: Overleg) -> ResponseReturnValue:
    """Move an overleg, or change how or where it is held."""
    form = WijzigOverlegFormulier(obj=overleg)
    if not form.is_submitted():
        return toon("agenda/wijzigen.html", form=form, overleg=overleg)
    if not form.validate() or not form.datum.data or form.versie.data is None:
        return toon("agenda/wijzigen.html", status=ONJUIST, form=form, overleg=overleg)
    plan = _als_plan(form, extra=overleg.extra)
    try:
        wijzig_overleg(
            sessie(), huidige_vrager(), overleg, plan, datum=form.datum.data, versie=form.versie.data
        )
    except Geweigerd as fout:
        form.voeg_redenen_toe(fout.oordeel.redenen)
        return toon("agenda/wijzigen.html", status=ONJUIST, form=form, overleg=overleg)
    except Botsing as fout:
        form.voeg_fouten_toe([fout.zin])
        form.versie.ruw = str(overleg.versie)
        return toon("agenda/wijzigen.html", status=BOTSING, form=form, overleg=overleg, nu=overleg)
    gelukt("Het overleg is gewijzigd.")
    return ga_naar(url_for("agenda.overleg", overleg=overleg.id))


@blauwdruk.post("/overleggen/<uuid:overleg>/annuleren")
@vereist(Recht.AGENDA_MAKEN)
def annuleren(overleg: Overleg) -> ResponseReturnValue:
    """Call an overleg off."""
    annuleer_overleg(sessie(), huidige_vrager(), overleg)
    gelukt("Het overleg gaat niet door. De casussen kunnen op een andere agenda.")
    return ga_naar(url_for("agenda.overleg", overleg=overleg.id))
