"""What stands around an address on paper never comes among text that others read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from overleg.verslag.formulieren.aanmelding import neem_over
from overleg.verslag.formulieren.openen import Vak
from overleg.verslag.formulieren.plaatsen import plaats
from tests.verslag.formulier import Papier
from tests.verslag.test_formulier_lezen import GOED, INHOUD, LEEG, SOORT, _label_van, _noteer_bij, _plaats

GEHEIM = "Zij zit bij haar zus, Geheimstraat 12"


def _apart(papier: Papier) -> None:
    """Hold that what is secret is told of, and stands in no text that others read."""
    geplaatst = _plaats(papier)
    uit = neem_over(SOORT, geplaatst)
    assert GEHEIM not in "".join(rest.tekst for rest in geplaatst.resten)
    assert GEHEIM not in uit.invoer.wat_gebeurd
    assert uit.fouten


@pytest.mark.parametrize("veld", ["adres_geheim", "contact_veilig"])
@pytest.mark.parametrize("hoe", ["erin", "erin en aangevinkt", "ernaast", "opmerking", "vak weg"])
def test_rond_een_adres__nooit_tussen_andere_tekst(veld: str, hoe: str) -> None:
    papier, tag = Papier(GOED), f"betrokkenen-0-{veld}"
    if hoe == "opmerking":
        _noteer_bij(papier, _label_van(papier, tag), GEHEIM)
    elif hoe in {"ernaast", "vak weg"}:
        papier.typ_ernaast(tag, GEHEIM, vak_weg=hoe == "vak weg")
    else:
        teken = "☒ " if hoe == "erin en aangevinkt" and veld == "adres_geheim" else ""
        papier.typ(tag, f"{teken}Ja. {GEHEIM}")
    _apart(papier)


@pytest.mark.parametrize(
    "regels",
    [
        ["Adres", GEHEIM],
        [f"Adres: {GEHEIM}"],
        [f"ADRES\t{GEHEIM}"],
        [f"Naam: Piet\nAdres\n{GEHEIM}\nToestemming: ja"],
        ["Telefoon", "onbekend", GEHEIM],
        ["Dit adres is geheim", GEHEIM],
    ],
)
def test_persoon_die_er_niet_meer_bij_past__adres_apart(regels: list[str]) -> None:
    papier = Papier(GOED)
    for regel in ["Persoon 7", "Naam", "Piet Vermaas", *regels]:
        papier.document.add_paragraph(regel)
    _apart(papier)


def test_persoon_die_er_niet_meer_bij_past__wat_daarna_komt_is_gewone_tekst() -> None:
    papier = Papier(GOED)
    for regel in ["Adres", GEHEIM, "Naam: Piet", "Adressen nagevraagd."]:
        papier.document.add_paragraph(regel)
    geplaatst = _plaats(papier)
    assert [rest.tekst for rest in geplaatst.resten] == ["Naam: Piet", "Adressen nagevraagd."]
    assert {rest.veld for rest in geplaatst.afgeschermd} == {"Adres"}


@pytest.mark.parametrize(
    ("titel", "apart"),
    [
        ("Persoon 7, Adres", True),
        ("Persoon 2, Wanneer en hoe is contact veilig?", True),
        ("Persoon 2, Telefoonnummer", True),
        ("Persoon 2, Naam", False),
        ("C: Contactverbod", False),
    ],
)
def test_vak_dat_er_niet_meer_is__alleen_bekend_aan_zijn_merk(titel: str, *, apart: bool) -> None:
    stukken = (*LEEG.stukken, Vak("merk:" + "0" * 24, titel, GEHEIM, aan=None, plaatshouder=False))
    geplaatst = plaats(replace(LEEG, stukken=stukken), INHOUD, LEEG)
    lijst = geplaatst.afgeschermd if apart else geplaatst.resten
    assert [(rest.veld, rest.tekst) for rest in lijst] == [(titel, GEHEIM)]


def test_vinkje_dat_er_niet_meer_is__met_wat_erin_is_getypt() -> None:
    stukken = (*LEEG.stukken, Vak("criterium-X", "X", "☒ sinds mei", aan=True, plaatshouder=False))
    (rest,) = plaats(replace(LEEG, stukken=stukken), INHOUD, LEEG).resten
    assert rest.tekst == "aangevinkt sinds mei"
