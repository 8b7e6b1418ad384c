"""Emergency access, through the pages, on both databases: what opens, what stays closed, who hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models import Belang, Bericht, Casus, Gebeurtenis, Gebruiker, Maatregel, Noodtoegang, Tekstveld
from models.waarden import BetrokkeneRol, CasusStatus, Domein, OrganisatieSoort, OverlegStatus, Rol, Veld
from overleg.basis.klok import nu, vandaag
from overleg.logboek.gronden import NOODTOEGANG, grond_in_woorden
from overleg.noodtoegang.regels import AL_OPEN, MEESTE, ONBEKEND, TE_VAAK
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
REDEN = "KANARIE-reden: zij belt nu en hij staat voor de deur."
NAAM, GEBEURD, PLAN, WAT = "KANARIE-naam", "KANARIE-gebeurd", "KANARIE-plan", "KANARIE-maatregel"
ADRES, GEDEELD = "KANARIE-adres", "KANARIE-contact"


@dataclass
class Nacht:
    """A casus of one tafel, and people of Veilig Thuis and a partner who sit at another."""

    sessie: Session
    casus: Casus
    voorzitter: Gebruiker
    elders: Gebruiker
    politie: Gebruiker
    functionaris: Gebruiker

    def rij(self) -> Noodtoegang:
        """Return the one that was taken."""
        self.sessie.expire_all()
        return self.sessie.scalars(select(Noodtoegang)).one()

    @property
    def blad(self) -> str:
        """The address of the page it opens."""
        return f"/noodtoegang/{self.rij().id}/casus"


@pytest.fixture
def nacht(fabriek: Fabriek) -> Nacht:
    """Make it."""
    tafel, ander = fabriek.tafel(), fabriek.tafel("Tafel elders", "EL")
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    vt_b = fabriek.partner(ander, OrganisatieSoort.VEILIG_THUIS)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    casus = fabriek.casus(tafel, voorzitter, CasusStatus.GEAGENDEERD, wat_gebeurd=GEBEURD)
    fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, NAAM, adres=ADRES, contact=GEDEELD)
    bespreking = fabriek.bespreking(fabriek.overleg(tafel, date(2026, 11, 26), OverlegStatus.LOPEND), casus)
    fabriek.sessie.add_all(
        [
            Tekstveld(bespreking_id=bespreking.id, veld=Veld.VEILIGHEIDSPLAN, waarde=PLAN),
            Maatregel(casus_id=casus.id, wat=WAT, domein=Domein.BESTUURLIJK, vanaf=vandaag()),
        ]
    )
    wereld = Nacht(
        fabriek.sessie,
        casus,
        voorzitter,
        fabriek.lid(ander, vt_b, Rol.DEELNEMER),
        fabriek.lid(ander, fabriek.partner(ander, OrganisatieSoort.POLITIE), Rol.DEELNEMER),
        fabriek.gebruiker(vt, functionaris=True),
    )
    fabriek.klaar()
    return wereld


def neem(als: Als, wie: Gebruiker, kenmerk: str | None, reden: str = REDEN) -> TestResponse:
    """Fill in the form."""
    return als(wie).post("/noodtoegang", data={"kenmerk": kenmerk or "", "reden": reden})


def test_nemen__opent_een_pagina_en_niets_anders(nacht: Nacht, als: Als) -> None:
    client = als(nacht.elders)
    assert client.get(f"/casussen/{nacht.casus.id}").status_code == 404
    antwoord = neem(als, nacht.elders, (nacht.casus.kenmerk or "").lower())
    assert antwoord.status_code == 303, antwoord.text
    pagina = client.get(nacht.blad)
    assert pagina.status_code == 200
    for tekst in (NAAM, GEBEURD, PLAN, WAT, nacht.voorzitter.naam):
        assert tekst in pagina.text
    for tekst in (ADRES, GEDEELD):
        assert tekst not in pagina.text
    for pad in ("", "/uitvraag", "/opvolging"):
        assert client.get(f"/casussen/{nacht.casus.id}{pad}").status_code == 404
    assert str(nacht.casus.kenmerk) not in client.get("/casussen").text
    for ander in (nacht.voorzitter, nacht.functionaris, nacht.politie):
        assert als(ander).get(nacht.blad).status_code in {403, 404}


def test_nemen__wie_het_moet_weten_hoort_het_meteen(nacht: Nacht, als: Als) -> None:
    neem(als, nacht.elders, nacht.casus.kenmerk)
    berichten = {b.aan: b for b in nacht.sessie.scalars(select(Bericht))}
    assert set(berichten) == {nacht.voorzitter.email, nacht.functionaris.email}
    for bericht in berichten.values():
        for geheim in ("KANARIE", str(nacht.casus.kenmerk), nacht.elders.naam):
            assert geheim not in bericht.onderwerp + bericht.tekst
    for wie in (nacht.voorzitter, nacht.functionaris):
        assert "waarover nog niet is geoordeeld" in als(wie).get("/").text
        assert nacht.elders.naam in als(wie).get("/noodtoegang").text
    een = f"/noodtoegang/{nacht.rij().id}"
    assert REDEN in als(nacht.voorzitter).get(een).text
    assert "KANARIE" not in als(nacht.functionaris).get(een).text
    als(nacht.elders).get(nacht.blad)
    regels = {r.soort: r for r in nacht.sessie.scalars(select(Gebeurtenis))}
    assert regels["noodtoegang_genomen"].casus_id == nacht.casus.id
    assert grond_in_woorden(regels["noodblad_bekeken"].regel) == NOODTOEGANG
    assert regels["noodblad_bekeken"].betrokkenen


@pytest.mark.parametrize("wat", ["onbekend", "muur", "concept", "vernietigd"])
def test_nemen__wat_niet_kan__krijgt_een_antwoord_en_een_regel(nacht: Nacht, als: Als, wat: str) -> None:
    kenmerk = nacht.casus.kenmerk
    if wat == "onbekend":
        kenmerk = "XX-2026-9999"
    elif wat == "muur":
        _muur(nacht)
    else:
        status = CasusStatus.CONCEPT if wat == "concept" else CasusStatus.VERNIETIGD
        leeg = {"kenmerk": kenmerk, "concrete_vraag": "", "wat_gebeurd": "", "grootste_zorg": ""}
        nacht.sessie.execute(update(Casus).where(Casus.id == nacht.casus.id).values(status=status, **leeg))
    nacht.sessie.commit()
    antwoord = neem(als, nacht.elders, kenmerk)
    assert antwoord.status_code == 422
    assert ONBEKEND in antwoord.text
    assert REDEN in antwoord.text, "what was typed stays"
    assert nacht.sessie.scalars(select(Noodtoegang)).all() == []
    (regel,) = nacht.sessie.scalars(select(Gebeurtenis).filter_by(soort="noodtoegang_geweigerd"))
    assert (regel.uitkomst, regel.casus_id) == ("geweigerd", None)


def _muur(nacht: Nacht) -> None:
    nacht.sessie.add(
        Belang(
            casus_id=nacht.casus.id,
            gebruiker_id=nacht.elders.id,
            reden="Buren.",
            vastgelegd_door_id=nacht.voorzitter.id,
        )
    )
    nacht.sessie.commit()


def test_nemen__wie_mag_en_wie_niet(nacht: Nacht, als: Als) -> None:
    assert neem(als, nacht.politie, nacht.casus.kenmerk).status_code == 403
    assert neem(als, nacht.functionaris, nacht.casus.kenmerk).status_code == 403
    eigen = neem(als, nacht.voorzitter, nacht.casus.kenmerk)
    assert eigen.status_code == 422
    assert AL_OPEN in eigen.text


@pytest.mark.parametrize("rol", [Rol.GAST, Rol.INBRENGER])
def test_nemen__zonder_vaste_plaats_aan_een_tafel__nee(
    nacht: Nacht, als: Als, fabriek: Fabriek, rol: Rol
) -> None:
    los = fabriek.lid(nacht.casus.tafel, nacht.elders.organisatie, rol)
    fabriek.klaar()
    assert neem(als, los, nacht.casus.kenmerk).status_code == 403


def test_nemen__niet_een_voor_een_de_nummers_af(nacht: Nacht, als: Als) -> None:
    for nummer in range(8):
        neem(als, nacht.elders, f"XX-2026-{nummer:04}")
    antwoord = neem(als, nacht.elders, nacht.casus.kenmerk)
    assert (antwoord.status_code, TE_VAAK in antwoord.text) == (422, True)


def test_nemen__hoogstens_een_paar_per_dag(nacht: Nacht, als: Als) -> None:
    for _ in range(MEESTE):
        nacht.sessie.add(
            Noodtoegang(
                casus_id=nacht.casus.id,
                gebruiker_id=nacht.elders.id,
                reden="x",
                tot=nu() + timedelta(minutes=1),
                beeindigd_op=nu(),
            )
        )
    nacht.sessie.commit()
    assert TE_VAAK in neem(als, nacht.elders, nacht.casus.kenmerk).text


@pytest.mark.parametrize("einde", ["tijd voorbij", "zelf", "voorzitter", "muur", "van tafel"])
def test_einde__meteen_dicht(nacht: Nacht, als: Als, einde: str) -> None:
    neem(als, nacht.elders, nacht.casus.kenmerk)
    blad, rij = nacht.blad, nacht.rij()
    stop = f"/noodtoegang/{rij.id}/beeindigen"
    assert als(nacht.elders).get(blad).status_code == 200
    if einde == "tijd voorbij":
        rij.vanaf, rij.tot = nu() - timedelta(hours=5), nu() - timedelta(seconds=1)
        nacht.sessie.commit()
    elif einde == "muur":
        _muur(nacht)
    elif einde == "van tafel":
        nacht.elders.organisatie_id = nacht.politie.organisatie_id
        nacht.sessie.commit()
    else:
        wie = nacht.elders if einde == "zelf" else nacht.voorzitter
        assert als(wie).post(stop).status_code == 303
    pagina = als(nacht.elders).get(blad)
    assert pagina.status_code in {403, 404}
    assert "KANARIE" not in pagina.text
    if einde in {"zelf", "voorzitter", "tijd voorbij"}:
        assert als(nacht.voorzitter).post(stop).status_code == 422


def test_oordeel__voorzitter_achteraf__niet_wie_het_nam(nacht: Nacht, als: Als) -> None:
    neem(als, nacht.elders, nacht.casus.kenmerk)
    adres = f"/noodtoegang/{nacht.rij().id}"
    voorzitter, nee = als(nacht.voorzitter), {"terecht": "nee", "oordeel": ""}
    assert voorzitter.post(f"{adres}/oordeel", data={"terecht": "ja"}).status_code == 422
    assert voorzitter.post(f"{adres}/beeindigen").status_code == 303
    for wie in (nacht.elders, nacht.functionaris, nacht.politie):
        assert als(wie).post(f"{adres}/oordeel", data={"terecht": "ja"}).status_code in {403, 404}
    zonder = voorzitter.post(f"{adres}/oordeel", data=nee)
    assert (zonder.status_code, "waarom dit niet terecht" in zonder.text) == (422, True)
    antwoord = voorzitter.post(f"{adres}/oordeel", data={**nee, "oordeel": "KANARIE-oordeel"})
    assert antwoord.status_code == 303
    assert voorzitter.post(f"{adres}/oordeel", data={"terecht": "ja"}).status_code == 422
    rij = nacht.rij()
    assert (rij.terecht, rij.beoordeeld_door_id) == (False, nacht.voorzitter.id)
    for wie in (nacht.voorzitter, nacht.functionaris):
        assert "waarover nog niet is geoordeeld" not in als(wie).get("/").text
    assert "Niet terecht" in als(nacht.functionaris).get("/noodtoegang").text
    assert "KANARIE-oordeel" not in als(nacht.functionaris).get(adres).text
