"""Who may do what: one table (ontwerp.md §5). Deny by default.

Each recht has one or more ways to hold it; a way is a list of conditions that must all be true.
Read a row as: "… may, when A and B; or when C".
"""

from collections.abc import Callable, Mapping

from overleg.basis.fouten import GeenRecht
from overleg.toegang import voorwaarden as v
from overleg.toegang import voorwaarden_nood as nood
from overleg.toegang import voorwaarden_verslag as verslag
from overleg.toegang.rechten import Recht
from overleg.toegang.vrager import Vrager

Voorwaarde = Callable[[Vrager, v.Object], bool]
Manier = tuple[Voorwaarde, ...]

INBRENGER: Manier = (v.is_inbrenger, v.is_niet_vernietigd, v.is_niet_teruggetrokken)
VOORZITTER_OF_SECRETARIS: Manier = (v.leidt_tafel, v.is_ingediend_of_acuut, v.is_niet_teruggetrokken)
VASTE_PARTNER: Manier = (v.is_binnen, v.is_vaste_partner, v.is_niet_teruggetrokken)
PARTNER_OP_VERZOEK: Manier = (v.is_binnen, v.sluit_aan, v.is_niet_teruggetrokken)
GAST_AAN_DE_BEURT: Manier = (v.is_binnen, v.schuift_nu_aan, v.is_niet_teruggetrokken)
DEELNEMERS = (VOORZITTER_OF_SECRETARIS, VASTE_PARTNER, PARTNER_OP_VERZOEK)
DEELNEMERS_TOT_VASTGESTELD = (
    (*VOORZITTER_OF_SECRETARIS, v.overleg_loopt_of_is_net_af),
    (*VASTE_PARTNER, v.overleg_loopt_of_is_net_af),
    (*PARTNER_OP_VERZOEK, v.overleg_loopt_of_is_net_af),
)
GEVER: Manier = (v.is_gever, v.spreekt_voor_organisatie, v.is_binnen, v.is_niet_teruggetrokken)
UITVOERDER: Manier = (v.is_van_eigen_organisatie, v.voert_uit, v.is_afgesproken, v.is_niet_teruggetrokken)
OVERNEMER: Manier = (v.is_ontvangende_organisatie, v.voert_uit, v.is_afgesproken, v.is_niet_teruggetrokken)
OVERDRAGER: Manier = (v.is_gevende_organisatie, v.voert_uit, v.is_afgesproken, v.is_niet_teruggetrokken)
BIJ_CONCEPT = (verslag.was_bij_overleg, verslag.opmerkingen_lopen)
GAST_BIJ_CONCEPT: Manier = (v.schuift_aan, *BIJ_CONCEPT)

TWEEDE_PERSOON = (
    (v.is_beheerdersrol, v.is_beheerder, v.vroeg_niet_zelf),
    (v.is_beheerdersrol, v.is_functionaris, v.vroeg_niet_zelf),
    (v.is_opheffing, v.leidt_tafel, v.is_niet_teruggetrokken, v.vroeg_niet_zelf),
    (v.is_opheffing, v.is_functionaris, v.is_niet_teruggetrokken, v.vroeg_niet_zelf),
    (v.is_vernietiging, v.is_beheerder, v.is_open_voor, v.vroeg_niet_zelf),
    (v.is_vernietiging, v.zit_voor, v.is_niet_teruggetrokken, v.vroeg_niet_zelf),
)
"""The functionaris stands in where there is only one beheerder, or one who leads the tafel."""

BEWAARPLICHT = (
    (v.zit_voor, v.is_ingediend_of_acuut, v.is_niet_teruggetrokken),
    (v.is_functionaris, v.is_open_voor),
)

TABEL: Mapping[Recht, tuple[Manier, ...]] = {
    Recht.IEDEREEN: ((v.iedereen,),),
    Recht.EIGEN_ACCOUNT: ((v.ingelogd,),),
    Recht.SESSIE_BEEINDIGEN: ((v.is_eigen_sessie,),),
    Recht.SYSTEEMKOPPELING_MAKEN: ((v.kan_afspraken_hebben,),),
    # Aanmelding and triage
    Recht.CASUS_AANMELDEN: ((v.brengt_in_aan_een_tafel,),),
    Recht.CASUSSEN_ZIEN: ((v.zit_aan_een_tafel,),),
    Recht.CASUS_ZIEN: (INBRENGER, *DEELNEMERS),
    Recht.AANMELDING_BEWERKEN: ((*INBRENGER, v.ligt_bij_inbrenger),),
    Recht.SPOED_VASTLEGGEN: (INBRENGER, VOORZITTER_OF_SECRETARIS),
    Recht.SPOED_BEEINDIGEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.BELANG_VASTLEGGEN: (INBRENGER, VOORZITTER_OF_SECRETARIS),
    Recht.BELANG_MELDEN: (INBRENGER, *DEELNEMERS),
    Recht.BELANG_OPHEFFEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.MELDING_BIJWERKEN: (INBRENGER, VOORZITTER_OF_SECRETARIS),
    Recht.TRIAGELIJST_ZIEN: ((v.leidt_een_tafel,),),
    Recht.TRIAGE_ZIEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.BEKENDHEID_VRAGEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.TRIAGE_BESLISSEN: ((v.zit_voor, v.is_ingediend_of_acuut, v.is_niet_teruggetrokken),),
    Recht.PERSONEN_VERGELIJKEN: ((v.zit_voor, v.is_ingediend_of_acuut, v.is_niet_teruggetrokken),),
    Recht.CONTACT_ZIEN: (
        (*INBRENGER, v.ligt_bij_inbrenger),
        VOORZITTER_OF_SECRETARIS,
        (*VASTE_PARTNER, v.adres_is_niet_geheim),
        (*PARTNER_OP_VERZOEK, v.adres_is_niet_geheim),
    ),
    # Uitvraag
    Recht.UITVRAAG_ZIEN: DEELNEMERS,
    Recht.UITVRAAG_DOEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.VERZOEKEN_ZIEN: ((v.ingelogd,),),
    Recht.VERZOEK_BEANTWOORDEN: (
        (v.is_gevraagd, v.spreekt_voor_organisatie, v.is_binnen, v.is_niet_teruggetrokken),
    ),
    Recht.ANTWOORD_VASTLEGGEN: ((*VOORZITTER_OF_SECRETARIS, v.is_binnen),),
    Recht.BIJDRAGE_ZIEN: (
        GEVER,
        (*VOORZITTER_OF_SECRETARIS, v.is_binnen, v.is_ontvanger, v.mag_artikel_9),
        (*VASTE_PARTNER, v.is_ontvanger, v.mag_artikel_9),
        (*PARTNER_OP_VERZOEK, v.is_ontvanger, v.mag_artikel_9),
        (*GAST_AAN_DE_BEURT, v.is_ontvanger, v.mag_artikel_9),
    ),
    Recht.BIJDRAGE_BEWERKEN: (
        GEVER,
        (*VOORZITTER_OF_SECRETARIS, v.is_binnen, v.is_namens_een_ander, v.is_ontvanger),
    ),
    Recht.BIJDRAGE_TOEVOEGEN: (*DEELNEMERS, GAST_AAN_DE_BEURT),
    Recht.OM_CONTACT_VASTLEGGEN: (
        GEVER,
        (*VOORZITTER_OF_SECRETARIS, v.is_binnen),
        (*VASTE_PARTNER, v.is_om, v.is_ontvanger),
    ),
    Recht.AANSLUITING_BESLISSEN: ((v.zit_voor, v.is_binnen, v.is_niet_teruggetrokken),),
    # Overleg and agenda
    Recht.OVERLEGGEN_ZIEN: ((v.ingelogd,),),
    Recht.OVERLEG_PLANNEN: ((v.leidt_een_tafel,),),
    Recht.OVERLEG_ZIEN: ((v.leidt_tafel,), (v.neemt_deel_aan_tafel,), (v.schuift_aan,)),
    Recht.AGENDA_MAKEN: ((v.leidt_tafel, v.is_open_voor),),
    Recht.AANWEZIGHEID_MELDEN: ((v.leidt_tafel,), (v.neemt_deel_aan_tafel,)),
    Recht.AGENDAPUNT_ZIEN: (
        (v.is_openbaar_punt, v.leidt_tafel),
        (v.is_openbaar_punt, v.neemt_deel_aan_tafel),
        *DEELNEMERS,
        GAST_AAN_DE_BEURT,
    ),
    # The meeting
    Recht.BESPREKING_ZIEN: (*DEELNEMERS, GAST_AAN_DE_BEURT),
    Recht.PLAN_ZIEN: DEELNEMERS,
    Recht.PLAN_SCHRIJVEN: DEELNEMERS_TOT_VASTGESTELD,
    Recht.MAATREGEL_BIJHOUDEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.BESPREKING_INVULLEN: (*DEELNEMERS_TOT_VASTGESTELD, GAST_AAN_DE_BEURT),
    Recht.BESPROKEN_AFSPRAAK_WIJZIGEN: (
        *DEELNEMERS_TOT_VASTGESTELD,
        (*GAST_AAN_DE_BEURT, v.is_van_eigen_organisatie),
    ),
    Recht.BESLUIT_INVULLEN: DEELNEMERS_TOT_VASTGESTELD,
    Recht.AFSPRAAK_AANVAARDEN: (
        *((*manier, v.is_van_eigen_organisatie) for manier in DEELNEMERS_TOT_VASTGESTELD),
        (*GAST_AAN_DE_BEURT, v.is_van_eigen_organisatie),
        UITVOERDER,
    ),
    Recht.BESPREKING_LEIDEN: ((*VOORZITTER_OF_SECRETARIS, v.overleg_loopt_of_is_net_af),),
    Recht.BESPREKING_HEROPENEN: ((v.zit_voor, v.is_binnen, v.is_niet_teruggetrokken),),
    Recht.OVERLEG_LEIDEN: ((v.leidt_tafel, v.is_open_voor, v.overleg_loopt_of_is_net_af),),
    # Verslag
    Recht.VERSLAG_ZIEN: ((v.leidt_tafel,), (v.neemt_deel_aan_tafel,)),
    Recht.VERSLAG_VASTSTELLEN: ((v.zit_voor,),),
    Recht.CONCEPT_ALS_GAST_ZIEN: (GAST_BIJ_CONCEPT,),
    Recht.OPMERKINGEN_VRAGEN: ((v.zit_voor,),),
    Recht.OPMERKING_MAKEN: (
        (v.leidt_tafel, *BIJ_CONCEPT),
        (v.neemt_deel_aan_tafel, *BIJ_CONCEPT),
        GAST_BIJ_CONCEPT,
    ),
    Recht.OPMERKING_ZIEN: (
        (v.leidt_tafel, v.is_open_voor),
        (verslag.schreef_opmerking, v.neemt_deel_aan_tafel, v.is_open_voor),
        (verslag.schreef_opmerking, v.schuift_aan, v.is_open_voor),
    ),
    Recht.OPMERKING_INTREKKEN: (
        (verslag.schreef_opmerking, v.leidt_tafel, v.is_open_voor),
        (verslag.schreef_opmerking, v.neemt_deel_aan_tafel, v.is_open_voor),
        (verslag.schreef_opmerking, *GAST_BIJ_CONCEPT, v.is_open_voor),
    ),
    Recht.OPMERKING_AFHANDELEN: ((v.zit_voor, v.is_open_voor),),
    # Opvolging
    Recht.ACTIES_ZIEN: ((v.ingelogd,),),
    Recht.AFSPRAAK_ZIEN: (UITVOERDER, *DEELNEMERS, GAST_AAN_DE_BEURT),
    Recht.AFSPRAAK_MELDEN: (
        UITVOERDER,
        (v.leidt_tafel, v.is_afgesproken, v.is_niet_teruggetrokken),
    ),
    Recht.AFSPRAAK_UITWISSELEN: (UITVOERDER,),
    Recht.AFSPRAAK_OVERDRAGEN: (
        UITVOERDER,
        (v.leidt_tafel, v.is_afgesproken, v.is_niet_teruggetrokken),
    ),
    Recht.AFSPRAAK_TOEWIJZEN: ((v.zit_voor, v.is_niet_teruggetrokken),),
    Recht.OVERDRACHT_ZIEN: (OVERNEMER, OVERDRAGER, *DEELNEMERS, GAST_AAN_DE_BEURT),
    Recht.OVERDRACHT_FORMULIER: (
        (v.leidt_tafel, v.is_afgesproken, v.is_niet_vernietigd, v.is_niet_teruggetrokken),
        (*OVERNEMER, v.is_binnen, v.is_vaste_partner),
        (*OVERNEMER, v.is_binnen, v.sluit_aan),
    ),
    Recht.OVERDRACHT_INTREKKEN: (
        OVERDRAGER,
        (v.leidt_tafel, v.is_afgesproken, v.is_niet_teruggetrokken),
    ),
    Recht.OVERDRACHT_BEANTWOORDEN: (OVERNEMER,),
    Recht.OVERDRACHT_VASTLEGGEN: ((v.leidt_tafel, v.is_afgesproken, v.is_niet_teruggetrokken),),
    Recht.INFORMERING_MELDEN: (
        UITVOERDER,
        (v.leidt_tafel, v.is_afgesproken, v.is_niet_teruggetrokken),
    ),
    Recht.PARTIJ_MELDEN: (
        UITVOERDER,
        (v.leidt_tafel, v.is_afgesproken, v.is_niet_teruggetrokken),
    ),
    Recht.CASUS_OPVOLGEN: ((v.zit_voor, v.is_binnen, v.is_niet_teruggetrokken),),
    Recht.CASUS_OPVOLGING_ZIEN: ((*VOORZITTER_OF_SECRETARIS, v.is_binnen),),
    Recht.PLICHTEN_TOEWIJZEN: ((v.zit_een_tafel_voor,),),
    # Rights of persons
    Recht.PERSOONSVERZOEKEN_ZIEN: ((v.is_functionaris,), (v.leidt_een_tafel,)),
    Recht.PERSOONSVERZOEK_VASTLEGGEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.PERSOONSVERZOEK_ZIEN: (VOORZITTER_OF_SECRETARIS,),
    Recht.PERSOONSVERZOEK_BESLISSEN: ((v.zit_voor, v.is_ingediend_of_acuut, v.is_niet_teruggetrokken),),
    # In an emergency
    Recht.NOODTOEGANG_NEMEN: ((nood.is_van_veilig_thuis, nood.heeft_vaste_plaats),),
    Recht.NOODTOEGANGEN_ZIEN: (
        (nood.is_van_veilig_thuis, nood.heeft_vaste_plaats),
        (v.is_functionaris,),
        (v.leidt_een_tafel,),
    ),
    Recht.NOODTOEGANG_ZIEN: (
        (nood.nam_noodtoegang, v.is_open_voor),
        (v.is_functionaris, v.is_open_voor),
        VOORZITTER_OF_SECRETARIS,
    ),
    Recht.NOODBLAD_ZIEN: (
        (
            nood.nam_noodtoegang,
            nood.noodtoegang_loopt,
            nood.is_van_veilig_thuis,
            v.is_ingediend_of_acuut,
            v.is_niet_teruggetrokken,
        ),
    ),
    Recht.NOODTOEGANG_BEEINDIGEN: (
        (nood.nam_noodtoegang, v.is_open_voor),
        VOORZITTER_OF_SECRETARIS,
    ),
    Recht.NOODTOEGANG_BEOORDELEN: (
        (nood.is_een_ander_dan_die_nam, v.zit_voor, v.is_ingediend_of_acuut, v.is_niet_teruggetrokken),
    ),
    # Two persons
    Recht.GOEDKEURINGEN_ZIEN: ((v.is_beheerder,), (v.is_functionaris,), (v.leidt_een_tafel,)),
    Recht.GOEDKEURING_ZIEN: ((v.heeft_gevraagd, v.is_open_voor), *TWEEDE_PERSOON),
    Recht.GOEDKEURING_BESLISSEN: TWEEDE_PERSOON,
    Recht.GOEDKEURING_INTREKKEN: ((v.heeft_gevraagd, v.is_open_voor),),
    # Keeping and destroying
    Recht.BEWAREN_ZIEN: ((v.is_beheerder,), (v.is_functionaris,), (v.leidt_een_tafel,)),
    Recht.BEWAARPLICHTEN: ((v.is_functionaris,), (v.zit_een_tafel_voor,)),
    Recht.BEWAARPLICHT_VASTLEGGEN: BEWAARPLICHT,
    Recht.BEWAARPLICHT_OPHEFFEN: BEWAARPLICHT,
    Recht.VERNIETIGEN_VOORSTELLEN: ((v.zit_voor, v.is_ingediend_of_acuut, v.is_niet_teruggetrokken),),
    Recht.PROCESVERBAAL_ZIEN: ((v.is_beheerder,), (v.is_functionaris,), (v.leidt_tafel,)),
    # Logboek and beheer
    Recht.LOGBOEK_ZIEN: ((v.is_functionaris,), (v.leidt_een_tafel,)),
    Recht.LOGBOEK_PERSOON_ZOEKEN: ((v.is_functionaris,),),
    Recht.AFDRUK_MELDEN: ((v.ingelogd,),),
    Recht.BEHEER: ((v.is_beheerder,),),
    Recht.TOEGANGSRECHTEN_BEOORDELEN: ((v.is_beheerder,), (v.is_functionaris,)),
    Recht.POSTVAK_ZIEN: ((v.is_beheerder,),),
}


def manier_van(vrager: Vrager, recht: Recht, ding: v.Object = None) -> Manier | None:
    """Return the first way in which `vrager` holds `recht` about `ding`; None when there is none."""
    for manier in TABEL.get(recht, ()):
        if all(voorwaarde(vrager, ding) for voorwaarde in manier):
            return manier
    return None


def in_namen(recht: Recht, manier: Manier) -> str:
    """Return a recht and the way in which it is held, by their names: the ground of a line in the logboek."""
    return f"{recht.value}: {', '.join(voorwaarde.__name__ for voorwaarde in manier)}"


def mag(vrager: Vrager, recht: Recht, ding: v.Object = None) -> bool:
    """Return whether `vrager` holds `recht` about `ding` (None: not about one object).

    A recht that is not in the table is held by nobody.
    """
    return manier_van(vrager, recht, ding) is not None


def eis(vrager: Vrager, recht: Recht, ding: v.Object = None) -> None:
    """Raise GeenRecht unless `vrager` holds `recht` about `ding`; the first line of every handeling."""
    if not mag(vrager, recht, ding):
        raise GeenRecht(recht)
