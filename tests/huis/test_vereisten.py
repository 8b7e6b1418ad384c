"""The application starts from requirements.txt alone: nothing that only checking and testing need."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import metadata

from scripts.gemeen import WORTEL

VERGRENDELD = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?==", re.M)
ONS = re.compile(r"[-_.]+")
START = """
import sys
verboden = frozenset(sys.argv[1:])

class Wacht:
    def find_spec(self, naam, pad=None, doel=None):
        if naam.partition(".")[0] in verboden:
            raise ModuleNotFoundError(f"{naam} comes only with requirements-dev.txt", name=naam)

sys.meta_path.insert(0, Wacht())
import gunicorn.workers.ggevent
import gunicorn.app.wsgiapp
import overleg
from overleg.basis.config import Config
overleg.create_app(Config(database_url="sqlite:////nergens/leeg.db", secret_key="x" * 40, testing=True))
"""


def _naam(pakket: str) -> str:
    return ONS.sub("-", pakket).lower()


def alleen_ontwikkeling() -> set[str]:
    """Return the names of modules that no package of requirements.txt brings."""
    tekst = (WORTEL / "requirements.txt").read_text("utf-8")
    nodig = {_naam(naam) for naam in VERGRENDELD.findall(tekst)}
    assert "flask" in nodig
    return {
        module
        for module, pakketten in metadata.packages_distributions().items()
        if not nodig & {_naam(pakket) for pakket in pakketten} and not module.startswith("_")
    }


def test_start__zonder_wat_alleen_ontwikkeling_vraagt() -> None:
    verboden = alleen_ontwikkeling()
    assert {"pytest", "mypy", "playwright"} <= verboden
    uitkomst = subprocess.run(
        [sys.executable, "-c", START, *sorted(verboden)],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stderr[-2000:]
