"""The form for a bijdrage, ready to fill in; other stages use it too."""

import uuid

from forms.uitvraag import DeelVerderFormulier, GeefBijdrageFormulier, delen_velden, wachtvelden
from forms.uitvraag_namens import LegAntwoordVastFormulier
from models import Casus, Informatiebijdrage, Informatieverzoek
from models.waarden import OrganisatieSoort
from overleg.basis.database import sessie
from overleg.uitvraag.opvragen import Ontvanger, nog_niet_gedeeld, ontvangers_van

Deelrij = tuple[uuid.UUID, str, list[tuple[uuid.UUID, str]], uuid.UUID | None]


def _rij(ontvanger: Ontvanger, gekozen: uuid.UUID | None) -> Deelrij:
    gronden = [(g.id, f"{g.grond} ({g.voorwaarde})" if g.voorwaarde else g.grond) for g in ontvanger.gronden]
    return (ontvanger.partner.id, ontvanger.partner.naam, gronden, gekozen)


def _eerste_keus(ontvanger: Ontvanger) -> uuid.UUID | None:
    """Who is involved is preselected, on its first ground; a ground for acute danger never by itself."""
    grond = ontvanger.gronden[0] if ontvanger.gronden else None
    return grond.id if grond and ontvanger.betrokken and not grond.alleen_acuut else None


def bijdrage_formulier(
    casus: Casus,
    gever_id: uuid.UUID,
    bijdrage: Informatiebijdrage | None = None,
    *,
    artikel_9: bool = False,
    uit_post: bool = True,
    basis: type[GeefBijdrageFormulier] = GeefBijdrageFormulier,
) -> tuple[GeefBijdrageFormulier, list[Ontvanger]]:
    """Return the form for a (new) bijdrage of `gever_id`, and whom nothing can be shared with.

    Without `uit_post` it stays as it was, also when the request posts something else; `basis` is the form
    that it is made from.
    """
    ontvangers = ontvangers_van(sessie(), casus, gever_id)
    nu = {o.organisatie_id: o.grondslag_id for o in bijdrage.ontvangers} if bijdrage else {}
    met_grond = [o for o in ontvangers if o.gronden]
    zonder = [o for o in ontvangers if not o.gronden]
    wacht_al = {w.organisatie_id for w in bijdrage.wachtenden} if bijdrage else set()
    rijen = [_rij(o, nu.get(o.partner.id) if bijdrage else _eerste_keus(o)) for o in met_grond]
    artikel_9 = bijdrage.artikel_9 if bijdrage else artikel_9
    soort = type(
        "EigenBijdrageFormulier",
        (basis,),
        {
            **delen_velden(rijen),
            **wachtvelden(
                (o.partner.id, o.partner.naam, o.partner.id in wacht_al) for o in zonder if not artikel_9
            ),
            "artikel_9": artikel_9,
        },
    )
    doelen = [o.gronden[0].doel for o in met_grond if o.gronden[0].doel]
    form: GeefBijdrageFormulier = soort(
        obj=bijdrage,
        data=None if bijdrage else {"doel": (doelen or [""])[0]},
        **({} if uit_post else {"formdata": None}),
    )
    return form, zonder


def vastleg_formulier(
    verzoek: Informatieverzoek, bijdrage: Informatiebijdrage | None = None
) -> tuple[GeefBijdrageFormulier, list[Ontvanger]]:
    """Return the form to record the answer of an organisatie of which nobody can answer (decision 038)."""
    soort = type(
        "EigenVastlegFormulier",
        (LegAntwoordVastFormulier,),
        {"vraagt_artikel_9": verzoek.organisatie.soort is OrganisatieSoort.POLITIE},
    )
    return bijdrage_formulier(verzoek.casus, verzoek.organisatie_id, bijdrage, basis=soort)


def deel_verder_formulier(
    bijdrage: Informatiebijdrage,
) -> tuple[DeelVerderFormulier, list[Ontvanger]]:
    """Return the form to share a bijdrage with who came in later, and who these are."""
    ontvangers = ontvangers_van(sessie(), bijdrage.casus, bijdrage.organisatie_id)
    open_ = nog_niet_gedeeld(bijdrage, ontvangers)
    rijen = [_rij(o, None) for o in open_ if o.gronden]
    soort = type("EigenDeelFormulier", (DeelVerderFormulier,), delen_velden(rijen))
    form: DeelVerderFormulier = soort(prefix="verder-")
    return form, open_
