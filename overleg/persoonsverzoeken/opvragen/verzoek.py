"""One request: its package as the person reads it, and what its page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Correctie, Inzagedeel, Persoonsverzoek
from models.waarden_verzoeken import Deelkeuze, VerzoekBesluit, VerzoekSoort, VerzoekStatus
from overleg.basis.klok import vandaag
from overleg.basis.oordeel import Oordeel
from overleg.persoonsverzoeken.opvragen.dossier import niet_te_zien
from overleg.persoonsverzoeken.regels.besluiten import Deel, mag_gecontroleerd
from overleg.toegang.vrager import Vrager
from overleg.verslag.inzage import Inzagepakket, Pakketdeel


@dataclass(frozen=True)
class Verzoekblad:
    """The page of one request."""

    verzoek: Persoonsverzoek
    vandaag: date
    correcties: Sequence[Correctie]
    vrijgeven: Oordeel
    anderen: list[str]
    """Organisaties whose information the asker may not see, so that it is not in the package."""

    @property
    def eerste_open(self) -> int | None:
        """The first part that waits for a choice."""
        return volgend_open_deel(self.verzoek, -1)

    @property
    def te_laat(self) -> bool:
        """Whether the term is over and nothing was decided."""
        return self.verzoek.status is VerzoekStatus.OPEN and self.verzoek.uiterlijk < self.vandaag

    @property
    def beperking_geldt(self) -> bool:
        """Whether this request keeps the use of the data limited now."""
        return (
            self.verzoek.soort is VerzoekSoort.BEPERKING
            and self.verzoek.besluit in (VerzoekBesluit.TOEGEWEZEN, VerzoekBesluit.DEELS)
            and self.verzoek.opgeheven_op is None
        )


def verzoekblad(sessie: Session, vrager: Vrager, verzoek: Persoonsverzoek) -> Verzoekblad:
    """Return the page in a fixed number of queries."""
    correcties = sessie.scalars(
        select(Correctie)
        .where(Correctie.verzoek_id == verzoek.id)
        .order_by(Correctie.op, Correctie.id)
        .options(joinedload(Correctie.door))
    ).all()
    delen = tuple(Deel(deel.keuze, deel.origineel, deel.tekst, deel.reden) for deel in verzoek.delen)
    return Verzoekblad(
        verzoek,
        vandaag(),
        correcties,
        mag_gecontroleerd(
            delen,
            zelf_samengesteld=verzoek.samengesteld_door_id == vrager.id,
            al_gecontroleerd=verzoek.gecontroleerd_op is not None,
        ),
        niet_te_zien(sessie, vrager, verzoek.casus) if verzoek.soort is VerzoekSoort.INZAGE else [],
    )


def deel_van(verzoek: Persoonsverzoek, nummer: int) -> Inzagedeel | None:
    """Return part `nummer` of a package, counting from 0; None when there is no such part."""
    return next((deel for deel in verzoek.delen if deel.volgorde == nummer), None)


def volgend_open_deel(verzoek: Persoonsverzoek, na: int) -> int | None:
    """Return the next part that waits for a choice, first after `na`, then from the start."""
    open_ = [deel.volgorde for deel in verzoek.delen if deel.keuze is Deelkeuze.OPEN]
    return next((nummer for nummer in open_ if nummer > na), next(iter(open_), None))


def pakket_van(verzoek: Persoonsverzoek) -> Inzagepakket:
    """Return what the person reads. The caller made sure that a second person let it go."""
    gekozen = [deel for deel in verzoek.delen if deel.keuze in (Deelkeuze.OPNEMEN, Deelkeuze.AFSCHERMEN)]
    return Inzagepakket(
        tafel=verzoek.casus.tafel.naam,
        kenmerk=verzoek.casus.kenmerk or "",
        persoon=verzoek.betrokkene.naam,
        ontvangen_op=verzoek.ontvangen_op,
        besluit=verzoek.besluit.tekst if verzoek.besluit else "",
        reden=verzoek.besluit_reden,
        delen=tuple(Pakketdeel(deel.kop, deel.tekst, deel.keuze is Deelkeuze.AFSCHERMEN) for deel in gekozen),
        iets_weggelaten=len(gekozen) < len(verzoek.delen),
    )
