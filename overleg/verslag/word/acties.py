"""The action list as a Word file."""

from collections.abc import Sequence
from datetime import date, datetime

from overleg.basis.weergave import datum
from overleg.verslag.actielijst import Aanbod, Actie, Actielijst, TeInformeren
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import Blad

TE_LAAT = "te laat"


def actielijst_docx(lijst: Actielijst, gemaakt_op: datetime, sjabloon: bytes = b"") -> bytes:
    """Return the Word file of an action list; late ones say so in words."""
    bouwer = Bouwer(
        Blad(
            titel=lijst.titel,
            tafel=lijst.tafel,
            voettekst=f"Actielijst {lijst.kenmerk}",
            merk="",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        )
    )
    bouwer.ondertitel(lijst.ondertitel)
    bouwer.paren(
        [
            ("Exemplaar voor", f"{lijst.voor}. Dit exemplaar bevat alleen wat deze organisatie mag zien."),
            ("Acties", _aantal(lijst.acties)),
            *([("Informeren", _aantal(lijst.informeren))] if lijst.informeren else []),
            *([("Wacht op uw antwoord", str(len(lijst.aanbod)))] if lijst.aanbod else []),
        ]
    )
    bouwer.kop("Acties op datum")
    kolommen = [
        ("Uiterlijk", 2.2),
        ("Casus", 2.8),
        ("Wat", 4.5),
        ("Wie", 3.5),
        ("Wacht op", 2.2),
        ("Stand", 1.8),
    ]
    bouwer.tabel(kolommen, [_rij(actie) for actie in lijst.acties], leeg="Er zijn geen acties.")
    _informeren(bouwer, lijst.informeren)
    _aanbod(bouwer, lijst.aanbod)
    return bouwer.bestand()


def _aantal(rijen: Sequence[Actie | TeInformeren]) -> str:
    laat = sum(rij.te_laat for rij in rijen)
    return f"{len(rijen)}, waarvan {laat or 'geen'} {TE_LAAT}" if rijen else "geen"


def _informeren(bouwer: Bouwer, plichten: tuple[TeInformeren, ...]) -> None:
    """Write whom to tell what; a list without anybody to tell has no such part."""
    if not plichten:
        return
    bouwer.kop("Mensen en partijen informeren")
    kolommen = [("Uiterlijk", 2.2), ("Casus", 2.8), ("Wie", 3.0), ("Wat", 3.7), ("Door", 2.9), ("Stand", 2.4)]
    bouwer.tabel(
        kolommen,
        [(_dag(p.datum, p.te_laat), p.kenmerk, p.wie, p.wat, p.door, p.stand) for p in plichten],
    )


def _aanbod(bouwer: Bouwer, aanbod: tuple[Aanbod, ...]) -> None:
    """Write what is offered; until the answer the giver stays responsible (domein.md §5)."""
    if not aanbod:
        return
    bouwer.kop("Aangeboden: wacht op uw antwoord")
    bouwer.tabel(
        [("Casus", 2.8), ("Wat", 5.8), ("Van", 3.4), ("Per", 2.2), ("Toelichting", 2.8)],
        [(a.kenmerk, a.wat, a.van, datum(a.per) or "–", a.toelichting or "–") for a in aanbod],
    )


def _dag(dag: date | None, te_laat: bool) -> str:
    return f"{datum(dag)}\n{TE_LAAT.upper()}" if te_laat else datum(dag) or "geen datum"


def _rij(actie: Actie) -> tuple[str, ...]:
    casus = f"{actie.kenmerk}\nafspraak {actie.nummer}"
    wie = "\n".join(deel for deel in (actie.wie, actie.akkoord) if deel)
    return _dag(actie.datum, actie.te_laat), casus, actie.wat, wie, actie.wacht_op, actie.stand
