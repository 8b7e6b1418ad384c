"""The head of the chain, kept outside the database: file, syslog, and the commands that use it."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from overleg.basis.config import Config
from overleg.logboek.kop import Kop, OnleesbareKop, bewaar, kop_nu, lees
from overleg.logboek.opdrachten import bewaar_kop
from overleg.logboek.schrijven import schrijf
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.soorten import Soort
from overleg.logboek.zegelen import verzegel
from tests.steun.toepassing import GEHEIM

KOP = Kop(datetime(2026, 11, 25, 0, 0, 3, tzinfo=UTC), 12, "ab" * 32)


@pytest.fixture
def kopbestand(app: Flask, db_sessie: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seal two rows, and let the head be kept in a file."""
    for soort in (Soort.INGELOGD, Soort.UITGELOGD):
        schrijf(db_sessie, None, soort)
    db_sessie.flush()
    verzegel(db_sessie, logboeksleutel(app))
    db_sessie.commit()
    bestand = tmp_path / "kop.txt"
    config = Config(database_url="sqlite://", secret_key=GEHEIM, testing=True, logboek_kop=str(bestand))
    monkeypatch.setitem(app.extensions, "overleg", config)
    return bestand


def test_kop__bestand_groeit_en_is_alleen_voor_de_eigenaar(db_sessie: Session, kopbestand: Path) -> None:
    assert bewaar_kop(db_sessie) == 1
    assert bewaar_kop(db_sessie) == 1
    koppen = lees(kopbestand.read_text())
    laatste = kop_nu(db_sessie)
    assert laatste is not None
    assert [(kop.nummer, kop.zegel) for kop in koppen] == [(2, laatste.zegel)] * 2
    assert kopbestand.stat().st_mode & 0o077 == 0


def test_kop__zonder_instelling_of_zonder_zegel__niets(app: Flask, db_sessie: Session) -> None:
    assert app.extensions["overleg"].logboek_kop == ""
    assert bewaar_kop(db_sessie) == 0
    assert kop_nu(db_sessie) is None


def test_kop__plek_die_er_niet_is__fout(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="kop"):
        bewaar(KOP, str(tmp_path / "weg" / "kop"))


def test_kop__naar_syslog() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ontvanger:
        ontvanger.bind(("127.0.0.1", 0))
        ontvanger.settimeout(5)
        bewaar(KOP, f"syslog://127.0.0.1:{ontvanger.getsockname()[1]}")
        regel = ontvanger.recv(1000).decode().strip("\0")
    assert "actie-overleg logboek:" in regel
    assert lees(regel) == [KOP]


def test_kop__syslog_die_er_niet_is__fout(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        bewaar(KOP, f"syslog://{tmp_path}/log")


@pytest.mark.parametrize("regel", ["onzin", "2026-11-25 twaalf ab", "morgen 12 ab"])
def test_lees__wat_geen_kop_is__genoemd(regel: str) -> None:
    assert lees(f"\n{KOP}\n") == [KOP]
    with pytest.raises(OnleesbareKop, match=regel):
        lees(f"{KOP}\n{regel}")


def test_opdracht__controleer__heel_afgesneden_en_onleesbaar(
    app: Flask, db_sessie: Session, kopbestand: Path
) -> None:
    bewaar_kop(db_sessie)
    db_sessie.commit()
    draai = app.test_cli_runner().invoke
    heel = draai(args=["logboek", "controleer", "--kop", str(kopbestand)])
    assert (heel.exit_code, heel.output) == (0, "Het logboek is heel: 2 regels verzegeld, 0 nog niet.\n")
    assert draai(args=["logboek", "kop"]).output.split()[1:] == kopbestand.read_text().split()[1:]
    kopbestand.write_text(kopbestand.read_text() + f"{KOP}\n")
    weg = draai(args=["logboek", "controleer", "--kop", str(kopbestand)])
    assert weg.exit_code == 1
    assert "zegel 3 en wat daarna kwam ontbreekt: op 25-11-2026 ging de keten tot zegel 12" in weg.output
    kopbestand.write_text("onzin")
    assert draai(args=["logboek", "controleer", "--kop", str(kopbestand)]).exit_code == 1


def test_opdracht__controleer__noemt_de_kapotte_regel(
    app: Flask, db_sessie: Session, kopbestand: Path
) -> None:
    assert not kopbestand.exists()
    sqlite = db_sessie.get_bind().dialect.name == "sqlite"
    zonder = (
        "DROP TRIGGER gebeurtenis_geen_UPDATE" if sqlite else "SET LOCAL session_replication_role = replica"
    )
    db_sessie.execute(text(zonder))
    db_sessie.execute(text("UPDATE gebeurtenis SET rol = 'Beheerder'"))
    db_sessie.commit()
    uitkomst = app.test_cli_runner().invoke(args=["logboek", "controleer"])
    assert uitkomst.exit_code == 1
    assert "bij zegel 1 is gewijzigd" in uitkomst.output
