"""In a real browser: a page that is printed tells the logboek so."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from models import Gebeurtenis
from overleg.basis.database import db
from tests.reis.mens import Mens
from tests.steun.bediening import Account, Server
from tests.steun.browser import NieuweSessie


@pytest.mark.browser
def test_afdrukken__staat_in_het_logboek(
    server: Server, accounts: list[Account], nieuwe_sessie: NieuweSessie
) -> None:
    account = next(a for a in accounts if a.email.startswith("voorzitter@"))
    mens = Mens(nieuwe_sessie())
    mens.page.goto("/inloggen")
    mens.logt_in(account.email, account.wachtwoord)
    mens.gaat_naar("/casussen")
    mens.page.get_by_role("link", name=re.compile(r"-\d{4}-\d+")).first.click()
    mens.page.wait_for_url(re.compile(r"/casussen/[0-9a-f-]{36}"))  # loaded: its scripts listen
    with mens.page.expect_response("**/logboek/afdruk") as antwoord:
        mens.page.pdf()
    assert antwoord.value.status == 204
    with server.app.app_context():
        regel = db.session.scalars(select(Gebeurtenis).where(Gebeurtenis.soort == "pagina_afgedrukt")).one()
        assert str(regel.casus_id) in mens.page.url
