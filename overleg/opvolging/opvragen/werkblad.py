"""What a sheet with progress would change, for the one who hands it in. Nothing is changed here."""

import uuid
from collections import Counter
from collections.abc import Sequence

from sqlalchemy.orm import Session, joinedload

from models import Afspraak
from overleg.basis.limieten import limiet
from overleg.bespreking.invoer_stappen import Melding
from overleg.opvolging.regels.werkblad import ONBEKEND, Rijfeiten, lees_stand, mag_uit_werkblad
from overleg.opvolging.werkblad import Afgekeurd, Regel, Voorstel, Wijziging
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar
from overleg.verslag.tabellen.acties import Werkbladrij


def bekijk_werkblad(sessie: Session, vrager: Vrager, rijen: Sequence[Werkbladrij]) -> Voorstel:
    """Return per row what it changes, or why it cannot; of an afspraak that is not seen nothing is said."""
    sleutels = [_sleutel(rij) for rij in rijen]
    vaak = Counter(sleutels)
    afspraken = {afspraak.id: afspraak for afspraak in _afspraken(sessie, vrager, sleutels)}
    wijzigingen, afgekeurd = [], []
    for rij, sleutel in zip(rijen, sleutels, strict=True):
        afspraak = afspraken.get(sleutel) if sleutel else None
        if afspraak is None:
            afgekeurd.append(Afgekeurd(rij.regel, None, ONBEKEND))
            continue
        feiten = _feiten(vrager, afspraak, rij, dubbel=vaak[sleutel] > 1)
        oordeel, stand = mag_uit_werkblad(feiten, limiet("toelichting")), lees_stand(rij.stand)
        if oordeel and stand:
            melding = Melding(afspraak.versie, stand, rij.toelichting)
            wijzigingen.append(Wijziging(Regel(rij.regel, afspraak.id, melding), afspraak))
        else:
            afgekeurd.append(Afgekeurd(rij.regel, afspraak, oordeel.zinnen[0]))
    return Voorstel(tuple(wijzigingen), tuple(afgekeurd))


def _afspraken(sessie: Session, vrager: Vrager, sleutels: Sequence[uuid.UUID | None]) -> Sequence[Afspraak]:
    return sessie.scalars(
        zichtbaar(vrager, Afspraak)
        .where(Afspraak.id.in_({sleutel for sleutel in sleutels if sleutel}))
        .options(joinedload(Afspraak.casus), joinedload(Afspraak.organisatie))
    ).all()


def _sleutel(rij: Werkbladrij) -> uuid.UUID | None:
    try:
        return uuid.UUID(rij.sleutel)
    except ValueError:
        return None


def _feiten(vrager: Vrager, afspraak: Afspraak, rij: Werkbladrij, *, dubbel: bool) -> Rijfeiten:
    hoort_bij = (afspraak.casus.kenmerk or "", str(afspraak.nummer))
    return Rijfeiten(
        stand=rij.stand,
        toelichting=rij.toelichting,
        zelfde=(rij.kenmerk, rij.nummer) == hoort_bij,
        eigen=mag(vrager, Recht.AFSPRAAK_MELDEN, afspraak),
        ongewijzigd=rij.versie == str(afspraak.versie),
        dubbel=dubbel,
        nu=afspraak.status,
    )
