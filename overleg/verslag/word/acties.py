"""The action list as a Word file."""

from datetime import datetime

from overleg.basis.weergave import datum
from overleg.verslag.actielijst import Actie, Actielijst
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import Blad

TE_LAAT = "te laat"


def actielijst_docx(lijst: Actielijst, gemaakt_op: datetime) -> bytes:
    """Return the Word file of an action list; late ones say so in words."""
    bouwer = Bouwer(
        Blad(
            titel=lijst.titel,
            tafel=lijst.tafel,
            voettekst=f"Actielijst {lijst.kenmerk}",
            merk="",
            gemaakt_op=gemaakt_op,
        )
    )
    bouwer.ondertitel(lijst.ondertitel)
    laat = sum(actie.te_laat for actie in lijst.acties)
    bouwer.paren(
        [
            ("Exemplaar voor", f"{lijst.voor}. Dit exemplaar bevat alleen wat deze organisatie mag zien."),
            (
                "Aantal",
                f"{len(lijst.acties)}, waarvan {laat or 'geen'} {TE_LAAT}" if lijst.acties else "geen",
            ),
        ]
    )
    bouwer.kop("Acties op datum")
    kolommen = [
        ("Uiterlijk", 2.2),
        ("Casus", 2.6),
        ("Wat", 4.7),
        ("Wie", 3.5),
        ("Wacht op", 2.2),
        ("Stand", 1.8),
    ]
    bouwer.tabel(kolommen, [_rij(actie) for actie in lijst.acties], leeg="Er zijn geen acties.")
    return bouwer.bestand()


def _rij(actie: Actie) -> tuple[str, ...]:
    dag = f"{datum(actie.datum)}\n{TE_LAAT.upper()}" if actie.te_laat else datum(actie.datum)
    casus = f"{actie.kenmerk}\nafspraak {actie.nummer}"
    wie = "\n".join(deel for deel in (actie.wie, actie.akkoord) if deel)
    return dag, casus, actie.wat, wie, actie.wacht_op, actie.stand
