"""Bijdragen: what someone may read of them, and which organisaties may read one."""

import uuid

from sqlalchemy.orm import Session, joinedload, selectinload

from models import Bijdrageontvanger, Casus, Informatiebijdrage, Informatieverzoek, Wachtontvanger
from models.waarden import BijdrageStatus
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar
from overleg.uitvraag.opvragen.partners import Ontvanger
from overleg.uitvraag.regels import lezers

LADEN = (
    joinedload(Informatiebijdrage.organisatie),
    joinedload(Informatiebijdrage.door),
    joinedload(Informatiebijdrage.verzoek),
    selectinload(Informatiebijdrage.ontvangers).joinedload(Bijdrageontvanger.organisatie),
    selectinload(Informatiebijdrage.ontvangers).joinedload(Bijdrageontvanger.grondslag),
    selectinload(Informatiebijdrage.wachtenden).joinedload(Wachtontvanger.organisatie),
)


def zichtbare_bijdragen(sessie: Session, vrager: Vrager, casus: Casus) -> list[Informatiebijdrage]:
    """Return the bijdragen of a casus that `vrager` may read, in the order they came in.

    Concepts are there for their giver only.
    """
    return list(
        sessie.scalars(
            zichtbaar(vrager, Informatiebijdrage)
            .where(Informatiebijdrage.casus_id == casus.id)
            .options(*LADEN)
            .order_by(Informatiebijdrage.gemaakt_op, Informatiebijdrage.id)
        )
    )


def eigen_bijdragen(sessie: Session, vrager: Vrager, verzoek: Informatieverzoek) -> list[Informatiebijdrage]:
    """Return what the own organisatie wrote in answer to a request, concepts too."""
    return list(
        sessie.scalars(
            zichtbaar(vrager, Informatiebijdrage)
            .where(
                Informatiebijdrage.verzoek_id == verzoek.id,
                Informatiebijdrage.organisatie_id == vrager.organisatie_id,
            )
            .options(*LADEN)
            .order_by(Informatiebijdrage.gemaakt_op, Informatiebijdrage.id)
        )
    )


def lezers_van(bijdrage: Informatiebijdrage) -> frozenset[uuid.UUID]:
    """Return the ids of the organisaties that may read this bijdrage."""
    return lezers(
        bijdrage.organisatie_id,
        [(o.organisatie_id, o.organisatie.soort) for o in bijdrage.ontvangers],
        ingediend=bijdrage.status is BijdrageStatus.INGEDIEND,
        artikel_9=bijdrage.artikel_9,
        om_uitkomst=bijdrage.om_uitkomst,
    )


def als_tekst(bijdrage: Informatiebijdrage) -> str:
    """Return what stands in a bijdrage, to put beside what somebody else typed."""
    bekend = {True: "Ja", False: "Nee", None: "Niet ingevuld"}[bijdrage.bekend]
    delen = [
        f"Bekend: {bekend}",
        f"Feiten: {bijdrage.feiten}",
        f"Eigen professioneel oordeel: {bijdrage.oordeel}",
    ]
    if bijdrage.achtergehouden:
        delen.append(f"Waarom iets is achtergehouden: {bijdrage.achtergehouden_reden}")
    return "\n\n".join(delen)


def nog_niet_gedeeld(bijdrage: Informatiebijdrage, ontvangers: list[Ontvanger]) -> list[Ontvanger]:
    """Return who takes part and did not get this bijdrage yet."""
    al = {o.organisatie_id for o in bijdrage.ontvangers}
    return [o for o in ontvangers if o.partner.id not in al]
