"""The meeting as a whole: its items, who is there, the actions of last time."""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from models import (
    Afspraak,
    AfwezigBij,
    Agendapunt,
    Bespreking,
    Casus,
    Deelname,
    Organisatie,
    Overleg,
    Registratieafspraak,
    Tafelpartner,
)
from models.waarden import BesprekingStatus, OverlegStatus, PuntSoort
from overleg.basis.afspraakstand import NIET_KLAAR, TE_DOEN
from overleg.basis.klok import nu, vandaag
from overleg.basis.weergave import datum_lang, sorteernaam
from overleg.bespreking.opvragen.live import Livestand
from overleg.bespreking.opvragen.tafel import Lid, is_gast_hier, leden_van
from overleg.bespreking.regels.besluiten import Onbesproken
from overleg.bespreking.regels.klok import Klok, stand
from overleg.bespreking.regels.verloop import mag_aanwezigheid_bijwerken
from overleg.bespreking.regels.voortgang import is_te_laat
from overleg.live.delen import VAN_OVERLEG
from overleg.live.stand import nummer_voor
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar

MET_PLEK = (PuntSoort.OPENING, PuntSoort.ACTIES)
"""The standing items that have a part of their own on the page of the meeting."""

GESLOTEN = "Een casus die voor u gesloten is"


@dataclass(frozen=True)
class Puntregel:
    """One item as the list shows it: its discussion when it has one, its clock, whether it is on."""

    punt: Agendapunt
    bespreking: Bespreking | None
    klok: Klok
    aan: bool

    @property
    def doorgezet(self) -> bool:
        """Whether the casus went on to a later overleg."""
        return self.punt.doorgezet_op is not None

    @property
    def te_beginnen(self) -> bool:
        """Whether the item can still be put on, in a meeting that runs."""
        open_ = self.bespreking is None or self.bespreking.status is BesprekingStatus.OPEN
        return open_ and not self.aan and not self.doorgezet


class Overlegblad:
    """Everything on the page of the meeting, asked for part by part; a guest gets only the own item."""

    def __init__(self, sessie: Session, vrager: Vrager, overleg: Overleg) -> None:
        """Open the page for this asker, who may see the overleg."""
        self.sessie, self.vrager, self.overleg = sessie, vrager, overleg
        self.gast = is_gast_hier(vrager, overleg)
        self.leidt = mag(vrager, Recht.OVERLEG_LEIDEN, overleg)

    @cached_property
    def nummer(self) -> int:
        """How far the page is; a whole page asks this before anything else that it shows."""
        return nummer_voor(self.sessie, self.vrager, self.overleg)

    @cached_property
    def _regels(self) -> list[Puntregel]:
        return puntregels(self.sessie, self.vrager, self.overleg)

    @property
    def live(self) -> Livestand:
        """What the page needs to stay up to date by itself."""
        if self.gast:
            return _livestand_gast(self.overleg, self.nummer, self._regels)
        return livestand(self.overleg, self.nummer, VAN_OVERLEG, self._regels, leidt=self.leidt)

    @property
    def punten(self) -> list[Puntregel]:
        """The items in order; a guest hears of none."""
        return [] if self.gast else self._regels

    @property
    def huidig(self) -> Puntregel | None:
        """The item that is on, when this asker may see it."""
        return next((regel for regel in self._regels if regel.aan), None)

    @cached_property
    def deelnames(self) -> list[Deelname]:
        """Who is on the list, without the guest of a casus one may not see: who it is says which casus."""
        if self.gast:
            return []
        zichtbaar_ = {regel.punt.id for regel in self._regels}
        alle = deelnames_van(self.sessie, self.overleg)
        return [rij for rij in alle if rij.punt_id is None or rij.punt_id in zichtbaar_]

    @cached_property
    def registratieafspraak(self) -> Registratieafspraak | None:
        """What this meeting confirmed, or will."""
        return None if self.gast else _registratieafspraak(self.sessie, self.overleg)

    @cached_property
    def acties(self) -> list[Afspraak]:
        """The actions of earlier meetings: what is not done, and what was answered since the last one."""
        return [] if self.gast else openstaande_acties(self.sessie, self.vrager, self.overleg)

    @property
    def acties_open(self) -> list[Afspraak]:
        """What is not done; what was reported as such comes first (domein.md §11)."""
        rijen = [actie for actie in self.acties if actie.status in NIET_KLAAR]
        return sorted(rijen, key=self.te_doen)

    @property
    def acties_beantwoord(self) -> list[Afspraak]:
        """What was done or is no longer possible."""
        return [actie for actie in self.acties if actie.status not in NIET_KLAAR]

    def te_doen(self, actie: Afspraak) -> bool:
        """Whether somebody still has to do it."""
        return actie.status in TE_DOEN

    def te_laat(self, actie: Afspraak) -> bool:
        """Whether it should have been done before today, also on the page of a meeting still to come."""
        return is_te_laat(actie.status, actie.datum, vandaag())

    @cached_property
    def onbesproken(self) -> list[Onbesproken]:
        """What still stands in the way of ending the meeting; only for who leads a running one."""
        if not (self.leidt and self.loopt):
            return []
        return onbesproken_van(self.sessie, self.vrager, self.overleg)

    @property
    def loopt(self) -> bool:
        """Whether the meeting is on."""
        return self.overleg.status is OverlegStatus.LOPEND

    @property
    def aanwezigheid_open(self) -> bool:
        """Whether attendance can be recorded: until the verslag is adopted."""
        return bool(mag_aanwezigheid_bijwerken(self.overleg.status))

    @property
    def te_starten(self) -> bool:
        """Whether the meeting can still be started."""
        return self.overleg.status in {OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD}

    @property
    def start_vraag(self) -> str | None:
        """What to ask before starting it on another day than it was planned for; None on the day itself."""
        if self.overleg.datum == vandaag():
            return None
        return f"Dit overleg is gepland op {datum_lang(self.overleg.datum)}. Wilt u het nu al starten?"


def overlegblad(sessie: Session, vrager: Vrager, overleg: Overleg) -> Overlegblad:
    """Return the page of the meeting as a whole: how far it is, is asked before anything else."""
    blad = Overlegblad(sessie, vrager, overleg)
    _ = blad.nummer
    return blad


def puntregels(sessie: Session, vrager: Vrager, overleg: Overleg) -> list[Puntregel]:
    """Return the items of this overleg that the asker may see, in order."""
    punten = sessie.scalars(
        zichtbaar(vrager, Agendapunt)
        .where(Agendapunt.overleg_id == overleg.id)
        .options(joinedload(Agendapunt.casus))
        .order_by(Agendapunt.volgorde, Agendapunt.id)
    ).all()
    besprekingen = {
        bespreking.punt_id: bespreking
        for bespreking in sessie.scalars(
            zichtbaar(vrager, Bespreking).where(Bespreking.overleg_id == overleg.id)
        )
    }
    nu_ = nu()
    return [
        Puntregel(
            punt,
            besprekingen.get(punt.id),
            stand(punt.gebruikt_seconden, punt.loopt_sinds, punt.minuten, nu_),
            overleg.huidig_punt_id == punt.id,
        )
        for punt in punten
    ]


def livestand(
    overleg: Overleg, nummer: int, delen: tuple[str, ...], regels: list[Puntregel], *, leidt: bool
) -> Livestand:
    """Return where the meeting is now for an asker who may see these items, on a page with these parts.

    What is on and closed to this asker is nowhere: then the page of the meeting is where to wait.
    """
    begin = Livestand(overleg.id, nummer, delen, leidt)
    if overleg.status is not OverlegStatus.LOPEND:
        return begin
    huidig = next((regel.punt for regel in regels if regel.aan), None)
    if huidig is None:
        return replace(begin, loopt=True)
    if huidig.casus is None:
        anker = huidig.soort.value if huidig.soort in MET_PLEK else "punten"
        return replace(begin, loopt=True, nu_tekst=huidig.titel or huidig.soort.tekst, nu_anker=anker)
    return replace(begin, loopt=True, nu=huidig.id, nu_tekst=huidig.casus.kenmerk or "")


def _livestand_gast(overleg: Overleg, nummer: int, regels: list[Puntregel]) -> Livestand:
    """Return the same for a guest: only the own item, and that there is nothing else to follow."""
    stand = livestand(overleg, nummer, (), regels, leidt=False)
    return stand if stand.nu else Livestand(overleg.id, nummer)


def deelnames_van(sessie: Session, overleg: Overleg) -> list[Deelname]:
    """Return who is expected or there, members before guests, by organisatie and name."""
    rijen = sessie.scalars(
        select(Deelname)
        .where(Deelname.overleg_id == overleg.id)
        .options(
            joinedload(Deelname.gebruiker),
            joinedload(Deelname.organisatie),
            joinedload(Deelname.vervangt),
            selectinload(Deelname.afwezig_bij),
        )
    ).all()
    return sorted(
        rijen, key=lambda d: (d.punt_id is not None, d.organisatie.naam.casefold(), sorteernaam(naam_van(d)))
    )


def naam_van(deelname: Deelname) -> str:
    """Return the name of someone at the meeting, with or without an account."""
    return deelname.gebruiker.naam if deelname.gebruiker else deelname.naam


def _registratieafspraak(sessie: Session, overleg: Overleg) -> Registratieafspraak | None:
    """Return the version this meeting confirmed; before it starts the newest one."""
    if overleg.registratieafspraak_id:
        return sessie.get(Registratieafspraak, overleg.registratieafspraak_id)
    return sessie.scalars(
        select(Registratieafspraak)
        .where(Registratieafspraak.tafel_id == overleg.tafel_id)
        .order_by(Registratieafspraak.nummer.desc())
        .limit(1)
    ).one_or_none()


def openstaande_acties(sessie: Session, vrager: Vrager, overleg: Overleg) -> list[Afspraak]:
    """Return the afspraken of this tafel that are open, or were answered at or since the meeting before.

    Only those of earlier meetings; late ones first (domein.md §11: actions not done come first).
    """
    sinds = (
        select(Overleg.begonnen_op)
        .where(
            Overleg.tafel_id == overleg.tafel_id,
            Overleg.datum < overleg.datum,
            Overleg.begonnen_op.is_not(None),
        )
        .order_by(Overleg.datum.desc())
        .limit(1)
        .scalar_subquery()
    )
    rijen = sessie.scalars(
        zichtbaar(vrager, Afspraak)
        .join(Casus, Casus.id == Afspraak.casus_id)
        .join(Bespreking, Bespreking.id == Afspraak.bespreking_id)
        .where(
            Casus.tafel_id == overleg.tafel_id,
            Bespreking.overleg_id != overleg.id,
            Afspraak.geldt_vanaf.is_not(None),
            or_(Afspraak.status.in_(NIET_KLAAR), Afspraak.status_op >= sinds),
        )
        .options(joinedload(Afspraak.casus), joinedload(Afspraak.organisatie), joinedload(Afspraak.persoon))
        .order_by(Afspraak.datum, Casus.kenmerk, Afspraak.nummer)
    )
    return list(rijen)


def volgend_overleg(sessie: Session, overleg: Overleg) -> date | None:
    """Return the day of the next overleg of this tafel, when one is planned."""
    return sessie.scalars(
        select(Overleg.datum)
        .where(
            Overleg.tafel_id == overleg.tafel_id,
            Overleg.datum > overleg.datum,
            Overleg.status != OverlegStatus.GEANNULEERD,
        )
        .order_by(Overleg.datum)
        .limit(1)
    ).one_or_none()


def afwezigen_bij(sessie: Session, punt: Agendapunt) -> list[AfwezigBij]:
    """Return who was not in the room for this item."""
    return list(
        sessie.scalars(
            select(AfwezigBij)
            .where(AfwezigBij.punt_id == punt.id)
            .options(joinedload(AfwezigBij.deelname).joinedload(Deelname.gebruiker))
            .order_by(AfwezigBij.op, AfwezigBij.id)
        )
    )


def leden_van_tafel(sessie: Session, overleg: Overleg) -> list[Lid]:
    """Return everyone with a seat at this tafel on the day of the overleg, achtervang too, by name."""
    partners = select(Tafelpartner.organisatie_id).where(Tafelpartner.tafel_id == overleg.tafel_id)
    organisaties = sessie.scalars(select(Organisatie).where(Organisatie.id.in_(partners))).all()
    return leden_van(sessie, overleg, list(organisaties))


def organisaties_van_tafel(sessie: Session, overleg: Overleg) -> list[tuple[uuid.UUID, str]]:
    """Return every organisatie someone can come from: partners of the tafel first, then the others."""
    partners = set(
        sessie.scalars(
            select(Tafelpartner.organisatie_id).where(
                Tafelpartner.tafel_id == overleg.tafel_id, Tafelpartner.actief.is_(True)
            )
        )
    )
    alle = sessie.scalars(select(Organisatie).where(Organisatie.actief.is_(True))).all()
    op_naam = sorted(
        alle, key=lambda organisatie: (organisatie.id not in partners, organisatie.naam.casefold())
    )
    return [(organisatie.id, organisatie.naam) for organisatie in op_naam]


def onbesproken_van(sessie: Session, vrager: Vrager, overleg: Overleg) -> list[Onbesproken]:
    """Return the casus items of this overleg that were not closed, held over or moved on.

    Of one that is closed to who asks, it does not say which casus it is.
    """
    doorgezet = aliased(Agendapunt)
    punten = sessie.execute(
        select(Agendapunt, Bespreking.status)
        .outerjoin(Bespreking, Bespreking.punt_id == Agendapunt.id)
        .where(
            Agendapunt.overleg_id == overleg.id,
            Agendapunt.casus_id.is_not(None),
            or_(Bespreking.status.is_(None), Bespreking.status == BesprekingStatus.OPEN),
            ~exists().where(doorgezet.van_punt_id == Agendapunt.id),
        )
        .order_by(Agendapunt.volgorde, Agendapunt.id)
        .options(joinedload(Agendapunt.casus))
    )
    return [
        Onbesproken(punt.casus.kenmerk or "Een casus", str(punt.id), begonnen=status is not None)
        if punt.casus_id not in vrager.teruggetrokken
        else Onbesproken(GESLOTEN, "", begonnen=status is not None)
        for punt, status in punten
        if punt.casus
    ]
