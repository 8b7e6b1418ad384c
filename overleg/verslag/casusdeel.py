"""One casus of a verslag, made from its rows."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from models import (
    Afspraak,
    Agendapunt,
    Bespreking,
    Casus,
    CriteriumToets,
    Directbetrokkene,
    Informatiebijdrage,
    Maatregel,
    Monitoringronde,
    Tafelpartner,
    Veiligheidsvoorwaarde,
)
from models.waarden import AfspraakSoort, BesprekingStatus, BijdrageStatus, Partnervorm, Veld
from overleg.basis.weergave import datum, janee
from overleg.toegang.voorwaarden import BINNEN
from overleg.uitvraag.inhoud import hoe_gegeven
from overleg.uitvraag.opvragen import lezers_van
from overleg.verslag.aanwezigen import wie_erbij
from overleg.verslag.bron import Bron
from overleg.verslag.inhoud import (
    Afspraakregel,
    Bijdrage,
    CasusInVerslag,
    Criteriumregel,
    Hulpregel,
    Maatregelregel,
    Monitoringregel,
    PartnerInformatie,
    Persoon,
    Spoedregel,
    Voorwaarderegel,
)
from overleg.verslag.woorden import besluitregels, overdrachtregel, wie, zonder_akkoord

MONITORVRAGEN = (
    ("voorwaarden_nagekomen", "Zijn de veiligheidsvoorwaarden nagekomen?"),
    ("direct_veilig", "Is het direct veilig?"),
    ("stabiel_veilig", "Is het stabiel veilig?"),
    ("schade_hersteld", "Wordt de schade hersteld?"),
    ("vraag_beantwoord", "Is de concrete vraag beantwoord?"),
)


def casus_lezers(casus: Casus, partners: Sequence[Tafelpartner]) -> frozenset[uuid.UUID]:
    """Return the organisaties whose people at the tafel may see the casus: the table's rule as a set."""
    return horen_erbij(casus, partners) if casus.status in BINNEN else frozenset()


def horen_erbij(casus: Casus, partners: Sequence[Tafelpartner]) -> frozenset[uuid.UUID]:
    """Return the organisaties that discuss the casus: the fixed partners, and who joined for it."""
    vast = {p.organisatie_id for p in partners if p.actief and p.vorm is Partnervorm.VAST}
    return frozenset(vast | {a.organisatie_id for a in casus.aansluitingen if not a.als_gast})


def uitkomst_van(bron: Bron, punt: Agendapunt) -> str:
    """Return in words what became of an item with a casus."""
    bespreking = bron.besprekingen.get(punt.id)
    if bespreking is not None and bespreking.status is not BesprekingStatus.OPEN:
        return "Besproken" if bespreking.status is BesprekingStatus.AFGEROND else "Aangehouden"
    if bespreking is not None and bron.rondes.get(bespreking.id):
        return "Monitoring besproken"
    return "Doorgeschoven" if punt.id in bron.vervolg else "Nog niet besproken"


def casus_in_verslag(bron: Bron, punt: Agendapunt, casus: Casus) -> CasusInVerslag:
    """Return everything that was said and decided about `casus` at this item."""
    bespreking = bron.besprekingen.get(punt.id)
    teksten = _teksten(bespreking)
    sleutel = bespreking.id if bespreking else uuid.UUID(int=0)
    uitkomst = uitkomst_van(bron, punt)
    naar = bron.vervolg.get(punt.id)
    aanwezig, niet_aanwezig = wie_erbij(bron, punt, horen_erbij(casus, bron.overleg.tafel.partners))
    dag = bron.overleg.datum
    return CasusInVerslag(
        id=casus.id,
        kenmerk=casus.kenmerk or "zonder kenmerk",
        uitkomst=uitkomst,
        besproken=uitkomst in {"Besproken", "Monitoring besproken"},
        aangehouden_reden=bespreking.aangehouden_reden if bespreking else "",
        naar_overleg=naar.datum if naar else None,
        personen=tuple(
            persoonregel(b, teksten.get((Veld.PLAN_PERSOON, b.id), "")) for b in casus.betrokkenen
        ),
        themas=tuple(thema.naam for thema in casus.themas),
        concrete_vraag=casus.concrete_vraag,
        voldoet=_voldoet(casus),
        criteria=_criteria(casus),
        uitzondering_reden=casus.uitzondering_reden,
        spoed=tuple(Spoedregel(s.soort.tekst, s.tekst) for s in casus.spoedafspraken),
        informatie=_informatie(casus, bron.overleg.afgerond_op),
        feitenonderzoek=teksten.get((Veld.FEITENONDERZOEK, None), ""),
        grootste_zorg=teksten.get((Veld.GROOTSTE_ZORG, None), "") or casus.grootste_zorg,
        afweging=teksten.get((Veld.AFWEGING, None), ""),
        vervolging=teksten.get((Veld.VERVOLGING, None), ""),
        veiligheidsplan=teksten.get((Veld.VEILIGHEIDSPLAN, None), ""),
        hulp=tuple(Hulpregel(h.wie, h.sinds, h.werkt) for h in casus.hulp),
        maatregelen=tuple(
            maatregelregel(m)
            for m in bron.maatregelen.get(casus.id, [])
            if min(m.beeindigd_op or dag, m.tot or dag) >= dag
        ),
        voorwaarden=tuple(voorwaarderegel(v) for v in bron.voorwaarden.get(casus.id, [])),
        afspraken=tuple(afspraakregel(a, casus) for a in bron.afspraken.get(sleutel, [])),
        volgorde=teksten.get((Veld.VOLGORDE, None), ""),
        overdrachten=tuple(overdrachtregel(o) for o in bron.overdrachten.get(sleutel, [])),
        besluiten=besluitregels(
            bespreking.besluiten if bespreking else [],
            bron.informeringen.get(sleutel, []),
            bron.partijen.get(sleutel, []),
        ),
        monitoring=tuple(regel for ronde in bron.rondes.get(sleutel, []) for regel in _ronde(ronde)),
        afwijkend=teksten.get((Veld.AFWIJKEND, None), ""),
        aanwezig=aanwezig,
        niet_aanwezig=niet_aanwezig,
        lezers=casus_lezers(casus, bron.overleg.tafel.partners),
    )


def _teksten(bespreking: Bespreking | None) -> dict[tuple[Veld, uuid.UUID | None], str]:
    velden = bespreking.velden if bespreking else []
    return {(veld.veld, veld.betrokkene_id): veld.waarde for veld in velden}


def persoonregel(rij: Directbetrokkene, plan: str) -> Persoon:
    """Return a directbetrokkene as the record names them, with the line of the plan."""
    jaar = f"{rij.geboortejaar} (alleen het jaar)" if rij.geboortejaar else "onbekend"
    geboren = datum(rij.geboortedatum) or jaar
    toestemming = ": ".join(deel for deel in (rij.toestemming.tekst, rij.toestemming_reden) if deel)
    return Persoon(rij.naam, rij.rol.tekst, geboren, toestemming, plan)


def _voldoet(casus: Casus) -> str:
    if casus.voldoet is None:
        return "De instroomcriteria zijn nog niet getoetst."
    return f"De casus voldoet {'' if casus.voldoet else 'niet '}aan de instroomcriteria."


def _criteria(casus: Casus) -> tuple[Criteriumregel, ...]:
    toetsen = {toets.criterium_id: toets for toets in casus.toetsen}
    regels = []
    for criterium in casus.criteriaset.criteria:
        toets = toetsen.get(criterium.id)
        antwoord = _antwoord(toets, lijst=criterium.minimum is not None)
        regels.append(Criteriumregel(criterium.code, criterium.titel, antwoord, toets.reden if toets else ""))
    return tuple(regels)


def _antwoord(toets: CriteriumToets | None, *, lijst: bool) -> str:
    if not lijst or toets is None:
        return janee(toets.antwoord if toets else None)
    titels = [onderdeel.titel for onderdeel in sorted(toets.onderdelen, key=lambda o: o.volgorde)]
    return ", ".join(titels) or "geen"


def _informatie(casus: Casus, tot: datetime | None) -> tuple[PartnerInformatie, ...]:
    """Return what each partner brought in; a partner that was asked is named also without an answer."""
    gevraagd = [v for v in casus.verzoeken if v.ingetrokken_op is None]
    per_partner: dict[str, list[Bijdrage]] = {
        partnernaam(v.organisatie.naam, v.functie): [] for v in gevraagd
    }
    ingediend = [b for b in casus.bijdragen if b.status is BijdrageStatus.INGEDIEND and b.ingediend_op]
    for rij in sorted(ingediend, key=lambda b: (b.ingediend_op or b.gemaakt_op, b.id)):
        if tot is None or (rij.ingediend_op or tot) <= tot:
            naam = partnernaam(rij.organisatie.naam, rij.verzoek.functie if rij.verzoek else "")
            per_partner.setdefault(naam, []).append(bijdrageregel(rij))
    return tuple(
        PartnerInformatie(naam, tuple(rijen), geantwoord=bool(rijen))
        for naam, rijen in sorted(per_partner.items())
    )


def partnernaam(organisatie: str, functie: str) -> str:
    """Return an organisatie with the function that was asked within it."""
    return f"{organisatie} ({functie})" if functie else organisatie


def bijdrageregel(rij: Informatiebijdrage) -> Bijdrage:
    """Return what a partner brought in, and which organisaties may read it."""
    gronden = dict.fromkeys(o.grondslag.grond for o in rij.ontvangers)
    return Bijdrage(
        id=rij.id,
        bekend=bool(rij.bekend),
        feiten=rij.feiten,
        oordeel=rij.oordeel,
        achtergehouden=rij.achtergehouden_reden if rij.achtergehouden else "",
        doel=rij.doel,
        grond="; ".join(gronden),
        lezers=lezers_van(rij),
        hoe_gegeven=hoe_gegeven(rij),
    )


def maatregelregel(rij: Maatregel) -> Maatregelregel:
    """Return a measure in words."""
    return Maatregelregel(
        rij.wat, rij.domein.tekst, rij.kader, rij.uitvoerder, rij.vanaf, rij.tot, rij.herbeoordeling
    )


def voorwaarderegel(rij: Veiligheidsvoorwaarde) -> Voorwaarderegel:
    """Return a veiligheidsvoorwaarde with its outcome."""
    if rij.nagekomen is None:
        return Voorwaarderegel(rij.tekst, rij.gesteld_op, "nog niet getoetst")
    getoetst = f", getoetst op {datum(rij.getoetst_op)}" if rij.getoetst_op else ""
    return Voorwaarderegel(rij.tekst, rij.gesteld_op, janee(rij.nagekomen) + getoetst)


def afspraakregel(rij: Afspraak, casus: Casus) -> Afspraakregel:
    """Return who does what by when."""
    veiligheid = [w for w, geldt in (("direct", rij.direct), ("structureel", rij.structureel)) if geldt]
    wacht = f"{rij.volgt_op.nummer} ({rij.volgt_op.organisatie.naam})" if rij.volgt_op else ""
    return Afspraakregel(
        nummer=rij.nummer,
        wat="\n".join(deel for deel in (rij.wat, _gesprek(rij, casus)) if deel),
        wie=wie(rij.organisatie, rij.persoon_naam, rij.persoon),
        datum=rij.datum,
        wacht_op=wacht,
        soort=f"{rij.soort.tekst}, {rij.domein.tekst.lower()}",
        veiligheid=" en ".join(veiligheid),
        akkoord=zonder_akkoord(rij),
    )


def _gesprek(rij: Afspraak, casus: Casus) -> str:
    namen = {b.id: b.naam for b in casus.betrokkenen}
    met = namen.get(rij.gesprek_met_id) if rij.gesprek_met_id else None
    delen = [
        f"{'Gesprek met' if rij.soort is AfspraakSoort.GESPREK else 'Met'} {met}" if met else "",
        f"samen met {rij.gesprek_samen_met}" if rij.gesprek_samen_met else "",
        f"over {rij.gesprek_over}" if rij.gesprek_over else "",
    ]
    return ", ".join(deel for deel in delen if deel)


def _ronde(ronde: Monitoringronde) -> list[Monitoringregel]:
    regels = [Monitoringregel(vraag, janee(getattr(ronde, naam))) for naam, vraag in MONITORVRAGEN]
    regels.append(Monitoringregel("Met wie is gesproken?", ronde.gesproken_met))
    if ronde.toelichting:
        regels.append(Monitoringregel("Toelichting", ronde.toelichting))
    regels.append(Monitoringregel("Opnieuw bekijken op", datum(ronde.volgende_op)))
    return regels
