"""Taking a destroyed casus out of a record: what goes, what stays, twice the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from overleg.verslag import inhoud as i
from overleg.verslag.bewaren import WEG, controlegetal, naar_json, ontdooi, uit_json
from overleg.verslag.inkorten import zonder_casus
from tests.verslag.test_word import vul

EEN, ANDER = UUID(int=1), UUID(int=2)
DAG = date(2026, 11, 25)


def geheel() -> i.Verslaginhoud:
    """Return a record of two casussen, with everything filled."""
    vol = vul(i.Verslaginhoud)
    casus, actie, gast, agenda = vol.casussen[0], vol.vorige_acties[0], vol.aanwezigen[0], vol.agenda[0]
    noot = i.Rectificatie(
        1, datetime(2026, 1, 1, tzinfo=UTC), "X", "KANARIE-reden", "KANARIE-tekst", EEN, "k"
    )
    return replace(
        vol,
        casussen=(replace(casus, id=EEN), replace(casus, id=ANDER)),
        vorige_acties=(replace(actie, casus_id=EEN), replace(actie, casus_id=ANDER)),
        agenda=(replace(agenda, casus_id=EEN), replace(agenda, casus_id=ANDER)),
        aanwezigen=(
            replace(gast, naam="alleen bij een", bij_casus=EEN, ook_bij=frozenset()),
            replace(gast, naam="bij beide", bij_casus=EEN, ook_bij=frozenset({ANDER})),
            replace(gast, naam="bij beide, andersom", bij_casus=ANDER, ook_bij=frozenset({EEN})),
            replace(gast, naam="bij alles", bij_casus=None, ook_bij=frozenset()),
        ),
        rectificaties=(noot, replace(noot, nummer=2, casus_id=ANDER), replace(noot, nummer=3, casus_id=None)),
    )


def test_zonder_casus__alles_van_deze_en_niets_van_de_andere() -> None:
    eerst = geheel()
    na = zonder_casus(eerst, EEN, DAG)
    weg, blijft = na.casussen
    assert weg.vernietigd == "De gegevens van deze casus zijn vernietigd op 25-11-2026."
    assert (
        "KANARIE"
        not in naar_json(replace(na, casussen=(replace(weg, kenmerk=""),), vorige_acties=()))
        .split('"casussen"')[1]
        .split('"code"')[0]
    )
    assert blijft == eerst.casussen[1]
    assert [a.casus_id for a in na.vorige_acties] == [ANDER]
    assert na.agenda == eerst.agenda
    assert [(w.naam, sorted(w.bij_casussen, key=str)) for w in na.aanwezigen] == [
        ("bij beide", [ANDER]),
        ("bij beide, andersom", [ANDER]),
        ("bij alles", []),
    ]
    assert [(r.reden, r.tekst) for r in na.rectificaties] == [
        (WEG, WEG),
        ("KANARIE-reden", "KANARIE-tekst"),
        ("KANARIE-reden", "KANARIE-tekst"),
    ]


def test_zonder_casus__nog_eens_en_heen_en_terug__hetzelfde() -> None:
    na = zonder_casus(geheel(), EEN, DAG)
    assert zonder_casus(na, EEN, date(2027, 1, 1)) == na
    tekst = naar_json(na)
    assert ontdooi(tekst, controlegetal(tekst)) == na
    assert zonder_casus(na, UUID(int=9), DAG) == na


def test_ouder_verslag__zonder_dit_veld__blijft_leesbaar() -> None:
    tekst = naar_json(geheel()).replace(',"vernietigd":""', "")
    assert '"vernietigd"' not in tekst
    assert uit_json(tekst) == geheel()
