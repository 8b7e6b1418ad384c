"""Routes: what waits for triage, and one aanmelding with its signals."""

from flask.typing import ResponseReturnValue

from forms.basis import Formulier
from forms.instroom.triage import (
    HeropenFormulier,
    LaatToeFormulier,
    StuurTerugFormulier,
    VerwijsDoorFormulier,
    WijsAfFormulier,
)
from models import Casus
from models.waarden import CasusStatus
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import toon
from overleg.instroom.feiten import melding_van, uitkomst_van
from overleg.instroom.opvragen.blad import alternatieven, andere_tafels, laad, patronen_van
from overleg.instroom.opvragen.triage import signalen, werklijst
from overleg.instroom.regels.casusgang import Stap, stappen_vanuit
from overleg.instroom.regels.triage import wat_ontbreekt
from overleg.instroom.regels.vraag import lijkt_op_informatievraag
from overleg.instroom.regels.weg import weg_van
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.logboek.schrijven import noteer_blik
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

FORMULIEREN: dict[Stap, type[Formulier]] = {
    Stap.TOELATEN: LaatToeFormulier,
    Stap.TERUGSTUREN: StuurTerugFormulier,
    Stap.DOORVERWIJZEN: VerwijsDoorFormulier,
    Stap.AFWIJZEN: WijsAfFormulier,
    Stap.HEROPENEN: HeropenFormulier,
}
"""Each decision of triage with its form; the prefix of its fields is the name of the step."""


@blauwdruk.get("/triage")
@vereist(Recht.TRIAGELIJST_ZIEN)
def triagelijst() -> ResponseReturnValue:
    """List what waits: spoed and the oldest first."""
    vrager = huidige_vrager()
    lijst = werklijst(sessie(), vrager)
    dag = vandaag()
    alle = [*lijst.wachtend, *lijst.bij_inbrenger, *lijst.zonder_melding]
    return toon(
        "instroom/triagelijst.html",
        lijst=lijst,
        signalen=signalen(sessie(), vrager, lijst.wachtend),
        ontbreekt={c.id: wat_ontbreekt(c.concrete_vraag, melding_van(c), dag) for c in alle},
        meer_tafels=len(vrager.tafels()) > 1,
    )


@blauwdruk.get("/casussen/<uuid:casus>/triage")
@vereist(Recht.TRIAGE_ZIEN)
def triage(casus: Casus) -> ResponseReturnValue:
    """Show the whole aanmelding with its signals and, for the voorzitter, the decisions."""
    noteer_blik(huidige_vrager(), Soort.CASUS_BEKEKEN, casus)
    return triage_blad(casus)


def nieuw_formulier(stap: Stap, casus: Casus) -> Formulier:
    """Return the form of a decision, filled from the post when that is what was sent."""
    form = FORMULIEREN[stap](prefix=f"{stap.value}-")
    if isinstance(form, VerwijsDoorFormulier):
        form.tafel.zet_keuzes([(tafel.id, tafel.naam) for tafel in andere_tafels(sessie(), casus)])
    return form


def triage_blad(
    casus: Casus, *, status: int = 200, stap: Stap | None = None, form: Formulier | None = None
) -> ResponseReturnValue:
    """Return the page of triage; `form` is the one that was sent for `stap` and is not right yet."""
    vrager = huidige_vrager()
    casus = laad(sessie(), vrager, casus)
    formulieren = {
        kan: form if form and kan is stap else nieuw_formulier(kan, casus)
        for kan in stappen_vanuit(casus.status)
        if kan in FORMULIEREN and casus.status is not CasusStatus.GESLOTEN
    }
    return toon(
        "instroom/triage.html",
        status=status,
        casus=casus,
        formulieren=formulieren,
        foutief=form,
        weg=weg_van(casus.status),
        uitkomst=uitkomst_van(casus),
        ontbreekt=wat_ontbreekt(casus.concrete_vraag, melding_van(casus), vandaag()),
        advies=lijkt_op_informatievraag(casus.concrete_vraag, patronen_van(sessie(), casus)),
        alternatieven=alternatieven(andere_tafels(sessie(), casus)),
        signalen=signalen(sessie(), vrager, [casus])[casus.id],
    )
