"""What a provider says is believed only when all of it is right: tampered tokens, swapped answers."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from joserfc.jwk import RSAKey

from overleg.basis.config import FouteInstelling
from overleg.toegang.aanbieders import Aanbieder, lees_aanbieders
from overleg.toegang.oidc import (
    Antwoord,
    NietHerkend,
    Oidcvraag,
    adres_van,
    lees_antwoord,
    lees_penning,
    nieuwe_vraag,
)
from tests.steun.aanbieder import (
    CLIENT,
    NepAanbieder,
    als_aanbieder,
    draait,
    ondertekend_met,
    zonder_handtekening,
)

UUR = 3600
TERUG = "http://127.0.0.1:5000/inloggen/via/politie/terug"


@pytest.fixture(scope="module")
def _nep() -> Iterator[NepAanbieder]:
    with draait() as nep:
        yield nep


@pytest.fixture
def nep(_nep: NepAanbieder) -> NepAanbieder:
    """Return the provider, saying only what is right."""
    _nep.anders, _nep.kop, _nep.tekent_met, _nep.penning, _nep.terug_iss = {}, {}, None, "", None
    _nep.vragen.clear()
    return _nep


def _log_in(aanbieder: Aanbieder, vraag: Oidcvraag) -> dict[str, str]:
    """Go to the provider as a browser does; return what it sends back."""
    antwoord = requests.get(adres_van(aanbieder, vraag, TERUG), allow_redirects=False, timeout=5)
    assert antwoord.headers["Location"].startswith(TERUG)
    return {
        naam: waarden[0] for naam, waarden in parse_qs(urlsplit(antwoord.headers["Location"]).query).items()
    }


def _lees(aanbieder: Aanbieder, vraag: Oidcvraag, terug: dict[str, str]) -> Antwoord:
    return lees_antwoord(
        aanbieder, vraag, TERUG, code=terug["code"], state=terug["state"], iss=terug.get("iss")
    )


def test_vraag__pkce_state_en_nonce_en_meer_niet(nep: NepAanbieder) -> None:
    aanbieder = als_aanbieder(nep, acr=("substantieel",))
    vraag = nieuwe_vraag(aanbieder, koppelen=False)
    gevraagd = parse_qs(urlsplit(adres_van(aanbieder, vraag, TERUG)).query)
    assert gevraagd["code_challenge_method"] == ["S256"]
    assert gevraagd["state"] == [vraag.state]
    assert gevraagd["nonce"] == [vraag.nonce]
    assert gevraagd["scope"] == ["openid"], "no name, no e-mail"
    assert vraag.verifier not in str(gevraagd)


def test_antwoord__alles_klopt__wie_het_is(nep: NepAanbieder) -> None:
    aanbieder = als_aanbieder(nep)
    vraag = nieuwe_vraag(aanbieder, koppelen=False)
    assert _lees(aanbieder, vraag, _log_in(aanbieder, vraag)) == Antwoord(nep.issuer, "1234")


@pytest.mark.parametrize(
    "anders",
    [
        {"aud": "een-ander"},
        {"aud": [CLIENT, "een-ander"]},
        {"aud": None},
        {"azp": "een-ander"},
        {"iss": "https://iemand.anders.voorbeeld.nl"},
        {"iss": None},
        {"nonce": "een-andere"},
        {"nonce": None},
        {"exp": -UUR},
        {"exp": None},
        {"iat": -UUR},
        {"iat": UUR},
        {"iat": None},
        {"sub": None},
        {"amr": ["pwd"]},
        {"amr": None},
        {"amr": "pwd"},
    ],
    ids=str,
)
def test_penning__met_iets_dat_niet_klopt__geweigerd(nep: NepAanbieder, anders: dict[str, Any]) -> None:
    nu = int(time.time())
    nep.anders = {wat: nu + hoe if isinstance(hoe, int) else hoe for wat, hoe in anders.items()}
    aanbieder = als_aanbieder(nep)
    vraag = nieuwe_vraag(aanbieder, koppelen=False)
    with pytest.raises(NietHerkend):
        _lees(aanbieder, vraag, _log_in(aanbieder, vraag))


def test_penning__acr_niet_hoog_genoeg__geweigerd(nep: NepAanbieder) -> None:
    aanbieder = als_aanbieder(nep, acr=("hoog",), amr=())
    vraag = nieuwe_vraag(aanbieder, koppelen=False)
    with pytest.raises(NietHerkend, match="acr"):
        _lees(aanbieder, vraag, _log_in(aanbieder, vraag))


def _andere_sleutel(nep: NepAanbieder) -> None:
    nep.tekent_met = RSAKey.generate_key(2048, {"kid": "een"})


def _sleutel_in_de_penning(nep: NepAanbieder) -> None:
    eigen = RSAKey.generate_key(2048, {"kid": "mijn"})
    nep.tekent_met, nep.kop = eigen, {"kid": "mijn", "jwk": eigen.as_dict(private=False)}


def _openbare_sleutel_als_geheim(nep: NepAanbieder) -> None:
    nep.penning = ondertekend_met(nep.sleutel.as_pem(private=False), nep.claims("n"))


def _zonder_handtekening(nep: NepAanbieder) -> None:
    nep.penning = zonder_handtekening(nep.claims("n"))


def _onzin(nep: NepAanbieder) -> None:
    nep.penning = "dit.is.niets"


def _andere_letters(nep: NepAanbieder) -> None:
    kop, inhoud, teken = nep.maak_penning("n").split(".")
    nep.penning = f"{kop}.{inhoud[:-4]}AAAA.{teken}"


@pytest.mark.parametrize(
    "knoei",
    [
        _andere_sleutel,
        _sleutel_in_de_penning,
        _openbare_sleutel_als_geheim,
        _zonder_handtekening,
        _onzin,
        _andere_letters,
    ],
)
def test_penning__geknoei_met_de_handtekening__geweigerd(
    nep: NepAanbieder, knoei: Callable[[NepAanbieder], None]
) -> None:
    knoei(nep)
    with pytest.raises(NietHerkend):
        lees_penning(als_aanbieder(nep), "n", nep.maak_penning("n"), nep.sleutels)


def test_antwoord__verwisselde_state_of_andere_issuer__geweigerd(nep: NepAanbieder) -> None:
    aanbieder = als_aanbieder(nep)
    mijn, ander = (nieuwe_vraag(aanbieder, koppelen=False) for _ in range(2))
    van_ander = _log_in(aanbieder, ander)
    with pytest.raises(NietHerkend, match="state"):
        _lees(aanbieder, mijn, van_ander)
    with pytest.raises(NietHerkend, match="code"):
        _lees(aanbieder, mijn, van_ander | {"state": mijn.state})  # PKCE binds the code to its own question
    for iss in ("https://iemand.anders.voorbeeld.nl", ""):
        terug = _log_in(aanbieder, mijn) | {"iss": iss}
        with pytest.raises(NietHerkend, match="issuer"):
            _lees(aanbieder, mijn, terug)


def test_antwoord__code_tweemaal_of_te_laat__geweigerd(nep: NepAanbieder) -> None:
    aanbieder = als_aanbieder(nep)
    vraag = nieuwe_vraag(aanbieder, koppelen=False)
    terug = _log_in(aanbieder, vraag)
    _lees(aanbieder, vraag, terug)
    with pytest.raises(NietHerkend):
        _lees(aanbieder, vraag, terug)
    oud = Oidcvraag(vraag.aanbieder, vraag.state, vraag.nonce, vraag.verifier, time.time() - 3600)
    with pytest.raises(NietHerkend, match="old"):
        _lees(aanbieder, oud, terug)


def test_aanbieder__weg_of_noemt_een_ander__geweigerd(nep: NepAanbieder) -> None:
    weg = als_aanbieder(nep, issuer="http://127.0.0.1:9")
    with pytest.raises(NietHerkend, match="answer"):
        adres_van(weg, nieuwe_vraag(weg, koppelen=False), TERUG)
    anders = als_aanbieder(nep, issuer=f"{nep.issuer}/")
    with pytest.raises(NietHerkend, match="another issuer"):
        adres_van(anders, nieuwe_vraag(anders, koppelen=False), TERUG)


GOED = {"sleutel": "om", "naam": "OM", "issuer": "https://om.voorbeeld.nl", "client_id": "x", "amr": ["otp"]}


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({}, ""),
        ({"issuer": "http://om.voorbeeld.nl"}, "https"),
        ({"amr": []}, "second factor"),
        ({"amr": "otp"}, "list of words"),
        ({"naam": ""}, "missing"),
        ({"sleutel": "../x"}, "small letters"),
        ({"onbekend": 1}, "unknown"),
        ({"client_secret_file": "/bestaat/niet"}, "cannot be read"),
    ],
)
def test_instelling__niet_veilig__een_zin(tmp_path: Path, anders: dict[str, Any], zin: str) -> None:
    (tmp_path / "geheim").write_text("geheim")
    bestand = tmp_path / "oidc.json"
    bestand.write_text(json.dumps([GOED | {"client_secret_file": str(tmp_path / "geheim")} | anders]))
    if not zin:
        assert lees_aanbieders(str(bestand))[0].issuer == "https://om.voorbeeld.nl"
        return
    with pytest.raises(FouteInstelling, match=zin):
        lees_aanbieders(str(bestand))


@pytest.mark.parametrize("inhoud", ["", "{}", "[1]", "geen json"])
def test_instelling__geen_lijst__een_zin(tmp_path: Path, inhoud: str) -> None:
    bestand = tmp_path / "oidc.json"
    bestand.write_text(inhoud)
    with pytest.raises(FouteInstelling, match="OVERLEG_OIDC"):
        lees_aanbieders(str(bestand))


def test_instelling__geen__geen_aanbieders_en_twee_dezelfde_niet(tmp_path: Path) -> None:
    assert lees_aanbieders("") == ()
    (tmp_path / "geheim").write_text("geheim")
    een = GOED | {"client_secret_file": str(tmp_path / "geheim")}
    bestand = tmp_path / "oidc.json"
    bestand.write_text(json.dumps([een, een]))
    with pytest.raises(FouteInstelling, match="same"):
        lees_aanbieders(str(bestand))
