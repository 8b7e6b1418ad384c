"""The five closing questions and closing a bespreking, as tables."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from models.waarden import BesluitSoort as B
from models.waarden import BesprekingStatus, MonitoringGrond, OpschalingKeuze
from overleg.bespreking.regels.besluiten import (
    Onbesproken,
    Persoon,
    Stand,
    mag_aanbieden,
    mag_aangehouden,
    mag_afgerond,
    mag_besluiten,
    mag_heropend,
    mag_monitoren,
    mag_overleg_afgerond,
    mag_samengaan,
    vijf_vragen,
)

LOES = Persoon("Loes", "tekst-1", informeringen=1, in_plan=True)
NOUD = Persoon("Noud", "tekst-2", informeringen=1, in_plan=True)
COMPLEET = Stand(
    besluiten=frozenset({B.REGIE, B.MONITORING, B.PARTIJEN, B.OPSCHALING}),
    personen=(LOES, NOUD),
    partijen_ja=False,
    monitoring_ja=False,
    opschaling=OpschalingKeuze.NIET_NODIG,
    afspraken=1,
)
VANDAAG = date(2026, 12, 3)


def test_mag_afgerond__alles_beantwoord__mag() -> None:
    oordeel = mag_afgerond(COMPLEET)
    assert oordeel
    assert not oordeel.waarschuwingen
    assert all(vraag.beantwoord for vraag in vijf_vragen(COMPLEET))


@pytest.mark.parametrize(
    ("stand", "waar", "woord"),
    [
        (replace(COMPLEET, besluiten=COMPLEET.besluiten - {B.REGIE}), "vraag-regie", "regie"),
        (replace(COMPLEET, besluiten=COMPLEET.besluiten - {B.MONITORING}), "vraag-monitoring", "gemonitord"),
        (replace(COMPLEET, besluiten=COMPLEET.besluiten - {B.OPSCHALING}), "vraag-opschaling", "opschalen"),
        (replace(COMPLEET, partijen_ja=None), "vraag-partijen", "partijen"),
        (replace(COMPLEET, partijen_ja=True), "vraag-partijen", "partijen"),
        (replace(COMPLEET, personen=()), "vraag-informeren", "directbetrokkenen"),
        (replace(COMPLEET, personen=(LOES, replace(NOUD, informeringen=0))), "vraag-informeren", "Noud"),
        (
            replace(COMPLEET, personen=(LOES, replace(NOUD, zonder_toestemming=True))),
            "vraag-informeren",
            "zonder toestemming",
        ),
        (replace(COMPLEET, personen=(LOES, replace(NOUD, in_plan=False))), "tekst-2", "Noud"),
        (
            replace(COMPLEET, monitoring_ja=True, opschaling=OpschalingKeuze.NU),
            "vraag-monitoring",
            "opschaalt",
        ),
    ],
)
def test_mag_afgerond__een_ding_mist__genoemd_met_plek(stand: Stand, waar: str, woord: str) -> None:
    oordeel = mag_afgerond(stand)
    assert [reden.waar for reden in oordeel.redenen] == [waar]
    assert woord in oordeel.zinnen[0]


def test_mag_afgerond__zonder_toestemming_en_verteld__mag() -> None:
    verteld = replace(NOUD, zonder_toestemming=True, verteld=True)
    assert mag_afgerond(replace(COMPLEET, personen=(LOES, verteld)))


def test_mag_afgerond__geen_afspraken__waarschuwt_alleen() -> None:
    oordeel = mag_afgerond(replace(COMPLEET, afspraken=0, afspraken_zonder_persoon=(2,)))
    assert oordeel
    assert len(oordeel.waarschuwingen) == 2


def test_mag_afgerond__maatregel_loopt_af__waarschuwt_alleen() -> None:
    oordeel = mag_afgerond(replace(COMPLEET, lopen_af=(("Huisverbod", date(2026, 12, 2)),)))
    assert oordeel
    assert [reden.waar for reden in oordeel.waarschuwingen] == ["maatregelen"]
    assert "Huisverbod loopt af op 02-12-2026" in oordeel.waarschuwingen[0].zin


def test_mag_afgerond__met_partijen__mag() -> None:
    assert mag_afgerond(replace(COMPLEET, partijen_ja=True, partijen=2))


@pytest.mark.parametrize("status", [BesprekingStatus.AFGEROND, BesprekingStatus.AANGEHOUDEN])
def test_mag_besluiten__niet_open__weigert(status: BesprekingStatus) -> None:
    assert not mag_besluiten(status)
    assert not mag_afgerond(replace(COMPLEET, status=status))


@pytest.mark.parametrize("keuze", list(OpschalingKeuze))
def test_mag_samengaan__alleen_nu_opschalen_botst_met_monitoring(keuze: OpschalingKeuze) -> None:
    assert bool(mag_samengaan(True, keuze)) is (keuze is not OpschalingKeuze.NU)
    assert mag_samengaan(False, keuze)


@pytest.mark.parametrize(
    ("ja", "grond", "datum", "opschaling", "waar"),
    [
        (False, None, None, OpschalingKeuze.NU, []),
        (True, MonitoringGrond.OPVOLGING, VANDAAG, None, []),
        (True, None, VANDAAG, None, ["grond"]),
        (True, MonitoringGrond.ZORG_BLIJFT, None, None, ["datum"]),
        (True, MonitoringGrond.ZORG_BLIJFT, date(2026, 12, 2), None, ["datum"]),
        (True, MonitoringGrond.OPVOLGING, VANDAAG, OpschalingKeuze.NU, ["ja"]),
    ],
)
def test_mag_monitoren__op_een_grond_en_niet_na_opschalen(
    ja: bool, grond: MonitoringGrond | None, datum: date | None, opschaling: OpschalingKeuze, waar: list[str]
) -> None:
    oordeel = mag_monitoren(ja, grond, datum, VANDAAG, opschaling)
    assert [reden.waar for reden in oordeel.redenen] == waar


def test_mag_aanbieden__aan_een_ander_en_een_keer() -> None:
    assert mag_aanbieden("politie", "om", al_aangeboden=False)
    assert not mag_aanbieden("politie", "politie", al_aangeboden=False)
    assert not mag_aanbieden("politie", "om", al_aangeboden=True)


def test_mag_aangehouden__met_reden_en_open() -> None:
    assert mag_aangehouden(BesprekingStatus.OPEN, "het OM was er niet")
    assert not mag_aangehouden(BesprekingStatus.OPEN, "")
    assert not mag_aangehouden(BesprekingStatus.AFGEROND, "het OM was er niet")


def test_mag_heropend__tot_het_verslag_is_vastgesteld_of_de_casus_opnieuw_is_besproken() -> None:
    mag = partial(mag_heropend, vastgesteld=False, later_besproken=False, reden="fout")
    assert mag(BesprekingStatus.AFGEROND)
    assert not mag(BesprekingStatus.AFGEROND, reden="")
    assert not mag(BesprekingStatus.AFGEROND, vastgesteld=True)
    assert not mag(BesprekingStatus.AFGEROND, later_besproken=True)
    assert not mag(BesprekingStatus.OPEN)


def test_mag_overleg_afgerond__noemt_wat_niet_besproken_is() -> None:
    assert mag_overleg_afgerond([])
    oordeel = mag_overleg_afgerond([Onbesproken("LW-2026-0001", "punt-1")])
    assert "LW-2026-0001" in oordeel.zinnen[0]
    assert oordeel.redenen[0].waar == "punt-1"
