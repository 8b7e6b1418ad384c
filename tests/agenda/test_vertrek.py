"""Who leaves a tafel is told that sent overleggen after the last day do not go on for this person, once."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Bericht, Deelname, Gebruiker, Lidmaatschap, Overleg, Tafelpartner
from models.waarden import Aanwezigheid, OverlegStatus, Rol
from overleg.agenda.handelingen import zet_op_agenda
from overleg.agenda.handelingen.aanwezigheid import meld_af
from overleg.agenda.handelingen.gasten import Gast, voeg_gast_toe
from overleg.agenda.handelingen.versturen import verstuur_agenda
from overleg.agenda.opvragen.deelnemers import niemand_komt_van
from overleg.basis.klok import vandaag
from overleg.beheer.handelingen.accounts import zet_account_uit
from overleg.beheer.handelingen.gemeen import afdruk
from overleg.beheer.handelingen.leden import Plaats, beeindig_plaats, wijzig_plaats
from overleg.beheer.handelingen.partners import haal_partner_weg
from overleg.beheer.vertrek import doe_vervolg
from overleg.bespreking.handelingen.deelnames import leg_afwezigheid_vast
from overleg.bespreking.invoer_stappen import Afwezigheid
from overleg.toegang.vrager import Vrager
from tests.agenda.conftest import Gezelschap
from tests.agenda.test_handelingen_versturen import gebeurtenis

Als = Callable[[Gebruiker], FlaskClient]
WEEK = timedelta(days=7)


@pytest.fixture
def beheerder(gezelschap: Gezelschap) -> Vrager:
    """Who ends places and accounts; one more is left after that."""
    bea, _bob = (
        gezelschap.fabriek.gebruiker(gezelschap.organisaties["vt"], naam, beheerder=True)
        for naam in ("Bea", "Bob")
    )
    gezelschap.fabriek.klaar()
    return gezelschap.fabriek.vrager(bea)


def _verstuurd(gezelschap: Gezelschap, sessie: Session, weken: int) -> Overleg:
    overleg = gezelschap.overleg(vandaag() + weken * WEEK)
    verstuur_agenda(sessie, gezelschap.vrager("secretaris"), overleg)
    return overleg


def _leeg_de_bus(sessie: Session) -> None:
    sessie.query(Bericht).delete()
    sessie.commit()


def _lid(sessie: Session, wie: Gebruiker) -> Lidmaatschap:
    return sessie.scalars(select(Lidmaatschap).where(Lidmaatschap.gebruiker_id == wie.id)).one()


def _post(sessie: Session) -> list[tuple[str, str, str]]:
    """Return receiver, kind of calendar message and which overleg it is of."""
    rijen = sessie.scalars(select(Bericht).order_by(Bericht.gemaakt_op, Bericht.id))
    return [(rij.aan, *gebeurtenis(rij)[:2]) for rij in rijen]


def _op_de_lijst(sessie: Session, overleg: Overleg, wie: Gebruiker) -> bool:
    vraag = select(func.count()).where(Deelname.overleg_id == overleg.id, Deelname.gebruiker_id == wie.id)
    return bool(sessie.scalar(vraag))


def _tot(sessie: Session, vrager: Vrager, lid: Lidmaatschap, weken: int) -> None:
    nu = Plaats(lid.bezetting, lid.mandaat, lid.functie, lid.vanaf, lid.tot)
    straks = Plaats(lid.bezetting, lid.mandaat, lid.functie, lid.vanaf, vandaag() + weken * WEEK)
    wijzig_plaats(sessie, vrager, lid, straks, gezien=afdruk(nu, Plaats))


def test_plaats_beeindigd__afzegging_een_keer_en_van_de_lijst(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager
) -> None:
    eerste, tweede = (_verstuurd(gezelschap, db_sessie, weken) for weken in (1, 2))
    gepland = gezelschap.overleg(vandaag() + 3 * WEEK)
    _leeg_de_bus(db_sessie)
    wie, was, versie = gezelschap.mensen["om"], eerste.ics_volgnummer, eerste.versie
    beeindig_plaats(db_sessie, beheerder, _lid(db_sessie, wie))
    post = _post(db_sessie)
    assert [(aan, methode) for aan, methode, _ in post] == [(wie.email, "CANCEL")] * 2
    assert len({uid for *_, uid in post}) == 2
    assert eerste.ics_volgnummer > was, "a calendar ignores what is not newer"
    assert eerste.versie == versie, "who works on the agenda meets no Botsing"
    assert not any(_op_de_lijst(db_sessie, overleg, wie) for overleg in (eerste, tweede, gepland))
    _leeg_de_bus(db_sessie)
    zet_account_uit(db_sessie, beheerder, wie)
    assert _post(db_sessie) == [], "told once"
    verstuur_agenda(db_sessie, gezelschap.vrager("secretaris"), eerste)
    assert wie.email not in {aan for aan, *_ in _post(db_sessie)}, "and not invited anew"


def test_plaats_tot_een_dag__alleen_wat_daarna_komt(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager
) -> None:
    eerste, tweede = (_verstuurd(gezelschap, db_sessie, weken) for weken in (1, 2))
    _leeg_de_bus(db_sessie)
    wie = gezelschap.mensen["politie"]
    lid = _lid(db_sessie, wie)
    _tot(db_sessie, beheerder, lid, weken=2)
    assert _post(db_sessie) == [], "the last day itself still counts"
    _tot(db_sessie, beheerder, lid, weken=1)
    assert [(aan, methode) for aan, methode, _ in _post(db_sessie)] == [(wie.email, "CANCEL")]
    assert [_op_de_lijst(db_sessie, overleg, wie) for overleg in (eerste, tweede)] == [True, False]


@pytest.mark.parametrize("status", [OverlegStatus.GEPLAND, OverlegStatus.LOPEND, OverlegStatus.GEANNULEERD])
def test_plaats_beeindigd__alleen_van_wat_is_verstuurd(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager, status: OverlegStatus
) -> None:
    overleg, wie = _verstuurd(gezelschap, db_sessie, 1), gezelschap.mensen["om"]
    overleg.status = status
    _leeg_de_bus(db_sessie)
    beeindig_plaats(db_sessie, beheerder, _lid(db_sessie, wie))
    assert _post(db_sessie) == []


def test_nog_een_plaats_aan_deze_tafel__niets_te_melden(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager
) -> None:
    _verstuurd(gezelschap, db_sessie, 1)
    wie = gezelschap.mensen["voorzitter"]
    eerst = _lid(db_sessie, wie)
    ook = Lidmaatschap(
        tafel_id=gezelschap.tafel.id, gebruiker_id=wie.id, rol=Rol.DEELNEMER, vanaf=eerst.vanaf
    )
    db_sessie.add(ook)
    _leeg_de_bus(db_sessie)
    beeindig_plaats(db_sessie, beheerder, eerst)
    assert _post(db_sessie) == []
    beeindig_plaats(db_sessie, beheerder, ook)
    assert [(aan, methode) for aan, methode, _ in _post(db_sessie)] == [(wie.email, "CANCEL")]


def test_account_uit__ook_wie_afgemeld_was__een_keer(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager
) -> None:
    overleg, wie = _verstuurd(gezelschap, db_sessie, 1), gezelschap.mensen["politie"]
    meld_af(db_sessie, gezelschap.vrager("politie"), overleg, None)
    _leeg_de_bus(db_sessie)
    zet_account_uit(db_sessie, beheerder, wie)
    assert [(aan, methode) for aan, methode, _ in _post(db_sessie)] == [(wie.email, "CANCEL")]
    rest = db_sessie.scalars(select(Deelname).where(Deelname.overleg_id == overleg.id)).all()
    assert {rij.aanwezigheid for rij in rest} == {Aanwezigheid.VERWACHT}


def test_account_van_gast_uit__eigen_slot_afgezegd(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager
) -> None:
    overleg, vrager = gezelschap.overleg(), gezelschap.vrager("secretaris")
    punt = zet_op_agenda(db_sessie, vrager, overleg, gezelschap.casus())
    gast = gezelschap.mensen["gast"]
    voeg_gast_toe(db_sessie, vrager, punt, Gast(None, gast.id, "", time(9, 10), time(9, 25)))
    verstuur_agenda(db_sessie, vrager, overleg)
    (eerder,) = [uid for aan, _, uid in _post(db_sessie) if aan == gast.email]
    _leeg_de_bus(db_sessie)
    zet_account_uit(db_sessie, beheerder, gast)
    assert _post(db_sessie) == [(gast.email, "CANCEL", eerder)]


def test_beheer__plaats_beeindigen_op_het_scherm__afzegging_gaat_mee(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager, als: Als
) -> None:
    _verstuurd(gezelschap, db_sessie, 1)
    _leeg_de_bus(db_sessie)
    wie = gezelschap.mensen["om"]
    adres = f"/beheer/tafels/{gezelschap.tafel.id}/leden/{_lid(db_sessie, wie).id}/weg"
    assert als(db_sessie.get_one(Gebruiker, beheerder.id)).post(adres).status_code == 303
    db_sessie.expire_all()
    assert [(aan, methode) for aan, methode, _ in _post(db_sessie)] == [(wie.email, "CANCEL")]


def test_afwezig_om_een_belang__vertrek_lukt__en_de_casus_blijft_dicht(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager
) -> None:
    """Once the account could not be put out of use: the row of the overleg holds the conflict of interest."""
    overleg, wie = _verstuurd(gezelschap, db_sessie, 1), gezelschap.mensen["om"]
    secretaris, casus = gezelschap.vrager("secretaris"), gezelschap.casus()
    punt = zet_op_agenda(db_sessie, secretaris, overleg, casus)
    rij = db_sessie.scalars(select(Deelname).filter_by(overleg_id=overleg.id, gebruiker_id=wie.id)).one()
    leg_afwezigheid_vast(db_sessie, secretaris, punt, Afwezigheid(rij.id, True, "Is zijn broer."))
    _leeg_de_bus(db_sessie)
    zet_account_uit(db_sessie, beheerder, wie)
    db_sessie.commit()
    assert [(aan, methode) for aan, methode, _ in _post(db_sessie)] == [(wie.email, "CANCEL")]
    assert rij.aanwezigheid is Aanwezigheid.AFGEMELD
    assert casus.id in gezelschap.vrager("om").teruggetrokken
    _leeg_de_bus(db_sessie)
    doe_vervolg(db_sessie, wie)
    assert _post(db_sessie) == [], "told once"


def _partner(gezelschap: Gezelschap, sessie: Session, naam: str) -> Tafelpartner:
    organisatie = gezelschap.organisaties[naam].id
    return sessie.scalars(select(Tafelpartner).where(Tafelpartner.organisatie_id == organisatie)).one()


def _met_vervanger(gezelschap: Gezelschap, sessie: Session, weken: int = 1) -> Overleg:
    """Send an overleg to which the achtervang of the politie comes instead of its member."""
    overleg = _verstuurd(gezelschap, sessie, weken)
    meld_af(sessie, gezelschap.vrager("politie"), overleg, gezelschap.mensen["achtervang"].id)
    return overleg


def test_vervanger_weg__de_vervangene_hoort_het_en_de_controle_zegt_dat_niemand_komt(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager, als: Als
) -> None:
    overleg = _met_vervanger(gezelschap, db_sessie)
    _leeg_de_bus(db_sessie)
    assert niemand_komt_van(db_sessie, overleg) == ()
    vervanger, collega = gezelschap.mensen["achtervang"], gezelschap.mensen["politie"]
    beeindig_plaats(db_sessie, beheerder, _lid(db_sessie, vervanger))
    afzegging, bericht = db_sessie.scalars(select(Bericht).order_by(Bericht.bijlage.desc())).all()
    assert (afzegging.aan, gebeurtenis(afzegging)[0]) == (vervanger.email, "CANCEL")
    assert (bericht.aan, bericht.bijlage) == (collega.email, "")
    assert "er komt nu niemand in uw plaats" in bericht.tekst
    assert vervanger.naam not in bericht.tekst + bericht.onderwerp
    politie = gezelschap.organisaties["politie"].naam
    assert niemand_komt_van(db_sessie, overleg) == (politie,)
    db_sessie.commit()
    scherm = als(gezelschap.mensen["voorzitter"]).get(f"/overleggen/{overleg.id}/agenda").text
    assert f"{politie}: er komt niemand." in scherm
    assert f"/overleggen/{overleg.id}#aanwezigheid" in scherm


def test_niemand_komt__afgemeld_zonder_vervanger__en_niet_als_een_collega_komt(
    gezelschap: Gezelschap, db_sessie: Session
) -> None:
    overleg = gezelschap.overleg()
    meld_af(db_sessie, gezelschap.vrager("om"), overleg, None)
    meld_af(db_sessie, gezelschap.vrager("voorzitter"), overleg, None)  # the secretaris is of VT too
    assert niemand_komt_van(db_sessie, overleg) == (gezelschap.organisaties["om"].naam,)


def test_partner_uit_gebruik__afzegging_voor_haar_mensen_en_voor_niemand_anders(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager, als: Als
) -> None:
    overleg = _met_vervanger(gezelschap, db_sessie)
    gepland = gezelschap.overleg(vandaag() + 2 * WEEK)
    _leeg_de_bus(db_sessie)
    partner = _partner(gezelschap, db_sessie, "politie")
    adres = f"/beheer/tafels/{gezelschap.tafel.id}/partners/{partner.id}/weg"
    assert als(db_sessie.get_one(Gebruiker, beheerder.id)).post(adres).status_code == 303
    db_sessie.expire_all()
    mensen = [gezelschap.mensen[naam] for naam in ("politie", "achtervang")]
    post = [(rij.aan, rij.bijlage != "") for rij in db_sessie.scalars(select(Bericht))]
    assert sorted(post) == sorted((wie.email, True) for wie in mensen), "a cancellation each, nothing else"
    assert not any(_op_de_lijst(db_sessie, welk, wie) for welk in (overleg, gepland) for wie in mensen)
    _leeg_de_bus(db_sessie)
    verstuur_agenda(db_sessie, gezelschap.vrager("secretaris"), overleg)
    assert {wie.email for wie in mensen}.isdisjoint(aan for aan, *_ in _post(db_sessie))


def test_partner_uit_gebruik__wie_de_tafel_leidt_houdt_de_eigen_plaats(
    gezelschap: Gezelschap, db_sessie: Session, beheerder: Vrager
) -> None:
    overleg = _verstuurd(gezelschap, db_sessie, 1)
    _leeg_de_bus(db_sessie)
    haal_partner_weg(db_sessie, beheerder, _partner(gezelschap, db_sessie, "vt"))
    assert _post(db_sessie) == []
    assert _op_de_lijst(db_sessie, overleg, gezelschap.mensen["voorzitter"])
