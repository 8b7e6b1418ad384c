"""What the ways to sign in share: a question that is answered once, and a proof that is still fresh."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, ClassVar, Self

from flask import current_app, flash, session
from flask.typing import ResponseReturnValue
from flask_security.utils import check_and_update_authn_fresh, url_for_security

from overleg.basis.database import laat_los
from overleg.basis.schil import ga_naar
from overleg.logboek.schrijven import schrijf_apart
from overleg.logboek.soorten import Soort


@dataclass(frozen=True)
class Inlogvraag:
    """A question to a provider or a device; kept in the session, and answered at most once."""

    PLEK: ClassVar[str]
    """Where the session keeps the question until its answer comes."""

    def bewaar(self) -> None:
        """Keep it until the answer comes."""
        session[self.PLEK] = asdict(self)

    @classmethod
    def gesteld(cls) -> Self | None:
        """Return the question that was put in this session, if any."""
        return cls._van(session.get(cls.PLEK))

    @classmethod
    def pak(cls) -> Self | None:
        """Return the question that was put, and forget it: right or wrong, its answer counts once."""
        return cls._van(session.pop(cls.PLEK, None))

    @classmethod
    def _van(cls, bewaard: dict[str, Any] | None) -> Self | None:
        return cls(**bewaard) if bewaard else None


def is_vers() -> bool:
    """Whether the person proved a short while ago who it is (ASVS 7.5.1)."""
    return bool(
        check_and_update_authn_fresh(current_app.config["SECURITY_FRESHNESS"], timedelta(0), "session")
    )


def eerst_bewijzen(daarna: str) -> ResponseReturnValue:
    """Ask the password again, and go to `daarna` (a path of ours) then."""
    flash("Hiervoor vragen wij uw wachtwoord nog een keer. Doe daarna opnieuw wat u wilde doen.", "info")
    return ga_naar(url_for_security("verify", next=daarna))


def noteer_mislukt() -> None:
    """Undo what the attempt did, and put it in the logboek."""
    laat_los()
    schrijf_apart(None, Soort.INLOGGEN_MISLUKT, uitkomst="geweigerd")
