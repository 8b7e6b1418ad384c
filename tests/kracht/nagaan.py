"""Looking back: whether all that was promised is there, once, and every open page heard of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from models import Afspraak, Gebeurtenis, Tekstveld, Tekstversie, Teller, Wijziging
from overleg.live.delen import ALLES
from overleg.live.stand import MEESTE
from overleg.logboek.schrijven import vingerafdruk
from tests.kracht.schrijvers import Beloofd
from tests.steun.stromen import Stroom


def ga_na(sessie: Session, beloofd: list[Beloofd]) -> None:
    """Hold the database to what was promised."""
    fouten = [fout for deel in beloofd for fout in deel.fouten]
    assert not fouten, fouten[:5]
    _teksten(sessie, beloofd)
    _geschiedenis(sessie)
    _afspraken(sessie, beloofd)
    _logboek(sessie)


def _teksten(sessie: Session, beloofd: list[Beloofd]) -> None:
    """Every answered save is in the history once, as what it was answered to be, with its own key."""
    rijen = {
        rij.sleutel: rij
        for rij in sessie.scalars(select(Tekstversie).where(Tekstversie.sleutel.is_not(None)))
    }
    teksten = [tekst for deel in beloofd for tekst in deel.teksten]
    aantal = Counter(sessie.scalars(select(Tekstversie.waarde)))
    for tekst in teksten:
        rij = rijen.get(tekst.sleutel)
        assert rij is not None, f"lost: {tekst}"
        assert (rij.tekstveld_id, rij.waarde) == (tekst.veld, tekst.waarde)
        assert rij.geweigerd is not tekst.aangenomen, tekst
        assert aantal[tekst.waarde] == 1, f"stored {aantal[tekst.waarde]} times: {tekst}"
    assert len(rijen) == len(teksten), "something was stored that nobody was told of"


def _geschiedenis(sessie: Session) -> None:
    """Per field the versions follow each other without a gap, and the field shows the last one."""
    aangenomen: dict[UUID, list[Tekstversie]] = defaultdict(list)
    vraag = select(Tekstversie).where(Tekstversie.geweigerd.is_(False)).order_by(Tekstversie.versie)
    for rij in sessie.scalars(vraag):
        aangenomen[rij.tekstveld_id].append(rij)
    for veld in sessie.scalars(select(Tekstveld)):
        rijen = aangenomen[veld.id]
        assert [rij.versie for rij in rijen] == list(range(2, len(rijen) + 2))
        assert (veld.versie, veld.waarde) == (len(rijen) + 1, rijen[-1].waarde if rijen else "")


def _afspraken(sessie: Session, beloofd: list[Beloofd]) -> None:
    """Every afspraak is there once; their numbers are those of one row, per casus."""
    gemaakt = Counter(sessie.scalars(select(Afspraak.wat)))
    assert gemaakt == Counter(wat for deel in beloofd for wat in deel.afspraken)
    per_casus: dict[UUID, list[int]] = defaultdict(list)
    for casus_id, nummer in sessie.execute(select(Afspraak.casus_id, Afspraak.nummer)):
        per_casus[casus_id].append(nummer)
    for nummers in per_casus.values():
        assert sorted(nummers) == list(range(1, len(nummers) + 1))


def _logboek(sessie: Session) -> None:
    """Exactly one line for each change, and a change for each line."""
    assert _regels(sessie, "tekst_bewaard") == _versies(sessie, geweigerd=False)
    assert _regels(sessie, "tekst_geweigerd") == _versies(sessie, geweigerd=True)
    gemaakt = select(Gebeurtenis.object_id).where(Gebeurtenis.soort == "afspraak_gemaakt")
    assert Counter(sessie.scalars(gemaakt)) == Counter(sessie.scalars(select(Afspraak.id)))


def _regels(sessie: Session, soort: str) -> Counter[tuple[object, ...]]:
    rijen = sessie.execute(
        select(Gebeurtenis.object_id, Gebeurtenis.gebruiker_id, Gebeurtenis.gegevens).where(
            Gebeurtenis.soort == soort
        )
    )
    return Counter((veld, wie, wat["versie"], wat["vingerafdruk"]) for veld, wie, wat in rijen)


def _versies(sessie: Session, *, geweigerd: bool) -> Counter[tuple[object, ...]]:
    rijen = sessie.scalars(
        select(Tekstversie).where(Tekstversie.geweigerd.is_(geweigerd), Tekstversie.samengevoegd.is_(False))
    )
    return Counter((rij.tekstveld_id, rij.door_id, rij.versie, vingerafdruk(rij.waarde)) for rij in rijen)


def ga_seinen_na(sessie: Session, overleg_id: UUID, stromen: list[Stroom], begin: int) -> int:
    """Hold the streams to the changes; return how many changes there were.

    The numbers of the changes are 1, 2, 3 … without a gap, up to the counter. What an open page was told,
    over all its connections, are ranges of numbers that follow each other: each begins where the last one
    ended, is longer than nothing, and names exactly the parts that the changes in it touched (or all, when
    that page was very far behind). So every change was told once, in order.
    """
    rijen = sessie.scalars(
        select(Wijziging).where(Wijziging.overleg_id == overleg_id).order_by(Wijziging.nummer)
    ).all()
    teller = sessie.get_one(Teller, overleg_id).nummer
    assert [rij.nummer for rij in rijen] == list(range(1, teller + 1))
    for stroom in stromen:
        assert stroom.seinen[0].na == begin
        assert stroom.nummer == teller
        for vorige, sein in zip([None, *stroom.seinen], stroom.seinen, strict=False):
            assert vorige is None or sein.na == vorige.nummer
            assert sein.nummer > sein.na, sein
            delen = {deel for rij in rijen[sein.na : sein.nummer] for deel in rij.delen}
            if sein.nummer - sein.na > MEESTE:
                delen = {ALLES}
            assert sein.delen == delen, sein
    return teller - begin


def aantal_wijzigingen(sessie: Session) -> int:
    """Return how many lines of the logboek are a change that open pages hear of."""
    soorten = ("tekst_bewaard", "afspraak_gemaakt")
    vraag = select(func.count()).select_from(Gebeurtenis).where(Gebeurtenis.soort.in_(soorten))
    return sessie.scalars(vraag).one()


def is_heel(sessie: Session) -> None:
    """SQLite finds nothing wrong with its own file."""
    if sessie.get_bind().dialect.name == "sqlite":
        assert sessie.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
