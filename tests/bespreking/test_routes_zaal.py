"""The screen in the room: what it shows, and what it never shows, whoever sits there."""

from collections.abc import Callable
from datetime import date

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from models import (
    Aanschuiver,
    Aansluiting,
    AfwezigBij,
    Bespreking,
    Deelname,
    Gebeurtenis,
    Gebruiker,
    Informatiebijdrage,
    Maatregel,
    Spoedafspraak,
)
from models.waarden import (
    Aanwezigheid,
    BesprekingStatus,
    BijdrageStatus,
    ContactVeilig,
    Domein,
    OrganisatieSoort,
    OverlegStatus,
    Partnervorm,
    Rol,
    SpoedSoort,
    Toestemming,
    Veld,
)
from overleg.basis.klok import nu
from overleg.logboek.soorten import Soort
from tests.bespreking.conftest import Als, Zitting
from tests.bespreking.test_routes_afspraken import invoer
from tests.steun.fabriek import Fabriek

GEZAMENLIJK = (Veld.FEITENONDERZOEK, Veld.AFWEGING, Veld.VEILIGHEIDSPLAN)


@pytest.fixture
def vol(zitting: Zitting, als: Als) -> Zitting:
    """Return the meeting with the casus on, and something in every part of it."""
    zitting.casus.wat_gebeurd = "GEHEIM-aanmelding"
    zitting.casus.uitzondering_reden = "GEHEIM-uitzondering"
    zitting.marijke.geboortedatum = date(1987, 6, 5)
    zitting.marijke.contact_veilig, zitting.marijke.contact_hoe = (
        ContactVeilig.ONDER_VOORWAARDE,
        "GEHEIM-contact",
    )
    zitting.ruben.toestemming, zitting.ruben.toestemming_reden = Toestemming.ZONDER, "GEHEIM-toestemming"
    zitting.sessie.commit()
    zitting.begin(als(zitting.voorzitter))
    for soort in Veld:
        if soort is not Veld.PLAN_PERSOON:
            zitting.veld(
                soort
            ).waarde = f"{'Samen' if soort in GEZAMENLIJK else 'GEHEIM'} over {soort.value}."
    zitting.veld(Veld.GROOTSTE_ZORG).waarde = "Samen over grootste_zorg."
    zitting.sessie.add_all(
        [
            Spoedafspraak(
                casus_id=zitting.casus.id,
                soort=next(iter(SpoedSoort)),
                tekst="GEHEIM-spoed",
                door_id=zitting.agent.id,
            ),
            Maatregel(
                casus_id=zitting.casus.id,
                wat="Huisverbod voor Ruben",
                domein=Domein.BESTUURLIJK,
                uitvoerder="Gemeente",
                vanaf=date(2026, 12, 1),
            ),
            Informatiebijdrage(
                casus_id=zitting.casus.id,
                organisatie_id=zitting.politie.id,
                door_id=zitting.agent.id,
                status=BijdrageStatus.INGEDIEND,
                bekend=True,
                feiten="GEHEIM-bijdrage",
                ingediend_op=nu(),
            ),
        ]
    )
    zitting.sessie.commit()
    antwoord = als(zitting.agent).post(
        zitting.afspraken_url, data=invoer(zitting.politie, "Rijdt elke avond langs", "09-12-2026")
    )
    assert antwoord.status_code == 303
    return zitting


def _zaal(zitting: Zitting, als: Als, wie: Gebruiker | None = None) -> str:
    antwoord = als(wie or zitting.voorzitter).get(f"{zitting.url}/zaal")
    assert antwoord.status_code == 200
    return antwoord.text


def _zet(zitting: Zitting, wie: Gebruiker, aanwezigheid: Aanwezigheid) -> Deelname:
    """Put someone on the list of the meeting, or change how."""
    deelname = zitting.sessie.scalars(
        select(Deelname).where(Deelname.overleg_id == zitting.overleg.id, Deelname.gebruiker_id == wie.id)
    ).one_or_none()
    if deelname is None:
        deelname = Deelname(
            overleg_id=zitting.overleg.id, gebruiker_id=wie.id, organisatie_id=wie.organisatie_id
        )
        zitting.sessie.add(deelname)
    deelname.aanwezigheid = aanwezigheid
    zitting.sessie.commit()
    return deelname


def test_zaal__toont_het_gezamenlijke_en_niets_anders(vol: Zitting, als: Als) -> None:
    tekst = _zaal(vol, als)
    for zichtbaar in (
        vol.casus.kenmerk,
        vol.casus.concrete_vraag,
        "Marijke Stoelwinder",
        "slachtoffer",
        *(f"Samen over {soort.value}." for soort in (*GEZAMENLIJK, Veld.GROOTSTE_ZORG)),
        "Huisverbod voor Ruben",
        "Rijdt elke avond langs",
        "09-12-2026",
        "1. Regie op veiligheid",
        "minuten",
    ):
        assert str(zichtbaar) in tekst, zichtbaar
    for verborgen in ("GEHEIM", "1987", "toestemming", "Contact", 'method="post"', "<textarea", "Hoofdmenu"):
        assert verborgen not in tekst, verborgen


def test_zaal__wie_wegging_of_waarom__staat_er_niet(vol: Zitting, als: Als) -> None:
    deelname = _zet(vol, vol.vt_lid, Aanwezigheid.AANWEZIG)
    vol.sessie.add(
        AfwezigBij(deelname_id=deelname.id, punt_id=vol.punt.id, belangenconflict=True, toelichting="GEHEIM")
    )
    vol.sessie.commit()
    tekst = _zaal(vol, als)
    assert "Samen over afweging." in tekst, "who left is not in the room"
    for verborgen in ("Wiegersma", "belangenconflict", "GEHEIM"):
        assert verborgen not in tekst, verborgen


def test_zaal__gast_in_de_zaal__zonder_teksten_en_maatregelen(
    vol: Zitting, als: Als, fabriek: Fabriek
) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    fabriek.sessie.add(Aanschuiver(punt_id=vol.punt.id, organisatie_id=gemeente.id, naam="N. Elzinga"))
    fabriek.klaar()
    tekst = _zaal(vol, als)
    for zichtbaar in (
        str(vol.casus.kenmerk),
        "Marijke Stoelwinder",
        "Rijdt elke avond langs",
        "Er is een gast",
    ):
        assert zichtbaar in tekst, zichtbaar
    for verborgen in ("Samen over", "Huisverbod", "GEHEIM"):
        assert verborgen not in tekst, verborgen


@pytest.mark.parametrize("hoe", [Aanwezigheid.AANWEZIG, Aanwezigheid.VERWACHT])
def test_zaal__iemand_die_de_casus_niet_mag_zien__niets(
    vol: Zitting, als: Als, fabriek: Fabriek, hoe: Aanwezigheid
) -> None:
    ggz = fabriek.partner(vol.tafel, OrganisatieSoort.GGZ, Partnervorm.OP_VERZOEK)
    lid = fabriek.lid(vol.tafel, ggz, Rol.DEELNEMER)
    deelname = _zet(vol, lid, hoe)
    tekst = _zaal(vol, als)
    assert "Deze casus staat niet op dit scherm" in tekst
    for verborgen in (str(vol.casus.kenmerk), "Marijke", "Samen over", lid.naam, ggz.naam):
        assert verborgen not in tekst, verborgen
    deel = BeautifulSoup(als(vol.voorzitter).get(vol.punt_url).text, "html.parser").find(id="afwezig")
    assert deel is not None
    zegt = f"{lid.naam} ({ggz.naam}) mag deze casus niet zien"
    assert zegt in " ".join(deel.get_text().split())
    assert lid.naam not in als(vol.agent).get(f"{vol.punt_url}?deel=afwezig").text, "only who leads reads it"
    besproken = vol.sessie.scalars(select(Bespreking).where(Bespreking.punt_id == vol.punt.id)).one()
    besproken.status, besproken.aangehouden_reden = BesprekingStatus.AANGEHOUDEN, "Later."
    vol.sessie.commit()
    na = als(vol.voorzitter).get(vol.punt_url).text
    assert "toont deze casus niet" not in na, "nothing to do about it any more"
    besproken.status = BesprekingStatus.OPEN
    vol.sessie.add(AfwezigBij(deelname_id=deelname.id, punt_id=vol.punt.id, belangenconflict=False))
    vol.sessie.commit()
    assert "Samen over afweging." in _zaal(vol, als), "gone for this item"
    assert "toont deze casus niet" not in als(vol.voorzitter).get(vol.punt_url).text
    vol.sessie.query(AfwezigBij).delete()
    vol.sessie.add(
        Aansluiting(
            casus_id=vol.casus.id,
            organisatie_id=ggz.id,
            reden="x",
            besloten_door_id=vol.voorzitter.id,
            als_gast=False,
        )
    )
    vol.sessie.commit()
    assert "Samen over afweging." in _zaal(vol, als), "the voorzitter had them join"


def test_zaal__naam_zonder_account__telt_mee(vol: Zitting, als: Als, fabriek: Fabriek) -> None:
    crisis = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    rij = Deelname(
        overleg_id=vol.overleg.id,
        naam="Iemand van buiten",
        organisatie_id=crisis.id,
        aanwezigheid=Aanwezigheid.AANWEZIG,
    )
    vol.sessie.add(rij)
    vol.sessie.commit()
    assert "Marijke" not in _zaal(vol, als)
    rij.organisatie_id = vol.politie.id
    vol.sessie.commit()
    assert "Samen over afweging." in _zaal(vol, als)


def test_zaal__tussen_de_punten__geen_casus_en_geen_aantal(vol: Zitting, als: Als) -> None:
    voorzitter = als(vol.voorzitter)
    assert voorzitter.post(f"{vol.url}/{vol.opening.id}/begin").status_code == 303
    vol.sessie.expire_all()
    tekst = _zaal(vol, als)
    assert "Opening en registratieafspraken" in tekst
    assert 'aria-current="step"' in tekst
    for verborgen in (str(vol.casus.kenmerk), str(vol.andere.kenmerk), "Casus", "casus", "Marijke"):
        assert verborgen not in tekst, verborgen


def test_zaal__gast_na_het_eigen_punt__ziet_de_volgende_niet(
    vol: Zitting, als: Als, fabriek: Fabriek
) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(vol.tafel, gemeente, Rol.GAST)
    fabriek.sessie.add(Aanschuiver(punt_id=vol.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    fabriek.klaar()
    _zet(vol, gast, Aanwezigheid.AANWEZIG).punt_id = vol.punt.id
    vol.sessie.commit()
    assert "Er is een gast" in _zaal(vol, als)
    assert als(vol.voorzitter).post(f"{vol.url}/{vol.ander_punt.id}/begin").status_code == 303
    vol.sessie.expire_all()
    assert "Er is een gast" not in _zaal(vol, als)
    assert str(vol.casus.kenmerk) not in _zaal(vol, als)


def test_zaal__alleen_wie_het_overleg_leidt(vol: Zitting, als: Als, fabriek: Fabriek) -> None:
    gemeente = fabriek.organisatie(OrganisatieSoort.GEMEENTE)
    gast = fabriek.lid(vol.tafel, gemeente, Rol.GAST)
    fabriek.sessie.add(Aanschuiver(punt_id=vol.punt.id, organisatie_id=gemeente.id, gebruiker_id=gast.id))
    secretaris = fabriek.lid(vol.tafel, vol.vt, Rol.SECRETARIS)
    fabriek.klaar()
    statussen = {wie: als(wie).get(f"{vol.url}/zaal").status_code for wie in (vol.agent, gast, secretaris)}
    assert statussen == {vol.agent: 403, gast: 403, secretaris: 200}
    assert "bespreking/zaal" in als(vol.voorzitter).get(vol.url).text
    for wie in (vol.agent, gast):
        assert "bespreking/zaal" not in als(wie).get(vol.url).text


def test_zaal__geopend_door_wie_wegging__toont_die_casus_niet(vol: Zitting, als: Als) -> None:
    deelname = _zet(vol, vol.voorzitter, Aanwezigheid.AANWEZIG)
    vol.sessie.add(AfwezigBij(deelname_id=deelname.id, punt_id=vol.punt.id, belangenconflict=True))
    vol.sessie.commit()
    tekst = _zaal(vol, als)
    for verborgen in (str(vol.casus.kenmerk), "Marijke", "Samen over"):
        assert verborgen not in tekst, verborgen


def test_zaal__blik_staat_in_het_logboek(vol: Zitting, als: Als, fabriek: Fabriek) -> None:
    secretaris = fabriek.lid(vol.tafel, vol.vt, Rol.SECRETARIS)
    fabriek.klaar()
    for _keer in range(2):
        _zaal(vol, als, secretaris)
    aantal = vol.sessie.scalar(
        select(func.count())
        .select_from(Gebeurtenis)
        .where(
            Gebeurtenis.gebruiker_id == secretaris.id,
            Gebeurtenis.casus_id == vol.casus.id,
            Gebeurtenis.soort == Soort.CASUS_BEKEKEN.value,
        )
    )
    assert aantal == 1


def test_zaal__evenveel_vragen__hoeveel_mensen_ook(
    vol: Zitting, als: Als, fabriek: Fabriek, tel_vragen: Callable[[Callable[[], object]], int]
) -> None:
    client, pad = als(vol.voorzitter), f"{vol.url}/zaal"
    assert client.get(pad).status_code == 200
    weinig = tel_vragen(lambda: client.get(pad))
    for _nr in range(5):
        _zet(vol, fabriek.lid(vol.tafel, vol.politie, Rol.DEELNEMER), Aanwezigheid.AANWEZIG)
        fabriek.casus(vol.tafel, vol.agent, vol.casus.status)
    fabriek.klaar()
    assert tel_vragen(lambda: client.get(pad)) == weinig


def test_zaal__vastgesteld__dicht(vol: Zitting, als: Als) -> None:
    vol.overleg.status, vol.overleg.vastgesteld_op = OverlegStatus.VASTGESTELD, nu()
    vol.sessie.commit()
    assert als(vol.voorzitter).get(f"{vol.url}/zaal").status_code == 403
