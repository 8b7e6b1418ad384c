"""Putting the demo's casussen in the database, each as far as its status says."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from sqlalchemy import select

from models import (
    Aansluiting,
    Bijdrageontvanger,
    Casus,
    CriteriumToets,
    Directbetrokkene,
    Gebruiker,
    Grondslag,
    Hulpverlening,
    Informatiebijdrage,
    Informatieverzoek,
    Kenmerkteller,
    Spoedafspraak,
    Tafelpartner,
    Thema,
    Triageronde,
    Verzoekpersoon,
)
from models.waarden import (
    BetrokkeneRol,
    BijdrageStatus,
    CasusStatus,
    ContactVeilig,
    MeldingMoment,
    MeldingStatus,
    MeldingWijze,
    OrganisatieSoort,
    Partnervorm,
    RondeSoort,
    Samenloop,
    SpoedSoort,
    Toestemming,
)
from overleg.basis.klok import moment_van, nu
from overleg.demo.plan import PLAATSEN, Plaats
from overleg.demo.tafels import Wereld
from overleg.instroom.handelingen.personen import werk_vergelijkingen_bij

BEANTWOORD_NA = 4
VRAAG = "Wat weet u van deze personen dat nodig is om de veiligheid te beoordelen?"
VOORZITTERS = {"LW": "voorzitter", "BZ": "voorzitter.brakzijl", "ZM": "voorzitter.zandermeer"}
UITKOMST = {
    CasusStatus.TERUGGESTUURD: (RondeSoort.TERUGGESTUURD, "Wat moet het overleg besluiten, en vóór wanneer?"),
    CasusStatus.AFGEWEZEN: (
        RondeSoort.AFGEWEZEN,
        "Er is geen samenloop van straf en zorg meer: de zaak is afgedaan.",
    ),
    CasusStatus.DOORVERWEZEN: (RondeSoort.DOORVERWEZEN, "Het zorg- en veiligheidshuis heeft de regie al."),
}
TOELATING = (RondeSoort.TOEGELATEN, "")
FEITEN = {
    OrganisatieSoort.VEILIG_THUIS: "Melding in juni. Veiligheidsvoorwaarden gemaakt, deels niet nageleefd.",
    OrganisatieSoort.POLITIE: "Drie mutaties in een half jaar en één aangifte.",
    OrganisatieSoort.OM: "Lopende zaak, beslissing over vervolging verwacht binnen drie weken.",
    OrganisatieSoort.RECLASSERING: "Toezicht tot volgend jaar; meldt zich onregelmatig.",
    OrganisatieSoort.RVDK: "Geen eerdere maatregel. Onderzoek is mogelijk binnen zes weken.",
}


@dataclass
class Gemaakt:
    """The casussen of the demo, with where each belongs."""

    rijen: list[tuple[Plaats, Casus]] = field(default_factory=list)

    def van(self, tafel: str, *statussen: CasusStatus) -> list[Casus]:
        """Return the casussen of a tafel in one of the statuses, in order."""
        return [casus for plaats, casus in self.rijen if plaats.tafel == tafel and plaats.status in statussen]


def vul(wereld: Wereld) -> Gemaakt:
    """Make all casussen of the plan."""
    gemaakt = Gemaakt()
    tellers: dict[str, int] = {}
    for nr, plaats in enumerate(PLAATSEN):
        casus = _casus(wereld, plaats, nr, tellers)
        gemaakt.rijen.append((plaats, casus))
    _bewaar_tellers(wereld, tellers)
    _spoed(wereld, gemaakt)
    _bekende(gemaakt)
    wereld.sessie.flush()
    for _plaats, casus in gemaakt.rijen:
        werk_vergelijkingen_bij(wereld.sessie, casus)
    return gemaakt


def _casus(wereld: Wereld, plaats: Plaats, nr: int, tellers: dict[str, int]) -> Casus:
    inbrenger = wereld.personen[plaats.inbrenger]
    op = min(nu(), moment_van(wereld.dag - timedelta(days=plaats.dagen), time(9 + nr % 7, nr % 60)))
    concept = plaats.status is CasusStatus.CONCEPT
    casus = Casus(
        tafel_id=wereld.tafels[plaats.tafel].id,
        criteriaset_id=wereld.criteria[plaats.tafel].id,
        inbrenger_id=inbrenger.id,
        inbrenger_organisatie_id=inbrenger.organisatie_id,
        status=plaats.status,
        ingediend_op=None if concept else op,
        kenmerk=None if concept else _kenmerk(wereld, plaats.tafel, tellers),
        samenloop=Samenloop.BEIDE,
        vermoed_feit="Bedreiging en mishandeling",
        wat_gebeurd=plaats.verhaal.gebeurd,
        grootste_zorg=plaats.verhaal.zorg,
        concrete_vraag="" if concept else plaats.verhaal.vraag,
        letsel=nr % 3 == 0,
    )
    wereld.sessie.add(casus)
    wereld.sessie.flush()
    _melding(wereld, casus, nr)
    _personen(casus, plaats)
    _criteria(wereld, casus, plaats)
    if not concept:
        _rondes(wereld, casus, plaats, op)
    if plaats.status in {
        CasusStatus.TOEGELATEN,
        CasusStatus.GEAGENDEERD,
        CasusStatus.BESPROKEN,
        CasusStatus.IN_MONITORING,
    }:
        _uitvraag(wereld, casus, plaats)
    wereld.sessie.flush()
    return casus


def _kenmerk(wereld: Wereld, code: str, tellers: dict[str, int]) -> str:
    tellers[code] = tellers.get(code, 0) + 1
    return f"{code}-{wereld.dag.year}-{tellers[code]:04d}"


def _bewaar_tellers(wereld: Wereld, tellers: dict[str, int]) -> None:
    for code, laatste in tellers.items():
        wereld.sessie.add(
            Kenmerkteller(tafel_id=wereld.tafels[code].id, jaar=wereld.dag.year, laatste=laatste)
        )


def _melding(wereld: Wereld, casus: Casus, nr: int) -> None:
    if casus.status is CasusStatus.AANGEMELD and nr % 2:
        casus.melding_status = MeldingStatus.VOLGT
        casus.melding_volgt_door = casus.inbrenger.naam
        casus.melding_volgt_uiterlijk = wereld.dag + timedelta(days=(nr % 5) - 2)
        return
    casus.melding_status = MeldingStatus.GEDAAN
    casus.melding_nummer = f"VT-{wereld.dag.year}-{91000 + nr}"
    casus.melding_datum = wereld.dag - timedelta(days=60 - nr)
    casus.melding_moment = MeldingMoment.VOORAF
    casus.melding_wijze = MeldingWijze.SCHRIFTELIJK


def _personen(casus: Casus, plaats: Plaats) -> None:
    for nr, (rol, naam, geboren) in enumerate(plaats.verhaal.personen):
        kind = rol is BetrokkeneRol.KIND
        casus.betrokkenen.append(
            Directbetrokkene(
                volgorde=nr,
                rol=rol,
                naam=naam,
                geboortejaar=geboren if isinstance(geboren, int) else None,
                geboortedatum=None if isinstance(geboren, int) else geboren,
                adres="" if kind else f"Dorpsstraat {12 + 7 * nr}, {casus.tafel.regio}",
                contact="" if kind else f"06 00 00 00 {10 + nr}",
                adres_geheim=nr == 0,
                contact_veilig=ContactVeilig.ONDER_VOORWAARDE if nr == 0 else ContactVeilig.ONBEKEND,
                contact_hoe="Alleen overdag, als de kinderen op school zijn." if nr == 0 else "",
                toestemming=Toestemming.GEGEVEN if nr == 0 else Toestemming.ZONDER,
                toestemming_reden="" if nr == 0 else "Vragen brengt de ander in gevaar.",
            )
        )
    casus.hulp.append(
        Hulpverlening(wie="Huisarts", sinds="voorjaar", werkt="Deels: er is contact, geen plan.")
    )


def _criteria(wereld: Wereld, casus: Casus, plaats: Plaats) -> None:
    for criterium in wereld.criteria[plaats.tafel].criteria:
        toets = CriteriumToets(criterium_id=criterium.id)
        if criterium.minimum is None:
            toets.antwoord, toets.reden = True, "Volgt uit wat er is gebeurd."
        else:
            toets.onderdelen = [o for o in criterium.onderdelen if o.sleutel in plaats.verhaal.onder_d]
            toets.reden = "Zie de beschrijving."
        casus.toetsen.append(toets)
    casus.voldoet = bool(plaats.verhaal.onder_d)
    namen = plaats.verhaal.themas
    casus.themas = list(
        wereld.sessie.scalars(select(Thema).where(Thema.tafel_id == casus.tafel_id, Thema.naam.in_(namen)))
    )
    if not casus.voldoet and plaats.status is not CasusStatus.CONCEPT:
        casus.uitzondering_reden = "Alle partners houden een deel van de sleutel; eenmalige bespreking."


def _rondes(wereld: Wereld, casus: Casus, plaats: Plaats, op: datetime) -> None:
    voorzitter = wereld.personen[VOORZITTERS[plaats.tafel]]
    casus.rondes.append(_ronde(casus, 1, RondeSoort.INGEDIEND, "", door_id=casus.inbrenger_id, op=op))
    if plaats.status is CasusStatus.AANGEMELD:
        return
    soort, tekst = UITKOMST.get(plaats.status, TOELATING)
    ronde = _ronde(
        casus, 2, soort, tekst or casus.uitzondering_reden, door_id=voorzitter.id, op=op + timedelta(hours=6)
    )
    casus.rondes.append(ronde)


def _ronde(
    casus: Casus, nummer: int, soort: RondeSoort, tekst: str, *, door_id: uuid.UUID, op: datetime
) -> Triageronde:
    return Triageronde(
        nummer=nummer, soort=soort, tekst=tekst, concrete_vraag=casus.concrete_vraag, door_id=door_id, op=op
    )


def _uitvraag(wereld: Wereld, casus: Casus, plaats: Plaats) -> None:
    """Ask the fixed partners; what was asked long ago has been answered."""
    voorzitter = wereld.personen[VOORZITTERS[plaats.tafel]]
    for partner in wereld.sessie.scalars(select(Tafelpartner).where(Tafelpartner.tafel_id == casus.tafel_id)):
        if partner.vorm is not Partnervorm.VAST:
            continue
        grond = _grond(wereld, casus, OrganisatieSoort.VEILIG_THUIS, partner.organisatie.soort)
        verzoek = Informatieverzoek(
            casus_id=casus.id,
            organisatie_id=partner.organisatie_id,
            vraag=VRAAG,
            grondslag_id=grond.id if grond else None,
            reden="Vaste partner van deze tafel.",
            doel="Veiligheid van de directbetrokkenen en afstemming van straf en zorg",
            uiterlijk=wereld.dag - timedelta(days=plaats.dagen - 5),
            gevraagd_door_id=voorzitter.id,
            gevraagd_op=nu() - timedelta(days=plaats.dagen),
            personen=[Verzoekpersoon(betrokkene_id=mens.id) for mens in casus.betrokkenen],
        )
        wereld.sessie.add(verzoek)
        beantwoord = (
            plaats.dagen > BEANTWOORD_NA or partner.organisatie.soort is OrganisatieSoort.VEILIG_THUIS
        )
        lid = _lid(wereld, partner)
        if beantwoord and lid is not None:
            wereld.sessie.flush()
            _antwoord(wereld, casus, verzoek, lid)
    if plaats.tafel == "LW" and plaats.status is not CasusStatus.TOEGELATEN:
        reclassering = wereld.organisaties["Reclassering Noorderland"]
        wereld.sessie.add(
            Aansluiting(
                casus_id=casus.id,
                organisatie_id=reclassering.id,
                reden="Er loopt toezicht of er is advies nodig.",
                besloten_door_id=voorzitter.id,
            )
        )


def _lid(wereld: Wereld, partner: Tafelpartner) -> Gebruiker | None:
    return next((g for g in wereld.personen.values() if g.organisatie_id == partner.organisatie_id), None)


def _antwoord(wereld: Wereld, casus: Casus, verzoek: Informatieverzoek, lid: Gebruiker) -> None:
    soort = verzoek.organisatie.soort
    bijdrage = Informatiebijdrage(
        casus_id=casus.id,
        verzoek_id=verzoek.id,
        organisatie_id=verzoek.organisatie_id,
        door_id=lid.id,
        status=BijdrageStatus.INGEDIEND,
        ingediend_op=verzoek.gevraagd_op + timedelta(days=1),
        bekend=True,
        feiten=FEITEN[soort],
        oordeel="De onveiligheid neemt toe." if soort is OrganisatieSoort.VEILIG_THUIS else "",
        doel=verzoek.doel,
        noodzakelijk=True,
    )
    wereld.sessie.add(bijdrage)
    partners = wereld.sessie.scalars(
        select(Tafelpartner).where(Tafelpartner.tafel_id == casus.tafel_id)
    ).all()
    for partner in partners:
        grond = _grond(wereld, casus, soort, partner.organisatie.soort)
        if partner.organisatie_id != verzoek.organisatie_id and grond is not None:
            bijdrage.ontvangers.append(
                Bijdrageontvanger(organisatie_id=partner.organisatie_id, grondslag_id=grond.id)
            )


def _grond(
    wereld: Wereld, casus: Casus, gever: OrganisatieSoort, ontvanger: OrganisatieSoort
) -> Grondslag | None:
    return wereld.sessie.scalars(
        select(Grondslag)
        .where(
            Grondslag.tafel_id == casus.tafel_id, Grondslag.gever == gever, Grondslag.ontvanger == ontvanger
        )
        .limit(1)
    ).first()


def _bekende(gemaakt: Gemaakt) -> None:
    """Let someone of an earlier casus be in a waiting one too, with only an initial."""
    eerder = gemaakt.van("LW", CasusStatus.GESLOTEN)[0].betrokkenen[-1]
    voornaam, _, rest = eerder.naam.partition(" ")
    gemaakt.van("LW", CasusStatus.AANGEMELD)[0].betrokkenen.append(
        Directbetrokkene(
            volgorde=9,
            rol=BetrokkeneRol.OVERIG,
            naam=f"{voornaam[0]}. {rest}",
            geboortedatum=eerder.geboortedatum,
            geboortejaar=eerder.geboortejaar,
        )
    )


def _spoed(wereld: Wereld, gemaakt: Gemaakt) -> None:
    """Make the last handed-in casus of Lindewoude one with acute danger."""
    casus = gemaakt.van("LW", CasusStatus.AANGEMELD)[-2]
    casus.acuut, casus.acuut_gemeld_op = True, casus.ingediend_op
    for soort, tekst in (
        (SpoedSoort.WIE_OVERLEGT, "Veilig Thuis en de officier van justitie, elke dag om 16.00 uur."),
        (
            SpoedSoort.MAATREGELEN,
            "Tijdelijk huisverbod door de burgemeester; politie brengt de sleutels terug.",
        ),
        (SpoedSoort.GELDT_TOT, "Tien dagen; na een week kijken wij opnieuw."),
        (SpoedSoort.BIJ_WIJZIGING, "Het slachtoffer belt Veilig Thuis; die belt de hulpofficier van dienst."),
    ):
        wereld.sessie.add(
            Spoedafspraak(casus_id=casus.id, soort=soort, tekst=tekst, door_id=casus.inbrenger_id)
        )
