"""Rules of requests of persons: terms, decisions, packages, and taking out what is about others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.waarden_verzoeken import Deelkeuze, VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.persoonsverzoeken.regels.afschermen import AFGESCHERMD, scherm_af
from overleg.persoonsverzoeken.regels.besluiten import (
    Besluitfeiten,
    Deel,
    deel_klopt,
    mag_behandeld,
    mag_besloten,
    mag_gecontroleerd,
    mag_pakket,
    na_besluit,
)
from overleg.persoonsverzoeken.regels.termijn import maanden_later, mag_verlengd, uiterlijk, verlengd

DAG = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("dag", "maanden", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 25), 3, date(2027, 2, 25)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_maanden_later__ook_in_een_korte_maand(dag: date, maanden: int, later: date) -> None:
    assert maanden_later(dag, maanden) == later


def test_termijn__een_maand_en_met_verlenging_drie() -> None:
    assert (uiterlijk(DAG), verlengd(DAG)) == (date(2026, 2, 28), date(2026, 4, 30))


@pytest.mark.parametrize(
    ("nu_uiterlijk", "vandaag", "reden", "mag"),
    [
        (uiterlijk(DAG), DAG, "Veel stukken.", True),
        (uiterlijk(DAG), uiterlijk(DAG), "Veel stukken.", True),
        (uiterlijk(DAG), DAG, "", False),
        (uiterlijk(DAG), uiterlijk(DAG) + timedelta(days=1), "Veel stukken.", False),
        (verlengd(DAG), DAG, "Veel stukken.", False),
    ],
)
def test_mag_verlengd(nu_uiterlijk: date, vandaag: date, reden: str, mag: bool) -> None:
    assert bool(mag_verlengd(DAG, nu_uiterlijk, vandaag, reden)) is mag


@pytest.mark.parametrize("status", VerzoekStatus)
def test_mag_behandeld__alleen_open(status: VerzoekStatus) -> None:
    assert bool(mag_behandeld(status)) is (status is VerzoekStatus.OPEN)


@pytest.mark.parametrize("besluit", VerzoekBesluit)
@pytest.mark.parametrize("identiteit", ["", "Paspoort gezien."])
@pytest.mark.parametrize("reden", ["", "Gaat ook over een ander."])
def test_mag_besloten__identiteit_altijd_en_reden_bij_nee(
    besluit: VerzoekBesluit, identiteit: str, reden: str
) -> None:
    feiten = Besluitfeiten(VerzoekStatus.OPEN, identiteit, besluit, reden)
    verwacht = bool(identiteit) and (besluit is VerzoekBesluit.TOEGEWEZEN or bool(reden))
    assert bool(mag_besloten(feiten)) is verwacht


@pytest.mark.parametrize("soort", VerzoekSoort)
def test_na_besluit__nee_is_klaar_en_ja_alleen_als_er_niets_te_doen_is(soort: VerzoekSoort) -> None:
    assert na_besluit(soort, VerzoekBesluit.GEWEIGERD) is VerzoekStatus.AFGEROND
    klaar = soort in (VerzoekSoort.VERKLARING, VerzoekSoort.BEPERKING)
    for besluit in (VerzoekBesluit.TOEGEWEZEN, VerzoekBesluit.DEELS):
        assert na_besluit(soort, besluit) is (VerzoekStatus.AFGEROND if klaar else VerzoekStatus.BESLOTEN)


@pytest.mark.parametrize("soort", VerzoekSoort)
@pytest.mark.parametrize("status", VerzoekStatus)
def test_mag_pakket(soort: VerzoekSoort, status: VerzoekStatus) -> None:
    mag = soort is VerzoekSoort.INZAGE and status is VerzoekStatus.BESLOTEN
    assert bool(mag_pakket(soort, status)) is mag


@pytest.mark.parametrize(
    ("deel", "klopt"),
    [
        (Deel(Deelkeuze.OPEN, "a", "a", ""), True),
        (Deel(Deelkeuze.OPNEMEN, "a", "a", ""), True),
        (Deel(Deelkeuze.AFSCHERMEN, "a b", "a", ""), True),
        (Deel(Deelkeuze.AFSCHERMEN, "a b", "a b", ""), False),
        (Deel(Deelkeuze.AFSCHERMEN, "a b", "", ""), False),
        (Deel(Deelkeuze.WEGLATEN, "a", "a", ""), False),
        (Deel(Deelkeuze.WEGLATEN, "a", "a", "Bron moet verborgen blijven."), True),
    ],
)
def test_deel_klopt(deel: Deel, klopt: bool) -> None:
    assert bool(deel_klopt(deel)) is klopt


BEKEKEN, OPEN = Deel(Deelkeuze.OPNEMEN, "a", "a", ""), Deel(Deelkeuze.OPEN, "a", "a", "")


@pytest.mark.parametrize(
    ("delen", "zelf", "al", "mag"),
    [
        ((BEKEKEN,), False, False, True),
        ((BEKEKEN,), True, False, False),
        ((BEKEKEN,), False, True, False),
        ((BEKEKEN, OPEN), False, False, False),
        ((), False, False, False),
    ],
)
def test_mag_gecontroleerd__door_een_ander_en_alles_bekeken(
    delen: tuple[Deel, ...], zelf: bool, al: bool, mag: bool
) -> None:
    assert bool(mag_gecontroleerd(delen, zelf_samengesteld=zelf, al_gecontroleerd=al)) is mag


@pytest.mark.parametrize(
    ("tekst", "anderen", "over"),
    [
        ("Sanne belde Mark.", ["Mark de Wit"], f"Sanne belde {AFGESCHERMD}."),
        ("Sanne de Wit belde.", ["Mark de Wit"], f"Sanne de {AFGESCHERMD} belde."),
        ("Bij José en JOSÉ.", ["Jose Pérez"], f"Bij {AFGESCHERMD} en {AFGESCHERMD}."),
        (
            "Woont Dorpsstraat 12, 3511 AB Utrecht",
            ["Dorpsstraat 12"],
            f"Woont {AFGESCHERMD} Utrecht",
        ),
        ("Bel 06-12345678 of m.wit@voorbeeld.nl", [], f"Bel {AFGESCHERMD} of {AFGESCHERMD}"),
        ("Marktplein", ["Mark"], "Marktplein"),
        ("de van der", ["Jan van der Berg"], "de van der"),
        ("Niets te zien.", [], "Niets te zien."),
    ],
)
def test_scherm_af(tekst: str, anderen: list[str], over: str) -> None:
    assert scherm_af(tekst, anderen) == over


@given(
    naam=st.text(st.characters(categories=["L"]), min_size=2, max_size=20),
    voor=st.text(max_size=40),
    na=st.text(max_size=40),
)
def test_scherm_af__een_naam_blijft_nooit_als_woord_staan(naam: str, voor: str, na: str) -> None:
    if naam.casefold() in AFGESCHERMD:
        return
    uit = scherm_af(f"{voor} {naam} {na}", [naam])
    assert f" {naam} " not in f" {uit} "
