"""Partners: whom to ask, with whom to share, on which ground, who of them has an account."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models import (
    Aanschuiver,
    Agendapunt,
    Casus,
    Gebruiker,
    Grondslag,
    Grondvraag,
    Informatieverzoek,
    Lidmaatschap,
    Organisatie,
    Tafelpartner,
)
from models.waarden import OrganisatieSoort, Partnervorm
from overleg.toegang.uitsluiting import gesloten_organisaties, uitgesloten_mensen
from overleg.toegang.voorwaarden import SPREEKT
from overleg.uitvraag.regels import (
    Grond,
    Partner,
    Persoon,
    Suggestie,
    grond_ontbreekt,
    leeftijd_op,
    passende_gronden,
    stel_voor,
)

EIGEN = "Binnen Veilig Thuis. Vragen is geen verstrekking aan een ander."


@dataclass(frozen=True)
class Ontvanger:
    """An organisatie that takes part, and the grounds on which a giver can share with it."""

    partner: Partner
    gronden: tuple[Grond, ...]
    betrokken: bool
    """It was asked, the voorzitter has it join, or it is VT itself: sharing with it is the usual choice.

    A fixed partner that was left out on purpose (an employer, say) is never chosen by itself.
    """
    afwijzing: str = ""
    """Why the beheerder said that no ground will come; empty when nobody said so."""


def alle_partners(sessie: Session, casus: Casus) -> list[Partner]:
    """Return every active organisatie, with how it takes part at the tafel; partners first, by name.

    Left out is one that is shut out of the casus and of which nobody was named to take part all the same.
    """
    rijen = sessie.execute(
        select(Organisatie, Tafelpartner.vorm)
        .outerjoin(
            Tafelpartner,
            (Tafelpartner.organisatie_id == Organisatie.id)
            & (Tafelpartner.tafel_id == casus.tafel_id)
            & Tafelpartner.actief.is_(True),
        )
        .where(Organisatie.actief.is_(True), Organisatie.id.not_in(gesloten_organisaties(casus.id)))
        .order_by(Organisatie.naam)
    )
    partners = [
        Partner(o.id, o.naam, o.soort, vorm is Partnervorm.VAST, vorm is Partnervorm.OP_VERZOEK)
        for o, vorm in rijen
    ]
    return sorted(partners, key=lambda p: (not p.vast, not p.op_verzoek))


def gronden_van(sessie: Session, tafel_id: uuid.UUID) -> list[Grond]:
    """Return the rows of the tafel's grounds table that hold now."""
    rijen = sessie.scalars(
        select(Grondslag)
        .where(Grondslag.tafel_id == tafel_id, Grondslag.vervallen_op.is_(None))
        .order_by(Grondslag.gemaakt_op, Grondslag.id)
    )
    return [
        Grond(g.id, g.gever, g.ontvanger, g.doel, g.grond, g.voorwaarde, g.alleen_acuut, g.jurist_punt)
        for g in rijen
    ]


def is_eigen_vt(partner: Partner) -> bool:
    """Whether asking this partner stays within Veilig Thuis of this tafel."""
    return partner.soort is OrganisatieSoort.VEILIG_THUIS and (partner.vast or partner.op_verzoek)


def grond_voor_vragen(gronden: list[Grond], partner: Partner, *, acuut: bool) -> Grond | None:
    """Return the ground on which VT may ask `partner`: asking is itself a disclosure (domein.md §4)."""
    passend = passende_gronden(gronden, OrganisatieSoort.VEILIG_THUIS, partner.soort, acuut=acuut)
    return passend[0] if passend else None


def suggesties_voor(casus: Casus, partners: list[Partner], dag: date) -> list[Suggestie]:
    """Return the partners of the tafel that can be asked, each with its reasons."""
    personen = [Persoon(b.rol, leeftijd_op(dag, b.geboortedatum, b.geboortejaar)) for b in casus.betrokkenen]
    aan_tafel = [p for p in partners if p.vast or p.op_verzoek]
    return stel_voor(aan_tafel, personen, letsel=casus.letsel)


@dataclass(frozen=True)
class Keuze:
    """A partner on the list to ask: why, on which ground, or why not (any more)."""

    partner: Partner
    functie: str
    redenen: tuple[str, ...]
    grond: Grond | None
    mag: bool
    uitleg: str = ""

    @property
    def naam(self) -> str:
        """The partner as it stands on the list."""
        return f"{self.partner.naam} ({self.functie})" if self.functie else self.partner.naam


def keuzes_voor(sessie: Session, casus: Casus, dag: date) -> tuple[list[Keuze], list[Partner]]:
    """Return the partners of the tafel to choose from, and the other organisaties one can add."""
    partners = alle_partners(sessie, casus)
    gronden = gronden_van(sessie, casus.tafel_id)
    gevraagd = {(v.organisatie_id, v.functie) for v in casus.verzoeken if v.ingetrokken_op is None}
    keuzes = [
        _keuze(s, grond_voor_vragen(gronden, s.partner, acuut=casus.acuut))
        for s in suggesties_voor(casus, partners, dag)
        if (s.partner.id, s.functie) not in gevraagd
    ]
    anderen = [p for p in partners if not (p.vast or p.op_verzoek) and (p.id, "") not in gevraagd]
    return keuzes, anderen


def _keuze(suggestie: Suggestie, grond: Grond | None) -> Keuze:
    partner = suggestie.partner
    eigen = is_eigen_vt(partner)
    if eigen:
        return Keuze(partner, suggestie.functie, suggestie.redenen, None, mag=True, uitleg=EIGEN)
    uitleg = "" if grond else grond_ontbreekt("Veilig Thuis", partner.naam)
    return Keuze(partner, suggestie.functie, suggestie.redenen, grond, mag=grond is not None, uitleg=uitleg)


def aan_te_sluiten(casus: Casus, partners: list[Partner]) -> list[Partner]:
    """Return the organisaties that the voorzitter can still have join."""
    al = {a.organisatie_id for a in casus.aansluitingen}
    return [p for p in partners if not p.vast and p.id not in al]


def ontvangers_van(sessie: Session, casus: Casus, gever_id: uuid.UUID) -> list[Ontvanger]:
    """Return the organisaties that take part in this casus, with the grounds for `gever_id` to share.

    Without a ground an organisatie is in the list with none: nothing can be shared with it.
    """
    partners = alle_partners(sessie, casus)
    gever = next((p for p in partners if p.id == gever_id), None)
    sluit_aan = {a.organisatie_id for a in casus.aansluitingen}
    betrokken = sluit_aan | _gevraagd(sessie, casus.id)
    gronden = gronden_van(sessie, casus.tafel_id)
    komt_niet = _afwijzingen(sessie, casus.tafel_id, gever)
    return [
        Ontvanger(
            p,
            tuple(passende_gronden(gronden, gever.soort, p.soort, acuut=casus.acuut)),
            p.id in betrokken or is_eigen_vt(p),
            komt_niet.get(p.soort, ""),
        )
        for p in partners
        if gever is not None and p.id != gever_id and (p.vast or p.id in sluit_aan)
    ]


def _afwijzingen(sessie: Session, tafel_id: uuid.UUID, gever: Partner | None) -> dict[OrganisatieSoort, str]:
    if gever is None:
        return {}
    rijen = sessie.scalars(select(Grondvraag).filter_by(tafel_id=tafel_id, gever=gever.soort))
    return {rij.ontvanger: rij.afwijzing for rij in rijen}


def _gevraagd(sessie: Session, casus_id: uuid.UUID) -> set[uuid.UUID]:
    return set(
        sessie.scalars(
            select(Informatieverzoek.organisatie_id).where(
                Informatieverzoek.casus_id == casus_id, Informatieverzoek.ingetrokken_op.is_(None)
            )
        )
    )


def leden_van(
    sessie: Session, casus: Casus, dag: date, functie: str = ""
) -> dict[uuid.UUID, list[Gebruiker]]:
    """Return per organisatie who can answer for it about this casus; with `functie` only who holds it.

    Who sits at the tafel, or is a guest at an item about the casus: the recht VERZOEK_BEANTWOORDEN.
    """
    leden = select(Lidmaatschap.gebruiker_id).where(
        Lidmaatschap.tafel_id == casus.tafel_id,
        Lidmaatschap.rol.in_(SPREEKT),
        Lidmaatschap.vanaf <= dag,
        or_(Lidmaatschap.tot.is_(None), Lidmaatschap.tot >= dag),
    )
    if functie:
        leden = leden.where(func.lower(func.trim(Lidmaatschap.functie)) == functie)
    gasten = (
        select(Aanschuiver.gebruiker_id)
        .join(Agendapunt, Agendapunt.id == Aanschuiver.punt_id)
        .where(Agendapunt.casus_id == casus.id, Aanschuiver.gebruiker_id.is_not(None))
    )
    wie = Gebruiker.id.in_(leden)
    vraag = (
        select(Gebruiker)
        .where(
            wie if functie else or_(wie, Gebruiker.id.in_(gasten)),
            Gebruiker.active.is_(True),
            Gebruiker.id.not_in(uitgesloten_mensen(casus.id)),
        )
        .order_by(Gebruiker.email)
    )
    per: dict[uuid.UUID, list[Gebruiker]] = {}
    for gebruiker in sessie.scalars(vraag).unique():
        per.setdefault(gebruiker.organisatie_id, []).append(gebruiker)
    return per
