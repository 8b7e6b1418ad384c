"""Twelve people save one field at the same moment, over two processes (issue 4 §3)."""

from __future__ import annotations

import threading
from collections import Counter
from uuid import uuid4

from sqlalchemy import select

from models import Tekstversie
from tests.kracht.conftest import Zaal, stand
from tests.kracht.nagaan import ga_na, ga_seinen_na
from tests.kracht.schrijvers import BOTSING, GOED, VERSIE, Beloofd, Tekst
from tests.steun.klant import Antwoord, Klant

RONDES = 5


def _tegelijk(zaal: Zaal, klanten: list[Klant], versie: int, ronde: int) -> dict[Tekst, Antwoord]:
    """Let everyone save an own text on the same version; return what each was answered."""
    plek = zaal.vergadering.casussen[0]
    veld, hek, uitkomst = plek.velden[0], threading.Barrier(len(klanten)), dict[Tekst, Antwoord]()

    def schrijf(nummer: int, klant: Klant) -> None:
        sleutel, waarde = uuid4(), f"Ronde {ronde}, tekst van {nummer}"
        gegevens = {"versie": versie, "waarde": waarde, "sleutel": sleutel}
        hek.wait()
        antwoord = klant.stuur(plek.tekst(veld), gegevens)
        uitkomst[Tekst(sleutel, veld, waarde, antwoord.status == GOED)] = antwoord

    draden = [threading.Thread(target=schrijf, args=paar) for paar in enumerate(klanten)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return uitkomst


def test_zelfde_veld__een_wint_elf_zien_beide_en_alles_blijft(zaal: Zaal) -> None:
    klanten = zaal.allen()
    assert len(zaal.server.werkers) == 2
    begin = stand(klanten[0], zaal.vergadering)
    stroom = zaal.luister(klanten[3])
    versie, beloofd = 1, Beloofd()
    for ronde in range(RONDES):
        uitkomst = _tegelijk(zaal, klanten, versie, ronde)
        assert Counter(antwoord.status for antwoord in uitkomst.values()) == {GOED: 1, BOTSING: 11}
        winnaar = next(tekst.waarde for tekst in uitkomst if tekst.aangenomen)
        for tekst, antwoord in uitkomst.items():
            gevonden = VERSIE.search(antwoord.tekst)
            assert gevonden
            assert int(gevonden[1]) == versie + 1
            if not tekst.aangenomen:
                assert winnaar in antwoord.tekst
                assert tekst.waarde in antwoord.tekst
        beloofd.teksten += uitkomst
        versie += 1
    with zaal.sessie() as sessie:
        ga_na(sessie, [beloofd])
        assert len(sessie.scalars(select(Tekstversie)).all()) == 12 * RONDES
        stroom.wacht_tot(begin + RONDES)
        assert ga_seinen_na(sessie, zaal.vergadering.overleg_id, [stroom], begin) == RONDES
    assert "Traceback" not in zaal.server.log()
