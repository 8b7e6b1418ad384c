"""A made grid: casussen in every status with everything on them, and people in every position.

For tests of rights. `maak_raster(fabriek)` makes two tafels; at the first one a bundle of objects for
each status of a casus, at the second one a single bundle. A bundle holds, per name of a URL parameter,
the object that belongs to it.
"""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Aanschuiver,
    Aansluiting,
    Afspraak,
    AfwezigBij,
    Agendapunt,
    Basis,
    Bericht,
    Bespreking,
    Casus,
    Deelname,
    Gebruiker,
    Grondslag,
    Informatieverzoek,
    Informering,
    Maatregel,
    Overdracht,
    Overleg,
    Overlegtafel,
    TeInformerenPartij,
    Tekstveld,
    Veiligheidsvoorwaarde,
    Verslag,
    Verzoekpersoon,
)
from models.waarden import (
    AfspraakSoort,
    BetrokkeneRol,
    Bezetting,
    CasusStatus,
    Domein,
    OrganisatieSoort,
    OverdrachtSoort,
    OverlegStatus,
    Partnervorm,
    PuntSoort,
    Rol,
    Veld,
)
from overleg.basis.klok import nu, vandaag
from overleg.toegang.poort import SOORTEN
from overleg.verslag.bewaren import controlegetal, naar_json
from overleg.verslag.samenstellen import stel_samen
from tests.steun.fabriek import Fabriek
from tests.steun.kanarie import ADRESSEN
from tests.steun.raster_bij_casus import BIJ_CASUS
from tests.steun.raster_bijdragen import maak_bijdragen
from tests.steun.raster_gewoon import GEWOON
from tests.steun.raster_verzoek import maak_verzoek
from tests.steun.sessies import maak_sessie

Org = OrganisatieSoort
S = CasusStatus
DAG = date(2026, 11, 26)
Bundel = dict[str, Basis]


@dataclass
class Raster:
    """The grid."""

    wie: dict[str, Gebruiker] = field(default_factory=dict)
    """Name of a position → the account that holds it."""
    bundels: dict[str, Bundel] = field(default_factory=dict)
    """Name of a situation → its objects, each under the name of its URL parameter."""
    extra: list[Basis] = field(default_factory=list)
    """Variants beside the bundles."""

    @property
    def alles(self) -> list[Basis]:
        """Every object of the grid."""
        return [ding for bundel in self.bundels.values() for ding in bundel.values()] + self.extra


def maak_raster(fabriek: Fabriek) -> Raster:
    """Make the grid and commit it."""
    bouw = _Bouw(fabriek)
    raster = Raster(bouw.wie)
    lopend = bouw.overleg(bouw.a, OverlegStatus.LOPEND)
    for nr, status in enumerate(S):
        overleg = lopend if status is S.GEAGENDEERD else bouw.overleg(bouw.a, list(OverlegStatus)[nr % 6])
        raster.bundels[f"a_{status.value}"] = bouw.bundel(bouw.a, overleg, status, raster.extra)
    bouw.gast(raster.bundels["a_geagendeerd"]["punt"], "gast_nu")
    bouw.gast(raster.bundels["a_geagendeerd"]["punt"], "gast_teruggetrokken")
    bouw.gast(raster.bundels["a_besproken"]["punt"], "gast_toen")
    straks = bouw.erbij(_punt(lopend, raster.bundels["a_toegelaten"]["casus"], 99))
    bouw.gast(straks, "gast_straks")
    vroeger = bouw.bespreking(
        bouw.overleg(bouw.a, OverlegStatus.AFGEROND), raster.bundels["a_geagendeerd"]["casus"]
    )
    for naam in ("politie_teruggetrokken", "voorzitter_teruggetrokken", "gast_teruggetrokken"):
        bouw.teruggetrokken(raster.bundels["a_geagendeerd"]["punt"], naam)
    eigen = fabriek.casus(bouw.a, bouw.wie["inbrenger_teruggetrokken"], S.GEAGENDEERD)
    bouw.teruggetrokken(bouw.erbij(_punt(lopend, eigen, 98)), "inbrenger_teruggetrokken")
    raster.extra += [straks, vroeger, eigen]
    huidig = raster.bundels["a_geagendeerd"]["punt"]
    assert isinstance(huidig, Agendapunt)
    lopend.huidig_punt_id = huidig.id
    elders = bouw.overleg(bouw.b, OverlegStatus.LOPEND)
    raster.bundels["b_geagendeerd"] = bouw.bundel(bouw.b, elders, S.GEAGENDEERD, raster.extra)
    concept = bouw.fabriek.casus(bouw.a, bouw.wie["inbrenger"], S.CONCEPT, acuut=True)
    raster.extra.append(concept)
    fabriek.klaar()
    return raster


def _punt(overleg: Overleg, casus: Basis, volgorde: int) -> Agendapunt:
    assert isinstance(casus, Casus)
    return Agendapunt(
        overleg_id=overleg.id, soort=PuntSoort.CASUS, casus_id=casus.id, volgorde=volgorde, minuten=20
    )


class _Bouw:
    """Makes the rows, in the session of a Fabriek."""

    def __init__(self, fabriek: Fabriek) -> None:
        self.fabriek = fabriek
        self.a, self.b = fabriek.tafel("Lindewoude", "LW"), fabriek.tafel("Brakzijl", "BZ")
        self.org = {s: fabriek.partner(self.a, s) for s in (Org.VEILIG_THUIS, Org.POLITIE, Org.OM)}
        for soort in (Org.RECLASSERING, Org.RVDK, Org.GGZ):
            self.org[soort] = fabriek.partner(self.a, soort, Partnervorm.OP_VERZOEK)
        self.org[Org.GEMEENTE] = fabriek.organisatie(Org.GEMEENTE)
        self.vt_b = fabriek.partner(self.b, Org.VEILIG_THUIS)
        self.ander_korps = fabriek.partner(self.a, Org.POLITIE)
        fabriek.partner_van(self.b, self.org[Org.POLITIE])
        self.wie = self._mensen()

    def _mensen(self) -> dict[str, Gebruiker]:
        lid, a, b, org = self.fabriek.lid, self.a, self.b, self.org
        vt, politie, gemeente = org[Org.VEILIG_THUIS], org[Org.POLITIE], org[Org.GEMEENTE]
        oud = lid(a, politie, Rol.DEELNEMER)
        self.fabriek.sessie.refresh(oud)
        oud.lidmaatschappen[0].tot = vandaag() - timedelta(days=1)
        beide = lid(b, politie, Rol.DEELNEMER)
        self.fabriek.lidmaatschap(a, beide, Rol.INBRENGER)
        return {
            "voorzitter": lid(a, vt, Rol.VOORZITTER),
            "voorzitter_teruggetrokken": lid(a, vt, Rol.VOORZITTER),
            "secretaris": lid(a, vt, Rol.SECRETARIS),
            "vt": lid(a, vt, Rol.DEELNEMER),
            "vertrouwensarts": lid(a, vt, Rol.DEELNEMER, functie="Vertrouwensarts"),
            "politie": lid(a, politie, Rol.DEELNEMER),
            "politie_achtervang": lid(a, politie, Rol.DEELNEMER, bezetting=Bezetting.ACHTERVANG),
            "politie_teruggetrokken": lid(a, politie, Rol.DEELNEMER),
            "ander_korps": lid(a, self.ander_korps, Rol.DEELNEMER),
            "ander_korps_genoemd": lid(a, self.ander_korps, Rol.DEELNEMER),
            "om": lid(a, org[Org.OM], Rol.DEELNEMER),
            "reclassering": lid(a, org[Org.RECLASSERING], Rol.DEELNEMER),
            "rvdk_als_gast": lid(a, org[Org.RVDK], Rol.DEELNEMER),
            "ggz_niet_aangesloten": lid(a, org[Org.GGZ], Rol.DEELNEMER),
            "inbrenger_teruggetrokken": lid(a, politie, Rol.INBRENGER),
            "inbrenger": lid(a, politie, Rol.INBRENGER),
            "gast_nu": lid(a, gemeente, Rol.GAST),
            "gast_teruggetrokken": lid(a, gemeente, Rol.GAST),
            "gast_toen": self.fabriek.gebruiker(gemeente),
            "gast_straks": self.fabriek.gebruiker(gemeente),
            "gemeente_zonder_rol": self.fabriek.gebruiker(gemeente),
            "politie_elders": lid(b, politie, Rol.DEELNEMER),
            "politie_elders_en_inbrenger": beide,
            "voorzitter_elders": lid(b, self.vt_b, Rol.VOORZITTER),
            "oud_lid": oud,
            "beheerder": self.fabriek.gebruiker(vt, beheerder=True),
            "functionaris": self.fabriek.gebruiker(vt, functionaris=True),
        }

    def erbij(self, ding: Any) -> Any:  # noqa: ANN401 the row that went in
        self.fabriek.sessie.add(ding)
        self.fabriek.sessie.flush()
        return ding

    def overleg(self, tafel: Overlegtafel, status: OverlegStatus) -> Overleg:
        return self.fabriek.overleg(tafel, DAG, status)

    def gast(self, punt: Basis, naam: str) -> None:
        assert isinstance(punt, Agendapunt)
        wie = self.wie[naam]
        self.erbij(
            Aanschuiver(
                punt_id=punt.id,
                organisatie_id=wie.organisatie_id,
                gebruiker_id=wie.id,
                slot_begin=time(10),
                slot_einde=time(10, 15),
            )
        )

    def teruggetrokken(self, punt: Basis, naam: str) -> None:
        assert isinstance(punt, Agendapunt)
        wie = self.wie[naam]
        deelname = self.erbij(
            Deelname(overleg_id=punt.overleg_id, gebruiker_id=wie.id, organisatie_id=wie.organisatie_id)
        )
        self.erbij(AfwezigBij(deelname_id=deelname.id, punt_id=punt.id, belangenconflict=True))

    def bespreking(self, overleg: Overleg, casus: Basis) -> Bespreking:
        assert isinstance(casus, Casus)
        return self.fabriek.bespreking(overleg, casus, nu())

    def bundel(
        self, tafel: Overlegtafel, overleg: Overleg, status: CasusStatus, extra: list[Basis]
    ) -> Bundel:
        """Make one casus with everything on it."""
        leeg = {"concrete_vraag": ""} if status is S.VERNIETIGD else {}
        casus = self.fabriek.casus(tafel, self.wie["inbrenger"], status, **leeg)
        af = nu() if status in {S.BESPROKEN, S.IN_MONITORING, S.GESLOTEN} else None
        bespreking = self.fabriek.bespreking(overleg, casus, af)
        bundel: Bundel = {
            "casus": casus,
            "betrokkene": self.fabriek.betrokkene(casus, BetrokkeneRol.SLACHTOFFER, "Naam", **ADRESSEN),
            "overleg": overleg,
            "punt": self.fabriek.sessie.get_one(Agendapunt, bespreking.punt_id),
            "bespreking": bespreking,
        }
        bundel |= self._uitvraag(tafel, casus, extra)
        bundel |= self._bij_bespreking(casus, bespreking)
        bundel |= self._opvolging(casus, bespreking, extra)
        bundel |= self._bij_overleg(overleg, bundel["punt"])
        bundel["persoonsverzoek"] = self.erbij(
            maak_verzoek(casus.id, bundel["betrokkene"], self.wie["voorzitter"].id)
        )
        extra.append(self.fabriek.punt(overleg, PuntSoort.RONDVRAAG))
        for naam, maak in BIJ_CASUS.items():
            bundel[naam], *rest = maak(self.fabriek.sessie, casus, self.wie)
            extra += rest
        return bundel | self._instellingen(tafel, bundel)

    def _uitvraag(self, tafel: Overlegtafel, casus: Casus, extra: list[Basis]) -> Bundel:
        vz = self.wie["voorzitter"].id
        verzoeken = [
            self.erbij(
                Informatieverzoek(
                    casus_id=casus.id,
                    organisatie_id=self.org[soort].id,
                    functie=functie,
                    uiterlijk=DAG,
                    gevraagd_door_id=vz,
                    ingetrokken_op=nu() if weg else None,
                    personen=[Verzoekpersoon(betrokkene_id=mens.id) for mens in casus.betrokkenen],
                )
            )
            for soort, functie, weg in (
                (Org.POLITIE, "", False),
                (Org.VEILIG_THUIS, "vertrouwensarts", False),
                (Org.GEMEENTE, "", False),
                (Org.GGZ, "", True),
            )
        ]
        grond = self.fabriek.sessie.scalars(
            select(Grondslag).where(Grondslag.tafel_id == tafel.id).limit(1)
        ).one()
        bijdragen = maak_bijdragen(self.org, casus, verzoeken, grond, self.wie["politie"])
        self.fabriek.sessie.add_all(bijdragen)
        self.fabriek.sessie.flush()
        aansluitingen = [
            self.erbij(
                Aansluiting(
                    casus_id=casus.id,
                    organisatie_id=self.org[soort].id,
                    als_gast=gast,
                    reden="x",
                    besloten_door_id=vz,
                )
            )
            for soort, gast in ((Org.RECLASSERING, False), (Org.RVDK, True))
        ]
        extra += [*verzoeken[1:], *bijdragen[1:], aansluitingen[1]]
        return {"verzoek": verzoeken[0], "bijdrage": bijdragen[0], "aansluiting": aansluitingen[0]}

    def _bij_bespreking(self, casus: Casus, bespreking: Bespreking) -> Bundel:
        return {
            "tekstveld": self.erbij(Tekstveld(bespreking_id=bespreking.id, veld=Veld.GROOTSTE_ZORG)),
            "maatregel": self.erbij(
                Maatregel(casus_id=casus.id, wat="x", domein=Domein.BESTUURLIJK, vanaf=DAG)
            ),
            "voorwaarde": self.erbij(Veiligheidsvoorwaarde(casus_id=casus.id, tekst="x", gesteld_op=DAG)),
        }

    def _opvolging(self, casus: Casus, bespreking: Bespreking, extra: list[Basis]) -> Bundel:
        geldt, bij = bespreking.afgerond_op, {"casus_id": casus.id, "bespreking_id": bespreking.id}
        gemeente, politie = self.org[Org.GEMEENTE].id, self.org[Org.POLITIE].id
        afspraken = [
            self.erbij(
                Afspraak(
                    **bij,
                    nummer=nr,
                    wat="x",
                    soort=AfspraakSoort.INTERVENTIE,
                    domein=Domein.ZORG,
                    organisatie_id=wie,
                    persoon_id=persoon,
                    datum=DAG,
                    geldt_vanaf=geldt,
                )
            )
            for nr, (wie, persoon) in enumerate(
                [
                    (politie, None),
                    (gemeente, self.wie["gemeente_zonder_rol"].id),
                    (politie, self.wie["inbrenger"].id),
                ],
                start=1,
            )
        ]
        overdrachten = [
            self.erbij(
                Overdracht(
                    casus_id=casus.id,
                    bespreking_id=bespreking_id,
                    soort=OverdrachtSoort.REGIE,
                    van_organisatie_id=politie,
                    naar_organisatie_id=gemeente,
                    naar_naam="N. Elzinga",
                    aangeboden_door_id=self.wie["politie"].id,
                    geldt_vanaf=geldt,
                )
            )
            for bespreking_id in (bespreking.id, None)
        ]
        extra += [*afspraken[1:], overdrachten[1]]
        informering = Informering(
            **bij, betrokkene_id=casus.betrokkenen[0].id, wat="x", op=DAG, organisatie_id=politie
        )
        return {
            "afspraak": afspraken[0],
            "overdracht": overdrachten[0],
            "informering": self.erbij(informering),
            "partij": self.erbij(TeInformerenPartij(**bij, partij="school", organisatie_id=politie)),
        }

    def _bij_overleg(self, overleg: Overleg, punt: Basis) -> Bundel:
        assert isinstance(punt, Agendapunt)
        deelname = Deelname(overleg_id=overleg.id, naam="Iemand", organisatie_id=self.org[Org.OM].id)
        return {
            "deelname": self.erbij(deelname),
            "aanschuiver": self.erbij(
                Aanschuiver(punt_id=punt.id, organisatie_id=self.org[Org.GEMEENTE].id, naam="Iemand")
            ),
            "verslag": self._verslag(overleg),
        }

    def _verslag(self, overleg: Overleg) -> Verslag:
        al = self.fabriek.sessie.scalars(select(Verslag).where(Verslag.overleg_id == overleg.id)).first()
        inhoud = naar_json(stel_samen(self.fabriek.sessie, overleg))
        return al or self.erbij(
            Verslag(
                overleg_id=overleg.id,
                versie=1,
                inhoud=inhoud,
                controlegetal=controlegetal(inhoud),
                vastgesteld_door_id=self.wie["voorzitter"].id,
            )
        )

    def _instellingen(self, tafel: Overlegtafel, bundel: Bundel) -> Bundel:
        """Return a row for every other parameter: settings of the tafel, organisaties, accounts."""
        sessie: Session = self.fabriek.sessie
        if not sessie.scalars(select(Bericht).limit(1)).first():
            self.erbij(Bericht(aan="persoon@voorbeeld.nl", onderwerp="x", tekst="x"))
            maak_sessie(sessie, self.wie["voorzitter"])
        rest: Bundel = {}
        for naam, model in SOORTEN.items():
            if naam in bundel:
                continue
            vraag = select(model).limit(1)
            if hasattr(model, "tafel_id"):
                vraag = vraag.where(model.tafel_id == tafel.id)
            if model is Overlegtafel:
                vraag = select(model).where(Overlegtafel.id == tafel.id)
            rij = sessie.scalars(vraag).first()
            rest[naam] = rij if rij is not None else self.nodig(naam, tafel)
        return rest

    def nodig(self, naam: str, tafel: Overlegtafel) -> Basis:
        """Make a row for a parameter that the usual settings have none of."""
        maak = GEWOON.get(naam)
        assert maak is not None, (
            f"A URL has a parameter <uuid:{naam}>: make a row for it, in `bundel` when it is of a casus."
        )
        rij: Basis = self.erbij(maak(tafel))
        return rij
