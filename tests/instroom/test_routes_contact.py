"""Addresses and ways of contact: kept, changed, and shown on purpose only (docs/besluiten/018)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Bericht, Directbetrokkene, Gebeurtenis, Gebruiker
from models.waarden import BetrokkeneRol, CasusStatus, Rol
from tests.instroom.steun import begin, bewaar, dek, personen, velden, ververs
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
ADRES, NUMMER, HOE = "KANARIE-Schuilweg 7", "KANARIE-0612", "KANARIE-via haar zus"
GOED, NIET_TE_ZIEN = 200, 404
GEHEIMEN = {
    "betrokkenen-0-adres": ADRES,
    "betrokkenen-0-contact": NUMMER,
    "betrokkenen-0-contact_hoe": HOE,
    "betrokkenen-0-contact_veilig": "onder_voorwaarde",
}


def _eerste(fabriek: Fabriek, casus: str) -> Directbetrokkene:
    return ververs(fabriek, casus).betrokkenen[0]


def _met_adres(fabriek: Fabriek, client: FlaskClient) -> str:
    casus = begin(client)
    rij = personen(("Marijke Postma", "1988", "slachtoffer"))
    assert bewaar(client, casus, {**rij, **GEHEIMEN}).status_code == 303
    persoon = _eerste(fabriek, casus)
    assert (persoon.adres, persoon.contact, persoon.contact_hoe) == (ADRES, NUMMER, HOE)
    return casus


def test_aanmelding__opnieuw_bewaren__houdt_wat_niet_getoond_wordt(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    fabriek.klaar()
    client = als(t.agent)
    casus = _met_adres(fabriek, client)
    pad = f"/casussen/{casus}/bewerken"
    pagina = client.get(pad).text
    assert "KANARIE" not in pagina
    assert "niet getoond: het adres, telefoon of e-mail, hoe contact veilig is." in " ".join(pagina.split())
    assert bewaar(client, casus, {"grootste_zorg": "Anders"}).status_code == 303
    persoon = _eerste(fabriek, casus)
    assert (persoon.adres, persoon.contact, persoon.contact_hoe) == (ADRES, NUMMER, HOE)
    # Clearing everything one sees of a person does not quietly take what one does not see.
    leeg = {f"betrokkenen-0-{veld}": "" for veld in ("naam", "geboren", "rol")}
    bewaar(client, casus, leeg)
    assert _eerste(fabriek, casus).adres == ADRES


def test_aanmelding__wijzigen_en_wissen(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    fabriek.klaar()
    client = als(t.agent)
    casus = _met_adres(fabriek, client)
    nieuw = {"betrokkenen-0-adres": "KANARIE-Nieuwplein 2", "betrokkenen-0-wissen": ["contact"]}
    assert bewaar(client, casus, nieuw).status_code == 303
    persoon = _eerste(fabriek, casus)
    assert (persoon.adres, persoon.contact, persoon.contact_hoe) == ("KANARIE-Nieuwplein 2", "", HOE)
    # "Only under a condition" needs the condition: it cannot be wiped alone.
    zonder = bewaar(client, casus, {"betrokkenen-0-wissen": ["contact_hoe"]}, actie="indienen")
    assert "Schrijf op wanneer en hoe contact veilig is." in zonder.text


def test_contact__met_doel_getoond_en_genoteerd(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    fabriek.klaar()
    client = als(t.agent)
    casus = _met_adres(fabriek, client)
    pad = f"/betrokkenen/{_eerste(fabriek, casus).id}/contact"
    assert pad in client.get(f"/casussen/{casus}/bewerken").text
    assert "KANARIE" not in client.get(pad).text
    zonder_doel = client.post(pad, data=velden(client, pad))
    assert zonder_doel.status_code == 422
    assert "KANARIE" not in zonder_doel.text
    vraag = select(Gebeurtenis).where(Gebeurtenis.soort == "contact_bekeken")
    fabriek.sessie.rollback()
    assert fabriek.sessie.scalars(vraag).all() == []
    getoond = client.post(pad, data={**velden(client, pad), "doel": "bescherming"})
    assert all(tekst in getoond.text for tekst in (ADRES, NUMMER, HOE))
    assert getoond.headers["Cache-Control"] == "no-store"
    fabriek.sessie.rollback()
    regel = fabriek.sessie.scalars(vraag).one()
    assert regel.gegevens["doel"] == "Iemand beschermen of bezoeken"
    alles = [str(vars(rij)) for rij in fabriek.sessie.scalars(select(Gebeurtenis))]
    alles += [str(vars(rij)) for rij in fabriek.sessie.scalars(select(Bericht))]
    assert "KANARIE" not in "".join(alles)


@pytest.mark.parametrize(
    ("wie", "geheim", "status"),
    [
        ("voorzitter", True, 200),
        ("secretaris", True, 200),
        ("agent", True, 403),
        ("officier", True, 403),
        ("agent", False, 200),
        ("officier", False, 200),
        ("reclasseerder", False, 404),
        ("inbrenger", False, 403),
    ],
)
def test_contact__wie(fabriek: Fabriek, als: Als, wie: str, *, geheim: bool, status: int) -> None:
    t = dek(fabriek)
    inbrenger = fabriek.lid(t.tafel, t.politie, Rol.INBRENGER)
    casus = fabriek.casus(t.tafel, inbrenger, CasusStatus.TOEGELATEN)
    persoon = fabriek.betrokkene(
        casus, BetrokkeneRol.SLACHTOFFER, "Marijke", adres=ADRES, adres_geheim=geheim
    )
    fabriek.klaar()
    client, pad = (
        als(inbrenger if wie == "inbrenger" else getattr(t, wie)),
        f"/betrokkenen/{persoon.id}/contact",
    )
    antwoord = client.post(pad, data={"doel": "contact"})
    assert antwoord.status_code == status
    assert (ADRES in antwoord.text) is (status == GOED)
    if status != NIET_TE_ZIEN:
        blad = client.get(f"/casussen/{casus.id}").text
        assert (pad in blad) is (status == GOED)
        assert ADRES not in blad


def test_dezelfde_persoon_in_twee_rollen__elke_rij_noemt_de_voorwaarde(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    fabriek.klaar()
    client = als(t.agent)
    casus = begin(client)
    rijen = personen(
        ("Zeynep van 't Hart", "1999", "slachtoffer"),
        ("Zeynep van het Hart", "1999", "pleger"),
        ("Elif Hart", "2012", "kind"),
    )
    assert bewaar(client, casus, {**rijen, **GEHEIMEN}).status_code == 303
    tekst = client.get(f"/casussen/{casus}").text
    assert "Staat ook als slachtoffer, en daar: contact alleen onder voorwaarde" in tekst
    assert "Staat ook als (vermoedelijk) pleger" in tekst
    assert "Staat ook als kind" not in tekst
    assert "KANARIE" not in tekst
