"""Asking partners what they know, reminding them, taking a request back (domein.md §4)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Casus, Informatieverzoek, Verzoekpersoon
from models.waarden_post import Berichtsoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import JA, Oordeel, nee, samen
from overleg.basis.post import leg_klaar
from overleg.basis.weergave import datum
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.handelingen.open_vraag import eis_open
from overleg.uitvraag.inhoud import gegevens_in_woorden, gevraagden
from overleg.uitvraag.opvragen.partners import (
    alle_partners,
    grond_voor_vragen,
    gronden_van,
    is_eigen_vt,
    leden_van,
)
from overleg.uitvraag.regels import (
    VERTROUWENSARTS,
    Grond,
    Partner,
    Uitvraag,
    Vraag,
    gaan_mee,
    grond_ontbreekt,
    mag_gaan_over,
    mag_uitvragen,
    schrijf_op,
    vraagt_reden,
)

DOEL = "Nagaan wat bekend is, voor de veiligheid van de directbetrokkenen"
NIEMAND = (
    "Bij {wie} heeft niemand een account om te antwoorden. Er is niets verstuurd: bel of mail zelf, en leg "
    "het antwoord vast."
)


def vraag_partners(sessie: Session, vrager: Vrager, casus: Casus, invoer: Uitvraag, dag: date) -> int:
    """Ask each chosen partner, tell its members by mail, and return how many were asked.

    Each request is a disclosure by Veilig Thuis: with purpose and ground, in the logboek. It names the
    chosen persons only. Raises Geweigerd when nobody is chosen, or when a partner has no ground or was
    asked already. Source: domein.md §4.
    """
    eis(vrager, Recht.UITVRAAG_DOEN, casus)
    partners = {p.id: p for p in alle_partners(sessie, casus)}
    gronden = gronden_van(sessie, casus.tafel_id)
    bestaand = _bestaande(sessie, casus)
    personen = [mens.id for mens in casus.betrokkenen if mens.id in invoer.personen]
    redenen = [mag_uitvragen(casus.status), _mag_wanneer(invoer, dag), _mag_over(casus, personen)]
    gekozen: list[tuple[Vraag, Partner, Grond | None]] = []
    for vraag in invoer.vragen:
        partner = partners.get(vraag.partner_id)
        if partner is None:
            redenen.append(nee("Kies partners uit de lijst."))
            continue
        grond = grond_voor_vragen(gronden, partner, acuut=casus.acuut)
        redenen.append(_mag_vragen(vraag, partner, grond, bestaand))
        gekozen.append((vraag, partner, grond))
    oordeel = samen(redenen)
    if not oordeel:
        raise Geweigerd(oordeel)
    namen = _namen_die_meegaan(casus, invoer)
    for vraag, partner, grond in gekozen:
        verzoek = bestaand.get((partner.id, vraag.functie)) or Informatieverzoek(
            casus=casus, organisatie_id=partner.id, functie=vraag.functie
        )
        _vul(verzoek, vraag, None if is_eigen_vt(partner) else grond, invoer)
        verzoek.andere_namen = namen
        _noem(verzoek, personen)
        _vraag(sessie, vrager, verzoek)
        _bericht(sessie, casus, partner, verzoek, dag)
    return len(gekozen)


def _bestaande(sessie: Session, casus: Casus) -> dict[tuple[object, str], Informatieverzoek]:
    rijen = sessie.scalars(select(Informatieverzoek).where(Informatieverzoek.casus_id == casus.id))
    return {(v.organisatie_id, v.functie): v for v in rijen}


def _namen_die_meegaan(casus: Casus, invoer: Uitvraag) -> str:
    """Return which other names the partners see: chosen, there still, and of a person that goes along."""
    mee = (mens for mens in gevraagden(casus) if mens.id in invoer.personen)
    alle = [naam for mens in mee for naam in mens.andere_namen]
    return schrijf_op(gaan_mee(alle, schrijf_op(invoer.andere_namen)))


def _mag_over(casus: Casus, personen: Sequence[UUID]) -> Oordeel:
    waar = next((f"persoon_{mens.id.hex}" for mens in casus.betrokkenen), "")
    return mag_gaan_over(personen, waar)


def _mag_wanneer(invoer: Uitvraag, dag: date) -> Oordeel:
    return samen(
        [
            JA if invoer.vragen else nee("Kies minstens één partner."),
            JA if invoer.uiterlijk >= dag else nee("Kies vandaag of een latere dag.", "uiterlijk"),
        ]
    )


def _mag_vragen(
    vraag: Vraag,
    partner: Partner,
    grond: Grond | None,
    bestaand: dict[tuple[object, str], Informatieverzoek],
) -> Oordeel:
    al = bestaand.get((partner.id, vraag.functie))
    if al is not None and al.ingetrokken_op is None:
        return nee(f"{partner.naam} is al gevraagd. Trek die vraag eerst in, of stuur een herinnering.")
    if vraag.functie and not (vraag.functie == VERTROUWENSARTS and is_eigen_vt(partner)):
        return nee("Kies partners uit de lijst.")
    if grond is None and not is_eigen_vt(partner):
        return nee(grond_ontbreekt("Veilig Thuis", partner.naam))
    if vraagt_reden(partner, vraag.functie) and not vraag.reden:
        waar = (
            f"reden_{partner.id.hex}{vraag.functie}"
            if partner.op_verzoek or vraag.functie
            else "andere_reden"
        )
        return nee(f"Schrijf op waarom u {partner.naam} vraagt.", waar)
    return JA


def _noem(verzoek: Informatieverzoek, personen: Sequence[UUID]) -> None:
    """Let the question be about these persons; a row that was there stays."""
    erin = {rij.betrokkene_id: rij for rij in verzoek.personen}
    verzoek.personen = [erin.get(wie) or Verzoekpersoon(betrokkene_id=wie) for wie in personen]


def _vul(verzoek: Informatieverzoek, vraag: Vraag, grond: Grond | None, invoer: Uitvraag) -> None:
    verzoek.reden, verzoek.vraag, verzoek.uiterlijk = vraag.reden, invoer.vraag, invoer.uiterlijk
    verzoek.doel = (grond.doel if grond else "") or DOEL
    verzoek.grondslag_id = grond.id if grond else None
    verzoek.ingetrokken_op = verzoek.herinnerd_op = None


def _vraag(sessie: Session, vrager: Vrager, verzoek: Informatieverzoek) -> None:
    verzoek.gevraagd_door_id, verzoek.gevraagd_op = vrager.id, nu()
    sessie.add(verzoek)
    sessie.flush()
    schrijf(
        sessie,
        vrager,
        Soort.INFORMATIE_GEVRAAGD,
        verzoek,
        grond=verzoek.grondslag.grond if verzoek.grondslag else "",
        organisatie=verzoek.organisatie.naam,
        functie=verzoek.functie,
        doel=verzoek.doel,
        gegevens=gegevens_in_woorden(gevraagden(verzoek.casus, verzoek), len(verzoek.casus.betrokkenen)),
        uiterlijk=datum(verzoek.uiterlijk),
        vraag_hash=vingerafdruk(verzoek.vraag),
    )


def _bericht(sessie: Session, casus: Casus, partner: Partner, verzoek: Informatieverzoek, dag: date) -> bool:
    """Tell who can answer that there is a request; no personal data, no kenmerk. Return if anyone can."""
    wie = leden_van(sessie, casus, dag, verzoek.functie).get(partner.id, [])
    for gebruiker in wie:
        leg_klaar(
            sessie,
            Berichtsoort.WERK,
            gebruiker.email,
            f"{casus.tafel.naam}: er is een vraag aan uw organisatie",
            "Er staat een vraag om informatie klaar in het Actie-overleg. "
            f"Wilt u uiterlijk {datum(verzoek.uiterlijk)} antwoorden? "
            "Log in en kies “Uitvragen” in het menu.",
        )
    return bool(wie)


def herinner(sessie: Session, vrager: Vrager, verzoek: Informatieverzoek, dag: date) -> None:
    """Mail the partner once more that an answer is awaited.

    Raises Geweigerd when it was taken back, or when nobody there can be mailed.
    """
    eis(vrager, Recht.UITVRAAG_DOEN, verzoek)
    eis_open(verzoek)
    partner = Partner(verzoek.organisatie_id, verzoek.organisatie.naam, verzoek.organisatie.soort)
    functie = f"({verzoek.functie})" if verzoek.functie else ""
    if not _bericht(sessie, verzoek.casus, partner, verzoek, dag):
        raise Geweigerd(nee(NIEMAND.format(wie=f"{partner.naam} {functie}".strip())))
    verzoek.herinnerd_op = nu()
    schrijf(sessie, vrager, Soort.VERZOEK_HERINNERD, verzoek, organisatie=partner.naam)


def trek_in(sessie: Session, vrager: Vrager, verzoek: Informatieverzoek) -> None:
    """Take a request back: the partner sees it no more; what it already answered stays.

    Raises Geweigerd when it was taken back already.
    """
    eis(vrager, Recht.UITVRAAG_DOEN, verzoek)
    eis_open(verzoek)
    verzoek.ingetrokken_op = nu()
    schrijf(sessie, vrager, Soort.VERZOEK_INGETROKKEN, verzoek, organisatie=verzoek.organisatie.naam)
