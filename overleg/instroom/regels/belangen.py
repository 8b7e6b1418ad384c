"""When a casus can be closed to somebody because of a conflict of interest: pure rules (domein.md §11)."""

from dataclasses import dataclass

from overleg.basis.oordeel import JA, Oordeel, nee, samen


@dataclass(frozen=True)
class Belangfeiten:
    """What the rules must know before a casus is closed to a person or an organisatie."""

    al_gesloten: bool
    bestaat: bool
    """Whom it is about can be chosen: an active organisatie, or a member of the tafel."""
    genoemden_van_organisatie: bool
    """Everyone named to take part all the same belongs to the organisatie that is shut out."""
    blijft_leiding: bool
    """A voorzitter of the tafel can still see the casus afterwards."""


def mag_sluiten(feiten: Belangfeiten) -> Oordeel:
    """May the casus be closed: somebody must still be able to lead it, or it would lie where nobody looks."""
    return samen(
        [
            JA if feiten.bestaat else nee("Kies uit de lijst.", "voor"),
            nee("De casus is hiervoor al gesloten.", "voor") if feiten.al_gesloten else JA,
            JA
            if feiten.genoemden_van_organisatie
            else nee("Kies alleen mensen van de organisatie waarvoor u de casus sluit.", "genoemden"),
            JA
            if feiten.blijft_leiding
            else nee(
                "Dan kan geen enkele voorzitter bij deze casus. Noem een voorzitter die wel meedoet.",
                "genoemden",
            ),
        ]
    )
