"""How rows read as words in a record: who, which decision, which handover."""

from collections.abc import Iterator, Sequence

from models import Afspraak, Besluit, Gebruiker, Informering, Organisatie, Overdracht, TeInformerenPartij
from models.waarden import Akkoord, BesluitSoort, InformerenStatus, OverdrachtStatus
from overleg.basis.afspraakstand import TE_DOEN
from overleg.basis.klok import hier
from overleg.basis.weergave import datum
from overleg.bespreking.opvragen.personen import hoe_genoemd
from overleg.verslag.inhoud import Besluitregel, Overdrachtregel


def wie(organisatie: Organisatie | None, naam: str = "", persoon: Gebruiker | None = None) -> str:
    """Return an organisatie with the person, when one is named."""
    namen = (organisatie.naam if organisatie else "", naam or (persoon.naam if persoon else ""))
    return ", ".join(deel for deel in namen if deel)


def besluitregels(
    besluiten: Sequence[Besluit], informeringen: Sequence[Informering], partijen: Sequence[TeInformerenPartij]
) -> tuple[Besluitregel, ...]:
    """Return the five closing questions in their order; one without an answer has no lines."""
    per_soort = {besluit.soort: besluit for besluit in besluiten}
    regels = []
    for nummer, soort in enumerate(BesluitSoort, start=1):
        besluit = per_soort.get(soort)
        antwoord = _antwoord(soort, besluit, informeringen, partijen)
        regels.append(Besluitregel(nummer, soort.tekst, antwoord, besluit.toelichting if besluit else ""))
    return tuple(regels)


def _antwoord(
    soort: BesluitSoort,
    besluit: Besluit | None,
    informeringen: Sequence[Informering],
    partijen: Sequence[TeInformerenPartij],
) -> tuple[str, ...]:
    if soort is BesluitSoort.INFORMEREN and informeringen:
        return tuple(regel for rij in informeringen for regel in _informering(rij))
    if soort is BesluitSoort.PARTIJEN and partijen:
        return tuple(_partij(rij) for rij in partijen)
    return _van_besluit(soort, besluit) if besluit else ()


def _van_besluit(soort: BesluitSoort, besluit: Besluit) -> tuple[str, ...]:
    match soort:
        case BesluitSoort.REGIE:
            return _regie(besluit)
        case BesluitSoort.MONITORING:
            return _monitoring(besluit)
        case BesluitSoort.OPSCHALING:
            return _opschaling(besluit)
        case BesluitSoort.INFORMEREN | BesluitSoort.PARTIJEN:
            return ("Niemand",)


def _regie(besluit: Besluit) -> tuple[str, ...]:
    regels = [
        f"Regie: {wie(besluit.organisatie, besluit.persoon_naam, besluit.persoon)}",
        f"Achtervang: {wie(besluit.achtervang_organisatie, besluit.achtervang_naam, besluit.achtervang)}",
    ]
    if besluit.aanspreekpunt:
        regels.append(f"Vast aanspreekpunt van het slachtoffer: {besluit.aanspreekpunt}")
    return tuple(regels)


def _monitoring(besluit: Besluit) -> tuple[str, ...]:
    if not besluit.ja:
        return ("Nee",)
    return (
        f"Ja, op {datum(besluit.datum)}",
        f"Grond: {besluit.grond.tekst if besluit.grond else ''}",
        f"Door: {wie(besluit.organisatie, besluit.persoon_naam, besluit.persoon)}",
        f"Wat: {besluit.wat}",
    )


def _opschaling(besluit: Besluit) -> tuple[str, ...]:
    keuze = besluit.opschaling.tekst if besluit.opschaling else ""
    return (f"{keuze}: {besluit.andere_tafel.naam}" if besluit.andere_tafel else keuze,)


def _informering(rij: Informering) -> Iterator[str]:
    door = f"door {wie(rij.organisatie, rij.persoon_naam, rij.persoon)}"
    zonder = " Ook dat gegevens zonder toestemming zijn gedeeld, en waarom." if rij.zonder_toestemming else ""
    naam = hoe_genoemd(rij.betrokkene.casus)[rij.betrokkene_id]
    yield f"{naam}: {rij.wat}; {_wanneer(rij, door)}{zonder}"
    yield from (f"{naam}, {regel}" for regel in eerder_uitgesteld(rij))


def eerder_uitgesteld(rij: Informering) -> Iterator[str]:
    """Yield every earlier time that telling someone was postponed, newest first; without who is told."""
    eerder = rij.uitstellen[1:] if rij.status is InformerenStatus.UITGESTELD else rij.uitstellen
    for ronde in eerder:
        wanneer = f"op {datum(hier(ronde.op).date())} tot {datum(ronde.opnieuw_op)}"
        door = f", door {ronde.door.naam}" if ronde.door else ""
        yield f"eerder uitgesteld {wanneer}{door}. Reden van uitstel: {ronde.reden.rstrip('.')}."


def _wanneer(rij: Informering, door: str) -> str:
    match rij.status:
        case InformerenStatus.GEPLAND:
            return f"op {datum(rij.op)}, {door}."
        case InformerenStatus.UITGESTELD:
            opnieuw = f"opnieuw bekijken op {datum(rij.opnieuw_op)}, {door}"
            return f"uitgesteld, {opnieuw}. Reden van uitstel: {rij.uitstellen[0].reden.rstrip('.')}."
        case InformerenStatus.GEDAAN:
            return f"gedaan op {datum(rij.gedaan_op)}, {door}."


def _partij(rij: TeInformerenPartij) -> str:
    wanneer = f", uiterlijk {datum(rij.op)}" if rij.op else ""
    wat = f": {rij.wat}" if rij.wat else ""
    return f"{rij.partij}{wat}; door {wie(rij.organisatie, rij.persoon_naam, rij.persoon)}{wanneer}."


def overdrachtregel(rij: Overdracht) -> Overdrachtregel:
    """Return a handover in words; until it is accepted, the giver stays responsible (domein.md §5)."""
    wat = f"{rij.soort.tekst} {rij.afspraak.nummer}" if rij.afspraak else rij.soort.tekst
    naar = rij.andere_tafel.naam if rij.andere_tafel else wie(rij.naar_organisatie, rij.naar_naam)
    reden = ". ".join(deel for deel in (rij.toelichting, rij.antwoord_reden) if deel)
    return Overdrachtregel(wat, wie(rij.van_organisatie), naar, rij.per_datum, _stand(rij), reden)


def _stand(rij: Overdracht) -> str:
    if rij.status is OverdrachtStatus.AANGEBODEN or rij.beantwoord_op is None:
        return f"Aangeboden, nog niet aangenomen: {rij.van_organisatie.naam} blijft verantwoordelijk"
    return f"{rij.status.tekst} door {rij.beantwoord_door_naam} op {datum(hier(rij.beantwoord_op).date())}"


def zonder_akkoord(rij: Afspraak) -> str:
    """Return that who is to do it did not say akkoord, and why; nothing when it did, or when it is done."""
    if rij.akkoord is Akkoord.AKKOORD or rij.status not in TE_DOEN:
        return ""
    reden = rij.akkoord_reden if rij.akkoord is Akkoord.GEWEIGERD else ""
    return ": ".join(deel for deel in (rij.akkoord.tekst, reden) if deel)
