"""The meeting as a whole: who is there, which item is on, the actions of last time, who sees what."""

from datetime import time, timedelta

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from models import Aanschuiver, Afspraak, AfwezigBij, Deelname, Gebeurtenis
from models.waarden import (
    Aanwezigheid,
    AfspraakSoort,
    AfspraakStatus,
    BesprekingStatus,
    Domein,
    OrganisatieSoort,
    OverlegStatus,
    Partnervorm,
    Rol,
)
from overleg.agenda.handelingen import zet_door
from overleg.basis.klok import hier, moment_van, nu, vandaag
from overleg.bespreking.regels.verloop import DOORGEZET
from tests.bespreking.conftest import DAG, Als, Zitting
from tests.steun.fabriek import Fabriek


def _afspraak(zitting: Zitting, fabriek: Fabriek) -> Afspraak:
    """Return an open afspraak of an earlier meeting, that should have been done yesterday."""
    eerder = fabriek.overleg(zitting.tafel, DAG - timedelta(days=7), OverlegStatus.AFGEROND)
    eerder.begonnen_op = nu()
    bespreking = fabriek.bespreking(eerder, zitting.casus, afgerond_op=nu())
    afspraak = Afspraak(
        casus_id=zitting.casus.id,
        bespreking_id=bespreking.id,
        nummer=1,
        wat="Vast aanspreekpunt regelen",
        soort=AfspraakSoort.INTERVENTIE,
        domein=Domein.STRAF,
        organisatie_id=zitting.politie.id,
        datum=vandaag() - timedelta(days=1),
        geldt_vanaf=nu(),
    )
    fabriek.sessie.add(afspraak)
    fabriek.klaar()
    return afspraak


def test_starten__partner__mag_niet(zitting: Zitting, als: Als) -> None:
    agent = als(zitting.agent)
    assert agent.get(zitting.url).status_code == 200
    assert agent.post(f"{zitting.url}/start").status_code == 403
    voorzitter = als(zitting.voorzitter)
    assert voorzitter.post(f"{zitting.punt_url}/begin").status_code == 422
    assert voorzitter.post(f"{zitting.url}/start").status_code == 303
    assert voorzitter.post(f"{zitting.url}/start").status_code == 422
    assert agent.post(f"{zitting.punt_url}/begin").status_code == 403


def test_andere_tafel__404(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    elders = fabriek.tafel("Brakzijl", "BZ")
    vreemde = fabriek.lid(elders, fabriek.partner(elders, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    fabriek.klaar()
    zitting.begin(als(zitting.voorzitter))
    client = als(vreemde)
    veld = zitting.bespreking.velden[0]
    for url in (zitting.url, zitting.punt_url, f"{zitting.tekst_url(veld)}/versies", zitting.afspraken_url):
        assert client.get(url).status_code == 404, url
    assert client.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "x"}).status_code == 404


def test_punten__tijd_telt_over_meer_beurten(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    zitting.punt.loopt_sinds = nu() - timedelta(minutes=25)
    zitting.sessie.commit()
    assert "5 minuten over de tijd (25 van 20)" in voorzitter.get(zitting.punt_url).text
    voorzitter.post(f"{zitting.url}/{zitting.ander_punt.id}/begin")
    zitting.sessie.expire_all()
    assert zitting.punt.beeindigd_op is not None
    assert 1500 <= zitting.punt.gebruikt_seconden < 1560
    voorzitter.post(f"{zitting.punt_url}/begin")
    assert "5 minuten over de tijd" in voorzitter.get(zitting.punt_url).text


def _rij(deelname: Deelname, **velden: str) -> dict[str, str]:
    return {f"{deelname.id}-{naam}": waarde for naam, waarde in velden.items()}


def test_opening__aanwezig_akkoord_en_vervanging(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    deelnames = zitting.sessie.scalars(select(Deelname)).all()
    assert {d.gebruiker_id for d in deelnames} == {
        zitting.voorzitter.id,
        zitting.vt_lid.id,
        zitting.agent.id,
        zitting.officier.id,
    }
    data: dict[str, str] = {}
    for deelname in deelnames:
        data |= _rij(deelname, aanwezigheid="aanwezig", akkoord="ja", mandaat="y", gekomen="09.05")
    assert voorzitter.post(f"{zitting.url}/deelnames", data=data).status_code == 303
    zitting.sessie.expire_all()
    assert {d.aanwezigheid for d in deelnames} == {Aanwezigheid.AANWEZIG}
    assert all(d.registratie_akkoord and d.gekomen_op for d in deelnames)
    weg = data | _rij(deelnames[0], aanwezigheid="vertrokken", vertrokken="25.99")
    antwoord = voorzitter.post(f"{zitting.url}/deelnames", data=weg)
    assert antwoord.status_code == 422
    assert "25.99" in antwoord.text
    weg |= _rij(deelnames[0], vertrokken="10.30", vervangt=str(zitting.agent.id))
    assert voorzitter.post(f"{zitting.url}/deelnames", data=weg).status_code == 303
    zitting.sessie.expire_all()
    assert deelnames[0].aanwezigheid is Aanwezigheid.VERTROKKEN
    assert deelnames[0].vertrokken_op is not None
    regels = zitting.sessie.scalars(
        select(Gebeurtenis).where(Gebeurtenis.soort == "deelname_vastgelegd")
    ).all()
    assert len(regels) == len(deelnames) + 1


def test_opening__een_rij_bewaart_zichzelf(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    eerste, tweede = zitting.sessie.scalars(select(Deelname).order_by(Deelname.id).limit(2)).all()
    pad, htmx = f"{zitting.url}/deelnames/{eerste.id}", {"HX-Request": "true"}
    fout = voorzitter.post(pad, data=_rij(eerste, aanwezigheid="aanwezig", gekomen="25.99"), headers=htmx)
    assert fout.status_code == 422
    assert "Niet opgeslagen" in fout.text
    goed = voorzitter.post(pad, data=_rij(eerste, aanwezigheid="aanwezig", mandaat="y"), headers=htmx)
    assert goed.status_code == 200
    assert "Opgeslagen" in goed.text
    assert "<input" not in goed.text, "an answer never replaces what someone is filling in"
    zitting.sessie.expire_all()
    assert (eerste.aanwezigheid, tweede.aanwezigheid) == (Aanwezigheid.AANWEZIG, Aanwezigheid.VERWACHT)
    gekomen = eerste.gekomen_op
    voorzitter.post(pad, data=_rij(eerste, aanwezigheid="aanwezig", akkoord="ja"), headers=htmx)
    zitting.sessie.expire_all()
    assert eerste.gekomen_op == gekomen, "saving again does not move the time of coming"
    zonder = voorzitter.post(pad, data=_rij(eerste, aanwezigheid="onzin"))
    assert zonder.status_code == 422
    assert voorzitter.post(pad, data=_rij(eerste, aanwezigheid="aanwezig")).status_code == 303
    assert als(zitting.agent).post(pad, data=_rij(eerste, aanwezigheid="afwezig")).status_code == 403


def test_opening__allen__vult_alleen_aan_wat_open_is(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    deelnames = zitting.sessie.scalars(select(Deelname).order_by(Deelname.id)).all()
    data: dict[str, str] = _rij(deelnames[0], aanwezigheid="afgemeld")
    for deelname in deelnames[1:]:
        data |= _rij(deelname, aanwezigheid="verwacht")
    data |= _rij(deelnames[1], akkoord="nee")
    assert voorzitter.post(f"{zitting.url}/deelnames", data=data | {"allen": "aanwezig"}).status_code == 303
    zitting.sessie.expire_all()
    assert deelnames[0].aanwezigheid is Aanwezigheid.AFGEMELD
    assert {d.aanwezigheid for d in deelnames[1:]} == {Aanwezigheid.AANWEZIG}
    data = {naam: "aanwezig" if waarde == "verwacht" else waarde for naam, waarde in data.items()}
    assert voorzitter.post(f"{zitting.url}/deelnames", data=data | {"allen": "akkoord"}).status_code == 303
    zitting.sessie.expire_all()
    assert [d.registratie_akkoord for d in deelnames[:3]] == [None, False, True]


def test_opening__allen__slaat_de_gast_over_die_later_komt(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    gast, vast = zitting.sessie.scalars(select(Deelname).order_by(Deelname.id).limit(2)).all()
    gast.punt_id = zitting.punt.id
    zitting.sessie.commit()
    data: dict[str, str] = {}
    for deelname in zitting.sessie.scalars(select(Deelname)):
        data |= _rij(deelname, aanwezigheid="verwacht")
    assert voorzitter.post(f"{zitting.url}/deelnames", data=data | {"allen": "aanwezig"}).status_code == 303
    zitting.sessie.expire_all()
    assert (gast.aanwezigheid, vast.aanwezigheid) == (Aanwezigheid.VERWACHT, Aanwezigheid.AANWEZIG)


def test_opening__iemand_erbij(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    laat = fabriek.lid(zitting.tafel, zitting.politie, Rol.DEELNEMER, naam="A. Vervanger")
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    nieuw = f"{zitting.url}/deelnames/nieuw"
    assert voorzitter.post(nieuw, data={}).status_code == 422
    data = {"naam": "J. Zonder-Account", "organisatie": str(zitting.om.id)}
    assert voorzitter.post(nieuw, data=data).status_code == 303
    assert voorzitter.post(nieuw, data={"gebruiker": str(laat.id)}).status_code == 422
    assert "J. Zonder-Account" in voorzitter.get(zitting.url).text


def test_doorgeschoven__staat_erbij_en_begint_hier_niet(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    later = fabriek.overleg(zitting.tafel, DAG + timedelta(days=7))
    zet_door(zitting.sessie, fabriek.vrager(zitting.voorzitter), zitting.ander_punt, later)
    fabriek.klaar()
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    begin = f"{zitting.url}/{zitting.ander_punt.id}/begin"
    agenda = voorzitter.get(zitting.url).text
    assert "Doorgeschoven" in agenda
    assert begin not in agenda
    blad = voorzitter.get(f"{zitting.url}/{zitting.ander_punt.id}").text
    assert DOORGEZET.zinnen[0] in blad
    assert begin not in blad
    geweigerd = voorzitter.post(begin)
    assert geweigerd.status_code == 422
    assert DOORGEZET.zinnen[0] in geweigerd.text


def test_afgerond__staat_op_de_agenda_en_niet_dat_het_aan_de_beurt_is(
    zitting: Zitting, als: Als, fabriek: Fabriek
) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.begin(voorzitter)
    bespreking = zitting.bespreking
    bespreking.status, bespreking.afgerond_op = BesprekingStatus.AFGEROND, nu()
    zitting.sessie.commit()
    blad = voorzitter.get(zitting.punt_url).text
    assert f"Verder met {zitting.andere.kenmerk}" in blad
    assert f"{zitting.url}/{zitting.ander_punt.id}/begin" in blad
    assert "Verder met" not in als(zitting.agent).get(zitting.punt_url).text
    agenda = voorzitter.get(zitting.url).text
    assert BesprekingStatus.AFGEROND.tekst in agenda
    assert "Nu aan de beurt" not in agenda
    later = fabriek.overleg(zitting.tafel, DAG + timedelta(days=7))
    zet_door(zitting.sessie, fabriek.vrager(zitting.voorzitter), zitting.ander_punt, later)
    fabriek.klaar()
    laatste = voorzitter.get(zitting.punt_url).text
    assert "Verder met" not in laatste
    assert "Naar het afronden van het overleg" in laatste


def test_opening__op_een_andere_dag_gestart__tijden_tellen_op_die_dag(zitting: Zitting, als: Als) -> None:
    voorzitter = als(zitting.voorzitter)
    zitting.overleg.datum = vandaag() + timedelta(days=3)
    zitting.sessie.commit()
    zitting.begin(voorzitter)
    begonnen = zitting.overleg.begonnen_op
    assert begonnen is not None
    deelname = zitting.sessie.scalars(select(Deelname).limit(1)).one()
    rij = _rij(deelname, aanwezigheid="aanwezig", akkoord="ja", gekomen="09.05")
    assert voorzitter.post(f"{zitting.url}/deelnames/{deelname.id}", data=rij).status_code in {200, 204, 303}
    zitting.sessie.expire_all()
    assert deelname.gekomen_op == moment_van(hier(begonnen).date(), time(9, 5))


def test_belangenconflict__sluit_de_casus_meteen(zitting: Zitting, als: Als) -> None:
    voorzitter, officier = als(zitting.voorzitter), als(zitting.officier)
    zitting.begin(voorzitter)
    assert officier.get(zitting.punt_url).status_code == 200
    deelname = zitting.sessie.scalars(
        select(Deelname).where(Deelname.gebruiker_id == zitting.officier.id)
    ).one()
    weg = {"deelname": str(deelname.id), "belangenconflict": "y", "toelichting": "Familie van een betrokkene"}
    assert officier.post(f"{zitting.punt_url}/afwezig", data=weg).status_code == 403
    assert voorzitter.post(f"{zitting.punt_url}/afwezig", data={}).status_code == 422
    assert voorzitter.post(f"{zitting.punt_url}/afwezig", data=weg).status_code == 303
    veld = zitting.bespreking.velden[0]
    for url in (zitting.punt_url, f"{zitting.tekst_url(veld)}/versies", f"/casussen/{zitting.casus.id}"):
        assert officier.get(url).status_code == 404, url
    assert officier.post(zitting.tekst_url(veld), data={"versie": "1", "waarde": "x"}).status_code == 404
    lijst = officier.get(zitting.url).text
    assert str(zitting.casus.kenmerk) not in lijst
    assert str(zitting.andere.kenmerk) in lijst
    assert "belangenconflict" in voorzitter.get(zitting.punt_url).text
    terug = f"/deelnames/{deelname.id}/bespreking/{zitting.punt.id}/terug"
    assert voorzitter.post(terug).status_code == 422, "lifting it takes two persons"
    assert zitting.sessie.scalars(select(AfwezigBij)).all()
    assert officier.get(zitting.punt_url).status_code == 404


@pytest.mark.parametrize(
    ("status", "ingeklapt"),
    [
        (AfspraakStatus.NIET_GEDAAN, False),
        (AfspraakStatus.BEZIG, False),
        (AfspraakStatus.GEDAAN, True),
        (AfspraakStatus.NIET_MOGELIJK, True),
    ],
)
def test_acties__niet_gedaan_staat_bij_wat_openstaat(
    zitting: Zitting, als: Als, fabriek: Fabriek, status: AfspraakStatus, ingeklapt: bool
) -> None:
    afspraak = _afspraak(zitting, fabriek)
    afspraak.status, afspraak.status_op, afspraak.status_reden = status, nu(), "De woning was leeg"
    fabriek.klaar()
    soep = BeautifulSoup(als(zitting.voorzitter).get(zitting.url).text, "html.parser")
    rij = next(rij for rij in soep.select("#acties tr") if afspraak.wat in rij.get_text())
    assert (rij.find_parent("details") is not None) is ingeklapt


def test_acties__gedaan_en_niet_meer_mogelijk_met_reden(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    afspraak = _afspraak(zitting, fabriek)
    voorzitter = als(zitting.voorzitter)
    voorzitter.post(f"{zitting.url}/start")
    pagina = voorzitter.get(zitting.url).text
    assert "Vast aanspreekpunt regelen" in pagina
    assert "Te laat" in pagina
    basis = f"{zitting.url}/acties/{afspraak.id}"
    zonder = voorzitter.post(f"{basis}/melden", data={"versie": "1", "stand": "niet_mogelijk"})
    assert zonder.status_code == 422
    data = {"versie": "1", "stand": "niet_mogelijk", "tekst": "Zij is verhuisd"}
    assert voorzitter.post(f"{basis}/melden", data=data).status_code == 303
    zitting.sessie.expire_all()
    assert (afspraak.status, afspraak.status_reden) == (AfspraakStatus.NIET_MOGELIJK, "Zij is verhuisd")
    assert "Zij is verhuisd" in voorzitter.get(zitting.url).text
    assert voorzitter.post(f"{basis}/melden", data=data).status_code in {409, 422}
    assert voorzitter.post(f"{basis}/gedaan").status_code == 422


def test_gast__alleen_het_eigen_punt_en_alleen_nu(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(zitting.tafel, gemeente, Rol.GAST, naam="N. Elzinga")
    fabriek.sessie.add(Aanschuiver(punt_id=zitting.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    fabriek.klaar()
    client, voorzitter = als(gast), als(zitting.voorzitter)
    voorzitter.post(f"{zitting.url}/start")
    assert client.get(zitting.punt_url).status_code == 404
    voorzitter.post(f"{zitting.punt_url}/begin")
    zitting.sessie.expire_all()
    pagina = client.get(zitting.punt_url)
    assert pagina.status_code == 200
    for verborgen in (zitting.andere.kenmerk, "Volgende:", "S. Wiegersma", "Vorige:"):
        assert str(verborgen) not in pagina.text
    overzicht = client.get(zitting.url).text
    assert str(zitting.andere.kenmerk) not in overzicht
    assert "T. Hoekman" not in overzicht
    veld = zitting.bespreking.velden[0]
    opslaan = {"versie": str(veld.versie), "waarde": "Van de gast"}
    assert client.post(zitting.tekst_url(veld), data=opslaan).status_code == 404
    voorzitter.post(f"{zitting.url}/{zitting.ander_punt.id}/begin")
    assert client.get(zitting.punt_url).status_code == 404
    assert client.get(f"{zitting.tekst_url(veld)}/versies").status_code == 404
    assert client.post(zitting.tekst_url(veld), data=opslaan).status_code == 404


def test_partner_op_verzoek__ziet_de_casus_niet(zitting: Zitting, als: Als, fabriek: Fabriek) -> None:
    rvdk = fabriek.partner(zitting.tafel, OrganisatieSoort.RVDK, Partnervorm.OP_VERZOEK)
    lid = fabriek.lid(zitting.tafel, rvdk, Rol.DEELNEMER)
    fabriek.klaar()
    zitting.begin(als(zitting.voorzitter))
    client = als(lid)
    assert client.get(zitting.punt_url).status_code == 404
    assert str(zitting.casus.kenmerk) not in client.get(zitting.url).text
