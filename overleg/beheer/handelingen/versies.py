"""What is judged by or agreed on keeps its versions: a change makes a new one, the old ones stay."""

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Criteriaset, Criterium, CriteriumOnderdeel, Overlegtafel, Registratieafspraak
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.oordeel import Oordeel
from overleg.beheer.regels import CriteriaInvoer, CriteriumInvoer, OnderdeelInvoer, criteria_kloppen, ontleed
from overleg.logboek.schrijven import schrijf
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

LANGSTE_SLEUTEL = 50
EERDER = (
    "Iemand anders maakte intussen een nieuwe versie; die staat hieronder. Wat u typte staat er ook nog: "
    "vergelijk de twee en bewaar wat het moet worden."
)


def wijzig_criteria(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, invoer: CriteriaInvoer, gezien: int | None
) -> Oordeel:
    """Make a new version of the instroomcriteria; return warnings.

    A casus keeps the version it was judged by. Raises Geweigerd when it does not hang together,
    Botsing when there is a newer version than the one `gezien`.
    """
    eis(vrager, Recht.BEHEER)
    nummer = _volgend_nummer(sessie, Criteriaset, tafel)
    if gezien != nummer - 1:
        raise Botsing(EERDER)
    oordeel = criteria_kloppen(invoer)
    if not oordeel:
        raise Geweigerd(oordeel)
    codes = [criterium.code for criterium in invoer.criteria]
    criteriaset = Criteriaset(
        tafel_id=tafel.id,
        nummer=nummer,
        regel=str(ontleed(invoer.regel, codes)),
        gemaakt_door_id=vrager.id,
        criteria=_criteria(invoer),
    )
    sessie.add(criteriaset)
    sessie.flush()
    schrijf(sessie, vrager, Soort.CRITERIA_GEWIJZIGD, criteriaset, nummer=nummer)
    return oordeel


def _criteria(invoer: CriteriaInvoer) -> list[Criterium]:
    bezet = {onderdeel.sleutel for onderdeel in invoer.onderdelen if onderdeel.sleutel}
    return [
        _criterium(criterium, plek, invoer.onderdelen, bezet)
        for plek, criterium in enumerate(invoer.criteria)
    ]


def _criterium(
    invoer: CriteriumInvoer, plek: int, alle: Iterable[OnderdeelInvoer], bezet: set[str]
) -> Criterium:
    eigen = [onderdeel for onderdeel in alle if onderdeel.bij.upper() == invoer.code.upper()]
    onderdelen = [
        CriteriumOnderdeel(sleutel=o.sleutel or _nieuwe_sleutel(o.titel, bezet), titel=o.titel, volgorde=nr)
        for nr, o in enumerate(eigen)
    ]
    return Criterium(
        code=invoer.code,
        titel=invoer.titel,
        uitleg=invoer.uitleg,
        minimum=invoer.minimum,
        volgorde=plek,
        onderdelen=onderdelen,
    )


def _nieuwe_sleutel(titel: str, bezet: set[str]) -> str:
    """Return a key that stays the same over versions, made from the words; renaming keeps it."""
    kaal = unicodedata.normalize("NFKD", titel.lower()).encode("ascii", "ignore").decode()
    begin = re.sub(r"[^a-z0-9]+", "_", kaal).strip("_")[:LANGSTE_SLEUTEL] or "onderdeel"
    sleutel, teller = begin, 2
    while sleutel in bezet:
        sleutel, teller = f"{begin}_{teller}", teller + 1
    bezet.add(sleutel)
    return sleutel


def wijzig_registratieafspraak(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, inhoud: str, gezien: int | None
) -> None:
    """Make a new version of what the tafel agreed on recording (domein.md §5). Raises Botsing."""
    eis(vrager, Recht.BEHEER)
    nummer = _volgend_nummer(sessie, Registratieafspraak, tafel)
    if gezien != nummer - 1:
        raise Botsing(EERDER)
    afspraak = Registratieafspraak(tafel_id=tafel.id, nummer=nummer, inhoud=inhoud, gemaakt_door_id=vrager.id)
    sessie.add(afspraak)
    sessie.flush()
    schrijf(sessie, vrager, Soort.REGISTRATIEAFSPRAAK_GEWIJZIGD, afspraak, nummer=nummer)


def _volgend_nummer(
    sessie: Session, model: type[Criteriaset] | type[Registratieafspraak], tafel: Overlegtafel
) -> int:
    return (sessie.scalar(select(func.max(model.nummer)).where(model.tafel_id == tafel.id)) or 0) + 1
