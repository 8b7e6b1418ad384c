"""What the demo's past meetings decided: texts, maatregelen, afspraken in every state, five besluiten."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from models import (
    Afspraak,
    AndereTafel,
    Besluit,
    Bespreking,
    Casus,
    Directbetrokkene,
    Gebruiker,
    Informering,
    Maatregel,
    Overdracht,
    TeInformerenPartij,
    Tekstveld,
    Tekstversie,
    Uitstel,
    Veiligheidsvoorwaarde,
    Voortgang,
)
from models.waarden import (
    AfspraakSoort,
    AfspraakStatus,
    Akkoord,
    BesluitSoort,
    CasusStatus,
    Domein,
    InformerenStatus,
    MonitoringGrond,
    OpschalingKeuze,
    OverdrachtSoort,
    OverdrachtStatus,
    Toestemming,
    Veld,
)
from overleg.basis.klok import hier, nu
from overleg.demo.tafels import Wereld
from overleg.demo.wie import LW

LATER = timedelta(days=9)
"""How much later it is looked at again whether someone can be told."""
AFSPRAKEN: tuple[tuple[str, str, AfspraakSoort, Domein, int, AfspraakStatus], ...] = (
    (
        "om",
        "Beslissen over een gedragsaanwijzing met contactverbod",
        AfspraakSoort.INTERVENTIE,
        Domein.STRAF,
        5,
        AfspraakStatus.GEDAAN,
    ),
    (
        "politie",
        "Afspraak op locatie en een vast aanspreekpunt voor het slachtoffer",
        AfspraakSoort.INTERVENTIE,
        Domein.STRAF,
        3,
        AfspraakStatus.BEZIG,
    ),
    (
        "vt",
        "Gesprek met het slachtoffer over wat nu veilig is",
        AfspraakSoort.GESPREK,
        Domein.ZORG,
        9,
        AfspraakStatus.OPEN,
    ),
    (
        "vt",
        "Plan maken voor de kinderen, samen met school",
        AfspraakSoort.OVERIG,
        Domein.ZORG,
        20,
        AfspraakStatus.OPEN,
    ),
    (
        "politie",
        "Aangifte opnemen op een neutrale plek",
        AfspraakSoort.ONDERZOEK,
        Domein.STRAF,
        4,
        AfspraakStatus.NIET_GEDAAN,
    ),
    (
        "om",
        "Spoedadvies over elektronisch toezicht laten maken",
        AfspraakSoort.ONDERZOEK,
        Domein.STRAF,
        6,
        AfspraakStatus.NIET_MOGELIJK,
    ),
)
REDENEN = {
    AfspraakStatus.NIET_GEDAAN: "Het slachtoffer kwam niet; een nieuwe afspraak is gepland.",
    AfspraakStatus.NIET_MOGELIJK: "De verdachte is inmiddels vastgezet, dus toezicht is niet meer aan de orde.",
    AfspraakStatus.GEDAAN: "",
    AfspraakStatus.BEZIG: "",
    AfspraakStatus.OPEN: "",
}
WACHT_OP_ANTWOORD, LATER_GEWEIGERD = 4, 3
"""Numbers of the afspraken of which the owner did not answer yet, or said no after the meeting."""


@dataclass
class Bezetters:
    """Who of which organisatie takes on what, at one tafel."""

    vt: Gebruiker
    politie: Gebruiker
    om: Gebruiker


WIE = {
    "LW": ("voorzitter", "politie", "om"),
    "BZ": ("voorzitter.brakzijl", "politie.brakzijl", "om"),
    "ZM": ("voorzitter.zandermeer", "politie.brakzijl", "om"),
}


def besluit(wereld: Wereld, bespreking: Bespreking) -> None:
    """Fill one finished bespreking."""
    wie = Bezetters(*(wereld.personen[adres] for adres in WIE[bespreking.casus.tafel.code]))
    op = bespreking.afgerond_op
    if op is None:
        return
    _teksten(wereld, bespreking, wie)
    _maatregelen(wereld, bespreking, hier(op).date())
    _afspraken(wereld, bespreking, wie, op)
    _besluiten(wereld, bespreking, wie, hier(op).date())
    _informeren(wereld, bespreking, wie, hier(op).date())
    wereld.sessie.flush()


def _teksten(wereld: Wereld, bespreking: Bespreking, wie: Bezetters) -> None:
    casus = bespreking.casus
    teksten = {
        Veld.FEITENONDERZOEK: casus.wat_gebeurd,
        Veld.GROOTSTE_ZORG: casus.grootste_zorg,
        Veld.AFWEGING: "Vervolging helpt als het contactverbod eerst ingaat; daarna de hulp voor de kinderen.",
        Veld.VERVOLGING: "Het OM beslist binnen drie weken.",
        Veld.VEILIGHEIDSPLAN: "Eerst afstand, dan rust, dan herstel. Eén aanspreekpunt voor het hele gezin.",
        Veld.VOLGORDE: "Eerst het contactverbod, dan het gesprek, dan het plan met school.",
        Veld.AFWIJKEND: "",
    }
    for veld, waarde in teksten.items():
        _tekst(wereld, bespreking, wie, veld=veld, waarde=waarde)
    for persoon in casus.betrokkenen:
        regel = f"{persoon.naam.split()[0]} weet wie te bellen en krijgt binnen een week bericht."
        _tekst(wereld, bespreking, wie, veld=Veld.PLAN_PERSOON, waarde=regel, persoon=persoon)


def _tekst(
    wereld: Wereld,
    bespreking: Bespreking,
    wie: Bezetters,
    *,
    veld: Veld,
    waarde: str,
    persoon: Directbetrokkene | None = None,
) -> None:
    op = bespreking.afgerond_op or nu()
    rij = Tekstveld(
        bespreking_id=bespreking.id,
        veld=veld,
        betrokkene_id=persoon.id if persoon else None,
        waarde=waarde,
        door_id=wie.vt.id,
        op=op,
    )
    wereld.sessie.add(rij)
    wereld.sessie.flush()
    wereld.sessie.add(Tekstversie(tekstveld_id=rij.id, versie=1, waarde=waarde, door_id=wie.vt.id, op=op))


def _maatregelen(wereld: Wereld, bespreking: Bespreking, dag: date) -> None:
    wereld.sessie.add(
        Maatregel(
            casus_id=bespreking.casus_id,
            wat="Tijdelijk huisverbod",
            domein=Domein.BESTUURLIJK,
            kader="Wet tijdelijk huisverbod",
            uitvoerder="Burgemeester, namens deze de gemeente",
            vanaf=dag - timedelta(days=3),
            tot=dag + timedelta(days=25),
            herbeoordeling=dag + timedelta(days=18),
        )
    )
    wereld.sessie.add(
        Veiligheidsvoorwaarde(
            casus_id=bespreking.casus_id,
            tekst="De kinderen zijn niet alleen met beide ouders.",
            gesteld_op=dag,
        )
    )


def _afspraken(wereld: Wereld, bespreking: Bespreking, wie: Bezetters, op: datetime) -> None:
    dag = hier(op).date()
    gesloten = bespreking.casus.status is CasusStatus.GESLOTEN
    eerste: Afspraak | None = None
    for nr, (rol, wat, soort, domein, dagen, status) in enumerate(AFSPRAKEN, start=1):
        eigenaar: Gebruiker = getattr(wie, rol)
        staat = AfspraakStatus.GEDAAN if gesloten else status
        afspraak = Afspraak(
            casus_id=bespreking.casus_id,
            bespreking_id=bespreking.id,
            nummer=nr,
            wat=wat,
            soort=soort,
            domein=domein,
            direct=nr % 2 == 1,
            structureel=nr % 2 == 0,
            organisatie_id=eigenaar.organisatie_id,
            persoon_id=eigenaar.id,
            persoon_naam=eigenaar.naam,
            datum=dag + timedelta(days=dagen),
            status=staat,
            status_reden=REDENEN[staat],
            status_op=None if staat is AfspraakStatus.OPEN else op + timedelta(days=2),
            geldt_vanaf=op,
        )
        _akkoord(afspraak, bespreking.casus, eigenaar, op)
        if nr == 3 and eerste is not None:  # noqa: PLR2004 the talk waits for the first one
            afspraak.volgt_op_id = eerste.id
        wereld.sessie.add(afspraak)
        wereld.sessie.flush()
        eerste = eerste or afspraak
        if staat is not AfspraakStatus.OPEN:
            wereld.sessie.add(
                Voortgang(
                    afspraak_id=afspraak.id,
                    status=staat,
                    tekst=REDENEN[staat] or "Gemeld door de eigenaar.",
                    door_id=eigenaar.id,
                    op=op + timedelta(days=2),
                )
            )


def _akkoord(afspraak: Afspraak, casus: Casus, eigenaar: Gebruiker, op: datetime) -> None:
    """Let one wait for an answer, refuse one afterwards, and accept all others in the meeting."""
    if afspraak.nummer == WACHT_OP_ANTWOORD and casus.status is not CasusStatus.GESLOTEN:
        return
    afspraak.akkoord, afspraak.akkoord_wie, afspraak.akkoord_op = Akkoord.AKKOORD, eigenaar.naam, op
    if afspraak.nummer == LATER_GEWEIGERD and casus.status is CasusStatus.BESPROKEN:
        afspraak.akkoord, afspraak.akkoord_op = Akkoord.GEWEIGERD, op + timedelta(days=1)
        afspraak.akkoord_reden = "Het slachtoffer wil nu niet met ons praten. Wie heeft wel contact?"


def _besluiten(wereld: Wereld, bespreking: Bespreking, wie: Bezetters, dag: date) -> None:
    casus = bespreking.casus
    monitoring = casus.status is CasusStatus.IN_MONITORING
    if monitoring:
        # One comes back on the next agenda by itself; the other stays in monitoring until after these.
        casus.monitoring_op = dag + timedelta(days=16 if casus.tafel.code == LW else 60)
    if casus.status is CasusStatus.GESLOTEN:
        casus.gesloten_op = bespreking.afgerond_op
        casus.gesloten_reden = "De vraag is beantwoord en de afspraken zijn nagekomen."
    zvh = wereld.sessie.scalars(
        select(AndereTafel).where(AndereTafel.tafel_id == casus.tafel_id).order_by(AndereTafel.volgorde)
    ).first()
    vast = {"bespreking_id": bespreking.id, "door_id": wie.vt.id}
    wereld.sessie.add_all(
        (
            Besluit(
                **vast,
                soort=BesluitSoort.REGIE,
                organisatie_id=wie.politie.organisatie_id,
                persoon_id=wie.politie.id,
                persoon_naam=wie.politie.naam,
                achtervang_organisatie_id=wie.vt.organisatie_id,
                achtervang_id=wie.vt.id,
                achtervang_naam=wie.vt.naam,
                aanspreekpunt=f"{wie.vt.naam}, Veilig Thuis",
                toelichting="De politie staat het dichtst bij het gevaar van nu.",
            ),
            Besluit(
                **vast,
                soort=BesluitSoort.MONITORING,
                ja=monitoring,
                grond=MonitoringGrond.OPVOLGING if monitoring else None,
                organisatie_id=wie.vt.organisatie_id if monitoring else None,
                persoon_id=wie.vt.id if monitoring else None,
                persoon_naam=wie.vt.naam if monitoring else "",
                datum=casus.monitoring_op,
                wat="Wordt het verbod nageleefd en zijn de kinderen veilig?" if monitoring else "",
                toelichting="" if monitoring else "De eigenaren volgen het zelf.",
            ),
            Besluit(**vast, soort=BesluitSoort.PARTIJEN, ja=True),
            Besluit(
                **vast,
                soort=BesluitSoort.OPSCHALING,
                opschaling=OpschalingKeuze.NIET_NU,
                andere_tafel_id=zvh.id if zvh else None,
                toelichting="Mogelijk als het verbod wordt overtreden.",
            ),
        )
    )
    _overdracht(wereld, bespreking, wie, dag)


def _overdracht(wereld: Wereld, bespreking: Bespreking, wie: Bezetters, dag: date) -> None:
    aangenomen = bespreking.casus.status is not CasusStatus.BESPROKEN
    wereld.sessie.add(
        Overdracht(
            casus_id=bespreking.casus_id,
            bespreking_id=bespreking.id,
            soort=OverdrachtSoort.REGIE,
            van_organisatie_id=wie.vt.organisatie_id,
            naar_organisatie_id=wie.politie.organisatie_id,
            naar_naam=wie.politie.naam,
            per_datum=dag + timedelta(days=1),
            status=OverdrachtStatus.GEACCEPTEERD if aangenomen else OverdrachtStatus.AANGEBODEN,
            beantwoord_door_naam=wie.politie.naam if aangenomen else "",
            beantwoord_op=bespreking.afgerond_op if aangenomen else None,
            vastgelegd_door_id=wie.politie.id if aangenomen else None,
            aangeboden_door_id=wie.vt.id,
            aangeboden_op=bespreking.afgerond_op,
            geldt_vanaf=bespreking.afgerond_op,
        )
    )


def _uitstel(bespreking: Bespreking, wie: Bezetters, dag: date) -> Uitstel:
    return Uitstel(
        nummer=1,
        reden="Nu vertellen brengt het slachtoffer in gevaar.",
        opnieuw_op=dag + LATER,
        op=bespreking.afgerond_op,
        door_id=wie.vt.id,
    )


def _informeren(wereld: Wereld, bespreking: Bespreking, wie: Bezetters, dag: date) -> None:
    gesloten = bespreking.casus.status is CasusStatus.GESLOTEN
    for nr, persoon in enumerate(bespreking.casus.betrokkenen):
        status = (
            InformerenStatus.GEDAAN
            if gesloten
            else (InformerenStatus.GEPLAND, InformerenStatus.UITGESTELD)[nr % 2]
        )
        uitgesteld = status is InformerenStatus.UITGESTELD
        wereld.sessie.add(
            Informering(
                casus_id=bespreking.casus_id,
                bespreking_id=bespreking.id,
                betrokkene_id=persoon.id,
                wat="Welke afspraken er zijn gemaakt en wie het aanspreekpunt is",
                op=None if uitgesteld else dag + timedelta(days=4 + nr),
                organisatie_id=wie.vt.organisatie_id,
                persoon_id=wie.vt.id,
                persoon_naam=wie.vt.naam,
                zonder_toestemming=persoon.toestemming is Toestemming.ZONDER,
                status=status,
                opnieuw_op=dag + LATER if uitgesteld else None,
                uitstellen=[_uitstel(bespreking, wie, dag)] if uitgesteld else [],
                gedaan_op=dag + timedelta(days=4) if gesloten else None,
            )
        )
    wereld.sessie.add(
        TeInformerenPartij(
            casus_id=bespreking.casus_id,
            bespreking_id=bespreking.id,
            partij="De school van de kinderen",
            wat="Alleen wie de kinderen mag ophalen",
            op=dag + timedelta(days=2),
            organisatie_id=wie.vt.organisatie_id,
            persoon_id=wie.vt.id,
            persoon_naam=wie.vt.naam,
            gedaan_op=dag + timedelta(days=2) if gesloten else None,
        )
    )
