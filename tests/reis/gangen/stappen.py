"""The parts of a journey that every way of working walks: with the mouse, by keyboard, without JavaScript."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.reis.casussen.soort import Casus
from tests.reis.mens import dag
from tests.reis.rollen import Inbrenger, Partner, Voorzitter
from tests.reis.rollen.documenten import Wordtekst
from tests.reis.toneel import Toneel


@dataclass(frozen=True)
class Gang:
    """A casus on the stage: who speaks for which organisatie, and on which days there is an overleg."""

    toneel: Toneel
    casus: Casus
    accounts: dict[str, str]
    overleg: date
    volgend: date
    voorzitter_van: str

    def wie(self, organisatie: str) -> Partner:
        """Return who speaks for an organisatie, signed in."""
        soort = Voorzitter if organisatie == self.voorzitter_van else Partner
        return self.toneel.komt(soort, self.accounts[organisatie])

    @property
    def voorzitter(self) -> Voorzitter:
        """Return the voorzitter, signed in."""
        return self.toneel.komt(Voorzitter, self.accounts[self.voorzitter_van])

    def tot_en_met_antwoorden(self) -> str:
        """Walk from aanmelding to the answers of the partners; return the kenmerk."""
        kenmerk = self.toneel.komt(Inbrenger, "inbrenger").meldt_casus_aan(self.casus)
        self.voorzitter.laat_toe(kenmerk)
        self.voorzitter.vraagt_partners(
            kenmerk,
            tuple(antwoord.partner for antwoord in self.casus.antwoorden),
            vraag=self.casus.uitvraag,
            uiterlijk=self.overleg - timedelta(days=2),
            reden="Nodig voor de vraag.",
        )
        for antwoord in self.casus.antwoorden:
            self.wie(antwoord.partner).antwoordt(kenmerk, antwoord)
        return kenmerk

    def tot_en_met_agenda(self, kenmerk: str) -> None:
        """Plan both overleggen and send the agenda of the first."""
        self.voorzitter.plant_overleg(self.overleg, "09.30", "11.30")
        self.voorzitter.plant_overleg(self.volgend, "09.30", "11.30")
        self.voorzitter.zet_op_agenda(kenmerk, self.overleg)
        self.voorzitter.publiceert(self.overleg)

    def begint_bespreking(self, kenmerk: str) -> Voorzitter:
        """Start the meeting and put the casus on."""
        self.toneel.is_nu(self.overleg.year, self.overleg.month, self.overleg.day, 9, 30)
        self.voorzitter.opent_overleg(self.overleg)
        self.voorzitter.begint_met(kenmerk)
        return self.voorzitter

    def bespreekt(self) -> None:
        """Write the texts and make the afspraken."""
        self.voorzitter.schrijft_teksten(self.casus)
        for afspraak in self.casus.afspraken:
            self.voorzitter.maakt_afspraak(afspraak)

    def besluit(self) -> None:
        """Answer the five questions, close, end the meeting and adopt the record."""
        self.voorzitter.neemt_besluiten(self.casus.besluiten)
        self.voorzitter.rondt_bespreking_af()
        self.voorzitter.rondt_overleg_af(self.overleg)
        self.voorzitter.stelt_vast(self.overleg)


def eis_verslag(verslag: Wordtekst, casus: Casus) -> None:
    """Compare a verslag with the casus: question, afspraken with owner and date, five besluiten."""
    assert casus.vraag in verslag.tekst
    for afspraak in casus.afspraken:
        rij = verslag.rij_met(afspraak.wat)
        assert rij[0] == str(afspraak.nummer)
        assert afspraak.organisatie in rij[2]
        assert afspraak.persoon in rij[2]
        assert rij[3] == dag(afspraak.datum)
        assert not afspraak.na or rij[4].startswith(str(afspraak.na))
    eis_besluiten(verslag, casus)


def eis_besluiten(verslag: Wordtekst, casus: Casus) -> None:
    """Compare the five besluiten of a verslag with those of the casus."""
    besluiten = casus.besluiten
    regie, monitoring = verslag.rij_met("1. Regie")[1], verslag.rij_met("2. Monitoring")[1]
    for woord in (besluiten.regie.naam, besluiten.regie.achtervang, besluiten.regie.aanspreekpunt):
        assert woord in regie
    assert monitoring.startswith("Ja" if besluiten.monitoring.ja else "Nee")
    for woord in (besluiten.monitoring.naam, besluiten.monitoring.wat):
        assert woord in monitoring
    if besluiten.monitoring.terug_op:
        assert dag(besluiten.monitoring.terug_op) in monitoring
    informeren = verslag.rij_met("3. Informeren")[1].splitlines()
    for regel, rij in zip(informeren, besluiten.informeren, strict=True):
        moment = rij.op or rij.opnieuw_op
        assert moment
        for woord in (rij.naam, rij.wat, rij.persoon, dag(moment), rij.uitstel_reden):
            assert woord in regel
    partijen = verslag.rij_met("4. Te informeren partijen")[1]
    for partij in besluiten.partijen:
        assert partij.partij in partijen
        assert dag(partij.op) in partijen
    opschaling = verslag.rij_met("5. Opschaling")[1]
    assert besluiten.opschaling.keuze in opschaling
    assert besluiten.opschaling.tafel in opschaling
