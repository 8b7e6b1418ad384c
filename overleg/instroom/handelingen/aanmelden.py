"""Beginning, saving and handing in an aanmelding."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AndereTafel, Casus, Overlegtafel, Thema, Triageronde
from models.waarden import CasusStatus, RondeSoort
from overleg.basis.fouten import Botsing, GeenRecht, Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.oordeel import JA, Oordeel
from overleg.instroom.feiten import feiten_uit, melding_invoer_van, melding_uit, uitkomst_uit
from overleg.instroom.handelingen.gang import vergrendel, zet_stap
from overleg.instroom.handelingen.kenmerk import geef_kenmerk
from overleg.instroom.handelingen.overnemen import neem_over
from overleg.instroom.handelingen.personen import werk_vergelijkingen_bij
from overleg.instroom.handelingen.post import meld_aanmelding
from overleg.instroom.handelingen.spoed import meld_acuut
from overleg.instroom.invoer import Aanmelding, Begin
from overleg.instroom.opvragen.blad import huidige_criteriaset
from overleg.instroom.regels.aanmelding import mag_ingediend, melding_compleet, volgt_nog
from overleg.instroom.regels.casusgang import Stap
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.voorwaarden import INBRENGEND
from overleg.toegang.vrager import Vrager

VEROUDERD = "De aanmelding is intussen ergens anders bewaard. Vergelijk de teksten en bewaar opnieuw."


def begin_aanmelding(sessie: Session, vrager: Vrager, begin: Begin) -> Casus:
    """Make a concept at a tafel where `vrager` may bring in; with acute danger it is marked so at once.

    Raises GeenRecht for any other tafel.
    """
    eis(vrager, Recht.CASUS_AANMELDEN)
    if begin.tafel_id not in vrager.tafels(*INBRENGEND):
        raise GeenRecht(Recht.CASUS_AANMELDEN)
    casus = Casus(
        tafel=sessie.get_one(Overlegtafel, begin.tafel_id),
        inbrenger_id=vrager.id,
        inbrenger_organisatie_id=vrager.organisatie_id,
        criteriaset=huidige_criteriaset(sessie, begin.tafel_id),
        status=CasusStatus.CONCEPT,
    )
    sessie.add(casus)
    sessie.flush()
    schrijf(sessie, vrager, Soort.AANMELDING_BEGONNEN, casus, acuut=begin.acuut)
    if begin.acuut:
        meld_acuut(sessie, vrager, casus)
    return casus


def begin_ingevuld(sessie: Session, vrager: Vrager, begin: Begin, invoer: Aanmelding) -> Casus:
    """Make a concept that is filled in already, as from a form on paper. Raises GeenRecht as the two do."""
    casus = begin_aanmelding(sessie, vrager, begin)
    bewaar_aanmelding(sessie, vrager, casus, invoer, casus.versie)
    return casus


def bewaar_aanmelding(
    sessie: Session, vrager: Vrager, casus: Casus, invoer: Aanmelding, versie: int | None
) -> None:
    """Save what was typed, however partial. Raises Botsing when it was based on another version.

    Raises Geweigerd when the aanmelding was handed in before and the melding is not complete.
    """
    vergrendel(sessie, casus)
    eis(vrager, Recht.AANMELDING_BEWERKEN, casus)
    if versie != casus.versie:
        raise Botsing(VEROUDERD)
    if casus.status is not CasusStatus.CONCEPT and invoer.melding != melding_invoer_van(casus):
        oordeel = melding_compleet(melding_uit(invoer.melding), vandaag())
        if not oordeel:
            raise Geweigerd(oordeel)
    neem_over(casus, invoer, themas=gekozen_themas(sessie, casus, invoer), tafels=_tafels(sessie, casus))
    casus.gewijzigd_op = nu()
    sessie.flush()
    if casus.acuut or casus.status is not CasusStatus.CONCEPT:
        werk_vergelijkingen_bij(sessie, casus)
    schrijf(
        sessie,
        vrager,
        Soort.AANMELDING_BEWAARD,
        casus,
        personen=len(casus.betrokkenen),
        vraag_hash=vingerafdruk(casus.concrete_vraag),
    )


def bewaar_wat_klopt(
    sessie: Session, vrager: Vrager, casus: Casus, invoer: Aanmelding, versie: int | None
) -> Oordeel:
    """Save as `bewaar_aanmelding` does, but leave the melding as it is when the typed one may not be saved.

    Returns why the melding was left; raises Botsing when the form was based on another version.
    """
    oordeel = JA
    if casus.status is not CasusStatus.CONCEPT:
        oordeel = melding_compleet(melding_uit(invoer.melding), vandaag())
    if not oordeel:
        invoer = replace(invoer, melding=melding_invoer_van(casus))
    bewaar_aanmelding(sessie, vrager, casus, invoer, versie)
    return oordeel


def dien_in(sessie: Session, vrager: Vrager, casus: Casus, invoer: Aanmelding, versie: int | None) -> None:
    """Save and hand in; the kenmerk is issued at the first time. Raises Geweigerd with what is missing."""
    vergrendel(sessie, casus)
    eis(vrager, Recht.AANMELDING_BEWERKEN, casus)
    themas = gekozen_themas(sessie, casus, invoer)
    uitkomst = uitkomst_uit(casus.criteriaset, invoer.toetsen, themas)
    feiten = feiten_uit(invoer, uitkomst)
    oordeel = mag_ingediend(feiten, vandaag())
    if casus.ingediend_op is None:
        oordeel &= volgt_nog(feiten.melding, None, vandaag())
    if not oordeel:
        raise Geweigerd(oordeel)
    bewaar_aanmelding(sessie, vrager, casus, invoer, versie)
    opnieuw = casus.ingediend_op is not None
    _zet_ingediend(sessie, vrager, casus, voldoet=uitkomst.voldoet)
    werk_vergelijkingen_bij(sessie, casus)
    meld_aanmelding(sessie, casus, opnieuw=opnieuw)


def _zet_ingediend(sessie: Session, vrager: Vrager, casus: Casus, *, voldoet: bool | None) -> None:
    """Give status, time and kenmerk, and write the round with the vraag as it reads now."""
    if casus.kenmerk is None:
        casus.kenmerk = geef_kenmerk(sessie, casus.tafel, vandaag().year)
    casus.ingediend_op = casus.ingediend_op or nu()
    casus.voldoet = voldoet
    zet_stap(casus, Stap.INDIENEN)
    ronde = voeg_ronde_toe(casus, vrager, RondeSoort.INGEDIEND, casus.antwoord_op_terugvraag)
    casus.antwoord_op_terugvraag = ""
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.AANMELDING_INGEDIEND,
        casus,
        ronde=ronde.nummer,
        voldoet=bool(voldoet),
        vraag_hash=vingerafdruk(casus.concrete_vraag),
    )


def voeg_ronde_toe(
    casus: Casus, vrager: Vrager, soort: RondeSoort, tekst: str, tafel: AndereTafel | None = None
) -> Triageronde:
    """Add the next round, with the concrete vraag as it reads now."""
    ronde = Triageronde(
        nummer=len(casus.rondes) + 1,
        soort=soort,
        tekst=tekst,
        concrete_vraag=casus.concrete_vraag,
        andere_tafel=tafel,
        door_id=vrager.id,
    )
    casus.rondes.append(ronde)
    return ronde


def gekozen_themas(sessie: Session, casus: Casus, invoer: Aanmelding) -> list[Thema]:
    """Return the chosen themas of the casus's own tafel."""
    vraag = select(Thema).where(Thema.tafel_id == casus.tafel_id, Thema.id.in_(invoer.thema_ids))
    return list(sessie.scalars(vraag.order_by(Thema.volgorde, Thema.id)))


def _tafels(sessie: Session, casus: Casus) -> list[AndereTafel]:
    return list(sessie.scalars(select(AndereTafel).where(AndereTafel.tafel_id == casus.tafel_id)))
