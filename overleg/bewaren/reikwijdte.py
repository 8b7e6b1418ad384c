"""What destruction of a casus reaches: every table of the database has an opinion here.

`WEG` names the tables whose rows go, with the columns that lead to the casus (through rows that go as well).
`BEWERKT` are tables of which something goes, by a function of their own. `BLIJFT` says why nothing of a table
has to go. A test walks the models: a table that is in none of them, or a way to the casus that is not named,
fails (tests/bewaren/test_reikwijdte.py).
"""

from collections.abc import Mapping

WEG: Mapping[str, tuple[str, ...]] = {
    "casus_thema": ("casus_id",),
    "directbetrokkene": ("casus_id",),
    "hulpverlening": ("casus_id",),
    "criterium_toets": ("casus_id",),
    "toets_onderdeel": ("toets_id",),
    "tafelbekendheid": ("casus_id",),
    "triageronde": ("casus_id",),
    "persoonsvergelijking": ("a_id", "b_id"),
    "spoedafspraak": ("casus_id",),
    "informatieverzoek": ("casus_id",),
    "verzoekpersoon": ("verzoek_id", "betrokkene_id"),
    "informatiebijdrage": ("casus_id", "verzoek_id"),
    "bijdrageontvanger": ("bijdrage_id",),
    "wachtontvanger": ("bijdrage_id",),
    "aansluiting": ("casus_id",),
    "aanschuiver": ("punt_id",),
    "afwezig_bij": ("punt_id",),
    "bespreking": ("casus_id", "punt_id"),
    "tekstveld": ("bespreking_id", "betrokkene_id"),
    "tekstversie": ("tekstveld_id",),
    "schrijver": ("tekstveld_id",),
    "besluit": ("bespreking_id",),
    "informering": ("casus_id", "bespreking_id", "betrokkene_id"),
    "uitstel": ("informering_id",),
    "te_informeren_partij": ("casus_id", "bespreking_id"),
    "maatregel": ("casus_id",),
    "veiligheidsvoorwaarde": ("casus_id",),
    "afspraak": ("casus_id", "bespreking_id", "gesprek_met_id"),
    "voortgang": ("afspraak_id",),
    "overdracht": ("casus_id", "bespreking_id", "afspraak_id"),
    "monitoringronde": ("casus_id", "bespreking_id"),
    "verslagopmerking": ("casus_id",),
    "belang": ("casus_id",),
    "belanguitzondering": ("belang_id",),
    "persoonsverzoek": ("casus_id", "betrokkene_id"),
    "inzagedeel": ("verzoek_id",),
    "correctie": ("verzoek_id", "betrokkene_id"),
    "goedkeuring": ("casus_id",),
    "bewaarplicht": ("casus_id",),
    "noodtoegang": ("casus_id",),
    "persoonsmerk": ("betrokkene_id",),
    "bekendheidsvraag": ("casus_id",),
    "bekendheidsantwoord": ("vraag_id", "betrokkene_id"),
}

BEWERKT: Mapping[str, str] = {
    "casus": "A stub stays: kenmerk, tafel, who brought it in, the year. So the logboek stays whole.",
    "agendapunt": "The place on the agenda stays, with the minutes it took; its title goes.",
    "deelname": "A guest who was there for this casus only goes; who was at the whole meeting stays.",
    "verslag": "The part of this casus goes (overleg/verslag/inkorten.py).",
    "bericht": "A mail that names the kenmerk goes.",
    "verzending": "What remembers a form about it goes.",
    "wijziging": "The signals about its items go.",
    "teller": "The counts of its items go.",
    "sleutel": "The key of its texts goes, so that no copy of them opens any more (decision 019).",
}

_INSTELLING = "A setting of the tafel or the installation: nothing of a casus."
_ACCOUNT = "About people who work here, not about a casus."
_LOGBOEK = "The logboek stays whole: no texts, only ids that lead nowhere any more."
BLIJFT: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "andere_tafel",
            "bewaartermijn",
            "criteriaset",
            "criterium",
            "criterium_onderdeel",
            "dienstnummer",
            "grondslag",
            "grondvraag",
            "huisstijl",
            "interventie",
            "kenmerkteller",
            "organisatie",
            "overlegtafel",
            "registratieafspraak",
            "tafelpartner",
            "thema",
            "vraagpatroon",
        ),
        _INSTELLING,
    ),
    **dict.fromkeys(
        (
            "gebruiker",
            "herstelcode",
            "identiteit",
            "inlogpoging",
            "kalenderlink",
            "koppelverzoek",
            "lidmaatschap",
            "linkaanvraag",
            "passkey",
            "rechtenbeoordeling",
            "systeemkoppeling",
            "toegangslink",
        ),
        _ACCOUNT,
    ),
    "sessie": "What a browser keeps between two pages; it ends within a working day.",
    **dict.fromkeys(("gebeurtenis", "zegel"), _LOGBOEK),
    "achtergrondtaak": "When the background loop did what.",
    "overleg": "The meeting itself: its date and place, about all its casussen.",
    "vernietiging": "The certificate: kinds and counts, no content.",
}

STOMP: Mapping[str, str] = {
    "id": "The logboek names it.",
    "tafel_id": "Whose it was.",
    "kenmerk": "Says nothing about people; so that no number misses.",
    "status": "Vernietigd.",
    "inbrenger_id": "Who brought it in, a professional: the logboek says it too.",
    "inbrenger_organisatie_id": "As above.",
    "criteriaset_id": "A setting.",
    "versie": "Counts the changes.",
    "ingediend_op": "Only the year, which the kenmerk says too.",
    "gemaakt_op": "Only the year.",
    "gewijzigd_op": "The moment of destruction.",
}
"""Columns of a casus that stay, and why; every other one is emptied."""
