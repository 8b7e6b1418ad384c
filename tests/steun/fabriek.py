"""Rows for tests: a tafel with the usual settings and people, and casussen in any status.

Use it through the fixture `fabriek`. What matters to a test has no default.
"""

import itertools
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, TypeVar

import pytest
from flask.testing import FlaskClient
from flask_security.utils import hash_password
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Agendapunt,
    Basis,
    Belang,
    Bespreking,
    Casus,
    Criteriaset,
    Directbetrokkene,
    Gebruiker,
    Lidmaatschap,
    Organisatie,
    Overleg,
    Overlegtafel,
    Tafelpartner,
)
from models.waarden import (
    BetrokkeneRol,
    Bezetting,
    CasusStatus,
    MeldingStatus,
    OrganisatieSoort,
    OverlegStatus,
    Partnervorm,
    PuntSoort,
    Rol,
)
from overleg.basis.klok import nu, vandaag
from overleg.beheer.standaard import richt_in
from overleg.toegang.tweedefactor import TOTP_MANIER, codes
from overleg.toegang.vrager import Vrager, vrager_van
from tests.steun.codes import TOTP_GEHEIM, WACHTWOORD
from tests.steun.sessies import geef_koekje, maak_sessie

__all__ = ["WACHTWOORD", "Fabriek", "fabriek"]

BEGIN = date(2020, 1, 1)
_hash: list[str] = []

M = TypeVar("M", bound=Basis)


class Fabriek:
    """Makes rows in one session and commits on request."""

    def __init__(self, sessie: Session) -> None:
        """Make rows in `sessie`."""
        self.sessie = sessie
        self._nummer = itertools.count(1)

    def _erbij(self, ding: M) -> M:
        self.sessie.add(ding)
        self.sessie.flush()
        return ding

    def klaar(self) -> None:
        """Commit what was made, so that a request sees it."""
        self.sessie.commit()

    def organisatie(self, soort: OrganisatieSoort, naam: str | None = None) -> Organisatie:
        """Make an organisatie of a kind."""
        naam = naam or f"{soort.tekst} {next(self._nummer)}"
        return self._erbij(Organisatie(naam=naam, soort=soort))

    def tafel(self, naam: str = "Lindewoude", code: str = "LW") -> Overlegtafel:
        """Make a tafel with the usual settings."""
        tafel = self._erbij(Overlegtafel(naam=f"Actie-overleg {naam}", code=code, regio=naam))
        richt_in(self.sessie, tafel)
        return tafel

    def partner(
        self, tafel: Overlegtafel, soort: OrganisatieSoort, vorm: Partnervorm = Partnervorm.VAST
    ) -> Organisatie:
        """Make an organisatie that is a partner of the tafel."""
        organisatie = self.organisatie(soort)
        self.partner_van(tafel, organisatie, vorm)
        return organisatie

    def partner_van(
        self, tafel: Overlegtafel, organisatie: Organisatie, vorm: Partnervorm = Partnervorm.VAST
    ) -> None:
        """Let an organisatie that is there already be a partner of the tafel."""
        self._erbij(Tafelpartner(tafel_id=tafel.id, organisatie_id=organisatie.id, vorm=vorm))
        self.sessie.expire(tafel, ["partners"])

    def gebruiker(self, organisatie: Organisatie, naam: str | None = None, **kolommen: Any) -> Gebruiker:
        """Make an account; its password is WACHTWOORD, its codes come from TOTP_GEHEIM."""
        nummer = next(self._nummer)
        if not _hash:
            _hash.append(hash_password(WACHTWOORD))
        factor = {"tf_primary_method": TOTP_MANIER, "tf_totp_secret": codes().versleuteld(TOTP_GEHEIM)}
        return self._erbij(
            Gebruiker(
                email=f"persoon{nummer}@voorbeeld.nl",
                naam=naam or f"Persoon {nummer}",
                organisatie_id=organisatie.id,
                password=_hash[0],
                **(factor | kolommen),
            )
        )

    def lid(
        self,
        tafel: Overlegtafel,
        organisatie: Organisatie,
        rol: Rol,
        *,
        naam: str | None = None,
        bezetting: Bezetting = Bezetting.VAST,
        functie: str = "",
    ) -> Gebruiker:
        """Make an account with a role at the tafel."""
        gebruiker = self.gebruiker(organisatie, naam)
        self.lidmaatschap(tafel, gebruiker, rol, bezetting=bezetting, functie=functie)
        return gebruiker

    def lidmaatschap(
        self,
        tafel: Overlegtafel,
        gebruiker: Gebruiker,
        rol: Rol,
        *,
        bezetting: Bezetting = Bezetting.VAST,
        functie: str = "",
    ) -> Lidmaatschap:
        """Give an account that is there already a role at the tafel."""
        return self._erbij(
            Lidmaatschap(
                gebruiker_id=gebruiker.id,
                tafel_id=tafel.id,
                rol=rol,
                bezetting=bezetting,
                functie=functie,
                mandaat=True,
                vanaf=BEGIN,
            )
        )

    def vrager(self, gebruiker: Gebruiker) -> Vrager:
        """Return the asker for an account, as today."""
        return vrager_van(self.sessie, gebruiker, vandaag())

    def casus(self, tafel: Overlegtafel, inbrenger: Gebruiker, status: CasusStatus, **kolommen: Any) -> Casus:
        """Make a casus; handed in unless it is a concept."""
        criteriaset = self.sessie.scalars(
            select(Criteriaset).where(Criteriaset.tafel_id == tafel.id).order_by(Criteriaset.nummer.desc())
        ).first()
        assert criteriaset is not None
        gegevens: dict[str, Any] = {
            "tafel_id": tafel.id,
            "inbrenger_id": inbrenger.id,
            "inbrenger_organisatie_id": inbrenger.organisatie_id,
            "criteriaset_id": criteriaset.id,
            "status": status,
            "concrete_vraag": "Wie regelt vóór vrijdag een contactverbod?",
            "melding_status": MeldingStatus.GEDAAN,
            "melding_nummer": "VT-2026-1",
            "melding_datum": vandaag(),
        }
        if status is not CasusStatus.CONCEPT:
            gegevens |= {"kenmerk": f"{tafel.code}-2026-{next(self._nummer):04d}", "ingediend_op": nu()}
        return self._erbij(Casus(**{**gegevens, **kolommen}))

    def betrokkene(self, casus: Casus, rol: BetrokkeneRol, naam: str, **kolommen: Any) -> Directbetrokkene:
        """Make a directbetrokkene."""
        volgorde = next(self._nummer)
        return self._erbij(
            Directbetrokkene(casus_id=casus.id, rol=rol, naam=naam, volgorde=volgorde, **kolommen)
        )

    def sluit_uit(self, casus: Casus, wie: Gebruiker | Organisatie, door: Gebruiker) -> Belang:
        """Put on record that a person or an organisatie has a conflict of interest in a casus."""
        van = {"gebruiker_id" if isinstance(wie, Gebruiker) else "organisatie_id": wie.id}
        return self._erbij(Belang(casus_id=casus.id, reden="Familie.", vastgelegd_door_id=door.id, **van))

    def overleg(
        self,
        tafel: Overlegtafel,
        datum: date,
        status: OverlegStatus = OverlegStatus.GEPLAND,
        **kolommen: Any,
    ) -> Overleg:
        """Make an overleg from 9.00 to 12.00."""
        gegevens: dict[str, Any] = {"begin": time(9), "einde": time(12)}
        if status is OverlegStatus.VASTGESTELD:
            gegevens["vastgesteld_op"] = nu()
        return self._erbij(Overleg(tafel_id=tafel.id, datum=datum, status=status, **{**gegevens, **kolommen}))

    def punt(
        self, overleg: Overleg, soort: PuntSoort, casus: Casus | None = None, minuten: int = 20
    ) -> Agendapunt:
        """Make an agendapunt at the end of the agenda."""
        return self._erbij(
            Agendapunt(
                overleg_id=overleg.id,
                soort=soort,
                casus_id=casus.id if casus else None,
                volgorde=next(self._nummer),
                minuten=minuten,
            )
        )

    def bespreking(self, overleg: Overleg, casus: Casus, afgerond_op: datetime | None = None) -> Bespreking:
        """Make an agendapunt with its bespreking (open unless `afgerond_op`)."""
        punt = self.punt(overleg, PuntSoort.CASUS, casus)
        return self._erbij(
            Bespreking(
                punt_id=punt.id,
                overleg_id=overleg.id,
                casus_id=casus.id,
                status="afgerond" if afgerond_op else "open",
                afgerond_op=afgerond_op,
            )
        )


@pytest.fixture
def fabriek(db_sessie: Session) -> Fabriek:
    """Return the maker of rows; its session is the one handelingen use in this test."""
    return Fabriek(db_sessie)


@pytest.fixture
def als(nieuwe_client: Callable[[], FlaskClient], db_sessie: Session) -> Callable[[Gebruiker], FlaskClient]:
    """Return a visitor signed in as an account: `als(voorzitter).get("/casussen")`."""

    def meld_aan(gebruiker: Gebruiker) -> FlaskClient:
        client = nieuwe_client()
        geef_koekje(client, maak_sessie(db_sessie, gebruiker))
        return client

    return meld_aan
