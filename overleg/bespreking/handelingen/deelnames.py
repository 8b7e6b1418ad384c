"""Who is in the room: attendance, mandate, consent, and who leaves for one casus (domein.md §5, §11)."""

import uuid
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from models import AfwezigBij, Agendapunt, Deelname, Gebruiker, Lidmaatschap, Overleg
from models.waarden import Aanwezigheid
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import hier, moment_van, nu
from overleg.basis.oordeel import nee
from overleg.bespreking.invoer_stappen import Afwezigheid, NieuweDeelnemer, Presentie
from overleg.bespreking.regels.verloop import mag_aanwezigheid_bijwerken
from overleg.instroom.handelingen.belangen import sluit_voor_wie_wegging
from overleg.live.delen import ALLES
from overleg.live.melden import meld
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

BIJ_HET_OVERLEG = frozenset({Aanwezigheid.AANWEZIG, Aanwezigheid.VERTROKKEN})
VAN_TAFEL = "Ging van tafel wegens een belangenconflict."
TWEE_NODIG = (
    "Een belangenconflict heft u op bij de casus, onder Belangenconflict. Een tweede persoon keurt dat goed."
)
STAAT_ER_AL = nee("Deze persoon staat al op de lijst. Leg de aanwezigheid daar vast.", "gebruiker")


def leg_deelname_vast(
    sessie: Session, vrager: Vrager, overleg: Overleg, deelname: Deelname, invoer: Presentie
) -> None:
    """Record how one person is at the meeting; coming and leaving get a time, now when none was given.

    After the meeting its begin and end take the place of now. Raises Geweigerd before it began, and when
    the verslag was adopted.
    """
    _eis_leiden(vrager, overleg)
    if deelname.overleg_id != overleg.id:
        raise NotFound
    gekomen, vertrokken = _tijden(overleg, deelname, invoer)
    nieuw: dict[str, object] = {
        "aanwezigheid": invoer.aanwezigheid,
        "vervangt_id": invoer.vervangt_id,
        "mandaat": invoer.mandaat,
        "registratie_akkoord": invoer.akkoord,
        "gekomen_op": gekomen,
        "vertrokken_op": vertrokken,
    }
    gewijzigd = [kolom for kolom, waarde in nieuw.items() if getattr(deelname, kolom) != waarde]
    for kolom in gewijzigd:
        setattr(deelname, kolom, nieuw[kolom])
    if gewijzigd:
        schrijf(
            sessie,
            vrager,
            Soort.DEELNAME_VASTGELEGD,
            deelname,
            aanwezigheid=invoer.aanwezigheid.value,
            velden=gewijzigd,
        )


def _tijden(
    overleg: Overleg, deelname: Deelname, invoer: Presentie
) -> tuple[datetime | None, datetime | None]:
    """Return when this person came and left."""
    if invoer.aanwezigheid not in BIJ_HET_OVERLEG:
        return None, None
    anders = overleg.begonnen_op if overleg.afgerond_op else None
    gekomen = _moment(overleg, invoer.gekomen, deelname.gekomen_op) or deelname.gekomen_op or anders or nu()
    if invoer.aanwezigheid is Aanwezigheid.AANWEZIG:
        return gekomen, None
    vertrokken = _moment(overleg, invoer.vertrokken, deelname.vertrokken_op)
    return gekomen, vertrokken or overleg.afgerond_op or nu()


def _moment(overleg: Overleg, tijd: time | None, bekend: datetime | None) -> datetime | None:
    """Return the moment at a typed time, on the day the meeting was really held.

    A time that was shown and not changed keeps its seconds.
    """
    if tijd is None:
        return None
    dag = hier(overleg.begonnen_op).date() if overleg.begonnen_op else overleg.datum
    moment = moment_van(dag, tijd)
    if bekend and bekend.replace(second=0, microsecond=0) == moment:
        return bekend
    return moment


def voeg_deelnemer_toe(
    sessie: Session, vrager: Vrager, overleg: Overleg, invoer: NieuweDeelnemer
) -> Deelname:
    """Put someone on the list who was not expected: a member (the achtervang), or a name.

    Raises Geweigerd when the meeting does not run, or the person is on the list already.
    """
    _eis_leiden(vrager, overleg)
    organisatie_id, naam = invoer.organisatie_id, invoer.naam
    if invoer.gebruiker_id:
        lid = _lid(sessie, overleg, invoer.gebruiker_id)
        organisatie_id, naam = lid.organisatie_id, ""
        if any(deelname.gebruiker_id == lid.id for deelname in overleg.deelnames):
            raise Geweigerd(STAAT_ER_AL)
    if organisatie_id is None:
        raise ValueError("a participant without an account needs an organisatie")
    deelname = Deelname(
        overleg_id=overleg.id,
        gebruiker_id=invoer.gebruiker_id,
        naam=naam,
        organisatie_id=organisatie_id,
        aanwezigheid=Aanwezigheid.AANWEZIG,
        gekomen_op=nu(),
    )
    sessie.add(deelname)
    sessie.flush()
    schrijf(sessie, vrager, Soort.DEELNEMER_TOEGEVOEGD, deelname)
    return deelname


def _lid(sessie: Session, overleg: Overleg, gebruiker_id: uuid.UUID) -> Gebruiker:
    """Return the account of a member of this tafel."""
    lid = sessie.scalars(
        select(Gebruiker)
        .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
        .where(Gebruiker.id == gebruiker_id, Lidmaatschap.tafel_id == overleg.tafel_id)
        .limit(1)
    ).one_or_none()
    if lid is None:
        raise NotFound
    return lid


def leg_afwezigheid_vast(
    sessie: Session, vrager: Vrager, punt: Agendapunt, invoer: Afwezigheid
) -> AfwezigBij:
    """Record that someone is not in the room for this casus.

    With a conflict of interest the casus closes to that person at once (`toegang/zicht.py`).
    """
    eis(vrager, Recht.BESPREKING_LEIDEN, punt)
    deelname = sessie.get(Deelname, invoer.deelname_id)
    if deelname is None or deelname.overleg_id != punt.overleg_id:
        raise NotFound
    afwezig = sessie.scalars(
        select(AfwezigBij).where(AfwezigBij.deelname_id == deelname.id, AfwezigBij.punt_id == punt.id)
    ).one_or_none()
    if afwezig is None:
        afwezig = AfwezigBij(deelname_id=deelname.id, punt_id=punt.id)
        sessie.add(afwezig)
    afwezig.belangenconflict, afwezig.toelichting = invoer.belangenconflict, invoer.toelichting
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.AFWEZIG_BIJ_PUNT,
        punt,
        belangenconflict=invoer.belangenconflict,
        deelname=str(deelname.id),
    )
    if invoer.belangenconflict:
        if punt.casus is not None and deelname.gebruiker_id is not None:
            reden = invoer.toelichting.strip() or VAN_TAFEL
            sluit_voor_wie_wegging(sessie, vrager, punt.casus, deelname.gebruiker_id, reden)
        _laat_opnieuw_kijken(sessie, punt)
    return afwezig


def _laat_opnieuw_kijken(sessie: Session, punt: Agendapunt) -> None:
    """Let every open screen of the meeting fetch itself again.

    Who just lost the casus no longer hears of it, and so would keep the page; this says only that something
    changed in the meeting. It names no casus.
    """
    meld(sessie, (ALLES,), overleg_id=punt.overleg_id)


def maak_afwezigheid_ongedaan(
    sessie: Session, vrager: Vrager, punt: Agendapunt, deelname_id: uuid.UUID
) -> None:
    """Take back that someone left for this casus. A conflict of interest is lifted by two, at the casus."""
    eis(vrager, Recht.BESPREKING_LEIDEN, punt)
    afwezig = sessie.scalars(
        select(AfwezigBij).where(AfwezigBij.deelname_id == deelname_id, AfwezigBij.punt_id == punt.id)
    ).one_or_none()
    if afwezig is None:
        raise NotFound
    if afwezig.belangenconflict and afwezig.deelname.gebruiker_id is not None:
        raise Geweigerd(nee(TWEE_NODIG))
    sessie.delete(afwezig)
    schrijf(sessie, vrager, Soort.TERUG_BIJ_PUNT, punt, deelname=str(deelname_id))


def _eis_leiden(vrager: Vrager, overleg: Overleg) -> None:
    eis(vrager, Recht.OVERLEG_LEIDEN, overleg)
    oordeel = mag_aanwezigheid_bijwerken(overleg.status)
    if not oordeel:
        raise Geweigerd(oordeel)
