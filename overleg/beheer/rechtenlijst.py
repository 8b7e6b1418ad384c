"""Who may do what: every account in use, for the page and the file that a review looks at.

Invitations for one agendapunt are not in it: they are made for each meeting anew, and open nothing else.
"""

import json
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from models import Gebruiker, Lidmaatschap, Overlegtafel, Rechtenbeoordeling, Systeemkoppeling
from overleg.basis.klok import hier
from overleg.basis.weergave import datum, sorteernaam
from overleg.beheer.regels.rechtenbeoordeling import lang_niet_ingelogd

MEESTE_BEOORDELINGEN = 10
KORT = 16
"""Signs of a check sum that are shown."""


@dataclass(frozen=True, slots=True)
class Rechtenregel:
    """One account: what it may, in words, a line each."""

    id: uuid.UUID
    naam: str
    email: str
    organisatie: str
    rechten: tuple[str, ...]
    laatst_ingelogd: date | None
    vraag: bool
    """Whether it was not used for so long that somebody must ask whether it is needed."""


@dataclass(frozen=True)
class Rechtenlijst:
    """All accounts in use on one day."""

    dag: date
    regels: tuple[Rechtenregel, ...]

    @cached_property
    def controlegetal(self) -> str:
        """Return what tells this list from another; when somebody signed in last does not count."""
        inhoud = [[str(r.id), r.naam, r.email, r.organisatie, *r.rechten] for r in self.regels]
        return sha256(json.dumps(inhoud, ensure_ascii=False).encode()).hexdigest()

    @property
    def kort_getal(self) -> str:
        """Return the part of it that people compare, and that the name of the file holds."""
        return self.controlegetal[:KORT]


def rechtenlijst(sessie: Session, dag: date) -> Rechtenlijst:
    """Return who may do what on `dag`, by organisatie and name."""
    accounts = sessie.scalars(
        select(Gebruiker).where(Gebruiker.active.is_(True)).options(joinedload(Gebruiker.organisatie))
    )
    plaatsen, systemen = _plaatsen(sessie, dag), _systemen(sessie, dag)
    regels = [_regel(account, plaatsen[account.id], systemen.get(account.id, 0), dag) for account in accounts]
    return Rechtenlijst(
        dag,
        tuple(sorted(regels, key=lambda r: (r.organisatie.casefold(), sorteernaam(r.naam), str(r.id)))),
    )


def eerdere_beoordelingen(sessie: Session) -> list[Rechtenbeoordeling]:
    """Return the last reviews, newest first."""
    return list(
        sessie.scalars(
            select(Rechtenbeoordeling)
            .options(joinedload(Rechtenbeoordeling.beoordeeld_door))
            .order_by(Rechtenbeoordeling.beoordeeld_op.desc(), Rechtenbeoordeling.id)
            .limit(MEESTE_BEOORDELINGEN)
        )
    )


def laatst_beoordeeld(sessie: Session) -> date | None:
    """Return the day of the last review; None when there was none."""
    moment = sessie.scalar(select(func.max(Rechtenbeoordeling.beoordeeld_op)))
    return hier(moment).date() if moment else None


def _regel(account: Gebruiker, plaatsen: list[str], systemen: int, dag: date) -> Rechtenregel:
    alles = (
        "Beheerder" if account.beheerder else "",
        "Functionaris gegevensbescherming" if account.functionaris else "",
        *plaatsen,
        f"{systemen} systeemkoppeling{'en' if systemen > 1 else ''}" if systemen else "",
    )
    laatst = hier(account.laatst_ingelogd_op).date() if account.laatst_ingelogd_op else None
    return Rechtenregel(
        id=account.id,
        naam=account.naam,
        email=account.email,
        organisatie=account.organisatie.naam,
        rechten=tuple(filter(None, alles)) or ("Niets: geen plaats aan een tafel",),
        laatst_ingelogd=laatst,
        vraag=lang_niet_ingelogd(laatst, dag),
    )


def _plaatsen(sessie: Session, dag: date) -> Mapping[uuid.UUID, list[str]]:
    """Return by account what it is at each tafel, now or later."""
    gevonden: defaultdict[uuid.UUID, list[str]] = defaultdict(list)
    rijen = sessie.scalars(
        select(Lidmaatschap)
        .where(Lidmaatschap.tot.is_(None) | (Lidmaatschap.tot >= dag))
        .join(Lidmaatschap.tafel)
        .options(contains_eager(Lidmaatschap.tafel))
        .order_by(func.lower(Overlegtafel.naam), Lidmaatschap.vanaf, Lidmaatschap.id)
    )
    for lid in rijen:
        gevonden[lid.gebruiker_id].append(_plaats(lid))
    return gevonden


def _plaats(lid: Lidmaatschap) -> str:
    functie = f" ({lid.functie})" if lid.functie else ""
    einde = f" tot en met {datum(lid.tot)}" if lid.tot else ""
    mandaat = ", met mandaat" if lid.mandaat else ""
    wat = f"{lid.rol.tekst}{functie}, {lid.bezetting.tekst.lower()}{mandaat}"
    return f"{lid.tafel.naam}: {wat}, vanaf {datum(lid.vanaf)}{einde}"


def _systemen(sessie: Session, dag: date) -> dict[uuid.UUID, int]:
    vraag = (
        select(Systeemkoppeling.gebruiker_id, func.count())
        .where(Systeemkoppeling.geldig_tot >= dag)
        .group_by(Systeemkoppeling.gebruiker_id)
    )
    return {rij[0]: rij[1] for rij in sessie.execute(vraag)}
