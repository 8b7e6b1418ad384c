"""Rules of progress that is handed in as a sheet: what each row may do (domein.md §6 and §11)."""

from dataclasses import dataclass

from models.waarden import AfspraakStatus
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.bespreking.regels.voortgang import MELDBAAR, mag_gemeld

ONBEKEND = "Deze afspraak is er niet, of u mag haar niet zien. Haal het werkblad opnieuw op."
NIET_VAN_U = "Deze afspraak is van een andere organisatie. Alleen die kan melden hoe het staat."
INTUSSEN = "Iemand anders heeft dit intussen gewijzigd. Haal het werkblad opnieuw op en vul deze rij weer in."


@dataclass(frozen=True, slots=True)
class Rijfeiten:
    """What a row says, beside what the afspraak with its id is now."""

    stand: str
    toelichting: str
    zelfde: bool
    """Whether casus and number in the row are those of the afspraak."""
    eigen: bool
    """Whether the asker may report on it."""
    ongewijzigd: bool
    """Whether it still is as it was when the sheet was made."""
    dubbel: bool
    """Whether another row is about the same afspraak."""
    nu: AfspraakStatus


def lees_stand(tekst: str) -> AfspraakStatus | None:
    """Return what the word in the sheet stands for; None when it is none of them."""
    kaal = " ".join(tekst.lower().split())
    return next((stand for stand in MELDBAAR if stand.tekst.lower() == kaal), None)


def mag_uit_werkblad(feiten: Rijfeiten, langste: int) -> Oordeel:
    """Whether a row can be taken over; the first reason against is the one to mend."""
    redenen = (
        (not feiten.zelfde, "De kolommen van deze rij horen niet bij elkaar. Haal het werkblad opnieuw op."),
        (not feiten.eigen, NIET_VAN_U),
        (not feiten.ongewijzigd, INTUSSEN),
        (feiten.dubbel, "Deze afspraak staat meer dan één keer in het werkblad. Houd één rij over."),
        (not feiten.stand, "Kies ook een nieuwe stand bij deze toelichting."),
    )
    for tegen, zin in redenen:
        if tegen:
            return nee(zin)
    return _inhoud(feiten, langste)


def _inhoud(feiten: Rijfeiten, langste: int) -> Oordeel:
    stand = lees_stand(feiten.stand)
    if stand is None:
        woorden = ", ".join(stand.tekst.lower() for stand in MELDBAAR)
        return nee(f"Dit is geen stand die u kunt kiezen. Kies uit: {woorden}.")
    te_veel = len(feiten.toelichting) - langste
    if te_veel > 0:
        grens = f"{langste:,}".replace(",", ".")
        return nee(f"Maak de toelichting korter: hoogstens {grens} tekens, nu {te_veel} te veel.")
    oordeel = mag_gemeld(feiten.nu, stand, feiten.toelichting)
    return nee(oordeel.zinnen[0]) if oordeel.redenen else JA
