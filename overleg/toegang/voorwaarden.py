"""Pure questions: who asks, about what. Each answers yes or no; `tabel.py` combines them.

Every function takes the asker and the object (None where a recht is not about one object). The
same questions, as filters on queries, are in `zicht.py`; a test holds that both agree.
"""

import uuid

from models import (
    Aanschuiver,
    Afspraak,
    Agendapunt,
    Basis,
    Bespreking,
    Casus,
    Directbetrokkene,
    Goedkeuring,
    Informatiebijdrage,
    Informatieverzoek,
    Informering,
    Overdracht,
    Overleg,
    Sessie,
    TeInformerenPartij,
    Vernietiging,
)
from models.waarden import (
    Aanwezigheid,
    BijdrageStatus,
    CasusStatus,
    OMUitkomst,
    OrganisatieSoort,
    OverlegStatus,
    Partnervorm,
    Rol,
)
from models.waarden_vierogen import GoedkeuringSoort
from overleg.toegang.vrager import Vrager

Object = Basis | None

LEIDEND = (Rol.VOORZITTER, Rol.SECRETARIS)
SPREEKT = (*LEIDEND, Rol.DEELNEMER, Rol.GAST)
"""Who may speak for the own organisatie at a tafel."""
INBRENGEND = (*LEIDEND, Rol.DEELNEMER, Rol.INBRENGER)
"""Every partner may bring a case in, a guest may not (domein.md §3)."""
BINNEN = frozenset(
    {
        CasusStatus.TOEGELATEN,
        CasusStatus.GEAGENDEERD,
        CasusStatus.BESPROKEN,
        CasusStatus.IN_MONITORING,
        CasusStatus.GESLOTEN,
    }
)
"""From toegelaten on, case content reaches the partners (ontwerp.md §5)."""
BIJ_INBRENGER = frozenset({CasusStatus.CONCEPT, CasusStatus.TERUGGESTUURD})
AANWEZIG_GEWEEST = frozenset({Aanwezigheid.AANWEZIG, Aanwezigheid.VERTROKKEN})


def casus_van(ding: Object) -> Casus | None:
    """Return the casus a thing is about."""
    if isinstance(ding, Casus):
        return ding
    if isinstance(ding, Aanschuiver):
        return ding.punt.casus
    casus = getattr(ding, "casus", None)
    return casus if isinstance(casus, Casus) else None


def overleg_van(ding: Object) -> Overleg | None:
    """Return the overleg a thing belongs to."""
    if isinstance(ding, Overleg):
        return ding
    if isinstance(ding, Aanschuiver):
        return ding.punt.overleg
    overleg = getattr(ding, "overleg", None) or getattr(getattr(ding, "bespreking", None), "overleg", None)
    return overleg if isinstance(overleg, Overleg) else None


# --- apart from any object -------------------------------------------------------------------


def iedereen(_vrager: Vrager | None, _ding: Object) -> bool:
    """Anyone, signed in or not."""
    return True


def ingelogd(vrager: Vrager, _ding: Object) -> bool:
    """Anyone who signed in."""
    return bool(vrager.id)


def is_eigen_sessie(vrager: Vrager, ding: Object) -> bool:
    """The asker is who signed in there."""
    return isinstance(ding, Sessie) and ding.gebruiker_id == vrager.id


def is_beheerder(vrager: Vrager, _ding: Object) -> bool:
    """Keeps settings and accounts; no case content."""
    return vrager.beheerder


def is_functionaris(vrager: Vrager, _ding: Object) -> bool:
    """Functionaris gegevensbescherming: reads the logboek; no case content."""
    return vrager.functionaris


def zit_aan_een_tafel(vrager: Vrager, _ding: Object) -> bool:
    """Holds any role at any tafel."""
    return bool(vrager.rollen)


def kan_afspraken_hebben(vrager: Vrager, _ding: Object) -> bool:
    """Speaks for the own organisatie at a tafel, or was a guest."""
    return bool(vrager.tafels(*SPREEKT) or vrager.gastplekken)


def brengt_in_aan_een_tafel(vrager: Vrager, _ding: Object) -> bool:
    """May bring in cases: every partner, not a guest."""
    return bool(vrager.tafels(*INBRENGEND))


def leidt_een_tafel(vrager: Vrager, _ding: Object) -> bool:
    """Is voorzitter or secretaris somewhere."""
    return bool(vrager.tafels(*LEIDEND))


def zit_een_tafel_voor(vrager: Vrager, _ding: Object) -> bool:
    """Is voorzitter somewhere."""
    return bool(vrager.tafels(Rol.VOORZITTER))


# --- about a casus ---------------------------------------------------------------------------


def _tafel_id(ding: Object) -> object:
    casus = casus_van(ding)
    if casus is not None:
        return casus.tafel_id
    if isinstance(ding, Vernietiging):
        return ding.tafel_id
    overleg = overleg_van(ding)
    return overleg.tafel_id if overleg is not None else None


def zit_voor(vrager: Vrager, ding: Object) -> bool:
    """Is voorzitter of the tafel this belongs to."""
    return _tafel_id(ding) in vrager.tafels(Rol.VOORZITTER)


def leidt_tafel(vrager: Vrager, ding: Object) -> bool:
    """Is voorzitter or secretaris of the tafel this belongs to."""
    return _tafel_id(ding) in vrager.tafels(*LEIDEND)


def is_inbrenger(vrager: Vrager, ding: Object) -> bool:
    """Brought this casus in."""
    casus = casus_van(ding)
    return casus is not None and casus.inbrenger_id == vrager.id


def is_ingediend_of_acuut(_vrager: Vrager, ding: Object) -> bool:
    """The aanmelding was handed in, or there is acute danger; of a destroyed casus neither is left."""
    casus = casus_van(ding)
    if casus is None or casus.status is CasusStatus.VERNIETIGD:
        return False
    return casus.status is not CasusStatus.CONCEPT or casus.acuut


def is_niet_vernietigd(_vrager: Vrager, ding: Object) -> bool:
    """The casus still is there: of a destroyed one only a stub, for the logboek."""
    casus = casus_van(ding)
    return casus is not None and casus.status is not CasusStatus.VERNIETIGD


def ligt_bij_inbrenger(_vrager: Vrager, ding: Object) -> bool:
    """The aanmelding is a concept or was sent back."""
    casus = casus_van(ding)
    return casus is not None and casus.status in BIJ_INBRENGER


def is_binnen(_vrager: Vrager, ding: Object) -> bool:
    """The casus was admitted and not sent on."""
    casus = casus_van(ding)
    return casus is not None and casus.status in BINNEN


def is_vaste_partner(vrager: Vrager, ding: Object) -> bool:
    """Takes part for a fixed partner of the casus's tafel."""
    casus = casus_van(ding)
    return (
        casus is not None
        and vrager.is_op(casus.tafel_id, Rol.DEELNEMER)
        and any(
            p.organisatie_id == vrager.organisatie_id and p.actief and p.vorm is Partnervorm.VAST
            for p in casus.tafel.partners
        )
    )


def sluit_aan(vrager: Vrager, ding: Object) -> bool:
    """Takes part for a partner on request that the voorzitter had join this casus."""
    casus = casus_van(ding)
    return (
        casus is not None
        and vrager.is_op(casus.tafel_id, Rol.DEELNEMER)
        and any(a.organisatie_id == vrager.organisatie_id and not a.als_gast for a in casus.aansluitingen)
    )


def is_niet_teruggetrokken(vrager: Vrager, ding: Object) -> bool:
    """Has no conflict of interest recorded for this casus."""
    casus = casus_van(ding)
    return casus is not None and casus.id not in vrager.teruggetrokken


def is_open_voor(vrager: Vrager, ding: Object) -> bool:
    """Is about no casus, or about one for which the asker has no conflict of interest."""
    casus = casus_van(ding)
    return casus is None or casus.id not in vrager.teruggetrokken


def adres_is_niet_geheim(_vrager: Vrager, ding: Object) -> bool:
    """Is a person whose address is not secret."""
    return isinstance(ding, Directbetrokkene) and not ding.adres_geheim


# --- about an overleg or an item of it ------------------------------------------------------


def neemt_deel_aan_tafel(vrager: Vrager, ding: Object) -> bool:
    """Takes part at the tafel of this overleg, for a partner that still takes part."""
    overleg = overleg_van(ding)
    return (
        overleg is not None
        and vrager.is_op(overleg.tafel_id, Rol.DEELNEMER)
        and any(p.organisatie_id == vrager.organisatie_id and p.actief for p in overleg.tafel.partners)
    )


def schuift_aan(vrager: Vrager, ding: Object) -> bool:
    """Is a guest at this overleg."""
    overleg = overleg_van(ding)
    return overleg is not None and any(plek.overleg_id == overleg.id for plek in vrager.gastplekken)


def schuift_nu_aan(vrager: Vrager, ding: Object) -> bool:
    """Is a guest at this item, and it is on now and not closed; not at an earlier one of the casus."""
    casus, punt_id = casus_van(ding), _punt_id(ding)
    return casus is not None and any(
        plek.nu and plek.casus_id == casus.id and punt_id in {None, plek.punt_id}
        for plek in vrager.gastplekken
    )


def _punt_id(ding: Object) -> uuid.UUID | None:
    """Return the item that a thing belongs to; None for what belongs to the casus as a whole."""
    if isinstance(ding, Agendapunt):
        return ding.id
    if isinstance(ding, Aanschuiver):
        return ding.punt_id
    bespreking = ding if isinstance(ding, Bespreking) else getattr(ding, "bespreking", None)
    return bespreking.punt_id if isinstance(bespreking, Bespreking) else None


def is_openbaar_punt(_vrager: Vrager, ding: Object) -> bool:
    """The item is about no casus."""
    punt = ding.punt if isinstance(ding, Aanschuiver) else ding
    return isinstance(punt, Agendapunt) and punt.casus_id is None


def overleg_loopt_of_is_net_af(_vrager: Vrager, ding: Object) -> bool:
    """The record of this overleg is not adopted yet."""
    overleg = overleg_van(ding)
    return overleg is not None and overleg.status is not OverlegStatus.VASTGESTELD


# --- about what a partner knows -------------------------------------------------------------


def is_gevraagd(vrager: Vrager, ding: Object) -> bool:
    """Is of the organisatie that was asked (and holds the function, when one was asked)."""
    if not isinstance(ding, Informatieverzoek) or ding.ingetrokken_op is not None:
        return False
    if ding.organisatie_id != vrager.organisatie_id:
        return False
    return not ding.functie or (ding.casus.tafel_id, ding.functie) in vrager.functies


def spreekt_voor_organisatie(vrager: Vrager, ding: Object) -> bool:
    """Sits at the tafel of this casus (or is a guest for it), so may speak for the own organisatie.

    A colleague at another tafel, or one that only brings cases in, does not.
    """
    casus = casus_van(ding)
    return casus is not None and (
        vrager.is_op(casus.tafel_id, *SPREEKT)
        or any(plek.casus_id == casus.id for plek in vrager.gastplekken)
    )


def is_gever(vrager: Vrager, ding: Object) -> bool:
    """Is of the organisatie that gave this bijdrage."""
    return isinstance(ding, Informatiebijdrage) and ding.organisatie_id == vrager.organisatie_id


def is_ontvanger(vrager: Vrager, ding: Object) -> bool:
    """Is of an organisatie that this bijdrage was shared with, on a ground."""
    return (
        isinstance(ding, Informatiebijdrage)
        and ding.status is BijdrageStatus.INGEDIEND
        and any(o.organisatie_id == vrager.organisatie_id for o in ding.ontvangers)
    )


def is_namens_een_ander(_vrager: Vrager, ding: Object) -> bool:
    """Was recorded here for an organisatie that could not put it in itself."""
    return isinstance(ding, Informatiebijdrage) and ding.gegeven_hoe is not None


def mag_artikel_9(vrager: Vrager, ding: Object) -> bool:
    """Not art. 9 Wpg data; or the OM asks; or the OM agreed and that is on record (domein.md §4)."""
    return isinstance(ding, Informatiebijdrage) and (
        not ding.artikel_9
        or vrager.organisatie_soort is OrganisatieSoort.OM
        or ding.om_uitkomst is OMUitkomst.AKKOORD
    )


def is_om(vrager: Vrager, _ding: Object) -> bool:
    """Asks for the Openbaar Ministerie."""
    return vrager.organisatie_soort is OrganisatieSoort.OM


# --- about afspraken and what follows --------------------------------------------------------


def is_van_eigen_organisatie(vrager: Vrager, ding: Object) -> bool:
    """The organisatie of the asker is the one that must do this."""
    return (
        isinstance(ding, Afspraak | Informering | TeInformerenPartij)
        and ding.organisatie_id == vrager.organisatie_id
    )


def voert_uit(vrager: Vrager, ding: Object) -> bool:
    """Is the person named for it, or speaks for the own organisatie at this tafel."""
    naam = "naar_persoon_id" if isinstance(ding, Overdracht) else "persoon_id"
    return getattr(ding, naam, None) == vrager.id or spreekt_voor_organisatie(vrager, ding)


def is_afgesproken(_vrager: Vrager, ding: Object) -> bool:
    """The item was closed in the meeting, so this holds."""
    if isinstance(ding, Afspraak | Overdracht):
        return ding.geldt_vanaf is not None
    bespreking = getattr(ding, "bespreking", None)
    return isinstance(bespreking, Bespreking) and bespreking.afgerond_op is not None


def is_ontvangende_organisatie(vrager: Vrager, ding: Object) -> bool:
    """The organisatie of the asker is the one to accept this handover."""
    return isinstance(ding, Overdracht) and ding.naar_organisatie_id == vrager.organisatie_id


def is_gevende_organisatie(vrager: Vrager, ding: Object) -> bool:
    """The organisatie of the asker is the one that hands over."""
    return isinstance(ding, Overdracht) and ding.van_organisatie_id == vrager.organisatie_id


# --- about what a second person must approve ------------------------------------------------


def heeft_gevraagd(vrager: Vrager, ding: Object) -> bool:
    """Is the one who asked for approval."""
    return isinstance(ding, Goedkeuring) and ding.gevraagd_door_id == vrager.id


def vroeg_niet_zelf(vrager: Vrager, ding: Object) -> bool:
    """Is neither the one who asked for approval, nor the one whom it is about."""
    return isinstance(ding, Goedkeuring) and vrager.id not in {ding.gevraagd_door_id, ding.doel_id}


def is_beheerdersrol(_vrager: Vrager, ding: Object) -> bool:
    """What must be approved is that someone becomes beheerder."""
    return isinstance(ding, Goedkeuring) and ding.soort is GoedkeuringSoort.BEHEERDER_GEVEN


def is_opheffing(_vrager: Vrager, ding: Object) -> bool:
    """What must be approved is that a conflict of interest ends."""
    return isinstance(ding, Goedkeuring) and ding.soort is GoedkeuringSoort.BELANG_OPHEFFEN


def is_vernietiging(_vrager: Vrager, ding: Object) -> bool:
    """What must be approved is that a dossier is destroyed."""
    return isinstance(ding, Goedkeuring) and ding.soort is GoedkeuringSoort.DOSSIER_VERNIETIGEN
