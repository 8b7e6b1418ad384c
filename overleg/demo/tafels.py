"""Putting the demo's tafels, organisaties and accounts in the database."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_security.utils import hash_password
from sqlalchemy.orm import Session

from models import (
    Criteriaset,
    Dienstnummer,
    Gebruiker,
    Lidmaatschap,
    Organisatie,
    Overlegtafel,
    Tafelpartner,
)
from models.waarden import Weekdag
from overleg.agenda.regels.reeks import eerste_op_weekdag
from overleg.beheer.standaard import richt_in
from overleg.demo.wie import ORGANISATIES, PERSONEN, PIKET, TAFELS, WACHTWOORD, Persoon, Tafelgegevens
from overleg.toegang.tweedefactor import TOTP_MANIER, codes

MAANDAG = 0
OVER_DAGEN = 2
"""In so many days is the next overleg of each tafel, or on the Monday after if that is a weekend."""


def komend(dag: date) -> date:
    """Return the day of the next overleg as seen from `dag`: always a weekday, for tafels meet on those."""
    eerst = dag + timedelta(days=OVER_DAGEN)
    return eerst if eerst.weekday() < len(Weekdag) else eerste_op_weekdag(eerst, MAANDAG)


@dataclass
class Wereld:
    """What the demo made so far, by name."""

    sessie: Session
    dag: date
    organisaties: dict[str, Organisatie]
    tafels: dict[str, Overlegtafel]
    criteria: dict[str, Criteriaset]
    personen: dict[str, Gebruiker]


def bouw(sessie: Session, dag: date) -> Wereld:
    """Make organisaties, tafels and accounts; `dag` is today."""
    wereld = Wereld(sessie, dag, {}, {}, {}, {})
    for naam, soort in ORGANISATIES:
        wereld.organisaties[naam] = Organisatie(naam=naam, soort=soort)
    sessie.add_all(wereld.organisaties.values())
    for gegevens in TAFELS:
        _tafel(wereld, gegevens)
    wachtwoord = hash_password(WACHTWOORD)
    for persoon in PERSONEN:
        _account(wereld, persoon, wachtwoord)
    sessie.flush()
    return wereld


def _tafel(wereld: Wereld, gegevens: Tafelgegevens) -> None:
    tafel = Overlegtafel(
        naam=f"Actie-overleg {gegevens.plaats}",
        code=gegevens.code,
        regio=gegevens.plaats,
        doel="Vroeg en samen besluiten over zware zaken, zodat iedereen in het gezin snel veilig is.",
        reikwijdte="Huiselijk geweld en kindermishandeling waarin straf en zorg samenkomen.",
        kan_wel="Besluiten over inzet van de eigen organisatie, op dezelfde dag.",
        kan_niet="Hulp toewijzen die bij de gemeente ligt.",
        profiel_herzien_op=wereld.dag + timedelta(days=200),
        plaats=f"Stadhuis {gegevens.plaats}, kamer 2.14",
        weekdag=list(Weekdag)[komend(wereld.dag).weekday()],
    )
    wereld.sessie.add(tafel)
    wereld.criteria[gegevens.code] = richt_in(wereld.sessie, tafel)
    wereld.tafels[gegevens.code] = tafel
    for naam, vorm in gegevens.partners:
        organisatie = wereld.organisaties[naam]
        wereld.sessie.add(Tafelpartner(tafel_id=tafel.id, organisatie_id=organisatie.id, vorm=vorm))
    for nr, (soort, naam, nummer, uren, terugval) in enumerate(PIKET):
        wereld.sessie.add(
            Dienstnummer(
                tafel_id=tafel.id,
                soort=soort,
                naam=naam,
                nummer=nummer,
                uren=uren,
                terugval=terugval,
                volgorde=nr,
                gecontroleerd_op=wereld.dag - timedelta(days=9 + 30 * nr),
            )
        )


def _account(wereld: Wereld, persoon: Persoon, wachtwoord: str) -> None:
    gebruiker = Gebruiker(
        email=persoon.email,
        naam=persoon.naam,
        organisatie_id=wereld.organisaties[persoon.organisatie].id,
        password=wachtwoord,
        tf_primary_method=TOTP_MANIER,
        tf_totp_secret=codes().versleuteld(persoon.totp),
        beheerder=persoon.beheerder,
        functionaris=persoon.functionaris,
    )
    wereld.sessie.add(gebruiker)
    wereld.sessie.flush()
    wereld.personen[persoon.adres] = gebruiker
    for code, rol in persoon.rollen:
        wereld.sessie.add(
            Lidmaatschap(
                gebruiker_id=gebruiker.id,
                tafel_id=wereld.tafels[code].id,
                rol=rol,
                bezetting=persoon.bezetting,
                functie=persoon.functie,
                mandaat=True,
                vanaf=wereld.dag - timedelta(days=400),
            )
        )
