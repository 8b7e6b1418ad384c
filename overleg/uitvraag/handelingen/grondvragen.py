"""A missing ground: the beheerder is asked, and nothing is shared until there is one (domein.md §4)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from models import (
    Bijdrageontvanger,
    Casus,
    Gebruiker,
    Grondslag,
    Grondvraag,
    Informatiebijdrage,
    Organisatie,
    Wachtontvanger,
)
from models.waarden import BijdrageStatus, OrganisatieSoort
from models.waarden_post import Berichtsoort
from overleg.basis.achtergrond import taak
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import nee
from overleg.basis.post import leg_klaar
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager, vrager_van
from overleg.uitvraag.handelingen.verstrekken import noteer_verstrekking
from overleg.uitvraag.opvragen.partners import (
    Ontvanger,
    alle_partners,
    grond_voor_vragen,
    gronden_van,
    is_eigen_vt,
    ontvangers_van,
)
from overleg.uitvraag.regels import Grond, mag_uitvragen

MINUUT = timedelta(minutes=1)
ONDERWERP = "Er is een grondslag nodig"
TEKST = (
    "Aan overlegtafel {tafel} wil een organisatie van de soort {gever} informatie delen met een organisatie "
    "van de soort {ontvanger}. In de tabel met grondslagen staat daar niets voor: er wordt niets gedeeld.\n\n"
    "Overleg met uw jurist en voeg een grondslag toe, of leg vast dat die er niet komt. U vindt de vraag bij "
    "Beheer. In deze mail staan geen gegevens over personen."
)


def vraag_gronden(sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage) -> None:
    """Ask the beheerder for each kind of receiver that waits; what was asked is not asked again."""
    for soort in sorted({wacht.organisatie.soort for wacht in bijdrage.wachtenden}):
        _vraag(sessie, vrager, bijdrage.casus, bijdrage.organisatie.soort, soort)


def vraag_grond_om_te_vragen(sessie: Session, vrager: Vrager, casus: Casus, wie: UUID | None) -> None:
    """Ask the beheerder for a ground on which Veilig Thuis may ask the partner `wie`.

    Raises Geweigerd when there is one by now, or the organisatie cannot be asked at this casus.
    """
    eis(vrager, Recht.UITVRAAG_DOEN, casus)
    partner = next((p for p in alle_partners(sessie, casus) if p.id == wie), None)
    if partner is None or is_eigen_vt(partner):
        raise Geweigerd(nee("Deze organisatie kunt u bij deze casus niet vragen."))
    if grond_voor_vragen(gronden_van(sessie, casus.tafel_id), partner, acuut=casus.acuut):
        raise Geweigerd(nee(f"Er is intussen een grondslag. U kunt {partner.naam} nu vragen."))
    _vraag(sessie, vrager, casus, OrganisatieSoort.VEILIG_THUIS, partner.soort)


def _vraag(
    sessie: Session, vrager: Vrager, casus: Casus, gever: OrganisatieSoort, ontvanger: OrganisatieSoort
) -> None:
    welke = {"tafel_id": casus.tafel_id, "gever": gever, "ontvanger": ontvanger}
    if sessie.scalars(select(Grondvraag).filter_by(**welke)).first():
        return
    sessie.add(Grondvraag(**welke))
    schrijf(sessie, vrager, Soort.GRONDSLAG_GEVRAAGD, casus, gever=gever.tekst, ontvanger=ontvanger.tekst)
    tekst = TEKST.format(tafel=casus.tafel.naam, gever=gever.tekst, ontvanger=ontvanger.tekst)
    for adres in sessie.scalars(select(Gebruiker.email).where(Gebruiker.active, Gebruiker.beheerder)):
        leg_klaar(sessie, Berichtsoort.WERK, adres, ONDERWERP, tekst)


def _kan_gedeeld(sessie: Session) -> list[Informatiebijdrage]:
    """Return the bijdragen with a receiver that waits, and for whom there may be a ground now."""
    gever, ontvanger = Organisatie.__table__.alias(), Organisatie.__table__.alias()
    grond = exists().where(
        Grondslag.tafel_id == Casus.tafel_id,
        Grondslag.vervallen_op.is_(None),
        or_(Grondslag.gever.is_(None), Grondslag.gever == gever.c.soort),
        or_(Grondslag.ontvanger.is_(None), Grondslag.ontvanger == ontvanger.c.soort),
        or_(Grondslag.alleen_acuut.is_(False), Casus.acuut),
    )
    vraag = (
        select(Informatiebijdrage)
        .join(Casus, Casus.id == Informatiebijdrage.casus_id)
        .join(Wachtontvanger, Wachtontvanger.bijdrage_id == Informatiebijdrage.id)
        .join(gever, gever.c.id == Informatiebijdrage.organisatie_id)
        .join(ontvanger, ontvanger.c.id == Wachtontvanger.organisatie_id)
        .where(and_(Informatiebijdrage.status == BijdrageStatus.INGEDIEND, grond))
        .order_by(Informatiebijdrage.id)
    )
    return list(sessie.scalars(vraag).unique())


@taak("delen_na_grondslag", elke=MINUUT, nodig=lambda sessie: bool(_kan_gedeeld(sessie)))
def deel_wat_wachtte(sessie: Session) -> int:
    """Share what waited for a ground that is there now, as its giver chose; return with how many."""
    return sum(_deel(sessie, bijdrage) for bijdrage in _kan_gedeeld(sessie))


def _zonder_jurist(ontvanger: Ontvanger) -> Grond | None:
    """Return the first ground that nobody has to look at first; on another one a person shares."""
    return next((grond for grond in ontvanger.gronden if not grond.jurist_punt), None)


def _deel(sessie: Session, bijdrage: Informatiebijdrage) -> int:
    if not mag_uitvragen(bijdrage.casus.status):
        return 0
    vrager = vrager_van(sessie, bijdrage.door, vandaag())
    al = {o.organisatie_id for o in bijdrage.ontvangers}
    ontvangers = ontvangers_van(sessie, bijdrage.casus, bijdrage.organisatie_id)
    kan = {o.partner.id: grond for o in ontvangers if (grond := _zonder_jurist(o)) and o.partner.id not in al}
    klaar = [wacht for wacht in bijdrage.wachtenden if wacht.organisatie_id in kan]
    for wacht in klaar:
        grond = kan[wacht.organisatie_id]
        bijdrage.wachtenden.remove(wacht)
        bijdrage.ontvangers.append(
            Bijdrageontvanger(organisatie_id=wacht.organisatie_id, grondslag_id=grond.id)
        )
    sessie.flush()
    noteer_verstrekking(sessie, vrager, bijdrage, [wacht.organisatie_id for wacht in klaar])
    return len(klaar)
