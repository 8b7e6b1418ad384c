"""What an aanmelding must hold to be handed in, and what it lacks (domein.md §3 and §9)."""

from dataclasses import dataclass
from datetime import date

from models.waarden import BetrokkeneRol, MeldingStatus, Samenloop
from overleg.basis.oordeel import JA, Oordeel, Reden, nee
from overleg.instroom.regels.formulier import niet_geplaatst

ZET_OP_PLEK = "Zet op zijn plek wat niet uit uw formulier te plaatsen was, of haal het weg."


@dataclass(frozen=True)
class PersoonFeit:
    """Of one directbetrokkene only what the rule asks."""

    naam: str
    rol: BetrokkeneRol


@dataclass(frozen=True)
class Feiten:
    """Of an aanmelding only what the rules ask."""

    samenloop: Samenloop | None
    wat_gebeurd: str
    concrete_vraag: str
    personen: tuple[PersoonFeit, ...]
    criteria_open: tuple[str, ...]
    melding: "MeldingFeit"


@dataclass(frozen=True)
class MeldingFeit:
    """The melding to Veilig Thuis as it stands."""

    status: MeldingStatus
    nummer: str = ""
    datum: date | None = None
    volgt_door: str = ""
    volgt_uiterlijk: date | None = None


def nog_nodig(feiten: Feiten, dag: date) -> list[Reden]:
    """Return what must be filled in before handing in on `dag`; each names the part of the form it is about.

    A concrete vraag and a melding may still be missing: triage shows that, and without either the
    casus gets on no agenda (domein.md §9).
    """
    return [
        *_personen_nodig(feiten.personen),
        *_als(feiten.samenloop is None, "Kies waar straf en zorg samenkomen.", "samenloop"),
        *_als(not feiten.wat_gebeurd, "Beschrijf wat er is gebeurd.", "wat_gebeurd"),
        *_als(bool(niet_geplaatst(feiten.wat_gebeurd)), ZET_OP_PLEK, "wat_gebeurd"),
        *_melding_nodig(feiten.melding, dag),
        *(Reden(f"Beantwoord criterium {code}.", f"criterium-{code}") for code in feiten.criteria_open),
    ]


def _als(waar: bool, zin: str, plek: str) -> list[Reden]:
    return [Reden(zin, plek)] if waar else []


def _personen_nodig(personen: tuple[PersoonFeit, ...]) -> list[Reden]:
    plek = "betrokkenen"
    if not personen:
        return [Reden("Voeg minstens één directbetrokkene toe.", plek)]
    zonder_naam = any(not persoon.naam for persoon in personen)
    zonder_rol = any(persoon.rol is BetrokkeneRol.ONBEKEND for persoon in personen)
    return [
        *_als(zonder_naam, "Vul van elke directbetrokkene de naam in (of ‘onbekend’).", plek),
        *_als(zonder_rol, "Kies van elke directbetrokkene de rol.", plek),
    ]


def _melding_nodig(melding: MeldingFeit, dag: date) -> list[Reden]:
    """A melding that was made has its date; one that follows says by whom and by when (domein.md §3)."""
    if melding.status is MeldingStatus.GEDAAN:
        te_vroeg = melding.datum is not None and melding.datum > dag
        return [
            *_als(melding.datum is None, "Vul de datum van de melding in.", "melding_datum"),
            *_als(te_vroeg, "Een melding die nog komt, zet u op ‘volgt’.", "melding_datum"),
        ]
    if melding.status is not MeldingStatus.VOLGT:
        return []
    return [
        *_als(not melding.volgt_door, "Vul in wie de melding doet.", "melding_volgt_door"),
        *_als(
            melding.volgt_uiterlijk is None,
            "Vul in wanneer de melding er uiterlijk is.",
            "melding_volgt_uiterlijk",
        ),
    ]


def mag_ingediend(feiten: Feiten, dag: date) -> Oordeel:
    """Say whether the aanmelding can be handed in on `dag`."""
    return Oordeel(tuple(nog_nodig(feiten, dag)))


def melding_compleet(melding: MeldingFeit, dag: date) -> Oordeel:
    """Say whether a melding says what it must on `dag`: always, once the aanmelding was handed in."""
    return Oordeel(tuple(_melding_nodig(melding, dag)))


def volgt_nog(melding: MeldingFeit, eerder: date | None, dag: date) -> Oordeel:
    """Say whether a melding that follows is promised for a day still to come.

    What was promised `eerder` stays as it is, also when that day is past: it is overdue and shown so
    (domein.md §3).
    """
    uiterlijk = melding.volgt_uiterlijk
    if melding.status is not MeldingStatus.VOLGT or uiterlijk is None or uiterlijk == eerder:
        return JA
    if uiterlijk < dag:
        return nee("Deze dag is al voorbij. Kies een dag vanaf vandaag.", "melding_volgt_uiterlijk")
    return JA


def melding_te_laat(melding: MeldingFeit, dag: date) -> bool:
    """Whether the melding should have been there by now."""
    uiterlijk = melding.volgt_uiterlijk
    return melding.status is MeldingStatus.VOLGT and uiterlijk is not None and uiterlijk < dag


def samenloop_zin(samenloop: Samenloop | None) -> str:
    """Return what to say about the answer: with neither, VT's ordinary route (domein.md §1)."""
    if samenloop is not Samenloop.GEEN:
        return ""
    return (
        "Zonder samenloop van straf en zorg en zonder vermoeden van een strafbaar feit gaat een zaak de "
        "gewone weg van Veilig Thuis. Doe daar een melding. Indienen kan wel: leg dan in de vraag uit "
        "waarom dit overleg nodig is."
    )
