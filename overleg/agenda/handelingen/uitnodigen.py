"""The mail with a calendar file that goes to members and guests: no name of a case, no kenmerk."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from models import Aanschuiver, Overleg
from models.waarden_post import Berichtsoort
from overleg.agenda.kalender import SOORT, Blok, Methode, kalender, uid_van
from overleg.agenda.regels.tijden import Tijdvak
from overleg.basis.adressen import afzender, volledig
from overleg.basis.post import Bijlage, leg_klaar
from overleg.basis.weergave import datum_lang, tijd

BESTAND = "overleg.ics"


def titel_van(overleg: Overleg) -> str:
    """Return the title in a calendar: the tafel, nothing else."""
    naam = overleg.tafel.naam
    return naam if naam.casefold().startswith("actie-overleg") else f"Actie-overleg {naam}"


def blok_van(overleg: Overleg, *, vervallen: bool = False) -> Blok:
    """Return the whole overleg as a time in a calendar."""
    return Blok(
        uid=uid_van(overleg.id),
        titel=titel_van(overleg),
        datum=overleg.datum,
        begin=overleg.begin,
        einde=overleg.einde,
        plaats=overleg.plaats,
        link=volledig("agenda.overleg", overleg=overleg.id),
        volgnummer=overleg.ics_volgnummer,
        gewijzigd_op=overleg.gewijzigd_op,
        vervallen=vervallen,
    )


def blok_van_gast(
    overleg: Overleg, gast: Aanschuiver, vak: Tijdvak | None, *, vervallen: bool = False
) -> Blok:
    """Return a guest's own slot as a time in a calendar."""
    begin = gast.slot_begin or (vak.begin if vak else overleg.begin)
    einde = gast.slot_einde or (vak.einde if vak else overleg.einde)
    return Blok(
        uid=uid_van(overleg.id, gast.punt_id),
        titel=titel_van(overleg),
        datum=overleg.datum,
        begin=begin,
        einde=einde,
        plaats=overleg.plaats,
        link=volledig("agenda.overleg", overleg=overleg.id),
        volgnummer=overleg.ics_volgnummer,
        gewijzigd_op=overleg.gewijzigd_op,
        vervallen=vervallen,
    )


def nodig_uit(sessie: Session, overleg: Overleg, aan: str, blok: Blok, *, opnieuw: bool) -> None:
    """Lay an invitation ready."""
    begin = "Gewijzigde uitnodiging" if opnieuw else "Uitnodiging"
    tekst = (
        f"{titel_van(overleg)}\n{_wanneer(blok)}\n{_waar(overleg)}\n\n"
        f"De agenda staat op {blok.link}\n\n"
        "Zet het overleg met het bestand hierbij in uw kalender. Laat op de pagina weten of u komt."
    )
    _stuur(sessie, aan, _onderwerp(begin, overleg), tekst, blok)


def zeg_af(sessie: Session, overleg: Overleg, aan: str, blok: Blok) -> None:
    """Lay the message ready that it does not go on for this person, with a cancellation for the calendar."""
    tekst = (
        f"{titel_van(overleg)}\n{_wanneer(blok)}\n\nDit gaat voor u niet door. "
        "Met het bestand hierbij verdwijnt het uit uw kalender."
    )
    _stuur(sessie, aan, _onderwerp("Gaat niet door", overleg), tekst, blok)


def zeg_vervanger_weg(sessie: Session, overleg: Overleg, aan: str) -> None:
    """Lay the message ready that who would stand in for this person does not come; no file with it."""
    tekst = (
        f"{titel_van(overleg)}\n{datum_lang(overleg.datum)}, {tijd(overleg.begin)} uur\n\n"
        "U hebt u hiervoor afgemeld. Uw vervanger zit niet meer aan deze tafel, dus er komt nu niemand in uw "
        f"plaats.\nKom zelf, of kies een ander: {volledig('agenda.overleg', overleg=overleg.id)}"
    )
    leg_klaar(sessie, Berichtsoort.WERK, aan, _onderwerp("Uw vervanger komt niet", overleg), tekst)


def _onderwerp(begin: str, overleg: Overleg) -> str:
    return f"{begin}: {titel_van(overleg)}, {datum_lang(overleg.datum)}"


def _stuur(sessie: Session, aan: str, onderwerp: str, tekst: str, blok: Blok) -> None:
    methode = Methode.AFZEGGEN if blok.vervallen else Methode.UITNODIGEN
    inhoud = kalender([blok], methode, van=afzender(), aan=aan)
    bijlage = Bijlage(BESTAND, inhoud, f"{SOORT}; method={methode.value}; charset=utf-8")
    leg_klaar(sessie, Berichtsoort.ALTIJD, aan, onderwerp, tekst, bijlage=bijlage)


def _wanneer(blok: Blok) -> str:
    return f"{datum_lang(blok.datum)}, {tijd(blok.begin)} tot {tijd(blok.einde)} uur"


def _waar(overleg: Overleg) -> str:
    return f"{overleg.vorm.tekst}: {overleg.plaats}" if overleg.plaats else overleg.vorm.tekst


def gasten_met_adres(gasten: Sequence[Aanschuiver]) -> list[tuple[Aanschuiver, str]]:
    """Return the guests that mail can reach, with their address."""
    return [(gast, gast.gebruiker.email) for gast in gasten if gast.gebruiker and gast.gebruiker.active]
