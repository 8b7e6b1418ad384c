"""Casus 4: the son upstairs. No concrete question at first, no D, and still admitted with a reason."""

from datetime import timedelta

from sqlalchemy import select

from models import Bericht, Gebeurtenis
from models.waarden import CasusStatus, RondeSoort
from overleg.basis.klok import vandaag
from overleg.instroom.regels.triage import ZONDER_REDEN
from tests.instroom.steun import Als, Tafel, begin, bewaar, dek, personen, thema, velden, ververs
from tests.steun.fabriek import Fabriek

EERSTE_VRAAG = "Welke hulp is er in dit gezin?"
VRAAG = (
    "Wie regelt vóór 11 december dat Gerben elders woont zonder dat mevrouw daarvoor aangifte hoeft te doen, "
    "en wie beheert haar geld tot er een besluit is?"
)
REDEN = "Geen D, maar alle drie de partners houden een deel van de sleutel. Eénmalige bespreking."
TERUGVRAAG = "Wat moet wie doen, en vóór wanneer?"
ANTWOORD = "De vraag is nu scherper."
ADVIES = "Dit lijkt op een vraag om informatie"


def aanmelding() -> dict[str, object]:
    gisteren = (vandaag() - timedelta(days=1)).strftime("%d-%m-%Y")
    return {
        **personen(("Wiepie Hornstra", "21-02-1943", "slachtoffer"), ("Gerben Hornstra", "1972", "pleger")),
        "samenloop": "beide",
        "wat_gebeurd": "Hij haalt met haar pas geld op.",
        "grootste_zorg": "Een val die niemand op tijd ziet.",
        "concrete_vraag": EERSTE_VRAAG,
        "melding_status": "gedaan",
        "melding_nummer": "VT-2026-90104",
        "melding_datum": gisteren,
        "criterium-A": "ja",
        "criterium-B": "ja",
        "criterium-C": "ja",
        "criterium-D-geen": "y",
    }


def test_casus_4__teruggestuurd_en_toegelaten_met_reden(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    inbrenger, voorzitter = als(t.reclasseerder), als(t.voorzitter)
    casus = begin(inbrenger)
    themas = {"themas": [thema(fabriek, t.tafel, "Ouderenmishandeling")]}
    assert bewaar(inbrenger, casus, aanmelding() | themas).status_code == 303
    blad = inbrenger.get(f"/casussen/{casus}/bewerken").text
    assert ADVIES in blad, "a gentle warning"
    assert "Voldoet niet" in blad
    assert bewaar(inbrenger, casus, {}, "indienen").status_code == 303, "it warns, it never blocks"
    triage = voorzitter.get(f"/casussen/{casus}/triage").text
    assert ADVIES in triage
    for alternatief in ("MDA++", "Lokaal team"):
        assert alternatief in triage

    _stuur_terug(als, t, casus)
    _dien_opnieuw_in(als, t, casus)
    kenmerk = ververs(fabriek, casus).kenmerk
    onderwerpen = set(
        fabriek.sessie.scalars(select(Bericht.onderwerp).where(Bericht.aan == t.voorzitter.email))
    )
    assert onderwerpen == {f"Nieuwe aanmelding {kenmerk}", f"Aanmelding opnieuw ingediend: {kenmerk}"}
    pad = f"/casussen/{casus}/triage"
    zonder = voorzitter.post(f"{pad}/toelaten", data={"toelaten-reden": "  "})
    assert zonder.status_code == 422
    assert ZONDER_REDEN in zonder.text
    assert voorzitter.post(f"{pad}/toelaten", data={"toelaten-reden": REDEN}).status_code == 303
    rij = ververs(fabriek, casus)
    assert (rij.status, rij.voldoet, rij.uitzondering_reden) == (CasusStatus.TOEGELATEN, False, REDEN)
    assert [(r.soort, r.concrete_vraag) for r in rij.rondes] == [
        (RondeSoort.INGEDIEND, EERSTE_VRAAG),
        (RondeSoort.TERUGGESTUURD, EERSTE_VRAAG),
        (RondeSoort.INGEDIEND, VRAAG),
        (RondeSoort.TOEGELATEN, VRAAG),
    ]
    eigen = inbrenger.get(f"/casussen/{casus}").text
    for tekst in (EERSTE_VRAAG, VRAAG, REDEN, ANTWOORD, TERUGVRAAG):
        assert tekst in eigen, "all rounds stay readable for the inbrenger"


def _stuur_terug(als: Als, t: Tafel, casus: str) -> None:
    voorzitter, secretaris = als(t.voorzitter), als(t.secretaris)
    pad = f"/casussen/{casus}/triage"
    terug = {"terugsturen-reden": TERUGVRAAG}
    assert secretaris.post(f"{pad}/terugsturen", data=terug).status_code == 403
    assert "De voorzitter beslist" in secretaris.get(pad).text
    assert voorzitter.post(f"{pad}/terugsturen", data=terug).status_code == 303
    assert voorzitter.post(f"{pad}/toelaten", data={"toelaten-reden": REDEN}).status_code == 422


def _dien_opnieuw_in(als: Als, t: Tafel, casus: str) -> None:
    inbrenger, pad = als(t.reclasseerder), f"/casussen/{casus}/bewerken"
    assert TERUGVRAAG in inbrenger.get(pad).text
    antwoord = {"antwoord": ANTWOORD, "concrete_vraag": VRAAG}
    assert bewaar(inbrenger, casus, antwoord).status_code == 303
    assert velden(inbrenger, pad)["antwoord"] == ANTWOORD, "kept until handed in"
    assert bewaar(inbrenger, casus, {}, "indienen").status_code == 303


def test_casus_4__post_en_logboek__zonder_persoonsgegevens(fabriek: Fabriek, als: Als) -> None:
    t = dek(fabriek)
    inbrenger, voorzitter = als(t.reclasseerder), als(t.voorzitter)
    casus = begin(inbrenger)
    bewaar(inbrenger, casus, aanmelding(), "indienen")
    voorzitter.post(f"/casussen/{casus}/triage/toelaten", data={"toelaten-reden": REDEN})
    rij = ververs(fabriek, casus)
    berichten = fabriek.sessie.scalars(select(Bericht)).all()
    assert {(b.aan, str(rij.kenmerk) in b.tekst) for b in berichten} == {
        (t.voorzitter.email, True),
        (t.reclasseerder.email, True),
    }
    regels = fabriek.sessie.scalars(select(Gebeurtenis).where(Gebeurtenis.casus_id == rij.id)).all()
    assert {"aanmelding_begonnen", "aanmelding_ingediend", "casus_toegelaten"} <= {r.soort for r in regels}
    alles = " ".join([f"{b.onderwerp} {b.tekst}" for b in berichten] + [str(r.gegevens) for r in regels])
    for geheim in ("Hornstra", "Wiepie", EERSTE_VRAAG, REDEN):
        assert geheim not in alles
