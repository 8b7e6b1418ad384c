"""Requests of persons in the demo: one that is open, one whose package waits for a second look, a verklaring."""

from datetime import timedelta

from models import Casus, Persoonsverzoek
from models.waarden import CasusStatus
from models.waarden_verzoeken import VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.basis.klok import nu
from overleg.demo.casussen import VOORZITTERS, Gemaakt
from overleg.demo.tafels import Wereld
from overleg.persoonsverzoeken.handelingen.pakket import stel_samen
from overleg.persoonsverzoeken.regels.termijn import uiterlijk
from overleg.toegang.vrager import vrager_van

TAFEL, SECRETARIS = "LW", "secretaris"
GEZIEN = "Kwam langs met een identiteitsbewijs; gezien door de secretaris."


def vul(wereld: Wereld, gemaakt: Gemaakt) -> None:
    """Make the requests, at one tafel."""
    eerste, tweede, derde, *_ = gemaakt.van(TAFEL, CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING)
    _verzoek(wereld, eerste, VerzoekSoort.INZAGE, 10, "Wil lezen wat er over de eigen rol is vastgelegd.")
    _toegewezen(
        wereld,
        _verzoek(wereld, tweede, VerzoekSoort.VERKLARING, 5, "Ik was die avond niet alleen met de kinderen."),
        VerzoekStatus.AFGEROND,
    )
    inzage = _verzoek(wereld, derde, VerzoekSoort.INZAGE, 20, "Vraagt een kopie van alles.")
    _toegewezen(wereld, inzage, VerzoekStatus.BESLOTEN)
    wereld.sessie.flush()
    stel_samen(wereld.sessie, vrager_van(wereld.sessie, wereld.personen[SECRETARIS], wereld.dag), inzage)


def _verzoek(wereld: Wereld, casus: Casus, soort: VerzoekSoort, dagen: int, gevraagd: str) -> Persoonsverzoek:
    ontvangen = wereld.dag - timedelta(days=dagen)
    verzoek = Persoonsverzoek(
        casus=casus,
        betrokkene=casus.betrokkenen[0],
        soort=soort,
        ontvangen_op=ontvangen,
        uiterlijk=uiterlijk(ontvangen),
        gevraagd=gevraagd,
    )
    wereld.sessie.add(verzoek)
    return verzoek


def _toegewezen(wereld: Wereld, verzoek: Persoonsverzoek, status: VerzoekStatus) -> None:
    verzoek.status, verzoek.besluit, verzoek.identiteit = status, VerzoekBesluit.TOEGEWEZEN, GEZIEN
    verzoek.besloten_door_id, verzoek.besloten_op = wereld.personen[VOORZITTERS[TAFEL]].id, nu()
    verzoek.afgerond_op = nu() if status is VerzoekStatus.AFGEROND else None
