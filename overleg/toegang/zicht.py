"""The same rules as `tabel.py`, as filters on queries: what may not be seen does not exist.

`ZICHT` has one filter for each kind of object that an id in a URL can name; `zichtbaar()` makes the
select. A test holds that filter and table agree.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models import (
    Aanschuiver,
    Aansluiting,
    Afspraak,
    AfwezigBij,
    Agendapunt,
    Basis,
    Bespreking,
    Bijdrageontvanger,
    Casus,
    Deelname,
    Gebeurtenis,
    Informatiebijdrage,
    Informatieverzoek,
    Informering,
    Maatregel,
    Overdracht,
    Overleg,
    Tafelpartner,
    TeInformerenPartij,
    Tekstveld,
    Veiligheidsvoorwaarde,
)
from models.waarden import (
    BijdrageStatus,
    CasusStatus,
    OMUitkomst,
    OrganisatieSoort,
    OverlegStatus,
    Partnervorm,
    Rol,
)
from overleg.toegang.voorwaarden import BINNEN, LEIDEND, SPREEKT
from overleg.toegang.vrager import Vrager

Kolom = InstrumentedAttribute[uuid.UUID] | InstrumentedAttribute[uuid.UUID | None]


def leidt(vrager: Vrager, tafel_id: Kolom) -> ColumnElement[bool]:
    """Filter: the asker is voorzitter or secretaris of this tafel."""
    tafels = vrager.tafels(*LEIDEND)
    return tafel_id.in_(tafels) if tafels else false()


def _deelnemer(vrager: Vrager, tafel_id: Kolom) -> ColumnElement[bool]:
    tafels = vrager.tafels(Rol.DEELNEMER)
    return tafel_id.in_(tafels) if tafels else false()


def _partner(vrager: Vrager, tafel_id: Kolom, *, vast: bool) -> ColumnElement[bool]:
    soort = Tafelpartner.vorm == Partnervorm.VAST if vast else true()
    return exists().where(
        Tafelpartner.tafel_id == tafel_id,
        Tafelpartner.organisatie_id == vrager.organisatie_id,
        Tafelpartner.actief.is_(True),
        soort,
    )


def _niet_teruggetrokken(vrager: Vrager) -> ColumnElement[bool]:
    return ~exists().where(
        AfwezigBij.belangenconflict.is_(True),
        AfwezigBij.deelname_id == Deelname.id,
        Deelname.gebruiker_id == vrager.id,
        AfwezigBij.punt_id == Agendapunt.id,
        Agendapunt.casus_id == Casus.id,
    )


def _sluit_aan(vrager: Vrager) -> ColumnElement[bool]:
    return exists().where(
        Aansluiting.casus_id == Casus.id,
        Aansluiting.organisatie_id == vrager.organisatie_id,
        Aansluiting.als_gast.is_(False),
    )


def _schuift_nu_aan(vrager: Vrager) -> ColumnElement[bool]:
    return exists().where(
        Agendapunt.casus_id == Casus.id,
        Aanschuiver.punt_id == Agendapunt.id,
        Aanschuiver.gebruiker_id == vrager.id,
        Overleg.id == Agendapunt.overleg_id,
        Overleg.status == OverlegStatus.LOPEND,
        Overleg.huidig_punt_id == Agendapunt.id,
    )


def casus_voor_deelnemers(vrager: Vrager) -> ColumnElement[bool]:
    """Filter on Casus: the ways of DEELNEMERS in `tabel.py`."""
    ingediend = or_(Casus.status != CasusStatus.CONCEPT, Casus.acuut.is_(True))
    binnen = Casus.status.in_(BINNEN)
    deelnemer = _deelnemer(vrager, Casus.tafel_id)
    return and_(
        _niet_teruggetrokken(vrager),
        or_(
            and_(leidt(vrager, Casus.tafel_id), ingediend),
            and_(binnen, deelnemer, _partner(vrager, Casus.tafel_id, vast=True)),
            and_(binnen, deelnemer, _sluit_aan(vrager)),
        ),
    )


def _casus(vrager: Vrager) -> ColumnElement[bool]:
    return or_(Casus.inbrenger_id == vrager.id, casus_voor_deelnemers(vrager))


def _casus_in_bespreking(vrager: Vrager) -> ColumnElement[bool]:
    gast = and_(Casus.status.in_(BINNEN), _schuift_nu_aan(vrager), _niet_teruggetrokken(vrager))
    return or_(casus_voor_deelnemers(vrager), gast)


def _overleg(vrager: Vrager) -> ColumnElement[bool]:
    gast = exists().where(
        Agendapunt.overleg_id == Overleg.id,
        Aanschuiver.punt_id == Agendapunt.id,
        Aanschuiver.gebruiker_id == vrager.id,
    )
    return or_(
        leidt(vrager, Overleg.tafel_id),
        and_(_deelnemer(vrager, Overleg.tafel_id), _partner(vrager, Overleg.tafel_id, vast=False)),
        gast,
    )


def _agendapunt(vrager: Vrager) -> ColumnElement[bool]:
    eigen = aliased(Overleg)
    aan_tafel = exists().where(
        eigen.id == Agendapunt.overleg_id,
        or_(
            leidt(vrager, eigen.tafel_id),
            and_(_deelnemer(vrager, eigen.tafel_id), _partner(vrager, eigen.tafel_id, vast=False)),
        ),
    )
    punt_casus = select(Casus.id).where(_casus_in_bespreking(vrager)).correlate(None)
    return or_(
        and_(Agendapunt.casus_id.is_(None), aan_tafel),
        Agendapunt.casus_id.in_(punt_casus),
    )


def _aanschuiver(vrager: Vrager) -> ColumnElement[bool]:
    return Aanschuiver.punt_id.in_(select(Agendapunt.id).where(_agendapunt(vrager)).correlate(None))


def _via_casussen(kolom: Kolom, filter_: ColumnElement[bool]) -> ColumnElement[bool]:
    return kolom.in_(select(Casus.id).where(filter_).correlate(None))


def _spreekt_voor_organisatie(vrager: Vrager) -> ColumnElement[bool]:
    tafels = vrager.tafels(*SPREEKT)
    gast = exists().where(
        Agendapunt.casus_id == Casus.id,
        Aanschuiver.punt_id == Agendapunt.id,
        Aanschuiver.gebruiker_id == vrager.id,
    )
    return and_(
        or_(Casus.tafel_id.in_(tafels) if tafels else false(), gast),
        Casus.status.in_(BINNEN),
        _niet_teruggetrokken(vrager),
    )


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
        _via_casussen(Informatieverzoek.casus_id, _spreekt_voor_organisatie(vrager)),
    )


def _verzoek(vrager: Vrager) -> ColumnElement[bool]:
    return or_(gevraagd_aan(vrager), _via_casussen(Informatieverzoek.casus_id, casus_voor_deelnemers(vrager)))


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
        _via_casussen(Informatiebijdrage.casus_id, _spreekt_voor_organisatie(vrager)),
    )
    lezer = and_(Casus.status.in_(BINNEN), _casus_in_bespreking(vrager))
    return or_(
        gever,
        and_(
            Informatiebijdrage.status == BijdrageStatus.INGEDIEND,
            ontvanger,
            artikel_9,
            _via_casussen(Informatiebijdrage.casus_id, lezer),
        ),
    )


def _besproken(bespreking_id: Kolom) -> ColumnElement[bool]:
    return exists().where(Bespreking.id == bespreking_id, Bespreking.afgerond_op.is_not(None))


def _tekstveld(vrager: Vrager) -> ColumnElement[bool]:
    besprekingen = select(Bespreking.id).where(
        _via_casussen(Bespreking.casus_id, _casus_in_bespreking(vrager))
    )
    return Tekstveld.bespreking_id.in_(besprekingen.correlate(None))


def _deelname(vrager: Vrager) -> ColumnElement[bool]:
    eigen = aliased(Overleg)
    return exists().where(
        eigen.id == Deelname.overleg_id,
        or_(
            leidt(vrager, eigen.tafel_id),
            and_(_deelnemer(vrager, eigen.tafel_id), _partner(vrager, eigen.tafel_id, vast=False)),
        ),
    )


def _van_eigen_organisatie(
    model: type[Informering | TeInformerenPartij], vrager: Vrager
) -> ColumnElement[bool]:
    eigen = and_(model.organisatie_id == vrager.organisatie_id, _besproken(model.bespreking_id))
    return or_(eigen, _via_casussen(model.casus_id, _casus_in_bespreking(vrager)))


def _afspraak(vrager: Vrager) -> ColumnElement[bool]:
    eigen = and_(Afspraak.organisatie_id == vrager.organisatie_id, Afspraak.geldt_vanaf.is_not(None))
    return or_(eigen, _via_casussen(Afspraak.casus_id, _casus_in_bespreking(vrager)))


def _overdracht(vrager: Vrager) -> ColumnElement[bool]:
    partij = and_(
        Overdracht.geldt_vanaf.is_not(None),
        or_(
            Overdracht.naar_organisatie_id == vrager.organisatie_id,
            Overdracht.van_organisatie_id == vrager.organisatie_id,
        ),
    )
    return or_(partij, _via_casussen(Overdracht.casus_id, _casus_in_bespreking(vrager)))


def _gebeurtenis(vrager: Vrager) -> ColumnElement[bool]:
    if vrager.functionaris:
        return true()
    return leidt(vrager, Gebeurtenis.tafel_id)


M = TypeVar("M", bound=Basis)
Filter = Callable[[Vrager], ColumnElement[bool]]

ZICHT: Mapping[type[Basis], Filter] = {
    Casus: _casus,
    Overleg: _overleg,
    Agendapunt: _agendapunt,
    Aanschuiver: _aanschuiver,
    Bespreking: lambda vrager: _via_casussen(Bespreking.casus_id, _casus_in_bespreking(vrager)),
    Tekstveld: _tekstveld,
    Maatregel: lambda vrager: _via_casussen(Maatregel.casus_id, _casus_in_bespreking(vrager)),
    Veiligheidsvoorwaarde: lambda vrager: _via_casussen(
        Veiligheidsvoorwaarde.casus_id, _casus_in_bespreking(vrager)
    ),
    Deelname: _deelname,
    Informatieverzoek: _verzoek,
    Informatiebijdrage: _bijdrage,
    Aansluiting: lambda vrager: _via_casussen(Aansluiting.casus_id, casus_voor_deelnemers(vrager)),
    Afspraak: _afspraak,
    Overdracht: _overdracht,
    Informering: lambda vrager: _van_eigen_organisatie(Informering, vrager),
    TeInformerenPartij: lambda vrager: _van_eigen_organisatie(TeInformerenPartij, vrager),
    Gebeurtenis: _gebeurtenis,
}


def zichtbaar(vrager: Vrager, model: type[M]) -> Select[M]:
    """Return a select of the rows of `model` that `vrager` may see."""
    return select(model).where(ZICHT[model](vrager))
