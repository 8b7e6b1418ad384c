"""Builds a meeting that was held: partners, people, casussen with everything a verslag shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from sqlalchemy import select

from models import (
    Afspraak,
    Agendapunt,
    AndereTafel,
    Basis,
    Besluit,
    Bespreking,
    Bijdrageontvanger,
    Casus,
    CriteriumToets,
    Deelname,
    Directbetrokkene,
    Gebruiker,
    Grondslag,
    Hulpverlening,
    Informatiebijdrage,
    Informering,
    Maatregel,
    Organisatie,
    Overdracht,
    Registratieafspraak,
    TeInformerenPartij,
    Tekstveld,
    Uitstel,
    Veiligheidsvoorwaarde,
)
from models.waarden import (
    Aanwezigheid,
    AfspraakSoort,
    BesluitSoort,
    BetrokkeneRol,
    BijdrageStatus,
    CasusStatus,
    Domein,
    InformerenStatus,
    MonitoringGrond,
    OpschalingKeuze,
    OrganisatieSoort,
    OverdrachtSoort,
    OverlegStatus,
    Partnervorm,
    PuntSoort,
    Rol,
    Veld,
)
from tests.steun.fabriek import Fabriek

D = TypeVar("D", bound=Basis)
DAG = date(2026, 11, 26)
AFGEROND = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
INGEDIEND = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
SOORTEN = {
    "vt": OrganisatieSoort.VEILIG_THUIS,
    "politie": OrganisatieSoort.POLITIE,
    "om": OrganisatieSoort.OM,
    "reclassering": OrganisatieSoort.RECLASSERING,
    "rvdk": OrganisatieSoort.RVDK,
}
VAST = {"vt", "politie", "om"}
NAMEN = {
    "vt": "Sanne Wiegersma",
    "politie": "Tim Hoekman",
    "om": "Carla Verlaat",
    "reclassering": "Bas Ouwehand",
    "rvdk": "Hanna Paardekoper",
}


@dataclass
class Besproken:
    """A casus of the meeting with its agendapunt and bespreking."""

    casus: Casus
    punt: Agendapunt
    bespreking: Bespreking
    mensen: dict[str, Directbetrokkene]


class Verhaal:
    """A meeting on 26 November 2026 with partners, members and casussen."""

    def __init__(self, fabriek: Fabriek, code: str = "LW") -> None:
        """Make the tafel, its partners with a member each, and the meeting."""
        self.fabriek = fabriek
        self.tafel = fabriek.tafel(f"Lindewoude {code}", code)
        self.partner: dict[str, Organisatie] = {}
        self.lid: dict[str, Gebruiker] = {}
        for woord, soort in SOORTEN.items():
            vorm = Partnervorm.VAST if woord in VAST else Partnervorm.OP_VERZOEK
            self.partner[woord] = fabriek.partner(self.tafel, soort, vorm)
            self.lid[woord] = fabriek.lid(self.tafel, self.partner[woord], Rol.DEELNEMER, naam=NAMEN[woord])
        self.voorzitter = fabriek.lid(
            self.tafel, self.partner["vt"], Rol.VOORZITTER, naam="Vera van der Meer"
        )
        self.overleg = fabriek.overleg(
            self.tafel, DAG, OverlegStatus.AFGEROND, plaats="Stadhuis Lindewoude", afgerond_op=AFGEROND
        )
        self.overleg.begonnen_op = datetime(2026, 11, 26, 8, 2, tzinfo=UTC)
        self.overleg.registratieafspraak_id = fabriek.sessie.scalars(
            select(Registratieafspraak.id).where(Registratieafspraak.tafel_id == self.tafel.id)
        ).first()
        self._nummer = 0
        for gebruiker in (self.voorzitter, *self.lid.values()):
            self.deelname(gebruiker)
        fabriek.punt(self.overleg, PuntSoort.OPENING, minuten=10)

    def erbij(self, ding: D) -> D:
        """Add a row."""
        self.fabriek.sessie.add(ding)
        self.fabriek.sessie.flush()
        return ding

    def deelname(self, gebruiker: Gebruiker, **kolommen: Any) -> Deelname:
        """Let someone have been there."""
        vast: dict[str, Any] = {
            "aanwezigheid": Aanwezigheid.AANWEZIG,
            "mandaat": True,
            "registratie_akkoord": True,
        }
        return self.erbij(
            Deelname(
                overleg_id=self.overleg.id,
                gebruiker_id=gebruiker.id,
                organisatie_id=gebruiker.organisatie_id,
                **{**vast, **kolommen},
            )
        )

    def casus(self, vraag: str, mensen: dict[str, tuple[BetrokkeneRol, date]], **kolommen: Any) -> Besproken:
        """Put a discussed casus on the agenda."""
        casus = self.fabriek.casus(
            self.tafel,
            self.lid["politie"],
            CasusStatus.BESPROKEN,
            concrete_vraag=vraag,
            voldoet=True,
            **kolommen,
        )
        rijen = {
            naam: self.fabriek.betrokkene(casus, rol, naam, geboortedatum=geboren)
            for naam, (rol, geboren) in mensen.items()
        }
        bespreking = self.fabriek.bespreking(self.overleg, casus, AFGEROND)
        return Besproken(casus, bespreking.punt, bespreking, rijen)

    def tekst(self, b: Besproken, veld: Veld, waarde: str, naam: str = "") -> None:
        """Fill one text of the bespreking."""
        betrokkene = b.mensen[naam].id if naam else None
        self.erbij(
            Tekstveld(bespreking_id=b.bespreking.id, veld=veld, betrokkene_id=betrokkene, waarde=waarde)
        )

    def criteria(self, b: Besproken, redenen: list[str], lijst: tuple[str, ...]) -> None:
        """Answer the criteria yes with a reason each; `lijst` are the words of items that hold."""
        for criterium, reden in zip(b.casus.criteriaset.criteria, redenen, strict=False):
            toets = CriteriumToets(casus_id=b.casus.id, criterium_id=criterium.id, reden=reden)
            if criterium.minimum is None:
                toets.antwoord = True
            else:
                toets.onderdelen = [o for o in criterium.onderdelen if o.titel.lower().startswith(lijst)]
            self.erbij(toets)

    def bijdrage(
        self, b: Besproken, gever: str, feiten: str, aan: tuple[str, ...], **kolommen: Any
    ) -> Informatiebijdrage:
        """Let a partner hand in what it knows, for some of the others."""
        grond = self.fabriek.sessie.scalars(
            select(Grondslag).where(Grondslag.tafel_id == self.tafel.id, Grondslag.gever == SOORTEN[gever])
        ).first()
        assert grond is not None
        vast: dict[str, Any] = {"bekend": bool(feiten), "doel": "Veiligheid beoordelen"}
        bijdrage = self.erbij(
            Informatiebijdrage(
                casus_id=b.casus.id,
                organisatie_id=self.partner[gever].id,
                door_id=self.lid[gever].id,
                status=BijdrageStatus.INGEDIEND,
                ingediend_op=INGEDIEND,
                feiten=feiten,
                noodzakelijk=True,
                **{**vast, **kolommen},
            )
        )
        for woord in aan:
            self.erbij(
                Bijdrageontvanger(
                    bijdrage_id=bijdrage.id, organisatie_id=self.partner[woord].id, grondslag_id=grond.id
                )
            )
        return bijdrage

    def afspraak(
        self, b: Besproken, wie: str, wat: str, datum: date, na: Afspraak | None = None, **kolommen: Any
    ) -> Afspraak:
        """Agree that a partner does something."""
        self._nummer += 1
        vast: dict[str, Any] = {"soort": AfspraakSoort.INTERVENTIE, "domein": Domein.STRAF}
        return self.erbij(
            Afspraak(
                casus_id=b.casus.id,
                bespreking_id=b.bespreking.id,
                nummer=self._nummer,
                wat=wat,
                organisatie_id=self.partner[wie].id,
                persoon_naam=NAMEN.get(wie, ""),
                datum=datum,
                volgt_op_id=na.id if na else None,
                geldt_vanaf=AFGEROND,
                **{**vast, **kolommen},
            )
        )

    def besluit(self, b: Besproken, soort: BesluitSoort, **kolommen: Any) -> Besluit:
        """Answer a closing question."""
        return self.erbij(
            Besluit(bespreking_id=b.bespreking.id, soort=soort, door_id=self.voorzitter.id, **kolommen)
        )

    def vijf_besluiten(self, b: Besproken, tafel: str = "ZVH") -> None:
        """Answer all five closing questions."""
        politie, vt = self.partner["politie"].id, self.partner["vt"].id
        ander = self.fabriek.sessie.scalars(
            select(AndereTafel).where(AndereTafel.tafel_id == self.tafel.id).order_by(AndereTafel.volgorde)
        ).first()
        assert ander is not None, tafel
        self.besluit(
            b,
            BesluitSoort.REGIE,
            organisatie_id=politie,
            persoon_naam=NAMEN["politie"],
            achtervang_organisatie_id=vt,
            achtervang_naam=NAMEN["vt"],
            aanspreekpunt="Tim Hoekman, politie",
            toelichting="De politie heeft het meeste contact met het gezin.",
        )
        self.besluit(
            b,
            BesluitSoort.MONITORING,
            ja=True,
            grond=MonitoringGrond.ZORG_BLIJFT,
            organisatie_id=vt,
            persoon_naam=NAMEN["vt"],
            datum=date(2026, 12, 17),
            wat="naleving van verbod en veiligheid van het kind",
        )
        self.besluit(b, BesluitSoort.PARTIJEN, ja=True)
        self.besluit(b, BesluitSoort.OPSCHALING, opschaling=OpschalingKeuze.NIET_NU, andere_tafel_id=ander.id)

    def informering(
        self, b: Besproken, naam: str, wie: str, wat: str, op: date, *, uitstel: str = ""
    ) -> None:
        """Agree to tell someone something, or to postpone that."""
        status = InformerenStatus.UITGESTELD if uitstel else InformerenStatus.GEPLAND
        self.erbij(
            Informering(
                casus_id=b.casus.id,
                bespreking_id=b.bespreking.id,
                betrokkene_id=b.mensen[naam].id,
                wat=wat,
                op=None if uitstel else op,
                opnieuw_op=op if uitstel else None,
                uitstellen=[Uitstel(nummer=1, reden=uitstel, opnieuw_op=op)] if uitstel else [],
                organisatie_id=self.partner[wie].id,
                persoon_naam=NAMEN[wie],
                status=status,
                zonder_toestemming=bool(uitstel),
            )
        )

    def partij(self, b: Besproken, partij: str, wat: str, wie: str, op: date) -> None:
        """Agree that a party outside the meeting is told something."""
        self.erbij(
            TeInformerenPartij(
                casus_id=b.casus.id,
                bespreking_id=b.bespreking.id,
                partij=partij,
                wat=wat,
                op=op,
                organisatie_id=self.partner[wie].id,
                persoon_naam=NAMEN[wie],
            )
        )

    def plan(self, b: Besproken, maatregel: str, voorwaarde: str, hulp: str, kader: str) -> None:
        """Add a measure in force, a condition of VT and somebody who helps already."""
        self.erbij(
            Maatregel(
                casus_id=b.casus.id,
                wat=maatregel,
                domein=Domein.BESTUURLIJK,
                kader=kader,
                uitvoerder="burgemeester",
                vanaf=date(2026, 11, 20),
                tot=date(2026, 12, 9),
                herbeoordeling=date(2026, 12, 7),
            )
        )
        self.erbij(
            Veiligheidsvoorwaarde(
                casus_id=b.casus.id, tekst=voorwaarde, gesteld_op=date(2026, 6, 12), nagekomen=False
            )
        )
        self.erbij(
            Hulpverlening(casus_id=b.casus.id, wie=hulp, sinds="juni 2026", werkt="Ja, komt iedere week.")
        )

    def overdracht(self, b: Besproken, van: str, naar: str) -> None:
        """Offer the regie to another."""
        self.erbij(
            Overdracht(
                casus_id=b.casus.id,
                bespreking_id=b.bespreking.id,
                soort=OverdrachtSoort.REGIE,
                van_organisatie_id=self.partner[van].id,
                naar_organisatie_id=self.partner[naar].id,
                toelichting="Warme overdracht in een gesprek.",
                per_datum=date(2026, 12, 9),
                aangeboden_door_id=self.voorzitter.id,
            )
        )

    def klaar(self) -> Verhaal:
        """Commit, so that a request sees it."""
        self.overleg.begin, self.overleg.einde = time(9), time(12)
        self.fabriek.klaar()
        return self
