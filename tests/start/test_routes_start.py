"""The first page: what each role must do now."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from models import Aanschuiver, Afspraak, Gebruiker, Informering, Maatregel
from models.waarden import (
    AfspraakSoort,
    Akkoord,
    BetrokkeneRol,
    CasusStatus,
    Domein,
    MeldingStatus,
    OrganisatieSoort,
    OverlegStatus,
    PuntSoort,
    Rol,
)
from overleg.basis.klok import nu, vandaag
from overleg.basis.weergave import datum
from tests.steun.fabriek import Fabriek

Als = Callable[[Gebruiker], FlaskClient]


def test_start__voorzitter__ziet_triage_en_verslagen(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    fabriek.casus(tafel, voorzitter, CasusStatus.AANGEMELD)
    fabriek.casus(tafel, voorzitter, CasusStatus.CONCEPT, acuut=True)
    fabriek.overleg(tafel, vandaag() - timedelta(days=3), OverlegStatus.AFGEROND)
    pagina = als(voorzitter).get("/").text
    assert "Aanmeldingen die op triage wachten" in pagina
    assert "Acuut gevaar gemeld: nog zonder kenmerk" in pagina
    assert "stel het vast" in pagina
    assert "3 dagen geleden" in pagina


def test_start__wie_leidt__ziet_wat_binnen_een_week_afloopt(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    agent = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    dag, weg = vandaag(), timedelta(days=40)
    dagen = {
        "LW-2026-0101": (dag + timedelta(days=2), None),  # ends before the next overleg
        "LW-2026-0102": (dag + weg, dag + timedelta(days=7)),
        "LW-2026-0103": (dag + timedelta(days=8), None),
        "LW-2026-0104": (dag - timedelta(days=1), dag - timedelta(days=2)),
        "LW-2026-0105": (dag - timedelta(days=8), None),
        "LW-2026-0106": (dag + weg, dag - timedelta(days=20)),
    }
    for kenmerk, (tot, herbeoordeling) in dagen.items():
        casus = fabriek.casus(tafel, agent, CasusStatus.BESPROKEN, kenmerk=kenmerk)
        fabriek.sessie.add(
            Maatregel(
                casus_id=casus.id,
                wat="Kanariehuisverbod",
                domein=Domein.BESTUURLIJK,
                vanaf=dag - weg,
                tot=tot,
                herbeoordeling=herbeoordeling,
            )
        )
    fabriek.klaar()
    pagina = als(voorzitter).get("/").text
    assert "LW-2026-0101: een maatregel loopt af" in pagina
    assert "LW-2026-0102: een maatregel moet opnieuw bekeken worden" in pagina
    assert "LW-2026-0104: een maatregel is afgelopen" in pagina
    assert "LW-2026-0106: een maatregel had opnieuw bekeken moeten worden" in pagina, "it stays until done"
    for niet in ("LW-2026-0103", "LW-2026-0105", "LW-2026-0104: een maatregel had", "Kanariehuisverbod"):
        assert niet not in pagina
    assert "een maatregel" not in als(agent).get("/").text


def test_start__wie_leidt__ziet_een_overleg_dat_niemand_startte(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    agent = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.POLITIE), Rol.DEELNEMER)
    gisteren = vandaag() - timedelta(days=1)
    fabriek.overleg(tafel, gisteren, OverlegStatus.GEPUBLICEERD)
    fabriek.overleg(tafel, gisteren - timedelta(days=7), OverlegStatus.GEANNULEERD)
    fabriek.overleg(tafel, vandaag(), OverlegStatus.GEPUBLICEERD)
    fabriek.klaar()
    pagina = als(voorzitter).get("/").text
    assert f"Overleg van {datum(gisteren)}: start het alsnog of laat het vervallen" in pagina
    assert pagina.count("Niet gestart") == 1
    assert "Niet gestart" not in als(agent).get("/").text


def test_start__partner__ziet_eigen_afspraken_en_niet_die_van_een_ander(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    om = fabriek.partner(tafel, OrganisatieSoort.OM)
    agent = fabriek.lid(tafel, politie, Rol.DEELNEMER)
    officier = fabriek.lid(tafel, om, Rol.DEELNEMER)
    casus = fabriek.casus(tafel, agent, CasusStatus.BESPROKEN)
    overleg = fabriek.overleg(tafel, vandaag() - timedelta(days=7), OverlegStatus.AFGEROND)
    bespreking = fabriek.bespreking(overleg, casus, nu())
    fabriek.sessie.add(
        Afspraak(
            casus_id=casus.id,
            bespreking_id=bespreking.id,
            nummer=1,
            wat="Aangifte opnemen",
            soort=AfspraakSoort.ONDERZOEK,
            domein=Domein.STRAF,
            organisatie_id=politie.id,
            datum=vandaag() - timedelta(days=1),
            geldt_vanaf=nu(),
        )
    )
    assert "1 te laat" in als(agent).get("/").text
    assert "Afspraken van uw organisatie" not in als(officier).get("/").text
    zonder_plaats = fabriek.gebruiker(politie)
    assert "Afspraken van uw organisatie" not in als(zonder_plaats).get("/").text


def test_start__melding_te_laat__bij_inbrenger_en_leiding_tot_zij_er_is(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    inbrenger, collega = (fabriek.lid(tafel, politie, rol) for rol in (Rol.INBRENGER, Rol.DEELNEMER))
    volgt = {"melding_status": MeldingStatus.VOLGT, "melding_volgt_door": "K. Bos"}
    gisteren, zin = vandaag() - timedelta(days=1), "Melding bij Veilig Thuis is er nog niet"
    casus = fabriek.casus(
        tafel, inbrenger, CasusStatus.TOEGELATEN, **volgt, melding_volgt_uiterlijk=vandaag()
    )
    fabriek.casus(tafel, inbrenger, CasusStatus.GESLOTEN, **volgt, melding_volgt_uiterlijk=gisteren)
    fabriek.klaar()
    for wie in (voorzitter, inbrenger, collega):
        assert zin not in als(wie).get("/").text, "today it may still come"
    casus.melding_volgt_uiterlijk = gisteren
    fabriek.klaar()
    for wie in (voorzitter, inbrenger):
        assert als(wie).get("/").text.count(zin) == 1
    assert zin not in als(collega).get("/").text
    casus.melding_status, casus.melding_datum = MeldingStatus.GEDAAN, vandaag()
    fabriek.klaar()
    assert zin not in als(voorzitter).get("/").text


def test_start__gast__ziet_eigen_slot_en_geen_ander_overleg(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    gast = fabriek.gebruiker(fabriek.organisatie(OrganisatieSoort.GEMEENTE))
    overleg = fabriek.overleg(tafel, vandaag() + timedelta(days=1), OverlegStatus.GEPUBLICEERD)
    casus = fabriek.casus(tafel, voorzitter, CasusStatus.GEAGENDEERD)
    punt = fabriek.punt(overleg, PuntSoort.CASUS, casus)
    assert tafel.naam not in als(gast).get("/").text
    fabriek.sessie.add(
        Aanschuiver(
            punt_id=punt.id,
            organisatie_id=gast.organisatie_id,
            gebruiker_id=gast.id,
            slot_begin=overleg.begin.replace(hour=10),
            slot_einde=overleg.begin.replace(hour=11),
        )
    )
    pagina = als(gast).get("/").text
    assert "10.00 tot 11.00 uur" in pagina
    assert str(casus.kenmerk) not in pagina


def test_start__gast_met_plaats_als_gast__ziet_niet_de_tijd_van_het_hele_overleg(
    fabriek: Fabriek, als: Als
) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    gast = fabriek.lid(tafel, fabriek.organisatie(OrganisatieSoort.GEMEENTE), Rol.GAST)
    overleg = fabriek.overleg(tafel, vandaag() + timedelta(days=1), OverlegStatus.GEPUBLICEERD)
    casus = fabriek.casus(tafel, voorzitter, CasusStatus.GEAGENDEERD)
    punt = fabriek.punt(overleg, PuntSoort.CASUS, casus)
    slot = Aanschuiver(punt_id=punt.id, organisatie_id=gast.organisatie_id, gebruiker_id=gast.id)
    fabriek.sessie.add(slot)
    assert "uw tijd volgt" in als(gast).get("/").text
    assert "Uw tijd volgt" in als(gast).get("/overleggen").text
    slot.slot_begin, slot.slot_einde = overleg.begin.replace(hour=10), overleg.begin.replace(hour=11)
    assert "10.00 tot 11.00 uur" in als(gast).get("/").text
    lijst = als(gast).get("/overleggen").text
    assert "10.00–11.00" in lijst
    assert f"{overleg.begin:%H.%M}–" not in lijst


def test_start__zonder_plaats_aan_een_tafel__zegt_wat_te_doen(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    zonder, met = fabriek.gebruiker(politie), fabriek.lid(tafel, politie, Rol.DEELNEMER)
    pagina = als(zonder).get("/").text
    assert "U zit nog aan geen tafel." in pagina
    assert 'href="/casussen"' not in pagina, "no entry that leads to a refusal"
    assert "U zit nog aan geen tafel." not in als(met).get("/").text


def test_menu__wie_alleen_beheert__geen_ingangen_naar_lege_lijsten(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    organisatie = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    beheerder = fabriek.gebruiker(organisatie, beheerder=True)
    ook_lid = fabriek.lid(tafel, organisatie, Rol.DEELNEMER)
    ook_lid.beheerder = True
    fabriek.klaar()
    ingangen = ("/overleggen", "/acties")
    menu = als(beheerder).get("/").text.split("<main")[0]
    assert 'href="/beheer"' in menu
    assert not [pad for pad in ingangen if f'href="{pad}"' in menu]
    menu = als(ook_lid).get("/").text.split("<main")[0]
    assert all(f'href="{pad}"' in menu for pad in ingangen)


def test_start__informeren_en_geweigerde_afspraken__in_woorden(fabriek: Fabriek, als: Als) -> None:
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    politie = fabriek.partner(tafel, OrganisatieSoort.POLITIE)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    agent = fabriek.lid(tafel, politie, Rol.DEELNEMER)
    casus = fabriek.casus(tafel, agent, CasusStatus.BESPROKEN)
    overleg = fabriek.overleg(tafel, vandaag() - timedelta(days=7), OverlegStatus.AFGEROND)
    bespreking = fabriek.bespreking(overleg, casus, nu())
    wie = fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Marijke Stoelwinder")
    for dagen in (-1, 3):
        fabriek.sessie.add(
            Informering(
                casus_id=casus.id,
                bespreking_id=bespreking.id,
                betrokkene_id=wie.id,
                wat="Wat er is afgesproken",
                op=vandaag() + timedelta(days=dagen),
                organisatie_id=politie.id,
            )
        )
    fabriek.sessie.add(
        Afspraak(
            casus_id=casus.id,
            bespreking_id=bespreking.id,
            nummer=1,
            wat="Aangifte opnemen",
            soort=AfspraakSoort.ONDERZOEK,
            domein=Domein.STRAF,
            organisatie_id=politie.id,
            datum=vandaag() + timedelta(days=1),
            geldt_vanaf=nu(),
            akkoord=Akkoord.GEWEIGERD,
            akkoord_reden="Geen mensen.",
            akkoord_wie="T. Hoekman",
            akkoord_op=nu(),
        )
    )
    fabriek.klaar()
    bij_agent = BeautifulSoup(als(agent).get("/").text, "html.parser")
    regels = [li.get_text(" ", strip=True) for li in bij_agent.find_all("li", class_="taak")]
    (regel,) = [regel for regel in regels if "informeren" in regel]
    assert regel == "Mensen en partijen die u moet informeren 2 1 te laat"
    bij_voorzitter = als(voorzitter).get("/").text
    assert "Afspraken waarmee een organisatie niet akkoord is" in bij_voorzitter
    assert "Marijke" not in bij_voorzitter


@pytest.mark.parametrize(
    ("pad", "actief"),
    [
        ("/", ["Vandaag"]),
        ("/casussen", ["Casussen"]),
        ("/casussen/uit-formulier", ["Casussen"]),
        ("/overleggen", ["Overleggen"]),
        ("/kalender", []),
        ("/mail", []),
    ],
)
def test_menu__zegt_waar_men_is(fabriek: Fabriek, als: Als, pad: str, actief: list[str]) -> None:
    tafel = fabriek.tafel()
    voorzitter = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    fabriek.klaar()
    soep = BeautifulSoup(als(voorzitter).get(pad).text, "html.parser")
    gevonden = [link.get_text(strip=True) for link in soep.select(".hoofdnav [aria-current]")]
    assert gevonden == actief
