"""Two persons: who asks cannot approve; what is approved happens at once; both are in the logboek."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Gebeurtenis, Gebruiker, Goedkeuring
from models.waarden import OrganisatieSoort
from models.waarden_vierogen import GoedkeuringStatus
from overleg.basis.klok import nu
from overleg.vierogen.regels import GELDIG, Stand, antwoord_is_goed, is_verlopen, mag_antwoorden
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
S = GoedkeuringStatus
JA, NEE = {"goed": "ja"}, {"goed": "nee"}


@pytest.mark.parametrize(
    ("status", "over", "verlopen", "mag"),
    [
        (S.WACHT, timedelta(seconds=1), False, True),
        (S.WACHT, timedelta(0), True, False),
        (S.VERLOPEN, timedelta(1), True, False),
        (S.GOEDGEKEURD, timedelta(1), False, False),
        (S.GEWEIGERD, timedelta(-1), False, False),
        (S.INGETROKKEN, timedelta(1), False, False),
    ],
)
def test_mag_antwoorden(status: GoedkeuringStatus, over: timedelta, verlopen: bool, mag: bool) -> None:
    stand = Stand(status, nu() + over)
    assert (
        is_verlopen(stand, stand.verloopt_op - over),
        bool(mag_antwoorden(stand, stand.verloopt_op - over)),
    ) == (
        verlopen,
        mag,
    )


@pytest.mark.parametrize(
    ("goed", "antwoord", "mag"), [(True, "", True), (False, " ", False), (False, "x", True)]
)
def test_antwoord_is_goed(goed: bool, antwoord: str, mag: bool) -> None:
    assert bool(antwoord_is_goed(goed=goed, antwoord=antwoord)) is mag


class Wereld:
    """Two beheerders, a functionaris, and someone who is to become beheerder."""

    def __init__(self, fabriek: Fabriek, als: Als) -> None:
        vt = fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS)
        self.vrager, self.tweede = (fabriek.gebruiker(vt, beheerder=True) for _ in range(2))
        self.toezicht, self.wie = fabriek.gebruiker(vt, functionaris=True), fabriek.gebruiker(vt)
        self.sessie = fabriek.sessie
        fabriek.klaar()
        self.als = als

    def vraag(self, wie: Gebruiker | None = None) -> str:
        """Ask to make someone beheerder, and return the address of the question."""
        wie = wie or self.wie
        antwoord = self.als(self.vrager).post(
            f"/beheer/gebruikers/{wie.id}/beheerder", data={"reden": "Bram gaat weg"}
        )
        assert antwoord.status_code == 303, antwoord.text
        return f"/goedkeuringen/{self.rij(wie).id}"

    def rij(self, wie: Gebruiker | None = None) -> Goedkeuring:
        """Return the last question about someone."""
        self.sessie.expire_all()
        vraag = select(Goedkeuring).where(Goedkeuring.doel_id == (wie or self.wie).id)
        return self.sessie.scalars(vraag.order_by(Goedkeuring.gevraagd_op.desc())).first()  # type: ignore[return-value]

    def beheerders(self) -> list[Gebruiker]:
        """Return who became beheerder."""
        self.sessie.expire_all()
        eerder = (self.vrager.id, self.tweede.id)
        vraag = select(Gebruiker).where(Gebruiker.beheerder.is_(True), Gebruiker.id.not_in(eerder))
        return list(self.sessie.scalars(vraag))

    def soorten(self) -> list[str]:
        """Return what the logboek holds about questions."""
        vraag = (
            select(Gebeurtenis.soort).where(Gebeurtenis.soort.like("%goedkeur%")).order_by(Gebeurtenis.tijd)
        )
        return list(self.sessie.scalars(vraag))


@pytest.fixture
def wereld(fabriek: Fabriek, als: Als) -> Wereld:
    """Return the people."""
    return Wereld(fabriek, als)


@pytest.mark.parametrize("wie", ["tweede", "toezicht"])
def test_goedkeuren__door_een_ander__gebeurt_meteen(wereld: Wereld, als: Als, wie: str) -> None:
    weg = wereld.vraag()
    ander = als(getattr(wereld, wie))
    assert "Vragen die wachten op uw goedkeuring" in ander.get("/").text
    assert "Bram gaat weg" in ander.get(weg).text
    assert not wereld.beheerders()
    assert ander.post(f"{weg}/antwoord", data=JA).status_code == 303
    assert wereld.rij().beslist_door_id == getattr(wereld, wie).id
    assert wereld.beheerders() == [wereld.wie]
    assert wereld.soorten() == ["goedkeuring_gevraagd", "goedkeuring_gegeven"]
    assert "beheerder_gemaakt" in set(wereld.sessie.scalars(select(Gebeurtenis.soort)))
    assert ander.post(f"{weg}/antwoord", data=JA).status_code == 422


def test_goedkeuren__zelf_gevraagd_of_over_zichzelf__niet(wereld: Wereld, als: Als) -> None:
    weg = wereld.vraag(wereld.toezicht)
    vrager, onderwerp = als(wereld.vrager), als(wereld.toezicht)
    assert vrager.post(f"{weg}/antwoord", data=JA).status_code == 403
    assert "Iemand anders moet dit goedkeuren" in vrager.get(weg).text
    assert "op uw goedkeuring" not in vrager.get("/").text
    assert onderwerp.get(weg).status_code == 404
    assert onderwerp.post(f"{weg}/antwoord", data=JA).status_code == 404
    assert als(wereld.wie).get(weg).status_code == 404
    assert not wereld.rij(wereld.toezicht).beslist_op
    assert not wereld.toezicht.beheerder


def test_weigeren__met_een_reden(wereld: Wereld, als: Als) -> None:
    weg, tweede = wereld.vraag(), als(wereld.tweede)
    zonder = tweede.post(f"{weg}/antwoord", data=NEE)
    assert zonder.status_code == 422
    assert "Schrijf op waarom u dit weigert" in zonder.text
    assert wereld.rij().status is S.WACHT
    assert tweede.post(f"{weg}/antwoord", data=NEE | {"antwoord": "Niet nodig"}).status_code == 303
    assert (wereld.rij().status, wereld.rij().antwoord) == (S.GEWEIGERD, "Niet nodig")
    assert not wereld.wie.beheerder
    assert "Niet nodig" in als(wereld.vrager).get(weg).text


def test_vraag__een_tegelijk__intrekken__opnieuw(wereld: Wereld, als: Als) -> None:
    weg, vrager = wereld.vraag(), als(wereld.vrager)
    nog_eens = vrager.post(f"/beheer/gebruikers/{wereld.wie.id}/beheerder", data={"reden": "x"})
    assert nog_eens.status_code == 422
    assert "wacht nog op een tweede persoon" in nog_eens.text
    assert (
        vrager.post(f"/beheer/gebruikers/{wereld.wie.id}/beheerder", data={"reden": " "}).status_code == 422
    )
    assert als(wereld.tweede).post(f"{weg}/intrekken").status_code == 403
    assert vrager.post(f"{weg}/intrekken").status_code == 303
    assert als(wereld.tweede).post(f"{weg}/antwoord", data=JA).status_code == 422
    assert wereld.vraag() != weg


def test_verlopen__telt_niet__en_maakt_plaats(wereld: Wereld, als: Als) -> None:
    weg = wereld.vraag()
    rij = wereld.rij()
    assert rij.verloopt_op - rij.gevraagd_op == GELDIG
    rij.verloopt_op = nu() - timedelta(minutes=1)
    rij.gevraagd_op -= GELDIG
    wereld.sessie.commit()
    tweede = als(wereld.tweede)
    assert "op uw goedkeuring" not in tweede.get("/").text
    assert "Verlopen" in tweede.get("/goedkeuringen").text
    assert "verlopen" in tweede.get(weg).text
    te_laat = tweede.post(f"{weg}/antwoord", data=JA)
    assert te_laat.status_code == 422
    assert "Vraag het dan opnieuw" in te_laat.text
    assert not wereld.wie.beheerder
    assert wereld.vraag() != weg


def test_goedkeuren__account_intussen_uit__geweigerd__niets_goedgekeurd(wereld: Wereld, als: Als) -> None:
    weg = wereld.vraag()
    wereld.wie.active = False
    wereld.sessie.commit()
    antwoord = als(wereld.tweede).post(f"{weg}/antwoord", data=JA)
    assert antwoord.status_code == 422
    assert "Dit account staat uit" in antwoord.text
    assert wereld.rij().status is S.WACHT
    assert not wereld.wie.beheerder
