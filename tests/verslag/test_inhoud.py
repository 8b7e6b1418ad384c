"""Composing the record: the whole, per reader, and in a fixed number of queries."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

from sqlalchemy import event
from sqlalchemy.orm import Session

from models import Aanschuiver, Aansluiting, AfwezigBij, Gebruiker, Informatieverzoek, Informering, Overleg
from models.waarden import Aanwezigheid, InformerenStatus, OMUitkomst, OrganisatieSoort
from overleg.basis.klok import nu
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.verslag.bewaren import naar_json, uit_json
from overleg.verslag.inhoud import NIET_GEANTWOORD, NIETS_GEDEELD, Rectificatie, Verslaginhoud
from overleg.verslag.lezer import voor_lezer
from overleg.verslag.opvragen import lezer_van
from overleg.verslag.samenstellen import stel_samen
from tests.verslag.casussen import ART_9, agent, stalking, zoon
from tests.verslag.verhaal import Verhaal


def gelezen(verhaal: Verhaal, gebruiker: Gebruiker) -> Verslaginhoud:
    sessie = verhaal.fabriek.sessie
    geheel = stel_samen(sessie, verhaal.overleg)
    return voor_lezer(geheel, lezer_van(sessie, verhaal.fabriek.vrager(gebruiker), verhaal.overleg, geheel))


def test_samenstellen__geheel__heeft_alles(verhaal: Verhaal) -> None:
    stalking(verhaal)
    verhaal.klaar()
    inhoud = stel_samen(verhaal.fabriek.sessie, verhaal.overleg)
    (casus,) = inhoud.casussen
    assert casus.uitkomst == "Besproken"
    assert [p.geboren for p in casus.personen] == ["14-03-1988", "02-09-1984", "11-06-2017"]
    assert [c.antwoord for c in casus.criteria] == ["ja", "ja", "ja", "Stalking"]
    assert casus.afspraken[2].wacht_op.startswith("1 (")
    assert "Gesprek met Ruben Aartshof, samen met het wijkteam, over de omgang" in casus.afspraken[2].wat
    assert [b.nummer for b in casus.besluiten] == [1, 2, 3, 4, 5]
    assert all(besluit.antwoord for besluit in casus.besluiten)
    assert "uitgesteld, opnieuw bekijken op 10-12-2026" in casus.besluiten[2].antwoord[1]
    assert inhoud.kenmerk == "LW-2026-11-26"
    assert [naam.split(" (")[0] for naam in casus.aanwezig] == [
        "Tim Hoekman", "Vera van der Meer", "Carla Verlaat", "Sanne Wiegersma",
    ]  # fmt: skip
    leeg = [veld.name for veld in fields(casus) if getattr(casus, veld.name) in ("", ())]
    assert sorted(leeg) == [
        "aangehouden_reden", "monitoring", "niet_aanwezig", "overdrachten", "spoed", "themas",
        "uitzondering_reden", "vernietigd",
    ]  # fmt: skip
    assert uit_json(naar_json(inhoud)) == inhoud


def test_voor_lezer__partner_op_verzoek__alleen_waar_aangesloten(verhaal: Verhaal) -> None:
    ene, andere = stalking(verhaal), zoon(verhaal)
    assert not gelezen(verhaal, verhaal.lid["reclassering"]).casussen
    verhaal.erbij(
        Aansluiting(
            casus_id=ene.casus.id,
            organisatie_id=verhaal.partner["reclassering"].id,
            reden="Toezicht",
            besloten_door_id=verhaal.voorzitter.id,
        )
    )
    verhaal.klaar()
    inhoud = gelezen(verhaal, verhaal.lid["reclassering"])
    assert [casus.id for casus in inhoud.casussen] == [ene.casus.id]
    assert str(andere.casus.kenmerk) not in naar_json(inhoud)
    assert len(gelezen(verhaal, verhaal.voorzitter).casussen) == 2


def test_voor_lezer__wat_lezer_ziet__is_wat_de_tabel_zegt(verhaal: Verhaal) -> None:
    rijen = {b.casus.id: b.casus for b in (stalking(verhaal), zoon(verhaal), agent(verhaal))}
    eerste = next(iter(rijen.values()))
    verhaal.erbij(
        Aansluiting(
            casus_id=eerste.id,
            organisatie_id=verhaal.partner["rvdk"].id,
            reden="Kind",
            besloten_door_id=verhaal.voorzitter.id,
        )
    )
    verhaal.klaar()
    for gebruiker in (verhaal.voorzitter, *verhaal.lid.values()):
        vrager = verhaal.fabriek.vrager(gebruiker)
        mag_zien = {sleutel for sleutel, casus in rijen.items() if mag(vrager, Recht.BESPREKING_ZIEN, casus)}
        inhoud = gelezen(verhaal, gebruiker)
        assert {casus.id for casus in inhoud.casussen} == mag_zien, gebruiker.naam
        for casus in inhoud.casussen:
            zichtbaar = {b.id for partner in casus.informatie for b in partner.bijdragen}
            alle = rijen[casus.id].bijdragen
            assert zichtbaar == {b.id for b in alle if mag(vrager, Recht.BIJDRAGE_ZIEN, b)}, gebruiker.naam


def test_voor_lezer__artikel_9__alleen_om_tot_akkoord(verhaal: Verhaal) -> None:
    b = stalking(verhaal)
    verhaal.klaar()
    zien_het = {woord for woord, lid in verhaal.lid.items() if ART_9 in naar_json(gelezen(verhaal, lid))}
    assert zien_het == {"politie", "om"}
    assert ART_9 not in naar_json(gelezen(verhaal, verhaal.voorzitter))
    (bijdrage,) = [rij for rij in b.casus.bijdragen if rij.artikel_9]
    bijdrage.om_uitkomst, bijdrage.om_contact_op, bijdrage.om_contact_met = OMUitkomst.AKKOORD, nu(), "OvJ"
    verhaal.klaar()
    assert ART_9 in naar_json(gelezen(verhaal, verhaal.voorzitter))


def test_voor_lezer__belangenconflict__casus_bestaat_niet(verhaal: Verhaal) -> None:
    b = stalking(verhaal)
    deelname = next(d for d in verhaal.overleg.deelnames if d.gebruiker_id == verhaal.lid["om"].id)
    verhaal.erbij(AfwezigBij(deelname_id=deelname.id, punt_id=b.punt.id, belangenconflict=True))
    verhaal.klaar()
    assert str(b.casus.kenmerk) not in naar_json(gelezen(verhaal, verhaal.lid["om"]))
    (casus,) = gelezen(verhaal, verhaal.voorzitter).casussen
    assert casus.niet_aanwezig[0].startswith("Carla Verlaat")
    assert not any(naam.startswith("Carla") for naam in casus.aanwezig)


def test_voor_lezer__gesloten_casus__nummers_lopen_door(verhaal: Verhaal) -> None:
    """A number that is missing tells of an item that this reader does not see (decision 037)."""
    weg, _ = stalking(verhaal), zoon(verhaal)
    verhaal.fabriek.sluit_uit(weg.casus, verhaal.lid["om"], verhaal.voorzitter)
    verhaal.klaar()
    geheel = stel_samen(verhaal.fabriek.sessie, verhaal.overleg)
    rectificaties = tuple(
        Rectificatie(nummer, nu(), "S. Wiegersma", "Fout.", "Zo is het.", casus_id, kenmerk="")
        for nummer, casus_id in ((1, weg.casus.id), (2, None))
    )
    geheel = replace(geheel, rectificaties=rectificaties)
    lezer = lezer_van(
        verhaal.fabriek.sessie, verhaal.fabriek.vrager(verhaal.lid["om"]), verhaal.overleg, geheel
    )
    deel = voor_lezer(geheel, lezer)
    assert len(deel.agenda) == len(geheel.agenda) - 1
    assert [regel.nummer for regel in deel.agenda] == list(range(1, len(geheel.agenda)))
    assert [(r.nummer, r.casus_id) for r in deel.rectificaties] == [(1, None)]
    assert voor_lezer(deel, lezer) == deel


def test_voor_lezer__tweemaal__verandert_niets(verhaal: Verhaal) -> None:
    stalking(verhaal)
    verhaal.klaar()
    sessie = verhaal.fabriek.sessie
    geheel = stel_samen(sessie, verhaal.overleg)
    for lid in verhaal.lid.values():
        lezer = lezer_van(sessie, verhaal.fabriek.vrager(lid), verhaal.overleg, geheel)
        assert voor_lezer(voor_lezer(geheel, lezer), lezer) == voor_lezer(geheel, lezer)


def test_voor_lezer__adres_en_contact__nooit_in_het_verslag(verhaal: Verhaal) -> None:
    b = stalking(verhaal)
    for mens in b.mensen.values():
        mens.adres, mens.contact, mens.contact_hoe = "KANARIE-ADRES", "KANARIE-NUMMER", "KANARIE-HOE"
        mens.andere_namen = "KANARIE-ALIAS"
    verhaal.klaar()
    assert "KANARIE" not in naar_json(stel_samen(verhaal.fabriek.sessie, verhaal.overleg))


def tel_vragen(verhaal: Verhaal) -> int:
    vragen: list[str] = []

    def tel(_c: object, _cursor: object, vraag: str, *_rest: object) -> None:
        vragen.append(vraag)

    motor = verhaal.fabriek.sessie.get_bind()
    overleg_id = verhaal.overleg.id
    verhaal.fabriek.klaar()
    with Session(motor) as eigen:
        overleg = eigen.get_one(Overleg, overleg_id)
        event.listen(motor, "before_cursor_execute", tel)
        stel_samen(eigen, overleg)
        event.remove(motor, "before_cursor_execute", tel)
    return len(vragen)


def test_samenstellen__meer_casussen__evenveel_vragen(verhaal: Verhaal) -> None:
    stalking(verhaal)
    verhaal.klaar()
    eerst = tel_vragen(verhaal)
    for maak in (stalking, agent):
        maak(verhaal)
    verhaal.klaar()
    assert tel_vragen(verhaal) == eerst


def test_aanwezig__partner_op_verzoek_gast_en_leiding__alleen_wie_erbij_hoort(verhaal: Verhaal) -> None:
    ene, andere = stalking(verhaal), zoon(verhaal)
    reclassering = verhaal.partner["reclassering"]
    gemeente = verhaal.fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    verhaal.erbij(
        Aansluiting(
            casus_id=ene.casus.id,
            organisatie_id=reclassering.id,
            reden="Toezicht",
            besloten_door_id=verhaal.voorzitter.id,
        )
    )
    nynke = verhaal.fabriek.gebruiker(gemeente, naam="Nynke Elzinga")
    deelname = verhaal.deelname(nynke, punt_id=andere.punt.id, naam="Gemeente Lindewoude")
    verhaal.klaar()
    een, ander = (c.aanwezig for c in stel_samen(verhaal.fabriek.sessie, verhaal.overleg).casussen)
    namen = [{naam.split(" (")[0] for naam in casus} for casus in (een, ander)]
    vast = {"Tim Hoekman", "Vera van der Meer", "Carla Verlaat", "Sanne Wiegersma"}
    assert namen == [vast | {"Bas Ouwehand"}, vast | {"Nynke Elzinga"}]
    assert f"Nynke Elzinga ({gemeente.naam})" in ander
    deelname.gebruiker_id = None
    deelname.naam = gemeente.naam
    verhaal.klaar()
    assert gemeente.naam in stel_samen(verhaal.fabriek.sessie, verhaal.overleg).casussen[1].aanwezig


def test_informatie__gevraagd_niet_geantwoord__anders_dan_niet_gedeeld(verhaal: Verhaal) -> None:
    b = stalking(verhaal)
    verhaal.erbij(
        Informatieverzoek(
            casus_id=b.casus.id,
            organisatie_id=verhaal.partner["rvdk"].id,
            functie="gedragsdeskundige",
            uiterlijk=verhaal.overleg.datum,
            gevraagd_door_id=verhaal.lid["vt"].id,
        )
    )
    verhaal.klaar()
    for lid in (verhaal.voorzitter, verhaal.lid["om"]):
        (casus,) = gelezen(verhaal, lid).casussen
        leeg = {p.organisatie: p.leeg for p in casus.informatie if not p.bijdragen}
        assert leeg.pop(f"{verhaal.partner['rvdk'].naam} (gedragsdeskundige)") == NIET_GEANTWOORD
        assert set(leeg.values()) <= {NIETS_GEDEELD}


def test_aanwezig__gast_met_naam__organisatie_zonder_naam_vervalt(verhaal: Verhaal) -> None:
    b = zoon(verhaal)
    gemeente = verhaal.fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    nynke = verhaal.fabriek.gebruiker(gemeente, naam="Nynke Elzinga")
    leeg = verhaal.deelname(nynke, punt_id=b.punt.id, aanwezigheid=Aanwezigheid.VERWACHT)
    leeg.gebruiker_id, leeg.naam = None, gemeente.naam
    verhaal.klaar()
    sessie = verhaal.fabriek.sessie

    def rijen() -> list[str]:
        inhoud = stel_samen(sessie, verhaal.overleg)
        return [mens.naam for mens in inhoud.aanwezigen if mens.organisatie == gemeente.naam]

    assert rijen() == ["Naam niet vastgelegd"]
    verhaal.deelname(nynke, punt_id=b.punt.id)
    verhaal.klaar()
    assert rijen() == ["Nynke Elzinga"]
    (casus,) = stel_samen(sessie, verhaal.overleg).casussen
    van_gemeente = [naam for naam in casus.aanwezig if gemeente.naam in naam]
    assert van_gemeente == ["Nynke Elzinga (Gemeente Lindewoude)"]


def test_aanwezig__gast_bij_twee_casussen__staat_bij_beide(verhaal: Verhaal) -> None:
    ene, andere, derde = stalking(verhaal), zoon(verhaal), agent(verhaal)
    gemeente = verhaal.fabriek.organisatie(OrganisatieSoort.GEMEENTE, "Gemeente Lindewoude")
    nynke = verhaal.fabriek.gebruiker(gemeente, naam="Nynke Elzinga")
    for b in (ene, andere):
        verhaal.erbij(Aanschuiver(punt_id=b.punt.id, organisatie_id=gemeente.id, gebruiker_id=nynke.id))
    verhaal.deelname(nynke, punt_id=ene.punt.id)  # one row a person
    verhaal.klaar()
    inhoud = stel_samen(verhaal.fabriek.sessie, verhaal.overleg)
    erbij = {c.id for c in inhoud.casussen if any(naam.startswith("Nynke") for naam in c.aanwezig)}
    assert erbij == {ene.casus.id, andere.casus.id}
    (gast,) = [mens for mens in inhoud.aanwezigen if mens.naam == "Nynke Elzinga"]
    assert inhoud.alleen_bij(gast) == f"{ene.casus.kenmerk} en {andere.casus.kenmerk}"
    # Each reader reads of the guest only at the casussen that this reader may see.
    verhaal.erbij(
        Aansluiting(
            casus_id=andere.casus.id,
            organisatie_id=verhaal.partner["rvdk"].id,
            reden="Kind",
            besloten_door_id=verhaal.voorzitter.id,
        )
    )
    verhaal.klaar()
    rvdk = gelezen(verhaal, verhaal.lid["rvdk"])
    (gast,) = [mens for mens in rvdk.aanwezigen if mens.naam == "Nynke Elzinga"]
    assert rvdk.alleen_bij(gast) == andere.casus.kenmerk
    assert str(derde.casus.kenmerk) not in inhoud.alleen_bij(gast)
    # And the guest: each item only while it is on, neither afterwards.
    vrager = verhaal.fabriek.vrager(nynke)
    assert {plek.casus_id for plek in vrager.gastplekken} == {ene.casus.id, andere.casus.id}
    assert not any(mag(vrager, Recht.BESPREKING_ZIEN, b.casus) for b in (ene, andere))


def test_vraag_3__nog_open_van_eerdere_bespreking__is_het_antwoord(verhaal: Verhaal) -> None:
    eerder, later = zoon(verhaal), stalking(verhaal)
    verhaal.klaar()
    sessie = verhaal.fabriek.sessie
    naam = next(iter(later.mensen))
    rij = Informering(
        casus_id=later.casus.id,
        bespreking_id=eerder.bespreking.id,  # any other bespreking than this one
        betrokkene_id=later.mensen[naam].id,
        wat="Dat er gegevens zijn gedeeld.",
        op=verhaal.overleg.datum,
        organisatie_id=verhaal.partner["vt"].id,
        gemaakt_op=later.bespreking.afgerond_op,
    )
    verhaal.erbij(rij)
    for eigen in sessie.query(Informering).filter_by(bespreking_id=later.bespreking.id):
        sessie.delete(eigen)
    verhaal.klaar()

    def antwoord() -> tuple[str, ...]:
        inhoud = stel_samen(sessie, verhaal.overleg)
        return next(c for c in inhoud.casussen if c.id == later.casus.id).besluiten[2].antwoord

    assert "Dat er gegevens zijn gedeeld" in "".join(antwoord())
    rij.status, rij.gedaan_op = InformerenStatus.GEDAAN, verhaal.overleg.datum  # told after it was agreed
    verhaal.klaar()
    assert "gedaan op 26-11-2026" in "".join(antwoord())
    rij.gedaan_op = verhaal.overleg.datum - timedelta(days=1)  # before the meeting: no answer there
    verhaal.klaar()
    assert antwoord() == ()
