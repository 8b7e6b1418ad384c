"""The Word form of an answer to a uitvraag: what it asks, and from there to the form of the screen.

With whom it is shared, for what and on which ground is not on paper: that is weighed when it is handed in,
by what holds then, and who takes part in a casus does not leave the system (decision 036).
"""

import json
import uuid
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from werkzeug.datastructures import MultiDict
from wtforms import Field

from forms.uitvraag import GeefBijdrageFormulier
from forms.velden import KeuzeVeld, VinkVeld
from overleg.instroom.regels.formulier import Rest, met_rest, niet_geplaatst, zonder_rest
from overleg.uitvraag.inhoud import Verzoekinhoud
from overleg.verslag.formulieren.plaatsen import Geplaatst
from overleg.verslag.formulieren.vorm import (
    Formulierinhoud,
    Formuliersoort,
    blok_van,
    word_bestand,
)

OPNIEUW: Final = (
    "Open de vraag bij Uitvragen, haal het formulier opnieuw op, vul het in en bewaar het als .docx."
)
ANDERE_VRAAG: Final = (
    "Dit formulier hoort niet bij deze vraag. Kijk welk kenmerk erop staat, open bij Uitvragen de vraag met "
    "dat kenmerk en lever het daar in."
)
ANTWOORD: Final = Formuliersoort(
    "uitvraag:", word_bestand(OPNIEUW), f"Dit is niet het formulier van een uitvraag. {OPNIEUW}"
)
VERSIE: Final = 2
"""Of the form itself; goes up when its fields or its fixed texts change."""
WETEN: Final = ("bekend", "feiten", "oordeel")
ACHTERHOUDEN: Final = ("achtergehouden", "achtergehouden_reden")


def antwoord_inhoud(verzoek_id: uuid.UUID, verzoek: Verzoekinhoud) -> Formulierinhoud:
    """Return what to fill in; the version changes with the question, and with about whom it is."""
    form = GeefBijdrageFormulier(formdata=None, meta={"csrf": False})
    blokken = (
        blok_van(form, "Wat u weet", WETEN, form.uitleg_weten),
        blok_van(form, "Wat u achterhoudt", ACHTERHOUDEN, "Laat leeg als u niets achterhoudt."),
    )
    return Formulierinhoud(verzoek_id, f"{VERSIE}.{_afdruk(verzoek)}", blokken)


def _afdruk(verzoek: Verzoekinhoud) -> str:
    personen = [
        [p.naam, p.ook_bekend_als, str(p.geboortedatum), p.geboortejaar, p.rol] for p in verzoek.personen
    ]
    return sha256(json.dumps([verzoek.vraag, personen]).encode()).hexdigest()[:32]


def vul_in(form: GeefBijdrageFormulier, geplaatst: Geplaatst) -> Sequence[str]:
    """Put what was filled in on paper in the form, each field checked as on the screen.

    What is empty on paper stays as it was. What fits in no field comes behind the facts, under a heading.
    Returns the labels of texts that were there and are others now.
    """
    resten, anders = list(geplaatst.resten), []
    waarden = MultiDict(geplaatst.velden)
    for naam in dict.fromkeys(waarden):
        veld, stond_er = form[naam], form[naam].data
        veld.process(MultiDict({naam: waarden.getlist(naam)}))
        if not veld.validate(form) and isinstance(veld, KeuzeVeld):  # a list of buttons cannot show it
            resten.append(Rest(veld.label.text, waarden[naam], str(veld.errors[0])))
            _zet_terug(veld, stond_er)
        elif _is_antwoord(veld, stond_er) and stond_er != veld.data:
            anders.append(veld.label.text)
    tekst = form.feiten.data or ""
    alle = dict.fromkeys([*niet_geplaatst(tekst), *resten])
    form.feiten.data = met_rest(zonder_rest(tekst), alle) if resten else tekst
    return anders


def _is_antwoord(veld: Field, waarde: object) -> bool:
    """Whether somebody answered this before; a box that is not ticked is none, "Nee" is one."""
    return waarde not in (None, "") and not (isinstance(veld, VinkVeld) and waarde is False)


def _zet_terug(veld: Field, waarde: object) -> None:
    veld.process(None, waarde)
    veld.errors = []
