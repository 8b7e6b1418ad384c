"""The few sentences that the form library itself can show, in Dutch."""

from typing import Final

_ZINNEN: Final[dict[str, str]] = {
    "CSRF token missing.": "De pagina stond te lang open. Verstuur het formulier nog een keer.",
    "CSRF failed.": "De pagina stond te lang open. Verstuur het formulier nog een keer.",
    "CSRF token expired.": "De pagina stond te lang open. Verstuur het formulier nog een keer.",
    "Invalid CSRF Token": "De pagina stond te lang open. Verstuur het formulier nog een keer.",
    "This field is required.": "Vul dit in.",
    "Not a valid choice.": "Maak een keuze uit de lijst.",
}
_ANDERS: Final = "Controleer wat u hier invulde."


class Nederlands:
    """What WTForms asks of a translation."""

    def gettext(self, tekst: str) -> str:
        """Return the Dutch sentence; an unknown one becomes a general sentence, never English."""
        return _ZINNEN.get(tekst, _ANDERS)

    def ngettext(self, enkelvoud: str, meervoud: str, aantal: int) -> str:
        """Return the Dutch sentence for one or for more."""
        return self.gettext(enkelvoud if aantal == 1 else meervoud)


NEDERLANDS: Final = Nederlands()
