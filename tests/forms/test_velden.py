"""Fields accept what people write, refuse the rest in a sentence, and keep what was typed."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any

import pytest
from flask import Flask, request
from werkzeug.datastructures import MultiDict

from forms.basis import Formulier, ZoekFormulier
from forms.controles import Tussen, Verplicht, VerplichtAls
from forms.fouten import Fout
from forms.lezen import DATUM_BESTAAT_NIET, DATUM_JAAR, DATUM_MELDING, TIJD_MELDING, lees_datum, lees_tijd
from forms.rijen import Rijen, RijFormulier
from forms.velden import (
    KEUZE_MELDING,
    DatumOfJaar,
    DatumOfJaarVeld,
    DatumVeld,
    EmailVeld,
    GetalVeld,
    JaNeeVeld,
    KeuzeVeld,
    LangTekstVeld,
    MeerkeuzeVeld,
    TekstVeld,
    TijdVeld,
    VerborgenVeld,
    VinkVeld,
)
from overleg.basis.limieten import LIMIETEN, limiet
from overleg.basis.oordeel import Reden


class Kleur(StrEnum):
    ROOD = "rood"
    GROEN = "groen"

    @property
    def tekst(self) -> str:
        return self.value.capitalize()


class PersoonRij(RijFormulier):
    telt_niet_mee = frozenset({"soort"})
    id = VerborgenVeld(int)
    naam = TekstVeld("Naam", [Verplicht("Vul een naam in.")], limiet="naam")
    soort: KeuzeVeld[Kleur] = KeuzeVeld("Soort", keuzes=Kleur)
    geboren = DatumOfJaarVeld("Geboren")


class ProefFormulier(Formulier):
    vraag = TekstVeld("Vraag", [Verplicht("Stel een vraag.")], limiet="kenmerk")
    verhaal = LangTekstVeld("Verhaal")
    dag = DatumVeld("Dag", [Tussen("Kies een dag in 2026.", vanaf=lambda: date(2026, 1, 1))])
    uur = TijdVeld("Uur")
    aantal = GetalVeld("Aantal", minimum=1, limiet="minuten")
    mail = EmailVeld("E-mail")
    gevaar = JaNeeVeld("Gevaar")
    reden = TekstVeld("Reden", [VerplichtAls(lambda form: form.gevaar.data is False, "Vul de reden in.")])
    kleur: KeuzeVeld[Any] = KeuzeVeld("Kleur", keuzes=Kleur)
    kleuren: MeerkeuzeVeld[Kleur] = MeerkeuzeVeld("Kleuren", keuzes=Kleur)
    akkoord = VinkVeld("Akkoord")
    versie = VerborgenVeld(int)
    personen = Rijen(PersoonRij, "Personen", rijnaam="persoon", min_rijen=1, begin_rijen=2)


GOED = {"vraag": "Wie doet wat?", "personen-0-naam": "Bo"}


@pytest.fixture(name="app")
def _app() -> Flask:
    app = Flask("proef")
    app.config.update(SECRET_KEY="proef", WTF_CSRF_ENABLED=False)
    return app


def vul(app: Flask, gegevens: Mapping[str, Any]) -> ProefFormulier:
    with app.test_request_context("/", method="POST", data=MultiDict(gegevens)):
        return ProefFormulier()


@pytest.mark.parametrize(
    "tekst", ["04-12-2026", "4-12-2026", "04/12/2026", "4.12.2026", "2026-12-04", "4 12 2026"]
)
def test_datum__as_people_write_it__read(tekst: str) -> None:
    assert lees_datum(tekst) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("30-02-2026", DATUM_BESTAAT_NIET),
        ("31-04-2026", DATUM_BESTAAT_NIET),
        ("12-13-2026", DATUM_BESTAAT_NIET),
        ("29-02-2027", DATUM_BESTAAT_NIET),
        ("04-12-1026", DATUM_JAAR),
        ("04-12-26", DATUM_MELDING),
        ("morgen", DATUM_MELDING),
        ("٠٤-١٢-٢٠٢٦", DATUM_MELDING),
        ("04-12-2026x", DATUM_MELDING),
        ("9" * 100_000, DATUM_MELDING),
    ],
)
def test_datum__not_a_day__sentence_and_text_kept(app: Flask, tekst: str, zin: str) -> None:
    form = vul(app, GOED | {"dag": tekst})
    assert not form.validate()
    assert list(form.dag.errors) == [zin]
    assert form.dag._value() == tekst


@pytest.mark.parametrize("tekst", ["10.20", "10:20", "10.20 uur"])
def test_tijd__as_people_write_it__read(tekst: str) -> None:
    assert lees_tijd(tekst) == time(10, 20)


@pytest.mark.parametrize("tekst", ["25.00", "10.60", "tien uur", "10", "1020"])
def test_tijd__not_a_time__sentence(app: Flask, tekst: str) -> None:
    form = vul(app, GOED | {"uur": tekst})
    assert not form.validate()
    assert list(form.uur.errors) == [TIJD_MELDING]


@pytest.mark.parametrize("tekst", ["abc", "0", "601", "1.5", "9" * 5000, "²"])
def test_getal__outside_or_no_number__sentence(app: Flask, tekst: str) -> None:
    form = vul(app, GOED | {"aantal": tekst})
    assert not form.validate()
    assert list(form.aantal.errors) == ["Vul een heel getal in van 1 tot en met 600."]


def test_velden__all_filled_in__values(app: Flask) -> None:
    form = vul(
        app,
        {
            **GOED,
            "verhaal": "Eén\r\ntwee",
            "dag": "4-12-2026",
            "uur": "9:05",
            "aantal": "25",
            "mail": "a@voorbeeld.nl",
            "gevaar": "ja",
            "kleur": "groen",
            "kleuren": "rood",
            "akkoord": "y",
            "versie": "7",
            "personen-0-geboren": "1984",
        },
    )
    assert form.validate(), form.errors
    assert form.verhaal.data == "Eén\ntwee"
    assert (form.dag.data, form.uur.data, form.aantal.data) == (date(2026, 12, 4), time(9, 5), 25)
    assert (form.gevaar.data, form.kleur.data, form.kleuren.data) == (True, Kleur.GROEN, [Kleur.ROOD])
    assert form.versie.data == 7
    assert form.personen.ingevuld[0].geboren.data == DatumOfJaar(1984)
    assert [optie.gekozen for optie in form.kleur.opties()] == [False, True]
    assert form.eerste_fout is None
    assert form.status == 200


def test_tekst__over_its_limit__sentence_and_text_kept(app: Flask) -> None:
    form = vul(app, GOED | {"vraag": "a" * 41})
    assert not form.validate()
    assert list(form.vraag.errors) == ["Maak deze tekst korter: hoogstens 40 tekens, nu 1 teken te veel."]
    assert form.vraag.data == "a" * 41
    assert form.status == 422


def test_tekst__one_line__line_end_becomes_space(app: Flask) -> None:
    assert vul(app, GOED | {"vraag": "een\r\ntwee\x00"}).vraag.data == "een twee"


def test_keuze__not_on_the_list__sentence(app: Flask) -> None:
    form = vul(app, GOED | {"kleur": "paars", "kleuren": "geel", "gevaar": "misschien"})
    assert not form.validate()
    assert [fout.tekst for fout in form.foutenlijst] == [KEUZE_MELDING] * 3
    assert [fout.anker for fout in form.foutenlijst] == ["gevaar-0", "kleur", "kleuren-0"]


def test_keuze__list_known_later__read_again(app: Flask) -> None:
    form = vul(app, GOED | {"kleur": "paars"})
    form.kleur.zet_keuzes([("paars", "Paars")])
    assert form.validate()


def test_janee__not_answered__none(app: Flask) -> None:
    assert vul(app, GOED).gevaar.data is None


def test_verplicht_als__condition_holds__asked(app: Flask) -> None:
    form = vul(app, GOED | {"gevaar": "nee"})
    assert not form.validate()
    assert form.eerste_fout == Fout("Vul de reden in.", "reden")


def test_tussen__day_too_early__sentence(app: Flask) -> None:
    form = vul(app, GOED | {"dag": "31-12-2025"})
    assert not form.validate()
    assert list(form.dag.errors) == ["Kies een dag in 2026."]


def test_email__no_address__sentence(app: Flask) -> None:
    form = vul(app, GOED | {"mail": "geen adres"})
    assert not form.validate()
    assert list(form.mail.errors) == ["Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl."]


def test_verborgen__changed_by_hand__sentence_without_anchor(app: Flask) -> None:
    form = vul(app, GOED | {"versie": "x"})
    assert not form.validate()
    assert form.eerste_fout is not None
    assert form.eerste_fout.anker == ""


def test_concept__empty__may_be_saved(app: Flask) -> None:
    assert vul(app, {"vraag": "", "personen-0-geboren": "1990"}).geldig_als_concept()


def test_concept__wrong_date__refused(app: Flask) -> None:
    assert not vul(app, {"dag": "30-02-2026"}).geldig_als_concept()


def test_redenen__of_a_rule__at_their_field(app: Flask) -> None:
    form = vul(app, GOED)
    assert form.validate()
    form.voeg_redenen_toe([Reden("Kies een latere dag.", "dag"), Reden("Dit kan nu niet.")])
    assert form.foutenlijst == [Fout("Dit kan nu niet."), Fout("Kies een latere dag.", "dag")]


def test_rijen__empty_ones__do_not_count(app: Flask) -> None:
    form = vul(app, GOED | {"personen-1-naam": "", "personen-1-soort": "rood", "personen-1-id": "3"})
    assert form.validate(), form.errors
    assert [rij.naam.data for rij in form.personen.ingevuld] == ["Bo"]
    assert len(form.personen.entries) == 2


def test_rijen__fault_in_one__names_the_row(app: Flask) -> None:
    form = vul(app, {"vraag": "x", "personen-0-naam": "Bo", "personen-1-geboren": "30-02-2020"})
    assert not form.validate()
    assert Fout(DATUM_BESTAAT_NIET, "personen-1-geboren", "Persoon 2") in form.foutenlijst


def test_rijen__too_few__sentence_at_the_button(app: Flask) -> None:
    form = vul(app, {"vraag": "x"})
    assert not form.validate()
    assert form.foutenlijst == [Fout("Vul minstens 1 persoon in.", "personen-erbij")]


def test_rijen__too_many__sentence(app: Flask) -> None:
    form = vul(app, {"vraag": "x", **{f"personen-{n}-naam": "Bo" for n in range(60)}})
    assert not form.validate()
    assert form.foutenlijst[0].tekst == "Vul hoogstens 40 rijen in."


def verwerk(app: Flask, gegevens: Mapping[str, str]) -> tuple[ProefFormulier, bool]:
    with app.test_request_context("/", method="POST", data=gegevens):
        form = ProefFormulier()
        return form, form.verwerk_rijen(request.form)


def test_rijen__button_add__one_more_and_all_kept(app: Flask) -> None:
    form, alleen_rijen = verwerk(app, GOED | {"rij_erbij-personen": "1", "dag": "30-02"})
    assert alleen_rijen
    assert [rij.form.naam.data for rij in form.personen.entries] == ["Bo", ""]
    assert (form.personen.nieuwe_rij, form.personen.bericht) == (1, "Persoon 2 is toegevoegd.")
    assert form.dag._value() == "30-02"


def test_rijen__button_remove__that_row_goes(app: Flask) -> None:
    namen = {"personen-0-naam": "Bo", "personen-2-naam": "Cas", "personen-5-naam": "Dé"}
    form, alleen_rijen = verwerk(app, namen | {"rij_weg-personen-2": "1"})
    assert alleen_rijen
    assert [(rij.form.naam.id, rij.form.naam.data) for rij in form.personen.entries] == [
        ("personen-0-naam", "Bo"),
        ("personen-1-naam", "Dé"),
    ]


@pytest.mark.parametrize(
    "knop", ["rij_weg-personen-9", "rij_weg-personen-²", "rij_weg-personen-", "rij_weg-x-0"]
)
def test_rijen__button_for_a_row_that_is_not_there__nothing_lost(app: Flask, knop: str) -> None:
    form, _ = verwerk(app, GOED | {knop: "1", "personen-²-naam": "x", "personen-99999999-naam": "x"})
    assert [rij.form.naam.data for rij in form.personen.entries] == ["Bo"]


def test_rijen__list_full__no_row_more(app: Flask) -> None:
    form, _ = verwerk(app, {f"personen-{n}-naam": "Bo" for n in range(40)} | {"rij_erbij-personen": "1"})
    assert len(form.personen.entries) == 40
    assert form.personen.vol
    assert "geen persoon meer bij" in form.personen.bericht


def test_rijen__page_opened__rows_stand_ready(app: Flask) -> None:
    with app.test_request_context("/"):
        leeg = ProefFormulier()
        gevuld = ProefFormulier(data={"personen": [{"naam": "A"}, {"naam": "B"}, {"naam": "C"}]})
    assert len(leeg.personen.entries) == 2
    assert [rij["naam"] for rij in gevuld.personen.data] == ["A", "B", "C"]
    assert not leeg.foutenlijst


def test_zoekformulier__query__no_token_needed(app: Flask) -> None:
    class Zoek(ZoekFormulier):
        q = TekstVeld("Zoek", limiet="zoekvraag")

    with app.test_request_context("/?q=bo"):
        assert Zoek(request.args).q.data == "bo"


def test_limiet__unknown_name__fails_in_the_code() -> None:
    with pytest.raises(KeyError, match="Onbekende limiet"):
        limiet("onbekend")
    assert all(grens > 0 for grens in LIMIETEN.values())
