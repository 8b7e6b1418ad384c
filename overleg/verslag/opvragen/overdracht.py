"""The form that goes with a handover, made from the rows for one receiver and who takes it out."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import (
    Afspraak,
    Bespreking,
    Casus,
    Informering,
    Maatregel,
    Overdracht,
    TeInformerenPartij,
    Tekstveld,
    Veiligheidsvoorwaarde,
)
from models.waarden import InformerenStatus, OverdrachtStatus, Veld
from overleg.basis.klok import hier, vandaag
from overleg.basis.weergave import datum
from overleg.bespreking.opvragen.beslist import met_uitstellen
from overleg.bespreking.opvragen.openstaand import open_afspraak
from overleg.bespreking.opvragen.regie import regie_nu
from overleg.toegang.uitsluiting import gesloten_organisaties
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen.bijdragen import zichtbare_bijdragen
from overleg.uitvraag.opvragen.partners import gronden_van
from overleg.uitvraag.regels import grond_ontbreekt, passende_gronden
from overleg.verslag.casusdeel import (
    afspraakregel,
    bijdrageregel,
    horen_erbij,
    maatregelregel,
    partnernaam,
    persoonregel,
    voorwaarderegel,
)
from overleg.verslag.inhoud import Bijdrage, PartnerInformatie
from overleg.verslag.overdrachtinhoud import Overdrachtinhoud, Overgedragene, Verteld
from overleg.verslag.woorden import eerder_uitgesteld, overdrachtregel, wie

BESPROKEN = select(Bespreking.id).where(Bespreking.afgerond_op.is_not(None))
"""The besprekingen that came to an end: what is still being written goes nowhere."""
Teksten = dict[tuple[Veld, uuid.UUID | None], str]


@dataclass(frozen=True)
class Formulier:
    """The form, and on which ground it goes to the receiver; no ground for a tafel outside the system."""

    inhoud: Overdrachtinhoud
    grond: str


def overdrachtsformulier(sessie: Session, vrager: Vrager, overdracht: Overdracht) -> Formulier:
    """Return what goes with a handover of a casus or of the regie; the caller has checked the recht.

    It is for the receiver, whoever takes it out: a bijdrage is in it only when both may read it.
    """
    casus, regel = overdracht.casus, overdrachtregel(overdracht)
    teksten = _teksten(sessie, casus)
    doet_mee = overdracht.naar_organisatie_id in horen_erbij(casus, casus.tafel.partners)
    inhoud = Overdrachtinhoud(
        tafel=casus.tafel.naam,
        kenmerk=casus.kenmerk or "zonder kenmerk",
        wat=regel.wat,
        van=regel.van,
        naar=regel.naar,
        buiten=not doet_mee,
        aangeboden_op=hier(overdracht.aangeboden_op).date(),
        per_datum=overdracht.per_datum,
        stand=regel.stand,
        voorwaarden=_voorwaarden(overdracht),
        vraag=casus.concrete_vraag,
        regie=_regie(sessie, casus),
        personen=_personen(casus, teksten),
        feitenonderzoek=teksten.get((Veld.FEITENONDERZOEK, None), ""),
        grootste_zorg=teksten.get((Veld.GROOTSTE_ZORG, None), ""),
        informatie=_informatie(sessie, vrager, overdracht) if doet_mee else (),
        veiligheidsplan=teksten.get((Veld.VEILIGHEIDSPLAN, None), ""),
        volgorde=teksten.get((Veld.VOLGORDE, None), ""),
        afspraken=tuple(afspraakregel(rij, casus) for rij in _afspraken(sessie, casus)),
        maatregelen=tuple(maatregelregel(rij) for rij in _maatregelen(sessie, casus)),
        veiligheidsvoorwaarden=tuple(voorwaarderegel(rij) for rij in _gesteld(sessie, casus)),
        informeringen=tuple(_persoon_verteld(rij) for rij in _informeringen(sessie, casus)),
        partijen=tuple(_partij_verteld(rij) for rij in _partijen(sessie, casus)),
    )
    return Formulier(inhoud, _grond(sessie, overdracht))


def is_gesloten_voor_ontvanger(sessie: Session, overdracht: Overdracht) -> bool:
    """Whether nobody of the receiving organisatie may take part in the casus: a conflict of interest."""
    dicht = sessie.scalars(gesloten_organisaties(overdracht.casus_id))
    return overdracht.naar_organisatie_id is not None and overdracht.naar_organisatie_id in set(dicht)


def ontbrekende_grond(sessie: Session, overdracht: Overdracht) -> str:
    """Return what to do about a receiver outside the casus for whom there is no ground; empty when there is.

    Who takes part in the casus has the ground of the meeting itself. A tafel outside the system stands in no
    table of ours: who hands over answers for it (docs/stand.md).
    """
    naar, casus = overdracht.naar_organisatie, overdracht.casus
    if naar is None or naar.id in horen_erbij(casus, casus.tafel.partners) or _grond(sessie, overdracht):
        return ""
    return grond_ontbreekt(overdracht.van_organisatie.soort.tekst, naar.soort.tekst)


def _teksten(sessie: Session, casus: Casus) -> Teksten:
    """Return the joint texts as last agreed: of closed besprekingen, what was not left empty."""
    velden = sessie.scalars(
        select(Tekstveld)
        .join(Bespreking, Bespreking.id == Tekstveld.bespreking_id)
        .where(Bespreking.casus_id == casus.id, Bespreking.afgerond_op.is_not(None))
        .order_by(Bespreking.afgerond_op, Tekstveld.id)
    )
    return {(rij.veld, rij.betrokkene_id): rij.waarde for rij in velden if rij.waarde}


def _voorwaarden(overdracht: Overdracht) -> tuple[str, ...]:
    regels = [overdracht.toelichting]
    if tafel := overdracht.andere_tafel:
        regels.append(f"Afspraak met {tafel.naam} over wie daar bekend is: {tafel.bekend_regel.tekst}.")
    regels.append(f"Tot de ontvanger aanneemt, blijft {overdracht.van_organisatie.naam} verantwoordelijk.")
    return tuple(regel for regel in regels if regel)


def _regie(sessie: Session, casus: Casus) -> tuple[str, ...]:
    """Return who has the regie now; an offer nobody accepted yet is named as such."""
    regie = regie_nu(sessie, casus)
    if regie is None:
        return ()
    regels = [f"Regie nu: {wie(regie.organisatie, regie.naam)}"]
    if (besluit := regie.besluit) is not None:
        achtervang = wie(besluit.achtervang_organisatie, besluit.achtervang_naam, besluit.achtervang)
        regels.append(f"Achtervang: {achtervang}" if achtervang else "")
        regels.append(f"Vast aanspreekpunt van het slachtoffer: {besluit.aanspreekpunt or 'niemand'}")
    if (later := regie.gaat_in) is not None:
        van = wie(later.van_organisatie)
        regels.append(f"Gaat in op {datum(later.per_datum)}: tot die dag blijft {van} verantwoordelijk")
    if (aanbod := regie.wacht_op) is not None:
        naar = wie(aanbod.naar_organisatie, aanbod.naar_naam)
        wacht = aanbod.status is OverdrachtStatus.AANGEBODEN
        regels.append(
            f"Aangeboden aan {naar}: {'nog geen antwoord' if wacht else aanbod.status.tekst.lower()}"
        )
    return tuple(regel for regel in regels if regel)


def _personen(casus: Casus, teksten: Teksten) -> tuple[Overgedragene, ...]:
    rijen = [persoonregel(b, teksten.get((Veld.PLAN_PERSOON, b.id), "")) for b in casus.betrokkenen]
    return tuple(Overgedragene(rij.naam, rij.rol, rij.geboren, rij.plan) for rij in rijen)


def _informatie(sessie: Session, vrager: Vrager, overdracht: Overdracht) -> tuple[PartnerInformatie, ...]:
    """Return what was handed in and may be read by the receiver and by who takes the form out."""
    per: dict[str, list[Bijdrage]] = {}
    for rij in zichtbare_bijdragen(sessie, vrager, overdracht.casus):
        regel = bijdrageregel(rij)
        if rij.ingediend_op and overdracht.naar_organisatie_id in regel.lezers:
            naam = partnernaam(rij.organisatie.naam, rij.verzoek.functie if rij.verzoek else "")
            per.setdefault(naam, []).append(regel)
    return tuple(PartnerInformatie(naam, tuple(rijen)) for naam, rijen in sorted(per.items()))


def _afspraken(sessie: Session, casus: Casus) -> Iterable[Afspraak]:
    return sessie.scalars(
        select(Afspraak)
        .where(Afspraak.casus_id == casus.id, *open_afspraak())
        .order_by(Afspraak.datum, Afspraak.nummer)
        .options(
            joinedload(Afspraak.organisatie),
            joinedload(Afspraak.persoon),
            joinedload(Afspraak.volgt_op).joinedload(Afspraak.organisatie),
        )
    )


def _maatregelen(sessie: Session, casus: Casus) -> list[Maatregel]:
    vraag = select(Maatregel).where(Maatregel.casus_id == casus.id, Maatregel.beeindigd_op.is_(None))
    rijen = sessie.scalars(vraag.order_by(Maatregel.vanaf, Maatregel.id))
    return [rij for rij in rijen if rij.tot is None or rij.tot >= vandaag()]


def _gesteld(sessie: Session, casus: Casus) -> Iterable[Veiligheidsvoorwaarde]:
    v = Veiligheidsvoorwaarde
    return sessie.scalars(select(v).where(v.casus_id == casus.id).order_by(v.gesteld_op, v.id))


def _informeringen(sessie: Session, casus: Casus) -> Iterable[Informering]:
    i = Informering
    vraag = (
        select(i).where(i.casus_id == casus.id, i.bespreking_id.in_(BESPROKEN)).order_by(i.gemaakt_op, i.id)
    )
    return sessie.scalars(
        vraag.options(
            joinedload(i.betrokkene), joinedload(i.organisatie), joinedload(i.persoon), met_uitstellen()
        )
    )


def _partijen(sessie: Session, casus: Casus) -> Iterable[TeInformerenPartij]:
    p = TeInformerenPartij
    vraag = (
        select(p).where(p.casus_id == casus.id, p.bespreking_id.in_(BESPROKEN)).order_by(p.gemaakt_op, p.id)
    )
    return sessie.scalars(vraag.options(joinedload(p.organisatie), joinedload(p.persoon)))


def _persoon_verteld(rij: Informering) -> Verteld:
    zonder = (
        "\nOok dat gegevens zonder toestemming zijn gedeeld, en waarom." if rij.zonder_toestemming else ""
    )
    door = wie(rij.organisatie, rij.persoon_naam, rij.persoon)
    stand = "\n".join((_stand(rij), *(regel[0].upper() + regel[1:] for regel in eerder_uitgesteld(rij))))
    return Verteld(rij.betrokkene.naam, f"{rij.wat}{zonder}", door, stand)


def _stand(rij: Informering) -> str:
    match rij.status:
        case InformerenStatus.GEPLAND:
            return f"Gepland op {datum(rij.op)}"
        case InformerenStatus.UITGESTELD:
            return (
                f"Uitgesteld, opnieuw bekijken op {datum(rij.opnieuw_op)}. Reden: {rij.uitstellen[0].reden}"
            )
        case InformerenStatus.GEDAAN:
            return f"Gedaan op {datum(rij.gedaan_op)}"


def _partij_verteld(rij: TeInformerenPartij) -> Verteld:
    door = wie(rij.organisatie, rij.persoon_naam, rij.persoon)
    open_ = f"Nog te doen vóór {datum(rij.op)}" if rij.op else "Nog te doen"
    return Verteld(rij.partij, rij.wat, door, f"Gedaan op {datum(rij.gedaan_op)}" if rij.gedaan_op else open_)


def _grond(sessie: Session, overdracht: Overdracht) -> str:
    """Return the row of the grounds table under which it goes to this kind of organisatie; else empty."""
    naar, casus = overdracht.naar_organisatie, overdracht.casus
    if naar is None:
        return ""
    gronden = gronden_van(sessie, casus.tafel_id)
    passend = passende_gronden(gronden, overdracht.van_organisatie.soort, naar.soort, acuut=casus.acuut)
    return passend[0].grond if passend else ""
