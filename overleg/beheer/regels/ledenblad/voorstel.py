"""The whole sheet: what all its rows would do together."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from models.waarden import Rol
from overleg.basis.limieten import limiet
from overleg.basis.oordeel import JA, Oordeel, nee
from overleg.beheer.regels.ledenblad.leden import loopt, oordeel_leden
from overleg.beheer.regels.ledenblad.partners import oordeel_partners
from overleg.beheer.regels.ledenblad.waarden import (
    Lidoordeel,
    Lidrij,
    Partneroordeel,
    Partnerrij,
    Stand,
    Uitkomst,
)

GEEN_VOORZITTER = "Deze tafel heeft daarna geen voorzitter meer. Geef ook iemand anders die rol."


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What a sheet would do. Nothing was done yet."""

    leden: tuple[Lidoordeel, ...]
    partners: tuple[Partneroordeel, ...]
    let_op: tuple[str, ...] = ()

    @property
    def afdruk(self) -> str:
        """What stands for all of it: who confirms this confirms nothing else."""
        return sha256(repr((self.leden, self.partners)).encode()).hexdigest()

    @property
    def aantal_goed(self) -> int:
        """How many rows would do something."""
        return self.aantal(Uitkomst.NIEUW) + self.aantal(Uitkomst.GEWIJZIGD)

    @property
    def mag(self) -> Oordeel:
        """Whether it is little enough to do in one go: others wait with saving while it is done."""
        meeste = limiet("wijzigingen_ledenblad")
        if self.aantal_goed <= meeste:
            return JA
        zin = f"Dit werkblad zou {self.aantal_goed} rijen veranderen: hoogstens {meeste} tegelijk."
        return nee(f"{zin} Lever het in delen in.")

    def aantal(self, uitkomst: Uitkomst) -> int:
        """Return how many rows have this outcome."""
        return len(self.leden_met(uitkomst)) + len(self.partners_met(uitkomst))

    def leden_met(self, uitkomst: Uitkomst) -> tuple[Lidoordeel, ...]:
        """Return the rows about members with this outcome."""
        return tuple(lid for lid in self.leden if lid.uitkomst is uitkomst)

    def partners_met(self, uitkomst: Uitkomst) -> tuple[Partneroordeel, ...]:
        """Return the rows about partners with this outcome."""
        return tuple(partner for partner in self.partners if partner.uitkomst is uitkomst)


def beoordeel_blad(leden: Sequence[Lidrij], partners: Sequence[Partnerrij], stand: Stand) -> Voorstel:
    """Return what the sheet would do, row by row."""
    partneroordelen = oordeel_partners(partners, stand)
    erbij = {
        oordeel.organisatie.id
        for oordeel in partneroordelen
        if oordeel.organisatie and oordeel.uitkomst is Uitkomst.NIEUW
    }
    aan_tafel = {partner.organisatie.id for partner in stand.partners if partner.actief}
    lidoordelen = oordeel_leden(leden, stand, frozenset(aan_tafel | erbij))
    return Voorstel(lidoordelen, partneroordelen, _let_op(lidoordelen, stand))


def _let_op(leden: Sequence[Lidoordeel], stand: Stand) -> tuple[str, ...]:
    """Warn when nobody would be voorzitter any more: a tafel without one comes to a halt."""
    nu = {p.id: p.invulling for p in stand.plaatsen if p.rol is Rol.VOORZITTER}
    straks = dict(nu)
    erbij = False
    for lid in leden:
        if lid.rij.rol is Rol.VOORZITTER and lid.invulling:
            if lid.plaats:
                straks[lid.plaats.id] = lid.invulling
            else:
                erbij = erbij or loopt(lid.invulling, stand.dag)
    had = any(loopt(invulling, stand.dag) for invulling in nu.values())
    heeft = erbij or any(loopt(invulling, stand.dag) for invulling in straks.values())
    return (GEEN_VOORZITTER,) if had and not heeft else ()
