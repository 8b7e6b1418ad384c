"""Reading the own afspraken and reporting on them, as a program of a partner does."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from models import Afspraak, Gebeurtenis, Koppelverzoek, Voortgang
from models.waarden import AfspraakStatus
from overleg.basis.klok import nu, vandaag
from overleg.basis.limieten import limiet
from overleg.logboek.soorten import Soort
from overleg.toegang.systeemkoppelingen import HERHALEN
from tests.koppelvlak.conftest import MaakSysteem
from tests.opvolging.wereld import Wereld

ALLES = "/afspraken"


def pad(afspraak: Afspraak) -> str:
    """Return where an afspraak stands."""
    return f"{ALLES}/{afspraak.id}"


def voortgang(wereld: Wereld) -> int:
    """Return how often something was reported."""
    wereld.sessie.rollback()
    return len(wereld.sessie.scalars(select(Voortgang)).all())


def regels(wereld: Wereld, soort: Soort) -> list[Gebeurtenis]:
    """Return the lines of a soort."""
    wereld.sessie.rollback()
    return list(wereld.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == soort.value)))


def test_lijst__eigen_open_afspraken_op_datum(wereld: Wereld, systeem: MaakSysteem) -> None:
    een, twee, drie = (wereld.extra[naam] for naam in ("1", "2", "3"))
    twee.persoon_id, twee.volgt_op_id = wereld.agent.id, wereld.extra["om"].id
    drie.status = AfspraakStatus.GEDAAN
    wereld.fabriek.klaar()
    antwoord = systeem(wereld.agent).lees(ALLES)
    assert antwoord.status_code == 200
    inhoud = antwoord.get_json()
    assert [rij["id"] for rij in inhoud["afspraken"]] == [str(een.id), str(twee.id)]
    assert inhoud["volgende"] is None
    assert "Link" not in antwoord.headers
    rij = inhoud["afspraken"][1]
    assert (rij["casus"], rij["nummer"], rij["wat"]) == (wereld.casus.kenmerk, 2, "Afspraak nummer 2")
    assert (rij["organisatie"], rij["persoon"]) == (wereld.politie.naam, "T. Hoekman")
    assert rij["wachtOp"] == {"nummer": 4, "organisatie": wereld.om.naam, "stand": "open"}
    assert rij["volgendeStanden"] == ["bezig", "gedaan", "niet_gedaan", "niet_mogelijk"]
    for geheim in ("Marijke", "Stoelwinder", "Fenna", wereld.extra["om"].wat, "akkoord"):
        assert geheim not in antwoord.text


def test_lijst__filter_op_stand(wereld: Wereld, systeem: MaakSysteem) -> None:
    wereld.extra["3"].status = AfspraakStatus.GEDAAN
    wereld.extra["2"].status = AfspraakStatus.BEZIG
    wereld.fabriek.klaar()
    politie = systeem(wereld.agent)

    def nummers(vraag: str) -> list[int]:
        return [rij["nummer"] for rij in politie.lees(f"{ALLES}{vraag}").get_json()["afspraken"]]

    assert nummers("") == [1, 2]
    assert nummers("?stand=gedaan") == [3]
    assert nummers("?stand=gedaan&stand=bezig") == [2, 3]
    assert nummers("?stand=niet_mogelijk") == []


def test_lijst__in_delen(wereld: Wereld, systeem: MaakSysteem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "overleg.koppelvlak.opvragen.limiet", lambda naam: 2 if naam == "aantal_per_pagina" else limiet(naam)
    )
    politie, gezien = systeem(wereld.agent), []
    adres: str | None = f"{ALLES}?stand=open"
    while adres:
        antwoord = politie.lees(adres)
        inhoud = antwoord.get_json()
        gezien += [rij["nummer"] for rij in inhoud["afspraken"]]
        volgende = inhoud["volgende"]
        assert antwoord.headers.get("Link") == (f'<{volgende}>; rel="next"' if volgende else None)
        adres = volgende.partition("/api/v1")[2] if volgende else None
        assert adres is None or "stand=open" in adres
    assert gezien == [1, 2, 3]


@pytest.mark.parametrize(
    "vraag",
    ["?stand=weg", "?stand=", "?stand=open&stand=open", "?na=x", "?na=2026-01-01_x", "?na=20260101_{id}",
     "?na=2026-01-01_{id}&na=2026-01-01_{id}", "?access_token=x", "?Stand=open", "?_method=DELETE"],
)  # fmt: skip
def test_lijst__wat_niet_beschreven_is__400(wereld: Wereld, systeem: MaakSysteem, vraag: str) -> None:
    antwoord = systeem(wereld.agent).lees(ALLES + vraag.format(id=wereld.casus.id))
    assert antwoord.status_code == 400
    assert antwoord.get_json(force=True)["fouten"]


def test_afspraak__lezen_en_ongewijzigd(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    antwoord = politie.lees(adres)
    etag = antwoord.headers["ETag"]
    assert antwoord.get_json() == politie.lees(ALLES).get_json()["afspraken"][0]
    assert politie.lees(adres, If_None_Match=etag).status_code == 304
    lijst = politie.lees(ALLES).headers["ETag"]
    assert politie.lees(ALLES, If_None_Match=lijst).status_code == 304
    assert politie.lees(f"{adres}?x=1").status_code == 400
    hoofd = politie.client.head(f"/api/v1{adres}", headers={"Authorization": f"Bearer {politie.token}"})
    assert (hoofd.status_code, hoofd.data, hoofd.headers["ETag"]) == (200, b"", etag)
    wereld.extra["1"].wat = "Anders"
    wereld.fabriek.klaar()
    assert politie.lees(adres, If_None_Match=etag).status_code == 200


def test_melden__zoals_op_het_scherm(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, afspraak = systeem(wereld.agent), wereld.extra["1"]
    etag = politie.lees(pad(afspraak)).headers["ETag"]
    antwoord = politie.meld(pad(afspraak), {"stand": "bezig", "toelichting": " Aangevraagd.\u0000 "}, etag)
    assert antwoord.status_code == 200
    inhoud = antwoord.get_json()
    assert inhoud["stand"] == "bezig"
    assert inhoud["standSinds"].endswith("+00:00")
    assert "Aangevraagd" not in antwoord.text
    assert antwoord.headers["ETag"] == politie.lees(pad(afspraak)).headers["ETag"] != etag
    wereld.sessie.rollback()
    wereld.sessie.expire_all()
    (rij,) = wereld.sessie.scalars(select(Voortgang)).all()
    assert (rij.tekst, rij.door_id, rij.status) == ("Aangevraagd.", wereld.agent.id, AfspraakStatus.BEZIG)
    (regel,) = regels(wereld, Soort.AFSPRAAK_GEMELD)
    assert regel.apparaat == "Systeemkoppeling: Zaaksysteem"
    assert (regel.gebruiker_id, regel.casus_id) == (wereld.agent.id, wereld.casus.id)
    assert regel.regel.startswith("afspraak_uitwisselen: is_van_eigen_organisatie")
    assert regel.sessie


@pytest.mark.parametrize("soort", ["application/merge-patch+json", "application/json; charset=UTF-8"])
def test_melden__beide_soorten_json(wereld: Wereld, systeem: MaakSysteem, soort: str) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag = politie.lees(adres).headers["ETag"]
    assert politie.meld(adres, {"stand": "gedaan"}, etag, Content_Type=soort).status_code == 200


def test_melden__zonder_of_met_oude_etag(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag = politie.lees(adres).headers["ETag"]
    gedaan = {"stand": "gedaan"}
    assert politie.meld(adres, gedaan).status_code == 428
    assert politie.meld(adres, gedaan, "*").status_code == 428
    for fout in ('"anders"', f"W/{etag}", "x", ""):
        assert politie.meld(adres, gedaan, fout).status_code == 412
    assert voortgang(wereld) == 0
    assert politie.meld(adres, gedaan, etag).status_code == 200
    assert politie.meld(adres, {"stand": "bezig", "toelichting": "x"}, etag).status_code == 412
    assert voortgang(wereld) == 1


def test_melden__past_niet__409_of_400_met_de_zin_van_het_scherm(
    wereld: Wereld, systeem: MaakSysteem
) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag = politie.lees(adres).headers["ETag"]
    zonder = politie.meld(adres, {"stand": "niet_gedaan", "toelichting": " \n"}, etag)
    assert zonder.status_code == 400
    assert [fout["veld"] for fout in zonder.get_json(force=True)["fouten"]] == ["toelichting"]
    etag = politie.meld(adres, {"stand": "gedaan"}, etag).headers["ETag"]
    nog_eens = politie.meld(adres, {"stand": "gedaan"}, etag)
    assert nog_eens.status_code == 409
    assert "Deze afspraak is al" in nog_eens.get_json(force=True)["detail"]
    assert voortgang(wereld) == 1


def test_herhalen__met_sleutel_een_keer(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag, gedaan = politie.lees(adres).headers["ETag"], {"stand": "gedaan"}
    eerst = politie.meld(adres, gedaan, etag, Idempotency_Key='"een"')
    assert "Idempotency-Replayed" not in eerst.headers
    weer = politie.meld(adres, gedaan, etag, Idempotency_Key="een")
    assert (weer.status_code, weer.headers["Idempotency-Replayed"]) == (200, "true")
    assert (weer.data, weer.headers["ETag"]) == (eerst.data, eerst.headers["ETag"])
    assert voortgang(wereld) == 1
    ander = {"stand": "niet_gedaan", "toelichting": "Toch niet."}
    assert politie.meld(adres, ander, etag, Idempotency_Key="een").status_code == 422
    assert politie.meld(pad(wereld.extra["2"]), gedaan, etag, Idempotency_Key="een").status_code == 422
    ander_systeem = systeem(wereld.agent)
    assert ander_systeem.meld(adres, gedaan, etag, Idempotency_Key="een").status_code == 412
    assert voortgang(wereld) == 1


def test_herhalen__wat_niet_lukte_houdt_de_sleutel_vrij(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etag = politie.lees(adres).headers["ETag"]
    fout = politie.meld(adres, {"stand": "niet_gedaan"}, etag, Idempotency_Key="een")
    assert fout.status_code == 400
    assert politie.meld(adres, {"stand": "gedaan"}, etag, Idempotency_Key="een").status_code == 200
    for sleutel in ("", '""', "a b", "é", "x" * 101):
        assert politie.meld(adres, {"stand": "gedaan"}, etag, Idempotency_Key=sleutel).status_code == 400


def test_herhalen__een_dag_en_niet_langer(wereld: Wereld, systeem: MaakSysteem) -> None:
    """Past its day a key is free, whether or not what is old was tidied up."""
    politie, adres, begin = systeem(wereld.agent), pad(wereld.extra["1"]), nu()
    bezig, gedaan = {"stand": "bezig", "toelichting": "Begonnen."}, {"stand": "gedaan"}
    etag = politie.lees(adres).headers["ETag"]
    with time_machine.travel(begin, tick=False):
        nieuw = politie.meld(adres, bezig, etag, Idempotency_Key="een").headers["ETag"]
    with time_machine.travel(begin + HERHALEN, tick=False):
        weer = politie.meld(adres, bezig, etag, Idempotency_Key="een")
        assert (weer.status_code, weer.headers["Idempotency-Replayed"]) == (200, "true")
        assert politie.meld(adres, gedaan, nieuw, Idempotency_Key="een").status_code == 422
    later = begin + HERHALEN + timedelta(seconds=1)
    with time_machine.travel(later, tick=False):
        assert politie.meld(adres, bezig, etag, Idempotency_Key="een").status_code == 412
        ander = politie.meld(adres, gedaan, nieuw, Idempotency_Key="een")
        assert ander.status_code == 200
        assert "Idempotency-Replayed" not in ander.headers
        weer = politie.meld(adres, gedaan, nieuw, Idempotency_Key="een")
        assert (weer.status_code, weer.headers["Idempotency-Replayed"]) == (200, "true")
    assert voortgang(wereld) == 2
    assert len(wereld.sessie.scalars(select(Koppelverzoek)).all()) == 1


def test_logboek__lezen_per_casus_en_per_koppeling(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie = systeem(wereld.agent)
    for _ in range(3):
        politie.lees(ALLES)
        politie.lees(pad(wereld.extra["1"]))
    (regel,) = regels(wereld, Soort.AFSPRAKEN_OPGEHAALD)
    assert (regel.casus_id, regel.apparaat) == (wereld.casus.id, "Systeemkoppeling: Zaaksysteem")
    assert regel.regel.startswith("afspraak_uitwisselen: is_van_eigen_organisatie, voert_uit")
    assert regel.betrokkenen
    systeem(wereld.agent).lees(ALLES)
    assert len(regels(wereld, Soort.AFSPRAKEN_OPGEHAALD)) == 2


def test_logboek__ongewijzigd__geen_regel(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    etags = {waar: politie.lees(waar).headers["ETag"] for waar in (ALLES, adres)}
    assert len(regels(wereld, Soort.AFSPRAKEN_OPGEHAALD)) == 1
    with time_machine.travel(nu() + timedelta(hours=1), tick=False):
        for waar, etag in etags.items():
            assert politie.lees(waar, If_None_Match=etag).status_code == 304
        assert len(regels(wereld, Soort.AFSPRAKEN_OPGEHAALD)) == 1
        assert politie.lees(adres, If_None_Match='"anders"').status_code == 200
        assert len(regels(wereld, Soort.AFSPRAKEN_OPGEHAALD)) == 2


def test_logboek__staat_op_het_scherm(wereld: Wereld, systeem: MaakSysteem, als: object) -> None:
    politie, adres = systeem(wereld.agent), pad(wereld.extra["1"])
    politie.meld(adres, {"stand": "gedaan"}, politie.lees(adres).headers["ETag"])
    pagina = als(wereld.voorzitter).get("/logboek").text  # type: ignore[operator] # the fixture of all tests
    assert "met systeemkoppeling" in pagina
    assert "Zaaksysteem" in pagina


def test_overdracht__telt_aan_beide_kanten(wereld: Wereld, systeem: MaakSysteem) -> None:
    politie, om = systeem(wereld.agent), systeem(wereld.officier)
    adres = pad(wereld.extra["1"])
    assert [s.lees(adres).status_code for s in (politie, om)] == [200, 404]
    wereld.extra["1"].organisatie_id = wereld.om.id
    wereld.fabriek.klaar()
    assert [s.lees(adres).status_code for s in (politie, om)] == [404, 200]


def test_volgorde__aan_het_eind_van_een_dag(wereld: Wereld, systeem: MaakSysteem) -> None:
    """Two on the same day are told apart by their id, so that no part of the list loses one."""
    for nummer in range(5, 12):
        wereld.afspraak(nummer, wereld.politie, geldt_vanaf=nu(), datum=vandaag() - timedelta(days=1))
    ids = [rij["id"] for rij in systeem(wereld.agent).lees(ALLES).get_json()["afspraken"]]
    assert len(ids) == len(set(ids)) == 10
    assert ids[:7] == sorted(ids[:7])
