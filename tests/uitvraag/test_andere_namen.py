"""Other names of a directbetrokkene: which go along with a question, and who sees them."""

from __future__ import annotations

import uuid
from io import BytesIO
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Gebeurtenis
from models.waarden import OrganisatieSoort
from overleg.uitvraag.regels import AndereNaam, andere_namen_van, gaan_mee, schrijf_op
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import Als, velden, verzoek_aan, vraag

Org = OrganisatieSoort
WIE = uuid.uuid4()


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("", []),
        (" , ;", []),
        ("oom Ali", ["oom Ali"]),
        ("oom  Ali, Marijke van Dam; Rika\nRika", ["oom Ali", "Marijke van Dam", "Rika"]),
        ("Marijke Stoelwinder, Rie", ["Rie"]),
    ],
)
def test_regel__losse_namen(tekst: str, namen: list[str]) -> None:
    assert [ander.naam for ander in andere_namen_van(WIE, "Marijke Stoelwinder", tekst)] == namen


def test_regel__alleen_wat_is_opgeschreven_gaat_mee() -> None:
    ali, rie = (AndereNaam(WIE, naam) for naam in ("oom Ali", "Rie"))
    vreemd = AndereNaam(uuid.uuid4(), "oom Ali")
    assert gaan_mee([ali, rie, vreemd], schrijf_op([ali])) == (ali,)
    assert gaan_mee([ali, rie], "") == ()
    assert gaan_mee([ali, rie], "KANARIE zonder vorm") == ()
    assert len({ali.sleutel, rie.sleutel, vreemd.sleutel}) == 3


@pytest.fixture
def met_namen(wereld: Wereld, db_sessie: Session) -> Wereld:
    """Give the first person two other names."""
    wereld.casus.betrokkenen[0].andere_namen = "Rika van Dam, Schuilnaam"
    db_sessie.commit()
    return wereld


def test_voorbeeld__iedere_naam_met_een_vinkje(met_namen: Wereld, als: Als) -> None:
    pagina = als(met_namen.wie["voorzitter"]).get(f"/casussen/{met_namen.casus.id}/uitvraag").text
    vak = BeautifulSoup(pagina, "html.parser").find(id="te-zien")
    assert vak is not None
    vinken = vak.find_all("input", type="checkbox")
    namen = [vink for vink in vinken if str(vink["name"]).startswith("naam_")]
    assert [naam.has_attr("checked") for naam in namen] == [True, True]
    assert "Schuilnaam" in vak.text
    assert "12-03-1988" in vak.text or "geboortedatum onbekend" in vak.text


def _vraag_zonder(wereld: Wereld, als: Als, naam: str) -> None:
    client, adres = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    pagina = client.get(adres)
    (weg,) = {
        str(label["for"])
        for label in BeautifulSoup(pagina.text, "html.parser").find_all("label")
        if naam in label.text
    }
    invoer = velden(pagina, "/uitvraag")
    invoer = {n: w for n, w in invoer.items() if not n.startswith("vraag_") and n != weg}
    invoer |= {f"vraag_{wereld.org[Org.POLITIE].id.hex}": "y"}
    assert client.post(adres, data=invoer).status_code == 303


def test_een_naam_weggelaten__scherm_en_word_zonder(met_namen: Wereld, als: Als, db_sessie: Session) -> None:
    _vraag_zonder(met_namen, als, "Schuilnaam")
    verzoek, politie = verzoek_aan(db_sessie, met_namen, Org.POLITIE), als(met_namen.wie["politie"])
    pagina = politie.get(f"/uitvragen/{verzoek.id}").text
    with ZipFile(BytesIO(politie.get(f"/uitvragen/{verzoek.id}/formulier.docx").data)) as pak:
        word = pak.read("word/document.xml").decode()
    for plek in (pagina, word):
        assert "Rika van Dam" in plek
        assert "Schuilnaam" not in plek


def test_later_erbij__gaat_niet_vanzelf_mee(met_namen: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, met_namen, Org.POLITIE)
    verzoek = verzoek_aan(db_sessie, met_namen, Org.POLITIE)
    met_namen.casus.betrokkenen[0].andere_namen = "Rika van Dam, Nieuwe Naam"
    db_sessie.commit()
    pagina = als(met_namen.wie["politie"]).get(f"/uitvragen/{verzoek.id}").text
    assert "Rika van Dam" in pagina
    assert "Nieuwe Naam" not in pagina
    assert "Schuilnaam" not in pagina


def test_logboek__soorten_gegevens_en_geen_inhoud(met_namen: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, met_namen, Org.POLITIE)
    regel = db_sessie.scalars(select(Gebeurtenis).filter_by(soort="informatie_gevraagd")).one()
    assert regel.gegevens["gegevens"] == (
        "kenmerk, namen, andere namen, geboortedata, rollen, 2 van de 2 personen"
    )
    assert "Rika" not in str(regel.gegevens)
