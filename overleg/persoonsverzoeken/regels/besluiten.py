"""Deciding on a request and carrying it out: what must be there first."""

from dataclasses import dataclass
from typing import assert_never

from models.waarden_verzoeken import Deelkeuze, VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.basis.oordeel import JA, Oordeel, nee


@dataclass(frozen=True)
class Besluitfeiten:
    """A request as deciding sees it."""

    status: VerzoekStatus
    identiteit: str
    besluit: VerzoekBesluit
    reden: str


def mag_behandeld(status: VerzoekStatus) -> Oordeel:
    """Whether something can still be decided."""
    match status:
        case VerzoekStatus.OPEN:
            return JA
        case VerzoekStatus.BESLOTEN | VerzoekStatus.AFGEROND:
            return nee("Op dit verzoek is al besloten. Komt er iets nieuws, leg dan een nieuw verzoek vast.")
        case _:
            assert_never(status)


def mag_besloten(feiten: Besluitfeiten) -> Oordeel:
    """Whether the decision can be recorded: of a known person, and with a reason for every no."""
    oordeel = mag_behandeld(feiten.status)
    if not feiten.identiteit:
        oordeel &= nee("Schrijf op hoe u zeker weet dat dit verzoek van deze persoon komt.", "identiteit")
    if feiten.besluit is not VerzoekBesluit.TOEGEWEZEN and not feiten.reden:
        oordeel &= nee("Schrijf op wat u weigert en waarom. De betrokkene krijgt dit te lezen.", "reden")
    return oordeel


def na_besluit(soort: VerzoekSoort, besluit: VerzoekBesluit) -> VerzoekStatus:
    """Return where a request stands after its decision: a no is done, and so is what needs no more work."""
    if besluit is VerzoekBesluit.GEWEIGERD:
        return VerzoekStatus.AFGEROND
    match soort:
        case VerzoekSoort.VERKLARING | VerzoekSoort.BEPERKING:
            return VerzoekStatus.AFGEROND  # it holds from now on
        case VerzoekSoort.INZAGE | VerzoekSoort.CORRECTIE | VerzoekSoort.VERNIETIGING:
            return VerzoekStatus.BESLOTEN
        case _:
            assert_never(soort)


def mag_pakket(soort: VerzoekSoort, status: VerzoekStatus) -> Oordeel:
    """Whether an inzagepakket can be worked on: of a request for inzage that was granted and is not done."""
    if soort is not VerzoekSoort.INZAGE:
        return nee("Alleen bij een verzoek om inzage hoort een inzagepakket.")
    match status:
        case VerzoekStatus.OPEN:
            return nee("Neem eerst een besluit op dit verzoek.")
        case VerzoekStatus.BESLOTEN:
            return JA
        case VerzoekStatus.AFGEROND:
            return nee("Dit verzoek is afgerond. Leg een nieuw verzoek vast voor een nieuw pakket.")
        case _:
            assert_never(status)


@dataclass(frozen=True)
class Deel:
    """One part of a package as the rules see it."""

    keuze: Deelkeuze
    origineel: str
    tekst: str
    reden: str


def deel_klopt(deel: Deel) -> Oordeel:
    """Whether the choice for one part fits what stands there."""
    match deel.keuze:
        case Deelkeuze.OPEN | Deelkeuze.OPNEMEN:
            return JA
        case Deelkeuze.AFSCHERMEN:
            if not deel.tekst:
                return nee("Er blijft niets over. Kies dan weglaten en schrijf op waarom.", "tekst")
            if deel.tekst == deel.origineel:
                return nee("Er is niets afgeschermd. Haal weg wat niet mag, of kies opnemen.", "tekst")
            return JA
        case Deelkeuze.WEGLATEN:
            return JA if deel.reden else nee("Schrijf op waarom dit wordt weggelaten.", "reden")
        case _:
            assert_never(deel.keuze)


def mag_gecontroleerd(delen: tuple[Deel, ...], *, zelf_samengesteld: bool, al_gecontroleerd: bool) -> Oordeel:
    """Whether a second person may let the package go: another than who made it, with every part looked at."""
    if zelf_samengesteld:
        return nee("U stelde dit pakket zelf samen. Laat een ander die de tafel leidt het controleren.")
    if al_gecontroleerd:
        return nee("Dit pakket is al gecontroleerd.")
    open_ = sum(deel.keuze is Deelkeuze.OPEN for deel in delen)
    if not delen:
        return nee("Stel eerst het pakket samen.")
    if open_ == 1:
        return nee("Eén deel is nog niet bekeken. Kies eerst wat daarmee gebeurt.")
    return nee(f"{open_} delen zijn nog niet bekeken. Kies eerst wat daarmee gebeurt.") if open_ else JA
