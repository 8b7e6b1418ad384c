"""For each CHECK that is written out in models/: changes that break it, and changes at its edge.

`GOED` says what a good row of a table holds beyond its required columns. In both, the name of a table
stands for the id of the good row of that table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

Rij = dict[str, Any]
DAG, OCHTEND, NU = date(2026, 3, 2), time(9), datetime(2026, 3, 2, 8, tzinfo=UTC)
LAAG, HOOG = UUID(int=1), UUID(int=2**128 - 1)

GOED: Mapping[str, Rij] = {
    "grondvraag": {"afwijzing": ""},
    "overlegtafel": {
        "minuten_per_casus": 20,
        "maximum_casussen": 8,
        "herhaling_maanden": 12,
        "duur_minuten": 180,
        "opmerkingen_dagen": 5,
    },
    "casus": {"kenmerk": "LW-2026-0001", "ingediend_op": NU, "status": "aangemeld"},
    "overleg": {"einde": time(12)},
    "agendapunt": {"soort": "vrij", "minuten": 20},
    "deelname": {"naam": "N. Elzinga"},
    "directbetrokkene": {"id": LAAG},
    "persoonsvergelijking": {"b_id": HOOG},
    "verslag": {"versie": 1},
    "huisstijl": {"sjabloon": b"x", "in_gebruik_op": NU, "in_gebruik_door_id": "gebruiker"},
    "bespreking": {"status": "open"},
    "besluit": {"soort": "informeren"},
    "informering": {"op": DAG},
    "afspraak": {"direct": True, "status": "open", "akkoord": "open", "akkoord_wie": ""},
    "informatiebijdrage": {"gegeven_door": "", "gegeven_functie": ""},
    "belang": {"organisatie_id": "organisatie"},
    "overdracht": {"naar_organisatie_id": "organisatie", "soort": "regie"},
    "tekstveld": {"veld": "grootste_zorg"},
    "persoonsverzoek": {"status": "open"},
    "inzagedeel": {"keuze": "open"},
    "noodtoegang": {"tot": datetime(2030, 1, 1, tzinfo=UTC)},
    "bewaartermijn": {"maanden": 12, "soort": "casus", "begin": "vertrek"},
}
"""Table → columns of its good row."""

_AKKOORD: Rij = {"akkoord_op": NU, "akkoord_wie": "N. Elzinga"}
_REGIE: Rij = {
    "soort": "regie",
    "organisatie_id": "organisatie",
    "persoon_naam": "P",
    "achtervang_organisatie_id": "organisatie",
    "achtervang_naam": "A",
}
_MONITORING: Rij = {
    "soort": "monitoring",
    "ja": True,
    "grond": "opvolging",
    "organisatie_id": "organisatie",
    "datum": DAG,
    "wat": "x",
}
_ANTWOORD: Rij = {"beantwoord_op": NU, "beantwoord_door_naam": "N. Elzinga"}
_BESLUIT: Rij = {
    "status": "besloten",
    "besluit": "toegewezen",
    "besloten_op": NU,
    "besloten_door_id": "gebruiker",
    "identiteit": "Paspoort gezien",
}
_AFGEHANDELD: Rij = {"afgehandeld_op": NU, "afgehandeld_door_id": "gebruiker"}
_NAMENS: Rij = {
    "verzoek_id": "informatieverzoek",
    "status": "ingediend",
    "bekend": False,
    "artikel_9": False,
    "gegeven_hoe": "telefoon",
    "gegeven_op": DAG,
    "gegeven_door": "N. Elzinga",
    "gegeven_functie": "Maatschappelijk werker",
}
_EERDER: Rij = {"vanaf": DAG, "tot": date(2026, 3, 1)}


def _zonder(goed: Rij, leeg: tuple[str, ...], niets: tuple[str, ...]) -> tuple[Rij, ...]:
    """Return the row once for each of these columns, with that one empty or without a value."""
    return (*({**goed, naam: ""} for naam in leeg), *({**goed, naam: None} for naam in niets))


@dataclass(frozen=True)
class Regel:
    """Changes that a CHECK must refuse, and changes at its edge that it must let through."""

    fout: tuple[Rij, ...]
    goed: tuple[Rij, ...] = ()


def _tussen(kolom: str, van: int, tot: int) -> Regel:
    """Return the attempts just outside and just inside two bounds."""
    return Regel(({kolom: van - 1}, {kolom: tot + 1}), ({kolom: van}, {kolom: tot}))


REGELS: Mapping[str, Regel] = {
    "rechtenbeoordeling_aantal_niet_negatief": Regel(({"aantal": -1},), ({"aantal": 0},)),
    "rechtenbeoordeling_anders_met_toelichting": Regel(
        ({"klopt": False, "toelichting": "  "},),
        ({"klopt": False, "toelichting": "Jan weg."}, {"klopt": True, "toelichting": ""}),
    ),
    "systeemkoppeling_in_venster_niet_negatief": Regel(({"in_venster": -1},), ({"in_venster": 0},)),
    "belang_persoon_of_organisatie": Regel(
        ({"organisatie_id": None}, {"gebruiker_id": "gebruiker"}),
        ({"organisatie_id": None, "gebruiker_id": "gebruiker"},),
    ),
    "bewaartermijn_maanden": Regel(({"maanden": 0}, {"maanden": 1201}), ({"maanden": 1}, {"maanden": 1200})),
    "bewaartermijn_begin_bij_soort": Regel(
        ({"soort": "casus", "begin": "regel"}, {"soort": "logboek", "begin": "vertrek"}),
        ({"soort": "logboek", "begin": "regel"}, {"soort": "casus", "begin": "wijziging"}),
    ),
    "bewaartermijn_concept_vanaf_wijziging": Regel(
        ({"soort": "concept", "begin": "vertrek"},),
        ({"soort": "concept", "begin": "wijziging"}, {"soort": "casus", "begin": "vertrek"}),
    ),
    "bewaarplicht_opgeheven_met_wie_en_waarom": Regel(
        (
            {"opgeheven_op": NU, "opgeheven_reden": "x"},
            {"opgeheven_op": NU, "opgeheven_door_id": "gebruiker", "opgeheven_reden": " "},
        ),
        ({"opgeheven_op": NU, "opgeheven_door_id": "gebruiker", "opgeheven_reden": "x"},),
    ),
    "verslagopmerking_afgehandeld_met_wanneer": Regel(
        (
            {"afhandeling": "overgenomen", "afgehandeld_door_id": "gebruiker"},
            {"afgehandeld_op": NU, "afgehandeld_door_id": None},
        ),
        ({"afhandeling": "overgenomen", **_AFGEHANDELD},),
    ),
    "verslagopmerking_afgehandeld_met_wie": Regel(
        ({"afhandeling": "overgenomen", "afgehandeld_op": NU}, {"afgehandeld_door_id": "gebruiker"}),
    ),
    "verslagopmerking_niet_overgenomen_met_antwoord": Regel(
        ({"afhandeling": "niet_overgenomen", "antwoord": " ", **_AFGEHANDELD},),
        (
            {"afhandeling": "niet_overgenomen", "antwoord": "Zo is het gezegd", **_AFGEHANDELD},
            {"afhandeling": "overgenomen", "antwoord": "", **_AFGEHANDELD},
        ),
    ),
    "noodtoegang_tot_na_vanaf": Regel(({"tot": NU},)),
    "noodtoegang_oordeel_met_wanneer": Regel(
        ({"terecht": True}, {"beoordeeld_op": NU, "beoordeeld_door_id": HOOG})
    ),
    "noodtoegang_oordeel_met_wie": Regel(({"terecht": True, "beoordeeld_op": NU},)),
    "noodtoegang_oordeel_van_een_ander": Regel(
        ({"terecht": True, "beoordeeld_op": NU, "beoordeeld_door_id": "gebruiker"},)
    ),
    "goedkeuring_beslist_wanneer": Regel(
        ({"beslist_op": NU}, {"status": "verlopen"}), ({"status": "verlopen", "beslist_op": NU},)
    ),
    "goedkeuring_door_een_ander": Regel(
        (
            {"status": "goedgekeurd", "beslist_op": NU},
            {"status": "goedgekeurd", "beslist_op": NU, "beslist_door_id": "gebruiker"},
            {"status": "geweigerd", "beslist_op": NU, "beslist_door_id": "gebruiker"},
        ),
        ({"status": "ingetrokken", "beslist_op": NU, "beslist_door_id": "gebruiker"},),
    ),
    "goedkeuring_geweigerd_met_reden": Regel(
        ({"status": "geweigerd", "beslist_op": NU, "beslist_door_id": HOOG, "antwoord": " "},)
    ),
    "overlegtafel_duur_minuten": _tussen("duur_minuten", 15, 720),
    "overlegtafel_herhaling_maanden": _tussen("herhaling_maanden", 1, 120),
    "overlegtafel_opmerkingen_dagen": _tussen("opmerkingen_dagen", 1, 60),
    "overlegtafel_maximum_casussen": _tussen("maximum_casussen", 1, 60),
    "overlegtafel_minuten_per_casus": _tussen("minuten_per_casus", 1, 240),
    "agendapunt_minuten": _tussen("minuten", 0, 480),
    "directbetrokkene_geboortejaar": _tussen("geboortejaar", 1900, 2100),
    "lidmaatschap_periode": Regel((_EERDER,), ({"vanaf": DAG, "tot": DAG},)),
    "maatregel_periode": Regel((_EERDER,), ({"vanaf": DAG, "tot": DAG},)),
    "casus_kenmerk_na_concept": Regel(
        ({"kenmerk": None},), ({"status": "concept", "kenmerk": None, "ingediend_op": None},)
    ),
    "casus_ingediend_na_concept": Regel(({"ingediend_op": None},)),
    "casus_vernietigd_is_leeg": Regel(
        ({"status": "vernietigd", "concrete_vraag": "Wie?"},),
        ({"status": "vernietigd", "concrete_vraag": ""},),
    ),
    "casus_volgt_met_wie_en_wanneer": Regel(
        (
            {"melding_status": "volgt", "melding_volgt_uiterlijk": DAG, "melding_volgt_door": ""},
            {"melding_status": "volgt", "melding_volgt_door": "J. Prins"},
        ),
        ({"melding_status": "volgt", "status": "concept", "melding_volgt_door": ""},),
    ),
    "overleg_einde_na_begin": Regel(({"begin": OCHTEND, "einde": OCHTEND},)),
    "overleg_vastgesteld_met_tijd": Regel(
        ({"status": "vastgesteld"},), ({"status": "vastgesteld", "vastgesteld_op": NU},)
    ),
    "agendapunt_casus_bij_soort": Regel(
        ({"soort": "casus"}, {"soort": "monitoring"}, {"casus_id": "casus"}),
        ({"soort": "monitoring", "casus_id": "casus"},),
    ),
    "aanschuiver_slot_heel": Regel(({"slot_begin": OCHTEND}, {"slot_einde": OCHTEND})),
    "aanschuiver_slot_volgorde": Regel(({"slot_begin": OCHTEND, "slot_einde": OCHTEND},)),
    "deelname_wie": Regel(({"naam": ""},), ({"naam": "", "gebruiker_id": "gebruiker"},)),
    "persoonsvergelijking_volgorde": Regel(({"a_id": HOOG, "b_id": LAAG}, {"a_id": HOOG, "b_id": HOOG})),
    "persoonsvergelijking_oordeel_van_iemand": Regel(
        ({"oordeel": "zelfde"},), ({"oordeel": "zelfde", "door_id": "gebruiker"},)
    ),
    "verslag_rectificatie_met_reden": Regel(
        ({"versie": 2, "rectificatie_reden": ""},), ({"versie": 2, "rectificatie_reden": "Naam hersteld"},)
    ),
    "huisstijl_sjabloon_met_controlegetal": Regel(
        ({"controlegetal": ""}, {"sjabloon": None}), ({"sjabloon": None, "controlegetal": ""},)
    ),
    "huisstijl_in_gebruik_met_wie": Regel(({"in_gebruik_op": None}, {"in_gebruik_door_id": None})),
    "huisstijl_op_proef_met_sjabloon": Regel(
        (
            {
                "sjabloon": None,
                "controlegetal": "",
                "in_gebruik_op": None,
                "in_gebruik_door_id": None,
            },
        ),
        ({"in_gebruik_op": None, "in_gebruik_door_id": None},),
    ),
    "grondvraag_afgewezen_met_reden": Regel(({"afwijzing": "x"}, {"afgewezen_op": NU})),
    "informatiebijdrage_ingediend_met_antwoord": Regel(
        ({"status": "ingediend"},), ({"status": "ingediend", "bekend": False},)
    ),
    "informatiebijdrage_achtergehouden_met_reden": Regel(
        ({"status": "ingediend", "bekend": True, "achtergehouden": True, "achtergehouden_reden": ""},),
        ({"achtergehouden": True, "achtergehouden_reden": ""},),
    ),
    "informatiebijdrage_om_contact_met_datum": Regel(({"om_uitkomst": "akkoord"},)),
    "informatiebijdrage_om_contact_met_naam": Regel(
        ({"om_contact_op": NU, "om_contact_met": ""},),
        ({"om_contact_op": NU, "om_contact_met": "C. Verlaat"},),
    ),
    "informatiebijdrage_gegeven_met_dag": Regel(
        ({**_NAMENS, "gegeven_op": None}, {"gegeven_op": DAG}), (_NAMENS,)
    ),
    "informatiebijdrage_gegeven_met_naam": Regel(({**_NAMENS, "gegeven_door": ""}, {"gegeven_door": "x"})),
    "informatiebijdrage_gegeven_met_functie": Regel(
        ({**_NAMENS, "gegeven_functie": ""}, {"gegeven_functie": "x"})
    ),
    "informatiebijdrage_gegeven_als_antwoord": Regel(
        (
            {**_NAMENS, "artikel_9": True},
            {**_NAMENS, "status": "concept"},
            {**_NAMENS, "verzoek_id": None},
        ),
    ),
    "bespreking_afgerond_met_tijd": Regel(
        ({"status": "afgerond"},), ({"status": "afgerond", "afgerond_op": NU},)
    ),
    "bespreking_aangehouden_met_reden": Regel(({"status": "aangehouden", "aangehouden_reden": ""},)),
    "tekstveld_persoon_bij_plan": Regel(({"veld": "plan_persoon"}, {"betrokkene_id": "directbetrokkene"})),
    "besluit_ja_of_nee": Regel(
        ({"soort": "monitoring"}, {"soort": "partijen"}), ({"soort": "partijen", "ja": False},)
    ),
    "besluit_regie_met_naam_en_achtervang": Regel(
        _zonder(
            _REGIE,
            leeg=("persoon_naam", "achtervang_naam"),
            niets=("organisatie_id", "achtervang_organisatie_id"),
        ),
        (_REGIE,),
    ),
    "besluit_monitoring_op_grond": Regel(
        _zonder(_MONITORING, leeg=("wat",), niets=("grond", "organisatie_id", "datum")),
        (_MONITORING, {"soort": "monitoring", "ja": False}),
    ),
    "besluit_opschaling_met_tafel": Regel(
        ({"soort": "opschaling"}, {"soort": "opschaling", "opschaling": "nu"}),
        (
            {"soort": "opschaling", "opschaling": "nu", "andere_tafel_id": "andere_tafel"},
            {"soort": "opschaling", "opschaling": "niet_nodig"},
        ),
    ),
    "informering_gepland_met_datum": Regel(({"op": None},)),
    "informering_gedaan_met_datum": Regel(({"status": "gedaan"},), ({"status": "gedaan", "gedaan_op": DAG},)),
    "informering_uitstel_met_datum": Regel(
        ({"status": "uitgesteld"},), ({"status": "uitgesteld", "opnieuw_op": DAG},)
    ),
    "uitstel_nummer_vanaf_een": Regel(({"nummer": 0},)),
    "afspraak_draagt_bij_aan_veiligheid": Regel(
        ({"direct": False, "structureel": False},), ({"direct": False, "structureel": True},)
    ),
    "organisatie_niet_bij_zichzelf": Regel(({"id": LAAG, "hoort_bij_id": LAAG},)),
    "afspraak_volgt_niet_op_zichzelf": Regel(({"id": LAAG, "volgt_op_id": LAAG},)),
    "afspraak_reden_bij_niet": Regel(
        ({"status": "niet_gedaan", "status_reden": ""}, {"status": "niet_mogelijk", "status_reden": ""}),
        ({"status": "niet_mogelijk", "status_reden": "Verhuisd"}, {"status": "gedaan", "status_reden": ""}),
    ),
    "afspraak_niet_akkoord_met_reden": Regel(
        (
            {"akkoord": "geweigerd", "akkoord_reden": "", **_AKKOORD},
            {"akkoord": "geweigerd", "akkoord_reden": "   ", **_AKKOORD},
        ),
        ({"akkoord": "geweigerd", "akkoord_reden": "Geen mensen", **_AKKOORD},),
    ),
    "afspraak_akkoord_met_wie_en_wanneer": Regel(
        (
            {"akkoord": "akkoord", "akkoord_op": NU},
            {"akkoord": "akkoord", "akkoord_wie": "N. Elzinga"},
            {"akkoord": "geweigerd", "akkoord_reden": "Geen mensen", "akkoord_op": NU},
        ),
        ({"akkoord": "akkoord", **_AKKOORD}, {"akkoord": "open", "akkoord_reden": "Eerder niet"}),
    ),
    "overdracht_een_ontvanger": Regel(
        ({"naar_organisatie_id": None}, {"andere_tafel_id": "andere_tafel"}),
        ({"naar_organisatie_id": None, "andere_tafel_id": "andere_tafel"},),
    ),
    "overdracht_afspraak_bij_soort": Regel(
        ({"soort": "afspraak"}, {"afspraak_id": "afspraak"}),
        ({"soort": "afspraak", "afspraak_id": "afspraak"},),
    ),
    "overdracht_antwoord_met_wie_en_wanneer": Regel(
        (
            {"status": "geaccepteerd", "beantwoord_op": NU, "beantwoord_door_naam": ""},
            {"status": "geaccepteerd", "beantwoord_door_naam": "N. Elzinga"},
        ),
        ({"status": "geaccepteerd", **_ANTWOORD},),
    ),
    "overdracht_weigering_met_reden": Regel(
        ({"status": "geweigerd", "antwoord_reden": "", **_ANTWOORD},),
        ({"status": "geweigerd", "antwoord_reden": "Geen plek", **_ANTWOORD},),
    ),
    "persoonsverzoek_uiterlijk_na_ontvangst": Regel(
        ({"ontvangen_op": DAG, "uiterlijk": date(2026, 3, 1)},), ({"ontvangen_op": DAG, "uiterlijk": DAG},)
    ),
    "persoonsverzoek_besluit_bij_status": Regel(
        ({"status": "besloten"}, {**_BESLUIT, "status": "open"}), (_BESLUIT,)
    ),
    "persoonsverzoek_besluit_met_wie_en_wanneer": Regel(
        _zonder(_BESLUIT, leeg=("identiteit",), niets=("besloten_op", "besloten_door_id")), (_BESLUIT,)
    ),
    "persoonsverzoek_weigering_met_reden": Regel(
        ({**_BESLUIT, "besluit": "deels", "besluit_reden": ""},),
        (
            {**_BESLUIT, "besluit": "deels", "besluit_reden": "Gaat over een ander"},
            {**_BESLUIT, "besluit_reden": ""},
        ),
    ),
    "persoonsverzoek_afgerond_met_tijd": Regel(
        ({**_BESLUIT, "status": "afgerond"}, {**_BESLUIT, "afgerond_op": NU}),
        ({**_BESLUIT, "status": "afgerond", "afgerond_op": NU},),
    ),
    "persoonsverzoek_controle_door_een_ander": Regel(
        ({"samengesteld_door_id": "gebruiker", "gecontroleerd_door_id": "gebruiker"},),
        ({"samengesteld_door_id": "gebruiker"},),
    ),
    "inzagedeel_weglaten_met_reden": Regel(
        ({"keuze": "weglaten", "reden": ""},), ({"keuze": "weglaten", "reden": "Bron"},)
    ),
}
"""Name of a CHECK without `ck_` → the attempts on it."""

MEE: Mapping[str, Rij] = {
    "ck_afspraak_akkoord": _AKKOORD,
    "fk_belang_gebruiker_id_gebruiker": {"organisatie_id": None},
    "uq_belang_persoon": {"organisatie_id": None, "gebruiker_id": "gebruiker"},
    "ck_goedkeuring_goedkeuringstatus": {"beslist_op": NU},
    "ck_agendapunt_puntsoort": {"casus_id": None},
    "ck_verslagopmerking_afhandeling": {**_AFGEHANDELD, "antwoord": "x"},
    "ck_informatiebijdrage_bijdragestatus": {"bekend": True},
    "ck_overdracht_overdrachtstatus": _ANTWOORD,
    "ck_persoonsverzoek_verzoekbesluit": {**_BESLUIT, "besluit_reden": "x"},
    "ck_persoonsverzoek_verzoekstatus": {**_BESLUIT},
    "ck_persoonsvergelijking_persoonoordeel": {"door_id": "gebruiker"},
    "ck_informatiebijdrage_antwoordwijze": _NAMENS,
    "ck_informatiebijdrage_omuitkomst": {"om_contact_op": NU, "om_contact_met": "C. Verlaat"},
    "fk_verslagopmerking_afgehandeld_door_id_gebruiker": {"afhandeling": "overgenomen", "afgehandeld_op": NU},
    "fk_agendapunt_casus_id_casus": {"soort": "casus"},
    "fk_overdracht_afspraak_id_afspraak": {"soort": "afspraak"},
    "fk_overdracht_andere_tafel_id_andere_tafel": {"naar_organisatie_id": None},
    "fk_tekstveld_betrokkene_id_directbetrokkene": {"veld": "plan_persoon"},
    "uq_huisstijl_een_proef": {"in_gebruik_op": None, "in_gebruik_door_id": None},
    "uq_agendapunt_overleg_id_casus_id": {"soort": "casus", "casus_id": "casus"},
    "uq_deelname_overleg_id_gebruiker_id": {"gebruiker_id": "gebruiker"},
    "uq_tekstveld_bespreking_id_veld_betrokkene_id": {
        "veld": "plan_persoon",
        "betrokkene_id": "directbetrokkene",
    },
    "uq_tekstversie_sleutel": {"sleutel": HOOG},
}
"""Constraint → what an attempt must change along, so that no other constraint is in its way."""
