"""What the voorzitter decides about an aanmelding; every round stays readable (domein.md §3)."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AndereTafel, Casus
from models.waarden import CasusStatus, MeldingStatus, RondeSoort
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.oordeel import Oordeel, nee
from overleg.instroom.feiten import melding_uit
from overleg.instroom.handelingen.aanmelden import voeg_ronde_toe
from overleg.instroom.handelingen.gang import vergrendel, zet_stap
from overleg.instroom.handelingen.overnemen import neem_melding_over
from overleg.instroom.handelingen.post import meld_aan_inbrenger
from overleg.instroom.invoer import MeldingInvoer
from overleg.instroom.regels.aanmelding import melding_compleet, volgt_nog
from overleg.instroom.regels.casusgang import Stap
from overleg.instroom.regels.triage import mag_bespreken_toestaan, mag_met_reden, mag_toegelaten
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager


def _moet(oordeel: Oordeel) -> None:
    if not oordeel:
        raise Geweigerd(oordeel)


def laat_casus_toe(sessie: Session, vrager: Vrager, casus: Casus, reden: str) -> None:
    """Admit; the reason stays visible when the casus does not meet the criteria. Raises Geweigerd."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.TRIAGE_BESLISSEN, casus)
    _moet(mag_toegelaten(casus.status, casus.voldoet, reden))
    zet_stap(casus, Stap.TOELATEN)
    casus.uitzondering_reden = "" if casus.voldoet else reden
    voeg_ronde_toe(casus, vrager, RondeSoort.TOEGELATEN, reden)
    schrijf(
        sessie,
        vrager,
        Soort.CASUS_TOEGELATEN,
        casus,
        voldoet=bool(casus.voldoet),
        reden_hash=vingerafdruk(reden),
    )
    meld_aan_inbrenger(sessie, casus, f"Casus {casus.kenmerk} is toegelaten tot het overleg.")


def stuur_terug(sessie: Session, vrager: Vrager, casus: Casus, vraag: str) -> None:
    """Send back to the inbrenger with a question. Raises Geweigerd without one."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.TRIAGE_BESLISSEN, casus)
    zin = "Schrijf wat de inbrenger moet aanvullen of veranderen."
    _moet(mag_met_reden(casus.status, Stap.TERUGSTUREN, vraag, zin))
    zet_stap(casus, Stap.TERUGSTUREN)
    voeg_ronde_toe(casus, vrager, RondeSoort.TERUGGESTUURD, vraag)
    schrijf(sessie, vrager, Soort.CASUS_TERUGGESTUURD, casus, reden_hash=vingerafdruk(vraag))
    meld_aan_inbrenger(sessie, casus, f"De voorzitter heeft een vraag over casus {casus.kenmerk}.")


def verwijs_door(
    sessie: Session, vrager: Vrager, casus: Casus, tafel_id: uuid.UUID | None, reden: str
) -> None:
    """Send on to another tafel of this overlegtafel's list, with a reason. Raises Geweigerd."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.TRIAGE_BESLISSEN, casus)
    _moet(mag_met_reden(casus.status, Stap.DOORVERWIJZEN, reden, "Schrijf waarom de casus daar hoort."))
    tafel = sessie.scalars(
        select(AndereTafel).where(AndereTafel.id == tafel_id, AndereTafel.tafel_id == casus.tafel_id)
    ).one_or_none()
    if tafel is None:
        raise Geweigerd(nee("Kies de tafel.", "tafel"))
    zet_stap(casus, Stap.DOORVERWIJZEN)
    voeg_ronde_toe(casus, vrager, RondeSoort.DOORVERWEZEN, reden, tafel)
    schrijf(sessie, vrager, Soort.CASUS_DOORVERWEZEN, casus, reden_hash=vingerafdruk(reden))
    meld_aan_inbrenger(sessie, casus, f"Casus {casus.kenmerk} is doorverwezen naar een andere tafel.")


def wijs_af(sessie: Session, vrager: Vrager, casus: Casus, reden: str) -> None:
    """Refuse, with a reason. Raises Geweigerd without one."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.TRIAGE_BESLISSEN, casus)
    _moet(mag_met_reden(casus.status, Stap.AFWIJZEN, reden, "Schrijf waarom u de casus afwijst."))
    zet_stap(casus, Stap.AFWIJZEN)
    voeg_ronde_toe(casus, vrager, RondeSoort.AFGEWEZEN, reden)
    schrijf(sessie, vrager, Soort.CASUS_AFGEWEZEN, casus, reden_hash=vingerafdruk(reden))
    meld_aan_inbrenger(sessie, casus, f"Casus {casus.kenmerk} is niet toegelaten.")


def heropen(sessie: Session, vrager: Vrager, casus: Casus, reden: str) -> None:
    """Take up again what was sent on or refused: the other tafel refused it, or it was a mistake."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.TRIAGE_BESLISSEN, casus)
    if casus.status is CasusStatus.GESLOTEN:
        raise Geweigerd(nee("Een gesloten casus heropent u bij de opvolging."))
    zin = "Schrijf waarom u de casus opnieuw in behandeling neemt."
    _moet(mag_met_reden(casus.status, Stap.HEROPENEN, reden, zin))
    zet_stap(casus, Stap.HEROPENEN)
    voeg_ronde_toe(casus, vrager, RondeSoort.HEROPEND, reden)
    schrijf(sessie, vrager, Soort.CASUS_HEROPEND, casus, reden_hash=vingerafdruk(reden))
    meld_aan_inbrenger(sessie, casus, f"Casus {casus.kenmerk} is opnieuw in behandeling genomen.")


def sta_bespreken_toe(sessie: Session, vrager: Vrager, casus: Casus, *, toe: bool) -> None:
    """Let the casus be discussed while the melding follows, or take that back. Raises Geweigerd."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.TRIAGE_BESLISSEN, casus)
    if toe:
        _moet(mag_bespreken_toestaan(casus.melding_status))
    casus.bespreken_zonder_melding = toe
    schrijf(sessie, vrager, Soort.BESPREKEN_TOEGESTAAN, casus, toegestaan=toe)


def werk_melding_bij(
    sessie: Session, vrager: Vrager, casus: Casus, invoer: MeldingInvoer, versie: int | None
) -> None:
    """Fill in the melding later. Raises Botsing on another version, Geweigerd when it is not complete."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.MELDING_BIJWERKEN, casus)
    if versie != casus.versie:
        raise Botsing("De melding of de aanmelding is intussen gewijzigd. Controleer en bewaar opnieuw.")
    melding = melding_uit(invoer)
    _moet(melding_compleet(melding, vandaag()))
    _moet(volgt_nog(melding, casus.melding_volgt_uiterlijk, vandaag()))
    if casus.melding_status is MeldingStatus.GEDAAN and invoer.status is not MeldingStatus.GEDAAN:
        raise Geweigerd(nee("De melding is al gedaan. Dat kan niet meer terug.", "melding_status"))
    neem_melding_over(casus, invoer)
    casus.gewijzigd_op = nu()
    schrijf(sessie, vrager, Soort.MELDING_BIJGEWERKT, casus, stand=invoer.status.value)
