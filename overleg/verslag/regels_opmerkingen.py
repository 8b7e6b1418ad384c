"""Rules about comments on a draft record: pure questions on facts (domein.md §11, besluiten/031)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from models.waarden import OverlegStatus
from models.waarden_verslag import Afhandeling
from overleg.basis.oordeel import JA, Oordeel, let_op, nee, samen

LANGSTE_RONDE = timedelta(days=60)
VOORBIJ = "U kunt niet meer reageren: de dag tot wanneer dat kon is voorbij, of het verslag is vastgesteld."
GESLOTEN_NIET_KLAAR = (
    "Bij een casus die voor u gesloten is, klopt nog iets niet. "
    "Vraag een ander die de tafel leidt om ernaar te kijken."
)


@dataclass(frozen=True)
class Reactieronde:
    """Where a meeting stands with its comments, as of `vandaag`."""

    status: OverlegStatus
    tot: date | None
    vandaag: date

    @property
    def loopt(self) -> bool:
        """Whether comments are taken now: asked for, not over, and the record not adopted."""
        return is_concept(self.status) and self.tot is not None and self.vandaag <= self.tot


@dataclass(frozen=True)
class Opmerkingfeit:
    """A comment that nobody handled yet; `gesloten`: of a casus that is closed to who asks."""

    waar: str
    onderwerp: str
    gesloten: bool = False


def is_concept(status: OverlegStatus) -> bool:
    """Return whether there is a whole draft: the meeting is over and its record not adopted."""
    match status:
        case OverlegStatus.AFGEROND:
            return True
        case (
            OverlegStatus.GEPLAND
            | OverlegStatus.GEPUBLICEERD
            | OverlegStatus.LOPEND
            | OverlegStatus.VASTGESTELD
            | OverlegStatus.GEANNULEERD
        ):
            return False
        case _:
            assert_never(status)


def mag_gevraagd(ronde: Reactieronde, tot: date) -> Oordeel:
    """Return whether comments may be asked for until `tot`; also another day for a round that goes on."""
    if ronde.status is OverlegStatus.VASTGESTELD:
        return nee("Dit verslag is al vastgesteld. Voeg een rectificatie toe als er iets niet klopt.")
    if not is_concept(ronde.status):
        return nee("Rond eerst het overleg af. Daarna kunt u om opmerkingen vragen.")
    if tot < ronde.vandaag:
        return nee("Kies vandaag of een latere dag.", "tot")
    if tot > ronde.vandaag + LANGSTE_RONDE:
        return nee(f"Kies een dag uiterlijk {ronde.vandaag + LANGSTE_RONDE:%d-%m-%Y}.", "tot")
    return JA


def mag_opgemerkt(ronde: Reactieronde, *, te_lezen: bool) -> Oordeel:
    """Return whether a comment may be made; `te_lezen`: the writer reads that part of the draft."""
    if not ronde.loopt:
        return nee(VOORBIJ)
    return JA if te_lezen else nee("Kies een casus waar u bij was.", "casus")


def mag_ingetrokken(ronde: Reactieronde, stand: Afhandeling) -> Oordeel:
    """Return whether the writer may take a comment back: while it is nobody's yet."""
    if not ronde.loopt:
        return nee(VOORBIJ)
    if stand is not Afhandeling.OPEN:
        return nee("De voorzitter heeft deze opmerking al behandeld. U kunt haar niet meer intrekken.")
    return JA


def mag_afgehandeld(status: OverlegStatus, uitkomst: Afhandeling, antwoord: str) -> Oordeel:
    """Return whether a comment may be handled so; another outcome is possible until the record is adopted."""
    if not is_concept(status):
        return nee("Dit verslag is al vastgesteld. De opmerkingen blijven zoals ze zijn.")
    if uitkomst is Afhandeling.OPEN:
        return nee("Kies of u de opmerking overneemt.", "uitkomst")
    if uitkomst is Afhandeling.NIET_OVERGENOMEN and not antwoord.strip():
        return nee("Schrijf op waarom u de opmerking niet overneemt.", "antwoord")
    return JA


def over_opmerkingen(
    ronde: Reactieronde, nog_open: tuple[Opmerkingfeit, ...], ongewijzigd: tuple[str, ...] = ()
) -> Oordeel:
    """Return what comments say about adopting: an open one stops it, a round that goes on warns.

    So does one that was taken over while nothing was changed since: `ongewijzigd` says what those are about.
    Of a casus closed to the asker is said that something waits, once, not what nor how much.
    """
    oordelen = [
        nee(f"Behandel eerst de opmerking over {feit.onderwerp}.", feit.waar)
        for feit in nog_open
        if not feit.gesloten
    ]
    if any(feit.gesloten for feit in nog_open):
        oordelen.append(nee(GESLOTEN_NIET_KLAAR))
    oordelen += [
        let_op(f"De opmerking over {onderwerp} is overgenomen, maar daarna is die bespreking niet gewijzigd.")
        for onderwerp in ongewijzigd
    ]
    if ronde.loopt and ronde.tot:
        zin = f"Wie bij het overleg was, kan nog reageren tot en met {ronde.tot:%d-%m-%Y}."
        oordelen.append(let_op(f"{zin} Na het vaststellen kan dat niet meer."))
    return samen(oordelen)
