"""The door: signed in or not, seen or not, allowed or not."""

from collections.abc import Callable

from flask.testing import FlaskClient

from models import Gebruiker
from models.waarden import OrganisatieSoort, Rol
from tests.steun.fabriek import WACHTWOORD, Fabriek


def test_start__niet_ingelogd__naar_inlogpagina(client: FlaskClient) -> None:
    antwoord = client.get("/")
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"].startswith("/inloggen")


def test_start__ingelogd__pagina(fabriek: Fabriek, als: Callable[[Gebruiker], FlaskClient]) -> None:
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    assert als(voorzitter).get("/").status_code == 200


def test_inloggen__met_wachtwoord__naar_start(fabriek: Fabriek, client: FlaskClient) -> None:
    tafel = fabriek.tafel()
    vt = fabriek.partner(tafel, OrganisatieSoort.VEILIG_THUIS)
    voorzitter = fabriek.lid(tafel, vt, Rol.VOORZITTER)
    antwoord = client.post("/inloggen", data={"email": voorzitter.email, "password": WACHTWOORD})
    assert antwoord.status_code == 302, antwoord.text
    assert client.get("/").status_code == 200
