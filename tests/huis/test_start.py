"""What `make start` says when it cannot, and what it prepares."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import gemeen, omgeving, onderdelen, server, start, systeem


def test_poort__zonder_instelling__5000() -> None:
    assert start.gekozen_poort({}) == 5000


@pytest.mark.parametrize("tekst", ["nul", "0", "65536", "-1"])
def test_poort__onzin__een_zin(tekst: str) -> None:
    with pytest.raises(gemeen.Onmogelijk, match="OVERLEG_PORT must be a number"):
        start.gekozen_poort({"OVERLEG_PORT": tekst})


def test_poort__bezet__zegt_wat_te_doen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = bezet.getsockname()[1]
        with pytest.raises(gemeen.Onmogelijk, match=f"Port {poort}.*OVERLEG_PORT=.* make start"):
            start.eis_vrije_poort(poort)


def test_poort__vrij__mag() -> None:
    with socket.create_server(("127.0.0.1", 0)) as even:
        poort = even.getsockname()[1]
    start.eis_vrije_poort(poort)


def test_sleutel__blijft_dezelfde_en_is_alleen_voor_de_eigenaar(tmp_path: Path) -> None:
    sleutel = start.eigen_sleutel(tmp_path / "var")
    assert len(sleutel) >= 64
    assert start.eigen_sleutel(tmp_path / "var") == sleutel
    assert stat.S_IMODE((tmp_path / "var" / "geheim.sleutel").stat().st_mode) == 0o600


def test_instellingen__wat_gezet_is_blijft() -> None:
    gezet = {"OVERLEG_DEMO": "0", "OVERLEG_SECRET_KEY": "s" * 40, "OVERLEG_BASIS_URL": "http://127.0.0.1:1"}
    uitkomst = start.instellingen(gezet, 5000)
    assert {naam: uitkomst[naam] for naam in gezet} == gezet


def test_accounts__als_leesbare_tabel() -> None:
    regels = server.tabel([["v@x.example", "geheim", "voorzitter", "ZVH", "TOTP"]]).splitlines()
    assert regels[0].split() == ["e-mail", "password", "rol", "organisatie"]
    assert regels[2] == "v@x.example  geheim    voorzitter  ZVH"


def test_onmogelijk__een_zin_en_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    def mislukt() -> int:
        raise gemeen.Onmogelijk("Install it first.")

    with pytest.raises(SystemExit) as einde:
        gemeen.voer_uit(mislukt)
    assert einde.value.code == 1
    assert capsys.readouterr().err == "Install it first.\n"


def test_python_te_oud__een_zin(tmp_path: Path) -> None:
    bron = (gemeen.WORTEL / "scripts" / "__init__.py").read_text(encoding="utf-8")
    proef = tmp_path / "proef.py"
    proef.write_text(
        bron.replace("import sys\n", "import sys\nsys.version_info = (3, 9, 2)\n"), encoding="utf-8"
    )
    klaar = subprocess.run([sys.executable, str(proef)], capture_output=True, text=True, check=False)
    assert klaar.returncode == 1
    assert "Python 3.11 or newer is needed and this is 3.9" in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_venv_module_ontbreekt__een_zin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(omgeving, "VENV_PYTHON", tmp_path / "is-er-niet")
    monkeypatch.setattr(omgeving, "kan_venv_maken", lambda: False)
    with pytest.raises(gemeen.Onmogelijk, match="apt install python3-venv"):
        omgeving.maak_venv()


def faal_met(uitvoer: str) -> Callable[[list[str]], subprocess.CompletedProcess[str]]:
    """Return a stand-in for `stil` whose command fails with this output."""
    return lambda regel: subprocess.CompletedProcess(regel, 1, stdout="", stderr=uitvoer)


def test_pip__geen_netwerk__een_zin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        omgeving, "stil", faal_met("WARNING: Retrying\nERROR: No matching distribution found for x\n")
    )
    with pytest.raises(gemeen.Onmogelijk, match=r"check the network.*No matching distribution"):
        omgeving.pip_install("requirements.txt")


def test_pip__hash_klopt_niet__een_zin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        omgeving, "stil", faal_met("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM ...\n")
    )
    with pytest.raises(gemeen.Onmogelijk, match="does not match its hash"):
        omgeving.pip_install("requirements.txt")


def test_npm__geen_netwerk__een_zin(monkeypatch: pytest.MonkeyPatch) -> None:
    uitvoer = "npm error code ECONNREFUSED\nnpm error syscall connect\nnpm error request to host failed\n"
    monkeypatch.setattr(onderdelen, "stil", faal_met(uitvoer))
    monkeypatch.setattr(onderdelen, "npm", lambda: ["npm"])
    with pytest.raises(gemeen.Onmogelijk, match=r"check the network.*request to host failed"):
        onderdelen.haal_op()


def test_programma_ontbreekt__niet_root__zegt_wat_te_installeren(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    ontbreekt = systeem.Programma("drawing", "een-pakket", lambda: False)
    with pytest.raises(gemeen.Onmogelijk, match="apt install een-pakket"):
        systeem.zorg_voor_programmas((ontbreekt,))


def test_lichtere_browser__te_krijgen__wordt_gehaald_en_anders_gaat_het_zonder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gevraagd: list[list[str]] = []
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda naam: "/usr/bin/apt-get" if "apt" in naam else None)
    monkeypatch.setattr(systeem, "apt_install", gevraagd.append)
    systeem.zorg_voor_programmas((systeem.Programma("drawing", "zwaar", lambda: True, "licht"),))
    assert gevraagd == [["licht"]]
