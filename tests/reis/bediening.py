"""How someone works the page: with the mouse, or with the keyboard alone.

Both find things the way a person does: by the words beside them.
"""

from typing import Protocol

from playwright.sync_api import Locator, Page

MEESTE_TABS = 600
AFSTAND = """doel => {
  const alles = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const rij = alles.filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility());
  return rij.indexOf(doel) - rij.indexOf(document.activeElement);
}"""
"""About how many presses of Tab away an element is: radio buttons of one group are counted apart."""
IS_HIER = (
    "e => e === document.activeElement || (e.contains(document.activeElement) && e.tagName === 'FIELDSET')"
)


class Bediening(Protocol):
    """What someone can do to one thing on the page."""

    def typ(self, veld: Locator, tekst: str) -> None:
        """Replace what is in a field."""

    def kies(self, veld: Locator, optie: str) -> None:
        """Choose an option of a list by its words."""

    def vink(self, vakje: Locator, *, aan: bool = True) -> None:
        """Tick or untick a box, or choose a radio button."""

    def druk(self, knop: Locator) -> None:
        """Press a button or follow a link."""


class Muis:
    """Points and clicks."""

    def typ(self, veld: Locator, tekst: str) -> None:
        """Replace what is in a field."""
        veld.fill(tekst)

    def kies(self, veld: Locator, optie: str) -> None:
        """Choose an option of a list by its words."""
        veld.select_option(label=optie)

    def vink(self, vakje: Locator, *, aan: bool = True) -> None:
        """Tick or untick a box, or choose a radio button."""
        vakje.set_checked(aan)

    def druk(self, knop: Locator) -> None:
        """Press a button or follow a link."""
        knop.click()


class Toetsenbord:
    """Uses keys only: Tab to get there, then the keys of that kind of control."""

    def __init__(self, page: Page) -> None:
        """Work this page."""
        self.page = page

    def _ga_naar(self, doel: Locator) -> None:
        """Press Tab until the focus is on `doel`; a thing that cannot be reached is a failure.

        Most presses are made at once, as many as the page seems to need; the last ones are looked at.
        """
        doel.wait_for()
        if doel.evaluate(IS_HIER):
            return
        stappen = int(doel.evaluate(AFSTAND))
        for _ in range(max(0, abs(stappen) - 2)):
            self.page.keyboard.press("Tab" if stappen > 0 else "Shift+Tab")
        for richting in ("Tab", "Shift+Tab") if stappen > 0 else ("Shift+Tab", "Tab"):
            for _ in range(MEESTE_TABS):
                if doel.evaluate(IS_HIER):
                    return
                self.page.keyboard.press(richting)
        raise AssertionError(f"not reached by keyboard: {doel}")

    def typ(self, veld: Locator, tekst: str) -> None:
        """Replace what is in a field."""
        self._ga_naar(veld)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(tekst)

    def kies(self, veld: Locator, optie: str) -> None:
        """Choose an option of a list by walking down to it."""
        self._ga_naar(veld)
        self.page.keyboard.press("Home")
        for _ in range(veld.locator("option").count()):
            if veld.evaluate("e => e.selectedOptions[0]?.text.trim()") == optie:
                return
            self.page.keyboard.press("ArrowDown")
        assert veld.evaluate("e => e.selectedOptions[0]?.text.trim()") == optie

    def vink(self, vakje: Locator, *, aan: bool = True) -> None:
        """Tick or untick a box with the space bar; choose a radio button with the arrows."""
        if vakje.get_attribute("type") == "radio":
            self._kies_rondje(vakje)
        elif vakje.is_checked() is not aan:
            self._ga_naar(vakje)
            self.page.keyboard.press("Space")
        assert vakje.is_checked() is aan

    def _kies_rondje(self, rondje: Locator) -> None:
        groep = self.page.locator(f'input[type=radio][name="{rondje.get_attribute("name")}"]')
        gekozen = [i for i in range(groep.count()) if groep.nth(i).is_checked()]
        self._ga_naar(groep.nth(gekozen[0] if gekozen else 0))
        if not gekozen:
            self.page.keyboard.press("Space")
        for _ in range(groep.count()):
            if rondje.is_checked():
                return
            self.page.keyboard.press("ArrowDown")

    def druk(self, knop: Locator) -> None:
        """Press a button or follow a link with Enter, and wait for the page it leads to, as a click does."""
        self._ga_naar(knop)
        knop.press("Enter")
