"""Comments on the draft record: asking for them, making one, handling one; and what a guest reads."""

import uuid

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from forms.opmerkingen import HandelOpmerkingAfFormulier, MaakOpmerkingFormulier, VraagOpmerkingenFormulier
from models import Overleg, Verslagopmerking
from overleg.basis.database import sessie
from overleg.basis.fouten import Botsing, Geweigerd
from overleg.basis.schil import ga_naar, toon
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.verslag.handelingen import (
    handel_opmerking_af,
    maak_opmerking,
    trek_opmerking_in,
    vraag_opmerkingen,
)
from overleg.verslag.noteren import noteer_lezen
from overleg.verslag.opvragen import (
    gastdelen,
    onderwerp_van,
    opmerkingenblad,
    ronde_van,
    te_bespreken,
    voorstel_tot,
)
from overleg.verslag.routes.blauwdruk import blauwdruk

BOTSING = 409


def _concept(overleg: Overleg) -> str:
    """Return where the asker reads the draft: the whole, or the own item of a guest; else the first page."""
    if mag(huidige_vrager(), Recht.VERSLAG_ZIEN, overleg):
        return url_for("verslag.verslag", overleg=overleg.id, _anchor="opmerkingen")
    if mag(huidige_vrager(), Recht.CONCEPT_ALS_GAST_ZIEN, overleg):
        return url_for("verslag.eigen_punt", overleg=overleg.id)
    return url_for("start.start")


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag/eigen-punt")
@vereist(Recht.CONCEPT_ALS_GAST_ZIEN)
def eigen_punt(overleg: Overleg) -> ResponseReturnValue:
    """Show a guest the own item of the draft, while it is open for comment."""
    vrager = huidige_vrager()
    delen = gastdelen(sessie(), vrager, overleg)
    if not delen:
        raise NotFound
    noteer_lezen(vrager, overleg, [deel.id for deel in delen])
    blad = opmerkingenblad(sessie(), vrager, overleg)
    return toon("verslag/eigen_punt.html", overleg=overleg, delen=delen, blad=blad)


@blauwdruk.route("/overleggen/<uuid:overleg>/verslag/opmerkingen/vragen", methods=["GET", "POST"])
@vereist(Recht.OPMERKINGEN_VRAGEN, blik=True)
def opmerkingen_vragen(overleg: Overleg) -> ResponseReturnValue:
    """Ask those who were there for comments, until a day."""
    form = VraagOpmerkingenFormulier(data={"tot": voorstel_tot(overleg)})
    if form.validate_on_submit():
        try:
            vraag_opmerkingen(sessie(), huidige_vrager(), overleg, form.als_invoer())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("Wie bij het overleg was, krijgt een mail en kan nu reageren.", "goed")
            return ga_naar(_concept(overleg))
    return toon("verslag/opmerkingen_vragen.html", status=form.status, overleg=overleg, form=form)


@blauwdruk.route("/overleggen/<uuid:overleg>/verslag/opmerkingen/nieuw", methods=["GET", "POST"])
@vereist(Recht.OPMERKING_MAKEN, blik=True)
def nieuwe_opmerking(overleg: Overleg) -> ResponseReturnValue:
    """Comment on the draft; `casus` in the address says on which item, as a link to it does."""
    vrager = huidige_vrager()
    casussen = te_bespreken(sessie(), vrager, overleg)
    form = MaakOpmerkingFormulier(data={"casus": request.args.get("casus", "")})
    form.zet_casussen(casussen)
    if form.validate_on_submit():
        try:
            maak_opmerking(sessie(), vrager, overleg, form.als_invoer())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        else:
            flash("Uw opmerking is verstuurd naar de voorzitter.", "goed")
            return ga_naar(_concept(overleg))
    return toon(
        "verslag/nieuwe_opmerking.html",
        status=form.status,
        overleg=overleg,
        form=form,
        terug=_concept(overleg),
    )


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag/opmerkingen/<uuid:opmerking>")
@vereist(Recht.OPMERKING_ZIEN, blik=True)
def opmerking(overleg: Overleg, opmerking: Verslagopmerking) -> ResponseReturnValue:
    """Show one comment with its answer; for who handles it with the form."""
    return _toon_opmerking(overleg, opmerking, HandelOpmerkingAfFormulier.voor(opmerking))


@blauwdruk.post("/overleggen/<uuid:overleg>/verslag/opmerkingen/<uuid:opmerking>/afhandelen")
@vereist(Recht.OPMERKING_AFHANDELEN)
def afhandelen(overleg: Overleg, opmerking: Verslagopmerking) -> ResponseReturnValue:
    """Take in what became of a comment."""
    form = HandelOpmerkingAfFormulier()
    if form.validate_on_submit():
        try:
            handel_opmerking_af(sessie(), huidige_vrager(), opmerking, form.als_invoer())
        except Geweigerd as fout:
            form.voeg_redenen_toe(fout.oordeel.redenen)
        except Botsing as fout:
            form.voeg_fouten_toe([fout.zin])
            form.versie.data, form.versie.ruw = opmerking.versie, None
            return _toon_opmerking(overleg, opmerking, form, BOTSING)
        else:
            flash("De opmerking is behandeld. Wie haar maakte, leest uw antwoord.", "goed")
            return ga_naar(_concept(overleg))
    return _toon_opmerking(overleg, opmerking, form)


@blauwdruk.post("/overleggen/<uuid:overleg>/verslag/opmerkingen/<uuid:opmerking>/intrekken")
@vereist(Recht.OPMERKING_INTREKKEN)
def intrekken(overleg: Overleg, opmerking: Verslagopmerking) -> ResponseReturnValue:
    """Take an own comment back."""
    trek_opmerking_in(sessie(), huidige_vrager(), opmerking)
    flash("Uw opmerking is ingetrokken.", "goed")
    return ga_naar(_concept(overleg))


def _toon_opmerking(
    overleg: Overleg, opmerking: Verslagopmerking, form: HandelOpmerkingAfFormulier, status: int | None = None
) -> ResponseReturnValue:
    return toon(
        "verslag/opmerking.html",
        status=status or form.status,
        overleg=overleg,
        opmerking=opmerking,
        onderwerp=onderwerp_van(opmerking),
        ronde=ronde_van(overleg),
        form=form,
        punt=_punt_van(overleg, opmerking.casus_id),
        terug=_concept(overleg),
    )


def _punt_van(overleg: Overleg, casus_id: uuid.UUID | None) -> uuid.UUID | None:
    """Return the item where the text of a casus is mended."""
    return next((punt.id for punt in overleg.punten if casus_id and punt.casus_id == casus_id), None)
