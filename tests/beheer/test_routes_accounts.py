"""Organisaties, accounts and the outbox: what a beheerder may, and what not even a beheerder may."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Afspraak,
    Belang,
    Belanguitzondering,
    Bericht,
    Besluit,
    Casus,
    Gebeurtenis,
    Gebruiker,
    Informering,
    Lidmaatschap,
    Organisatie,
)
from models.waarden import (
    BerichtStatus,
    BetrokkeneRol,
    CasusStatus,
    Domein,
    OrganisatieSoort,
    OverlegStatus,
    Rol,
)
from models.waarden_post import Berichtsoort
from overleg.basis.klok import nu, vandaag
from overleg.basis.post import Bijlage, leg_klaar
from overleg.beheer.opvragen import open_plichten
from overleg.beheer.regels import Accountfeiten, mag_rollen_krijgen, mag_uit
from overleg.beheer.regels.eenheden import GEEN_LEIDING, HEEFT_EENHEDEN
from tests.beheer.conftest import Regio, Wijzig
from tests.steun.codes import stel_in
from tests.steun.fabriek import WACHTWOORD, Fabriek

Als = Callable[[Gebruiker], FlaskClient]
NIEUW = {"naam": "Nieuwe Collega", "email": "Nieuw@Voorbeeld.nl"}


def link(tekst: str) -> str:
    """Return the path of the link that a page shows, once."""
    gevonden = re.search(r"<code[^>]*>http://127\.0\.0\.1:5000(/wachtwoord-kiezen/[\w-]+)</code>", tekst)
    assert gevonden, tekst
    return gevonden.group(1)


def een(account: Gebruiker, rest: str = "") -> str:
    return f"/beheer/gebruikers/{account.id}{rest}"


def test_nieuw_account__link__eigen_wachtwoord_kiezen_en_verder(
    regio: Regio, beheer: FlaskClient, client: FlaskClient, db_sessie: Session
) -> None:
    data = NIEUW | {"organisatie_id": str(regio.organisatie.id)}
    gemaakt = beheer.post("/beheer/gebruikers/nieuw", data=data)
    pad = link(gemaakt.text)
    assert gemaakt.headers["Cache-Control"] == "no-store"
    assert beheer.post("/beheer/gebruikers/nieuw", data=data).status_code == 422
    nieuw = db_sessie.scalars(select(Gebruiker).where(Gebruiker.naam == NIEUW["naam"])).one()
    assert nieuw.email == "nieuw@voorbeeld.nl"

    assert client.post(pad, data={"nieuw": WACHTWOORD, "nogmaals": WACHTWOORD}).status_code == 303
    client.post("/inloggen", data={"email": "nieuw@voorbeeld.nl", "password": WACHTWOORD})
    stel_in(client)
    assert client.get("/").headers["Location"] == "/herstelcodes"
    client.post("/herstelcodes")
    kort = {"password": WACHTWOORD, "new_password": "kort", "new_password_confirm": "kort"}
    assert "minstens 15 tekens" in client.post("/wachtwoord", data=kort).text
    bekend = {
        "password": WACHTWOORD,
        "new_password": "passwordpassword",
        "new_password_confirm": "passwordpassword",
    }
    assert "makkelijk te raden" in client.post("/wachtwoord", data=bekend).text
    start = client.get("/")
    assert start.status_code == 200
    assert "Wachtwoord wijzigen" in start.text
    assert "wachtwoord_gekozen" in set(db_sessie.scalars(select(Gebeurtenis.soort)))


def test_wachtwoord_herstellen__oude_sessie_eindigt(regio: Regio, beheer: FlaskClient, als: Als) -> None:
    voorzitter = als(regio.voorzitter)
    assert voorzitter.get("/").status_code == 200
    assert link(beheer.post(een(regio.voorzitter, "/wachtwoord")).text)
    assert voorzitter.get("/").headers["Location"].startswith("/inloggen")
    assert beheer.post(een(regio.beheerder, "/wachtwoord")).status_code == 422


def test_uitzetten__sessie_en_plaatsen_eindigen__en_weer_aan(
    regio: Regio, beheer: FlaskClient, als: Als, client: FlaskClient, db_sessie: Session
) -> None:
    voorzitter = als(regio.voorzitter)
    assert voorzitter.get("/").status_code == 200
    assert beheer.post(een(regio.voorzitter, "/uit")).status_code == 303
    assert voorzitter.get("/").headers["Location"].startswith("/inloggen")
    client.post("/inloggen", data={"email": regio.voorzitter.email, "password": WACHTWOORD})
    assert client.get("/").status_code == 302
    db_sessie.expire_all()
    lid = db_sessie.scalars(select(Lidmaatschap)).one()
    assert lid.tot == vandaag() - timedelta(days=1)
    assert beheer.get(een(regio.voorzitter)).status_code == 200
    assert link(beheer.post(een(regio.voorzitter, "/aan")).text)
    db_sessie.expire_all()
    assert regio.voorzitter.active
    assert regio.voorzitter.password is None


def test_uitzetten__zichzelf__geweigerd(regio: Regio, beheer: FlaskClient, db_sessie: Session) -> None:
    assert beheer.post(een(regio.beheerder, "/uit")).status_code == 422
    assert "uw eigen account niet uitzetten" in beheer.get(een(regio.beheerder)).text
    db_sessie.expire_all()
    assert regio.beheerder.active


def _casus(regio: Regio, fabriek: Fabriek) -> dict[str, Any]:
    casus = fabriek.casus(regio.tafel, regio.voorzitter, CasusStatus.BESPROKEN)
    overleg = fabriek.overleg(regio.tafel, vandaag(), OverlegStatus.LOPEND)
    bespreking = fabriek.bespreking(overleg, casus, afgerond_op=nu())
    return {"casus_id": casus.id, "bespreking_id": bespreking.id, "organisatie_id": regio.organisatie.id}


def _afspraak(regio: Regio, waar: dict[str, Any], status: str) -> Afspraak:
    return Afspraak(
        **waar,
        nummer=1,
        wat="Iets doen",
        soort="overig",
        domein=Domein.ZORG,
        persoon_id=regio.voorzitter.id,
        datum=vandaag(),
        status=status,
        geldt_vanaf=nu(),
    )


def test_uitzetten__met_open_plichten__geweigerd_met_het_aantal(
    regio: Regio, fabriek: Fabriek, beheer: FlaskClient, db_sessie: Session
) -> None:
    waar = _casus(regio, fabriek)
    betrokkene = fabriek.betrokkene(
        db_sessie.get_one(Casus, waar["casus_id"]),
        BetrokkeneRol.SLACHTOFFER,
        "Geheime Naam",
    )
    afspraak = _afspraak(regio, waar, "open")
    informering = Informering(
        **waar, betrokkene_id=betrokkene.id, wat="x", op=vandaag(), persoon_id=regio.voorzitter.id
    )
    regie = Besluit(
        bespreking_id=waar["bespreking_id"],
        soort="regie",
        organisatie_id=regio.organisatie.id,
        persoon_id=regio.voorzitter.id,
        persoon_naam="Vera",
        achtervang_organisatie_id=regio.organisatie.id,
        achtervang_naam="Iemand",
        door_id=regio.voorzitter.id,
    )
    db_sessie.add_all([afspraak, informering, regie])
    db_sessie.flush()
    assert open_plichten(db_sessie, regio.voorzitter) == 3
    pagina = beheer.get(een(regio.voorzitter)).text
    assert "nog 3 open taken. De voorzitter wijst deze eerst opnieuw toe." in pagina
    assert "Geheime Naam" not in pagina
    assert beheer.post(een(regio.voorzitter, "/uit")).status_code == 422
    afspraak.status = "gedaan"  # type: ignore[assignment]
    informering.status, informering.gedaan_op = "gedaan", vandaag()  # type: ignore[assignment]
    regie.persoon_id = regio.beheerder.id
    db_sessie.flush()
    assert open_plichten(db_sessie, regio.voorzitter) == 0
    assert beheer.post(een(regio.voorzitter, "/uit")).status_code == 303


def test_rollen__van_een_ander_en_van_zichzelf(regio: Regio, wijzig: Wijzig, db_sessie: Session) -> None:
    ander, zelf = regio.voorzitter, regio.beheerder
    data = {"naam": "Een Andere Naam", "email": ander.email}
    assert wijzig(een(ander), data).status_code == 303
    data = {"naam": zelf.naam, "email": zelf.email, "beheerder": "y", "functionaris": "y"}
    geweigerd = wijzig(een(zelf), data)
    assert geweigerd.status_code == 422
    assert "Uw eigen rollen kunt u niet wijzigen" in geweigerd.text
    db_sessie.expire_all()
    assert ander.naam == "Een Andere Naam"
    assert not zelf.functionaris


def test_beheerder__niet_door_een_mens_alleen(
    regio: Regio, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    ander = regio.voorzitter
    data = {"naam": ander.naam, "email": ander.email, "beheerder": "y"}
    geweigerd = wijzig(een(ander), data)
    assert geweigerd.status_code == 422
    assert "een tweede persoon" in geweigerd.text
    nieuw = NIEUW | {"organisatie_id": str(regio.organisatie.id), "beheerder": "y"}
    assert beheer.post("/beheer/gebruikers/nieuw", data=nieuw).status_code == 422
    db_sessie.expire_all()
    assert not ander.beheerder
    assert not db_sessie.scalars(select(Gebruiker).where(Gebruiker.naam == NIEUW["naam"])).all()


@pytest.mark.parametrize(
    ("feiten", "zinnen"),
    [
        (Accountfeiten(False, False, 1, 0), 0),
        (Accountfeiten(True, True, 1, 0), 1),
        (Accountfeiten(False, True, 0, 0), 1),
        (Accountfeiten(False, False, 1, 1), 1),
        (Accountfeiten(True, True, 0, 2), 3),
    ],
)
def test_mag_uit__alle_redenen_tegelijk(feiten: Accountfeiten, zinnen: int) -> None:
    assert len(mag_uit(feiten).zinnen) == zinnen


def test_laatste_beheerder__rol_kwijt__geweigerd() -> None:
    feiten = Accountfeiten(is_zelf=False, beheerder=True, andere_beheerders=0, open_plichten=0)
    assert not mag_rollen_krijgen(feiten, wijzigt=True, wordt_beheerder=False)
    assert mag_rollen_krijgen(feiten, wijzigt=False, wordt_beheerder=True)


def test_accounts__zoeken_en_bladeren(regio: Regio, fabriek: Fabriek, beheer: FlaskClient) -> None:
    for nummer in range(60):
        fabriek.gebruiker(regio.organisatie, f"Persoon {nummer:02d}")
    eerste = beheer.get("/beheer/gebruikers").text
    volgende = re.search(r'rel="next"\s+href="([^"]+)"', eerste)
    assert volgende
    tweede = beheer.get(volgende.group(1).replace("&amp;", "&")).text
    assert "Persoon 00" in eerste
    assert "Persoon 00" not in tweede
    assert "Persoon 59" in tweede
    assert "Vera" in beheer.get("/beheer/gebruikers?zoek=vera").text
    assert "Niemand gevonden" in beheer.get("/beheer/gebruikers?zoek=%25&na=onzin").text


def test_organisatie__onderdeel_van_een_andere(
    beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    for naam in ("Politie", "Politie Noord", "Politie Zuid"):
        data = {"naam": naam, "soort": "politie"}
        assert beheer.post("/beheer/organisaties/nieuw", data=data).status_code == 303
    geheel, noord, zuid = db_sessie.scalars(
        select(Organisatie).where(Organisatie.naam.startswith("Politie")).order_by(Organisatie.naam)
    )
    pad = f"/beheer/organisaties/{noord.id}"
    onder = {"naam": noord.naam, "actief": "on", "hoort_bij_id": str(geheel.id)}
    assert wijzig(pad, onder).status_code == 303
    assert "Onderdeel van" in beheer.get("/beheer/organisaties").text
    diep = wijzig(f"/beheer/organisaties/{zuid.id}", {"naam": "Zuid", "hoort_bij_id": str(noord.id)})
    assert diep.status_code == 422
    boven = wijzig(f"/beheer/organisaties/{geheel.id}", {"naam": "Politie", "hoort_bij_id": str(zuid.id)})
    assert (boven.status_code, HEEFT_EENHEDEN in boven.text) == (422, True)
    assert wijzig(pad, {"naam": noord.naam, "actief": "on"}).status_code == 303
    db_sessie.expire_all()
    assert noord.hoort_bij_id is None
    erbij = {"naam": "Politie Oost", "soort": "politie", "hoort_bij_id": str(geheel.id)}
    assert beheer.post("/beheer/organisaties/nieuw", data=erbij).status_code == 303


def test_organisatie__losgemaakt__blijft_achter_de_muur_van_het_geheel(
    regio: Regio, fabriek: Fabriek, wijzig: Wijzig, db_sessie: Session
) -> None:
    geheel = fabriek.organisatie(OrganisatieSoort.POLITIE, "Politie")
    noord = fabriek.organisatie(OrganisatieSoort.POLITIE, "Politie Noord")
    noord.hoort_bij_id = geheel.id
    agent, genoemd = (fabriek.lid(regio.tafel, noord, Rol.DEELNEMER) for _ in range(2))
    casus = fabriek.casus(regio.tafel, regio.voorzitter, CasusStatus.GEAGENDEERD)
    muur = Belang(
        casus_id=casus.id, organisatie_id=geheel.id, reden="x", vastgelegd_door_id=regio.voorzitter.id
    )
    muur.uitzonderingen = [Belanguitzondering(gebruiker_id=genoemd.id)]
    fabriek.sessie.add(muur)
    fabriek.klaar()
    antwoord = wijzig(f"/beheer/organisaties/{noord.id}", {"naam": noord.naam, "actief": "on"})
    assert antwoord.status_code == 303, "a refusal would say that there is a wall"
    db_sessie.expire_all()
    assert db_sessie.scalars(select(Organisatie.hoort_bij_id).filter_by(id=noord.id)).one() is None
    assert casus.id in fabriek.vrager(agent).teruggetrokken
    assert casus.id not in fabriek.vrager(genoemd).teruggetrokken
    (eigen,) = db_sessie.scalars(select(Belang).where(Belang.organisatie_id == noord.id))
    assert (eigen.reden, eigen.vastgelegd_door_id) == ("x", regio.voorzitter.id)


def test_organisatie__bij_een_geheel_met_een_muur__niet_als_niemand_dan_nog_leidt(
    regio: Regio, fabriek: Fabriek, wijzig: Wijzig
) -> None:
    geheel = fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS, "Veilig Thuis Nederland")
    ander = fabriek.organisatie(OrganisatieSoort.VEILIG_THUIS, "Veilig Thuis elders")
    casus = fabriek.casus(regio.tafel, regio.voorzitter, CasusStatus.GEAGENDEERD)
    fabriek.sessie.add(
        Belang(casus_id=casus.id, organisatie_id=geheel.id, reden="x", vastgelegd_door_id=regio.voorzitter.id)
    )
    fabriek.klaar()
    pad = f"/beheer/organisaties/{regio.organisatie.id}"
    erbij = {"naam": regio.organisatie.naam, "actief": "on", "hoort_bij_id": str(geheel.id)}
    antwoord = wijzig(pad, erbij)
    assert (antwoord.status_code, GEEN_LEIDING in antwoord.text) == (422, True)
    fabriek.lid(regio.tafel, ander, Rol.VOORZITTER)
    fabriek.klaar()
    assert wijzig(pad, erbij).status_code == 303


def test_organisatie__maken_hernoemen_uitzetten(
    regio: Regio, beheer: FlaskClient, wijzig: Wijzig, db_sessie: Session
) -> None:
    assert beheer.get("/beheer/organisaties/nieuw").status_code == 200
    data = {"naam": "Wijkteam Lindewoude", "soort": "gemeente"}
    assert beheer.post("/beheer/organisaties/nieuw", data=data).status_code == 303
    assert beheer.post("/beheer/organisaties/nieuw", data=data).status_code == 422
    nieuw = db_sessie.scalars(select(Organisatie).where(Organisatie.naam == data["naam"])).one()
    assert wijzig(f"/beheer/organisaties/{nieuw.id}", {"naam": "Wijkteam"}).status_code == 303
    db_sessie.expire_all()
    assert (nieuw.naam, nieuw.actief, nieuw.soort) == ("Wijkteam", False, OrganisatieSoort.GEMEENTE)
    vol = wijzig(f"/beheer/organisaties/{regio.organisatie.id}", {"naam": "VT"})
    assert vol.status_code == 422
    assert "nog 2 accounts in gebruik" in vol.text
    assert "Wijkteam" in beheer.get("/beheer/organisaties").text


def test_postvak__lezen_downloaden_opnieuw(
    regio: Regio, beheer: FlaskClient, als: Als, db_sessie: Session
) -> None:
    bijlage = Bijlage("overleg.ics", "<script>BEGIN:VCALENDAR</script>", "text/calendar")
    bericht = leg_klaar(
        db_sessie,
        Berichtsoort.ALTIJD,
        "iemand@voorbeeld.nl",
        "Uitnodiging",
        "Er is een overleg.",
        bijlage=bijlage,
    )
    db_sessie.commit()
    assert bericht is not None
    weg = f"/beheer/postvak/{bericht.id}"
    assert "Uitnodiging" in beheer.get("/beheer/postvak").text
    assert "Er is een overleg." in beheer.get(weg).text
    bestand = beheer.get(f"{weg}/bijlage")
    assert bestand.mimetype == "application/octet-stream"
    assert bestand.headers["Content-Disposition"] == "attachment; filename=overleg.ics"
    assert beheer.post(f"{weg}/opnieuw").status_code == 422
    bericht.status = BerichtStatus.ONZEKER
    db_sessie.commit()
    assert beheer.post(f"{weg}/opnieuw").status_code == 303
    db_sessie.expire_all()
    assert db_sessie.get_one(Bericht, bericht.id).status is BerichtStatus.KLAAR
    assert als(regio.voorzitter).get(weg).status_code == 403
