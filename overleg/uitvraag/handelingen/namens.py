"""Recording an answer for another: whether it may be, and what is kept of who gave it (decision 038)."""

import uuid
from collections.abc import Collection

from sqlalchemy.orm import Session

from models import Informatiebijdrage, Informatieverzoek
from overleg.basis.fouten import Botsing
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import JA, Oordeel, nee, samen
from overleg.basis.weergave import datum
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.handelingen.verstrekken import gever_van
from overleg.uitvraag.opvragen.namens import (
    aantal_antwoorden,
    is_te_vervangen,
    nieuwste_antwoord,
    vastlegging_van,
    verzoek_van,
)
from overleg.uitvraag.regels import (
    Bijdrage,
    Gegeven,
    Opgave,
    is_goed_opgegeven,
    mag_lezen_wat_het_vastlegt,
    mag_vastgelegd,
)
from overleg.uitvraag.regels.vastleggen import ZONDER_GEVER

ZONDER_VRAAG = "Leg een antwoord vast bij de vraag waar het bij hoort."
TWEEDE = "Intussen kwam er al een antwoord van deze partner. Wat u vastlegt, komt ernaast."


def eis_gezien(sessie: Session, vrager: Vrager, verzoek: Informatieverzoek, gezien: int | None) -> None:
    """Raise Botsing when there are more answers than who records one saw; two at once wait for each other.

    Not when nothing may be recorded any more (somebody there answered): then that is what must be said.
    """
    sessie.refresh(verzoek, with_for_update={"of": Informatieverzoek})
    aantal = aantal_antwoorden(sessie, verzoek)
    if aantal != (gezien or 0) and mag_vastgelegd(vastlegging_van(sessie, verzoek)):
        raise Botsing(TWEEDE, nieuwste_antwoord(sessie, vrager, verzoek), aantal)


def mag_voor_een_ander(sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage) -> Oordeel:
    """Whether `vrager` may do this: with an own bijdrage always, for another as decision 038 says."""
    if bijdrage.organisatie_id == vrager.organisatie_id:
        return JA
    verzoek = verzoek_van(sessie, bijdrage)
    return mag_vastgelegd(vastlegging_van(sessie, verzoek)) if verzoek else nee(ZONDER_VRAAG)


def mag_namens(
    sessie: Session,
    vrager: Vrager,
    bijdrage: Informatiebijdrage,
    invoer: Bijdrage,
    ontvangers: Collection[uuid.UUID],
) -> Oordeel:
    """Whether what is given comes from who may give it: the organisatie itself, or another as was said."""
    gegeven = invoer.gegeven
    if gegeven is None:
        eigen = bijdrage.organisatie_id == vrager.organisatie_id
        return JA if eigen and not is_te_vervangen(sessie, bijdrage) else nee(ZONDER_GEVER, "gegeven_door")
    verzoek = verzoek_van(sessie, bijdrage)
    if verzoek is None:
        return nee(ZONDER_VRAAG)
    feiten = vastlegging_van(sessie, verzoek)
    wie, inhoud = (
        bijdrage.organisatie_id,
        bool(invoer.feiten or invoer.oordeel or invoer.achtergehouden_reden),
    )
    return samen(
        [
            mag_vastgelegd(feiten),
            is_goed_opgegeven(Opgave(gegeven, feiten.gever_soort, vrager.naam, vandaag())),
            mag_lezen_wat_het_vastlegt(
                feiten.gever,
                vrager.organisatie_naam,
                leest=vrager.organisatie_id in {wie, *ontvangers},
                inhoud=inhoud,
            ),
        ]
    )


def zet_gever(bijdrage: Informatiebijdrage, gegeven: Gegeven | None) -> None:
    """Keep who gave it; with None it is what the organisatie put in itself."""
    bijdrage.gegeven_hoe = gegeven.hoe if gegeven else None
    bijdrage.gegeven_op = gegeven.op if gegeven else None
    bijdrage.gegeven_door = gegeven.door if gegeven else ""
    bijdrage.gegeven_functie = gegeven.functie if gegeven else ""


def schrijf_vastgelegd(
    sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage, inhoud_hash: str
) -> None:
    """Write in the logboek for whom an answer was recorded, who gave it, how and when."""
    schrijf(
        sessie,
        vrager,
        Soort.ANTWOORD_VASTGELEGD,
        bijdrage,
        organisatie=bijdrage.organisatie.naam,
        gegeven_door=gever_van(bijdrage),
        hoe=bijdrage.gegeven_hoe.tekst.lower() if bijdrage.gegeven_hoe else "",
        op=datum(bijdrage.gegeven_op),
        bekend=bijdrage.bekend,
        achtergehouden=bijdrage.achtergehouden,
        noodzakelijk=bijdrage.noodzakelijk,
        inhoud_hash=inhoud_hash,
    )
