"""What a row of the sheet with members and partners would do, and what is wrong with it: tables."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from models.waarden import Bezetting, OrganisatieSoort, Partnervorm, Rol
from overleg.beheer.regels.ledenblad import (
    Account,
    Fout,
    Invulling,
    Lidoordeel,
    Lidrij,
    Organisatie,
    Partner,
    Partneroordeel,
    Partnerrij,
    Plaats,
    Stand,
    Uitkomst,
    beoordeel_blad,
    emailsleutel,
    naamsleutel,
    zoeken,
)
from overleg.beheer.regels.ledenblad.leden import BIJZONDER, DUBBEL, DUBBEL_NIEUW, GEEN_PARTNER, VOORBIJ
from overleg.beheer.regels.ledenblad.voorstel import GEEN_VOORZITTER
from overleg.beheer.regels.ledenblad.waarden import INTUSSEN, RIJ

DAG = date(2026, 12, 1)
GISTEREN, MORGEN = DAG - timedelta(days=1), DAG + timedelta(days=1)
VT = Organisatie(uuid.uuid4(), "Veilig Thuis Lindewoude", OrganisatieSoort.VEILIG_THUIS, actief=True)
POLITIE = Organisatie(uuid.uuid4(), "Politie Noord-Nederland", OrganisatieSoort.POLITIE, actief=True)
OUD = Organisatie(uuid.uuid4(), "Reclassering Oud", OrganisatieSoort.RECLASSERING, actief=False)
OM = Organisatie(uuid.uuid4(), "Openbaar Ministerie", OrganisatieSoort.OM, actief=True)
INVULLING = Invulling(Bezetting.VAST, mandaat=True, functie="", vanaf=date(2026, 1, 1), tot=None)


def _account(naam: str, organisatie: Organisatie = POLITIE, **anders: Any) -> Account:
    stand = {"actief": True, "functionaris": False, "is_zelf": False, **anders}
    return Account(
        uuid.uuid4(), naam, f"{naam.split(maxsplit=1)[0].lower()}@voorbeeld.nl", organisatie, **stand
    )


VERA, ANNA, BRAM = _account("Vera Voorzitter", VT), _account("Anna Agent"), _account("Bram Vrij")
UIT, FG, ZELF = (
    _account("Uwe Uit", actief=False),
    _account("Fien F", functionaris=True),
    _account("Ik", is_zelf=True),
)
P_VERA = Plaats(uuid.uuid4(), VERA, Rol.VOORZITTER, INVULLING)
P_ANNA = Plaats(uuid.uuid4(), ANNA, Rol.DEELNEMER, INVULLING)
STAND = Stand(
    DAG,
    (VT, POLITIE, OUD, OM),
    (VERA, ANNA, BRAM, UIT, FG, ZELF),
    (P_VERA, P_ANNA),
    (
        Partner(uuid.uuid4(), VT, Partnervorm.VAST, actief=True),
        Partner(uuid.uuid4(), POLITIE, Partnervorm.VAST, actief=True),
        Partner(uuid.uuid4(), OUD, Partnervorm.VAST, actief=False),
    ),
)
NIEUW = Lidrij(5, "Nadia Nieuw", "nadia@voorbeeld.nl", POLITIE.naam, Rol.DEELNEMER)


def _rij(plaats: Plaats, **anders: Any) -> Lidrij:
    """Return the row of a place as the sheet was made with it."""
    nu, account = plaats.invulling, plaats.account
    rij = Lidrij(
        2,
        account.naam,
        account.email,
        account.organisatie.naam,
        plaats.rol,
        nu.bezetting,
        nu.mandaat,
        nu.functie,
        nu.vanaf,
        nu.tot,
        str(plaats.id),
        nu.versie,
    )
    return replace(rij, **anders)


def _leden(*rijen: Lidrij, stand: Stand = STAND) -> tuple[Lidoordeel, ...]:
    return beoordeel_blad(rijen, (), stand).leden


@pytest.mark.parametrize(
    ("rij", "uitkomst"),
    [
        (NIEUW, Uitkomst.NIEUW),
        (replace(NIEUW, organisatie="  politie NOORD-nederland "), Uitkomst.NIEUW),
        (replace(NIEUW, naam="", organisatie="", email="BRAM@voorbeeld.nl"), Uitkomst.NIEUW),
        (replace(NIEUW, naam="bram  vrij", email="bram@voorbeeld.nl"), Uitkomst.NIEUW),
        (_rij(P_ANNA), Uitkomst.ONGEWIJZIGD),
        (_rij(P_ANNA, naam="", organisatie=""), Uitkomst.ONGEWIJZIGD),
        (_rij(P_ANNA, bezetting=None, mandaat=None, vanaf=None), Uitkomst.ONGEWIJZIGD),
        (_rij(P_ANNA, mandaat=False), Uitkomst.GEWIJZIGD),
        (_rij(P_ANNA, functie="Zeden"), Uitkomst.GEWIJZIGD),
        (_rij(P_ANNA, tot=GISTEREN), Uitkomst.GEWIJZIGD),
        (_rij(P_ANNA, sleutel="", versie=""), Uitkomst.ONGEWIJZIGD),
        (_rij(P_ANNA, sleutel="", versie="", mandaat=False), Uitkomst.GEWIJZIGD),
        (_rij(P_ANNA, sleutel="", versie="", rol=Rol.SECRETARIS), Uitkomst.NIEUW),
        (_rij(P_ANNA, sleutel="", versie="", functie="Zeden"), Uitkomst.NIEUW),
    ],
)
def test_rij_die_kan__wat_zij_doet(rij: Lidrij, uitkomst: Uitkomst) -> None:
    (oordeel,) = _leden(rij)
    assert (oordeel.uitkomst, oordeel.fouten) == (uitkomst, ())


@pytest.mark.parametrize(
    ("rij", "kolom", "zin"),
    [
        (replace(NIEUW, naam=""), "Naam", "Vul de naam in"),
        (replace(NIEUW, email=""), "E-mailadres", "Vul het e-mailadres in."),
        (replace(NIEUW, organisatie=""), "Organisatie", "Kies de organisatie"),
        (replace(NIEUW, organisatie="Politie Noord"), "Organisatie", "Bedoelt u ‘Politie Noord-Nederland’?"),
        (replace(NIEUW, organisatie="Zxq"), "Organisatie", "maak haar eerst bij Organisaties"),
        (replace(NIEUW, organisatie=OUD.naam), "Organisatie", "niet in gebruik"),
        (replace(NIEUW, rol=None), "Rol", "Kies een rol."),
        (replace(NIEUW, vanaf=MORGEN, tot=DAG), "Tot en met", "vóór de begindatum"),
        (replace(NIEUW, email="ｎadia@voorbeeld.nl", fouten=(Fout("Rol", "x"),)), "Rol", "x"),
        (
            replace(NIEUW, naam="", email="\uff42ram@voorbeeld.nl"),
            "E-mailadres",
            "lijkt op bram@voorbeeld.nl",
        ),
        (
            replace(NIEUW, naam="", email="br\u200bam@voorbeeld.nl"),
            "E-mailadres",
            "lijkt op bram@voorbeeld.nl",
        ),
        (replace(NIEUW, email=BRAM.email), "Naam", "Dit e-mailadres is van Bram Vrij"),
        (replace(NIEUW, naam="", email=UIT.email), "E-mailadres", "staat uit"),
        (replace(NIEUW, naam="", email=FG.email), RIJ, "functionaris gegevensbescherming"),
        (replace(NIEUW, naam="", email=ZELF.email), RIJ, "Uzelf kunt u geen rol"),
        (replace(NIEUW, naam="", email=BRAM.email, organisatie=VT.naam), "Organisatie", "hoort bij Politie"),
        (replace(NIEUW, naam="", email=BRAM.email, organisatie="Poltie"), "Organisatie", "staat niet bij"),
        (_rij(P_ANNA, rol=Rol.SECRETARIS), "Rol", "kan niet wijzigen"),
        (_rij(P_ANNA, email="nadia@voorbeeld.nl"), "E-mailadres", "Deze rij is van Anna Agent"),
        (_rij(P_ANNA, email=BRAM.email), "E-mailadres", "Deze rij is van Anna Agent"),
        (_rij(P_ANNA, email=""), "E-mailadres", "Deze rij is van Anna Agent"),
        (_rij(P_ANNA, naam="Anna Anders"), "Naam", "Schrijf de naam zo"),
        (_rij(P_ANNA, sleutel="x"), RIJ, "is er niet meer"),
        (_rij(P_ANNA, versie="vast;nee;2026-01-01;;", bezetting=Bezetting.ACHTERVANG), RIJ, INTUSSEN),
    ],
)
def test_rij_die_niet_kan__zegt_waar_en_wat_te_doen(rij: Lidrij, kolom: str, zin: str) -> None:
    (oordeel,) = _leden(rij)
    assert oordeel.uitkomst is Uitkomst.FOUT
    (fout,) = oordeel.fouten
    assert (fout.kolom, zin in fout.zin) == (kolom, True), fout


def test_intussen_gewijzigd__wie_de_rij_niet_aanraakte_merkt_niets() -> None:
    anders = replace(P_ANNA, invulling=replace(INVULLING, functie="Zeden"))
    stand = replace(STAND, plaatsen=(P_VERA, anders))
    (oordeel,) = _leden(_rij(P_ANNA), stand=stand)
    assert oordeel.uitkomst is Uitkomst.ONGEWIJZIGD
    (oordeel,) = _leden(_rij(P_ANNA, functie="Zeden"), stand=stand)
    assert oordeel.uitkomst is Uitkomst.ONGEWIJZIGD
    (oordeel,) = _leden(_rij(P_ANNA, functie="Jeugd"), stand=stand)
    assert oordeel.uitkomst is Uitkomst.FOUT


def test_eerder_gehad__pas_vanaf_een_latere_dag() -> None:
    was = Plaats(uuid.uuid4(), BRAM, Rol.DEELNEMER, replace(INVULLING, tot=GISTEREN))
    stand = replace(STAND, voorbij=(was,))
    bram = replace(NIEUW, naam="", email=BRAM.email)
    (oordeel,) = _leden(bram, stand=stand)
    assert oordeel.uitkomst is Uitkomst.NIEUW
    (oordeel,) = _leden(replace(bram, vanaf=GISTEREN), stand=stand)
    assert [(fout.kolom, "30-11-2026" in fout.zin) for fout in oordeel.fouten] == [("Vanaf", True)]
    (oordeel,) = _leden(replace(bram, vanaf=GISTEREN, rol=Rol.GAST), stand=stand)
    assert oordeel.uitkomst is Uitkomst.NIEUW


def test_rij_gekopieerd_voor_een_nieuw_persoon__is_nieuw() -> None:
    kopie = _rij(P_ANNA, regel=9, naam="Nadia Nieuw", email="nadia@voorbeeld.nl")
    oud, nieuw = _leden(_rij(P_ANNA), kopie)
    assert (oud.uitkomst, nieuw.uitkomst) == (Uitkomst.ONGEWIJZIGD, Uitkomst.NIEUW)
    oud, tweede = _leden(_rij(P_ANNA), _rij(P_ANNA, regel=9, rol=Rol.SECRETARIS))
    assert (oud.uitkomst, tweede.uitkomst) == (Uitkomst.ONGEWIJZIGD, Uitkomst.NIEUW)
    assert tweede.opmerkingen == ("Heeft al een plaats als deelnemer; die blijft.",)
    over = _rij(P_ANNA, regel=9, naam="", organisatie="", email=BRAM.email, mandaat=False)
    assert _leden(_rij(P_ANNA), over)[1].uitkomst is Uitkomst.NIEUW


@pytest.mark.parametrize(
    ("een", "ander", "zin"),
    [
        (NIEUW, replace(NIEUW, regel=6), DUBBEL_NIEUW),
        (NIEUW, replace(NIEUW, regel=6, email="NADIA@VOORBEELD.NL", naam="Na Dia"), DUBBEL_NIEUW),
        (NIEUW, replace(NIEUW, regel=6, rol=Rol.SECRETARIS), DUBBEL_NIEUW),
        (_rij(P_ANNA), _rij(P_ANNA, regel=6), DUBBEL),
        (_rij(P_ANNA), _rij(P_ANNA, regel=6, sleutel="", versie=""), DUBBEL),
        (
            replace(NIEUW, naam="", email=BRAM.email),
            replace(NIEUW, naam="", email="Bram@voorbeeld.nl"),
            DUBBEL,
        ),
    ],
)
def test_twee_keer_dezelfde__geen_van_beide(een: Lidrij, ander: Lidrij, zin: str) -> None:
    for oordeel in _leden(een, ander):
        assert [fout.zin for fout in oordeel.fouten] == [zin]


def test_twee_rollen_voor_wie_er_al_is__mag() -> None:
    bram = replace(NIEUW, naam="", email=BRAM.email)
    assert {o.uitkomst for o in _leden(bram, replace(bram, rol=Rol.GAST))} == {Uitkomst.NIEUW}


def test_leeg__begint_als_op_het_scherm() -> None:
    (oordeel,) = _leden(NIEUW)
    assert oordeel.invulling == Invulling(Bezetting.VAST, mandaat=False, functie="", vanaf=DAG, tot=None)
    assert (oordeel.account, oordeel.organisatie, oordeel.plaats) == (None, POLITIE, None)


def test_wijziging__in_woorden() -> None:
    (oordeel,) = _leden(_rij(P_ANNA, mandaat=False, functie="Zeden", tot=MORGEN))
    assert [(w.kolom, w.was, w.wordt) for w in oordeel.wijzigingen] == [
        ("Mandaat", "ja", "nee"),
        ("Bijzondere functie", "geen", "Zeden"),
        ("Tot en met", "geen einddatum", "02-12-2026"),
    ]


def test_opmerkingen__houden_niets_tegen() -> None:
    (oordeel,) = _leden(replace(NIEUW, organisatie=OM.naam, email="nadiä@voorbeeld.nl"))
    assert (oordeel.uitkomst, oordeel.opmerkingen) == (Uitkomst.NIEUW, (GEEN_PARTNER, BIJZONDER))
    partner = Partnerrij(2, OM.naam, Partnervorm.VAST)
    voorstel = beoordeel_blad([replace(NIEUW, organisatie=OM.naam)], [partner], STAND)
    assert voorstel.leden[0].opmerkingen == ()
    (oordeel,) = _leden(_rij(P_ANNA, tot=GISTEREN))
    assert oordeel.opmerkingen == (VOORBIJ,)


def test_laatste_voorzitter_weg__wordt_gezegd() -> None:
    weg = _rij(P_VERA, tot=GISTEREN)
    ander = replace(NIEUW, rol=Rol.VOORZITTER)
    assert beoordeel_blad([weg], [], STAND).let_op == (GEEN_VOORZITTER,)
    assert beoordeel_blad([weg, ander], [], STAND).let_op == ()
    assert beoordeel_blad([weg, replace(ander, naam="")], [], STAND).let_op == (GEEN_VOORZITTER,)
    assert beoordeel_blad([_rij(P_ANNA, tot=GISTEREN)], [], STAND).let_op == ()


def _partner(rij: Partnerrij, *meer: Partnerrij) -> Partneroordeel:
    return beoordeel_blad([], [rij, *meer], STAND).partners[0]


@pytest.mark.parametrize(
    ("rij", "uitkomst"),
    [
        (Partnerrij(2, OM.naam.lower(), Partnervorm.OP_VERZOEK), Uitkomst.NIEUW),
        (Partnerrij(2, POLITIE.naam, Partnervorm.VAST), Uitkomst.ONGEWIJZIGD),
        (Partnerrij(2, POLITIE.naam, Partnervorm.OP_VERZOEK), Uitkomst.GEWIJZIGD),
        (Partnerrij(2, POLITIE.naam, Partnervorm.OP_VERZOEK, "vast"), Uitkomst.GEWIJZIGD),
        (Partnerrij(2, POLITIE.naam, Partnervorm.OP_VERZOEK, "op_verzoek"), Uitkomst.ONGEWIJZIGD),
    ],
)
def test_partner_die_kan(rij: Partnerrij, uitkomst: Uitkomst) -> None:
    oordeel = _partner(rij)
    assert (oordeel.uitkomst, oordeel.fouten) == (uitkomst, ())


@pytest.mark.parametrize(
    ("rij", "kolom", "zin"),
    [
        (Partnerrij(2, "", Partnervorm.VAST), "Organisatie", "Vul de organisatie in."),
        (Partnerrij(2, "Openbaar Minsterie", Partnervorm.VAST), "Organisatie", "‘Openbaar Ministerie’"),
        (Partnerrij(2, OUD.naam, Partnervorm.VAST), "Organisatie", "uit gebruik genomen"),
        (Partnerrij(2, OM.naam), "Neemt deel", "Kies hoe deze partner deelneemt."),
        (Partnerrij(2, OM.naam, None, "", (Fout("Neemt deel", "‘x’"),)), "Neemt deel", "‘x’"),
        (Partnerrij(2, POLITIE.naam, Partnervorm.OP_VERZOEK, "weg"), "Neemt deel", INTUSSEN),
    ],
)
def test_partner_die_niet_kan(rij: Partnerrij, kolom: str, zin: str) -> None:
    (fout,) = _partner(rij).fouten
    assert (fout.kolom, zin in fout.zin) == (kolom, True), fout


def test_partner_twee_keer__geen_van_beide() -> None:
    rij = Partnerrij(2, OM.naam, Partnervorm.VAST)
    oordeel = _partner(rij, replace(rij, regel=3, organisatie=OM.naam.upper()))
    assert oordeel.uitkomst is Uitkomst.FOUT


def test_afdruk__verandert_met_wat_er_zou_gebeuren() -> None:
    een = beoordeel_blad([NIEUW], [], STAND)
    assert een.afdruk == beoordeel_blad([NIEUW], [], STAND).afdruk
    anders = (replace(NIEUW, naam="Nadia N"), replace(NIEUW, functie="x"), replace(NIEUW, vanaf=MORGEN))
    for rij in anders:
        assert beoordeel_blad([rij], [], STAND).afdruk != een.afdruk
    assert beoordeel_blad([NIEUW], [], replace(STAND, dag=MORGEN)).afdruk != een.afdruk


def test_sleutels__hoofdletters_spaties_en_schrijfwijze_maken_niet_uit() -> None:
    assert naamsleutel(" Ａnna\u00a0 AGENT\u200b ") == "anna agent"
    assert emailsleutel("Ａ.b @Voorbeeld.NL") == "a.b@voorbeeld.nl"


def test_partners__namen_die_hetzelfde_lezen_zijn_twee_organisaties() -> None:
    ander = replace(OM, id=uuid.uuid4(), naam="openbaar  ministerie")
    stand = replace(STAND, organisaties=(*STAND.organisaties, ander))
    rijen = [Partnerrij(2, OM.naam, Partnervorm.VAST), Partnerrij(3, ander.naam, Partnervorm.VAST)]
    oordelen = beoordeel_blad((), rijen, stand).partners
    assert [(o.uitkomst, o.organisatie) for o in oordelen] == [(Uitkomst.NIEUW, OM), (Uitkomst.NIEUW, ander)]
    dubbel = beoordeel_blad((), [*rijen, Partnerrij(4, OM.naam, Partnervorm.VAST)], stand).partners
    assert [o.uitkomst for o in dubbel] == [Uitkomst.FOUT, Uitkomst.NIEUW, Uitkomst.FOUT]


def test_lijkt_op__hoogstens_voor_zoveel_namen_gezocht(monkeypatch: pytest.MonkeyPatch) -> None:
    gezocht: list[str] = []

    def zoek(naam: str, *_: object, **__: object) -> list[str]:
        gezocht.append(naam)
        return []

    monkeypatch.setattr(zoeken, "get_close_matches", zoek)
    rijen = [
        replace(NIEUW, email=f"n{n}@voorbeeld.nl", organisatie=f"Onbekend {n % 100}") for n in range(300)
    ]
    assert all(lid.uitkomst is Uitkomst.FOUT for lid in _leden(*rijen))
    assert len(gezocht) == zoeken.MEESTE_GEZOCHT
