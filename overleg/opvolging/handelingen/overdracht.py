"""Answering a handover: by the receiver, or put on record for one without an account (domein.md §5)."""

import uuid
from datetime import datetime, time
from typing import assert_never

from sqlalchemy.orm import Session

from models import Afspraak, Gebruiker, Overdracht
from models.waarden import Akkoord, OverdrachtSoort, OverdrachtStatus
from models.waarden_post import Berichtsoort
from overleg.basis.adressen import volledig
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import hier, moment_van, nu, vandaag
from overleg.basis.oordeel import nee
from overleg.basis.post import leg_klaar
from overleg.bespreking.handelingen.intrekken import trek_aanbod_in
from overleg.bespreking.regels.voorbehoud import zonder_voorbehoud
from overleg.instroom.handelingen.gang import zet_stap
from overleg.instroom.regels.casusgang import Stap, mag_stap
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.gemeen import eis_oordeel, sluit_wat_is_overgedragen
from overleg.opvolging.invoer import Antwoord, Overname
from overleg.opvolging.opvragen.overdracht import (
    antwoordt_zelf,
    is_aangeboden,
    overnemers,
    vervangen_van,
)
from overleg.opvolging.regels.overdracht import (
    Vastlegging,
    mag_beantwoorden,
    mag_intrekken,
    mag_opnieuw,
    mag_overdragen,
    mag_vastleggen,
    mag_weigeren,
)
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.uitsluiting import is_uitgesloten
from overleg.toegang.vrager import Vrager

S = OverdrachtStatus
ONTVANGER_UITGESLOTEN = (
    "De ontvanger mag deze casus niet zien en kan dus niet antwoorden. Bespreek de casus opnieuw, of draag "
    "over aan iemand anders."
)


def draag_over(sessie: Session, vrager: Vrager, afspraak: Afspraak, overname: Overname) -> Overdracht:
    """Offer an afspraak to someone of another organisatie; its owner stays responsible until accepted.

    Raises Geweigerd when it was dealt with, is offered already, or the other cannot take it over.
    """
    eis(vrager, Recht.AFSPRAAK_OVERDRAGEN, afspraak)
    eis_oordeel(
        mag_overdragen(te_doen=afspraak.status in TE_DOEN, al_aangeboden=is_aangeboden(sessie, afspraak))
        & zonder_voorbehoud({"toelichting": overname.toelichting})
    )
    naar = next((mens for mens in overnemers(sessie, afspraak) if mens.id == overname.naar_id), None)
    if naar is None:
        raise Geweigerd(nee("Kies iemand van een andere organisatie bij deze casus.", "naar"))
    overdracht = Overdracht(
        casus_id=afspraak.casus_id,
        bespreking_id=afspraak.bespreking_id,
        soort=OverdrachtSoort.AFSPRAAK,
        afspraak=afspraak,
        van_organisatie_id=afspraak.organisatie_id,
        naar_organisatie_id=naar.organisatie_id,
        naar_persoon_id=naar.id,
        naar_naam=naar.naam,
        per_datum=overname.per_datum,
        toelichting=overname.toelichting,
        aangeboden_door_id=vrager.id,
        geldt_vanaf=nu(),
    )
    sessie.add(overdracht)
    sessie.flush()
    schrijf(sessie, vrager, Soort.OVERDRACHT_AANGEBODEN, overdracht, wat=overdracht.soort.value)
    leg_klaar(
        sessie,
        Berichtsoort.WERK,
        naar.email,
        f"Actie-overleg: er wordt u een afspraak aangeboden ({afspraak.casus.kenmerk})",
        "Een andere organisatie vraagt u een afspraak over te nemen.\n"
        "Log in en antwoord bij Acties. Tot u aanneemt, blijft de ander verantwoordelijk.\n",
    )
    return overdracht


def neem_aan(sessie: Session, vrager: Vrager, overdracht: Overdracht) -> None:
    """The receiver accepts: from now on the receiver is responsible."""
    eis(vrager, Recht.OVERDRACHT_BEANTWOORDEN, overdracht)
    eis_oordeel(mag_beantwoorden(overdracht.status))
    overdracht.naar_persoon_id = overdracht.naar_persoon_id or vrager.id
    overdracht.naar_naam = overdracht.naar_naam or vrager.naam
    _antwoord(sessie, vrager, overdracht, S.GEACCEPTEERD, door=vrager.naam, op=nu())


def weiger(sessie: Session, vrager: Vrager, overdracht: Overdracht, reden: str) -> None:
    """The receiver refuses, with a reason: the giver stays responsible."""
    eis(vrager, Recht.OVERDRACHT_BEANTWOORDEN, overdracht)
    eis_oordeel(mag_weigeren(overdracht.status, reden))
    overdracht.antwoord_reden = reden
    _antwoord(sessie, vrager, overdracht, S.GEWEIGERD, door=vrager.naam, op=nu())


def trek_in(sessie: Session, vrager: Vrager, overdracht: Overdracht, reden: str) -> None:
    """The giver takes back the offer of an afspraak that nobody answered; the receiver reads why.

    Raises Geweigerd when it was answered, or is no afspraak. Its owner stays responsible, as before.
    """
    eis(vrager, Recht.OVERDRACHT_INTREKKEN, overdracht)
    eis_oordeel(mag_intrekken(overdracht.status, overdracht.soort, reden))
    trek_aanbod_in(sessie, vrager, overdracht, reden)


def leg_antwoord_vast(sessie: Session, vrager: Vrager, overdracht: Overdracht, antwoord: Antwoord) -> None:
    """Put on record what a receiver without an account answered: who, and when. Never by the giver."""
    eis(vrager, Recht.OVERDRACHT_VASTLEGGEN, overdracht)
    eis_oordeel(mag_vastleggen(vastlegging_van(sessie, vrager, overdracht, antwoord)))
    if overdracht.naar_persoon_id is not None:  # that account has ended: somebody else answered
        overdracht.naar_persoon_id, overdracht.naar_naam = None, antwoord.door_naam
    overdracht.antwoord_reden = "" if antwoord.aangenomen else antwoord.reden
    overdracht.vastgelegd_door_id = vrager.id
    op = nu() if antwoord.op == vandaag() else moment_van(antwoord.op, time(12))
    status = S.GEACCEPTEERD if antwoord.aangenomen else S.GEWEIGERD
    _antwoord(sessie, vrager, overdracht, status, door=antwoord.door_naam, op=op)


def vastlegging_van(
    sessie: Session, vrager: Vrager, overdracht: Overdracht, antwoord: Antwoord
) -> Vastlegging:
    """Return what decides whether this person may record this answer."""
    return Vastlegging(
        status=overdracht.status,
        zelf_aangeboden=overdracht.aangeboden_door_id == vrager.id,
        ontvanger_heeft_account=antwoordt_zelf(sessie, overdracht),
        door_naam=antwoord.door_naam,
        eigen_naam=vrager.naam,
        op=antwoord.op,
        aangeboden_op=hier(overdracht.aangeboden_op).date(),
        vandaag=vandaag(),
        aangenomen=antwoord.aangenomen,
        reden=antwoord.reden,
    )


def bied_opnieuw_aan(sessie: Session, vrager: Vrager, overdracht: Overdracht, toelichting: str) -> Overdracht:
    """Offer what was refused again, to the same receiver; the refusal stays readable."""
    eis(vrager, Recht.OVERDRACHT_VASTLEGGEN, overdracht)
    voorbij = overdracht.id in vervangen_van(sessie, overdracht.casus)
    eis_oordeel(mag_opnieuw(overdracht.status, voorbij=voorbij))
    if overdracht.naar_persoon_id and is_uitgesloten(sessie, overdracht.naar_persoon_id, overdracht.casus_id):
        raise Geweigerd(nee(ONTVANGER_UITGESLOTEN))
    nieuw = Overdracht(
        casus_id=overdracht.casus_id,
        bespreking_id=overdracht.bespreking_id,
        soort=overdracht.soort,
        afspraak_id=overdracht.afspraak_id,
        van_organisatie_id=overdracht.van_organisatie_id,
        naar_organisatie_id=overdracht.naar_organisatie_id,
        naar_persoon_id=overdracht.naar_persoon_id,
        naar_naam=overdracht.naar_naam,
        andere_tafel_id=overdracht.andere_tafel_id,
        per_datum=overdracht.per_datum,
        toelichting=toelichting or overdracht.toelichting,
        vorige_id=overdracht.id,
        aangeboden_door_id=vrager.id,
        geldt_vanaf=nu(),
    )
    sessie.add(nieuw)
    sessie.flush()
    casus = nieuw.casus
    if nieuw.soort is OverdrachtSoort.CASUS and mag_stap(casus.status, Stap.OPNIEUW_AANBIEDEN):
        zet_stap(casus, Stap.OPNIEUW_AANBIEDEN)
    schrijf(sessie, vrager, Soort.OVERDRACHT_AANGEBODEN, nieuw, wat=nieuw.soort.value)
    return nieuw


def _antwoord(
    sessie: Session,
    vrager: Vrager,
    overdracht: Overdracht,
    status: OverdrachtStatus,
    *,
    door: str,
    op: datetime,
) -> None:
    overdracht.status, overdracht.beantwoord_door_naam, overdracht.beantwoord_op = status, door, op
    aangenomen = status is S.GEACCEPTEERD
    soort = Soort.OVERDRACHT_AANGENOMEN if aangenomen else Soort.OVERDRACHT_GEWEIGERD
    zelf = overdracht.vastgelegd_door_id is None
    schrijf(sessie, vrager, soort, overdracht, wat=overdracht.soort.value, zelf=zelf)
    _werk_uit(overdracht)
    sluit_wat_is_overgedragen(sessie, vrager, overdracht.casus)
    _vertel_gever(sessie, overdracht)


def _werk_uit(overdracht: Overdracht) -> None:
    """Let the answer take effect. Every kind has an opinion."""
    aangenomen = overdracht.status is S.GEACCEPTEERD
    match overdracht.soort:
        case OverdrachtSoort.REGIE:
            return  # who has the regie follows from the answer itself (opvragen/regie.py)
        case OverdrachtSoort.AFSPRAAK:
            if aangenomen and overdracht.afspraak and overdracht.naar_organisatie_id:
                _neem_over(overdracht, overdracht.afspraak, overdracht.naar_organisatie_id)
        case OverdrachtSoort.CASUS:
            casus = overdracht.casus  # accepted: it leaves by `sluit_wat_is_overgedragen`
            if not aangenomen and mag_stap(casus.status, Stap.OVERDRACHT_WEIGEREN):
                zet_stap(casus, Stap.OVERDRACHT_WEIGEREN)
        case _:
            assert_never(overdracht.soort)


def _neem_over(overdracht: Overdracht, afspraak: Afspraak, organisatie_id: uuid.UUID) -> None:
    """Let the receiver do it from now on; who takes it over says yes to it."""
    afspraak.organisatie_id = organisatie_id
    afspraak.persoon_id, afspraak.persoon_naam = overdracht.naar_persoon_id, overdracht.naar_naam
    afspraak.akkoord, afspraak.akkoord_reden = Akkoord.AKKOORD, ""
    afspraak.akkoord_wie, afspraak.akkoord_op = (
        overdracht.beantwoord_door_naam,
        overdracht.beantwoord_op,
    )
    afspraak.akkoord_vastgelegd_door_id = overdracht.vastgelegd_door_id


def _vertel_gever(sessie: Session, overdracht: Overdracht) -> None:
    """Tell who offered it that there is an answer; no personal data."""
    gever = sessie.get(Gebruiker, overdracht.aangeboden_door_id)
    if gever is None or not gever.active:
        return
    if not is_uitgesloten(sessie, gever.id, overdracht.casus_id):
        leg_klaar(
            sessie,
            Berichtsoort.WERK,
            gever.email,
            f"Actie-overleg: antwoord op een overdracht ({overdracht.casus.kenmerk})",
            "Op een overdracht die u aanbood is geantwoord.\nLees het antwoord op "
            f"{volledig('opvolging.overdracht', overdracht=overdracht.id)}\n",
        )
