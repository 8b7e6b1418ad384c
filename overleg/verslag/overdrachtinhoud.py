"""What goes with a handover, as frozen values, for one receiver: the Word file is written from this only.

No addresses and no ways of contact of the people it is about, no reasons about consent, and nothing of
another casus. Of what partners brought in only what was shared with the receiver on a ground; a receiver
that does not take part in the casus gets none of it, only what the tafel wrote together (domein.md §4, §5).
"""

from dataclasses import dataclass
from datetime import date

from overleg.verslag.inhoud import Afspraakregel, Maatregelregel, PartnerInformatie, Voorwaarderegel


@dataclass(frozen=True, slots=True)
class Overgedragene:
    """A directbetrokkene: who, which part, and what the plan says for this person."""

    naam: str
    rol: str
    geboren: str
    plan: str


@dataclass(frozen=True, slots=True)
class Verteld:
    """Who was told what, or will be, and by whom; put off: until when, and why."""

    wie: str
    wat: str
    door: str
    stand: str


@dataclass(frozen=True, slots=True)
class Overdrachtinhoud:
    """One handover, with what the receiver needs to go on."""

    tafel: str
    kenmerk: str
    wat: str
    """Regie, or the casus itself."""
    van: str
    naar: str
    """The organisatie with the person, or the other tafel."""
    buiten: bool
    """Whether the receiver does not take part in this casus at this tafel."""
    aangeboden_op: date
    per_datum: date | None
    stand: str
    voorwaarden: tuple[str, ...]
    """On what it is handed over: the giver's words, and what being known there means."""
    vraag: str
    regie: tuple[str, ...]
    """Who has it now, who stands in, who is the victim's fixed contact, and what waits for an answer."""
    personen: tuple[Overgedragene, ...]
    feitenonderzoek: str
    grootste_zorg: str
    informatie: tuple[PartnerInformatie, ...]
    veiligheidsplan: str
    volgorde: str
    afspraken: tuple[Afspraakregel, ...]
    """What is still to be done, by date."""
    maatregelen: tuple[Maatregelregel, ...]
    veiligheidsvoorwaarden: tuple[Voorwaarderegel, ...]
    informeringen: tuple[Verteld, ...]
    partijen: tuple[Verteld, ...]

    @property
    def naam(self) -> str:
        """What names the file, without saying anything about people."""
        return f"overdracht-{self.kenmerk}"
