"""Taking a file out, filling it in somewhere else, and handing it in."""

from playwright.sync_api import FilePayload

from tests.reis.mens import Mens


class Inleveraar(Mens):
    """Someone who does the work in Word or Excel."""

    def haalt_bestand(self, link: str) -> bytes:
        """Return the file behind the link that begins with these words."""
        adres = self.page.get_by_role("link", name=link).first.get_attribute("href")
        assert adres, f"no link {link!r} on {self.page.url}"
        antwoord = self.page.request.get(adres)
        assert antwoord.ok, f"{adres}: {antwoord.status}"
        return antwoord.body()

    def kiest_bestand(self, label: str, naam: str, inhoud: bytes) -> None:
        """Choose a file, as if it stood on the own disk."""
        bestand = FilePayload(name=naam, mimeType="application/octet-stream", buffer=inhoud)
        self._veld(label, None).set_input_files(bestand)
