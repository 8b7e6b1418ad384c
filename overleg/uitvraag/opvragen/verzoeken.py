"""What is asked of an organisatie: open, late, answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Aansluiting, Casus, Informatiebijdrage, Informatieverzoek
from models.waarden import BijdrageStatus, CasusStatus
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import gevraagd_aan
from overleg.uitvraag.regels import is_te_laat, mag_uitvragen

MEESTE = 200


@dataclass(frozen=True)
class EigenVerzoek:
    """A request to the own organisatie, and how far the answer is."""

    verzoek: Informatieverzoek
    beantwoord: bool
    concept: bool
    te_laat: bool
    later_aangesloten: tuple[str, ...] = ()
    """Who joined since the answer and does not read it: it is shared with nobody by itself."""
    vastgelegd: bool = False
    """Another recorded (part of) the answer: it can be looked at, and corrected."""


def verzoeken_voor(sessie: Session, vrager: Vrager, dag: date) -> list[EigenVerzoek]:
    """Return what is asked of the own organisatie, unanswered first, the earliest date first."""
    verzoeken = sessie.scalars(
        select(Informatieverzoek)
        .where(gevraagd_aan(vrager))
        .options(
            joinedload(Informatieverzoek.organisatie),
            joinedload(Informatieverzoek.casus).joinedload(Casus.tafel),
            joinedload(Informatieverzoek.casus)
            .selectinload(Casus.aansluitingen)
            .joinedload(Aansluiting.organisatie),
            selectinload(Informatieverzoek.bijdragen)
            .load_only(
                Informatiebijdrage.status,
                Informatiebijdrage.artikel_9,
                Informatiebijdrage.versie,
                Informatiebijdrage.ingediend_op,
                Informatiebijdrage.bekend,
                Informatiebijdrage.gegeven_hoe,
            )
            .selectinload(Informatiebijdrage.ontvangers),
        )
        .order_by(Informatieverzoek.uiterlijk.desc(), Informatieverzoek.id)
        .limit(MEESTE)
    )
    rijen = [_eigen(verzoek, dag) for verzoek in verzoeken]
    return sorted(rijen, key=lambda r: (r.beantwoord, r.verzoek.uiterlijk))


def _eigen(verzoek: Informatieverzoek, dag: date) -> EigenVerzoek:
    gewoon = [b for b in verzoek.bijdragen if not b.artikel_9]
    beantwoord = any(b.status is BijdrageStatus.INGEDIEND for b in gewoon)
    return EigenVerzoek(
        verzoek,
        beantwoord,
        any(b.status is BijdrageStatus.CONCEPT for b in gewoon),
        is_te_laat(verzoek.uiterlijk, beantwoord=beantwoord, vandaag=dag),
        _later_aangesloten(verzoek, gewoon) if mag_uitvragen(verzoek.casus.status) else (),
        vastgelegd=any(b.gegeven_hoe is not None for b in gewoon),
    )


def _later_aangesloten(
    verzoek: Informatieverzoek, bijdragen: Sequence[Informatiebijdrage]
) -> tuple[str, ...]:
    return tuple(
        sorted(
            aansluiting.organisatie.naam
            for aansluiting in verzoek.casus.aansluitingen
            if aansluiting.organisatie_id != verzoek.organisatie_id
            and any(_leest_niet(aansluiting, bijdrage) for bijdrage in bijdragen)
        )
    )


def _leest_niet(aansluiting: Aansluiting, bijdrage: Informatiebijdrage) -> bool:
    """Whether it joined after something was handed in here, that was not shared with it since."""
    eerder = bijdrage.ingediend_op is not None and bijdrage.ingediend_op < aansluiting.besloten_op
    return (
        eerder
        and bijdrage.bekend is True
        and aansluiting.organisatie_id not in {o.organisatie_id for o in bijdrage.ontvangers}
    )


def open_verzoeken(sessie: Session, vrager: Vrager) -> list[Informatieverzoek]:
    """Return the requests that the own organisatie still has to answer, the earliest date first."""
    beantwoord = exists().where(
        Informatiebijdrage.verzoek_id == Informatieverzoek.id,
        Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
        Informatiebijdrage.artikel_9.is_(False),
    )
    gesloten = select(Casus.id).where(Casus.status == CasusStatus.GESLOTEN)
    return list(
        sessie.scalars(
            select(Informatieverzoek)
            .where(gevraagd_aan(vrager), ~beantwoord, Informatieverzoek.casus_id.not_in(gesloten))
            .options(joinedload(Informatieverzoek.casus))
            .order_by(Informatieverzoek.uiterlijk, Informatieverzoek.id)
            .limit(MEESTE)
        )
    )


def open_vraag_aan(sessie: Session, vrager: Vrager, casus: Casus) -> UUID | None:
    """Return the question about this casus that the own organisatie still has to answer, if there is one."""
    return next((v.id for v in open_verzoeken(sessie, vrager) if v.casus_id == casus.id), None)
