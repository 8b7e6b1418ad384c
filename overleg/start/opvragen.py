"""Queries of the first page: a fixed number, each limited to the asker."""

from datetime import date
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Afspraak,
    Bericht,
    Casus,
    Dienstnummer,
    Informatieverzoek,
    Informering,
    Overdracht,
    Overleg,
    TeInformerenPartij,
)
from models.waarden import (
    Akkoord,
    BerichtStatus,
    CasusStatus,
    OverlegStatus,
    Rol,
)
from overleg.agenda.opvragen.gasten import Gasttijd, gasttijden
from overleg.basis.klok import vandaag
from overleg.basis.weergave import datum, datum_lang, tijd
from overleg.beheer.rechtenlijst import laatst_beoordeeld
from overleg.beheer.regels.rechtenbeoordeling import moet_beoordeeld
from overleg.bespreking.opvragen.openstaand import OP_DAG, open_afspraak
from overleg.bewaren.opvragen.lijst import aantal_te_bekijken, aantal_te_doen
from overleg.noodtoegang.opvragen import aantal_lopend, aantal_te_zien
from overleg.start import meldingtaken
from overleg.start.maatregeltaken import maatregeltaken
from overleg.start.spoedtaken import spoedtaken
from overleg.start.taken import Blok, Taak, tel
from overleg.start.vergeten import vergeten_overleggen
from overleg.start.verslagtaken import pas_beantwoord, te_behandelen, te_reageren
from overleg.start.wachtend import (
    open_afspraken,
    open_overdrachten,
    open_vragen,
    te_informeren_partijen,
    te_informeren_personen,
    tel_rijen,
    tel_uitgesplitst,
    ter_triage,
)
from overleg.toegang.filters import leidt
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.voorwaarden import LEIDEND
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import ZICHT
from overleg.vierogen.opvragen import aantal_te_beslissen

OUDE_CONTROLE_DAGEN = 90
MEESTE_REGELS = 5


def vandaag_voor(sessie: Session, vrager: Vrager) -> list[Blok]:
    """Return what `vrager` must do now, most pressing first; blocks without anything are left out."""
    dag = vandaag()
    blokken = [
        Blok("Eerst dit", tuple(spoedtaken(sessie, vrager)), "spoed"),
        Blok("Noodtoegang", tuple(_noodtoegang(sessie, vrager)), "spoed"),
        Blok("Overleggen", tuple(_overleggen(sessie, vrager, dag))),
        Blok("Van u gevraagd", tuple(_eigen(sessie, vrager, dag))),
        Blok("Uw casussen", tuple(_ingebracht(sessie, vrager, dag))),
        Blok("Als voorzitter of secretaris", tuple(_leidend(sessie, vrager, dag))),
        Blok("Tweede persoon", tuple(_tweede_persoon(sessie, vrager))),
        Blok("Beheer", tuple(_beheer(sessie, vrager, dag))),
    ]
    return [blok for blok in blokken if blok.taken]


def _tweede_persoon(sessie: Session, vrager: Vrager) -> list[Taak]:
    if not mag(vrager, Recht.GOEDKEURINGEN_ZIEN):
        return []
    aantal = aantal_te_beslissen(sessie, vrager)
    wat = "Vragen die wachten op uw goedkeuring"
    return [Taak(wat, "vierogen.goedkeuringen", aantal, "let-op")] if aantal else []


def _noodtoegang(sessie: Session, vrager: Vrager) -> list[Taak]:
    """Return what goes on of the asker, and what a voorzitter and the functionaris must know of."""
    waar = "noodtoegang.noodtoegangen"
    taken = [
        Taak("Uw noodtoegang die nu loopt", waar, aantal_lopend(sessie, vrager), "spoed"),
        Taak("Noodtoegang waarover nog niet is geoordeeld", waar, aantal_te_zien(sessie, vrager), "let-op"),
    ]
    return [taak for taak in taken if taak.aantal]


def _overleggen(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    bezig = Overleg.status == OverlegStatus.LOPEND
    komend = and_(
        Overleg.datum >= dag, Overleg.status.in_((OverlegStatus.GEPLAND, OverlegStatus.GEPUBLICEERD))
    )
    overleggen = sessie.scalars(
        select(Overleg)
        .where(ZICHT[Overleg](vrager), or_(bezig, komend))
        .options(joinedload(Overleg.tafel))
        .order_by(Overleg.datum, Overleg.begin, Overleg.id)
        .limit(3)
    )
    rijen = overleggen.all()
    gasttijd = gasttijden(sessie, vrager, rijen)
    geleid = vrager.tafels(*LEIDEND)
    return [_overlegtaak(overleg, gasttijd, leidt=overleg.tafel_id in geleid) for overleg in rijen]


def _overlegtaak(overleg: Overleg, gasttijd: dict[UUID, Gasttijd | None], *, leidt: bool) -> Taak:
    loopt = overleg.status is OverlegStatus.LOPEND
    verstuurd = overleg.status is OverlegStatus.GEPUBLICEERD
    opnieuw = leidt and verstuurd and overleg.gewijzigd_na_uitnodiging
    wanneer = f"{datum_lang(overleg.datum)}, {_hoe_laat(overleg, gasttijd)}"
    return Taak(
        f"{overleg.tafel.naam}: {'nu bezig' if loopt else wanneer}",
        "bespreking.bespreking" if loopt else "agenda.overleg",
        toon="let-op" if opnieuw else "info" if loopt else "stil",
        toelichting="Gewijzigd na versturen" if opnieuw else overleg.status.tekst,
        sleutel=overleg.id,
        parameter="overleg",
    )


def _hoe_laat(overleg: Overleg, gasttijd: dict[UUID, Gasttijd | None]) -> str:
    """Return when the asker is expected: a guest for the own slot, never for the whole meeting."""
    if overleg.id not in gasttijd:
        return f"{tijd(overleg.begin)} uur"
    slot = gasttijd[overleg.id]
    return f"{tijd(slot[0])} tot {tijd(slot[1])} uur" if slot else "uw tijd volgt"


def _eigen(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    afspraken = open_afspraken(vrager)
    open_, te_laat = tel_uitgesplitst(sessie, Afspraak, afspraken, Afspraak.datum < dag)
    regels = [
        _gevraagd(sessie, vrager, dag),
        _met_te_laat("Afspraken van uw organisatie", "opvolging.acties", open_, te_laat),
        Taak(
            "Overdrachten die op uw antwoord wachten",
            "opvolging.acties",
            tel_rijen(sessie, Overdracht, *open_overdrachten(vrager)),
            "let-op",
        ),
        _te_informeren(sessie, vrager, dag),
    ]
    verslagen = (*te_reageren(sessie, vrager), *pas_beantwoord(sessie, vrager))
    return [*verslagen, *(taak for taak in regels if taak.aantal)]


def _gevraagd(sessie: Session, vrager: Vrager, dag: date) -> Taak:
    vragen = open_vragen(vrager)
    laat = Informatieverzoek.uiterlijk < dag
    open_, te_laat = tel_uitgesplitst(sessie, Informatieverzoek, vragen, laat)
    return _met_te_laat("Vragen om informatie aan uw organisatie", "uitvraag.verzoeken", open_, te_laat)


def _te_informeren(sessie: Session, vrager: Vrager, dag: date) -> Taak:
    """Return the people and parties that the asker's organisatie must still tell something."""
    personen = tel_uitgesplitst(sessie, Informering, te_informeren_personen(vrager), dag > OP_DAG)
    partijen = tel_uitgesplitst(
        sessie, TeInformerenPartij, te_informeren_partijen(vrager), TeInformerenPartij.op < dag
    )
    open_, te_laat = (een + ander for een, ander in zip(personen, partijen, strict=True))
    return _met_te_laat("Mensen en partijen die u moet informeren", "opvolging.acties", open_, te_laat)


def _met_te_laat(tekst: str, eindpunt: str, open_: int, te_laat: int) -> Taak:
    """Return a line with how many there are, and in words how many are late."""
    toon = "let-op" if te_laat else "stil"
    return Taak(tekst, eindpunt, open_, toon, f"{te_laat} te laat" if te_laat else "")


def _ingebracht(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    casussen = sessie.scalars(
        select(Casus)
        .where(
            Casus.inbrenger_id == vrager.id,
            Casus.status.in_((CasusStatus.CONCEPT, CasusStatus.TERUGGESTUURD)),
            ZICHT[Casus](vrager),
        )
        .order_by(Casus.gewijzigd_op.desc(), Casus.id)
        .limit(10)
    )
    te_laat = meldingtaken.als_inbrenger(sessie, vrager, dag)
    return te_laat + [
        Taak(
            f"{casus.kenmerk or 'Concept, nog niet ingediend'}",
            "instroom.bewerken",
            toon="let-op" if casus.status is CasusStatus.TERUGGESTUURD else "stil",
            toelichting=casus.status.tekst,
            sleutel=casus.id,
            parameter="casus",
        )
        for casus in casussen
    ]


def _leidend(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    if not vrager.tafels(*LEIDEND):
        return []
    hier = (leidt(vrager, Casus.tafel_id), ZICHT[Casus](vrager))
    van_tafel = Afspraak.casus_id.in_(select(Casus.id).where(*hier).correlate(None))
    te_doen = (van_tafel, *open_afspraak())
    aan_de_beurt = (Casus.status == CasusStatus.IN_MONITORING, Casus.monitoring_op <= dag)
    regels = [
        Taak(
            "Aanmeldingen die op triage wachten",
            "instroom.triagelijst",
            tel_rijen(sessie, Casus, *ter_triage(vrager)),
            "let-op",
        ),
        Taak(
            "Toegelaten casussen die nog niet op een agenda staan",
            "instroom.casussen",
            tel_rijen(sessie, Casus, *hier, Casus.status == CasusStatus.TOEGELATEN),
            vraag=(("stand", CasusStatus.TOEGELATEN.value),),
        ),
        Taak(
            "Casussen in monitoring die nu aan de beurt zijn",
            "instroom.casussen",
            tel_rijen(sessie, Casus, *hier, *aan_de_beurt),
            "let-op",
            vraag=(("stand", CasusStatus.IN_MONITORING.value),),
        ),
        Taak(
            "Afspraken waarmee een organisatie niet akkoord is",
            "opvolging.acties",
            tel_rijen(sessie, Afspraak, *te_doen, Afspraak.akkoord == Akkoord.GEWEIGERD),
            "let-op",
            vraag=(("van", "tafel"),),
        ),
        Taak(
            "Afspraken die te laat zijn, van alle partners",
            "opvolging.acties",
            tel_rijen(sessie, Afspraak, *te_doen, Afspraak.datum < dag),
            "let-op",
            vraag=(("van", "tafel"),),
        ),
    ]
    regels += _te_vernietigen(sessie, vrager, dag)
    verslagen = (*te_behandelen(sessie, vrager), *_vast_te_stellen(sessie, vrager, dag))
    return [
        *maatregeltaken(sessie, vrager, dag),
        *vergeten_overleggen(sessie, vrager, dag),
        *verslagen,
        *meldingtaken.als_leiding(sessie, vrager, dag),
        *(taak for taak in regels if taak.aantal),
    ]


def _te_vernietigen(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    """Return how many casussen are due for destruction, and how many holds to look at: no content."""
    te_doen, te_bekijken = aantal_te_doen(sessie, vrager, dag), aantal_te_bekijken(sessie, vrager, dag)
    return [
        Taak("Casussen die aan vernietiging toe zijn", "bewaren.bewaren", te_doen, "let-op"),
        Taak(
            "Opschortingen van vernietiging die u opnieuw bekijkt", "bewaren.bewaren", te_bekijken, "let-op"
        ),
    ]


def _vast_te_stellen(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    """Return the records that are to be adopted, oldest first: by the voorzitter, who else sees it."""
    overleggen = sessie.scalars(
        select(Overleg)
        .where(leidt(vrager, Overleg.tafel_id), Overleg.status == OverlegStatus.AFGEROND)
        .order_by(Overleg.datum, Overleg.id)
        .limit(MEESTE_REGELS)
    )
    taken = []
    for overleg in overleggen:
        zelf = vrager.is_op(overleg.tafel_id, Rol.VOORZITTER)
        geleden = (dag - overleg.datum).days
        taken.append(
            Taak(
                f"Verslag van {datum(overleg.datum)}: {'stel het vast' if zelf else 'nog niet vastgesteld'}",
                "verslag.verslag",
                toon="let-op" if zelf else "stil",
                toelichting=f"{tel(geleden, 'dag', 'dagen')} geleden" if geleden > 0 else "",
                sleutel=overleg.id,
                parameter="overleg",
            )
        )
    return taken


def _beheer(sessie: Session, vrager: Vrager, dag: date) -> list[Taak]:
    if vrager.functionaris:
        opnieuw = (taak for taak in _te_vernietigen(sessie, vrager, dag) if taak.aantal)
        return [Taak("Logboek bekijken", "logboek.logboek"), *_rechten(sessie, dag), *opnieuw]
    if not vrager.beheerder:
        return []
    oud = date.fromordinal(dag.toordinal() - OUDE_CONTROLE_DAGEN)
    nummers = tel_rijen(
        sessie,
        Dienstnummer,
        or_(Dienstnummer.gecontroleerd_op.is_(None), Dienstnummer.gecontroleerd_op < oud),
    )
    mislukt = tel_rijen(sessie, Bericht, Bericht.status == BerichtStatus.MISLUKT)
    regels = [
        Taak("Nummers van piketdiensten lang niet gecontroleerd", "beheer.beheer", nummers, "let-op"),
        Taak("Berichten die niet verstuurd konden worden", "beheer.beheer", mislukt, "let-op"),
        *_te_vernietigen(sessie, vrager, dag),
    ]
    open_ = (taak for taak in regels if taak.aantal)
    return [Taak("Tafels, organisaties en accounts", "beheer.beheer"), *_rechten(sessie, dag), *open_]


def _rechten(sessie: Session, dag: date) -> list[Taak]:
    """Return the review of who may do what, once a year."""
    laatste = laatst_beoordeeld(sessie)
    if not moet_beoordeeld(laatste, dag):
        return []
    wanneer = f"laatste keer {datum(laatste)}" if laatste else "nog nooit gedaan"
    return [Taak("Toegangsrechten beoordelen", "beheer.toegangsrechten", toon="let-op", toelichting=wanneer)]
