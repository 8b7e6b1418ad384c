"""The route of a casus: which step leads from which status to which (ontwerp.md §4).

One table for all stages; `docs/casusgang.md` draws it, and a test holds drawing and table together.
A later stage asks `mag_stap` and moves a casus with `overleg.instroom.handelingen.gang.zet_stap`.
"""

from collections.abc import Mapping
from typing import assert_never

from models.waarden import CasusStatus, Waarde
from overleg.basis.oordeel import JA, Oordeel, nee


class Stap(Waarde):
    """One step of a casus; its words are those on the button."""

    INDIENEN = "indienen", "Indienen"
    TOELATEN = "toelaten", "Toelaten"
    TERUGSTUREN = "terugsturen", "Terugsturen met een vraag"
    DOORVERWIJZEN = "doorverwijzen", "Doorverwijzen"
    AFWIJZEN = "afwijzen", "Afwijzen"
    AGENDEREN = "agenderen", "Op de agenda zetten"
    VAN_AGENDA = "van_agenda", "Van de agenda halen"
    AANHOUDEN = "aanhouden", "Aanhouden"
    AFRONDEN = "afronden", "Bespreking afronden"
    MONITOREN = "monitoren", "In monitoring nemen"
    SLUITEN = "sluiten", "Casus sluiten"
    HEROPENEN = "heropenen", "Heropenen"


NIETS_MEER: Mapping[Stap, CasusStatus] = {}


def stappen_vanuit(status: CasusStatus) -> Mapping[Stap, CasusStatus]:  # noqa: C901, PLR0912 one branch a status
    """Return each step that is possible from `status`, with the status it leads to."""
    match status:
        case CasusStatus.CONCEPT | CasusStatus.TERUGGESTUURD:
            wegen: Mapping[Stap, CasusStatus] = {Stap.INDIENEN: CasusStatus.AANGEMELD}
        case CasusStatus.AANGEMELD:
            wegen = {
                Stap.TOELATEN: CasusStatus.TOEGELATEN,
                Stap.TERUGSTUREN: CasusStatus.TERUGGESTUURD,
                Stap.DOORVERWIJZEN: CasusStatus.DOORVERWEZEN,
                Stap.AFWIJZEN: CasusStatus.AFGEWEZEN,
            }
        case CasusStatus.TOEGELATEN:
            wegen = {Stap.AGENDEREN: CasusStatus.GEAGENDEERD, Stap.SLUITEN: CasusStatus.GESLOTEN}
        case CasusStatus.DOORVERWEZEN | CasusStatus.AFGEWEZEN:
            wegen = {Stap.HEROPENEN: CasusStatus.AANGEMELD}
        case CasusStatus.GEAGENDEERD:
            wegen = {
                Stap.VAN_AGENDA: CasusStatus.TOEGELATEN,
                Stap.AANHOUDEN: CasusStatus.GEAGENDEERD,
                Stap.AFRONDEN: CasusStatus.BESPROKEN,
            }
        case CasusStatus.BESPROKEN:
            wegen = {
                Stap.AGENDEREN: CasusStatus.GEAGENDEERD,
                Stap.MONITOREN: CasusStatus.IN_MONITORING,
                Stap.SLUITEN: CasusStatus.GESLOTEN,
            }
        case CasusStatus.IN_MONITORING:
            wegen = {Stap.AGENDEREN: CasusStatus.GEAGENDEERD, Stap.SLUITEN: CasusStatus.GESLOTEN}
        case CasusStatus.GESLOTEN:
            wegen = {Stap.HEROPENEN: CasusStatus.TOEGELATEN}
        case CasusStatus.VERNIETIGD:
            wegen = NIETS_MEER
        case _:
            assert_never(status)
    return wegen


def mag_stap(status: CasusStatus, stap: Stap) -> Oordeel:
    """Say whether `stap` is possible now; otherwise what is possible instead."""
    wegen = stappen_vanuit(status)
    if stap in wegen:
        return JA
    nu = f"De casus staat op ‘{status.tekst}’: ‘{stap.tekst}’ kan nu niet."
    kan = " of ".join(f"‘{ander.tekst}’" for ander in wegen)
    return nee(f"{nu} Wel mogelijk: {kan}." if kan else f"{nu} Er kan niets meer met deze casus.")


def na_stap(status: CasusStatus, stap: Stap) -> CasusStatus:
    """Return the status after `stap`; KeyError when `mag_stap` says no."""
    return stappen_vanuit(status)[stap]
