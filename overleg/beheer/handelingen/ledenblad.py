"""Members and partners from a sheet: each row as if it was filled in on its own screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from models import Gebruiker, Lidmaatschap, Overlegtafel, Tafelpartner
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.oordeel import nee
from overleg.beheer.handelingen.accounts import NieuwAccount, maak_account
from overleg.beheer.handelingen.berichten import meld_plaatsen
from overleg.beheer.handelingen.gemeen import afdruk, kolommen
from overleg.beheer.handelingen.instellingen import voeg_toe, wijzig
from overleg.beheer.handelingen.leden import NieuwePlaats, Plaats, wijzig_plaats, zet_aan_tafel
from overleg.beheer.handelingen.partners import PARTNERLIJST, NieuwePartner, Partner
from overleg.beheer.regels.ledenblad import Lidoordeel, Partneroordeel, Uitkomst, Voorstel
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import eis
from overleg.toegang.vrager import Vrager

ANDERS = "Intussen is er iets gewijzigd. Hieronder staat hoe het nu is: kijk het na en bevestig opnieuw."
DOEN = (Uitkomst.NIEUW, Uitkomst.GEWIJZIGD)


@dataclass(frozen=True)
class Uitnodiging:
    """A new account, and the link to pass on; the link is empty when it was mailed."""

    account: Gebruiker
    link: str


def neem_ledenblad_over(
    sessie: Session, vrager: Vrager, tafel: Overlegtafel, voorstel: Voorstel, *, gezien: str
) -> list[Uitnodiging]:
    """Do what was shown, all of it or nothing; rows that are wrong are left alone. Return who is invited.

    `gezien` stands for what was shown. Raises Botsing when it would be something else by now, and Geweigerd,
    with the row in the sentence, when the handeling of the screen says no.
    """
    eis(vrager, Recht.BEHEER)
    if gezien != voorstel.afdruk:
        raise Botsing(ANDERS)
    if not voorstel.mag:
        raise Geweigerd(voorstel.mag)
    werk = _Werk(sessie, vrager, tafel)
    try:
        with sessie.begin_nested():
            for partner in voorstel.partners:
                if partner.uitkomst in DOEN:
                    werk.partner(partner)
            for lid in voorstel.leden:
                if lid.uitkomst in DOEN:
                    werk.lid(lid)
            meld_plaatsen(sessie, tafel, werk.plaatsen)
    except (Botsing, IntegrityError, NoResultFound, StaleDataError) as fout:
        raise Botsing(ANDERS) from fout
    return werk.uitnodigingen


@contextmanager
def _noem(blad: str, regel: int) -> Iterator[None]:
    """Say of which row it is that a rule said no."""
    try:
        yield
    except Geweigerd as fout:
        raise Geweigerd(nee(f"{blad}, rij {regel}: {' '.join(fout.oordeel.zinnen)}")) from fout


class _Werk:
    """Does the rows, and remembers whom to tell."""

    def __init__(self, sessie: Session, vrager: Vrager, tafel: Overlegtafel) -> None:
        self.sessie, self.vrager, self.tafel = sessie, vrager, tafel
        self.plaatsen: list[Lidmaatschap] = []
        self.uitnodigingen: list[Uitnodiging] = []

    def partner(self, oordeel: Partneroordeel) -> None:
        if oordeel.vorm is None or oordeel.organisatie is None:
            raise ValueError("a row to do knows its organisatie and how it takes part")
        with _noem("Partners", oordeel.rij.regel):
            if oordeel.partner is None:
                nieuw = NieuwePartner(oordeel.vorm, oordeel.organisatie.id)
                voeg_toe(self.sessie, self.vrager, self.tafel, PARTNERLIJST, nieuw)
                return
            rij = self.sessie.get_one(Tafelpartner, oordeel.partner.id)
            gezien, invoer = afdruk(Partner(oordeel.partner.vorm), Partner), Partner(oordeel.vorm)
            wijzig(self.sessie, self.vrager, PARTNERLIJST, rij, invoer, gezien=gezien)

    def lid(self, oordeel: Lidoordeel) -> None:
        if oordeel.invulling is None or oordeel.rij.rol is None:
            raise ValueError("a row to do knows the role and how the place will be")
        invulling = kolommen(oordeel.invulling)
        with _noem("Leden", oordeel.rij.regel):
            if oordeel.plaats is not None:
                lid = self.sessie.get_one(Lidmaatschap, oordeel.plaats.id)
                gezien = afdruk(Plaats(**kolommen(oordeel.plaats.invulling)), Plaats)
                wijzig_plaats(self.sessie, self.vrager, lid, Plaats(**invulling), gezien=gezien)
                return
            sleutel = oordeel.account.id if oordeel.account else self._account(oordeel).id
            plaats = NieuwePlaats(**invulling, gebruiker_id=sleutel, rol=oordeel.rij.rol)
            self.plaatsen.append(zet_aan_tafel(self.sessie, self.vrager, self.tafel, plaats))

    def _account(self, oordeel: Lidoordeel) -> Gebruiker:
        """Make the account, without a role apart from a tafel: those a sheet cannot give (besluiten/028)."""
        if oordeel.organisatie is None:
            raise ValueError("a new account has an organisatie")
        rij = oordeel.rij
        invoer = NieuwAccount(
            rij.naam,
            rij.email.lower(),
            beheerder=False,
            functionaris=False,
            organisatie_id=oordeel.organisatie.id,
        )
        uitnodiging = Uitnodiging(*maak_account(self.sessie, self.vrager, invoer))
        self.uitnodigingen.append(uitnodiging)
        return uitnodiging.account
