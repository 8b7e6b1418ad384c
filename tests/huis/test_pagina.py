"""The check on pages sees what it must see, and really runs on the answers of a test client."""

import contextlib

import pytest
from flask import Flask, template_rendered

from forms.basis import Formulier
from forms.velden import TekstVeld, VerborgenVeld
from tests.steun.database import ALLEEN_SQLITE
from tests.steun.pagina import fouten_in

HEEL = "<html lang='nl'><head><title>T</title></head><body><main><h1>K</h1>{}</main></body></html>"


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("<html><head></head><body></body></html>", "lang=nl"),
        ("<html lang='nl'><body></body></html>", "title"),
        (HEEL.format("<h1>nog een</h1>"), "exactly one <h1>"),
        (HEEL.format("</main><main>"), "exactly one <main>"),
        (HEEL.format("<h3>diep</h3>"), "h3 follows an h1"),
        ("<p id='a'></p><p id='a'></p>", "occurs 2 times"),
        ("<input name='naam' id='x'>", "has no label"),
        ("<form></form>", "names no method"),
    ],
)
def test_fout__wordt_gezien(tekst: str, woord: str) -> None:
    assert any(woord in fout for fout in fouten_in(tekst, "/pad"))


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        HEEL.format("<h2>a</h2><h3>b</h3><h2>c</h2>"),
        "<label for='x'>Naam</label><input id='x'><input type='hidden'><label>Ja <input></label>",
        "<form method='post'><textarea aria-label='Tekst'></textarea></form>",
    ],
)
def test_goed__geen_fout(tekst: str) -> None:
    assert not list(fouten_in(tekst, "/pad"))


@ALLEEN_SQLITE  # about the test client itself
def test_bezoeker__kijkt_echt(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.view_functions, "security.login", lambda: "<form></form>")
    with pytest.raises(AssertionError, match="names no method"):
        app.test_client().get("/inloggen")


class _Met(Formulier):
    """A form that carries something along."""

    versie = VerborgenVeld(int)
    naam = TekstVeld("Naam")


@ALLEEN_SQLITE  # about the test client itself
@pytest.mark.parametrize(
    ("velden", "versie", "goed"),
    [
        ("naam", 3, False),
        ("naam versie", 3, True),
        ("naam", None, True),  # nothing to carry along: what it is about is not there yet
        ("", 3, True),  # another part of the page
    ],
)
def test_formulier__neemt_mee_wat_het_bij_zich_heeft(
    app: Flask, monkeypatch: pytest.MonkeyPatch, velden: str, versie: int | None, *, goed: bool
) -> None:
    def pagina() -> str:
        form = _Met(formdata=None, data={"versie": versie})
        template_rendered.send(app, template=None, context={"form": form})
        return (
            "".join(f"<label for='{naam}'>x</label>{form[naam]()}" for naam in velden.split()) or "<p>x</p>"
        )

    monkeypatch.setitem(app.view_functions, "security.login", pagina)
    with contextlib.nullcontext() if goed else pytest.raises(AssertionError, match="lacks"):
        app.test_client().get("/inloggen")
