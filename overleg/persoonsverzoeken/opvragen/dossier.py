"""What a casus holds, part by part, for the inzagepakket of one person (AVG art. 15).

Each part comes with a first proposal of what this person may read. Nothing of it leaves before two people
looked at it. Who makes the package puts in it no more than that person may see: what a partner shared with
others only, that partner answers for itself (`niet_te_zien`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import (
    Afspraak,
    Bespreking,
    Casus,
    Directbetrokkene,
    Informatiebijdrage,
    Informering,
    Maatregel,
    Organisatie,
    Overleg,
    Tekstveld,
    Uitstel,
    Veiligheidsvoorwaarde,
)
from models.waarden import BijdrageStatus, Veld
from overleg.basis.klok import hier
from overleg.basis.weergave import datum
from overleg.persoonsverzoeken.regels.afschermen import AFGESCHERMD, scherm_af
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht import zichtbaar
from overleg.uitvraag.inhoud import hoe_gegeven


@dataclass(frozen=True)
class Dossierdeel:
    """One part: where it stands, what it says, and what is proposed to be read."""

    kop: str
    origineel: str
    voorstel: str


def dossier_van(sessie: Session, vrager: Vrager, betrokkene: Directbetrokkene) -> list[Dossierdeel]:
    """Return every part of the casus with text, in its order; the own facts of the person first."""
    casus = betrokkene.casus
    eigen = {betrokkene.naam, betrokkene.andere_namen}
    anderen = [naam for naam in _namen(casus, betrokkene) if naam not in eigen]
    delen = [Dossierdeel("Uw gegevens", gegevens := _gegevens(betrokkene), gegevens)]
    for kop, tekst in _teksten(sessie, vrager, casus, betrokkene):
        if tekst.strip():
            delen.append(Dossierdeel(kop, tekst, scherm_af(tekst, anderen)))
    return [*delen, *_uitstellen(sessie, betrokkene)]


def _namen(casus: Casus, betrokkene: Directbetrokkene) -> Iterator[str]:
    """Return the names, addresses and ways of contact of everyone but this person."""
    for ander in casus.betrokkenen:
        if ander.id != betrokkene.id:
            yield from (ander.naam, ander.andere_namen, ander.adres, ander.contact)
    yield casus.inbrenger.naam
    yield from (hulp.wie for hulp in casus.hulp)
    yield from (bijdrage.gegeven_door for bijdrage in casus.bijdragen if bijdrage.gegeven_door)


def _gegevens(betrokkene: Directbetrokkene) -> str:
    geboren = datum(betrokkene.geboortedatum) if betrokkene.geboortedatum else ""
    paren = [
        ("Naam", betrokkene.naam),
        ("Andere namen", betrokkene.andere_namen),
        ("Geboren", geboren or str(betrokkene.geboortejaar or "")),
        ("Rol in de casus", betrokkene.rol.tekst),
        ("Adres", AFGESCHERMD if betrokkene.adres_geheim else betrokkene.adres),
        ("Contact", AFGESCHERMD if betrokkene.adres_geheim else betrokkene.contact),
        ("Toestemming", betrokkene.toestemming.tekst),
    ]
    return "\n".join(f"{woord}: {waarde}" for woord, waarde in paren if waarde)


def niet_te_zien(sessie: Session, vrager: Vrager, casus: Casus) -> list[str]:
    """Return the organisaties that brought something in which the asker may not see."""
    gezien = zichtbaar(vrager, Informatiebijdrage).with_only_columns(Informatiebijdrage.id)
    namen = sessie.scalars(
        select(Organisatie.naam)
        .join(Informatiebijdrage, Informatiebijdrage.organisatie_id == Organisatie.id)
        .where(
            Informatiebijdrage.casus_id == casus.id,
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
            Informatiebijdrage.id.not_in(gezien.correlate(None)),
        )
    )
    return sorted(set(namen))


def _teksten(
    sessie: Session, vrager: Vrager, casus: Casus, betrokkene: Directbetrokkene
) -> Iterator[tuple[str, str]]:
    yield "Waarom uw gegevens zonder toestemming zijn gedeeld", betrokkene.toestemming_reden
    yield "Aanmelding: het vermoede feit", casus.vermoed_feit
    yield "Aanmelding: wat er is gebeurd", casus.wat_gebeurd
    yield "Aanmelding: de grootste zorg", casus.grootste_zorg
    yield "Aanmelding: de vraag aan het overleg", casus.concrete_vraag
    for spoed in casus.spoedafspraken:
        yield f"Spoedafspraken: {spoed.soort.tekst.lower()}", spoed.tekst
    yield from _bijdragen(sessie, vrager, casus)
    yield from _besproken(sessie, casus, betrokkene)
    yield from _afspraken(sessie, vrager, casus)
    yield from _maatregelen(sessie, casus)
    for rij in _informeringen(sessie, betrokkene):
        yield f"Wat u te horen krijgt: {rij.status.tekst.lower()}", rij.wat


def _uitstellen(sessie: Session, betrokkene: Directbetrokkene) -> Iterator[Dossierdeel]:
    """Yield why telling this person was postponed; mostly another's safety, so nothing of it is proposed."""
    rijen = sessie.scalars(
        select(Uitstel)
        .join(Uitstel.informering)
        .where(Informering.betrokkene_id == betrokkene.id)
        .order_by(Informering.gemaakt_op, Informering.id, Uitstel.nummer)
    )
    for rij in rijen:
        dag = datum(hier(rij.op).date())
        yield Dossierdeel(f"Waarom het informeren van u op {dag} is uitgesteld", rij.reden, AFGESCHERMD)


def _bijdragen(sessie: Session, vrager: Vrager, casus: Casus) -> Iterator[tuple[str, str]]:
    rijen = sessie.scalars(
        zichtbaar(vrager, Informatiebijdrage)
        .where(
            Informatiebijdrage.casus_id == casus.id,
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
        )
        .order_by(Informatiebijdrage.ingediend_op, Informatiebijdrage.id)
        .options(
            joinedload(Informatiebijdrage.organisatie),
            joinedload(Informatiebijdrage.door),
            joinedload(Informatiebijdrage.verzoek),
        )
    )
    for rij in rijen:
        functie = f" ({rij.verzoek.functie})" if rij.verzoek and rij.verzoek.functie else ""
        van = f"Informatie van {rij.organisatie.naam}{functie}"
        yield f"{van}: feiten", rij.feiten
        yield f"{van}: professioneel oordeel", rij.oordeel
        yield f"{van}: wie die gaf en vastlegde", hoe_gegeven(rij)


def _besproken(sessie: Session, casus: Casus, betrokkene: Directbetrokkene) -> Iterator[tuple[str, str]]:
    rijen = sessie.scalars(
        select(Bespreking)
        .join(Overleg, Overleg.id == Bespreking.overleg_id)
        .where(Bespreking.casus_id == casus.id)
        .order_by(Overleg.datum, Bespreking.id)
        .options(
            joinedload(Bespreking.overleg),
            selectinload(Bespreking.velden),
            selectinload(Bespreking.besluiten),
        )
    )
    for bespreking in rijen:
        dag = f"Overleg van {datum(bespreking.overleg.datum)}"
        for veld in sorted(bespreking.velden, key=lambda v: list(Veld).index(v.veld)):
            if _over(veld, betrokkene):
                yield f"{dag}. {veld.veld.tekst}", veld.waarde
        for besluit in bespreking.besluiten:
            yield f"{dag}. Waarom dit besluit: {besluit.soort.tekst}", besluit.toelichting


def _over(veld: Tekstveld, betrokkene: Directbetrokkene) -> bool:
    """A line of the plan of another person is not about this one."""
    return veld.betrokkene_id in (None, betrokkene.id)


def _afspraken(sessie: Session, vrager: Vrager, casus: Casus) -> Iterator[tuple[str, str]]:
    rijen = sessie.scalars(
        zichtbaar(vrager, Afspraak)
        .where(Afspraak.casus_id == casus.id, Afspraak.geldt_vanaf.is_not(None))
        .order_by(Afspraak.nummer, Afspraak.id)
        .options(joinedload(Afspraak.organisatie))
    )
    for rij in rijen:
        yield f"Afspraak {rij.nummer} van {rij.organisatie.naam}", rij.wat


def _maatregelen(sessie: Session, casus: Casus) -> Iterator[tuple[str, str]]:
    for rij in sessie.scalars(
        select(Maatregel).where(Maatregel.casus_id == casus.id).order_by(Maatregel.vanaf, Maatregel.id)
    ):
        yield f"Maatregel vanaf {datum(rij.vanaf)}", rij.wat
    for voorwaarde in sessie.scalars(
        select(Veiligheidsvoorwaarde)
        .where(Veiligheidsvoorwaarde.casus_id == casus.id)
        .order_by(Veiligheidsvoorwaarde.gesteld_op, Veiligheidsvoorwaarde.id)
    ):
        yield f"Veiligheidsvoorwaarde van {datum(voorwaarde.gesteld_op)}", voorwaarde.tekst


def _informeringen(sessie: Session, betrokkene: Directbetrokkene) -> list[Informering]:
    return list(
        sessie.scalars(
            select(Informering)
            .where(Informering.betrokkene_id == betrokkene.id)
            .order_by(Informering.gemaakt_op, Informering.id)
        )
    )
