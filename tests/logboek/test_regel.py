"""One line of the logboek: who, for whom, from where, by which rule, about whose data (veiligheid.md §2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus, Gebeurtenis, Gebruiker
from models.waarden import BetrokkeneRol, Bezetting, CasusStatus, OrganisatieSoort, Partnervorm, Rol
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager
from overleg.toegang.rechten import Recht
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def _laatste(db_sessie: Session, soort: Soort) -> Gebeurtenis:
    db_sessie.rollback()
    vraag = select(Gebeurtenis).where(Gebeurtenis.soort == soort.value)
    return db_sessie.scalars(vraag.order_by(Gebeurtenis.tijd.desc()).limit(1)).one()


@pytest.fixture
def casus(fabriek: Fabriek) -> Casus:
    """Return an admitted casus with two people in it."""
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    casus = fabriek.casus(tafel, fabriek.lid(tafel, vt, Rol.VOORZITTER, naam="Vera"), CasusStatus.TOEGELATEN)
    fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Kanarie-slachtoffer")
    fabriek.betrokkene(casus, BetrokkeneRol.PLEGER, "Kanarie-pleger")
    return casus


def test_blik__achtervang__alles_wat_erin_hoort(
    fabriek: Fabriek, casus: Casus, als: Als, db_sessie: Session
) -> None:
    politie = fabriek.partner(casus.tafel, OrganisatieSoort.POLITIE)
    for naam in ("Zoë", "Anton"):
        fabriek.lid(casus.tafel, politie, Rol.DEELNEMER, naam=naam)
    achtervang = fabriek.lid(
        casus.tafel, politie, Rol.DEELNEMER, naam="Achter", bezetting=Bezetting.ACHTERVANG
    )
    client = als(achtervang)
    assert client.get(f"/casussen/{casus.id}", headers={"User-Agent": FIREFOX}).status_code == 200
    regel = _laatste(db_sessie, Soort.CASUS_BEKEKEN)
    assert (regel.gebruiker_naam, regel.organisatie_naam, regel.rol) == ("Achter", politie.naam, "Deelnemer")
    assert regel.namens == "Anton, Zoë"
    assert (regel.ip, regel.apparaat) == ("127.0.0.1", "Firefox op Windows")
    assert regel.regel == "casus_zien: is_binnen, is_vaste_partner, is_niet_teruggetrokken"
    assert regel.betrokkenen == [str(b.id) for b in casus.betrokkenen]
    assert (len(regel.verzoek), len(regel.sessie)) == (16, 64)
    assert (regel.uitkomst, regel.casus_id, regel.tafel_id) == ("gedaan", casus.id, casus.tafel_id)


def test_blik__wie_zelf_vast_zit__namens_niemand(casus: Casus, als: Als, db_sessie: Session) -> None:
    assert (
        als(db_sessie.get_one(Gebruiker, casus.inbrenger_id)).get(f"/casussen/{casus.id}").status_code == 200
    )
    regel = _laatste(db_sessie, Soort.CASUS_BEKEKEN)
    assert (regel.rol, regel.namens) == ("Voorzitter", "")
    assert regel.regel.startswith("casus_zien: is_inbrenger")


def test_rol__die_aan_de_tafel_waar_het_over_gaat(
    fabriek: Fabriek, casus: Casus, als: Als, db_sessie: Session
) -> None:
    reclassering = fabriek.partner(casus.tafel, OrganisatieSoort.RECLASSERING, Partnervorm.VAST)
    lid = fabriek.lid(casus.tafel, reclassering, Rol.DEELNEMER)
    fabriek.lidmaatschap(fabriek.tafel("Brakzijl", "BZ"), lid, Rol.VOORZITTER)
    assert als(lid).get(f"/casussen/{casus.id}").status_code == 200
    assert _laatste(db_sessie, Soort.CASUS_BEKEKEN).rol == "Deelnemer"


@pytest.mark.parametrize(
    "geval",
    [
        ("/casussen/{vreemd}", 404, "geweigerd"),
        ("/casussen/00000000-0000-4000-8000-000000000000", 404, "onbekend"),
        ("/casussen/{eigen}/triage", 403, "geweigerd"),
        ("/beheer", 403, "geweigerd"),
    ],
)
def test_geweigerd__met_waar_het_over_ging_en_zonder_inhoud(
    fabriek: Fabriek, casus: Casus, als: Als, db_sessie: Session, geval: tuple[str, int, str]
) -> None:
    pad, status, uitkomst = geval
    om = fabriek.partner(casus.tafel, OrganisatieSoort.OM)
    lid = fabriek.lid(casus.tafel, om, Rol.DEELNEMER)
    ander = fabriek.tafel("Brakzijl", "BZ")
    vt = fabriek.partner(ander, OrganisatieSoort.VEILIG_THUIS)
    vreemd = fabriek.casus(ander, fabriek.lid(ander, vt, Rol.INBRENGER), CasusStatus.TOEGELATEN)
    antwoord = als(lid).get(pad.format(vreemd=vreemd.id, eigen=casus.id))
    assert antwoord.status_code == status
    regel = _laatste(db_sessie, Soort.TOEGANG_GEWEIGERD)
    assert (regel.uitkomst, regel.regel) == (uitkomst, "")
    waar = {"{vreemd}": vreemd.id, "{eigen}": casus.id}
    assert regel.casus_id == next((sleutel for deel, sleutel in waar.items() if deel in pad), None)
    assert regel.tafel_id == next(
        (tafel for deel, tafel in (("{vreemd}", ander.id), ("{eigen}", casus.tafel_id)) if deel in pad), None
    )
    alles = " ".join(str(getattr(regel, kolom.key)) for kolom in Gebeurtenis.__table__.columns)
    assert "Kanarie" not in alles
    assert "contactverbod" not in alles


@pytest.fixture
def kapotte_pagina(app: Flask, casus: Casus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the page of a casus break after the look was noted."""

    def kapot(**_ids: object) -> ResponseReturnValue:
        noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, casus)
        raise RuntimeError("kapot")

    kapot.recht = Recht.CASUS_ZIEN  # type: ignore[attr-defined]
    monkeypatch.setitem(app.view_functions, "instroom.casus", kapot)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)


@pytest.mark.usefixtures("kapotte_pagina")
def test_storing__code_op_de_pagina_wijst_naar_de_regels(
    casus: Casus, als: Als, db_sessie: Session, caplog: pytest.LogCaptureFixture
) -> None:
    pagina = als(db_sessie.get_one(Gebruiker, casus.inbrenger_id)).get(f"/casussen/{casus.id}")
    code = _laatste(db_sessie, Soort.CASUS_BEKEKEN).verzoek[:8]
    assert pagina.status_code == 500
    assert code in pagina.text
    assert f"fout {code} bij instroom.casus" in caplog.text
