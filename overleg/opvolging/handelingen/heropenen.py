"""Opening a closed casus again, and telling who still has something to do in it (domein.md §12)."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Afspraak, Casus, Gebruiker
from models.waarden_post import Berichtsoort
from overleg.basis.klok import vandaag
from overleg.basis.post import leg_klaar
from overleg.bespreking.opvragen.openstaand import open_afspraak
from overleg.bespreking.opvragen.regie import regie_nu
from overleg.instroom.handelingen.gang import zet_stap
from overleg.instroom.regels.casusgang import Stap
from overleg.logboek.schrijven import schrijf, vingerafdruk
from overleg.logboek.soorten import Soort
from overleg.opvolging.handelingen.gemeen import eis_oordeel
from overleg.opvolging.regels.sluiten import mag_heropend
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.uitsluiting import uitgesloten_mensen
from overleg.toegang.vrager import Vrager
from overleg.uitvraag.opvragen import leden_van


def heropen_casus(sessie: Session, vrager: Vrager, casus: Casus, reden: str) -> None:
    """Open a closed casus again: it is admitted, can come on an agenda, and who is in it is told."""
    eis(vrager, Recht.CASUS_OPVOLGEN, casus)
    eis_oordeel(mag_heropend(casus.status, reden))
    zet_stap(casus, Stap.HEROPENEN)
    casus.gesloten_op, casus.gesloten_reden, casus.heropend_reden = None, "", reden
    schrijf(sessie, vrager, Soort.CASUS_HEROPEND, casus, reden_hash=vingerafdruk(reden))
    _vertel(sessie, vrager, casus)


def _vertel(sessie: Session, vrager: Vrager, casus: Casus) -> None:
    """Tell the regisseur, the stand-in and the owners of open afspraken, once each; no personal data."""
    mensen = sessie.scalars(
        select(Gebruiker)
        .where(
            Gebruiker.id.in_(_betrokken(sessie, casus)),
            Gebruiker.id != vrager.id,
            Gebruiker.active.is_(True),
            Gebruiker.id.not_in(uitgesloten_mensen(casus.id)),
        )
        .order_by(Gebruiker.email)
    )
    for mens in mensen:
        leg_klaar(
            sessie,
            Berichtsoort.WERK,
            mens.email,
            f"Actie-overleg: een casus is weer open ({casus.kenmerk})",
            "Een gesloten casus waarin u iets doet, is weer geopend.\n"
            "Log in en kijk bij Acties of wat u doet nog klopt.\n",
        )


def _betrokken(sessie: Session, casus: Casus) -> set[uuid.UUID]:
    """Return who was named; where no account was, all who can speak for that organisatie."""
    regie = regie_nu(sessie, casus)
    taken = [(regie.organisatie.id, regie.persoon_id)] if regie else []
    if regie and regie.besluit and regie.besluit.achtervang_organisatie_id:
        taken.append((regie.besluit.achtervang_organisatie_id, regie.besluit.achtervang_id))
    afspraken = select(Afspraak.organisatie_id, Afspraak.persoon_id).where(
        Afspraak.casus_id == casus.id, *open_afspraak()
    )
    taken += [(rij[0], rij[1]) for rij in sessie.execute(afspraken)]
    leden = leden_van(sessie, casus, vandaag())
    return {
        wie
        for organisatie, persoon in taken
        for wie in ([persoon] if persoon else [lid.id for lid in leden.get(organisatie, ())])
    }
