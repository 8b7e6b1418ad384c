"""The rules of the uitvraag as tables, without a database."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from models.waarden import BetrokkeneRol, CasusStatus, OMUitkomst, OrganisatieSoort
from overleg.uitvraag.regels import (
    VERTROUWENSARTS,
    Bijdrage,
    Grond,
    Partner,
    Persoon,
    is_te_laat,
    leeftijd_op,
    lezers,
    mag_aansluiten,
    mag_gewijzigd,
    mag_ingediend,
    mag_uitvragen,
    passende_gronden,
    redenen_voor_rvdk,
    stel_voor,
    uiterste_dag,
    vraagt_reden,
)

Org = OrganisatieSoort
R = BetrokkeneRol
S = CasusStatus
DAG = date(2026, 11, 24)
OPEN = {S.TOEGELATEN, S.GEAGENDEERD, S.BESPROKEN, S.IN_MONITORING}


@pytest.mark.parametrize(
    ("geboren", "jaar", "leeftijd"),
    [
        (date(2008, 11, 24), None, 18),
        (date(2008, 11, 25), None, 17),
        (None, 2008, 17),
        (None, 2007, 18),
        (None, None, None),
    ],
)
def test_leeftijd__met_dag_of_jaar__de_jongste_die_kan(
    geboren: date | None, jaar: int | None, leeftijd: int | None
) -> None:
    assert leeftijd_op(DAG, geboren, jaar) == leeftijd


@pytest.mark.parametrize(
    ("personen", "aantal"),
    [
        ([Persoon(R.SLACHTOFFER, 30), Persoon(R.PLEGER, 40)], 0),
        ([Persoon(R.KIND, None)], 1),
        ([Persoon(R.SLACHTOFFER, 16)], 1),
        ([Persoon(R.PLEGER, 17)], 1),
        ([Persoon(R.KIND, 9), Persoon(R.PLEGER, 17)], 2),
        ([Persoon(R.SLACHTOFFER, None)], 0),
    ],
)
def test_rvdk__kind_of_minderjarige__met_reden(personen: list[Persoon], aantal: int) -> None:
    assert len(redenen_voor_rvdk(personen)) == aantal


@pytest.mark.parametrize(("letsel", "verwacht"), [(True, True), (False, False), (None, False)])
def test_vertrouwensarts__bij_letsel(letsel: bool | None, verwacht: bool) -> None:
    vt = Partner(uuid4(), "VT", Org.VEILIG_THUIS, vast=True)
    arts = [s for s in stel_voor([vt], [], letsel=letsel) if s.functie]
    assert [bool(s.redenen) for s in arts] == [verwacht]


def _grond(gever: Org | None, ontvanger: Org | None, *, acuut: bool = False) -> Grond:
    return Grond(uuid4(), gever, ontvanger, "", "grond", "", alleen_acuut=acuut)


def test_gronden__precies_voor_algemeen__acuut_achteraan() -> None:
    algemeen, precies, acuut = (
        _grond(None, None),
        _grond(Org.POLITIE, Org.OM),
        _grond(None, None, acuut=True),
    )
    alle = [acuut, algemeen, precies, _grond(Org.OM, Org.POLITIE)]
    assert passende_gronden(alle, Org.POLITIE, Org.OM, acuut=False) == [precies, algemeen]
    assert passende_gronden(alle, Org.POLITIE, Org.OM, acuut=True) == [precies, algemeen, acuut]


@pytest.mark.parametrize("status", list(S))
def test_uitvragen__alleen_na_toelaten_en_voor_sluiten(status: S) -> None:
    oordeel = mag_uitvragen(status)
    assert bool(oordeel) == (status in OPEN)
    assert bool(oordeel) or all(oordeel.zinnen)


@pytest.mark.parametrize("status", list(S))
def test_wijzigen__ingediend_alleen_voor_de_bespreking(status: S) -> None:
    assert bool(mag_gewijzigd(status, ingediend=True)) == (status in {S.TOEGELATEN, S.GEAGENDEERD})
    assert bool(mag_gewijzigd(status, ingediend=False)) == (status in OPEN)


VOL = Bijdrage(bekend=True, feiten="f", doel="d", noodzakelijk=True, delen=((UUID(int=1), UUID(int=2)),))


@pytest.mark.parametrize(
    ("invoer", "waar"),
    [
        (VOL, None),
        (Bijdrage(bekend=False), None),
        (Bijdrage(bekend=None), "bekend"),
        (Bijdrage(bekend=False, oordeel="x"), "bekend"),
        (replace(VOL, feiten=""), "feiten"),
        (replace(VOL, feiten="", oordeel="alleen oordeel"), None),
        (replace(VOL, doel=""), "doel"),
        (replace(VOL, noodzakelijk=False), "noodzakelijk"),
        (replace(VOL, delen=()), "achtergehouden"),
        (replace(VOL, delen=(), achtergehouden=True, achtergehouden_reden="r"), None),
        (replace(VOL, achtergehouden=True), "achtergehouden_reden"),
        (Bijdrage(bekend=True, achtergehouden=True, achtergehouden_reden="r"), None),
        (Bijdrage(bekend=False, achtergehouden=True, achtergehouden_reden="r"), None),
        (replace(VOL, feiten="", artikel_9=True, achtergehouden=True, achtergehouden_reden="r"), "feiten"),
    ],
)
def test_indienen__compleet_of_met_reden_bij_het_veld(invoer: Bijdrage, waar: str | None) -> None:
    oordeel = mag_ingediend(invoer)
    assert [r.waar for r in oordeel.redenen] == ([] if waar is None else [waar])


G, OM, VT = UUID(int=1), UUID(int=2), UUID(int=3)


@pytest.mark.parametrize(
    ("ingediend", "artikel_9", "uitkomst", "verwacht"),
    [
        (False, False, None, {G}),
        (True, False, None, {G, OM, VT}),
        (True, True, None, {G, OM}),
        (True, True, OMUitkomst.NIET_AKKOORD, {G, OM}),
        (True, True, OMUitkomst.AKKOORD, {G, OM, VT}),
        (False, True, OMUitkomst.AKKOORD, {G}),
    ],
)
def test_lezers(
    ingediend: bool,
    artikel_9: bool,
    uitkomst: OMUitkomst | None,
    verwacht: set[UUID],
) -> None:
    ontvangers = [(OM, Org.OM), (VT, Org.VEILIG_THUIS)]
    gezien = lezers(G, ontvangers, ingediend=ingediend, artikel_9=artikel_9, om_uitkomst=uitkomst)
    assert gezien == verwacht


@pytest.mark.parametrize(
    ("partner", "als_gast", "al", "mag"),
    [
        (Partner(G, "a", Org.RVDK, op_verzoek=True), False, False, True),
        (Partner(G, "a", Org.RVDK, op_verzoek=True), False, True, False),
        (Partner(G, "a", Org.OM, vast=True), True, False, False),
        (Partner(G, "a", Org.GEMEENTE), False, False, False),
        (Partner(G, "a", Org.GEMEENTE), True, False, True),
        (None, True, False, False),
    ],
)
def test_aansluiten(partner: Partner | None, als_gast: bool, al: bool, mag: bool) -> None:
    oordeel = mag_aansluiten(partner, als_gast=als_gast, sluit_al_aan=al, status=S.TOEGELATEN)
    assert bool(oordeel) == mag
    assert not mag_aansluiten(partner, als_gast=als_gast, sluit_al_aan=al, status=S.GESLOTEN)


@pytest.mark.parametrize(
    ("dag", "beantwoord", "te_laat"),
    [(date(2026, 11, 23), False, True), (DAG, False, False), (date(2026, 11, 23), True, False)],
)
def test_te_laat(dag: date, beantwoord: bool, te_laat: bool) -> None:
    assert is_te_laat(dag, beantwoord=beantwoord, vandaag=DAG) is te_laat


@pytest.mark.parametrize(
    ("vandaag", "overleg", "uiterlijk"),
    [
        ("2026-11-24", "2026-12-01", "2026-11-30"),
        ("2026-11-24", "2026-11-30", "2026-11-27"),
        ("2026-11-24", "2026-11-25", "2026-11-24"),
        ("2026-11-29", "2026-11-30", "2026-11-29"),
        ("2026-11-24", None, "2026-11-27"),
    ],
)
def test_uiterste_dag__werkdag_voor_het_overleg(vandaag: str, overleg: str | None, uiterlijk: str) -> None:
    dag = date.fromisoformat(overleg) if overleg else None
    assert uiterste_dag(date.fromisoformat(vandaag), dag) == date.fromisoformat(uiterlijk)


@pytest.mark.parametrize(
    ("partner", "functie", "verwacht"),
    [
        (Partner(G, "a", Org.POLITIE, vast=True), "", False),
        (Partner(G, "a", Org.RECLASSERING, op_verzoek=True), "", True),
        (Partner(G, "a", Org.GEMEENTE), "", True),
        (Partner(G, "a", Org.VEILIG_THUIS, vast=True), VERTROUWENSARTS, True),
    ],
)
def test_reden__alleen_bij_wie_niet_vast_meedoet(partner: Partner, functie: str, verwacht: bool) -> None:
    assert vraagt_reden(partner, functie) is verwacht
