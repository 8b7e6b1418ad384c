"""One folder that all workers of a run share, for what is made once: PostgreSQL and filled databases.

Fixture: `testmap`, that folder. It is removed at the end of the run, with the server that lives in it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from xdist.workermanage import WorkerController

from tests.steun import postgresql

MAP = pytest.StashKey[Path]()
LEESBAAR_VOOR_ALLEN = 0o755


def is_werker(config: pytest.Config) -> bool:
    """Whether this process is a worker of pytest-xdist."""
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder in the first process; a worker is told where it is."""
    if is_werker(config):
        config.stash[MAP] = Path(config.workerinput["testmap"])  # type: ignore[attr-defined]
        return
    pad = Path(tempfile.mkdtemp(prefix="overleg-test-"))
    # PostgreSQL may have to run as another user, who must be able to enter.
    pad.chmod(LEESBAAR_VOOR_ALLEN)
    config.stash[MAP] = pad


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: WorkerController) -> None:
    """Tell a worker of pytest-xdist where the shared folder is."""
    node.workerinput["testmap"] = str(node.config.stash[MAP])
    node.workerinput["toezicht"] = os.getpid()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop PostgreSQL and remove the folder, when all workers are done."""
    if not is_werker(config) and MAP in config.stash:
        postgresql.stop(config.stash[MAP])
        shutil.rmtree(config.stash[MAP], ignore_errors=True)


def eenmalig(klaar: Path, maak: Callable[[], None]) -> None:
    """Call `maak` in one worker only, before `klaar` exists; the others wait until it does."""
    with op_slot(klaar.with_suffix(".slot")):
        if not klaar.exists():
            maak()
            klaar.touch()


@contextmanager
def op_slot(bestand: Path) -> Iterator[None]:
    """Hold a lock that all workers of this run respect."""
    with bestand.open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def testmap(pytestconfig: pytest.Config) -> Path:
    """Return the folder that all workers of this run share."""
    return pytestconfig.stash[MAP]


@pytest.fixture(scope="session")
def toezicht(pytestconfig: pytest.Config) -> int:
    """Return the id of the process whose end ends everything."""
    invoer: dict[str, Any] = getattr(pytestconfig, "workerinput", {})
    return int(invoer.get("toezicht", os.getpid()))
