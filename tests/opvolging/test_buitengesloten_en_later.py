"""A receiver who is shut out since, an offer that came to nothing, and a regie that begins on a later day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Aansluiting, Bericht, Gebruiker, Maatregel, Organisatie, Overdracht
from models.waarden import CasusStatus, Domein, MeldingStatus, OrganisatieSoort, OverlegStatus
from overleg.basis.klok import nu, vandaag
from overleg.beheer.opvragen import open_plichten
from overleg.bespreking.opvragen.regie import regie_nu
from overleg.start.dagoverzicht import wachtend_voor
from tests.opvolging.wereld import Wereld, dag, ieder_weet_het, maak_wereld, open_tweede_bespreking
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    return maak_wereld(fabriek)


def _bespreek(
    wereld: Wereld, client: FlaskClient, organisatie: Organisatie | None = None, **regie: str
) -> None:
    """Discuss the casus to its end, once more unless this is the first time; who leads gives the regie."""
    if wereld.bespreking.afgerond_op is not None:
        wereld.bespreking = open_tweede_bespreking(wereld)
    wereld.beantwoord_alles(client)
    if organisatie is not None:
        naam = wereld.officier.naam if organisatie is wereld.om else "N. Elzinga"
        velden = {"regie-versie": "1", **regie}
        assert wereld.regie(client, organisatie, naam, **velden).status_code == 303
    assert wereld.rond_af(client).status_code == 303
    ieder_weet_het(wereld)


def _naar_om(wereld: Wereld, als: Als, **regie: str) -> Overdracht:
    """Give the regie to politie, and offer it to the officier in a next bespreking."""
    voorzitter = als(wereld.voorzitter)
    _bespreek(wereld, voorzitter)
    _bespreek(wereld, voorzitter, wereld.om, **regie)
    return wereld.sessie.scalars(select(Overdracht)).one()


def _sluit_uit(wereld: Wereld, wie: Gebruiker) -> None:
    wereld.fabriek.sluit_uit(wereld.casus, wie, wereld.voorzitter)
    wereld.fabriek.klaar()
    wereld.sessie.expire_all()


def _mails(wereld: Wereld, wie: Gebruiker) -> int:
    wereld.sessie.expire_all()
    return len(wereld.sessie.scalars(select(Bericht).where(Bericht.aan == wie.email)).all())


def test_ontvanger_buitengesloten__een_ander_legt_het_antwoord_vast(wereld: Wereld, als: Als) -> None:
    rij = _naar_om(wereld, als)
    _sluit_uit(wereld, wereld.officier)
    pad = f"/overdrachten/{rij.id}"
    secretaris = als(wereld.secretaris)
    assert "antwoordt zelf" not in secretaris.get(pad).text
    assert als(wereld.officier).get(pad).status_code == 404
    antwoord = {
        "vastleggen-aangenomen": "nee",
        "vastleggen-door_naam": "D. Postma",
        "vastleggen-op": dag(0),
        "vastleggen-reden": "Geen capaciteit.",
    }
    assert secretaris.post(f"{pad}/vastleggen", data=antwoord).status_code == 303


def test_ontvanger_buitengesloten__krijgt_geen_mail_en_geen_nieuw_aanbod(wereld: Wereld, als: Als) -> None:
    rij = _naar_om(wereld, als)
    pad = f"/overdrachten/{rij.id}"
    assert als(wereld.officier).post(f"{pad}/weigeren", data={"weigeren-reden": "Nee."}).status_code == 303
    _sluit_uit(wereld, wereld.officier)
    antwoord = als(wereld.voorzitter).post(f"{pad}/opnieuw", data={"opnieuw-toelichting": "x"})
    assert antwoord.status_code == 422
    assert "mag deze casus niet zien" in antwoord.text


def test_aanbod_vervalt__buitengesloten_ontvanger__hoort_er_niets_van(wereld: Wereld, als: Als) -> None:
    _naar_om(wereld, als)
    _sluit_uit(wereld, wereld.officier)
    vooraf = _mails(wereld, wereld.officier)
    _bespreek(wereld, als(wereld.voorzitter))
    assert _mails(wereld, wereld.officier) == vooraf


def test_geweigerde_regie__geen_plicht_meer__wie_haar_had_wel(wereld: Wereld, als: Als) -> None:
    rij = _naar_om(wereld, als)
    assert open_plichten(wereld.sessie, wereld.officier) == 1
    weiger = {"weigeren-reden": "Nee."}
    assert als(wereld.officier).post(f"/overdrachten/{rij.id}/weigeren", data=weiger).status_code == 303
    wereld.sessie.expire_all()
    for keer in ("na de weigering", "na een aanbod aan een ander"):
        plichten = [open_plichten(wereld.sessie, wie) for wie in (wereld.officier, wereld.agent)]
        assert plichten == [0, 1], keer
        gemeente = wereld.fabriek.organisatie(OrganisatieSoort.GEMEENTE)
        wereld.gast(gemeente)
        _bespreek(wereld, als(wereld.voorzitter), gemeente)


def test_regie_per_een_latere_dag__tot_dan_houdt_de_gever_haar_ook(wereld: Wereld, als: Als) -> None:
    rij = _naar_om(wereld, als, **{"regie-per_datum": dag(30)})
    assert als(wereld.officier).post(f"/overdrachten/{rij.id}/aannemen").status_code == 303
    wereld.sessie.expire_all()
    plichten = [open_plichten(wereld.sessie, wie) for wie in (wereld.agent, wereld.officier)]
    assert plichten == [1, 1], "the giver does not let go before the other holds it"
    _bespreek(wereld, als(wereld.voorzitter), wereld.om)
    regie = regie_nu(wereld.sessie, wereld.casus)
    assert regie is not None
    assert (regie.organisatie.id, regie.gaat_in is not None) == (wereld.om.id, True)


def _controle(wereld: Wereld, als: Als) -> str:
    volgende = open_tweede_bespreking(wereld).overleg
    volgende.status, volgende.huidig_punt_id = OverlegStatus.GEPLAND, None
    wereld.fabriek.klaar()
    return als(wereld.voorzitter).get(f"/overleggen/{volgende.id}/agenda").text


TAAK = "heeft in deze casus een taak"


def test_agenda__wie_de_regie_nog_heeft__ook_als_zij_is_aangeboden(wereld: Wereld, als: Als) -> None:
    gi = wereld.fabriek.organisatie(OrganisatieSoort.GI, "Jeugdbescherming Zuid")
    wereld.gast(gi)
    _bespreek(wereld, als(wereld.voorzitter), gi)
    rij = wereld.sessie.scalars(select(Overdracht)).one()
    antwoord = {
        "vastleggen-aangenomen": "ja",
        "vastleggen-door_naam": "N. Elzinga",
        "vastleggen-op": dag(0),
    }
    vastleggen = als(wereld.secretaris).post(f"/overdrachten/{rij.id}/vastleggen", data=antwoord)
    assert vastleggen.status_code == 303
    for aansluiting in wereld.sessie.scalars(select(Aansluiting)):
        wereld.sessie.delete(aansluiting)
    wereld.fabriek.klaar()
    _bespreek(wereld, als(wereld.voorzitter))
    assert f"Jeugdbescherming Zuid {TAAK}" in _controle(wereld, als)


def test_agenda__wie_de_casus_niet_mag_zien__wordt_niet_gemist(wereld: Wereld, als: Als) -> None:
    gi = wereld.fabriek.organisatie(OrganisatieSoort.GI, "Jeugdbescherming Zuid")
    wereld.afspraak(1, gi, geldt_vanaf=nu())
    _bespreek(wereld, als(wereld.voorzitter))
    wereld.fabriek.sluit_uit(wereld.casus, gi, wereld.voorzitter)
    wereld.fabriek.klaar()
    assert TAAK not in _controle(wereld, als)


def _maatregel(wereld: Wereld, tot: int, opnieuw: int | None = None) -> None:
    dagen = {"tot": vandaag() + timedelta(days=tot)}
    if opnieuw is not None:
        dagen["herbeoordeling"] = vandaag() + timedelta(days=opnieuw)
    vast = {"casus_id": wereld.casus.id, "wat": "Verbod", "domein": Domein.BESTUURLIJK}
    wereld.sessie.add(Maatregel(**vast, vanaf=vandaag(), **dagen))


def test_dagoverzicht__telt_maatregelen__niet_hun_dagen(wereld: Wereld) -> None:
    wereld.casus.status = CasusStatus.BESPROKEN
    for tot, opnieuw in ((2, 1), (5, None), (5, None)):
        _maatregel(wereld, tot, opnieuw)
    wereld.fabriek.klaar()
    posten = wachtend_voor(wereld.sessie, wereld.fabriek.vrager(wereld.voorzitter), vandaag())
    assert [post.aantal for post in posten if post.wat.startswith("Maatregelen")] == [3]


def test_vandaag__meer_dan_er_staan__zegt_hoeveel(wereld: Wereld, als: Als) -> None:
    te_laat = {
        "melding_status": MeldingStatus.VOLGT,
        "melding_volgt_door": "Kim",
        "melding_volgt_uiterlijk": vandaag() - timedelta(days=1),
    }
    for nummer in range(7):
        kenmerk = f"LW-2026-02{nummer:02}"
        wereld.fabriek.casus(wereld.tafel, wereld.agent, CasusStatus.TOEGELATEN, kenmerk=kenmerk, **te_laat)
        _maatregel(wereld, nummer)
    wereld.casus.status = CasusStatus.BESPROKEN
    wereld.fabriek.klaar()
    pagina = als(wereld.voorzitter).get("/").text
    assert pagina.count("Melding bij Veilig Thuis is er nog niet") == 5
    assert "Nog meer meldingen te laat" in pagina
    assert "Nog meer maatregelen" in pagina
