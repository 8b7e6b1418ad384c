"""The whole record of one overleg, made from the database in a fixed number of queries."""

from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from models import Agendapunt, Deelname, Overleg
from models.waarden import Aanwezigheid, PuntSoort
from overleg.agenda.inhoud import punt_titel, tijdvakken
from overleg.basis.klok import hier
from overleg.basis.weergave import sorteernaam
from overleg.toegang.voorwaarden import AANWEZIG_GEWEEST
from overleg.verslag.aanwezigen import deelnames_van, gastpunten, is_plaatshouder, naam_van, verwachten
from overleg.verslag.bron import Bron, haal_bron
from overleg.verslag.casusdeel import casus_in_verslag, uitkomst_van
from overleg.verslag.inhoud import VORM, Aanwezige, Agendaregel, Verslaginhoud
from overleg.verslag.vorige import vorige_acties

SPELING = timedelta(minutes=3)


def stel_samen(sessie: Session, overleg: Overleg) -> Verslaginhoud:
    """Return everything the record of `overleg` holds, for all readers together.

    Show it only through `voor_lezer`. Source: issue "the route of a casus", Verslag; domein.md §5 and §6.
    """
    bron = haal_bron(sessie, overleg.id)
    overleg = bron.overleg
    return Verslaginhoud(
        vorm=VORM,
        tafel=overleg.tafel.naam,
        code=overleg.tafel.code,
        datum=overleg.datum,
        begin=overleg.begin,
        einde=overleg.einde,
        begonnen=_klok(overleg.begonnen_op),
        geeindigd=_klok(overleg.afgerond_op),
        overlegvorm=overleg.vorm.tekst,
        plaats=overleg.plaats,
        voorzitters=_voorzitters(bron),
        registratieafspraken=_registratie(overleg),
        agenda=_agenda(bron),
        aanwezigen=_aanwezigen(bron),
        vorige_acties=vorige_acties(sessie, overleg),
        casussen=tuple(
            casus_in_verslag(bron, punt, bron.casussen[punt.casus_id])
            for punt in overleg.punten
            if punt.casus_id
        ),
        rectificaties=(),
    )


def _klok(moment: datetime | None) -> time | None:
    return hier(moment).time().replace(second=0, microsecond=0) if moment else None


def _na(moment: datetime | None, begin: datetime | None) -> bool:
    """Whether `moment` is more than a few minutes after `begin`: who came late, who left early."""
    return moment is not None and begin is not None and moment - begin > SPELING


def _registratie(overleg: Overleg) -> str:
    afspraak = overleg.registratieafspraak
    return f"versie {afspraak.nummer}" if afspraak else ""


def _voorzitters(bron: Bron) -> tuple[str, ...]:
    return tuple(
        naam_van(d)
        for d in deelnames_van(bron)
        if d.gebruiker_id in bron.voorzitters and d.aanwezigheid in AANWEZIG_GEWEEST
    )


def _agenda(bron: Bron) -> tuple[Agendaregel, ...]:
    """Return the items that stood on the agenda, with their times; those that went on stand elsewhere."""
    vakken = tijdvakken(bron.overleg, bron.overleg.punten)
    staan = [punt for punt in bron.overleg.punten if punt.id in vakken]
    return tuple(
        Agendaregel(
            nummer=nummer,
            begin=vakken[punt.id].begin,
            einde=vakken[punt.id].einde,
            onderwerp=punt_titel(punt),
            uitkomst=_uitkomst(bron, punt),
            casus_id=punt.casus_id,
        )
        for nummer, punt in enumerate(staan, start=1)
    )


def _uitkomst(bron: Bron, punt: Agendapunt) -> str:
    if punt.casus_id:
        return uitkomst_van(bron, punt)
    if is_behandeld(bron, punt):
        return "Behandeld"
    return "Niet behandeld" if bron.overleg.afgerond_op else "Nog niet behandeld"


def is_behandeld(bron: Bron, punt: Agendapunt) -> bool:
    """Whether a standing item was opened; the opening itself is, once the meeting began."""
    opening = punt.soort is PuntSoort.OPENING and bron.overleg.begonnen_op
    return bool(punt.begonnen_op or opening)


def _aanwezigen(bron: Bron) -> tuple[Aanwezige, ...]:
    rijen = sorted(verwachten(bron), key=lambda d: sorteernaam(naam_van(d)))
    return tuple(_aanwezige(rij, bron) for rij in rijen)


def _aanwezige(rij: Deelname, bron: Bron) -> Aanwezige:
    bij = [punt.casus_id for punt in gastpunten(bron, rij) if punt.casus_id]
    verwacht_en_voorbij = rij.aanwezigheid is Aanwezigheid.VERWACHT and bron.overleg.afgerond_op is not None
    stand = Aanwezigheid.AFWEZIG if verwacht_en_voorbij else rij.aanwezigheid
    return Aanwezige(
        naam="Naam niet vastgelegd" if is_plaatshouder(rij) else naam_van(rij),
        organisatie=rij.organisatie.naam,
        aanwezigheid=stand.tekst,
        was_er=rij.aanwezigheid in AANWEZIG_GEWEEST,
        vervangt=rij.vervangt.naam if rij.vervangt else "",
        mandaat=rij.mandaat,
        registratie_akkoord=rij.registratie_akkoord,
        gekomen=_klok(rij.gekomen_op) if _na(rij.gekomen_op, bron.overleg.begonnen_op) else None,
        vertrokken=_klok(rij.vertrokken_op) if _na(bron.overleg.afgerond_op, rij.vertrokken_op) else None,
        bij_casus=bij[0] if bij else None,
        ook_bij=frozenset(bij[1:]),
    )
