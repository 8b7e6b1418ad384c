"""What a row about a partner would do."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from overleg.beheer.regels.ledenblad.waarden import (
    INTUSSEN,
    ORGANISATIE,
    VORM,
    Fout,
    Organisatie,
    Partner,
    Partneroordeel,
    Partnerrij,
    Stand,
    Uitkomst,
    Wijziging,
)
from overleg.beheer.regels.ledenblad.zoeken import Organisaties, naamsleutel

DUBBEL = "Deze organisatie staat meer dan één keer op dit blad. Houd één rij over."


def oordeel_partners(rijen: Sequence[Partnerrij], stand: Stand) -> tuple[Partneroordeel, ...]:
    """Return what each row would do. Source: domein.md §2, decision 035."""
    organisaties = Organisaties(stand.organisaties)
    nu = {partner.organisatie.id: partner for partner in stand.partners}
    gevonden = [(rij, organisaties.zoek(rij.organisatie)) for rij in rijen]
    vaak = Counter(_sleutel(rij, organisatie) for rij, organisatie in gevonden)
    uit = []
    for rij, organisatie in gevonden:
        partner = nu.get(organisatie.id) if organisatie else None
        fouten = [*rij.fouten]
        if organisatie is None:
            leeg = Fout(ORGANISATIE, "Vul de organisatie in.")
            fouten.append(organisaties.fout(ORGANISATIE, rij.organisatie) if rij.organisatie else leeg)
        elif vaak[_sleutel(rij, organisatie)] > 1:
            fouten.append(Fout(ORGANISATIE, DUBBEL))
        else:
            fouten.extend(_in_gebruik(organisatie, partner))
        if rij.vorm is None and all(fout.kolom != VORM for fout in fouten):
            fouten.append(Fout(VORM, "Kies hoe deze partner deelneemt."))
        uit.append(_oordeel(rij, organisatie, partner, fouten))
    return tuple(uit)


def _sleutel(rij: Partnerrij, organisatie: Organisatie | None) -> Hashable:
    """Return what may occur in one row only: two organisaties can have names that read the same."""
    return organisatie.id if organisatie else naamsleutel(rij.organisatie)


def _in_gebruik(organisatie: Organisatie, partner: Partner | None) -> Iterator[Fout]:
    if partner is None and not organisatie.actief:
        yield Fout(ORGANISATIE, "Deze organisatie is niet in gebruik. Kies een andere.")
    if partner is not None and not partner.actief:
        zin = "Deze partner is uit gebruik genomen. Neem haar weer in gebruik bij Partners."
        yield Fout(ORGANISATIE, zin)


def _oordeel(
    rij: Partnerrij, organisatie: Organisatie | None, partner: Partner | None, fouten: Sequence[Fout]
) -> Partneroordeel:
    if rij.vorm is None or fouten:
        return Partneroordeel(rij, Uitkomst.FOUT, tuple(fouten), organisatie, partner)
    if partner is None:
        return Partneroordeel(rij, Uitkomst.NIEUW, (), organisatie, None, rij.vorm)
    if rij.vorm.value in {partner.vorm.value, rij.versie}:  # as it is, or as it was when the sheet was made
        return Partneroordeel(rij, Uitkomst.ONGEWIJZIGD, (), organisatie, partner)
    if rij.versie not in {"", partner.vorm.value}:
        return Partneroordeel(rij, Uitkomst.FOUT, (Fout(VORM, INTUSSEN),), organisatie, partner)
    wijziging = Wijziging(VORM, partner.vorm.tekst.lower(), rij.vorm.tekst.lower())
    return Partneroordeel(rij, Uitkomst.GEWIJZIGD, (), organisatie, partner, rij.vorm, (wijziging,))
