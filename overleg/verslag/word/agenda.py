"""The agenda as a Word file."""

from datetime import datetime

from overleg.agenda.inhoud import Agendainhoud, Casusinhoud, Gastinhoud, Puntinhoud
from overleg.basis.weergave import datum, datum_lang, tijd
from overleg.verslag.word.bouwer import Bouwer
from overleg.verslag.word.huisstijl import Blad

CONCEPT_MERK = "CONCEPT – de agenda is nog niet verstuurd"


def agenda_docx(
    inhoud: Agendainhoud, kenmerk: str, voor: str, gemaakt_op: datetime, sjabloon: bytes = b""
) -> bytes:
    """Return the Word file of an agenda, made for the organisatie `voor`."""
    bouwer = Bouwer(
        Blad(
            titel=f"Agenda {inhoud.tafel}",
            tafel=inhoud.tafel,
            voettekst=f"Agenda {kenmerk}",
            merk=CONCEPT_MERK if inhoud.is_concept else "",
            gemaakt_op=gemaakt_op,
            sjabloon=sjabloon,
        )
    )
    bouwer.ondertitel(f"{datum_lang(inhoud.datum)}, {tijd(inhoud.begin)} tot {tijd(inhoud.einde)} uur")
    bouwer.paren(_kop(inhoud, voor))
    bouwer.kop("Uw tijden" if inhoud.als_gast else "Agendapunten")
    if inhoud.uitleg_bij_deel:
        bouwer.tekst(inhoud.uitleg_bij_deel)
    tijden = inhoud.toont_tijden
    kolommen = [("Nr.", 1.2), ("Tijd", 2.8), ("Onderwerp", 11.2), ("Minuten", 1.8)]
    if not tijden:
        kolommen = [("Nr.", 1.2), ("Onderwerp", 14), ("Minuten", 1.8)]
    rijen = [_rij(nummer, punt, tijden=tijden) for nummer, punt in enumerate(inhoud.punten, start=1)]
    bouwer.tabel(kolommen, rijen, leeg="Er staan nog geen punten op de agenda.")
    return bouwer.bestand()


def _kop(inhoud: Agendainhoud, voor: str) -> list[tuple[str, str]]:
    paren = [
        ("Vorm en plaats", ", ".join(deel for deel in (inhoud.vorm.tekst, inhoud.plaats) if deel)),
        ("Voorzitter", inhoud.voorzitter),
        ("Secretaris", inhoud.secretaris),
        ("Stand", inhoud.status.tekst),
    ]
    if inhoud.open_acties is not None:
        paren.append(("Openstaande acties", str(inhoud.open_acties)))
    bevat = f"{voor}. Dit exemplaar bevat alleen wat deze organisatie mag zien."
    return [*paren, ("Exemplaar voor", bevat)]


def _rij(nummer: int, punt: Puntinhoud, *, tijden: bool) -> tuple[str, ...]:
    regels = [punt.titel]
    if punt.casus:
        regels += _casus(punt.casus)
    regels += [_gast(gast, tijden=tijden) for gast in punt.gasten]
    if punt.eerder_op:
        regels.append(f"Komt van het overleg van {datum(punt.eerder_op)}.")
    if punt.doorgezet:
        regels.append("Doorgezet naar een later overleg.")
    vak = (f"{tijd(punt.begin)} – {tijd(punt.einde)}",) if tijden else ()
    return str(nummer), *vak, "\n\n".join(regels), str(punt.minuten)


def _casus(casus: Casusinhoud) -> list[str]:
    regels = ["Spoed: er zijn spoedafspraken gemaakt."] if casus.spoed else []
    regels.append(f"Concrete vraag: {casus.vraag or 'nog geen'}")
    if casus.themas:
        regels.append(f"Thema’s: {', '.join(casus.themas)}")
    regels.append(f"Ingebracht door: {casus.inbrenger}")
    if casus.uitzondering_reden:
        regels.append(f"Voldoet niet aan de criteria, toch toegelaten: {casus.uitzondering_reden}")
    return regels


def _gast(gast: Gastinhoud, *, tijden: bool) -> str:
    wie = ", ".join(deel for deel in (gast.naam, gast.organisatie) if deel)
    slot = f", van {tijd(gast.begin)} tot {tijd(gast.einde)}" if gast.begin and tijden else ""
    return f"Te gast: {wie}{slot}"
