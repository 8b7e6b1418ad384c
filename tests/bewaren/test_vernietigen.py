"""Destroying a dossier (attack 22): two persons, nothing left anywhere, the rest untouched, a hold blocks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Bewaarplicht, Casus, Gebeurtenis, Gebruiker, Goedkeuring, Sleutel, Vernietiging, Verslag
from models.waarden import CasusStatus
from overleg.basis.klok import vandaag
from overleg.bewaren.lijst import lees
from overleg.bewaren.wissen import wis
from overleg.logboek.controleren import controleer
from overleg.logboek.sleutel import logboeksleutel
from overleg.logboek.zegelen import verzegel
from overleg.verslag.bewaren import ontdooi
from tests.bewaren.wereld import Wereld, vindplaatsen

Als = Callable[[Gebruiker], FlaskClient]
JA = {"goed": "ja"}


def stel_voor(wereld: Wereld, als: Als, wie: Gebruiker | None = None) -> str:
    """Propose it, and return the address of the question."""
    antwoord = als(wie or wereld.voorzitter).post(f"/casussen/{wereld.casus.id}/vernietigen")
    assert antwoord.status_code == 303, antwoord.text
    wereld.sessie.expire_all()
    rij = wereld.sessie.scalars(select(Goedkeuring).where(Goedkeuring.doel_id == wereld.casus.id)).one()
    return f"/goedkeuringen/{rij.id}"


def vernietig(wereld: Wereld, als: Als) -> None:
    """Let two persons do it."""
    weg = stel_voor(wereld, als)
    antwoord = als(wereld.beheerder).post(f"{weg}/antwoord", data=JA)
    assert antwoord.status_code == 303, antwoord.text
    wereld.sessie.expire_all()


def bestanden(sessie: Session) -> bytes:
    """Return all bytes of the files of an SQLite database; none for another kind."""
    if sessie.get_bind().dialect.name != "sqlite":
        return b""
    naam = str(sessie.connection().engine.url.database)
    sessie.rollback()
    return b"".join(
        Path(naam + eind).read_bytes() for eind in ("", "-wal", "-shm") if Path(naam + eind).exists()
    )


def test_vernietigd__nergens_een_kanarie_meer_en_het_andere_blijft(
    wereld: Wereld, als: Als, app: Flask
) -> None:
    sessie, casus_id, kenmerk = wereld.sessie, wereld.casus.id, wereld.casus.kenmerk
    vooraf = vindplaatsen(sessie, "BLIJFTZO")
    assert len(vindplaatsen(sessie, "KANARIE")) > 90
    assert sessie.get(Sleutel, casus_id) is not None
    vernietig(wereld, als)
    assert wis() == 1
    assert vindplaatsen(sessie, "KANARIE") == {}
    assert sessie.get(Sleutel, casus_id) is None
    for spoor in (b"KANARIE", f"1:{casus_id.hex}".encode()):
        assert spoor not in bestanden(sessie)
    assert vindplaatsen(sessie, "BLIJFTZO") == vooraf
    stomp = sessie.get_one(Casus, casus_id)
    assert (stomp.status, stomp.kenmerk, stomp.concrete_vraag) == (CasusStatus.VERNIETIGD, kenmerk, "")
    assert (stomp.ingediend_op.month, stomp.ingediend_op.day) == (1, 1)  # type: ignore[union-attr]
    assert (
        sessie.scalar(select(func.count()).select_from(Goedkeuring).where(Goedkeuring.casus_id == casus_id))
        == 0
    )
    (regel,) = lees(app.extensions["overleg"].lijst_van_vernietigd)
    assert (regel.casus_id, regel.kenmerk) == (str(casus_id), kenmerk)


def test_vernietigd__logboek_heel_en_zegt_wie(wereld: Wereld, als: Als, app: Flask) -> None:
    vernietig(wereld, als)
    sessie = wereld.sessie
    regels = sessie.scalars(
        select(Gebeurtenis).where(Gebeurtenis.casus_id == wereld.casus.id).order_by(Gebeurtenis.tijd)
    ).all()
    wie = {regel.soort: regel.gebruiker_id for regel in regels}
    assert wie["goedkeuring_gevraagd"] == wereld.voorzitter.id
    assert wie["goedkeuring_gegeven"] == wie["casus_vernietigd"] == wereld.beheerder.id
    vernietigd = next(r for r in regels if r.soort == "casus_vernietigd")
    assert len(vernietigd.betrokkenen) == 1
    while verzegel(sessie, logboeksleutel(app)):
        sessie.commit()
    assert not controleer(sessie, logboeksleutel(app), ()).breuk
    assert app.test_cli_runner().invoke(args=["logboek", "controleer"]).exit_code == 0


def test_vernietigd__verslag_blijft_voor_de_andere_casus(wereld: Wereld, als: Als) -> None:
    eerst, was = wereld.verslag.controlegetal, ontdooi(wereld.verslag.inhoud, wereld.verslag.controlegetal)
    vernietig(wereld, als)
    rij = wereld.sessie.scalars(select(Verslag)).one()
    nu = ontdooi(rij.inhoud, rij.controlegetal)
    assert (rij.oorspronkelijk_getal, rij.controlegetal != eerst) == (eerst, True)
    per = {c.id: c for c in nu.casussen}
    assert per[wereld.casus.id].vernietigd.startswith("De gegevens van deze casus zijn vernietigd op ")
    assert [c for c in nu.casussen if c.id == wereld.ander.id] == [
        c for c in was.casussen if c.id == wereld.ander.id
    ]
    assert nu.agenda == was.agenda
    pagina = als(wereld.voorzitter).get(f"/overleggen/{wereld.overleg.id}/verslag")
    assert "De gegevens van deze casus zijn vernietigd op" in pagina.text
    assert eerst in pagina.text
    assert als(wereld.voorzitter).get(f"/overleggen/{wereld.overleg.id}/verslag.docx").status_code == 200
    regel = wereld.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "verslag_ingekort")).one()
    assert (regel.gegevens["van"], regel.gegevens["naar"]) == (eerst, rij.controlegetal)


def test_een_persoon_alleen__kan_het_niet(wereld: Wereld, als: Als) -> None:
    weg = stel_voor(wereld, als)
    assert als(wereld.voorzitter).post(f"{weg}/antwoord", data=JA).status_code == 403
    for wie in (wereld.deelnemer, wereld.functionaris):
        assert als(wie).post(f"{weg}/antwoord", data=JA).status_code == 404
        assert als(wie).post(f"/casussen/{wereld.casus.id}/vernietigen").status_code in {403, 404}
    assert als(wereld.beheerder).post(f"/casussen/{wereld.casus.id}/vernietigen").status_code == 404
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.GESLOTEN


def test_wie_goedkeurt__ziet_geen_inhoud(wereld: Wereld, als: Als) -> None:
    weg = stel_voor(wereld, als)
    beheerder = als(wereld.beheerder)
    for pagina in (weg, "/bewaren", "/", "/goedkeuringen"):
        tekst = beheerder.get(pagina).text
        assert "KANARIE" not in tekst
    assert wereld.casus.kenmerk in beheerder.get("/bewaren").text  # type: ignore[operator]
    vraag = beheerder.get(weg).text
    assert "De bewaartermijn van 12 maanden is voorbij" in vraag
    assert "Dat kan niet terug" in vraag


@pytest.mark.parametrize("wie", ["voorzitter", "functionaris"])
def test_opschorten__houdt_het_tegen__op_beide_momenten(wereld: Wereld, als: Als, wie: str) -> None:
    weg = stel_voor(wereld, als)
    door = als(getattr(wereld, wie))
    gegevens = {
        "kenmerk": wereld.casus.kenmerk,
        "reden": "Er loopt een klacht",
        "opnieuw_op": vandaag().replace(year=vandaag().year + 1, day=1).strftime("%d-%m-%Y"),
    }
    antwoord = door.post("/bewaren/opschorten", data=gegevens)
    assert antwoord.status_code == 303, antwoord.text
    tegen = als(wereld.beheerder).post(f"{weg}/antwoord", data=JA)
    assert tegen.status_code == 422
    assert "De vernietiging is opgeschort" in tegen.text
    opnieuw = als(wereld.andere_voorzitter).post(f"/casussen/{wereld.casus.id}/vernietigen")
    assert opnieuw.status_code == 422
    assert "De vernietiging is opgeschort" in opnieuw.text
    assert "opgeschort" in als(wereld.voorzitter).get(f"/casussen/{wereld.casus.id}").text
    assert "Er loopt een klacht" not in als(wereld.deelnemer).get(f"/casussen/{wereld.casus.id}").text
    assert door.post("/bewaren/opschorten", data=gegevens).status_code == 422
    wereld.sessie.expire_all()
    plicht = wereld.sessie.scalars(select(Bewaarplicht).where(Bewaarplicht.opgeheven_op.is_(None))).one()
    assert als(wereld.deelnemer).post(f"/bewaarplichten/{plicht.id}/opheffen").status_code == 404
    assert door.post(f"/bewaarplichten/{plicht.id}/opheffen", data={"reden": " "}).status_code == 422
    assert door.post(f"/bewaarplichten/{plicht.id}/opheffen", data={"reden": "Klaar"}).status_code == 303
    assert als(wereld.beheerder).post(f"{weg}/antwoord", data=JA).status_code == 303
    wereld.sessie.expire_all()
    assert wereld.casus.status is CasusStatus.VERNIETIGD


def test_verklaring__zonder_persoonsgegevens(wereld: Wereld, als: Als) -> None:
    vernietig(wereld, als)
    rij = wereld.sessie.scalars(select(Vernietiging)).one()
    assert rij.aantallen["directbetrokkene"] == 1
    assert rij.verzoeken == [
        f"Inzage: ontvangen {rij.verzoeken[0].split()[2]} toegewezen op {vandaag():%d-%m-%Y}"
    ]
    for wie, code in (("voorzitter", 200), ("beheerder", 200), ("functionaris", 200), ("deelnemer", 404)):
        for eind in ("", ".docx"):
            antwoord = als(getattr(wereld, wie)).get(f"/vernietigingen/{rij.id}{eind}")
            assert antwoord.status_code == code
            assert b"KANARIE" not in antwoord.data
    assert wereld.voorzitter.naam in als(wereld.beheerder).get(f"/vernietigingen/{rij.id}").text


def test_vernietigd__bestaat_voor_niemand_meer(wereld: Wereld, als: Als) -> None:
    """Nothing can be read of the stub, and nothing can be written to it again."""
    vernietig(wereld, als)
    for wie in (wereld.voorzitter, wereld.deelnemer):  # the voorzitter brought it in, too
        bezoeker = als(wie)
        weg = f"/casussen/{wereld.casus.id}"
        for eind in ("", "/vernietigen", "/belangen", "/melding", "/triage", "/spoed", "/uitvraag"):
            assert bezoeker.get(weg + eind).status_code == 404, eind
        assert bezoeker.post(f"{weg}/belangen/eigen", data={"reden": "x"}).status_code == 404
        assert str(wereld.casus.id) not in bezoeker.get("/casussen").text
