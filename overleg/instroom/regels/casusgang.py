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
    BESPREKING_HEROPENEN = "bespreking_heropenen", "Bespreking heropenen"
    MONITORING_BEEINDIGEN = "monitoring_beeindigen", "Monitoring beëindigen"
    OVERDRACHT_WEIGEREN = "overdracht_weigeren", "Niet aannemen"
    OPNIEUW_AANBIEDEN = "opnieuw_aanbieden", "Opnieuw aanbieden"
    SLUITEN = "sluiten", "Casus sluiten"
    HEROPENEN = "heropenen", "Heropenen"
    VERNIETIGEN = "vernietigen", "Vernietigen"


VOOR_AGENDA = (CasusStatus.TOEGELATEN, CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING)
"""What a casus can be when it is put on an agenda, and is again when it is taken off."""

Wegen = Mapping[Stap, tuple[CasusStatus, ...]]
NIETS_MEER: Wegen = {}


def stappen_vanuit(status: CasusStatus) -> Wegen:  # noqa: C901, PLR0912 one branch a status
    """Return each step that is possible from `status`, with the statuses it can lead to."""
    match status:
        case CasusStatus.CONCEPT:
            wegen: Wegen = {Stap.INDIENEN: (CasusStatus.AANGEMELD,)}
        case CasusStatus.TERUGGESTUURD:
            wegen = {
                Stap.INDIENEN: (CasusStatus.AANGEMELD,),
                Stap.VERNIETIGEN: (CasusStatus.VERNIETIGD,),
            }
        case CasusStatus.AANGEMELD:
            wegen = {
                Stap.TOELATEN: (CasusStatus.TOEGELATEN,),
                Stap.TERUGSTUREN: (CasusStatus.TERUGGESTUURD,),
                Stap.DOORVERWIJZEN: (CasusStatus.DOORVERWEZEN,),
                Stap.AFWIJZEN: (CasusStatus.AFGEWEZEN,),
            }
        case CasusStatus.TOEGELATEN:
            wegen = {
                Stap.AGENDEREN: (CasusStatus.GEAGENDEERD,),
                Stap.BESPREKING_HEROPENEN: (CasusStatus.GEAGENDEERD,),
                Stap.OPNIEUW_AANBIEDEN: (CasusStatus.BESPROKEN,),
            }
        case CasusStatus.DOORVERWEZEN | CasusStatus.AFGEWEZEN:
            wegen = {
                Stap.HEROPENEN: (CasusStatus.AANGEMELD,),
                Stap.VERNIETIGEN: (CasusStatus.VERNIETIGD,),
            }
        case CasusStatus.GEAGENDEERD:
            wegen = {
                Stap.VAN_AGENDA: VOOR_AGENDA,
                Stap.AANHOUDEN: (CasusStatus.GEAGENDEERD,),
                Stap.AFRONDEN: (CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING),
            }
        case CasusStatus.BESPROKEN:
            wegen = {
                Stap.AGENDEREN: (CasusStatus.GEAGENDEERD,),
                Stap.BESPREKING_HEROPENEN: (CasusStatus.GEAGENDEERD,),
                Stap.OVERDRACHT_WEIGEREN: (CasusStatus.TOEGELATEN,),
                Stap.SLUITEN: (CasusStatus.GESLOTEN,),
            }
        case CasusStatus.IN_MONITORING:
            wegen = {
                Stap.AGENDEREN: (CasusStatus.GEAGENDEERD,),
                Stap.BESPREKING_HEROPENEN: (CasusStatus.GEAGENDEERD,),
                Stap.MONITORING_BEEINDIGEN: (CasusStatus.BESPROKEN,),
            }
        case CasusStatus.GESLOTEN:
            wegen = {
                Stap.HEROPENEN: (CasusStatus.TOEGELATEN,),
                Stap.VERNIETIGEN: (CasusStatus.VERNIETIGD,),
            }
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


def na_stap(status: CasusStatus, stap: Stap, naar: CasusStatus | None = None) -> CasusStatus:
    """Return the status after `stap`; `naar` says which one when the step can lead to more.

    Raises KeyError when `mag_stap` says no, ValueError when `naar` is not where the step leads.
    """
    kan = stappen_vanuit(status)[stap]
    if naar is None and len(kan) == 1:
        return kan[0]
    if naar in kan:
        return naar
    message = f"{stap} leads from {status} to {kan}, not to {naar}"
    raise ValueError(message)
