"""Answering, adding later, changing, and sharing with someone who came in later (domein.md §4)."""

import json
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Bijdrageontvanger, Casus, Informatiebijdrage, Informatieverzoek, Wachtontvanger
from models.waarden import BijdrageStatus, OrganisatieSoort
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import JA, Oordeel, nee, samen
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.handelingen.grondvragen import vraag_gronden
from overleg.uitvraag.handelingen.namens import (
    eis_gezien,
    mag_namens,
    mag_voor_een_ander,
    schrijf_vastgelegd,
    zet_gever,
)
from overleg.uitvraag.handelingen.open_vraag import eis_open
from overleg.uitvraag.handelingen.verstrekken import noteer_verstrekking
from overleg.uitvraag.opvragen.bijdragen import als_tekst
from overleg.uitvraag.opvragen.partners import Ontvanger, ontvangers_van
from overleg.uitvraag.regels import Bijdrage, Grond, mag_gewijzigd, mag_ingediend, mag_uitvragen

Delen = list[tuple[Ontvanger, Grond]]
VEROUDERD = "De grondslagen of de deelnemers zijn intussen gewijzigd. Kies opnieuw met wie u deelt."


def beantwoord(
    sessie: Session, vrager: Vrager, verzoek: Informatieverzoek, invoer: Bijdrage
) -> Informatiebijdrage:
    """Answer a request: goes on with the own concept when there is one.

    Raises Geweigerd when the answer is not complete, Botsing when the concept was changed meanwhile.
    """
    eis(vrager, Recht.VERZOEK_BEANTWOORDEN, verzoek)
    concept = sessie.scalars(
        select(Informatiebijdrage).where(
            Informatiebijdrage.verzoek_id == verzoek.id,
            Informatiebijdrage.organisatie_id == vrager.organisatie_id,
            Informatiebijdrage.status == BijdrageStatus.CONCEPT,
            Informatiebijdrage.artikel_9.is_(invoer.artikel_9),
        )
    ).first()
    return _leg_vast(sessie, vrager, verzoek.casus, concept or _nieuw(vrager, verzoek.casus, verzoek), invoer)


def vul_aan(
    sessie: Session, vrager: Vrager, verzoek: Informatieverzoek, invoer: Bijdrage
) -> Informatiebijdrage:
    """Add a further bijdrage to an answer; with `artikel_9` one that reaches the OM first."""
    eis(vrager, Recht.VERZOEK_BEANTWOORDEN, verzoek)
    return _leg_vast(sessie, vrager, verzoek.casus, _nieuw(vrager, verzoek.casus, verzoek), invoer)


def leg_antwoord_vast(
    sessie: Session, vrager: Vrager, verzoek: Informatieverzoek, invoer: Bijdrage
) -> Informatiebijdrage:
    """Record the answer of an organisatie of which nobody can answer, as `invoer.gegeven` says it was given.

    `invoer.versie` is how many answers there were when it was written. Raises Geweigerd when somebody there
    can answer, or the answer is not complete; Botsing when one came in meanwhile. Source: decision 038.
    """
    eis(vrager, Recht.ANTWOORD_VASTLEGGEN, verzoek)
    eis_open(verzoek)
    eis_gezien(sessie, vrager, verzoek, invoer.versie)
    nieuw = _nieuw(vrager, verzoek.casus, verzoek)
    nieuw.organisatie_id = verzoek.organisatie_id
    return _leg_vast(sessie, vrager, verzoek.casus, nieuw, invoer)


def voeg_bijdrage_toe(sessie: Session, vrager: Vrager, casus: Casus, invoer: Bijdrage) -> Informatiebijdrage:
    """Add a bijdrage of the own organisatie that nobody asked for, in the meeting or before it.

    Raises Geweigerd when it is not complete.
    """
    eis(vrager, Recht.BIJDRAGE_TOEVOEGEN, casus)
    return _leg_vast(sessie, vrager, casus, _nieuw(vrager, casus, None), invoer)


def wijzig_bijdrage(
    sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage, invoer: Bijdrage
) -> Informatiebijdrage:
    """Change an own bijdrage, as long as the casus was not discussed.

    Who recorded an answer for another changes that too, until somebody there can do it; what its giver
    changes is its own from then on. Raises Botsing when someone changed it meanwhile.
    """
    eis(vrager, Recht.BIJDRAGE_BEWERKEN, bijdrage)
    return _leg_vast(sessie, vrager, bijdrage.casus, bijdrage, invoer)


def _nieuw(vrager: Vrager, casus: Casus, verzoek: Informatieverzoek | None) -> Informatiebijdrage:
    return Informatiebijdrage(
        casus_id=casus.id,
        verzoek_id=verzoek.id if verzoek else None,
        organisatie_id=vrager.organisatie_id,
        door_id=vrager.id,
        status=BijdrageStatus.CONCEPT,
        artikel_9=False,
        ontvangers=[],
        wachtenden=[],
    )


def _leg_vast(
    sessie: Session, vrager: Vrager, casus: Casus, bijdrage: Informatiebijdrage, invoer: Bijdrage
) -> Informatiebijdrage:
    """Check and store; nothing is changed when a rule says no."""
    if bijdrage in sessie and bijdrage.versie != invoer.versie:
        raise Botsing("Een collega wijzigde deze bijdrage intussen.", als_tekst(bijdrage), bijdrage.versie)
    ingediend = bijdrage.status is BijdrageStatus.INGEDIEND
    indienen = invoer.indienen or ingediend or invoer.gegeven is not None
    ontvangers = ontvangers_van(sessie, casus, bijdrage.organisatie_id)
    delen, wachten = _delen(ontvangers, invoer), _wachten(ontvangers, invoer)
    oordeel = samen(
        [
            mag_gewijzigd(casus.status, ingediend=ingediend),
            mag_ingediend(invoer) if indienen else JA,
            JA if delen is not None and wachten is not None else nee(VEROUDERD),
            _mag_artikel_9(vrager, invoer, delen or [], indienen=indienen),
            mag_namens(
                sessie, vrager, bijdrage, invoer, {ontvanger.partner.id for ontvanger, _ in delen or []}
            ),
        ]
    )
    if not oordeel:
        raise Geweigerd(oordeel)
    _laat_om_akkoord_vervallen(sessie, vrager, bijdrage)
    _vul(bijdrage, vrager, invoer, delen or [])
    _laat_wachten(bijdrage, wachten or frozenset())
    sessie.add(bijdrage)
    if indienen:
        _dien_in(sessie, vrager, bijdrage, delen or [])
    else:
        _bewaar(sessie, vrager, bijdrage)
    return bijdrage


def _laat_om_akkoord_vervallen(sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage) -> None:
    """Forget the contact with the OM: it was about what stood there, and for whom (domein.md §4)."""
    if bijdrage.om_uitkomst is None:
        return
    bijdrage.om_uitkomst = bijdrage.om_contact_op = bijdrage.om_vastgelegd_door_id = None
    bijdrage.om_contact_met = ""
    schrijf(sessie, vrager, Soort.OM_CONTACT_VERVALLEN, bijdrage)


def _delen(ontvangers: list[Ontvanger], invoer: Bijdrage) -> Delen | None:
    """Return with whom it is shared, on which ground; None when one of these does not hold (any more).

    "Not known" goes to all who are involved in the casus, each on its first ground.
    """
    if invoer.bekend is False and not invoer.artikel_9:
        return [(o, o.gronden[0]) for o in ontvangers if o.betrokken and o.gronden]
    per = {(o.partner.id, g.id): (o, g) for o in ontvangers for g in o.gronden}
    gekozen = [per.get(paar) for paar in dict.fromkeys(invoer.delen)]
    if None in gekozen or len({wie for wie, _ in invoer.delen}) != len(gekozen):
        return None
    return [paar for paar in gekozen if paar is not None]


def _wachten(ontvangers: list[Ontvanger], invoer: Bijdrage) -> frozenset[uuid.UUID] | None:
    """Return who waits for a ground; None when one of these has a ground by now, or takes no part."""
    if not invoer.bekend or invoer.artikel_9:  # what the OM agreed to must not grow by itself
        return frozenset()
    zonder = {o.partner.id for o in ontvangers if not o.gronden}
    return frozenset(invoer.wachten) if zonder.issuperset(invoer.wachten) else None


def _laat_wachten(bijdrage: Informatiebijdrage, wie: frozenset[uuid.UUID]) -> None:
    oud = {wacht.organisatie_id: wacht for wacht in bijdrage.wachtenden}
    for weg in oud.keys() - wie:
        bijdrage.wachtenden.remove(oud[weg])
    for nieuw in wie - oud.keys():
        bijdrage.wachtenden.append(Wachtontvanger(organisatie_id=nieuw))


def _mag_artikel_9(vrager: Vrager, invoer: Bijdrage, delen: Delen, *, indienen: bool) -> Oordeel:
    if not invoer.artikel_9:
        return JA
    if vrager.organisatie_soort is not OrganisatieSoort.POLITIE:
        return nee("Alleen de politie kan een gegeven onder art. 9 Wpg toevoegen.")
    if not invoer.bekend and indienen:
        return nee("Een gegeven onder art. 9 Wpg is altijd bekend. Schrijf op wat het is.", "feiten")
    if indienen and not any(o.partner.soort is OrganisatieSoort.OM for o, _ in delen):
        return nee("Deel dit in elk geval met het OM: dat moet er eerst naar kijken.")
    return JA


def _vul(bijdrage: Informatiebijdrage, vrager: Vrager, invoer: Bijdrage, delen: Delen) -> None:
    bijdrage.door_id = vrager.id
    bijdrage.bekend = invoer.bekend
    bijdrage.feiten, bijdrage.oordeel = invoer.feiten, invoer.oordeel
    bijdrage.achtergehouden = invoer.achtergehouden
    bijdrage.achtergehouden_reden = invoer.achtergehouden_reden if invoer.achtergehouden else ""
    bijdrage.doel, bijdrage.noodzakelijk = invoer.doel, invoer.noodzakelijk
    bijdrage.artikel_9 = invoer.artikel_9
    zet_gever(bijdrage, invoer.gegeven)
    oud = {o.organisatie_id: o for o in bijdrage.ontvangers}
    nieuw = {o.partner.id: g.id for o, g in delen}
    for organisatie_id in oud.keys() - nieuw.keys():
        bijdrage.ontvangers.remove(oud[organisatie_id])
    for organisatie_id, grond_id in nieuw.items():
        if organisatie_id in oud:
            oud[organisatie_id].grondslag_id = grond_id
        else:
            bijdrage.ontvangers.append(
                Bijdrageontvanger(organisatie_id=organisatie_id, grondslag_id=grond_id)
            )


def _bewaar(sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage) -> None:
    sessie.flush()
    schrijf(sessie, vrager, Soort.BIJDRAGE_OPGESLAGEN, bijdrage, inhoud_hash=_afdruk(bijdrage))


def _dien_in(sessie: Session, vrager: Vrager, bijdrage: Informatiebijdrage, delen: Delen) -> None:
    bijdrage.status = BijdrageStatus.INGEDIEND
    bijdrage.ingediend_op = bijdrage.ingediend_op or nu()
    sessie.flush()
    if bijdrage.gegeven_hoe is not None:
        schrijf_vastgelegd(sessie, vrager, bijdrage, _afdruk(bijdrage))
    else:
        schrijf(
            sessie,
            vrager,
            Soort.BIJDRAGE_INGEDIEND,
            bijdrage,
            bekend=bijdrage.bekend,
            artikel_9=bijdrage.artikel_9,
            achtergehouden=bijdrage.achtergehouden,
            noodzakelijk=bijdrage.noodzakelijk,
            inhoud_hash=_afdruk(bijdrage),
        )
    noteer_verstrekking(sessie, vrager, bijdrage, {ontvanger.partner.id for ontvanger, _ in delen})
    vraag_gronden(sessie, vrager, bijdrage)


def _afdruk(bijdrage: Informatiebijdrage) -> str:
    return vingerafdruk(
        json.dumps([bijdrage.feiten, bijdrage.oordeel, bijdrage.achtergehouden_reden], ensure_ascii=False)
    )


def deel_verder(
    sessie: Session,
    vrager: Vrager,
    bijdrage: Informatiebijdrage,
    delen: tuple[tuple[uuid.UUID, uuid.UUID], ...],
    *,
    noodzakelijk: bool,
) -> int:
    """Share a handed-in bijdrage with who came in later; return with how many.

    Raises Geweigerd without a ground, or without the weighing that it is necessary.
    """
    eis(vrager, Recht.BIJDRAGE_BEWERKEN, bijdrage)
    al = {o.organisatie_id for o in bijdrage.ontvangers}
    ontvangers = ontvangers_van(sessie, bijdrage.casus, bijdrage.organisatie_id)
    per = {(o.partner.id, g.id): (o, g) for o in ontvangers for g in o.gronden if o.partner.id not in al}
    gekozen = [per[paar] for paar in delen if paar in per]
    oordeel = samen(
        [
            mag_uitvragen(bijdrage.casus.status),
            mag_voor_een_ander(sessie, vrager, bijdrage),
            JA if bijdrage.status is BijdrageStatus.INGEDIEND else nee("Dien de bijdrage eerst in."),
            JA if gekozen and len(gekozen) == len(delen) else nee("Kies met wie u dit deelt."),
            JA
            if noodzakelijk or not bijdrage.bekend
            else nee("Bevestig dat u heeft afgewogen dat delen noodzakelijk is.", "noodzakelijk"),
        ]
    )
    if not oordeel:
        raise Geweigerd(oordeel)
    _laat_om_akkoord_vervallen(sessie, vrager, bijdrage)
    for ontvanger, grond in gekozen:
        bijdrage.ontvangers.append(
            Bijdrageontvanger(organisatie_id=ontvanger.partner.id, grondslag_id=grond.id)
        )
    krijgt = {ontvanger.partner.id for ontvanger, _ in gekozen}
    _laat_wachten(bijdrage, frozenset(w.organisatie_id for w in bijdrage.wachtenden) - krijgt)
    sessie.flush()
    noteer_verstrekking(sessie, vrager, bijdrage, krijgt)
    return len(gekozen)
