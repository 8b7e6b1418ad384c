"""Putting the demo's meetings in the database: past ones with what was decided, and the next."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from models import (
    Aanschuiver,
    Agendapunt,
    Bespreking,
    Casus,
    Deelname,
    Lidmaatschap,
    Overleg,
    Registratieafspraak,
)
from models.waarden import Aanwezigheid, BesprekingStatus, CasusStatus, OverlegStatus, PuntSoort, Rol
from overleg.basis.klok import moment_van
from overleg.demo.besluiten import besluit
from overleg.demo.casussen import VOORZITTERS, Gemaakt
from overleg.demo.tafels import Wereld, komend
from overleg.toegang.vrager import vrager_van
from overleg.verslag.bewaren import controlegetal, naar_json
from overleg.verslag.handelingen import stel_vast
from overleg.verslag.samenstellen import stel_samen

BEGIN, EINDE = time(9, 0), time(12, 0)
VERSTUURD = time(15, 30)
BESPROKEN = (CasusStatus.BESPROKEN, CasusStatus.IN_MONITORING, CasusStatus.GESLOTEN)


def vul(wereld: Wereld, gemaakt: Gemaakt) -> list[Overleg]:
    """Make the meetings of every tafel; return those whose record is to be adopted."""
    vast_te_stellen = []
    for code in wereld.tafels:
        besproken = gemaakt.van(code, *BESPROKEN)
        oud, nieuw = besproken[: len(besproken) // 2 + 1], besproken[len(besproken) // 2 + 1 :]
        eerste = _gehouden(wereld, code, -14, oud)
        _gehouden(wereld, code, -7, nieuw)
        vast_te_stellen.append(eerste)
        _komend(wereld, code, gemaakt.van(code, CasusStatus.GEAGENDEERD))
    wereld.sessie.flush()
    return vast_te_stellen


def stel_vast_alsof(wereld: Wereld, overleg: Overleg) -> None:
    """Adopt the record of a meeting as its voorzitter does."""
    code = overleg.tafel.code
    voorzitter = vrager_van(wereld.sessie, wereld.personen[VOORZITTERS[code]], wereld.dag)
    wereld.sessie.expire_all()
    gelezen = controlegetal(naar_json(stel_samen(wereld.sessie, overleg)))
    stel_vast(wereld.sessie, voorzitter, overleg, gelezen)


def _overleg(wereld: Wereld, code: str, datum: date, status: OverlegStatus) -> Overleg:
    tafel = wereld.tafels[code]
    overleg = Overleg(
        tafel_id=tafel.id,
        datum=datum,
        begin=BEGIN,
        einde=EINDE,
        plaats=tafel.plaats,
        status=status,
    )
    wereld.sessie.add(overleg)
    wereld.sessie.flush()
    return overleg


def _punt(
    wereld: Wereld, overleg: Overleg, nr: int, soort: PuntSoort, *, minuten: int, casus: Casus | None = None
) -> Agendapunt:
    punt = Agendapunt(
        overleg_id=overleg.id, soort=soort, volgorde=nr, minuten=minuten, casus_id=casus.id if casus else None
    )
    wereld.sessie.add(punt)
    wereld.sessie.flush()
    return punt


def _agenda(wereld: Wereld, overleg: Overleg, casussen: list[Casus]) -> list[Agendapunt]:
    _punt(wereld, overleg, 1, PuntSoort.OPENING, minuten=10)
    _punt(wereld, overleg, 2, PuntSoort.ACTIES, minuten=15)
    punten = [
        _punt(wereld, overleg, 3 + nr, PuntSoort.CASUS, minuten=20, casus=casus)
        for nr, casus in enumerate(casussen)
    ]
    _punt(wereld, overleg, 3 + len(casussen), PuntSoort.RONDVRAAG, minuten=5)
    return punten


def _gehouden(wereld: Wereld, code: str, dagen: int, casussen: list[Casus]) -> Overleg:
    overleg = _overleg(wereld, code, wereld.dag + timedelta(days=dagen), OverlegStatus.AFGEROND)
    begin = moment_van(overleg.datum, BEGIN)
    overleg.begonnen_op, overleg.afgerond_op = begin, begin + timedelta(hours=2, minutes=40)
    overleg.registratieafspraak_id = wereld.sessie.scalars(
        select(Registratieafspraak.id).where(Registratieafspraak.tafel_id == overleg.tafel_id)
    ).first()
    _deelnemers(wereld, overleg, begin)
    casuspunten = _agenda(wereld, overleg, casussen)
    for punt in wereld.sessie.scalars(select(Agendapunt).where(Agendapunt.overleg_id == overleg.id)):
        punt.begonnen_op, punt.beeindigd_op = begin, begin + timedelta(minutes=punt.minuten)
    for nr, punt in enumerate(casuspunten):
        punt.begonnen_op = begin + timedelta(minutes=25 + 20 * nr)
        punt.beeindigd_op = punt.begonnen_op + timedelta(minutes=18)
        _besproken(wereld, punt)
    return overleg


def _besproken(wereld: Wereld, punt: Agendapunt) -> None:
    bespreking = Bespreking(
        punt_id=punt.id,
        overleg_id=punt.overleg_id,
        casus_id=punt.casus_id,
        status=BesprekingStatus.AFGEROND,
        afgerond_op=punt.beeindigd_op,
    )
    wereld.sessie.add(bespreking)
    wereld.sessie.flush()
    besluit(wereld, bespreking)


def _deelnemers(wereld: Wereld, overleg: Overleg, begin: datetime | None) -> None:
    leden = wereld.sessie.scalars(
        select(Lidmaatschap).where(
            Lidmaatschap.tafel_id == overleg.tafel_id,
            Lidmaatschap.rol.in_((Rol.DEELNEMER, Rol.SECRETARIS)),
            Lidmaatschap.bezetting == "vast",
        )
    )
    for lid in leden:
        wereld.sessie.add(
            Deelname(
                overleg_id=overleg.id,
                gebruiker_id=lid.gebruiker_id,
                organisatie_id=lid.gebruiker.organisatie_id,
                aanwezigheid=Aanwezigheid.AANWEZIG if begin else Aanwezigheid.VERWACHT,
                mandaat=True,
                registratie_akkoord=True if begin else None,
                gekomen_op=begin,
            )
        )


def _komend(wereld: Wereld, code: str, casussen: list[Casus]) -> None:
    datum = komend(wereld.dag)
    overleg = _overleg(wereld, code, datum, OverlegStatus.GEPUBLICEERD)
    overleg.uitgenodigd_op = moment_van(wereld.dag - timedelta(days=1), VERSTUURD)
    punten = _agenda(wereld, overleg, casussen)
    _deelnemers(wereld, overleg, None)
    gast = {"LW": "gast", "BZ": "jeugdbescherming"}.get(code)
    if gast and punten:
        persoon = wereld.personen[gast]
        wereld.sessie.add(
            Aanschuiver(
                punt_id=punten[-1].id,
                organisatie_id=persoon.organisatie_id,
                gebruiker_id=persoon.id,
                slot_begin=time(10, 5),
                slot_einde=time(10, 25),
            )
        )
    for weken in (1, 2):
        leeg = _overleg(wereld, code, datum + timedelta(weeks=weken), OverlegStatus.GEPLAND)
        _agenda(wereld, leeg, [])
