"""Texts about people are sealed: what opens them, what does not, and that none gets in without."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import StatementError

from models import Basis, Casus, Sleutel, Tekstveld, Tekstversie
from models.basis import Vertrouwelijk
from models.sleutels import ZONDER_CASUS, onderwerp
from models.versleuteling import (
    Deeltekst,
    Gemerkt,
    Kast,
    MetGaten,
    Onleesbaar,
    SleutelWeg,
    kast_van,
    sleutels_mogen_missen,
)
from models.waarden import BetrokkeneRol, CasusStatus, OrganisatieSoort, Veld
from overleg import create_app
from overleg.basis.config import Config, FouteInstelling
from overleg.basis.hoofdsleutel import NAAM, uit_map
from tests.steun.fabriek import Fabriek
from tests.steun.toepassing import GEHEIM, HOOFDSLEUTEL, los

SLEUTEL = bytes(range(32))
PLEK = "casus.concrete_vraag"
NERGENS = "sqlite:////nergens/leeg.db"
GEHEIME_TEKST = "Zij woont nu aan de Kanariestraat"


def _kast(rijen: dict[str, str], hoofdsleutel: bytes = SLEUTEL) -> Kast:
    return Kast(hoofdsleutel, lambda _wie: rijen.items())


def test_kast__andere_kolom_andere_casus_of_een_teken_anders__gaat_niet_open() -> None:
    a, b, rijen = uuid.uuid4(), uuid.uuid4(), dict[str, str]()
    kast = _kast(rijen)
    rijen |= {wie.hex: kast.nieuw(wie.hex) for wie in (a, b)}
    dicht = kast.verzegel(Gemerkt.voor(a, GEHEIME_TEKST), PLEK)
    assert GEHEIME_TEKST not in dicht
    assert _kast(rijen).open(dicht, PLEK) == GEHEIME_TEKST
    for waarde, plek in (
        (dicht, "casus.grootste_zorg"),
        (dicht.replace(a.hex, b.hex), PLEK),
        (dicht[:-6] + ("AAAA" if dicht[-6:-2] != "AAAA" else "BBBB") + dicht[-2:], PLEK),
        (GEHEIME_TEKST, PLEK),
    ):
        with pytest.raises(Onleesbaar):
            kast.open(waarde, plek)


def test_kast__zonder_sleutel_of_met_een_andere_hoofdsleutel__gaat_niet_open() -> None:
    wie, rijen = uuid.uuid4(), dict[str, str]()
    kast = _kast(rijen)
    rijen[wie.hex] = kast.nieuw(wie.hex)
    dicht = kast.verzegel(Gemerkt.voor(wie, GEHEIME_TEKST), PLEK)
    with pytest.raises(Onleesbaar, match="hoofdsleutel"):
        _kast(rijen, bytes(32)).open(dicht, PLEK)
    rijen.clear()
    kast.vergeet(wie.hex)
    with pytest.raises(Onleesbaar, match="er niet meer"):
        kast.open(dicht, PLEK)


def test_kast__vernietigde_sleutel__vervalt_in_elk_proces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wie, rijen = uuid.uuid4(), dict[str, str]()
    ander = _kast(rijen)
    rijen[wie.hex] = _kast({}).nieuw(wie.hex)
    dicht = ander.verzegel(Gemerkt.voor(wie, GEHEIME_TEKST), PLEK)
    rijen.clear()
    assert ander.open(dicht, PLEK) == GEHEIME_TEKST
    monkeypatch.setattr("models.versleuteling.time.perf_counter", lambda: 1e12)
    with pytest.raises(Onleesbaar):
        ander.open(dicht, PLEK)


def test_deeltekst__stukken_van_meer_casussen__is_samen_de_hele_tekst() -> None:
    a, overleg, rijen = uuid.uuid4(), uuid.uuid4(), dict[str, str]()
    kast = _kast(rijen)
    rijen |= {wie.hex: kast.nieuw(wie.hex) for wie in (a, overleg)}
    tekst = Deeltekst.van([(None, '{"x":'), (None, "["), (a, '"geheim"'), (None, "]}")])
    dicht = kast.verzegel(Gemerkt.voor(overleg, tekst), PLEK)
    assert (len(dicht.split("|")), kast.open(dicht, PLEK)) == (3, '{"x":["geheim"]}')


def test_deeltekst__een_sleutel_weg__alleen_om_opnieuw_te_vernietigen_te_lezen() -> None:
    a, overleg, rijen = uuid.uuid4(), uuid.uuid4(), dict[str, str]()
    kast = _kast({})
    rijen |= {wie.hex: kast.nieuw(wie.hex) for wie in (a, overleg)}
    delen = Deeltekst.van([(None, "["), (a, '"geheim"'), (None, ",1]")])
    dicht = kast.verzegel(Gemerkt.voor(overleg, delen), PLEK)
    alleen = kast.verzegel(Gemerkt.voor(a, GEHEIME_TEKST), PLEK)
    del rijen[a.hex]
    ander = _kast(rijen)
    for waarde in (dicht, alleen):
        with pytest.raises(SleutelWeg):
            ander.open(waarde, PLEK)
    with sleutels_mogen_missen():
        tekst = ander.open(dicht, PLEK)
        assert (tekst, type(tekst)) == (f'[{{"weg":"{a}"}},1]', MetGaten)
        assert ander.open(alleen, PLEK) == ""
        with pytest.raises(Onleesbaar):
            ander.open(dicht.replace("|1:", "|2:", 1), PLEK)
    with pytest.raises(SleutelWeg):
        ander.open(dicht, PLEK)


def test_kolommen__weten_bij_welke_casus_ze_horen() -> None:
    tabellen = [
        tabel
        for tabel in Basis.metadata.sorted_tables
        if any(isinstance(kolom.type, Vertrouwelijk) for kolom in tabel.columns)
    ]
    assert len(tabellen) > 20
    for tabel in tabellen:
        assert select(onderwerp(tabel)) is not None
    assert {"sessie"} == ZONDER_CASUS, "a table of no casus is sealed with the master key: is that right?"


def _casus_met_teksten(fabriek: Fabriek) -> tuple[Casus, Tekstveld]:
    tafel, vt = fabriek.tafel(), fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS)
    mens = fabriek.gebruiker(vt)
    casus = fabriek.casus(tafel, mens, CasusStatus.GEAGENDEERD, concrete_vraag=GEHEIME_TEKST)
    fabriek.betrokkene(casus, BetrokkeneRol.PLEGER, GEHEIME_TEKST, adres=GEHEIME_TEKST)
    bespreking = fabriek.bespreking(fabriek.overleg(tafel, date(2026, 11, 26)), casus)
    veld = Tekstveld(bespreking=bespreking, veld=Veld.GROOTSTE_ZORG, waarde=GEHEIME_TEKST)
    fabriek.sessie.add(veld)
    fabriek.sessie.flush()
    versie = Tekstversie(tekstveld_id=veld.id, versie=1, waarde=GEHEIME_TEKST, door_id=mens.id)
    fabriek.sessie.add(versie)
    fabriek.klaar()
    fabriek.sessie.commit()
    casus_id, veld_id = casus.id, veld.id
    fabriek.sessie.expunge_all()
    return fabriek.sessie.get_one(Casus, casus_id), fabriek.sessie.get_one(Tekstveld, veld_id)


def test_teksten__staan_verzegeld_in_de_database_en_zijn_leesbaar_via_de_modellen(fabriek: Fabriek) -> None:
    casus, veld = _casus_met_teksten(fabriek)
    sessie = fabriek.sessie
    for tabel, kolom in (
        ("casus", "concrete_vraag"),
        ("directbetrokkene", "naam"),
        ("directbetrokkene", "adres"),
        ("tekstveld", "waarde"),
        ("tekstversie", "waarde"),
    ):
        (rauw,) = sessie.execute(text(f"SELECT {kolom} FROM {tabel}")).scalars()  # noqa: S608 names above
        assert rauw.startswith(f"1:{casus.id.hex}:"), (tabel, kolom)
    assert casus.concrete_vraag == casus.betrokkenen[0].adres == veld.versies[0].waarde == GEHEIME_TEKST
    casus.concrete_vraag = "   "
    casus.grootste_zorg = "Nieuw"
    sessie.commit()
    sessie.expire_all()
    assert (casus.concrete_vraag, casus.grootste_zorg) == ("", "Nieuw")


def test_teksten__zonder_de_rij_van_hun_sleutel__zijn_weg(fabriek: Fabriek) -> None:
    casus, _veld = _casus_met_teksten(fabriek)
    sessie = fabriek.sessie
    sessie.execute(delete(Sleutel).where(Sleutel.voor_id == casus.id))
    kast_van(sessie.get_bind().dialect).vergeet(casus.id.hex)
    sessie.commit()
    with pytest.raises(Onleesbaar):
        sessie.refresh(casus)


def test_teksten__opdracht_die_geen_casus_noemt__wordt_geweigerd(fabriek: Fabriek) -> None:
    _casus, veld = _casus_met_teksten(fabriek)
    with pytest.raises(StatementError, match=r"tekstveld\.waarde noemt geen casus"):
        fabriek.sessie.execute(update(Tekstveld).where(Tekstveld.id == veld.id).values(waarde="zo"))


def test_instelling__zonder_goede_hoofdsleutel__start_niet() -> None:
    for sleutel in ("kort", "A" * 45):
        with pytest.raises(FouteInstelling, match="OVERLEG_SLEUTELMAP"):
            Config(database_url=NERGENS, secret_key=GEHEIM, hoofdsleutel=sleutel).hoofdsleutel_bytes  # noqa: B018
    omgeving = {"OVERLEG_SECRET_KEY": GEHEIM, "OVERLEG_HOOFDSLEUTEL": HOOFDSLEUTEL}
    assert len(Config.uit_omgeving(omgeving).hoofdsleutel_bytes) == 32


def test_map_voor_sleutels__eigen_map_maakt_er_een__een_genoemde_map_moet_hem_hebben(tmp_path: Path) -> None:
    eigen = tmp_path / "var" / "sleutels"
    with ThreadPoolExecutor(8) as tegelijk:
        gemaakt = set(tegelijk.map(lambda _n: uit_map(eigen, maak=True), range(8)))
    assert len(gemaakt) == 1
    assert [pad.name for pad in eigen.iterdir()] == [NAAM]
    assert ((eigen / NAAM).stat().st_mode & 0o077, eigen.stat().st_mode & 0o077) == (0, 0)
    assert {uit_map(eigen, maak=False)} == gemaakt
    config = Config(database_url=NERGENS, secret_key=GEHEIM, sleutelmap=str(tmp_path))
    with pytest.raises(FouteInstelling, match="OVERLEG_SLEUTELMAP"):
        config.hoofdsleutel_bytes  # noqa: B018
    assert not (tmp_path / NAAM).exists()


def test_andere_hoofdsleutel__start_niet(fabriek: Fabriek, app: Flask) -> None:
    _casus_met_teksten(fabriek)
    fabriek.sessie.rollback()
    config: Config = app.extensions["overleg"]
    with pytest.raises(FouteInstelling, match="not the one this database was filled with"):
        create_app(replace(config, hoofdsleutel="A" * 43 + "="))
    los(create_app(replace(config, hoofdsleutel=HOOFDSLEUTEL)))
