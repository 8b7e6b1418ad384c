"""Who may read which text, written down from ontwerp.md §5 and domein.md §4: not from the code.

`MAG` is the most that may be seen on any page, in any file, of a casus that is on in a running meeting, by
who is not shut out. Whoever is not named sees nothing of it: other tafels, who left for a conflict of
interest, a guest before or after the own item, a partner that does not take part, who was a member, and for
the rest the beheerder and the functionaris.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.kanarie.planten import Plek

LEIDEN = frozenset({"voorzitter", "secretaris"})
VT = LEIDEN | {"vt", "vertrouwensarts"}
POLITIE = frozenset({"politie", "politie_achtervang"})
DEELNEMERS = VT | POLITIE | {"om", "reclassering", "ander_korps", "ander_korps_genoemd"}
INBRENGER = frozenset({"inbrenger"})
GAST = frozenset({"gast_nu"})
NIEMAND: frozenset[str] = frozenset()

MAG: Mapping[str, frozenset[str]] = {
    # an address and ways of contact: only on purpose, never by looking (domein.md §4)
    "directbetrokkene.adres": NIEMAND,
    "directbetrokkene.contact": NIEMAND,
    "directbetrokkene.contact_hoe": NIEMAND,
    # the aanmelding: who takes part, and who brought it in; a guest only who and what is asked
    "directbetrokkene.naam": DEELNEMERS | INBRENGER | GAST,
    "directbetrokkene.andere_namen": DEELNEMERS | INBRENGER,
    "directbetrokkene.toestemming_reden": DEELNEMERS | INBRENGER,
    "casus.concrete_vraag": DEELNEMERS | INBRENGER | GAST,
    **dict.fromkeys(
        (
            "casus.melding_nummer",
            "casus.melding_volgt_door",
            "casus.vermoed_feit",
            "casus.wat_gebeurd",
            "casus.grootste_zorg",
            "casus.antwoord_op_terugvraag",
            "casus.uitzondering_reden",
            "hulpverlening.wie",
            "hulpverlening.werkt",
            "criterium_toets.reden",
            "tafelbekendheid.toelichting",
            "spoedafspraak.tekst",
            "triageronde.tekst",
            "triageronde.concrete_vraag",
        ),
        DEELNEMERS | INBRENGER,
    ),
    "casus.gesloten_reden": DEELNEMERS | INBRENGER,
    "casus.heropend_reden": DEELNEMERS | INBRENGER,
    # asking: the one who is asked, and who asks
    "informatieverzoek.reden": LEIDEN | POLITIE,
    "informatieverzoek.vraag": LEIDEN | POLITIE,
    # a closed list, never shown itself: it says which of the other names go along (decision 038)
    "informatieverzoek.andere_namen": NIEMAND,
    "aansluiting.reden": DEELNEMERS,
    # the meeting
    **dict.fromkeys(
        (
            "tekstveld.waarde",
            "tekstversie.waarde",
            "maatregel.wat",
            "maatregel.uitvoerder",
            "besluit.achtervang_naam",
            "besluit.aanspreekpunt",
            "veiligheidsvoorwaarde.tekst",
            "bespreking.aangehouden_reden",
            "bespreking.heropend_reden",
            "besluit.wat",
            "besluit.toelichting",
            "informering.wat",
            "uitstel.reden",
            "informering.gedaan_toelichting",
            "monitoringronde.gesproken_met",
            "monitoringronde.toelichting",
        ),
        DEELNEMERS,
    ),
    **dict.fromkeys(
        (
            "besluit.persoon_naam",  # who is to call, also for a guest: the item while it is on
            "afspraak.wat",
            "afspraak.gesprek_over",
            "afspraak.persoon_naam",
            "afspraak.gesprek_samen_met",
            "afspraak.akkoord_wie",
            "te_informeren_partij.persoon_naam",
            "informering.persoon_naam",
            "overdracht.naar_naam",
            "overdracht.beantwoord_door_naam",
            "afspraak.status_reden",
            "afspraak.akkoord_reden",
            "voortgang.tekst",
            "overdracht.toelichting",
            "overdracht.antwoord_reden",
            "te_informeren_partij.partij",
            "te_informeren_partij.wat",
        ),
        DEELNEMERS | GAST,
    ),
    # who leads, and who must watch
    "belang.reden": LEIDEN | INBRENGER,
    "bewaarplicht.reden": frozenset({"voorzitter", "functionaris"}),
    "bewaarplicht.opgeheven_reden": frozenset({"voorzitter", "functionaris"}),
    "afwezig_bij.toelichting": LEIDEN,
    "bekendheidsvraag.doel": LEIDEN,
    **dict.fromkeys(("noodtoegang.reden", "noodtoegang.oordeel"), LEIDEN | {"voorzitter_elders"}),
    **dict.fromkeys(
        (
            "persoonsverzoek.verlengd_reden",
            "persoonsverzoek.namens",
            "persoonsverzoek.gevraagd",
            "persoonsverzoek.identiteit",
            "persoonsverzoek.besluit_reden",
            "inzagedeel.origineel",
            "inzagedeel.tekst",
            "inzagedeel.reden",
            "correctie.oud",
            "correctie.nieuw",
        ),
        LEIDEN,
    ),
    "verslag.rectificatie_reden": DEELNEMERS,
    # a comment is for its writer and who leads; the writers of the grid: tests/steun/raster_opmerkingen.py
    "verslagopmerking.tekst": LEIDEN | {"politie"},
    "verslagopmerking.antwoord": LEIDEN | {"politie"},
}

GEVER_EN_ONTVANGERS = POLITIE | VT | {"om", "reclassering"} | GAST
PER_SOORT: Mapping[tuple[str, str], frozenset[str]] = {
    ("informatiebijdrage", "politie_concept"): POLITIE,
    ("informatiebijdrage", "politie_ingediend"): GEVER_EN_ONTVANGERS,
    ("informatiebijdrage", "politie_ingediend_art9_om_open"): POLITIE | {"om"},
    ("informatiebijdrage", "politie_ingediend_art9_om_niet_akkoord"): POLITIE | {"om"},
    ("informatiebijdrage", "politie_ingediend_art9_om_akkoord"): GEVER_EN_ONTVANGERS,
    ("informatiebijdrage", "gemeente_ingediend"): VT | GAST,
    ("informatiebijdrage", "ggz_ingediend"): VT,
    ("goedkeuring", "belang_opheffen"): LEIDEN | {"functionaris"},
    ("goedkeuring", "dossier_vernietigen"): frozenset({"voorzitter", "beheerder"}),
}
"""Tables whose rows differ: what the giver shared with whom on a ground; what a second person must weigh."""

WIE_LEEST = GAST.union(*MAG.values(), *PER_SOORT.values())
"""Who may read anything at all."""


def mag(plek: Plek) -> frozenset[str] | None:
    """Return who may read this; None when nobody wrote that down."""
    kolom, _situatie, soort = plek
    return PER_SOORT.get((kolom.partition(".")[0], soort), MAG.get(kolom))
