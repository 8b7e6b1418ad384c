"""The same rules as `tabel.py`, as filters on queries: what may not be seen does not exist.

`ZICHT` has one filter for each kind of object that an id in a URL can name; `zichtbaar()` makes the
select. A test holds that filter and table agree.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.base import ExecutableOption

from models import (
    Aanschuiver,
    Aansluiting,
    Afspraak,
    Agendapunt,
    Basis,
    Belang,
    Bespreking,
    Bewaarplicht,
    Bijdrageontvanger,
    Casus,
    Deelname,
    Directbetrokkene,
    Gebeurtenis,
    Goedkeuring,
    Informatiebijdrage,
    Informatieverzoek,
    Informering,
    Maatregel,
    Noodtoegang,
    Overdracht,
    Overleg,
    Persoonsverzoek,
    Sessie,
    TeInformerenPartij,
    Tekstveld,
    Veiligheidsvoorwaarde,
    Vernietiging,
    Verslag,
    Verslagopmerking,
)
from models.waarden import (
    BijdrageStatus,
    CasusStatus,
    OMUitkomst,
    OrganisatieSoort,
)
from overleg.toegang.filters import (
    Kolom,
    aan_tafel,
    als_gast,
    deelnemer,
    geleid,
    ingediend,
    leidt,
    niet_teruggetrokken,
    open_casus,
    partner,
    via_casussen,
)
from overleg.toegang.rechten import Recht
from overleg.toegang.voorwaarden import BINNEN, SPREEKT
from overleg.toegang.vrager import Vrager
from overleg.toegang.zicht_bewaren import bewaarplicht, vernietiging
from overleg.toegang.zicht_verslag import opmerking
from overleg.toegang.zicht_vierogen import goedkeuring


def _sluit_aan(vrager: Vrager) -> ColumnElement[bool]:
    return exists().where(
        Aansluiting.casus_id == Casus.id,
        Aansluiting.organisatie_id == vrager.organisatie_id,
        Aansluiting.als_gast.is_(False),
    )


def casus_voor_deelnemers(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: the ways of DEELNEMERS in `tabel.py`."""
    binnen = Casus.status.in_(BINNEN)
    lid = deelnemer(vrager, Casus.tafel_id)
    return and_(
        niet_teruggetrokken(vrager),
        or_(
            and_(leidt(vrager, Casus.tafel_id), ingediend()),
            and_(binnen, lid, partner(vrager, Casus.tafel_id, vast=True)),
            and_(binnen, lid, _sluit_aan(vrager)),
        ),
    )


def _ingebracht(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: the way INBRENGER in `tabel.py`."""
    er_nog = Casus.status != CasusStatus.VERNIETIGD
    return and_(Casus.inbrenger_id == vrager.id, er_nog, niet_teruggetrokken(vrager))


def _casus(vrager: Vrager) -> ColumnElement[bool]:
    return or_(_ingebracht(vrager), casus_voor_deelnemers(vrager))


def _casus_in_bespreking(vrager: Vrager) -> ColumnElement[bool]:
    gast = and_(_open_voor(vrager), als_gast(vrager, Casus.id, "casus_id", nu=True))
    return or_(casus_voor_deelnemers(vrager), gast)


def _overleg(vrager: Vrager) -> ColumnElement[bool]:
    return or_(
        leidt(vrager, Overleg.tafel_id),
        and_(deelnemer(vrager, Overleg.tafel_id), partner(vrager, Overleg.tafel_id, vast=False)),
        als_gast(vrager, Overleg.id, "overleg_id", nu=False),
    )


def _agendapunt(vrager: Vrager) -> ColumnElement[bool]:
    gast = and_(
        als_gast(vrager, Agendapunt.id, "punt_id", nu=True),
        via_casussen(Agendapunt.casus_id, _open_voor(vrager)),
    )
    return or_(
        and_(Agendapunt.casus_id.is_(None), aan_tafel(vrager, Agendapunt.overleg_id)),
        gast,
        via_casussen(Agendapunt.casus_id, casus_voor_deelnemers(vrager)),
    )


def _aanschuiver(vrager: Vrager) -> ColumnElement[bool]:
    return Aanschuiver.punt_id.in_(select(Agendapunt.id).where(_agendapunt(vrager)).correlate(None))


def _spreekt(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: may speak for the own organisatie there, and did not withdraw."""
    tafels = vrager.tafels(*SPREEKT)
    gast = als_gast(vrager, Casus.id, "casus_id", nu=False)
    return and_(or_(Casus.tafel_id.in_(tafels) if tafels else false(), gast), niet_teruggetrokken(vrager))


def _spreekt_voor_organisatie(vrager: Vrager) -> ColumnElement[bool]:
    return and_(_spreekt(vrager), Casus.status.in_(BINNEN))


def gevraagd_aan(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Informatieverzoek: the recht VERZOEK_BEANTWOORDEN."""
    functies = [and_(Casus.tafel_id == tafel, Informatieverzoek.functie == f) for tafel, f in vrager.functies]
    functie = or_(
        Informatieverzoek.functie == "",
        exists().where(Casus.id == Informatieverzoek.casus_id, or_(false(), *functies)),
    )
    return and_(
        Informatieverzoek.organisatie_id == vrager.organisatie_id,
        Informatieverzoek.ingetrokken_op.is_(None),
        functie,
        via_casussen(Informatieverzoek.casus_id, _spreekt_voor_organisatie(vrager)),
    )


def _verzoek(vrager: Vrager) -> ColumnElement[bool]:
    return or_(gevraagd_aan(vrager), via_casussen(Informatieverzoek.casus_id, casus_voor_deelnemers(vrager)))


def _bijdrage(vrager: Vrager) -> ColumnElement[bool]:
    ontvanger = exists().where(
        Bijdrageontvanger.bijdrage_id == Informatiebijdrage.id,
        Bijdrageontvanger.organisatie_id == vrager.organisatie_id,
    )
    artikel_9 = (
        true()
        if vrager.organisatie_soort is OrganisatieSoort.OM
        else or_(
            Informatiebijdrage.artikel_9.is_(False), Informatiebijdrage.om_uitkomst == OMUitkomst.AKKOORD
        )
    )
    gever = and_(
        Informatiebijdrage.organisatie_id == vrager.organisatie_id,
        via_casussen(Informatiebijdrage.casus_id, _spreekt_voor_organisatie(vrager)),
    )
    lezer = and_(Casus.status.in_(BINNEN), _casus_in_bespreking(vrager))
    return or_(
        gever,
        and_(
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
            ontvanger,
            artikel_9,
            via_casussen(Informatiebijdrage.casus_id, lezer),
        ),
    )


def _besproken(bespreking_id: Kolom) -> ColumnElement[bool]:
    return exists().where(Bespreking.id == bespreking_id, Bespreking.afgerond_op.is_not(None))


def _in_bespreking(vrager: Vrager, casus_id: Kolom, bespreking_id: Kolom) -> ColumnElement[bool]:
    """Filter: DEELNEMERS, or a guest while this very item is on."""
    nu = select(Bespreking.id).where(als_gast(vrager, Bespreking.punt_id, "punt_id", nu=True))
    gast = and_(bespreking_id.in_(nu.correlate(None)), via_casussen(casus_id, _open_voor(vrager)))
    return or_(gast, via_casussen(casus_id, casus_voor_deelnemers(vrager)))


def _open_voor(vrager: Vrager) -> ColumnElement[bool]:
    return and_(Casus.status.in_(BINNEN), niet_teruggetrokken(vrager))


def _tekstveld(vrager: Vrager) -> ColumnElement[bool]:
    besprekingen = select(Bespreking.id).where(
        via_casussen(Bespreking.casus_id, casus_voor_deelnemers(vrager))
    )
    return Tekstveld.bespreking_id.in_(besprekingen.correlate(None))


def _voert_uit(vrager: Vrager, casus_id: Kolom, persoon_id: Kolom) -> ColumnElement[bool]:
    zelf = and_(persoon_id == vrager.id, via_casussen(casus_id, niet_teruggetrokken(vrager)))
    return or_(zelf, via_casussen(casus_id, _spreekt(vrager)))


def _van_eigen_organisatie(
    model: type[Informering | TeInformerenPartij], vrager: Vrager
) -> ColumnElement[bool]:
    eigen = and_(
        model.organisatie_id == vrager.organisatie_id,
        _besproken(model.bespreking_id),
        _voert_uit(vrager, model.casus_id, model.persoon_id),
    )
    return or_(eigen, _in_bespreking(vrager, model.casus_id, model.bespreking_id))


def eigen_afspraken(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Afspraak: the way UITVOERDER in `tabel.py`, which is the recht AFSPRAAK_UITWISSELEN."""
    return and_(
        Afspraak.organisatie_id == vrager.organisatie_id,
        Afspraak.geldt_vanaf.is_not(None),
        _voert_uit(vrager, Afspraak.casus_id, Afspraak.persoon_id),
    )


def _afspraak(vrager: Vrager) -> ColumnElement[bool]:
    return or_(eigen_afspraken(vrager), _in_bespreking(vrager, Afspraak.casus_id, Afspraak.bespreking_id))


def _overdracht(vrager: Vrager) -> ColumnElement[bool]:
    partij = and_(
        Overdracht.geldt_vanaf.is_not(None),
        or_(
            Overdracht.naar_organisatie_id == vrager.organisatie_id,
            Overdracht.van_organisatie_id == vrager.organisatie_id,
        ),
        _voert_uit(vrager, Overdracht.casus_id, Overdracht.naar_persoon_id),
    )
    gast = via_casussen(Overdracht.casus_id, _casus_in_bespreking(vrager))
    zonder = and_(Overdracht.bespreking_id.is_(None), gast)
    return or_(partij, zonder, _in_bespreking(vrager, Overdracht.casus_id, Overdracht.bespreking_id))


def _gebeurtenis(vrager: Vrager) -> ColumnElement[bool]:
    van_tafel = true() if vrager.functionaris else leidt(vrager, Gebeurtenis.tafel_id)
    return and_(van_tafel, open_casus(vrager, Gebeurtenis.casus_id))


def _noodtoegang(vrager: Vrager) -> ColumnElement[bool]:
    eigen = true() if vrager.functionaris else Noodtoegang.gebruiker_id == vrager.id
    return or_(
        and_(eigen, open_casus(vrager, Noodtoegang.casus_id)),
        via_casussen(Noodtoegang.casus_id, geleid(vrager)),
    )


ZIEN: Mapping[type[Basis], tuple[Recht, ...]] = {
    Casus: (Recht.CASUS_ZIEN,),
    Directbetrokkene: (Recht.CASUS_ZIEN, Recht.BESPREKING_ZIEN),
    Overleg: (Recht.OVERLEG_ZIEN,),
    Agendapunt: (Recht.AGENDAPUNT_ZIEN,),
    Aanschuiver: (Recht.AGENDAPUNT_ZIEN,),
    Deelname: (Recht.AANWEZIGHEID_MELDEN,),
    Bespreking: (Recht.BESPREKING_ZIEN,),
    Tekstveld: (Recht.PLAN_ZIEN,),
    Maatregel: (Recht.PLAN_ZIEN,),
    Veiligheidsvoorwaarde: (Recht.PLAN_ZIEN,),
    Verslag: (Recht.VERSLAG_ZIEN,),
    Verslagopmerking: (Recht.OPMERKING_ZIEN,),
    Informatieverzoek: (Recht.UITVRAAG_ZIEN, Recht.VERZOEK_BEANTWOORDEN),
    Informatiebijdrage: (Recht.BIJDRAGE_ZIEN,),
    Aansluiting: (Recht.UITVRAAG_ZIEN,),
    Afspraak: (Recht.AFSPRAAK_ZIEN,),
    Informering: (Recht.AFSPRAAK_ZIEN,),
    TeInformerenPartij: (Recht.AFSPRAAK_ZIEN,),
    Overdracht: (Recht.OVERDRACHT_ZIEN,),
    Persoonsverzoek: (Recht.PERSOONSVERZOEK_ZIEN,),
    Belang: (Recht.BELANG_VASTLEGGEN,),
    Sessie: (Recht.SESSIE_BEEINDIGEN,),
    Goedkeuring: (Recht.GOEDKEURING_ZIEN,),
    Bewaarplicht: (Recht.BEWAARPLICHT_OPHEFFEN,),
    Vernietiging: (Recht.PROCESVERBAAL_ZIEN,),
    Noodtoegang: (Recht.NOODTOEGANG_ZIEN,),
}
"""The rights in `tabel.py` that say the same as the filter: one of them is enough to see a row."""

M = TypeVar("M", bound=Basis)
Filter = Callable[[Vrager], ColumnElement[bool]]

ZICHT: Mapping[type[Basis], Filter] = {
    Casus: _casus,
    Overleg: _overleg,
    Agendapunt: _agendapunt,
    Aanschuiver: _aanschuiver,
    Directbetrokkene: lambda vrager: via_casussen(
        Directbetrokkene.casus_id, or_(_casus(vrager), _casus_in_bespreking(vrager))
    ),
    Bespreking: lambda vrager: _in_bespreking(vrager, Bespreking.casus_id, Bespreking.id),
    Tekstveld: _tekstveld,
    Maatregel: lambda vrager: via_casussen(Maatregel.casus_id, casus_voor_deelnemers(vrager)),
    Veiligheidsvoorwaarde: lambda vrager: via_casussen(
        Veiligheidsvoorwaarde.casus_id, casus_voor_deelnemers(vrager)
    ),
    Deelname: lambda vrager: aan_tafel(vrager, Deelname.overleg_id),
    Verslag: lambda vrager: aan_tafel(vrager, Verslag.overleg_id),
    Verslagopmerking: opmerking,
    Informatieverzoek: _verzoek,
    Informatiebijdrage: _bijdrage,
    Aansluiting: lambda vrager: via_casussen(Aansluiting.casus_id, casus_voor_deelnemers(vrager)),
    Afspraak: _afspraak,
    Overdracht: _overdracht,
    Goedkeuring: goedkeuring,
    Bewaarplicht: bewaarplicht,
    Vernietiging: vernietiging,
    Informering: lambda vrager: _van_eigen_organisatie(Informering, vrager),
    TeInformerenPartij: lambda vrager: _van_eigen_organisatie(TeInformerenPartij, vrager),
    Persoonsverzoek: lambda vrager: via_casussen(Persoonsverzoek.casus_id, geleid(vrager)),
    Belang: lambda vrager: via_casussen(Belang.casus_id, or_(_ingebracht(vrager), geleid(vrager))),
    Gebeurtenis: _gebeurtenis,
    Noodtoegang: _noodtoegang,
    Sessie: lambda vrager: Sessie.gebruiker_id == vrager.id,
}


_BIJ_BESPREKING = (
    joinedload(Bespreking.casus, innerjoin=True),
    joinedload(Bespreking.overleg, innerjoin=True),
)
MEE: Mapping[type[Basis], Sequence[ExecutableOption]] = {
    Bespreking: _BIJ_BESPREKING,
    Tekstveld: (joinedload(Tekstveld.bespreking, innerjoin=True).options(*_BIJ_BESPREKING),),
    Agendapunt: (joinedload(Agendapunt.casus), joinedload(Agendapunt.overleg, innerjoin=True)),
    Verslagopmerking: (
        joinedload(Verslagopmerking.casus),
        joinedload(Verslagopmerking.overleg, innerjoin=True),
    ),
}
"""What the rules look at when such a thing is asked for, fetched with it in one query."""


def zichtbaar(vrager: Vrager, model: type[M]) -> Select[M]:
    """Return a select of the rows of `model` that `vrager` may see."""
    return select(model).where(ZICHT[model](vrager))
