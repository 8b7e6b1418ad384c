"""Queries of the digest: what waits for one person, counted by kind, limited to what that person may see."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import (
    Afspraak,
    Bericht,
    Casus,
    Gebruiker,
    Informatieverzoek,
    Informering,
    Overdracht,
    Overleg,
    TeInformerenPartij,
)
from models.waarden import BerichtStatus, CasusStatus, OverlegStatus, Rol
from models.waarden_post import Mailkeuze
from overleg.basis.klok import nu
from overleg.basis.weergave import datum
from overleg.bespreking.opvragen.openstaand import OP_DAG
from overleg.start.maatregeltaken import maatregelen_gauw
from overleg.start.regels import GAUW, Post, eindigt_bijna, gaat_uit, in_woorden
from overleg.start.wachtend import (
    open_afspraken,
    open_overdrachten,
    open_vragen,
    te_informeren_partijen,
    te_informeren_personen,
    tel_rijen,
    tel_uitgesplitst,
    ter_triage,
    voor_mij,
)
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager, vragers_van
from overleg.toegang.zicht import ZICHT
from overleg.verslag.opvragen.opmerkingen import nog_niets_gezegd

PER_KEER = 200
"""Of so many people the roles are looked up at once."""


@dataclass(frozen=True)
class Overzicht:
    """The digest of one person, and the mails about the work that are counted in it."""

    gebruiker_id: UUID
    posten: tuple[Post, ...]
    bundel: tuple[UUID, ...]


def alle_overzichten(sessie: Session, dag: date) -> list[Overzicht]:
    """Return the digests that go out on `dag`, of everybody with an account that is in use."""
    bundels = _bundels(sessie)
    return [
        overzicht
        for groep in _mensen(sessie)
        for overzicht in _van_groep(sessie, groep, bundels, dag)
        if overzicht is not None
    ]


def _mensen(sessie: Session) -> Iterator[Sequence[Gebruiker]]:
    na: UUID | None = None
    while True:
        vraag = select(Gebruiker).where(Gebruiker.active.is_(True), Gebruiker.mail != Mailkeuze.GEEN)
        if na is not None:
            vraag = vraag.where(Gebruiker.id > na)
        groep = sessie.scalars(vraag.order_by(Gebruiker.id).limit(PER_KEER)).all()
        if not groep:
            return
        yield groep
        na = groep[-1].id


def _van_groep(
    sessie: Session, groep: Sequence[Gebruiker], bundels: dict[str, list[UUID]], dag: date
) -> Iterator[Overzicht | None]:
    vragers = vragers_van(sessie, groep, dag)
    for mens in groep:
        bundel = tuple(bundels.get(mens.email, ()))
        posten = wachtend_voor(sessie, vragers[mens.id], dag, len(bundel))
        yield Overzicht(mens.id, posten, bundel) if gaat_uit(mens.mail, posten) else None


def _bundels(sessie: Session) -> dict[str, list[UUID]]:
    """Return by address the mails that wait to be counted."""
    gevonden: defaultdict[str, list[UUID]] = defaultdict(list)
    vraag = select(Bericht.aan, Bericht.id).where(Bericht.status == BerichtStatus.BUNDEL)
    for adres, sleutel in sessie.execute(vraag):
        gevonden[adres].append(sleutel)
    return gevonden


def wachtend_voor(sessie: Session, vrager: Vrager, dag: date, bundel: int = 0) -> tuple[Post, ...]:
    """Return what waits for the asker, by kind; `bundel` is how many mails were kept for the digest."""
    posten = (
        _vragen(sessie, vrager, dag),
        _afspraken(sessie, vrager, dag),
        _overdrachten(sessie, vrager, dag),
        _informeren(sessie, vrager, dag),
        Post("Uw aanmeldingen die zijn teruggestuurd", _teruggestuurd(sessie, vrager)),
        _opmerkingen(sessie, vrager, dag),
        *_leidend(sessie, vrager, dag),
        Post("Berichten over uw werk sinds uw vorige overzicht", bundel, dringend=True),
    )
    return tuple(post for post in posten if post.aantal)


def _vragen(sessie: Session, vrager: Vrager, dag: date) -> Post:
    waar = open_vragen(vrager)
    aantal, te_laat = tel_uitgesplitst(sessie, Informatieverzoek, waar, Informatieverzoek.uiterlijk < dag)
    return Post("Vragen om informatie", aantal, in_woorden(te_laat), te_laat > 0)


def _afspraken(sessie: Session, vrager: Vrager, dag: date) -> Post:
    waar = (*open_afspraken(vrager), voor_mij(vrager, Afspraak.persoon_id))
    laat, gauw = Afspraak.datum < dag, Afspraak.datum.between(dag, dag + GAUW)
    _, te_laat, binnenkort = tel_uitgesplitst(sessie, Afspraak, waar, laat, gauw)
    aantal = te_laat + binnenkort
    return Post("Afspraken om nu uit te voeren", aantal, in_woorden(te_laat, binnenkort), aantal > 0)


def _overdrachten(sessie: Session, vrager: Vrager, dag: date) -> Post:
    """A handover is due when its day comes near, or when it waits for days."""
    waar = (*open_overdrachten(vrager), voor_mij(vrager, Overdracht.naar_persoon_id))
    nodig = or_(Overdracht.per_datum <= dag + GAUW, Overdracht.geldt_vanaf < nu() - GAUW)
    aantal, dringend = tel_uitgesplitst(sessie, Overdracht, waar, nodig)
    return Post("Overdrachten die op uw antwoord wachten", aantal, dringend=dringend > 0)


def _informeren(sessie: Session, vrager: Vrager, dag: date) -> Post:
    personen = (*te_informeren_personen(vrager), voor_mij(vrager, Informering.persoon_id))
    partijen = (*te_informeren_partijen(vrager), voor_mij(vrager, TeInformerenPartij.persoon_id))
    _, laat_1, gauw_1 = tel_uitgesplitst(
        sessie, Informering, personen, dag > OP_DAG, OP_DAG.between(dag, dag + GAUW)
    )
    op = TeInformerenPartij.op
    _, laat_2, gauw_2 = tel_uitgesplitst(
        sessie, TeInformerenPartij, partijen, op < dag, op.between(dag, dag + GAUW)
    )
    te_laat, binnenkort = laat_1 + laat_2, gauw_1 + gauw_2
    aantal = te_laat + binnenkort
    return Post(
        "Mensen en partijen die u nu moet informeren", aantal, in_woorden(te_laat, binnenkort), aantal > 0
    )


def _teruggestuurd(sessie: Session, vrager: Vrager) -> int:
    eigen = (Casus.inbrenger_id == vrager.id, Casus.status == CasusStatus.TERUGGESTUURD)
    return tel_rijen(sessie, Casus, *eigen, ZICHT[Casus](vrager))


def _opmerkingen(sessie: Session, vrager: Vrager, dag: date) -> Post:
    """Remind once, on the working day before the last day, of a draft on which the asker said nothing yet."""
    rijen = nog_niets_gezegd(sessie, vrager, *eindigt_bijna(dag))
    dagen = sorted({datum(rij.opmerkingen_tot) for rij in rijen})
    return Post("Verslagen waarop u nog kunt reageren", len(rijen), _tot(dagen), dringend=True)


def _tot(dagen: Sequence[str]) -> str:
    return f"tot en met {' of '.join(dagen)}" if dagen else ""


def _leidend(sessie: Session, vrager: Vrager, dag: date) -> list[Post]:
    if not vrager.tafels(*LEIDEND):
        return []
    maatregelen = maatregelen_gauw(sessie, vrager, dag)
    posten = [
        Post(
            "Maatregelen die aflopen of opnieuw bekeken moeten worden, deze week of eerder",
            len({signaal.maatregel_id for signaal in maatregelen}),
            dringend=any(signaal.datum <= dag + GAUW for signaal in maatregelen),
        ),
        Post("Aanmeldingen die op triage wachten", tel_rijen(sessie, Casus, *ter_triage(vrager))),
    ]
    if tafels := vrager.tafels(Rol.VOORZITTER):
        verslagen = (Overleg.tafel_id.in_(tafels), Overleg.status == OverlegStatus.AFGEROND)
        posten.append(Post("Verslagen die u moet vaststellen", tel_rijen(sessie, Overleg, *verslagen)))
    return posten
