"""The round of comments on the draft: who may, what is seen of it, and what it does to adopting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from models import (
    Aanschuiver,
    Afspraak,
    AfwezigBij,
    Bericht,
    Deelname,
    Gebeurtenis,
    Gebruiker,
    Verslagopmerking,
)
from models.waarden import (
    Aanwezigheid,
    Akkoord,
    BesprekingStatus,
    OrganisatieSoort,
    OverdrachtStatus,
    PuntSoort,
    Rol,
)
from models.waarden_verslag import Afhandeling
from overleg.basis.klok import nu, vandaag
from overleg.basis.weergave import datum
from overleg.logboek.soorten import Soort
from overleg.verslag.opvragen.opmerkingen import nog_niets_gezegd
from tests.verslag.casussen import stalking, zoon
from tests.verslag.test_overdracht import bied_aan
from tests.verslag.test_routes import adres, soorten, stel_vast, woorden
from tests.verslag.verhaal import Besproken, Verhaal

Als = Callable[[Gebruiker], FlaskClient]
TEKST = "Er staat dinsdag, het was woensdag."


@dataclass
class Ronde:
    """A meeting with two casussen, whose draft is open for comment today."""

    verhaal: Verhaal
    ene: Besproken
    andere: Besproken
    gast: Gebruiker
    """Was a guest at `ene`."""

    def pad(self, achter: str = "") -> str:
        """Return an address under the comments."""
        return adres(self.verhaal, f"verslag/opmerkingen{achter}")

    def maak(self, client: FlaskClient, b: Besproken | None, tekst: str = TEKST) -> int:
        """Send a comment; return the status."""
        waar = str(b.casus.id) if b else "overleg"
        return client.post(self.pad("/nieuw"), data={"casus": waar, "tekst": tekst}).status_code

    def rijen(self) -> list[Verslagopmerking]:
        """Return the comments that are there now."""
        sessie = self.verhaal.fabriek.sessie
        sessie.expire_all()
        return list(sessie.scalars(select(Verslagopmerking).order_by(Verslagopmerking.op)))

    def handel_af(self, client: FlaskClient, rij: Verslagopmerking, uitkomst: str, antwoord: str = "") -> int:
        """Send what became of a comment; return the status."""
        data = {"uitkomst": uitkomst, "antwoord": antwoord, "versie": str(rij.versie)}
        return client.post(self.pad(f"/{rij.id}/afhandelen"), data=data).status_code

    def zet_tot(self, dagen: int) -> None:
        """Let the round end so many days from today."""
        self.verhaal.overleg.opmerkingen_tot = vandaag() + timedelta(days=dagen)
        self.verhaal.klaar()


@pytest.fixture
def ronde(verhaal: Verhaal) -> Ronde:
    """Return a draft that is open for comment until tomorrow, with a guest who was at the first casus."""
    ene, andere = stalking(verhaal), zoon(verhaal)
    gemeente = verhaal.fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    gast = verhaal.fabriek.gebruiker(gemeente, naam="Nynke Elzinga")
    verhaal.erbij(Aanschuiver(punt_id=ene.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    verhaal.deelname(gast, punt_id=ene.punt.id)
    ronde = Ronde(verhaal, ene, andere, gast)
    ronde.zet_tot(1)
    return ronde


def trek_terug(ronde: Ronde, wie: Gebruiker, b: Besproken) -> None:
    """Let somebody have left the room for a conflict of interest."""
    sessie = ronde.verhaal.fabriek.sessie
    deelname = sessie.scalars(
        select(Deelname.id).where(
            Deelname.gebruiker_id == wie.id, Deelname.overleg_id == ronde.verhaal.overleg.id
        )
    ).one()
    sessie.add(AfwezigBij(deelname_id=deelname, punt_id=b.punt.id, belangenconflict=True))
    ronde.verhaal.klaar()


def test_vragen__voorzitter__wie_er_was_hoort_het_zonder_gegevens(verhaal: Verhaal, als: Als) -> None:
    b = stalking(verhaal)
    afwezig = verhaal.fabriek.lid(verhaal.tafel, verhaal.partner["om"], Rol.DEELNEMER)
    verhaal.deelname(afwezig, aanwezigheid=Aanwezigheid.AFWEZIG)
    verhaal.tafel.opmerkingen_dagen = 3
    verhaal.klaar()
    client, pad = als(verhaal.voorzitter), adres(verhaal, "verslag/opmerkingen/vragen")
    voorstel = vandaag() + timedelta(days=3)
    assert datum(voorstel) in client.get(pad).text
    gisteren = datum(vandaag() - timedelta(days=1))
    geweigerd = client.post(pad, data={"tot": gisteren})
    assert geweigerd.status_code == 422
    assert gisteren in geweigerd.text
    assert client.post(pad, data={"tot": datum(voorstel)}).status_code == 303
    sessie = verhaal.fabriek.sessie
    sessie.expire_all()
    assert verhaal.overleg.opmerkingen_tot == voorstel
    berichten = list(sessie.scalars(select(Bericht)))
    assert {bericht.aan for bericht in berichten} == {lid.email for lid in verhaal.lid.values()}
    alles = "".join(bericht.onderwerp + bericht.tekst for bericht in berichten)
    assert str(b.casus.kenmerk) not in alles
    assert datum(voorstel) in alles
    assert Soort.OPMERKINGEN_GEVRAAGD.value in soorten(verhaal)
    for ander in (verhaal.lid["om"], afwezig):
        assert als(ander).post(pad, data={"tot": datum(voorstel)}).status_code == 403


def test_opmerking__gemaakt__bij_de_voorzitter_en_houdt_vaststellen_tegen(ronde: Ronde, als: Als) -> None:
    verhaal = ronde.verhaal
    om, voorzitter = als(verhaal.lid["om"]), als(verhaal.voorzitter)
    assert "Opmerking maken" in om.get(adres(verhaal, "verslag")).text
    keuze = om.get(f"{ronde.pad('/nieuw')}?casus={ronde.andere.casus.id}").text
    assert f'value="{ronde.andere.casus.id}" selected' in keuze.replace("selected value", "value")
    assert ronde.maak(om, ronde.ene, "") == 422
    assert ronde.maak(om, ronde.ene) == 303
    (rij,) = ronde.rijen()
    assert (rij.tekst, rij.casus_id, rij.organisatie_id) == (
        TEKST, ronde.ene.casus.id, verhaal.partner["om"].id,
    )  # fmt: skip
    pagina = voorzitter.get(adres(verhaal, "verslag")).text
    assert TEKST in pagina
    assert f"Behandel eerst de opmerking over casus {ronde.ene.casus.kenmerk}." in pagina
    assert ronde.pad(f"/{rij.id}") in pagina
    assert TEKST not in woorden(voorzitter.get(adres(verhaal, "verslag.docx"))), "not in the record"
    assert voorzitter.post(adres(verhaal, "verslag/vaststellen"), data={"gezien": "x"}).status_code == 422


def test_opmerking__behandeld__antwoord_voor_de_schrijver_ook_na_vaststellen(ronde: Ronde, als: Als) -> None:
    verhaal = ronde.verhaal
    om, voorzitter = als(verhaal.lid["om"]), als(verhaal.voorzitter)
    assert ronde.maak(om, ronde.ene) == 303
    (rij,) = ronde.rijen()
    assert ronde.handel_af(om, rij, "overgenomen") == 403
    assert "Heropen dan de bespreking" in voorzitter.get(ronde.pad(f"/{rij.id}")).text
    assert ronde.handel_af(voorzitter, rij, "niet_overgenomen") == 422
    assert ronde.handel_af(voorzitter, rij, "niet_overgenomen", "Het was dinsdag.") == 303
    assert "Het was dinsdag." in om.get(ronde.pad(f"/{rij.id}")).text
    assert "Het was dinsdag." in om.get(adres(verhaal, "verslag")).text
    assert "kan nog reageren" in voorzitter.get(adres(verhaal, "verslag")).text
    (bericht,) = verhaal.fabriek.sessie.scalars(select(Bericht))
    assert bericht.aan == verhaal.lid["om"].email
    assert "Het was dinsdag" not in bericht.tekst
    assert stel_vast(verhaal, voorzitter).status_code == 303
    assert "Het was dinsdag." in om.get(ronde.pad(f"/{rij.id}")).text, "the writer keeps the answer"
    assert ronde.handel_af(voorzitter, rij, "overgenomen") == 422
    gedaan = {Soort.OPMERKING_GEMAAKT.value, Soort.OPMERKING_AFGEHANDELD.value}
    assert gedaan <= set(soorten(verhaal))
    over = verhaal.fabriek.sessie.scalars(select(Gebeurtenis.casus_id).where(Gebeurtenis.soort.in_(gedaan)))
    assert set(over) == {ronde.ene.casus.id}


def test_opmerking__over_het_geheel__en_weer_ingetrokken(ronde: Ronde, als: Als) -> None:
    client = als(ronde.verhaal.lid["vt"])
    assert ronde.maak(client, None) == 303
    (rij,) = ronde.rijen()
    assert rij.casus_id is None
    assert "Het overleg als geheel" in client.get(adres(ronde.verhaal, "verslag")).text
    assert "Opmerking intrekken" in client.get(ronde.pad(f"/{rij.id}")).text
    assert als(ronde.verhaal.voorzitter).post(ronde.pad(f"/{rij.id}/intrekken")).status_code == 403
    assert client.post(ronde.pad(f"/{rij.id}/intrekken")).status_code == 303
    assert not ronde.rijen()
    assert Soort.OPMERKING_INGETROKKEN.value in soorten(ronde.verhaal)


def test_opmerking__behandeld_of_ronde_voorbij__niet_meer_in_te_trekken(ronde: Ronde, als: Als) -> None:
    client = als(ronde.verhaal.lid["vt"])
    assert ronde.maak(client, ronde.ene) == 303
    (rij,) = ronde.rijen()
    ronde.zet_tot(-1)
    assert client.post(ronde.pad(f"/{rij.id}/intrekken")).status_code == 422
    assert ronde.maak(client, ronde.ene) == 403
    ronde.zet_tot(1)
    assert ronde.handel_af(als(ronde.verhaal.voorzitter), rij, "overgenomen") == 303
    assert client.post(ronde.pad(f"/{rij.id}/intrekken")).status_code == 422


def test_opmerking__wie_er_niet_was_of_niet_bij_die_casus__niet(ronde: Ronde, als: Als) -> None:
    verhaal = ronde.verhaal
    afwezig = verhaal.fabriek.lid(verhaal.tafel, verhaal.partner["om"], Rol.DEELNEMER)
    verhaal.deelname(afwezig, aanwezigheid=Aanwezigheid.AFWEZIG)
    nooit = verhaal.fabriek.lid(verhaal.tafel, verhaal.partner["om"], Rol.DEELNEMER)
    elders = verhaal.fabriek.lid(verhaal.fabriek.tafel("Elders", "EL"), verhaal.partner["om"], Rol.VOORZITTER)
    verhaal.klaar()
    for wie, status in ((afwezig, 403), (nooit, 403), (elders, 404)):
        assert ronde.maak(als(wie), ronde.ene) == status, wie.naam
    assert "Opmerking maken" not in als(afwezig).get(adres(verhaal, "verslag")).text
    rvdk = als(verhaal.lid["rvdk"])  # was there, for none of these casussen
    assert ronde.maak(rvdk, ronde.ene) == 422
    assert ronde.maak(rvdk, None) == 303
    assert str(ronde.ene.casus.kenmerk) not in rvdk.get(ronde.pad("/nieuw")).text


def test_opmerking__van_een_ander__leest_alleen_wie_leidt(ronde: Ronde, als: Als) -> None:
    verhaal = ronde.verhaal
    secretaris = verhaal.fabriek.lid(verhaal.tafel, verhaal.partner["vt"], Rol.SECRETARIS)
    verhaal.klaar()
    assert ronde.maak(als(verhaal.lid["om"]), ronde.ene) == 303
    (rij,) = ronde.rijen()
    politie, leest = als(verhaal.lid["politie"]), als(secretaris)
    assert TEKST not in politie.get(adres(verhaal, "verslag")).text
    assert politie.get(ronde.pad(f"/{rij.id}")).status_code == 404
    assert TEKST in leest.get(ronde.pad(f"/{rij.id}")).text
    assert "Opmerking behandelen" not in leest.get(ronde.pad(f"/{rij.id}")).text
    assert ronde.handel_af(leest, rij, "overgenomen") == 403


def test_belangenconflict__opmerking_bestaat_niet_ook_niet_als_aantal(ronde: Ronde, als: Als) -> None:
    verhaal = ronde.verhaal
    tweede = verhaal.fabriek.lid(verhaal.tafel, verhaal.partner["vt"], Rol.VOORZITTER)
    verhaal.deelname(tweede)
    verhaal.klaar()
    om = als(verhaal.lid["om"])
    assert ronde.maak(om, ronde.ene) == 303
    assert "Opmerkingen die u nog behandelt" in als(tweede).get("/").text
    (rij,) = ronde.rijen()
    trek_terug(ronde, tweede, ronde.ene)
    trek_terug(ronde, verhaal.lid["om"], ronde.ene)
    pagina = als(tweede).get(adres(verhaal, "verslag")).text
    assert TEKST not in pagina
    assert str(ronde.ene.casus.kenmerk) not in pagina
    assert "Bij een casus die voor u gesloten is" in pagina
    assert "Opmerkingen die u nog behandelt" not in als(tweede).get("/").text
    assert als(tweede).get(ronde.pad(f"/{rij.id}")).status_code == 404
    assert ronde.handel_af(als(tweede), rij, "overgenomen") == 404
    assert TEKST not in om.get(adres(verhaal, "verslag")).text, "nor for its writer"
    assert ronde.maak(om, ronde.ene) == 422
    assert ronde.maak(om, ronde.andere) == 303


def test_gast__leest_het_eigen_punt_zolang_de_ronde_loopt(ronde: Ronde, als: Als) -> None:
    client, pad = als(ronde.gast), adres(ronde.verhaal, "verslag/eigen-punt")
    assert "verslag/eigen-punt" in client.get("/").text
    tekst = client.get(pad).text
    assert str(ronde.ene.casus.kenmerk) in tekst
    assert "Marijke Stoelwinder" in tekst
    assert "Spoedadvies over elektronisch toezicht" in tekst
    for verborgen in (
        str(ronde.andere.casus.kenmerk), "sneed hij haar de weg af", "Vragen brengt Marijke in gevaar",
        "Vier mutaties", "Het nu vertellen is gevaarlijk", "14-03-1988", "Zonder verbod", "Eerst het verbod",
    ):  # fmt: skip
        assert verborgen not in tekst, verborgen
    for dicht in ("verslag", "verslag.docx"):
        assert client.get(adres(ronde.verhaal, dicht)).status_code == 403, dicht
    assert ronde.maak(client, ronde.andere) == 422
    assert ronde.maak(client, ronde.ene) == 303
    (rij,) = ronde.rijen()
    assert TEKST in client.get(pad).text
    assert client.get(ronde.pad(f"/{rij.id}")).status_code == 200
    bekeken = select(func.count()).where(
        Gebeurtenis.gebruiker_id == ronde.gast.id,
        Gebeurtenis.soort == Soort.CASUS_BEKEKEN.value,
        Gebeurtenis.casus_id == ronde.ene.casus.id,
    )
    assert ronde.verhaal.fabriek.sessie.scalar(bekeken) == 1

    ronde.zet_tot(-1)
    assert client.get(pad).status_code == 403
    assert client.post(ronde.pad(f"/{rij.id}/intrekken")).status_code == 403
    assert ronde.maak(client, ronde.ene) == 403
    assert "verslag/eigen-punt" not in client.get("/").text
    assert (
        ronde.handel_af(als(ronde.verhaal.voorzitter), rij, "overgenomen", "Dank, het was woensdag.") == 303
    )
    (bericht,) = ronde.verhaal.fabriek.sessie.scalars(select(Bericht))
    assert Afhandeling.OVERGENOMEN.tekst.lower() in bericht.tekst
    assert ronde.pad(f"/{rij.id}") in client.get("/").text, "the mail says that the answer is there"
    assert "Dank, het was woensdag." in client.get(ronde.pad(f"/{rij.id}")).text
    trek_terug(ronde, ronde.gast, ronde.ene)
    assert client.get(ronde.pad(f"/{rij.id}")).status_code == 404
    assert ronde.pad(f"/{rij.id}") not in client.get("/").text


def test_gast__bij_een_los_punt__wordt_niet_naar_een_lege_pagina_geleid(ronde: Ronde, als: Als) -> None:
    ronde.ene.punt.casus_id, ronde.ene.punt.soort = None, PuntSoort.RONDVRAAG
    ronde.verhaal.klaar()
    assert "nog kunt reageren" not in als(ronde.gast).get("/").text


def test_herinnering__gast_die_nog_niets_zei__tot_die_iets_zegt(ronde: Ronde, als: Als) -> None:
    verhaal, dag = ronde.verhaal, vandaag() + timedelta(days=1)

    def nog_niet(wie: Gebruiker) -> int:
        sessie = verhaal.fabriek.sessie
        sessie.expire_all()
        return len(nog_niets_gezegd(sessie, verhaal.fabriek.vrager(wie), dag, dag))

    assert nog_niet(ronde.gast) == 1
    assert ronde.maak(als(ronde.gast), ronde.ene) == 303
    assert nog_niet(ronde.gast) == 0


def test_behandeld__met_een_oude_pagina__botst_en_bewaart_wat_er_stond(ronde: Ronde, als: Als) -> None:
    om, voorzitter = als(ronde.verhaal.lid["om"]), als(ronde.verhaal.voorzitter)
    assert ronde.maak(om, ronde.ene) == 303
    (rij,) = ronde.rijen()
    oud = str(rij.versie)
    assert ronde.handel_af(voorzitter, rij, "overgenomen", "Het eerste antwoord.") == 303
    data = {"uitkomst": "niet_overgenomen", "antwoord": "Het tweede antwoord.", "versie": oud}
    geweigerd = voorzitter.post(ronde.pad(f"/{rij.id}/afhandelen"), data=data)
    assert geweigerd.status_code == 409
    assert "Het eerste antwoord." in geweigerd.text
    assert "Het tweede antwoord." in geweigerd.text
    assert ronde.rijen()[0].antwoord == "Het eerste antwoord."
    assert ronde.handel_af(voorzitter, ronde.rijen()[0], "niet_overgenomen", "Het tweede antwoord.") == 303


def test_overgenomen__zonder_dat_er_iets_wijzigde__waarschuwt_bij_vaststellen(ronde: Ronde, als: Als) -> None:
    v, zin = ronde.verhaal, "daarna is die bespreking niet gewijzigd"
    assert ronde.maak(als(v.lid["om"]), ronde.ene) == 303
    assert ronde.handel_af(voorzitter := als(v.voorzitter), ronde.rijen()[0], "overgenomen") == 303
    assert zin in voorzitter.get(adres(v, "verslag")).text
    ronde.ene.bespreking.afgerond_op = nu()
    v.klaar()
    assert zin not in voorzitter.get(adres(v, "verslag")).text


def test_gast__leest_geen_redenen_en_niets_van_na_het_overleg(ronde: Ronde, als: Als) -> None:
    v = ronde.verhaal
    eigen = Afspraak.casus_id == ronde.ene.casus.id
    afspraak = v.fabriek.sessie.scalars(select(Afspraak).where(eigen).limit(1)).one()
    afspraak.akkoord, afspraak.akkoord_wie, afspraak.akkoord_op = Akkoord.GEWEIGERD, "OM", nu()
    afspraak.akkoord_reden = "Reden van het OM"
    bied_aan(
        v,
        ronde.ene,
        status=OverdrachtStatus.GEWEIGERD,
        beantwoord_op=nu(),
        beantwoord_door_naam="Carla",
        antwoord_reden="Reden na afloop",
    )
    v.klaar()
    hele = als(v.voorzitter).get(adres(v, "verslag")).text
    deel = als(ronde.gast).get(adres(v, "verslag/eigen-punt")).text
    zinnen = ("Reden van het OM", "Reden na afloop")
    assert [(zin in hele, zin in deel) for zin in zinnen] == [(True, False)] * 2
    assert afspraak.wat in deel


def test_gast__bij_een_punt_dat_niet_is_besproken__leest_daar_niets_van(ronde: Ronde, als: Als) -> None:
    v = ronde.verhaal
    punt = ronde.andere.punt
    v.erbij(
        Aanschuiver(punt_id=punt.id, organisatie_id=ronde.gast.organisatie_id, gebruiker_id=ronde.gast.id)
    )
    ronde.andere.bespreking.status, ronde.andere.bespreking.afgerond_op = BesprekingStatus.OPEN, None
    v.klaar()
    deel = als(ronde.gast).get(adres(v, "verslag/eigen-punt")).text
    assert str(ronde.ene.casus.kenmerk) in deel
    assert str(ronde.andere.casus.kenmerk) not in deel
    assert ronde.maak(als(ronde.gast), ronde.andere) == 422


def test_gast__met_belangenconflict__niets(ronde: Ronde, als: Als) -> None:
    trek_terug(ronde, ronde.gast, ronde.ene)
    client = als(ronde.gast)
    assert client.get(adres(ronde.verhaal, "verslag/eigen-punt")).status_code == 404
    assert "nog kunt reageren" not in client.get("/").text
    assert ronde.maak(client, ronde.ene) == 422


def test_vandaag__wie_er_was_en_wie_behandelt(ronde: Ronde, als: Als) -> None:
    verhaal = ronde.verhaal
    assert f"Verslag waarop u nog kunt reageren: {datum(verhaal.overleg.datum)}" in (
        als(verhaal.lid["om"]).get("/").text
    )
    nooit = verhaal.fabriek.lid(verhaal.tafel, verhaal.partner["om"], Rol.DEELNEMER)
    verhaal.klaar()
    assert "nog kunt reageren" not in als(nooit).get("/").text
    assert "Opmerkingen die u nog behandelt" not in als(verhaal.voorzitter).get("/").text
    assert ronde.maak(als(verhaal.lid["om"]), ronde.ene) == 303
    assert "Opmerkingen die u nog behandelt" in als(verhaal.voorzitter).get("/").text
    assert "Opmerkingen die u nog behandelt" not in als(verhaal.lid["om"]).get("/").text
    ronde.zet_tot(-1)
    assert "nog kunt reageren" not in als(verhaal.lid["om"]).get("/").text
