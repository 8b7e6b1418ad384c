"""Handing one mail to the mail server that OVERLEG_MAIL_URL names.

Three ways it can end besides well: the server did not get it (try again), the mail itself can never be
sent (give up), or the line broke while the server was taking it in (nobody knows).
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

from models import Bericht
from overleg.basis.config import FouteInstelling
from overleg.basis.post import met_link

WACHTTIJD = 20.0
POORTEN = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
BLIJVEND = 500
"""From this SMTP code on the server says that trying again is no use."""


class NietVerstuurd(Exception):
    """The server did not take the mail; it can be tried again."""


class Onverstuurbaar(Exception):
    """The mail can never be sent: its address or content is refused."""


class Onzeker(Exception):
    """The line broke while the server was taking the mail in."""


@dataclass(frozen=True)
class Mailserver:
    """Where mail goes, and how to get in."""

    soort: str
    host: str
    poort: int
    gebruiker: str = ""
    wachtwoord: str = ""

    @classmethod
    def uit_url(cls, url: str) -> "Mailserver":
        """Read the address; raises FouteInstelling with what to do."""
        delen = urlsplit(url)
        try:
            poort = delen.port
        except ValueError:
            poort = -1
        if delen.scheme not in POORTEN or not delen.hostname or poort == -1:
            raise FouteInstelling(
                "OVERLEG_MAIL_URL must look like smtp://host:25, smtps://name:password@host:465 or "
                "smtp+starttls://name:password@host:587."
            )
        return cls(
            delen.scheme,
            delen.hostname,
            poort or POORTEN[delen.scheme],
            unquote(delen.username or ""),
            unquote(delen.password or ""),
        )

    @contextmanager
    def verbinding(self) -> Iterator[smtplib.SMTP]:
        """Connect and sign in; the line closes at the end, whatever happened."""
        if self.soort == "smtps":
            context = ssl.create_default_context()
            lijn: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.poort, timeout=WACHTTIJD, context=context)
        else:
            lijn = smtplib.SMTP(self.host, self.poort, timeout=WACHTTIJD)
        try:
            if self.soort == "smtp+starttls":
                lijn.starttls(context=ssl.create_default_context())
            if self.gebruiker:
                lijn.login(self.gebruiker, self.wachtwoord)
            yield lijn
        finally:
            lijn.close()

    def verstuur(self, bericht: Bericht, van: str) -> None:
        """Hand over one mail. Raises NietVerstuurd, Onverstuurbaar or Onzeker."""
        try:
            inhoud = opgemaakt(bericht, van)
        except (ValueError, MessageError, LookupError) as fout:
            raise Onverstuurbaar(type(fout).__name__) from fout
        try:
            with self.verbinding() as lijn:
                lijn.ehlo_or_helo_if_needed()
                _eis(lijn.mail(van))
                _eis(lijn.rcpt(bericht.aan))
                _lever_af(lijn, inhoud)
        except (OSError, smtplib.SMTPException) as fout:
            raise NietVerstuurd(_kort(fout)) from fout


def _eis(antwoord: tuple[int, bytes]) -> None:
    code = antwoord[0]
    if code >= BLIJVEND:
        raise Onverstuurbaar(f"code {code}")
    if code not in {250, 251}:
        raise NietVerstuurd(f"code {code}")


def _lever_af(lijn: smtplib.SMTP, inhoud: bytes) -> None:
    try:
        _eis(lijn.data(inhoud))
    except smtplib.SMTPDataError as fout:
        raise NietVerstuurd(f"code {fout.smtp_code}") from fout
    except (OSError, smtplib.SMTPException) as fout:
        raise Onzeker(_kort(fout)) from fout


def _kort(fout: Exception) -> str:
    """Return what went wrong, without what the server said: that can hold addresses."""
    code = getattr(fout, "smtp_code", None)
    return f"{type(fout).__name__} {code}" if code else type(fout).__name__


def opgemaakt(bericht: Bericht, van: str) -> bytes:
    """Return the mail as it goes over the line. Raises ValueError for an address or type that is none."""
    mail = EmailMessage()
    mail["From"] = van
    mail["To"] = bericht.aan
    mail["Subject"] = " ".join(bericht.onderwerp.split())
    mail["Date"] = formatdate(bericht.gemaakt_op.timestamp())
    mail["Message-ID"] = f"<{bericht.id}@{van.rpartition('@')[2].rstrip('>') or 'localhost'}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(met_link(bericht))
    if bericht.bijlage_naam:
        soort, _, rest = (bericht.bijlage_soort or "application/octet-stream").partition(";")
        hoofd, _, onder = soort.strip().partition("/")
        kenmerken = dict(paar.strip().split("=", 1) for paar in rest.split(";") if "=" in paar)
        mail.add_attachment(
            bericht.bijlage.encode(),
            maintype=hoofd,
            subtype=onder,
            filename=bericht.bijlage_naam,
            params=kenmerken,
        )
    return mail.as_bytes()
