"""What may be done with accounts and roles (ontwerp.md §5)."""

from dataclasses import dataclass

from overleg.basis.oordeel import JA, Oordeel, nee, samen


@dataclass(frozen=True)
class Accountfeiten:
    """What the rules must know of the account."""

    is_zelf: bool
    beheerder: bool
    andere_beheerders: int
    """How many other active accounts keep the settings."""
    open_plichten: int
    functionaris: bool = False
    plaatsen: int = 0
    """How many places at tafels it holds now."""


def mag_uit(feiten: Accountfeiten) -> Oordeel:
    """May this account be ended: not one's own, not the last beheerder, and nothing left open."""
    return samen(
        [
            nee("U kunt uw eigen account niet uitzetten. Vraag het een andere beheerder.")
            if feiten.is_zelf
            else JA,
            nee("Dit is de laatste beheerder. Maak eerst iemand anders beheerder.")
            if feiten.beheerder and not feiten.andere_beheerders
            else JA,
            nee(
                f"Op deze persoon staan nog {feiten.open_plichten} open taken. "
                "De voorzitter wijst deze eerst opnieuw toe."
                if feiten.open_plichten > 1
                else "Op deze persoon staat nog 1 open taak. De voorzitter wijst deze eerst opnieuw toe."
            )
            if feiten.open_plichten
            else JA,
        ]
    )


def mag_rollen_krijgen(
    feiten: Accountfeiten, *, wijzigt: bool, wordt_beheerder: bool, wordt_functionaris: bool = False
) -> Oordeel:
    """May these roles change: never one's own, one beheerder stays, a new one needs two persons.

    A functionaris watches over who sits at a tafel, and sees no casus: so has no place there.
    """
    if feiten.is_zelf and wijzigt:
        return nee("Uw eigen rollen kunt u niet wijzigen. Vraag het een andere beheerder.", "beheerder")
    if feiten.beheerder and not wordt_beheerder and not feiten.andere_beheerders:
        return nee("Dit is de laatste beheerder. Maak eerst iemand anders beheerder.", "beheerder")
    if wordt_beheerder and not feiten.beheerder:
        return nee(
            "Beheerder wordt iemand pas als een tweede persoon het goedkeurt. "
            "Vraag dat op de pagina van het account.",
            "beheerder",
        )
    if wordt_functionaris and not feiten.functionaris and feiten.plaatsen:
        return nee(
            "Een functionaris gegevensbescherming zit niet zelf aan een tafel. Beëindig eerst de plaatsen.",
            "functionaris",
        )
    return JA


def mag_beheerder_worden(feiten: Accountfeiten, *, in_gebruik: bool) -> Oordeel:
    """May a second person be asked to let this account keep the settings."""
    if feiten.is_zelf:
        return nee("Uw eigen rollen kunt u niet wijzigen. Vraag het een andere beheerder.")
    if feiten.beheerder:
        return nee("Deze persoon is al beheerder.")
    return JA if in_gebruik else nee("Dit account staat uit. Zet het eerst weer aan.")


def mag_aan_tafel(*, is_zelf: bool, is_functionaris: bool) -> Oordeel:
    """May this account get a place: not one's own (a beheerder sees no case content), nor a functionaris."""
    if is_functionaris:
        return nee(
            "Deze persoon is functionaris gegevensbescherming en ziet geen casussen. Kies iemand anders.",
            "gebruiker_id",
        )
    if is_zelf:
        return nee(
            "Uzelf kunt u geen rol aan een tafel geven. Vraag het een andere beheerder.", "gebruiker_id"
        )
    return JA


def mag_eerste_beheerder(*, andere_beheerders: int, email_bezet: bool) -> Oordeel:
    """May the console make this account: only while there is no other beheerder."""
    return samen(
        [
            nee("Er is al een beheerder. Een volgende krijgt die rol in de toepassing.")
            if andere_beheerders
            else JA,
            nee("Er is al een account met dit e-mailadres. Kies een ander adres.") if email_bezet else JA,
        ]
    )
