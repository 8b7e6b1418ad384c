"""Destroying a dossier: one proposes, another approves without seeing it, then everything is gone at once."""

from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus, Gebruiker, Goedkeuring, Persoonsverzoek, Vernietiging
from models.waarden import CasusStatus
from models.waarden_bewaren import VernietigGrond
from models.waarden_verzoeken import VerzoekStatus
from models.waarden_vierogen import GoedkeuringSoort
from overleg.basis.config import Config
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import hier, nu, vandaag
from overleg.basis.oordeel import nee
from overleg.basis.weergave import datum
from overleg.bewaren.lijst import houd_bij
from overleg.bewaren.opvragen.feiten import feiten_van, is_toegewezen
from overleg.bewaren.regels.vernietigen import Vernietigfeiten, grond_voor, in_woorden, mag_vernietigd
from overleg.bewaren.wegdoen import doe_concept_weg, doe_weg
from overleg.instroom.handelingen.gang import vergrendel
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.verslag.bewaren import OnleesbaarVerslag
from overleg.verslag.inkorten import kort_in
from overleg.vierogen.handelingen import Vraag, vraag_goedkeuring
from overleg.vierogen.uitvoeren import bij_goedkeuring

LANGSTE_TOELICHTING = 700


@dataclass(frozen=True)
class Opdracht:
    """Why, by whom and when: what the certificate says."""

    grond: VernietigGrond
    toelichting: str
    voorgesteld_door: str
    goedgekeurd_door: str
    op: datetime


def stel_vernietiging_voor(sessie: Session, vrager: Vrager, casus: Casus) -> None:
    """Ask a second person to destroy the dossier. Raises Geweigerd as the rules say.

    The question holds the kenmerk and the ground in words of the machine: the second person sees no content.
    """
    eis(vrager, Recht.VERNIETIGEN_VOORSTELLEN, casus)
    feiten, grond = _eis_mag(sessie, casus)
    vraag = Vraag(
        GoedkeuringSoort.DOSSIER_VERNIETIGEN,
        casus.id,
        casus.kenmerk or "",
        in_woorden(feiten, grond),
        casus,
    )
    vraag_goedkeuring(sessie, vrager, vraag)


def _eis_mag(sessie: Session, casus: Casus) -> tuple[Vernietigfeiten, VernietigGrond]:
    """Hold the casus and return why it may be destroyed; raises Geweigerd when it may not."""
    vergrendel(sessie, casus)
    feiten = feiten_van(sessie, casus)
    oordeel, grond = mag_vernietigd(feiten, vandaag()), grond_voor(feiten, vandaag())
    if not oordeel or grond is None:
        raise Geweigerd(oordeel)
    return feiten, grond


@bij_goedkeuring(GoedkeuringSoort.DOSSIER_VERNIETIGEN)
def voer_uit(sessie: Session, vrager: Vrager, goedkeuring: Goedkeuring) -> None:
    """Destroy the dossier now that a second person approved; everything is asked again first."""
    eis(vrager, Recht.GOEDKEURING_BESLISSEN, goedkeuring)
    casus = sessie.get_one(Casus, goedkeuring.doel_id)
    feiten, grond = _eis_mag(sessie, casus)
    opdracht = Opdracht(
        grond,
        in_woorden(feiten, grond),
        _wie(goedkeuring.gevraagd_door),
        f"{vrager.naam}, {vrager.organisatie_naam}",
        nu(),
    )
    try:
        vernietig(sessie, vrager, casus, opdracht)
    except OnleesbaarVerslag as fout:
        current_app.logger.error("vernietigen van casus %s: een verslag is onleesbaar: %s", casus.id, fout)  # noqa: TRY400 no trace: it holds texts
        raise Geweigerd(
            nee("Een verslag waar deze casus in staat, is beschadigd. Vraag de beheerder om hulp.")
        ) from None


def _wie(mens: Gebruiker) -> str:
    return f"{mens.naam}, {mens.organisatie.naam}"


def vernietig(sessie: Session, vrager: Vrager | None, casus: Casus, opdracht: Opdracht) -> Vernietiging:
    """Destroy everything of `casus`, and leave the certificate. The caller asked whether it may be.

    Raises OnleesbaarVerslag when an adopted record is damaged: then nothing is destroyed.
    """
    rij = Vernietiging(
        casus_id=casus.id,
        tafel_id=casus.tafel_id,
        kenmerk=casus.kenmerk or "",
        grond=opdracht.grond,
        toelichting=opdracht.toelichting[:LANGSTE_TOELICHTING],
        voorgesteld_door=opdracht.voorgesteld_door,
        goedgekeurd_door=opdracht.goedgekeurd_door,
        aantallen={},
        verzoeken=_rond_verzoeken_af(sessie, vrager, casus),
        op=opdracht.op,
    )
    ingekort = kort_in(sessie, vrager, casus, opdracht.op)
    schrijf(  # before the rows go: the line names whose data it was
        sessie,
        vrager,
        Soort.CASUS_VERNIETIGD,
        casus,
        waarom=opdracht.grond.value,
        voorgesteld_door=opdracht.voorgesteld_door,
    )
    weg = doe_concept_weg if casus.status is CasusStatus.CONCEPT else doe_weg
    aantallen = weg(sessie, casus)
    rij.aantallen = aantallen | ({"verslag": ingekort} if ingekort else {})
    sessie.add(rij)
    sessie.flush()
    config: Config = current_app.extensions["overleg"]
    houd_bij(sessie, config, rij)
    return rij


def _rond_verzoeken_af(sessie: Session, vrager: Vrager | None, casus: Casus) -> list[str]:
    """Round off the request that led to this; return of each request what the law asks to keep."""
    vraag = select(Persoonsverzoek).where(Persoonsverzoek.casus_id == casus.id)
    verzoeken = sessie.scalars(vraag.order_by(Persoonsverzoek.ontvangen_op, Persoonsverzoek.id)).all()
    for verzoek in verzoeken:
        if is_toegewezen(verzoek):
            verzoek.status, verzoek.afgerond_op = VerzoekStatus.AFGEROND, nu()
            schrijf(sessie, vrager, Soort.PERSOONSVERZOEK_AFGEROND, verzoek, wat=verzoek.soort.value)
    return [_in_het_kort(verzoek) for verzoek in verzoeken]


def _in_het_kort(verzoek: Persoonsverzoek) -> str:
    besluit = verzoek.besluit.tekst.lower() if verzoek.besluit else "geen besluit"
    wanneer = f" op {datum(hier(verzoek.besloten_op).date())}" if verzoek.besloten_op else ""
    return f"{verzoek.soort.tekst}: ontvangen {datum(verzoek.ontvangen_op)}, {besluit}{wanneer}"
