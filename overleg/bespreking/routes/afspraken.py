"""Afspraken while the bespreking is open: adding, changing, taking away."""

from flask import request
from flask.typing import ResponseReturnValue

from forms.bespreking.afspraken import DIRECT, STRUCTUREEL, LegAfspraakVastFormulier
from models import Afspraak, Bespreking, Informatiebijdrage, Tekstveld
from overleg.basis.database import sessie
from overleg.basis.limieten import limiet
from overleg.basis.schil import toon
from overleg.bespreking.handelingen.afspraken import maak_afspraak, verwijder_afspraak, wijzig_afspraak
from overleg.bespreking.opvragen.gast import is_gast_bij
from overleg.bespreking.opvragen.inzaal import aan_tafel_bij
from overleg.bespreking.opvragen.personen import hoe_genoemd
from overleg.bespreking.opvragen.plan import afsprakenlijst, andere_afspraken
from overleg.bespreking.opvragen.tafel import interventies_van, leden_van, organisaties_bij
from overleg.bespreking.regels.notitie import laatste_regel
from overleg.bespreking.routes.basis import blauwdruk
from overleg.bespreking.routes.verwerken import BOTSING, GOED, naar_lijst, sla_op
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht


def _formulier(bespreking: Bespreking, afspraak: Afspraak | None, wat: str = "") -> LegAfspraakVastFormulier:
    """Return the form with the lists of this bespreking, filled with the afspraak that is there, or `wat`."""
    form = LegAfspraakVastFormulier(data=_begin(afspraak) if afspraak else {"wat": wat})
    vrager = huidige_vrager()
    gast = is_gast_bij(vrager, bespreking.punt)
    organisaties = organisaties_bij(sessie(), bespreking.punt)
    form.organisatie.zet_keuzes(
        [(o.id, o.naam) for o in organisaties if not gast or o.id == vrager.organisatie_id]
    )
    aan_tafel = None if gast else aan_tafel_bij(sessie(), bespreking.punt)
    if aan_tafel is not None:
        form.zet_niet_aan_tafel([o.id for o in organisaties if o.id not in aan_tafel])
    anderen = andere_afspraken(sessie(), bespreking, afspraak, alleen_hier=gast)
    form.volgt_op.zet_keuzes([(a.id, f"{a.nummer}. {a.wat[:80]}") for a in anderen])
    form.gesprek_met.zet_keuzes(list(hoe_genoemd(bespreking.casus, met_rol=True).items()))
    return form


def _begin(afspraak: Afspraak) -> dict[str, object]:
    return {
        "versie": afspraak.versie,
        "wat": afspraak.wat,
        "organisatie": afspraak.organisatie_id,
        "persoon": afspraak.persoon_naam,
        "datum": afspraak.datum,
        "soort": afspraak.soort,
        "domein": afspraak.domein,
        "veiligheid": [DIRECT] * afspraak.direct + [STRUCTUREEL] * afspraak.structureel,
        "volgt_op": afspraak.volgt_op_id,
        "gesprek_met": afspraak.gesprek_met_id,
        "gesprek_over": afspraak.gesprek_over,
        "gesprek_samen_met": afspraak.gesprek_samen_met,
    }


def _toon_formulier(
    bespreking: Bespreking, afspraak: Afspraak | None, form: LegAfspraakVastFormulier, status: int
) -> ResponseReturnValue:
    organisaties = organisaties_bij(sessie(), bespreking.punt)
    gast = is_gast_bij(huidige_vrager(), bespreking.punt)
    return toon(
        "bespreking/afspraak.html",
        fragment="bespreking/_afspraak_formulier.html",
        status=status,
        bespreking=bespreking,
        afspraak=afspraak,
        form=form,
        leden=[] if gast else leden_van(sessie(), bespreking.overleg, organisaties, bespreking.casus_id),
        interventies=interventies_van(sessie(), bespreking.overleg),
        hoogstens=limiet("toelichting"),
    )


def _naar_lijst(bespreking: Bespreking) -> ResponseReturnValue:
    lijst = afsprakenlijst(sessie(), huidige_vrager(), bespreking)
    return naar_lijst(bespreking, "afspraken", "bespreking/_afspraken.html", lijst=lijst)


@blauwdruk.route("/besprekingen/<uuid:bespreking>/afspraken/nieuw", methods=["GET", "POST"])
@vereist(Recht.BESPREKING_INVULLEN, blik=True)
def afspraak_nieuw(bespreking: Bespreking) -> ResponseReturnValue:
    """Add an afspraak."""
    form, status = _formulier(bespreking, None), GOED
    if request.method == "POST":
        status = sla_op(
            form, lambda: maak_afspraak(sessie(), huidige_vrager(), bespreking, form.als_invoer())
        )
        if status == GOED:
            return _naar_lijst(bespreking)
    return _toon_formulier(bespreking, None, form, status)


@blauwdruk.get("/besprekingen/<uuid:bespreking>/teksten/<uuid:tekstveld>/afspraak")
@vereist(Recht.BESPREKING_INVULLEN, blik=True)
def afspraak_uit_tekst(bespreking: Bespreking, tekstveld: Tekstveld) -> ResponseReturnValue:
    """Show the form of a new afspraak that starts from the last line of a text; the text names itself."""
    wat = laatste_regel(tekstveld.waarde, limiet("toelichting"))
    return _toon_formulier(bespreking, None, _formulier(bespreking, None, wat), GOED)


@blauwdruk.get("/bijdragen/<uuid:bijdrage>/besprekingen/<uuid:bespreking>/afspraak")
@vereist(Recht.BESPREKING_INVULLEN, blik=True)
def afspraak_uit_bijdrage(bijdrage: Informatiebijdrage, bespreking: Bespreking) -> ResponseReturnValue:
    """Show the form of a new afspraak that starts from the last line of what a partner brought in."""
    wat = laatste_regel(bijdrage.feiten, limiet("toelichting"))
    return _toon_formulier(bespreking, None, _formulier(bespreking, None, wat), GOED)


@blauwdruk.route(
    "/besprekingen/<uuid:bespreking>/afspraken/<uuid:afspraak>/wijzigen", methods=["GET", "POST"]
)
@vereist(Recht.BESPROKEN_AFSPRAAK_WIJZIGEN, blik=True)
def afspraak_wijzigen(bespreking: Bespreking, afspraak: Afspraak) -> ResponseReturnValue:
    """Change an afspraak of this bespreking."""
    form, status = _formulier(bespreking, afspraak), GOED
    if request.method == "POST":
        status = sla_op(
            form,
            lambda: wijzig_afspraak(sessie(), huidige_vrager(), bespreking, afspraak, form.als_invoer()),
        )
        if status == GOED:
            return _naar_lijst(bespreking)
        if status == BOTSING:
            form.versie.zet(afspraak.versie)
    return _toon_formulier(bespreking, afspraak, form, status)


@blauwdruk.post("/besprekingen/<uuid:bespreking>/afspraken/<uuid:afspraak>/weghalen")
@vereist(Recht.BESPROKEN_AFSPRAAK_WIJZIGEN)
def afspraak_weghalen(bespreking: Bespreking, afspraak: Afspraak) -> ResponseReturnValue:
    """Take an afspraak away while the bespreking is open."""
    verwijder_afspraak(sessie(), huidige_vrager(), bespreking, afspraak)
    return _naar_lijst(bespreking)
