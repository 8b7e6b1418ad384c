"""What a row about a member would do."""

import uuid
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date

from models.waarden import Bezetting, Rol
from overleg.beheer.regels.accounts import mag_aan_tafel
from overleg.beheer.regels.ledenblad.waarden import (
    BEZETTING,
    EMAIL,
    FUNCTIE,
    INTUSSEN,
    MANDAAT,
    NAAM,
    ORGANISATIE,
    RIJ,
    ROL,
    TOT,
    VANAF,
    Account,
    Fout,
    Invulling,
    Lidoordeel,
    Lidrij,
    Organisatie,
    Plaats,
    Stand,
    Uitkomst,
    Wijziging,
)
from overleg.beheer.regels.ledenblad.zoeken import Accounts, Organisaties, emailsleutel, naamsleutel

WEG = "Deze plaats is er niet meer, of is van een andere tafel. Haal het werkblad opnieuw op."
ANDERE_ROL = (
    "De rol van een bestaande plaats kan niet wijzigen. Zet de oude rol terug, vul bij ‘Tot en met’ de "
    "laatste dag in en zet de nieuwe rol op een lege rij."
)
EERDER = "Deze persoon had deze rol hier al, tot en met"
DUBBEL = "Deze persoon staat meer dan één keer met deze rol op dit blad. Houd één rij over."
DUBBEL_NIEUW = (
    "Dit e-mailadres staat op meer dan één rij, en er is nog geen account bij. Houd één rij over. Krijgt "
    "deze persoon nog een rol? Lever die in als het account er is."
)
GEEN_PARTNER = "Deze organisatie is geen partner van deze tafel. Zet haar ook op het blad ‘Partners’."
BIJZONDER = "In dit e-mailadres staan bijzondere tekens. Kijk het goed na."
VOORBIJ = "Deze persoon heeft daarna geen plaats meer aan deze tafel."


@dataclass(frozen=True, slots=True)
class _Gevonden:
    """A row, and what it is about."""

    rij: Lidrij
    account: Account | None
    organisatie: Organisatie | None
    plaats: Plaats | None
    versie: str = ""
    """How the place was when the sheet was made; empty when the row was not made with the sheet."""
    zoek: str = ""
    """What is wrong with the hidden key of the row; empty when nothing is."""

    @property
    def sleutel(self) -> Hashable:
        """What may occur in one row only."""
        if self.plaats:
            return self.plaats.id
        return (emailsleutel(self.rij.email), self.rij.rol, naamsleutel(self.rij.functie))

    @property
    def nieuw(self) -> str:
        """The address of the account that it would make."""
        return "" if self.account else emailsleutel(self.rij.email)


class _Zoeker:
    """Finds what a row is about."""

    def __init__(self, rijen: Sequence[Lidrij], stand: Stand) -> None:
        self.dag = stand.dag
        self.organisaties, self.accounts = Organisaties(stand.organisaties), Accounts(stand.accounts)
        self._plaatsen = {str(plaats.id): plaats for plaats in stand.plaatsen}
        self._voorbij = stand.voorbij
        self._vaak = Counter(rij.sleutel for rij in rijen)

    def vind(self, rij: Lidrij) -> _Gevonden:
        account, organisatie = self.accounts.zoek(rij.email), self.organisaties.zoek(rij.organisatie)
        plaats = self._plaatsen.get(rij.sleutel)
        if rij.sleutel and plaats is None:
            return _Gevonden(rij, account, organisatie, None, zoek=WEG)
        if plaats and self._is_kopie(rij, plaats, account):
            plaats = None
        elif plaats:
            return _Gevonden(rij, account, organisatie, plaats, rij.versie)
        return _Gevonden(rij, account, organisatie, self._zelfde(rij, account))

    def _is_kopie(self, rij: Lidrij, plaats: Plaats, account: Account | None) -> bool:
        """Whether the hidden key came along when somebody copied a row to begin a new one."""
        anders = account is None or account.id != plaats.account.id or rij.rol != plaats.rol
        return anders and self._vaak[rij.sleutel] > 1

    def _zelfde(self, rij: Lidrij, account: Account | None) -> Plaats | None:
        """Return the place that `geef_plaats` would find held already."""
        return _houdt(self._plaatsen.values(), rij, account, rij.vanaf or self.dag)

    def eerder(self, iets: _Gevonden, vanaf: date) -> Plaats | None:
        """Return a place that ended, but not before the day on which the same one would begin."""
        return None if iets.plaats else _houdt(self._voorbij, iets.rij, iets.account, vanaf)

    def rollen(self, account: Account | None, behalve: Plaats | None) -> list[Rol]:
        """Return what somebody is at this tafel beside one place."""
        return [
            plaats.rol
            for plaats in self._plaatsen.values()
            if account and plaats.account.id == account.id and plaats is not behalve
        ]


def _houdt(plaatsen: Iterable[Plaats], rij: Lidrij, account: Account | None, dag: date) -> Plaats | None:
    """Return where somebody has the role and the function of this row on this day or later."""
    gezocht = (rij.rol, naamsleutel(rij.functie))
    for plaats in plaatsen:
        zelfde = gezocht == (plaats.rol, naamsleutel(plaats.invulling.functie))
        if account and plaats.account.id == account.id and zelfde and loopt(plaats.invulling, dag):
            return plaats
    return None


def loopt(invulling: Invulling, dag: date) -> bool:
    """Whether a place holds on this day or later."""
    return invulling.tot is None or invulling.tot >= dag


def oordeel_leden(
    rijen: Sequence[Lidrij], stand: Stand, partners: frozenset[uuid.UUID]
) -> tuple[Lidoordeel, ...]:
    """Return what each row would do; `partners` are the organisaties at the tafel afterwards.

    A row makes a place (and the account, when nobody has the address), or changes one. Name, address and
    organisatie of an account stay as they are, and so does a role. Source: domein.md §2, decision 035.
    """
    zoeker = _Zoeker(rijen, stand)
    gevonden = [zoeker.vind(rij) for rij in rijen]
    vaak, nieuwe = Counter(g.sleutel for g in gevonden), Counter(g.nieuw for g in gevonden)
    uit = []
    for iets in gevonden:
        fouten = [*iets.rij.fouten, *_rol(iets), *_persoon(iets, zoeker)]
        if iets.nieuw and nieuwe[iets.nieuw] > 1:
            fouten.append(Fout(EMAIL, DUBBEL_NIEUW))
        elif vaak[iets.sleutel] > 1 and iets.rij.email:
            fouten.append(Fout(RIJ, DUBBEL))
        uit.append(_oordeel(iets, fouten, zoeker, partners))
    return tuple(uit)


def _rol(iets: _Gevonden) -> Iterator[Fout]:
    rij, plaats = iets.rij, iets.plaats
    if iets.zoek:
        yield Fout(RIJ, iets.zoek)
    if rij.rol is None:
        if all(fout.kolom != ROL for fout in rij.fouten):
            yield Fout(ROL, "Kies een rol.")
    elif plaats and rij.rol != plaats.rol:
        yield Fout(ROL, ANDERE_ROL)


def _persoon(iets: _Gevonden, zoeker: _Zoeker) -> Iterator[Fout]:
    rij, account, plaats = iets.rij, iets.account, iets.plaats
    if any(fout.kolom == EMAIL for fout in rij.fouten):
        return
    if plaats and (account is None or account.id != plaats.account.id):
        zin = (
            f"Deze rij is van {plaats.account.naam} ({plaats.account.email}). Zet het adres terug, en een "
            "nieuwe persoon op een lege rij. Een ander adres voor deze persoon vult u in bij Gebruikers."
        )
        yield Fout(EMAIL, zin)
    elif not rij.email:
        yield Fout(EMAIL, "Vul het e-mailadres in.")
    elif account:
        yield from _bekend(iets, account, zoeker)
    else:
        yield from _onbekend(iets, zoeker)


def _bekend(iets: _Gevonden, account: Account, zoeker: _Zoeker) -> Iterator[Fout]:
    rij = iets.rij
    if rij.email.lower() != account.email.lower():
        yield Fout(EMAIL, f"Dit adres lijkt op {account.email}, maar is anders geschreven. Schrijf het zo.")
    if not account.actief:
        yield Fout(EMAIL, "Dit account staat uit. Zet het eerst weer aan bij Gebruikers.")
    if rij.naam and naamsleutel(rij.naam) != naamsleutel(account.naam):
        zin = f"Dit e-mailadres is van {account.naam}. Schrijf de naam zo, of wijzig hem bij Gebruikers."
        yield Fout(NAAM, zin)
    if rij.organisatie and iets.organisatie is None:
        yield zoeker.organisaties.fout(ORGANISATIE, rij.organisatie)
    elif iets.organisatie and iets.organisatie.id != account.organisatie.id:
        zin = (
            f"Dit account hoort bij {account.organisatie.naam}. Zet dat terug. Gaat iemand ergens anders "
            "werken? Vul dan het nieuwe adres in op een lege rij."
        )
        yield Fout(ORGANISATIE, zin)


def _onbekend(iets: _Gevonden, zoeker: _Zoeker) -> Iterator[Fout]:
    rij = iets.rij
    if not rij.naam:
        yield Fout(NAAM, "Vul de naam in: bij dit e-mailadres is nog geen account.")
    if not rij.organisatie:
        yield Fout(ORGANISATIE, "Kies de organisatie: bij dit e-mailadres is nog geen account.")
    elif iets.organisatie is None:
        yield zoeker.organisaties.fout(ORGANISATIE, rij.organisatie)
    elif not iets.organisatie.actief:
        yield Fout(ORGANISATIE, "Deze organisatie is niet in gebruik. Kies een andere.")


def _oordeel(
    iets: _Gevonden, fouten: list[Fout], zoeker: _Zoeker, partners: frozenset[uuid.UUID]
) -> Lidoordeel:
    rij, account, plaats = iets.rij, iets.account, iets.plaats
    organisatie = account.organisatie if account else iets.organisatie
    nu, wordt = plaats.invulling if plaats else None, _invulling(iets, zoeker.dag)
    if wordt.tot and wordt.tot < wordt.vanaf and all(fout.kolom not in {VANAF, TOT} for fout in fouten):
        fouten.append(Fout(TOT, "Deze dag ligt vóór de begindatum. Vul een latere dag in."))
    if eerder := zoeker.eerder(iets, wordt.vanaf):
        fouten.append(Fout(VANAF, f"{EERDER} {eerder.invulling.tot:%d-%m-%Y}. Vul een latere dag in."))
    onaangeroerd = wordt == nu or iets.versie == wordt.versie
    if nu and not onaangeroerd and iets.versie not in {"", nu.versie}:
        fouten.append(Fout(RIJ, INTUSSEN))
    if account and not onaangeroerd:
        mag = mag_aan_tafel(is_zelf=account.is_zelf, is_functionaris=account.functionaris)
        fouten.extend(Fout(RIJ, zin) for zin in mag.zinnen)
    if fouten:
        return Lidoordeel(rij, Uitkomst.FOUT, tuple(fouten), (), account, organisatie, plaats)
    if onaangeroerd:
        return Lidoordeel(rij, Uitkomst.ONGEWIJZIGD, (), (), account, organisatie, plaats, nu)
    return Lidoordeel(
        rij,
        Uitkomst.GEWIJZIGD if plaats else Uitkomst.NIEUW,
        (),
        tuple(_opmerkingen(iets, wordt, zoeker, partners)),
        account,
        organisatie,
        plaats,
        wordt,
        _wijzigingen(nu, wordt) if nu else (),
    )


def _invulling(iets: _Gevonden, dag: date) -> Invulling:
    """Return how the place would be: what is left empty stays as it is, or starts as on the screen."""
    rij, begin = iets.rij, Invulling(Bezetting.VAST, mandaat=False, functie="", vanaf=dag, tot=None)
    nu = iets.plaats.invulling if iets.plaats else begin
    return Invulling(
        rij.bezetting or nu.bezetting,
        nu.mandaat if rij.mandaat is None else rij.mandaat,
        rij.functie,
        rij.vanaf or nu.vanaf,
        rij.tot,
    )


def _opmerkingen(
    iets: _Gevonden, wordt: Invulling, zoeker: _Zoeker, partners: frozenset[uuid.UUID]
) -> Iterator[str]:
    rij, organisatie = iets.rij, iets.account.organisatie if iets.account else iets.organisatie
    andere = zoeker.rollen(iets.account, iets.plaats)
    if iets.plaats is None and andere:
        woorden = " en ".join(rol.tekst.lower() for rol in andere)
        yield f"Heeft al een plaats als {woorden}; die blijft."
    if rij.rol is Rol.DEELNEMER and organisatie and organisatie.id not in partners:
        yield GEEN_PARTNER
    if iets.account is None and not rij.email.isascii():
        yield BIJZONDER
    if not loopt(wordt, zoeker.dag):
        yield "Deze plaats is dan voorbij." if andere else VOORBIJ


def _wijzigingen(nu: Invulling, wordt: Invulling) -> tuple[Wijziging, ...]:
    koppen = dict(zip((veld.name for veld in fields(Invulling)), _KOPPEN, strict=True))
    return tuple(
        Wijziging(kop, _woorden(getattr(nu, naam), naam), _woorden(getattr(wordt, naam), naam))
        for naam, kop in koppen.items()
        if getattr(nu, naam) != getattr(wordt, naam)
    )


_KOPPEN = (BEZETTING, MANDAAT, FUNCTIE, VANAF, TOT)


def _woorden(waarde: Bezetting | bool | str | date | None, naam: str) -> str:
    """Return a value of a place as people read it."""
    if isinstance(waarde, Bezetting):
        return waarde.tekst.lower()
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if naam == "tot" and waarde is None:
        return "geen einddatum"
    return f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else waarde or "geen"
