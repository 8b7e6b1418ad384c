"""Routes: the address of one person and how contact is safe, shown on purpose."""

from flask import request
from flask.typing import ResponseReturnValue

from forms.instroom.contact import ToonContactFormulier
from models import Directbetrokkene
from overleg.basis.database import sessie
from overleg.basis.schil import toon
from overleg.instroom.handelingen.contact import toon_contact
from overleg.instroom.opvragen.personen import ook_als
from overleg.instroom.routes.blauwdruk import blauwdruk
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht

blauwdruk.add_app_template_global(ook_als)


@blauwdruk.route("/betrokkenen/<uuid:betrokkene>/contact", methods=["GET", "POST"])
@vereist(Recht.CONTACT_ZIEN, blik=True)
def contact(betrokkene: Directbetrokkene) -> ResponseReturnValue:
    """Ask for what one needs it; show it only in the answer to that, which no list or address leads to."""
    form = ToonContactFormulier()
    gegevens = None
    if form.validate_on_submit() and form.doel.data:
        gegevens = toon_contact(sessie(), huidige_vrager(), betrokkene, form.doel.data)
    return toon(
        "instroom/contact.html",
        status=form.status if request.method == "POST" and gegevens is None else 200,
        form=form,
        betrokkene=betrokkene,
        contact=gegevens,
    )
