"""Making, changing and taking away an afspraak while the bespreking is open (domein.md §5)."""

import uuid

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from models import Afspraak, Bespreking, Casus, Gebruiker, Lidmaatschap
from models.waarden import Akkoord
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import Oordeel, samen
from overleg.bespreking.handelingen.beurt import wacht_op_beurt, wacht_voor_afspraak
from overleg.bespreking.invoer_besluiten import Wie
from overleg.bespreking.invoer_stappen import NieuweAfspraak
from overleg.bespreking.opvragen.personen import mag_taak_krijgen
from overleg.bespreking.regels.afspraken import mag_op_dag, mag_van_organisatie, mag_volgen_op
from overleg.bespreking.regels.akkoord import VRAAGT_NIEUW_ANTWOORD, bij_maken, na_wijziging
from overleg.bespreking.regels.verloop import mag_invullen
from overleg.bespreking.regels.voorbehoud import zonder_voorbehoud
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis, mag
from overleg.toegang.vrager import Vrager

GEWIJZIGD = "Iemand anders wijzigde deze afspraak intussen. Vergelijk met de lijst en sla opnieuw op."
KOLOMMEN = (
    "wat",
    "soort",
    "domein",
    "direct",
    "structureel",
    "organisatie_id",
    "persoon_id",
    "persoon_naam",
    "datum",
    "volgt_op_id",
    "gesprek_met_id",
    "gesprek_over",
    "gesprek_samen_met",
)


def maak_afspraak(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, invoer: NieuweAfspraak
) -> Afspraak:
    """Add an afspraak with the next number of its casus.

    Raises Geweigerd when the bespreking is not open, it is under reservation, or it would wait on itself.
    """
    wacht_op_beurt(sessie, bespreking)
    _controleer(sessie, vrager, bespreking, None, invoer)
    sessie.execute(select(Casus.id).where(Casus.id == bespreking.casus_id).with_for_update())
    laatste = sessie.scalar(select(func.max(Afspraak.nummer)).where(Afspraak.casus_id == bespreking.casus_id))
    afspraak = Afspraak(
        casus_id=bespreking.casus_id,
        bespreking_id=bespreking.id,
        nummer=(laatste or 0) + 1,
        **_waarden(sessie, bespreking, invoer),
    )
    _zet_akkoord(vrager, afspraak, bij_maken(afspraak.organisatie_id == vrager.organisatie_id))
    sessie.add(afspraak)
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.AFSPRAAK_GEMAAKT,
        afspraak,
        nummer=afspraak.nummer,
        akkoord=afspraak.akkoord.value,
    )
    return afspraak


def wijzig_afspraak(
    sessie: Session, vrager: Vrager, bespreking: Bespreking, afspraak: Afspraak, invoer: NieuweAfspraak
) -> None:
    """Change an afspraak of this bespreking; another owner, date or thing to do asks for a new akkoord.

    Raises Geweigerd as `maak_afspraak`, Botsing when stale.
    """
    wacht_voor_afspraak(sessie, afspraak)
    _controleer(sessie, vrager, bespreking, afspraak, invoer)
    if invoer.versie != afspraak.versie:
        raise Botsing(GEWIJZIGD, afspraak.wat)
    nieuw = _waarden(sessie, bespreking, invoer)
    gewijzigd = [kolom for kolom in KOLOMMEN if getattr(afspraak, kolom) != nieuw[kolom]]
    for kolom in gewijzigd:
        setattr(afspraak, kolom, nieuw[kolom])
    if VRAAGT_NIEUW_ANTWOORD.intersection(gewijzigd):
        if "organisatie_id" in gewijzigd:
            afspraak.akkoord_reden = ""
        eigen = afspraak.organisatie_id == vrager.organisatie_id
        _zet_akkoord(vrager, afspraak, na_wijziging(afspraak.akkoord, gewijzigd, eigen))
        gewijzigd.append("akkoord")
    if gewijzigd:
        sessie.flush()
        schrijf(sessie, vrager, Soort.AFSPRAAK_GEWIJZIGD, afspraak, nummer=afspraak.nummer, velden=gewijzigd)


def verwijder_afspraak(sessie: Session, vrager: Vrager, bespreking: Bespreking, afspraak: Afspraak) -> None:
    """Take an afspraak away while the bespreking is open; what follows on it follows on nothing."""
    eis(vrager, Recht.BESPROKEN_AFSPRAAK_WIJZIGEN, afspraak)
    wacht_voor_afspraak(sessie, afspraak)
    _eis(mag_invullen(bespreking.status, bespreking.overleg.status))
    schrijf(
        sessie,
        vrager,
        Soort.AFSPRAAK_VERWIJDERD,
        afspraak,
        nummer=afspraak.nummer,
        vingerafdruk=vingerafdruk(afspraak.wat),
    )
    sessie.execute(update(Afspraak).where(Afspraak.volgt_op_id == afspraak.id).values(volgt_op_id=None))
    sessie.delete(afspraak)
    sessie.flush()


def _zet_akkoord(vrager: Vrager, afspraak: Afspraak, akkoord: Akkoord) -> None:
    """Let the afspraak be accepted by who makes or changes it, or wait for an answer."""
    gegeven = akkoord is not Akkoord.OPEN
    afspraak.akkoord = akkoord
    afspraak.akkoord_wie, afspraak.akkoord_op = (vrager.naam, nu()) if gegeven else ("", None)
    afspraak.akkoord_vastgelegd_door_id = None


def _controleer(
    sessie: Session,
    vrager: Vrager,
    bespreking: Bespreking,
    afspraak: Afspraak | None,
    invoer: NieuweAfspraak,
) -> None:
    """Raise unless the asker may, the bespreking is open, and the afspraak is one that can be kept."""
    eis(vrager, Recht.BESPREKING_INVULLEN, bespreking)
    if afspraak is not None:
        eis(vrager, Recht.BESPROKEN_AFSPRAAK_WIJZIGEN, afspraak)
    alles = mag(vrager, Recht.PLAN_SCHRIJVEN, bespreking)
    rijen = sessie.execute(
        select(Afspraak.id, Afspraak.volgt_op_id).where(Afspraak.casus_id == bespreking.casus_id)
    )
    ketting = {rij[0]: rij[1] for rij in rijen}
    if invoer.volgt_op_id is not None and invoer.volgt_op_id not in ketting:
        raise NotFound
    wie = Wie(invoer.organisatie_id, invoer.persoon)
    teksten = {
        "wat": invoer.wat,
        "persoon": invoer.persoon,
        "gesprek_over": invoer.gesprek_over,
        "gesprek_samen_met": invoer.gesprek_samen_met,
    }
    _eis(
        samen(
            [
                mag_invullen(bespreking.status, bespreking.overleg.status),
                mag_van_organisatie(alles, invoer.organisatie_id == vrager.organisatie_id),
                mag_op_dag(invoer.datum, bespreking.overleg.datum),
                mag_taak_krijgen(sessie, bespreking.casus_id, wie, "persoon"),
                zonder_voorbehoud(teksten),
                mag_volgen_op(afspraak.id if afspraak else None, invoer.volgt_op_id, ketting),
            ]
        )
    )


def _eis(oordeel: Oordeel) -> None:
    if not oordeel:
        raise Geweigerd(oordeel)


def _waarden(sessie: Session, bespreking: Bespreking, invoer: NieuweAfspraak) -> dict[str, object]:
    """Return the columns of an afspraak; with whom someone talks is kept of a verhoor (onderzoek) too."""
    return {
        "wat": invoer.wat,
        "soort": invoer.soort,
        "domein": invoer.domein,
        "direct": invoer.direct,
        "structureel": invoer.structureel,
        "organisatie_id": invoer.organisatie_id,
        "persoon_id": account_van(sessie, bespreking, invoer.organisatie_id, invoer.persoon),
        "persoon_naam": invoer.persoon,
        "datum": invoer.datum,
        "volgt_op_id": invoer.volgt_op_id,
        "gesprek_met_id": invoer.gesprek_met_id,
        "gesprek_over": invoer.gesprek_over,
        "gesprek_samen_met": invoer.gesprek_samen_met,
    }


def account_van(
    sessie: Session, bespreking: Bespreking, organisatie_id: uuid.UUID, naam: str
) -> uuid.UUID | None:
    """Return the account of the one member of this tafel and organisatie with this name, if there is one."""
    if not naam:
        return None
    gevonden = sessie.scalars(
        select(Gebruiker.id)
        .join(Lidmaatschap, Lidmaatschap.gebruiker_id == Gebruiker.id)
        .where(
            Lidmaatschap.tafel_id == bespreking.overleg.tafel_id,
            Gebruiker.organisatie_id == organisatie_id,
            Gebruiker.active.is_(True),
            func.lower(Gebruiker.naam) == naam.lower(),
        )
        .distinct()
    ).all()
    return gevonden[0] if len(gevonden) == 1 else None
