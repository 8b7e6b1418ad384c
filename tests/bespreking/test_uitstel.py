"""Putting off to tell someone keeps every round, in the meeting and after it (domein.md §5, question 3)."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select

from models import Directbetrokkene, Gebruiker, Informering, Uitstel
from models.waarden import InformerenStatus
from overleg.basis.weergave import tijdstip
from overleg.bespreking.regels.informeren import Uitstelronde, is_nieuwe_ronde, mag_weghalen
from overleg.persoonsverzoeken.opvragen.dossier import dossier_van
from overleg.persoonsverzoeken.regels.afschermen import AFGESCHERMD
from overleg.verslag.samenstellen import stel_samen
from tests.opvolging.wereld import Wereld, dag, maak_wereld
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]
GEPLAND, UITGESTELD, GEDAAN = InformerenStatus.GEPLAND, InformerenStatus.UITGESTELD, InformerenStatus.GEDAAN
EERST = Uitstelronde("Gevaar.", date(2026, 12, 1))


@pytest.fixture
def wereld(fabriek: Fabriek) -> Wereld:
    """A casus that is on in a running meeting."""
    return maak_wereld(fabriek)


@pytest.mark.parametrize(
    ("status", "laatste", "gevraagd", "nieuw"),
    [
        (GEPLAND, None, EERST, True),
        (UITGESTELD, EERST, EERST, False),
        (UITGESTELD, EERST, Uitstelronde("Nog gevaar.", EERST.opnieuw_op), True),
        (UITGESTELD, EERST, Uitstelronde("Gevaar.", date(2026, 12, 8)), True),
        (GEPLAND, EERST, EERST, True),  # planned in between: it is put off anew
    ],
)
def test_is_nieuwe_ronde(
    status: InformerenStatus, laatste: Uitstelronde | None, gevraagd: Uitstelronde, *, nieuw: bool
) -> None:
    assert is_nieuwe_ronde(status, laatste, gevraagd) is nieuw


@pytest.mark.parametrize(
    ("status", "rondes", "hier", "mag"),
    [
        (GEPLAND, 0, True, True),
        (UITGESTELD, 1, True, True),
        (UITGESTELD, 2, True, False),
        (GEPLAND, 2, True, False),  # planned again: what was put off before does not go with it
        (GEDAAN, 0, True, False),
        (GEPLAND, 0, False, False),
    ],
)
def test_mag_weghalen(status: InformerenStatus, rondes: int, *, hier: bool, mag: bool) -> None:
    assert bool(mag_weghalen(status, rondes, hier_vastgelegd=hier)) is mag


def _stel_uit(wereld: Wereld, client: FlaskClient, reden: str, dagen: int, **meer: str) -> int:
    velden = {
        "informeren-wanneer": "uitgesteld",
        "informeren-uitstel_reden": reden,
        "informeren-opnieuw_op": dag(dagen),
    }
    return wereld.informeren(client, wereld.slachtoffer, **{**velden, **meer}).status_code


def _van(wereld: Wereld, mens: Directbetrokkene) -> Informering:
    wereld.sessie.expire_all()
    return wereld.sessie.scalars(select(Informering).where(Informering.betrokkene_id == mens.id)).one()


def _rij(wereld: Wereld) -> Informering:
    return _van(wereld, wereld.slachtoffer)


def _wijzig(wereld: Wereld) -> dict[str, str]:
    rij = _rij(wereld)
    return {"informeren-id": str(rij.id), "informeren-versie": str(rij.versie)}


def _redenen(wereld: Wereld) -> list[str]:
    return [ronde.reden for ronde in _rij(wereld).uitstellen]


def _rondes(client: FlaskClient, pad: str) -> list[str]:
    """Return the rounds as a page lists them."""
    blad = BeautifulSoup(client.get(pad).text, "html.parser")
    return [" ".join(li.get_text().split()) for li in blad.select(".uitstel__rondes > li")]


def test_uitstellen__in_de_bespreking__elke_ronde_blijft(wereld: Wereld, als: Als) -> None:
    voorzitter, secretaris = als(wereld.voorzitter), als(wereld.secretaris)
    pad = f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}"
    assert _stel_uit(wereld, voorzitter, "Eerst gevaar.", 5) == 303
    assert _stel_uit(wereld, voorzitter, "Eerst gevaar.", 5, **_wijzig(wereld)) == 303
    assert _redenen(wereld) == ["Eerst gevaar."], "nothing was put off anew"
    assert _stel_uit(wereld, secretaris, "Nog gevaar.", 7, **_wijzig(wereld)) == 303
    assert _redenen(wereld) == ["Nog gevaar.", "Eerst gevaar."]
    eerste, tweede = _rondes(voorzitter, pad)
    assert "Nog gevaar." in eerste
    assert wereld.secretaris.naam in eerste
    assert "Eerst gevaar." in tweede
    assert wereld.voorzitter.naam in tweede
    weg = wereld.post(voorzitter, f"informeren/{_rij(wereld).id}/verwijderen")
    assert weg.status_code == 422
    assert "al vaker uitgesteld" in weg.text
    assert wereld.informeren(voorzitter, wereld.slachtoffer, **_wijzig(wereld)).status_code == 303
    assert _rij(wereld).status is GEPLAND
    assert len(_rondes(voorzitter, pad)) == 2, "planned again: what was put off stays readable"


def test_vaker_uitgesteld__wordt_niet_de_plicht_om_een_ander_te_vertellen(wereld: Wereld, als: Als) -> None:
    """Taking it away is refused; making it about somebody else would drop the duty just as well."""
    voorzitter = als(wereld.voorzitter)
    assert _stel_uit(wereld, voorzitter, "Eerst gevaar.", 5) == 303
    kind = {"informeren-betrokkene": str(wereld.kind.id)}
    assert wereld.informeren(voorzitter, wereld.slachtoffer, **_wijzig(wereld), **kind).status_code == 303
    terug = {
        "informeren-id": str(_van(wereld, wereld.kind).id),
        "informeren-versie": str(_van(wereld, wereld.kind).versie),
    }
    assert wereld.informeren(voorzitter, wereld.slachtoffer, **terug).status_code == 303, "a slip is mended"
    for reden in ("Nog gevaar.", "Weer gevaar."):
        assert _stel_uit(wereld, voorzitter, reden, 6, **_wijzig(wereld)) == 303
    antwoord = wereld.informeren(voorzitter, wereld.slachtoffer, **_wijzig(wereld), **kind)
    assert antwoord.status_code == 422
    assert "staat al vast en blijft staan" in antwoord.text
    assert _rij(wereld).betrokkene_id == wereld.slachtoffer.id


def test_weghalen__een_keer_uitgesteld__ronde_gaat_mee(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    assert _stel_uit(wereld, voorzitter, "Per ongeluk.", 5) == 303
    assert wereld.post(voorzitter, f"informeren/{_rij(wereld).id}/verwijderen").status_code == 303
    assert not wereld.sessie.scalars(select(Uitstel)).all()


def test_uitstellen__na_de_bespreking__lijst_op_elke_plek(wereld: Wereld, als: Als) -> None:
    voorzitter, agent = als(wereld.voorzitter), als(wereld.agent)
    wereld.beantwoord_alles(voorzitter)
    assert _stel_uit(wereld, voorzitter, "Eerst gevaar.", 5, **_wijzig(wereld)) == 303
    assert wereld.rond_af(voorzitter).status_code == 303
    pad = f"/informeren/{_rij(wereld).id}"
    for reden in ("Nog gevaar.", "Weer gevaar."):
        velden = {"uitstel-reden": reden, "uitstel-opnieuw_op": dag(9)}
        assert agent.post(f"{pad}/uitstellen", data=velden).status_code == 303
    assert _redenen(wereld) == ["Weer gevaar.", "Nog gevaar.", "Eerst gevaar."]
    assert [ronde.split("Omdat: ")[1] for ronde in _rondes(agent, pad)] == _redenen(wereld)
    assert als(wereld.officier).get(pad).status_code == 403, "who may not report it, does not read why either"
    assert "3 keer uitgesteld" in agent.get("/acties").text
    assert "3 keer uitgesteld" in voorzitter.get(f"/casussen/{wereld.casus.id}/opvolging").text
    verslag = stel_samen(wereld.sessie, wereld.overleg)
    nu, eerder, eerst = verslag.casussen[0].besluiten[2].antwoord[:3]
    assert "Reden van uitstel: Weer gevaar." in nu
    assert f"{wereld.slachtoffer.naam}, eerder uitgesteld op {dag(0)} tot {dag(9)}, door T. Hoekman" in eerder
    assert eerst.endswith("Reden van uitstel: Eerst gevaar.")
    assert agent.post(f"{pad}/gedaan", data={"gedaan-op": dag(0)}).status_code == 303
    assert len(_rondes(agent, pad)) == 3, "told: how often it was put off stays"


def test_inzage__waarom_uitgesteld__wordt_eerst_afgeschermd(wereld: Wereld, als: Als) -> None:
    """Why it was put off is about the safety of another, mostly: somebody must choose to let it be read."""
    assert _stel_uit(wereld, als(wereld.voorzitter), "Gevaar voor Fenna.", 5) == 303
    delen = dossier_van(wereld.sessie, wereld.fabriek.vrager(wereld.voorzitter), _rij(wereld).betrokkene)
    (deel,) = [deel for deel in delen if "uitgesteld" in deel.kop and deel.kop.startswith("Waarom")]
    assert (deel.origineel, deel.voorstel) == ("Gevaar voor Fenna.", AFGESCHERMD)


def _ingevuld(client: FlaskClient, wereld: Wereld) -> str:
    """Return what the third question says of who filled in its first row, and when."""
    pad = f"/overleggen/{wereld.overleg.id}/bespreking/{wereld.bespreking.punt_id}"
    regel = BeautifulSoup(client.get(pad).text, "html.parser").select_one("#vraag-informeren .ingevuld")
    assert regel is not None
    return " ".join(regel.get_text().split())


TOEN = datetime(2026, 2, 3, 9, 4, tzinfo=UTC)


@pytest.mark.parametrize("erna", [False, True])
def test_ingevuld_door__een_ander_stelt_uit__blijft_wie_het_invulde_en_wanneer(
    wereld: Wereld, als: Als, monkeypatch: pytest.MonkeyPatch, *, erna: bool
) -> None:
    voorzitter = als(wereld.voorzitter)
    with monkeypatch.context() as klok:
        klok.setattr("overleg.logboek.schrijven.nu", lambda: TOEN)
        wereld.beantwoord_alles(voorzitter)
    ingevuld = _ingevuld(voorzitter, wereld)
    assert ingevuld == f"Ingevuld door {wereld.voorzitter.naam}, {tijdstip(TOEN)}"
    if erna:
        assert wereld.rond_af(voorzitter).status_code == 303
        velden = {"uitstel-reden": "Gevaar.", "uitstel-opnieuw_op": dag(9)}
        uitstellen = f"/informeren/{_rij(wereld).id}/uitstellen"
        assert als(wereld.agent).post(uitstellen, data=velden).status_code == 303
    else:
        assert _stel_uit(wereld, als(wereld.secretaris), "Gevaar.", 5, **_wijzig(wereld)) == 303
    (ronde,) = _rij(wereld).uitstellen
    assert ronde.door_id == (wereld.agent.id if erna else wereld.secretaris.id)
    assert _ingevuld(voorzitter, wereld) == ingevuld


def test_ingevuld_door__een_ander_wijzigt_wat__is_wie_het_nu_invulde(wereld: Wereld, als: Als) -> None:
    voorzitter = als(wereld.voorzitter)
    assert _stel_uit(wereld, voorzitter, "Gevaar.", 5) == 303
    anders = {"informeren-wat": "Iets anders.", **_wijzig(wereld)}
    assert _stel_uit(wereld, als(wereld.secretaris), "Gevaar.", 5, **anders) == 303
    assert _ingevuld(voorzitter, wereld).startswith(f"Ingevuld door {wereld.secretaris.naam}, ")
