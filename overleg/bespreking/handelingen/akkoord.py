"""The answer of who is to do an afspraak: by that organisatie, or recorded for someone in the room."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Afspraak
from models.versleuteling import Gemerkt
from models.waarden import Akkoord
from models.waarden_post import Berichtsoort
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import Oordeel
from overleg.basis.post import leg_klaar
from overleg.bespreking.handelingen.beurt import wacht_voor_afspraak
from overleg.bespreking.invoer_stappen import Antwoord
from overleg.bespreking.opvragen.akkoord import in_de_zaal, stand_van
from overleg.bespreking.opvragen.overleg import naam_van
from overleg.bespreking.regels.akkoord import Spreker, mag_antwoorden, mag_spreken, mag_zeggen
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.leiding import voorzitters_van
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

GEWIJZIGD = "Deze afspraak is intussen gewijzigd. Lees wat er nu staat, en antwoord dan."


def antwoord_zelf(sessie: Session, vrager: Vrager, afspraak: Afspraak, antwoord: Antwoord) -> None:
    """Answer for the own organisatie: "akkoord, ik neem dit", or not and why; in the meeting or later.

    Raises Geweigerd when no answer can be given, or it is not whole; Botsing when the afspraak changed.
    """
    eis(vrager, Recht.AFSPRAAK_AANVAARDEN, afspraak)
    eigen = afspraak.organisatie_id == vrager.organisatie_id
    _leg_vast(sessie, vrager, afspraak, antwoord, spreker=Spreker(eigen=eigen), wie=vrager.naam)


def leg_antwoord_vast(sessie: Session, vrager: Vrager, afspraak: Afspraak, antwoord: Antwoord) -> None:
    """Record what someone in the room answers for the organisatie that is to do it; who leads does so."""
    eis(vrager, Recht.BESPREKING_LEIDEN, afspraak)
    namens = next(
        (rij for rij in in_de_zaal(sessie, afspraak) if rij.id == antwoord.deelname_id),
        None,
    )
    spreker = Spreker(eigen=False, leidt=True, in_de_zaal=namens is not None)
    _leg_vast(sessie, vrager, afspraak, antwoord, spreker=spreker, wie=naam_van(namens) if namens else "")


def _leg_vast(
    sessie: Session, vrager: Vrager, afspraak: Afspraak, antwoord: Antwoord, *, spreker: Spreker, wie: str
) -> None:
    wacht_voor_afspraak(sessie, afspraak)
    if afspraak.versie != antwoord.versie:
        raise Botsing(GEWIJZIGD, afspraak.wat)
    _eis(mag_antwoorden(stand_van(afspraak)) & mag_spreken(spreker))
    _eis(mag_zeggen(antwoord.akkoord, antwoord.reden))
    if afspraak.akkoord is antwoord.akkoord is Akkoord.AKKOORD:
        return
    kolommen: dict[str, object] = {
        "akkoord": antwoord.akkoord,
        "akkoord_wie": wie,
        "akkoord_op": nu(),
        "akkoord_vastgelegd_door_id": None if spreker.eigen else vrager.id,
    }
    if antwoord.akkoord is Akkoord.GEWEIGERD:
        kolommen["akkoord_reden"] = Gemerkt.voor(afspraak.casus_id, antwoord.reden)
    elif spreker.eigen and not afspraak.persoon_naam:  # who takes it is the one who does it
        kolommen |= {"persoon_id": vrager.id, "persoon_naam": vrager.naam}
    _schrijf_op_versie(sessie, afspraak, antwoord.versie, kolommen)
    _noteer(sessie, vrager, afspraak, zelf=spreker.eigen)
    if antwoord.akkoord is Akkoord.GEWEIGERD and afspraak.geldt_vanaf is not None:
        _vertel_voorzitters(sessie, afspraak)


def _noteer(sessie: Session, vrager: Vrager, afspraak: Afspraak, *, zelf: bool) -> None:
    """Write in the logboek who recorded which answer, and who said it for which organisatie."""
    nummer, wie, organisatie = afspraak.nummer, afspraak.akkoord_wie, afspraak.organisatie.naam
    if afspraak.akkoord is Akkoord.AKKOORD:
        soort = Soort.AFSPRAAK_AKKOORD
        schrijf(sessie, vrager, soort, afspraak, nummer=nummer, wie=wie, organisatie=organisatie, zelf=zelf)
        return
    schrijf(
        sessie,
        vrager,
        Soort.AFSPRAAK_NIET_AKKOORD,
        afspraak,
        nummer=nummer,
        wie=wie,
        organisatie=organisatie,
        zelf=zelf,
        reden_hash=vingerafdruk(afspraak.akkoord_reden),
    )


def _schrijf_op_versie(sessie: Session, afspraak: Afspraak, versie: int, kolommen: dict[str, object]) -> None:
    """Write the answer on the text that was read. The version stays: who changes it meets no Botsing."""
    geschreven = sessie.scalars(
        update(Afspraak)
        .where(Afspraak.id == afspraak.id, Afspraak.versie == versie)
        .values(**kolommen)
        .returning(Afspraak.id)
        .execution_options(synchronize_session=False)
    ).all()
    if not geschreven:
        raise Botsing(GEWIJZIGD, afspraak.wat)
    sessie.refresh(afspraak)


def _vertel_voorzitters(sessie: Session, afspraak: Afspraak) -> None:
    """After the meeting nobody would see a refusal by itself; no personal data."""
    casus = afspraak.casus
    for adres in voorzitters_van(sessie, casus):
        leg_klaar(
            sessie,
            Berichtsoort.WERK,
            adres,
            f"Actie-overleg: een organisatie is niet akkoord met een afspraak ({casus.kenmerk})",
            "Na het overleg is een organisatie niet akkoord gegaan met een afspraak.\n"
            "Log in, lees bij Acties waarom, en spreek af wie het wel doet.\n",
        )


def _eis(oordeel: Oordeel) -> None:
    if not oordeel:
        raise Geweigerd(oordeel)
