"""Throwing away an aanmelding that was never handed in: by its writer at once, or when its term is over."""

from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Casus, Gebruiker
from models.waarden_bewaren import VernietigGrond
from models.waarden_post import Berichtsoort
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu, vandaag
from overleg.basis.post import leg_klaar
from overleg.basis.weergave import datum
from overleg.bewaren.handelingen.vernietigen import Opdracht, vernietig
from overleg.bewaren.opvragen.concepten import conceptfeiten, stille_concepten
from overleg.bewaren.opvragen.feiten import termijnen
from overleg.bewaren.regels.concepten import (
    Conceptfeiten,
    is_voorbij,
    mag_weggegooid,
    moet_aangekondigd,
    verdwijnt_op,
)
from overleg.instroom.handelingen.gang import vergrendel
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

ONDERWERP = "Actie-overleg: een concept van u verdwijnt"
BERICHT = (
    "Een aanmelding die u begon en niet indiende, verdwijnt op {dag}.\n"
    "Is zij nog nodig? Log in, open het concept bij Vandaag en dien het in, of wijzig er iets in.\n"
)


def gooi_weg(sessie: Session, vrager: Vrager, casus: Casus) -> None:
    """Destroy an own concept at once. Raises Geweigerd when it was handed in, or must be kept.

    One person is enough: nobody else ever read it. It is a line of the logboek and a certificate, as ever.
    """
    eis(vrager, Recht.AANMELDING_BEWERKEN, casus)
    vergrendel(sessie, casus)
    oordeel = mag_weggegooid(conceptfeiten(sessie, casus))
    if not oordeel:
        raise Geweigerd(oordeel)
    wie = f"{vrager.naam}, {vrager.organisatie_naam}"
    grond = VernietigGrond.INGETROKKEN
    vernietig(sessie, vrager, casus, Opdracht(grond, f"{grond.tekst}.", wie, wie, nu()))


def kondig_aan(sessie: Session) -> int:
    """Tell who wrote a concept that goes soon; return how many concepts. The mail has no personal data."""
    geldend, dag, aantal = termijnen(sessie), vandaag(), 0
    for casus in stille_concepten(sessie, geldend):
        feiten = conceptfeiten(sessie, casus, geldend)
        if not moet_aangekondigd(feiten, dag):
            continue
        _noteer_aankondiging(sessie, casus)
        wie = sessie.get(Gebruiker, casus.inbrenger_id)
        if wie is not None and wie.active:
            tekst = BERICHT.format(dag=datum(verdwijnt_op(feiten, dag)))
            leg_klaar(sessie, Berichtsoort.ALTIJD, wie.email, ONDERWERP, tekst)
        aantal += 1
    return aantal


def _noteer_aankondiging(sessie: Session, casus: Casus) -> None:
    """Put it on the row, without making the concept younger."""
    sessie.execute(
        update(Casus)
        .where(Casus.id == casus.id)
        .values(verdwijnen_aangekondigd_op=nu(), gewijzigd_op=Casus.gewijzigd_op)
    )


def ruim_op(sessie: Session) -> int:
    """Destroy the concepts that were announced and whose term is over; return how many."""
    geldend, dag, aantal = termijnen(sessie), vandaag(), 0
    for casus in stille_concepten(sessie, geldend):
        if not is_voorbij(conceptfeiten(sessie, casus, geldend), dag):
            continue
        vergrendel(sessie, casus)
        sessie.refresh(casus)  # someone may have gone on with it meanwhile
        feiten = conceptfeiten(sessie, casus, geldend)
        if is_voorbij(feiten, dag):
            opdracht = Opdracht(VernietigGrond.TERMIJN, _waarom(feiten, dag), "De bewaartermijn", "", nu())
            vernietig(sessie, None, casus, opdracht)
            aantal += 1
    return aantal


def _waarom(feiten: Conceptfeiten, dag: date) -> str:
    termijn = feiten.termijn
    if termijn is None:
        return f"{VernietigGrond.TERMIJN.tekst}."
    return (
        f"Nooit ingediend. De bewaartermijn van {termijn.maanden} maanden is voorbij sinds "
        f"{datum(verdwijnt_op(feiten, dag))}. Begin: {termijn.begin.tekst.lower()}. Bron: {termijn.bron}."
    )
