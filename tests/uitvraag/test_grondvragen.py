"""A missing ground: the beheerder is asked, and nothing is shared until there is one (domein.md §4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import (
    Belang,
    Bericht,
    Bijdrageontvanger,
    Gebeurtenis,
    Grondslag,
    Grondvraag,
    Informatiebijdrage,
    Informatieverzoek,
)
from models.waarden import OrganisatieSoort
from overleg.basis.klok import nu
from overleg.logboek.soorten import Soort
from overleg.uitvraag.handelingen.grondvragen import deel_wat_wachtte
from overleg.uitvraag.opvragen import lezers_van
from tests.steun.fabriek import Fabriek
from tests.uitvraag.conftest import Wereld
from tests.uitvraag.stappen import BEKEND, Als, geef, laatste, verzoek_aan, vraag

Org = OrganisatieSoort
Deel = Callable[..., Informatiebijdrage]
KOMT_NIET = "Er komt geen grondslag om te delen"


@pytest.fixture
def beheerder(wereld: Wereld, fabriek: Fabriek) -> str:
    """Make one, and return the address."""
    wie = fabriek.gebruiker(wereld.org[Org.VEILIG_THUIS], beheerder=True)
    fabriek.klaar()
    wereld.wie["beheerder"] = wie
    return wie.email


@pytest.fixture
def zonder_grond(wereld: Wereld, db_sessie: Session) -> None:
    """Leave the politie no ground to share with the OM."""
    db_sessie.execute(
        delete(Grondslag).where(
            Grondslag.tafel_id == wereld.tafel.id,
            Grondslag.gever.in_([Org.POLITIE]) | Grondslag.gever.is_(None),
            Grondslag.ontvanger.in_([Org.OM]) | Grondslag.ontvanger.is_(None),
        )
    )
    db_sessie.commit()


def _deelt(wereld: Wereld, als: Als, sessie: Session, **anders: str) -> Informatiebijdrage:
    """The politie answers, and lets the OM wait."""
    vraag(als, wereld, Org.POLITIE, Org.OM)
    pad = f"/uitvragen/{verzoek_aan(sessie, wereld, Org.POLITIE).id}"
    wacht = {f"wacht_{wereld.org[Org.OM].id.hex}": "y"}
    antwoord = geef(als(wereld.wie["politie"]), pad, **BEKEND, **wacht, **anders)
    assert antwoord.status_code == 303, antwoord.text
    return laatste(sessie)


def _grond(wereld: Wereld, sessie: Session) -> None:
    sessie.add(
        Grondslag(
            tafel_id=wereld.tafel.id,
            gever=Org.POLITIE,
            ontvanger=Org.OM,
            doel="Weging",
            grond="Artikel nieuw",
        )
    )
    sessie.commit()


@pytest.mark.usefixtures("zonder_grond")
def test_zonder_grond__niets_gedeeld__de_beheerder_hoort_welke_soorten(
    wereld: Wereld, als: Als, db_sessie: Session, beheerder: str
) -> None:
    bijdrage = _deelt(wereld, als, db_sessie)
    om = wereld.org[Org.OM].id
    assert om not in lezers_van(bijdrage)
    assert BEKEND["feiten"] not in als(wereld.wie["om"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    eigen = als(wereld.wie["politie"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert "Wacht op een grondslag" in eigen
    bericht = db_sessie.scalars(select(Bericht).where(Bericht.aan == beheerder)).one()
    pagina = als(wereld.wie["beheerder"]).get("/beheer").text
    for tekst in (bericht.tekst, pagina):
        assert Org.POLITIE.tekst in tekst
        assert str(wereld.casus.kenmerk) not in tekst
        assert wereld.org[Org.POLITIE].naam not in tekst
    assert deel_wat_wachtte(db_sessie) == 0


@pytest.mark.usefixtures("zonder_grond", "beheerder")
def test_grond_erbij__vanzelf_gedeeld_en_dan_pas_een_verstrekking(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    _deelt(wereld, als, db_sessie)
    gedeeld = select(Gebeurtenis).filter_by(soort=Soort.BIJDRAGE_GEDEELD.value)
    voor = {regel.id for regel in db_sessie.scalars(gedeeld)}
    _grond(wereld, db_sessie)
    assert deel_wat_wachtte(db_sessie) == 1
    db_sessie.commit()
    assert deel_wat_wachtte(db_sessie) == 0
    bijdrage = laatste(db_sessie)
    assert wereld.org[Org.OM].id in lezers_van(bijdrage)
    assert bijdrage.wachtenden == []
    (regel,) = [regel for regel in db_sessie.scalars(gedeeld) if regel.id not in voor]
    assert (regel.grond, regel.gegevens["organisatie"]) == ("Artikel nieuw", wereld.org[Org.OM].naam)
    assert regel.organisatie_naam == wereld.org[Org.POLITIE].naam
    assert BEKEND["feiten"] in als(wereld.wie["om"]).get(f"/casussen/{wereld.casus.id}/uitvraag").text
    assert "grondslag nodig" not in als(wereld.wie["beheerder"]).get("/beheer").text


@pytest.mark.usefixtures("zonder_grond", "beheerder")
@pytest.mark.parametrize("reden", ["vervallen", "alleen acuut", "andere ontvanger", "organisatie gesloten"])
def test_grond_die_niet_past__blijft_wachten(
    wereld: Wereld, als: Als, db_sessie: Session, reden: str
) -> None:
    _deelt(wereld, als, db_sessie)
    _grond(wereld, db_sessie)
    grond = db_sessie.scalars(select(Grondslag).filter_by(grond="Artikel nieuw")).one()
    if reden == "vervallen":
        grond.vervallen_op = nu()
    elif reden == "alleen acuut":
        grond.alleen_acuut = True
    elif reden == "andere ontvanger":
        grond.ontvanger = Org.GGZ
    else:
        wereld.org[Org.OM].actief = False
    db_sessie.commit()
    assert deel_wat_wachtte(db_sessie) == 0
    om = Bijdrageontvanger.organisatie_id == wereld.org[Org.OM].id
    assert db_sessie.scalars(select(Bijdrageontvanger).where(om)).all() == []


@pytest.mark.usefixtures("zonder_grond", "beheerder")
def test_vraag__een_keer_per_soort__en_afwijzen_met_reden(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    bijdrage = _deelt(wereld, als, db_sessie)
    geef(als(wereld.wie["politie"]), f"/bijdragen/{bijdrage.id}", feiten="Nog iets.")
    grondvraag = db_sessie.scalars(select(Grondvraag)).one()
    beheer, pad = als(wereld.wie["beheerder"]), f"/beheer/grondvragen/{grondvraag.id}"
    assert beheer.get(pad).status_code == 200
    assert beheer.post(pad, data={"reden": " "}).status_code == 422
    assert beheer.post(pad, data={"reden": "De jurist ziet er geen."}).status_code == 303
    assert "grondslag nodig" not in beheer.get("/beheer").text
    assert als(wereld.wie["voorzitter"]).get(pad).status_code == 403
    _grond(wereld, db_sessie)  # and yet, later
    assert deel_wat_wachtte(db_sessie) == 1


@pytest.mark.usefixtures("zonder_grond", "beheerder")
def test_grond_erbij__met_de_hand_gedeeld__niet_nog_eens(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    bijdrage = _deelt(wereld, als, db_sessie)
    _grond(wereld, db_sessie)
    grond = db_sessie.scalars(select(Grondslag).filter_by(grond="Artikel nieuw")).one()
    om = wereld.org[Org.OM].id
    keuze = {f"verder-delen_{om.hex}": str(grond.id), "verder-noodzakelijk": "y"}
    antwoord = als(wereld.wie["politie"]).post(f"/bijdragen/{bijdrage.id}/ontvangers", data=keuze)
    assert antwoord.status_code == 303, antwoord.text
    assert laatste(db_sessie).wachtenden == []
    assert deel_wat_wachtte(db_sessie) == 0
    assert [o.organisatie_id for o in laatste(db_sessie).ontvangers].count(om) == 1


@pytest.mark.usefixtures("zonder_grond", "beheerder")
def test_grond_die_een_jurist_vraagt__gaat_niet_vanzelf(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    bijdrage = _deelt(wereld, als, db_sessie)
    _grond(wereld, db_sessie)
    grond = db_sessie.scalars(select(Grondslag).filter_by(grond="Artikel nieuw")).one()
    grond.jurist_nodig, grond.jurist_punt = True, "Is dit artikel van toepassing?"
    db_sessie.commit()
    assert deel_wat_wachtte(db_sessie) == 0
    assert wereld.org[Org.OM].id not in lezers_van(bijdrage)


@pytest.mark.usefixtures("beheerder")
def test_artikel_9__wacht_nooit(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.VEILIG_THUIS, Org.POLITIE, Org.OM)
    db_sessie.execute(
        delete(Grondslag).where(Grondslag.gever == Org.POLITIE, Grondslag.ontvanger == Org.VEILIG_THUIS)
    )
    db_sessie.execute(delete(Grondslag).where(Grondslag.gever.is_(None) | Grondslag.ontvanger.is_(None)))
    db_sessie.commit()
    pad = f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}/artikel-9"
    vt = f"wacht_{wereld.org[Org.VEILIG_THUIS].id.hex}"
    pagina = als(wereld.wie["politie"]).get(pad)
    assert pagina.status_code == 200
    assert "Er is geen grondslag om dit te delen met" in pagina.text
    assert vt not in pagina.text
    geef(als(wereld.wie["politie"]), pad, feiten="GEHEIM", noodzakelijk="y", **{vt: "y"})
    assert laatste(db_sessie).wachtenden == []


def test_wachten__kan_alleen_zonder_grond(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    vraag(als, wereld, Org.POLITIE, Org.OM)
    pad = f"/uitvragen/{verzoek_aan(db_sessie, wereld, Org.POLITIE).id}"
    pagina = als(wereld.wie["politie"]).get(pad).text
    namen = [str(veld.get("name")) for veld in BeautifulSoup(pagina, "html.parser").find_all("input")]
    assert not [naam for naam in namen if naam.startswith(f"wacht_{wereld.org[Org.OM].id.hex}")]


@pytest.mark.usefixtures("zonder_grond", "beheerder")
def test_wat_wacht__voorzitter_ziet_van_wie_voor_wie__en_niet_wat(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    _deelt(wereld, als, db_sessie)
    pad = f"/casussen/{wereld.casus.id}/uitvraag"
    politie, om = wereld.org[Org.POLITIE].naam, wereld.org[Org.OM].naam
    pagina = als(wereld.wie["voorzitter"]).get(pad).text
    zin = f"{politie} wil iets delen met {om}."
    tekst = " ".join(BeautifulSoup(pagina, "html.parser").get_text(" ").split())
    assert zin.replace(".", "") in tekst.replace(" .", "")
    assert "De beheerder is om een grondslag gevraagd" in tekst
    for wie in ("om", "politie"):
        assert "Er wacht informatie op een grondslag" not in als(wereld.wie[wie]).get(pad).text


@pytest.mark.usefixtures("zonder_grond", "beheerder")
def test_afgewezen__gever_hoort_het_en_leest_waarom(wereld: Wereld, als: Als, db_sessie: Session) -> None:
    bijdrage = _deelt(wereld, als, db_sessie)
    grondvraag = db_sessie.scalars(select(Grondvraag)).one()
    reden = "De jurist ziet er geen."
    pad = f"/beheer/grondvragen/{grondvraag.id}"
    assert als(wereld.wie["beheerder"]).post(pad, data={"reden": reden}).status_code == 303
    (mail,) = db_sessie.scalars(
        select(Bericht).filter_by(aan=wereld.wie["politie"].email, onderwerp=KOMT_NIET)
    )
    for geheim in (str(wereld.casus.kenmerk), reden, BEKEND["feiten"]):
        assert geheim not in mail.tekst
    uitvraag = f"/casussen/{wereld.casus.id}/uitvraag"
    for wie in ("politie", "voorzitter"):
        assert reden in als(wereld.wie[wie]).get(uitvraag).text
    assert reden in als(wereld.wie["politie"]).get(f"/bijdragen/{bijdrage.id}").text
    assert reden not in als(wereld.wie["om"]).get(uitvraag).text


@pytest.mark.usefixtures("zonder_grond", "beheerder")
def test_afgewezen__wie_er_niet_meer_bij_mag__krijgt_geen_mail(
    wereld: Wereld, als: Als, db_sessie: Session
) -> None:
    _deelt(wereld, als, db_sessie)
    db_sessie.add(
        Belang(
            casus_id=wereld.casus.id,
            gebruiker_id=wereld.wie["politie"].id,
            reden="Kent de familie.",
            vastgelegd_door_id=wereld.wie["voorzitter"].id,
        )
    )
    db_sessie.commit()
    grondvraag = db_sessie.scalars(select(Grondvraag)).one()
    als(wereld.wie["beheerder"]).post(f"/beheer/grondvragen/{grondvraag.id}", data={"reden": "Nee."})
    onderwerpen = db_sessie.scalars(
        select(Bericht.onderwerp).where(Bericht.aan == wereld.wie["politie"].email)
    )
    assert "Er komt geen grondslag om te delen" not in set(onderwerpen)


@pytest.mark.usefixtures("beheerder")
def test_vragen_zonder_grond__voorzitter_vraagt_de_beheerder(
    wereld: Wereld, als: Als, db_sessie: Session, beheerder: str
) -> None:
    naar_om = Grondslag.ontvanger.in_([Org.OM]) | Grondslag.ontvanger.is_(None)
    van_vt = Grondslag.gever.in_([Org.VEILIG_THUIS]) | Grondslag.gever.is_(None)
    db_sessie.execute(delete(Grondslag).where(Grondslag.tafel_id == wereld.tafel.id, van_vt, naar_om))
    db_sessie.commit()
    voorzitter, pad = als(wereld.wie["voorzitter"]), f"/casussen/{wereld.casus.id}/uitvraag"
    vraag_url, om = f"{pad}/grondslag-vragen", {"organisatie": str(wereld.org[Org.OM].id)}
    assert vraag_url in voorzitter.get(pad).text
    assert als(wereld.wie["om"]).post(vraag_url, data=om).status_code in {403, 404}
    assert voorzitter.post(vraag_url, data=om).status_code == 303
    assert "De beheerder is om een grondslag gevraagd" in voorzitter.get(pad).text
    assert vraag_url not in voorzitter.get(pad).text
    rij = db_sessie.scalars(select(Grondvraag)).one()
    assert (rij.gever, rij.ontvanger) == (Org.VEILIG_THUIS, Org.OM)
    (mail,) = db_sessie.scalars(select(Bericht).where(Bericht.aan == beheerder))
    assert str(wereld.casus.kenmerk) not in mail.tekst
    for niemand in ({}, {"organisatie": "x"}, {"organisatie": str(wereld.org[Org.VEILIG_THUIS].id)}):
        assert voorzitter.post(vraag_url, data=niemand).status_code == 422
    db_sessie.add(
        Grondslag(
            tafel_id=wereld.tafel.id, gever=Org.VEILIG_THUIS, ontvanger=Org.OM, doel="Weging", grond="Nieuw"
        )
    )
    db_sessie.commit()
    assert voorzitter.post(vraag_url, data=om).status_code == 422
    assert db_sessie.scalars(select(Informatieverzoek)).all() == []
