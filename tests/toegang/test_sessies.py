"""Sessions are rows: who holds the cookie is signed in until the row ends, and no moment longer (ASVS 7)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from flask_security.utils import get_hmac
from sqlalchemy import event, func, select, text
from sqlalchemy.orm import Session

from models import Gebruiker, Sessie
from models.waarden import Inlogmanier, OrganisatieSoort, Rol
from overleg import create_app
from overleg.basis.config import Config
from overleg.basis.database import db
from overleg.toegang.apparaat import apparaat
from overleg.toegang.sessierijen import Grenzen, Tijden, afdruk_van, beeindig_alle, leeft, ruim_op
from tests.steun.codes import code, log_in
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.fabriek import WACHTWOORD, Fabriek
from tests.steun.sessies import geef_koekje, koekje_van, maak_sessie
from tests.steun.toepassing import GEHEIM, HOOFDSLEUTEL, Bezoeker

Als = Callable[[Gebruiker], FlaskClient]
NieuweClient = Callable[[], FlaskClient]
BEGIN = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
UUR, MINUUT = timedelta(hours=1), timedelta(minutes=1)
GRENZEN = Grenzen(rust=4 * UUR, langst=12 * UUR)
NIEUW_WACHTWOORD = "een-ander-lang-wachtwoord-voor-de-test"


@pytest.fixture
def voorzitter(fabriek: Fabriek) -> Gebruiker:
    """Return someone with an account."""
    tafel = fabriek.tafel()
    mens = fabriek.lid(tafel, fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS), Rol.VOORZITTER)
    fabriek.klaar()
    return mens


def _log_in(client: FlaskClient, mens: Gebruiker, wachtwoord: str = WACHTWOORD) -> FlaskClient:
    antwoord = log_in(client, mens, wachtwoord)
    assert antwoord.status_code == 302, antwoord.text
    return client


def _gegevens(mens: Gebruiker) -> dict[str, str]:
    return {"email": mens.email, "password": WACHTWOORD}


def _is_binnen(client: FlaskClient) -> bool:
    return client.get("/").status_code == 200


def _rijen(sessie: Session) -> list[Sessie]:
    """Return the sessions of who signed in; those of who is halfway have no account."""
    sessie.expire_all()
    ingelogd = select(Sessie).where(Sessie.gebruiker_id.is_not(None))
    return list(sessie.scalars(ingelogd.order_by(Sessie.begonnen_op)))


@pytest.mark.parametrize(
    ("begonnen", "gebruikt", "beeindigd", "ingelogd", "verwacht"),
    [
        (0 * UUR, 0 * UUR, False, True, True),
        (0 * UUR, 0 * UUR, True, True, False),
        (4 * UUR, 4 * UUR, False, True, False),
        (5 * UUR, 4 * UUR - MINUUT, False, True, True),
        (12 * UUR - MINUUT, 0 * UUR, False, True, True),
        (12 * UUR, 0 * UUR, False, True, False),
        (-1 * UUR, -1 * UUR, False, True, True),  # the clock was set back
        (UUR - MINUUT, 0 * UUR, False, False, True),
        (UUR, 0 * UUR, False, False, False),
    ],
)
def test_leeft__rust_langst_en_einde(
    begonnen: timedelta, gebruikt: timedelta, *, beeindigd: bool, ingelogd: bool, verwacht: bool
) -> None:
    tijden = Tijden(BEGIN - begonnen, BEGIN - gebruikt, BEGIN if beeindigd else None, ingelogd)
    assert leeft(tijden, GRENZEN, BEGIN) is verwacht


@pytest.mark.parametrize(
    ("kop", "woorden"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0",
            "Edge op Windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 Version/18.0 Safari/605.1",
            "Safari op macOS",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox op Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/142.0 Safari/604.1",
            "Chrome op iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36", "Chrome op Android"),
        ("<script>alert(1)</script>", "Onbekend apparaat"),
        ("", "Onbekend apparaat"),
    ],
)
def test_apparaat__eigen_woorden_nooit_de_kop_zelf(kop: str, woorden: str) -> None:
    assert apparaat(kop) == woorden


def test_bezoeker__laat_geen_rij_achter(client: FlaskClient, db_sessie: Session) -> None:
    for pad in ("/", "/inloggen", "/inloggen", "/csrf-token", "/bestaat-niet"):
        client.get(pad)
    client.post("/inloggen", data={"email": "niemand@voorbeeld.nl", "password": "x" * 20})
    assert db_sessie.scalar(select(func.count(Sessie.id))) == 0


@ALLEEN_SQLITE
@pytest.mark.parametrize(
    ("basis_url", "naam"), [("https://overleg.voorbeeld.nl", "__Host-sessie"), ("http://127.0.0.1", "sessie")]
)
def test_koekje__alleen_het_kenmerk_en_dicht(
    database_url: str, voorzitter: Gebruiker, basis_url: str, naam: str
) -> None:
    veilig = basis_url.startswith("https")
    config = Config(database_url=database_url, secret_key=GEHEIM, basis_url=basis_url, testing=True)
    app = create_app(config)
    app.test_client_class = Bezoeker
    client = app.test_client()
    gegevens = {"email": voorzitter.email, "password": WACHTWOORD}
    kop = {"Referer": f"{basis_url}/inloggen"}
    antwoord = client.post("/inloggen", data=gegevens, base_url="http://127.0.0.1", headers=kop)
    (koekje,) = [w for w in antwoord.headers.getlist("Set-Cookie") if w.startswith(f"{naam}=")]
    waarde, *kenmerken = koekje.removeprefix(f"{naam}=").split("; ")
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", waarde)
    assert set(kenmerken) == {"HttpOnly", "Path=/", "SameSite=Lax", *(["Secure"] if veilig else [])}


def test_rij__kent_de_waarde_van_het_koekje_niet(
    client: FlaskClient, db_sessie: Session, voorzitter: Gebruiker
) -> None:
    waarde = koekje_van(_log_in(client, voorzitter)) or ""
    rijen = repr(db_sessie.execute(text("SELECT * FROM sessie")).all())
    assert waarde
    assert waarde not in rijen
    assert afdruk_van(waarde) in rijen


def test_inloggen__nieuw_kenmerk_en_het_oude_is_dood(
    client: FlaskClient, nieuwe_client: NieuweClient, db_sessie: Session, voorzitter: Gebruiker
) -> None:
    client.get("/inloggen")
    waarden = [koekje_van(client)]
    for _keer in range(2):
        _log_in(client, voorzitter)
        waarden.append(koekje_van(client))
        client.post("/uitloggen")
        waarden.append(koekje_van(client))
        client.get("/inloggen")
    gegeven = [waarde for waarde in waarden if waarde]
    assert len(set(gegeven)) == len(gegeven) == 3
    for waarde in gegeven:
        dief = nieuwe_client()
        geef_koekje(dief, waarde)
        assert not _is_binnen(dief)
    assert [rij.beeindigd_op is not None for rij in _rijen(db_sessie)] == [True, True]


def test_opnieuw_inloggen__beeindigt_de_sessie_ervoor(
    client: FlaskClient, nieuwe_client: NieuweClient, voorzitter: Gebruiker
) -> None:
    _log_in(client, voorzitter)
    eerder = nieuwe_client()
    geef_koekje(eerder, koekje_van(client) or "")
    assert _is_binnen(eerder)
    client.get("/")
    assert client.post("/wachtwoord", data=_wijziging()).status_code == 302
    assert _is_binnen(client)
    assert not _is_binnen(eerder)


def test_sessie__onthoudt_wie_hoe_en_waarmee(
    client: FlaskClient, db_sessie: Session, voorzitter: Gebruiker
) -> None:
    kop = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
    log_in(client, voorzitter, headers={"User-Agent": kop}, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    (rij,) = _rijen(db_sessie)
    assert (rij.gebruiker_id, rij.manieren) == (voorzitter.id, [Inlogmanier.WACHTWOORD, Inlogmanier.TOTP])
    assert (rij.ip, rij.apparaat) == ("192.0.2.7", "Firefox op Linux")
    assert rij.ingelogd_op == rij.begonnen_op == rij.laatst_gebruikt_op


@pytest.mark.parametrize("waarde", ["", "x", "a" * 43, "ab" * 400, "é" * 43, "{}", "' OR 1=1 --"])
def test_verzonnen_koekje__is_niemand(client: FlaskClient, voorzitter: Gebruiker, waarde: str) -> None:
    assert voorzitter.active
    client.set_cookie("sessie", waarde)
    assert client.get("/").status_code == 302


def test_koekje_van_een_afdruk__is_niemand(
    client: FlaskClient, db_sessie: Session, voorzitter: Gebruiker
) -> None:
    """Who reads the table has nothing to sign in with."""
    geef_koekje(client, afdruk_van(maak_sessie(db_sessie, voorzitter))[:43])
    assert not _is_binnen(client)


@pytest.mark.parametrize(("na", "binnen"), [(4 * UUR - 2 * MINUUT, True), (4 * UUR + 2 * MINUUT, False)])
def test_rust__te_lang_niet_gebruikt__log_opnieuw_in(
    als: Als, voorzitter: Gebruiker, na: timedelta, *, binnen: bool
) -> None:
    with time_machine.travel(BEGIN, tick=False) as klok:
        client = als(voorzitter)
        klok.shift(na)
        assert _is_binnen(client) is binnen


def test_langst__ook_wie_doorwerkt_logt_na_twaalf_uur_opnieuw_in(als: Als, voorzitter: Gebruiker) -> None:
    with time_machine.travel(BEGIN, tick=False) as klok:
        client = als(voorzitter)
        for _keer in range(5):
            klok.shift(2 * UUR)
            assert _is_binnen(client)
        klok.shift(2 * UUR)
        assert not _is_binnen(client)


def test_gebruik__hoogstens_eens_per_minuut_geschreven(
    als: Als, db_sessie: Session, voorzitter: Gebruiker
) -> None:
    gezien: list[str] = []
    event.listen(
        db.engine, "before_cursor_execute", hoor := lambda *args: gezien.append(str(args[2]).split()[0])
    )
    with time_machine.travel(BEGIN, tick=False) as klok:
        client = als(voorzitter)
        for seconden, geschreven in ((30, 0), (29, 0), (2, 1), (30, 0), (31, 1)):
            klok.shift(seconden)
            gezien.clear()
            assert _is_binnen(client)
            assert gezien.count("UPDATE") == geschreven
    event.remove(db.engine, "before_cursor_execute", hoor)
    assert _rijen(db_sessie)[0].laatst_gebruikt_op == BEGIN + timedelta(seconds=122)


@pytest.mark.parametrize("pad", ["/csrf-token", "/"])
def test_wat_een_pagina_zelf_vraagt__houdt_niet_wakker(
    als: Als, db_sessie: Session, voorzitter: Gebruiker, pad: str
) -> None:
    kop = {"X-Live": "1"} if pad == "/" else {}
    with time_machine.travel(BEGIN, tick=False) as klok:
        client = als(voorzitter)
        for _keer in range(3):
            klok.shift(UUR)
            assert client.get(pad, headers=kop).status_code == 200
        assert _rijen(db_sessie)[0].laatst_gebruikt_op == BEGIN
        klok.shift(UUR)
        assert not _is_binnen(client)


def test_account_uit__meteen_eruit_overal(
    nieuwe_client: NieuweClient, db_sessie: Session, voorzitter: Gebruiker
) -> None:
    clients = [_log_in(nieuwe_client(), voorzitter) for _keer in range(2)]
    voorzitter.active = False
    assert [_is_binnen(client) for client in clients] == [False, False]
    voorzitter.active = True
    assert [_is_binnen(client) for client in clients] == [True, True]
    beeindig_alle(db_sessie, voorzitter.id)
    assert [_is_binnen(client) for client in clients] == [False, False]


def _wijziging() -> dict[str, str]:
    return {
        "password": WACHTWOORD,
        "new_password": NIEUW_WACHTWOORD,
        "new_password_confirm": NIEUW_WACHTWOORD,
    }


def test_kenmerk_in_een_kop__is_geen_weg_naar_binnen(
    client: FlaskClient, nieuwe_client: NieuweClient, voorzitter: Gebruiker
) -> None:
    """The library hands out a token beside its sessions; nothing ends that, so it opens nothing."""
    teken = str(voorzitter.get_auth_token())
    antwoord = client.get("/", headers={"Authentication-Token": teken})
    assert antwoord.status_code == 302
    assert nieuwe_client().get(f"/?auth_token={teken}").status_code == 302


def test_inloggen__vastleggen_mislukt__niemand_is_binnen(
    app: Flask,
    client: FlaskClient,
    db_sessie: Session,
    voorzitter: Gebruiker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breek() -> None:
        raise RuntimeError

    assert client.post("/inloggen", data=_gegevens(voorzitter)).status_code == 302
    app.voor_het_vastleggen.append(breek)  # type: ignore[attr-defined] # of Toepassing
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    try:
        antwoord = client.post("/inloggen/code", data={"code": code()})
    finally:
        app.voor_het_vastleggen.remove(breek)  # type: ignore[attr-defined]
    assert antwoord.status_code == 500
    assert "Set-Cookie" not in antwoord.headers
    assert _rijen(db_sessie) == []
    assert not _is_binnen(client)


def test_opruimen__wat_voorbij_is_gaat_weg_wat_leeft_blijft(
    app: Flask, fabriek: Fabriek, voorzitter: Gebruiker
) -> None:
    sessie = fabriek.sessie
    with app.app_context(), time_machine.travel(BEGIN, tick=False) as klok:
        maak_sessie(sessie, voorzitter)
        klok.shift(20 * UUR)
        maak_sessie(sessie, voorzitter)
        beeindig_alle(sessie, voorzitter.id)
        maak_sessie(sessie, voorzitter)
        klok.shift(UUR)
        assert ruim_op(sessie) == 0, "an open page can still hear that its session was ended"
        klok.shift(24 * UUR)
        assert ruim_op(sessie) == 2
        assert sessie.scalar(select(func.count(Sessie.id))) == 1


def test_wachtwoord_van_voor_deze_versie__werkt_en_wordt_zonder_sleutel_bewaard(
    app: Flask, client: FlaskClient, db_sessie: Session, voorzitter: Gebruiker
) -> None:
    hashes = app.extensions["security"].pwd_context
    voorzitter.password = "hmac" + hashes.hash(get_hmac(WACHTWOORD))
    assert client.post("/inloggen", data={"email": voorzitter.email, "password": "x" * 20}).status_code == 422
    _log_in(client, voorzitter)
    db_sessie.refresh(voorzitter)
    assert (voorzitter.password or "").startswith("$argon2id$")
    assert hashes.verify(WACHTWOORD, voorzitter.password)


@ALLEEN_SQLITE
def test_nieuwe_sleutel__sluit_niemand_buiten(
    database_url: str, client: FlaskClient, voorzitter: Gebruiker
) -> None:
    _log_in(client, voorzitter)
    app = create_app(
        Config(
            database_url=database_url,
            secret_key="een-heel-andere-sleutel-" * 2,
            oude_sleutels=(GEHEIM,),
            hoofdsleutel=HOOFDSLEUTEL,
            testing=True,
        )
    )
    app.test_client_class = Bezoeker
    ander = app.test_client()
    geef_koekje(ander, koekje_van(client) or "")
    assert _is_binnen(ander), "who was signed in still is"
    _log_in(app.test_client(), voorzitter)


def test_opnieuw_bewezen__nieuw_kenmerk(
    client: FlaskClient, nieuwe_client: NieuweClient, voorzitter: Gebruiker
) -> None:
    _log_in(client, voorzitter)
    dief, eerst = nieuwe_client(), koekje_van(client) or ""
    geef_koekje(dief, eerst)
    assert client.post("/verify", data={"password": WACHTWOORD}).status_code == 302
    assert koekje_van(client) != eerst
    assert _is_binnen(client)
    assert not _is_binnen(dief)
