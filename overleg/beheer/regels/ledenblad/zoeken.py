"""Finding by the words of a sheet: the same name or address however it was typed, and what looks like it."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from overleg.beheer.regels.ledenblad.waarden import Account, Fout, Organisatie

LIJKT: Final = 0.6
"""From here on two names look alike: Politie Noord and Politie Noord-Nederland do."""
GENOEMD: Final = 2
MEESTE_GEZOCHT: Final = 25
"""For so many unknown names on one sheet is told what looks like them: comparing takes long."""
_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def naamsleutel(tekst: str) -> str:
    """Return a name as it is compared: capitals, spaces and ways to write a letter make no difference."""
    return " ".join(unicodedata.normalize("NFKC", _ONZICHTBAAR.sub("", tekst)).casefold().split())


def emailsleutel(tekst: str) -> str:
    """Return an e-mail address as it is compared, without what one cannot see in it."""
    return naamsleutel(tekst).replace(" ", "")


class Organisaties:
    """The organisaties, by name."""

    def __init__(self, organisaties: Iterable[Organisatie]) -> None:
        """Take all there are."""
        alle = list(organisaties)
        self._precies = {organisatie.naam: organisatie for organisatie in alle}
        self._bij = {naamsleutel(organisatie.naam): organisatie for organisatie in alle}
        self._geweigerd: dict[str, str] = {}

    def zoek(self, naam: str) -> Organisatie | None:
        """Return the one with this name, or else the one whose name reads the same."""
        return self._precies.get(naam) or self._bij.get(naamsleutel(naam))

    def fout(self, kolom: str, naam: str) -> Fout:
        """Say that there is none with this name, and which ones look like it."""
        if naam not in self._geweigerd:
            self._geweigerd[naam] = self._zin(naam)
        return Fout(kolom, self._geweigerd[naam])

    def _zin(self, naam: str) -> str:
        lijkt = self._lijkt(naam) if len(self._geweigerd) < MEESTE_GEZOCHT else []
        begin = f"‘{naam}’ staat niet bij Organisaties."
        if not lijkt:
            return f"{begin} Kies een naam van het blad ‘Organisaties’, of maak haar eerst bij Organisaties."
        namen = " of ".join(f"‘{self._bij[sleutel].naam}’" for sleutel in lijkt)
        return f"{begin} Bedoelt u {namen}? Schrijf de naam dan zo. Is het een andere? Maak haar eerst."

    def _lijkt(self, naam: str) -> list[str]:
        return get_close_matches(naamsleutel(naam), self._bij, n=GENOEMD, cutoff=LIJKT)


class Accounts:
    """The accounts, by e-mail address."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        """Take all there are."""
        alle = list(accounts)
        self._precies = {account.email.lower(): account for account in alle}
        self._lijkt = {emailsleutel(account.email): account for account in alle}

    def zoek(self, email: str) -> Account | None:
        """Return the one with this address, or else the one whose address reads the same."""
        return self._precies.get(email.lower()) or self._lijkt.get(emailsleutel(email))
