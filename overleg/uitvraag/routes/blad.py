"""The page of a casus's uitvraag: what all its forms answer with."""

from flask.typing import ResponseReturnValue

from forms.uitvraag import VraagPartnersFormulier, vraag_formulier
from models import Casus
from overleg.basis.database import sessie
from overleg.basis.klok import vandaag
from overleg.basis.schil import ONJUIST, toon
from overleg.toegang.poort import huidige_vrager
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.uitvraag.inhoud import gevraagden
from overleg.uitvraag.opvragen import (
    Keuze,
    aansluitingen_van,
    alle_partners,
    keuzes_voor,
    niet_te_vragen,
    ongevraagd_gegeven,
    overzicht_van,
    volgende_overlegdag,
    wacht_op_om,
    wat_wacht,
    zichtbare_bijdragen,
)
from overleg.uitvraag.regels import mag_uitvragen, uiterste_dag


def maak_vraag_formulier(casus: Casus) -> tuple[VraagPartnersFormulier, list[Keuze]]:
    """Return the form to ask partners with the partners it offers."""
    keuzes, anderen = keuzes_voor(sessie(), casus, vandaag())
    te_vragen = [k for k in keuzes if k.mag]
    form = vraag_formulier(
        [(k.partner.id, k.functie, k.naam, k.redenen) for k in te_vragen],
        [(p.id, p.naam) for p in anderen],
        [(mens.id, mens.naam, mens.andere_namen) for mens in gevraagden(casus)],
        uiterlijk=uiterste_dag(vandaag(), volgende_overlegdag(sessie(), casus, vandaag())),
        vraag="Wat weet u van deze personen dat nodig is om de veiligheid te beoordelen?",
    )
    return form, keuzes


def toon_blad(
    casus: Casus,
    vraag: tuple[VraagPartnersFormulier, list[Keuze]] | None = None,
    *,
    fout: bool = False,
) -> ResponseReturnValue:
    """Answer with the page; the forms only for who may use them."""
    vrager = huidige_vrager()
    if vraag is None and mag(vrager, Recht.UITVRAAG_DOEN, casus):
        vraag = maak_vraag_formulier(casus)
    return toon(
        "uitvraag/uitvraag.html",
        status=ONJUIST if fout else 200,
        casus=casus,
        form=vraag[0] if vraag else None,
        keuzes=vraag[1] if vraag else [],
        beslist_aansluiten=mag(vrager, Recht.AANSLUITING_BESLISSEN, casus),
        gevraagden=gevraagden(casus) if vraag else (),
        overzicht=overzicht_van(sessie(), casus, vandaag()),
        ongevraagd=ongevraagd_gegeven(sessie(), casus),
        mag_ongevraagd=bool(mag_uitvragen(casus.status)) and mag(vrager, Recht.BIJDRAGE_TOEVOEGEN, casus),
        bijdragen=zichtbare_bijdragen(sessie(), vrager, casus),
        wacht_op_om=wacht_op_om(sessie(), vrager, casus),
        wat_wacht=wat_wacht(sessie(), casus) if vraag else [],
        niet_te_vragen=niet_te_vragen(sessie(), casus, vraag[1]) if vraag else [],
        aansluitingen=aansluitingen_van(sessie(), casus),
        vaste=[p for p in alle_partners(sessie(), casus) if p.vast],
    )
