"""The names of what someone can be allowed to do. `tabel.py` says who may.

A name reads `<onderwerp>_<wat>`; a route names the recht it needs, never a role.
"""

from enum import StrEnum


class Recht(StrEnum):
    """One thing that someone can be allowed to do."""

    IEDEREEN = "iedereen"
    """Without signing in: the sign-in page, /healthz, static files."""
    EIGEN_ACCOUNT = "eigen_account"
    """Signed in: own start page, own password, signing out."""

    CASUS_AANMELDEN = "casus_aanmelden"
    CASUSSEN_ZIEN = "casussen_zien"
    CASUS_ZIEN = "casus_zien"
    AANMELDING_BEWERKEN = "aanmelding_bewerken"
    SPOED_VASTLEGGEN = "spoed_vastleggen"
    MELDING_BIJWERKEN = "melding_bijwerken"
    TRIAGELIJST_ZIEN = "triagelijst_zien"
    TRIAGE_ZIEN = "triage_zien"
    TRIAGE_BESLISSEN = "triage_beslissen"
    PERSONEN_VERGELIJKEN = "personen_vergelijken"

    UITVRAAG_ZIEN = "uitvraag_zien"
    UITVRAAG_DOEN = "uitvraag_doen"
    VERZOEKEN_ZIEN = "verzoeken_zien"
    VERZOEK_BEANTWOORDEN = "verzoek_beantwoorden"
    BIJDRAGE_ZIEN = "bijdrage_zien"
    BIJDRAGE_BEWERKEN = "bijdrage_bewerken"
    BIJDRAGE_TOEVOEGEN = "bijdrage_toevoegen"
    OM_CONTACT_VASTLEGGEN = "om_contact_vastleggen"
    AANSLUITING_BESLISSEN = "aansluiting_beslissen"

    OVERLEGGEN_ZIEN = "overleggen_zien"
    OVERLEG_PLANNEN = "overleg_plannen"
    OVERLEG_ZIEN = "overleg_zien"
    AGENDA_MAKEN = "agenda_maken"
    AANWEZIGHEID_MELDEN = "aanwezigheid_melden"
    AGENDAPUNT_ZIEN = "agendapunt_zien"

    BESPREKING_ZIEN = "bespreking_zien"
    PLAN_ZIEN = "plan_zien"
    """The whole screen of the casus; without it a guest gets the sheet of a guest."""
    PLAN_SCHRIJVEN = "plan_schrijven"
    """The joint texts, maatregelen and voorwaarden."""
    BESPREKING_INVULLEN = "bespreking_invullen"
    """Bringing in: own information and own afspraken."""
    BESPROKEN_AFSPRAAK_WIJZIGEN = "besproken_afspraak_wijzigen"
    """Changing or taking away an afspraak while its bespreking is open."""
    BESLUIT_INVULLEN = "besluit_invullen"
    """Filling in the five closing questions, and offering an afspraak to another organisatie."""
    AFSPRAAK_AANVAARDEN = "afspraak_aanvaarden"
    """Saying for the own organisatie whether it does an afspraak: in the meeting, or later."""
    BESPREKING_LEIDEN = "bespreking_leiden"
    BESPREKING_HEROPENEN = "bespreking_heropenen"
    OVERLEG_LEIDEN = "overleg_leiden"

    VERSLAG_ZIEN = "verslag_zien"
    VERSLAG_VASTSTELLEN = "verslag_vaststellen"

    ACTIES_ZIEN = "acties_zien"
    AFSPRAAK_ZIEN = "afspraak_zien"
    AFSPRAAK_MELDEN = "afspraak_melden"
    AFSPRAAK_OVERDRAGEN = "afspraak_overdragen"
    """Offering an afspraak to another organisatie, after the meeting."""
    AFSPRAAK_TOEWIJZEN = "afspraak_toewijzen"
    OVERDRACHT_ZIEN = "overdracht_zien"
    OVERDRACHT_INTREKKEN = "overdracht_intrekken"
    """Taking back what the own organisatie offered and nobody answered."""
    OVERDRACHT_BEANTWOORDEN = "overdracht_beantwoorden"
    OVERDRACHT_VASTLEGGEN = "overdracht_vastleggen"
    INFORMERING_MELDEN = "informering_melden"
    PARTIJ_MELDEN = "partij_melden"
    CASUS_OPVOLGEN = "casus_opvolgen"
    CASUS_OPVOLGING_ZIEN = "casus_opvolging_zien"
    PLICHTEN_TOEWIJZEN = "plichten_toewijzen"

    LOGBOEK_ZIEN = "logboek_zien"
    BEHEER = "beheer"
    POSTVAK_ZIEN = "postvak_zien"
