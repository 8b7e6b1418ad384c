"""The main menu: what someone may open, in the order of the route of a casus."""

from dataclasses import dataclass

from flask import Flask, current_app, g, request, url_for
from flask_security import current_user

from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.toegang.vrager import Vrager


@dataclass(frozen=True)
class Menupunt:
    """One entry of the menu."""

    tekst: str
    url: str
    actief: bool
    aantal: int = 0


MENU = (
    ("start.start", "Vandaag", Recht.EIGEN_ACCOUNT),
    ("instroom.casussen", "Casussen", Recht.CASUSSEN_ZIEN),
    ("uitvraag.verzoeken", "Uitvragen", Recht.VERZOEKEN_ZIEN),
    ("agenda.overleggen", "Overleggen", Recht.OVERLEGGEN_ZIEN),
    ("opvolging.acties", "Acties", Recht.ACTIES_ZIEN),
    ("persoonsverzoeken.persoonsverzoeken", "Verzoeken", Recht.PERSOONSVERZOEKEN_ZIEN),
    ("bewaren.bewaren", "Bewaren", Recht.BEWAREN_ZIEN),
    ("logboek.logboek", "Logboek", Recht.LOGBOEK_ZIEN),
    ("beheer.beheer", "Beheer", Recht.BEHEER),
)

WERK = frozenset({"uitvraag.verzoeken", "agenda.overleggen", "opvolging.acties"})
"""Open to all who sign in, and always empty for who only keeps settings or the logboek."""


def _is_van_tafel(vrager: Vrager) -> bool:
    return bool(vrager.rollen or vrager.gastplekken) or not (vrager.beheerder or vrager.functionaris)


HOORT_BIJ = {
    "bespreking": "agenda",
    "bespreking.casusmaatregel_nieuw": "instroom",
    "bespreking.casusmaatregel_wijzigen": "instroom",
    "verslag": "agenda",
    "verslag.uit_formulier": "instroom",
    "verslag.formulier_inleveren": "instroom",
    "verslag.huisstijl": "beheer",
    "verslag.huisstijl_laden": "beheer",
    "verslag.ledenblad": "beheer",
    "verslag.ledenblad_bekijken": "beheer",
    "verslag.ledenblad_inleveren": "beheer",
    "verslag.antwoord_uit_formulier": "uitvraag",
    "verslag.antwoord_inlezen": "uitvraag",
    "agenda.eigen_kalender": "toegang",
    "agenda.kalenderlink_maken": "toegang",
}
"""A room, or one screen of it, that people look for under another entry; one's own account has none."""


def _is_hier(eindpunt: str) -> bool:
    """Whether the page that is open belongs to this entry."""
    waar, scherm = request.blueprint or "", request.endpoint or ""
    return HOORT_BIJ.get(scherm, HOORT_BIJ.get(waar, waar)) == eindpunt.split(".", maxsplit=1)[0]


def menu(vrager: Vrager | None) -> list[Menupunt]:
    """Return the menu of the person who asks; empty for someone who did not sign in."""
    if vrager is None:
        return []
    return [
        Menupunt(tekst, url_for(eindpunt), _is_hier(eindpunt))
        for eindpunt, tekst, recht in MENU
        if eindpunt in current_app.view_functions
        and mag(vrager, recht)
        and (eindpunt not in WERK or _is_van_tafel(vrager))
    ]


def wijs(eindpunt: str, **waarden: object) -> str | None:
    """Return the address of a screen, or None where the installation has no such screen."""
    return url_for(eindpunt, **waarden) if eindpunt in current_app.view_functions else None  # type: ignore[arg-type]


def registreer(app: Flask) -> None:
    """Give every template the menu and who is signed in."""
    app.jinja_env.globals["wijs"] = wijs

    @app.context_processor
    def _context() -> dict[str, object]:
        vrager: Vrager | None = g.get("vrager")
        return {
            "nav": menu(vrager),
            "vrager": vrager,
            "gebruiker": current_user if vrager else None,
            "demo": app.extensions["overleg"].demo,
        }
