"""Rules on the afspraken of a casus: what follows on what, and what deserves a warning (domein.md §5)."""

import uuid
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from models.waarden import AfspraakSoort, AfspraakStatus, BetrokkeneRol, Domein
from overleg.basis.oordeel import JA, Oordeel, Reden, nee
from overleg.bespreking.regels.gehoor import Gehoord

Sleutel = uuid.UUID | int
K = TypeVar("K", bound=Hashable)
VERVALLEN = frozenset({AfspraakStatus.NIET_MOGELIJK})
IN_VRAAG_3 = "informeren"
"""Where a warning belongs that is about telling someone: beside the third question too."""


@dataclass(frozen=True)
class Feit:
    """What the warnings need to know of one afspraak."""

    sleutel: Sleutel
    nummer: int
    soort: AfspraakSoort
    datum: date
    volgt_op: Sleutel | None = None
    met: Sleutel | None = None
    """With whom the gesprek is."""
    met_naam: str = ""
    met_rol: BetrokkeneRol | None = None
    status: AfspraakStatus = AfspraakStatus.OPEN
    domein: Domein | None = None
    met_kind: bool = False
    """The one it is with is a child, whatever the role: a child is often the victim or a witness."""
    eerder: bool = False
    """Made in another bespreking of this casus."""
    gehoord: Gehoord = field(default_factory=Gehoord)
    """Who is heard by its words, when it does not name with whom."""

    @property
    def is_onderzoekshandeling(self) -> bool:
        """Whether a suspect may not know of it before it is done (domein.md §5, stap 2).

        Every investigation, criminal or other, and every step in straf but a talk with the suspect.
        """
        gesprek = self.soort is AfspraakSoort.GESPREK and self.met_rol is BetrokkeneRol.PLEGER
        return self.soort is AfspraakSoort.ONDERZOEK or (self.domein is Domein.STRAF and not gesprek)


@dataclass(frozen=True)
class Informeerfeit:
    """Someone will be told something on a day."""

    naam: str
    rol: BetrokkeneRol
    op: date
    eerder: bool = False
    """Agreed in another bespreking of this casus."""


def mag_volgen_op(zelf: K | None, volgt_op: K | None, ketting: Mapping[K, K | None]) -> Oordeel:
    """Whether `zelf` may follow on `volgt_op`; `ketting` is afspraak → the one it follows on. No circles."""
    if volgt_op is None:
        return JA
    gezien: set[K] = set()
    stap: K | None = volgt_op
    while stap is not None and stap not in gezien:
        if stap == zelf:
            return nee(
                "Deze afspraken wachten dan op elkaar. Kies een andere afspraak die eerst moet, of geen.",
                "volgt_op",
            )
        gezien.add(stap)
        stap = ketting.get(stap)
    return JA


def mag_van_organisatie(alles: bool, eigen: bool) -> Oordeel:
    """Whether an afspraak may have this owner: a guest brings in the own ones only (domein.md §2)."""
    if alles or eigen:
        return JA
    return nee("Als gast legt u alleen afspraken van uw eigen organisatie vast.", "organisatie")


def mag_op_dag(dag: date | None, overlegdag: date, waar: str = "datum") -> Oordeel:
    """Whether something that is agreed may happen on this day: not before the overleg that agrees it."""
    if dag is None or dag >= overlegdag:
        return JA
    return nee(f"Deze dag ligt vóór het overleg. Kies {overlegdag:%d-%m-%Y} of later.", waar)


def waarschuwingen(
    afspraken: Sequence[Feit], informeren: Sequence[Informeerfeit], overlegdag: date
) -> list[Reden]:
    """Return what deserves attention in these afspraken together. A warning never blocks.

    What was agreed in another bespreking counts where it meets something of this one: a child that was
    heard is heard again, and a step that is still to be done can still be spoilt (domein.md §5, stap 2).
    """
    geldig = [afspraak for afspraak in afspraken if afspraak.status not in VERVALLEN]
    return [
        *_kind_twee_keer(geldig),
        *_pleger_voor_onderzoek(geldig, informeren, overlegdag),
        *_volgorde_en_datum(geldig, overlegdag),
    ]


def _kind_twee_keer(afspraken: Sequence[Feit]) -> Iterator[Reden]:
    """A child that is heard more than once, also when the first time was agreed before (domein.md §5).

    An afspraak that lets somebody be heard without saying whom may be such a second time: it is named, once
    there is another one it could be the second of.
    """
    per_kind: dict[Sleutel, list[Feit]] = defaultdict(list)
    namen: dict[Sleutel, str] = {}
    for afspraak in afspraken:
        for sleutel, naam in _kinderen(afspraak):
            per_kind[sleutel].append(afspraak)
            namen[sleutel] = naam
    for sleutel, keren in per_kind.items():
        if len(keren) > 1 and not all(keer.eerder for keer in keren):
            yield Reden(
                f"{namen[sleutel]} wordt {len(keren)} keer gehoord (afspraak {_opsomming(keren)}). "
                "Kan het in één gesprek, door één van u?",
                "afspraken",
            )
    onbekend = [afspraak for afspraak in afspraken if afspraak.gehoord.zonder_wie]
    alle = {afspraak.nummer: afspraak for keren in (onbekend, *per_kind.values()) for afspraak in keren}
    if onbekend and len(alle) > 1 and not all(afspraak.eerder for afspraak in alle.values()):
        yield Reden(
            f"Misschien wordt een kind twee keer gehoord. Afspraak {_opsomming(onbekend)}: met wie staat er "
            "niet bij. Vul dat in.",
            "afspraken",
        )


def _kinderen(afspraak: Feit) -> Iterator[tuple[Sleutel, str]]:
    """Yield the children that are heard: with whom it is, or else who is named in its words."""
    if afspraak.met is not None:
        if afspraak.met_kind or afspraak.met_rol is BetrokkeneRol.KIND:
            yield afspraak.met, afspraak.met_naam
        return
    yield from ((mens.sleutel, mens.naam) for mens in afspraak.gehoord.kinderen)


def _pleger_voor_onderzoek(
    afspraken: Sequence[Feit], informeren: Sequence[Informeerfeit], overlegdag: date
) -> Iterator[Reden]:
    """A suspect who knows of it before the investigative step (domein.md §5); one sentence per suspect."""
    te_doen = [afspraak for afspraak in afspraken if afspraak.status is not AfspraakStatus.GEDAAN]
    ketting = {afspraak.sleutel: afspraak.volgt_op for afspraak in afspraken}
    stappen = [afspraak for afspraak in te_doen if afspraak.is_onderzoekshandeling]
    for gesprek in (afspraak for afspraak in te_doen if afspraak.met_rol is BetrokkeneRol.PLEGER):
        te_vroeg = [
            stap
            for stap in stappen
            if stap.sleutel != gesprek.sleutel
            and not (gesprek.eerder and stap.eerder)
            and gesprek.datum <= _kan_tot(stap, overlegdag)
            and not _komt_na(gesprek, stap.sleutel, ketting)
        ]
        if te_vroeg:
            yield Reden(
                f"{gesprek.met_naam} wordt gesproken (afspraak {gesprek.nummer}) vóór de "
                f"{_onderzoekshandeling(te_vroeg)}. Laat het gesprek daarop volgen, "
                "of weet waarom niet.",
                "afspraken",
            )
    for wie in (feit for feit in informeren if feit.rol is BetrokkeneRol.PLEGER):
        te_vroeg = [
            stap
            for stap in stappen
            if not (wie.eerder and stap.eerder) and wie.op < _kan_tot(stap, overlegdag)
        ]
        if te_vroeg:
            yield Reden(
                f"{wie.naam} wordt geïnformeerd vóór de {_onderzoekshandeling(te_vroeg)}. "
                "Verzet het informeren, of weet waarom niet.",
                IN_VRAAG_3,
            )


def _kan_tot(stap: Feit, overlegdag: date) -> date:
    """Return until when a step may happen: one that was due before this overleg and is open, on any day."""
    return date.max if stap.eerder and stap.datum < overlegdag else stap.datum


def _komt_na(afspraak: Feit, eerder: Sleutel, ketting: Mapping[Sleutel, Sleutel | None]) -> bool:
    """Whether `afspraak` follows on `eerder`, directly or through others."""
    gezien: set[Sleutel] = set()
    stap = afspraak.volgt_op
    while stap is not None and stap not in gezien:
        if stap == eerder:
            return True
        gezien.add(stap)
        stap = ketting.get(stap)
    return False


def _volgorde_en_datum(afspraken: Sequence[Feit], overlegdag: date) -> Iterator[Reden]:
    """Dates of this bespreking that do not fit: before the meeting, or before what comes first."""
    op_sleutel = {afspraak.sleutel: afspraak for afspraak in afspraken}
    for afspraak in afspraken:
        if afspraak.eerder:
            continue
        if afspraak.datum < overlegdag:
            yield Reden(
                f"De datum van afspraak {afspraak.nummer} ligt vóór dit overleg. Klopt dat?", "afspraken"
            )
        eerst = op_sleutel.get(afspraak.volgt_op) if afspraak.volgt_op is not None else None
        if eerst and afspraak.datum < eerst.datum:
            yield Reden(
                f"Afspraak {afspraak.nummer} volgt op afspraak {eerst.nummer}, maar is eerder klaar. "
                "Controleer de data.",
                "afspraken",
            )


def _onderzoekshandeling(stappen: Sequence[Feit]) -> str:
    if len(stappen) == 1:
        return f"onderzoekshandeling van afspraak {_opsomming(stappen)}"
    return f"onderzoekshandelingen van de afspraken {_opsomming(stappen)}"


def _opsomming(afspraken: Sequence[Feit]) -> str:
    nummers = [str(afspraak.nummer) for afspraak in afspraken]
    return " en ".join(deel for deel in (", ".join(nummers[:-1]), nummers[-1]) if deel)
