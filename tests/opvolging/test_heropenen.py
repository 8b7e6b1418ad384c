"""Opening a closed casus again tells who still has something to do in it (domein.md §12)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Afspraak, Bericht, Besluit, Gebruiker
from models.waarden import AfspraakStatus, BesluitSoort, CasusStatus, Rol
from models.waarden_post import Mailkeuze
from overleg.basis.klok import nu
from tests.opvolging.wereld import Wereld, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


@pytest.fixture
def wereld(fabriek: Fabriek, als: Als) -> Wereld:
    """Return a closed casus: regie of the politie, the secretaris as stand-in, an open afspraak of the OM."""
    wereld = maak_wereld(fabriek)
    wereld.beantwoord_alles(als(wereld.voorzitter))
    assert wereld.rond_af(als(wereld.voorzitter)).status_code == 303
    wereld.sessie.expire_all()
    regie = wereld.sessie.scalars(select(Besluit).where(Besluit.soort == BesluitSoort.REGIE)).one()
    assert regie.persoon_id == wereld.agent.id
    regie.achtervang_id, regie.achtervang_naam = wereld.secretaris.id, wereld.secretaris.naam
    van_officier = {"persoon_id": wereld.officier.id, "persoon_naam": wereld.officier.naam}
    wereld.afspraak(1, wereld.om, geldt_vanaf=nu(), **van_officier)
    wereld.afspraak(2, wereld.om, geldt_vanaf=nu(), **van_officier)
    wereld.casus.status, wereld.casus.gesloten_op = CasusStatus.GESLOTEN, nu()
    wereld.casus.gesloten_reden = "Klaar."
    wereld.fabriek.klaar()
    return wereld


def _heropen(wereld: Wereld, client: FlaskClient) -> list[Bericht]:
    pad = f"/casussen/{wereld.casus.id}/opvolging/heropenen"
    voor = set(wereld.sessie.scalars(select(Bericht.id)))
    wereld.sessie.rollback()
    reden = {"heropenen-reden": "Marijke Stoelwinder is opnieuw bedreigd."}
    assert client.post(pad, data=reden).status_code == 303
    wereld.sessie.expire_all()
    return [bericht for bericht in wereld.sessie.scalars(select(Bericht)) if bericht.id not in voor]


def test_heropenen__regisseur_achtervang_en_eigenaren__een_keer_en_zonder_namen(
    wereld: Wereld, als: Als
) -> None:
    berichten = _heropen(wereld, als(wereld.voorzitter))
    assert sorted(b.aan for b in berichten) == sorted(
        wie.email for wie in (wereld.agent, wereld.secretaris, wereld.officier)
    )
    for bericht in berichten:
        assert str(wereld.casus.kenmerk) in bericht.onderwerp
        assert "weer geopend" in bericht.tekst
        assert not {"Marijke", "bedreigd."} & set(bericht.tekst.split())


def test_heropenen__niet_wie_buiten_staat_of_geen_mail_wil__en_alleen_wat_open_is(
    wereld: Wereld, als: Als
) -> None:
    wereld.fabriek.sluit_uit(wereld.casus, wereld.agent, wereld.voorzitter)
    wereld.secretaris.mail = Mailkeuze.GEEN
    for rij in wereld.sessie.scalars(select(Afspraak)):
        rij.status, rij.status_op = AfspraakStatus.GEDAAN, nu()
    wereld.fabriek.klaar()
    assert _heropen(wereld, als(wereld.voorzitter)) == []


def test_heropenen__niemand_genoemd__wie_voor_die_organisatie_spreekt(wereld: Wereld, als: Als) -> None:
    for rij in wereld.sessie.scalars(select(Afspraak)):
        rij.persoon_id, rij.persoon_naam = None, ""
    tweede = wereld.fabriek.lid(wereld.tafel, wereld.om, Rol.DEELNEMER)
    wereld.fabriek.lid(wereld.tafel, wereld.om, Rol.INBRENGER)
    wereld.fabriek.klaar()
    aan = {bericht.aan for bericht in _heropen(wereld, als(wereld.voorzitter))}
    assert aan == {wie.email for wie in (wereld.agent, wereld.secretaris, wereld.officier, tweede)}
