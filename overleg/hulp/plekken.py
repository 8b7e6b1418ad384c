"""Which part of the handleiding belongs to a screen, for the one who looks."""

from collections.abc import Mapping

from flask import Flask, g, request, url_for

from models.waarden import Rol
from overleg.hulp.bladen import INDEX
from overleg.toegang.vrager import Vrager

PLEKKEN: Mapping[str, tuple[str, ...]] = {
    # A name with a dot is one screen, a name without is what holds for the rest of that room.
    "start": ("index#vandaag",),
    "hulp": (INDEX,),
    "security": ("index#uw-account",),
    "toegang": ("index#uw-account",),
    # Aanmelding and triage
    "instroom": ("voorzitter#beslissen-over-een-aanmelding", "secretaris#aanmeldingen-en-uitvraag"),
    "instroom.casussen": (
        "voorzitter#beslissen-over-een-aanmelding",
        "secretaris#aanmeldingen-en-uitvraag",
        "deelnemer#na-het-indienen",
    ),
    "instroom.casus": (
        "voorzitter#beslissen-over-een-aanmelding",
        "secretaris#aanmeldingen-en-uitvraag",
        "deelnemer#na-het-indienen",
    ),
    "instroom.nieuw": ("deelnemer#een-casus-aanmelden",),
    "instroom.bewerken": ("deelnemer#een-casus-aanmelden",),
    "verslag.formulier_docx": ("deelnemer#een-casus-aanmelden",),
    "verslag.uit_formulier": ("deelnemer#een-casus-aanmelden",),
    "instroom.belangen": ("voorzitter#beslissen-over-een-aanmelding", "deelnemer#een-casus-aanmelden"),
    "instroom.spoed": ("voorzitter#acuut-gevaar", "deelnemer#acuut-gevaar"),
    "instroom.melding": ("secretaris#aanmeldingen-en-uitvraag", "deelnemer#na-het-indienen"),
    "instroom.eigen_belang": ("deelnemer#na-het-indienen",),
    "instroom.contact": ("deelnemer#na-het-indienen",),
    # Uitvraag
    "uitvraag": ("deelnemer#een-uitvraag-beantwoorden", "gast#een-vraag-beantwoorden"),
    "uitvraag.uitvraag": (
        "voorzitter#partners-vragen-wat-zij-weten",
        "secretaris#aanmeldingen-en-uitvraag",
        "deelnemer#een-uitvraag-beantwoorden",
    ),
    "verslag.antwoord_docx": ("deelnemer#een-uitvraag-beantwoorden", "gast#een-vraag-beantwoorden"),
    "verslag.antwoord_uit_formulier": (
        "deelnemer#een-uitvraag-beantwoorden",
        "gast#een-vraag-beantwoorden",
    ),
    "verslag.antwoord_inlezen": ("deelnemer#een-uitvraag-beantwoorden", "gast#een-vraag-beantwoorden"),
    "uitvraag.aansluiten": ("voorzitter#partners-vragen-wat-zij-weten",),
    "uitvraag.namens": (
        "voorzitter#een-partner-die-hier-niet-kan-antwoorden",
        "secretaris#aanmeldingen-en-uitvraag",
    ),
    "uitvraag.ongevraagd": ("deelnemer#ongevraagd-iets-melden",),
    "uitvraag.om_contact": (
        "voorzitter#partners-vragen-wat-zij-weten",
        "secretaris#aanmeldingen-en-uitvraag",
        "deelnemer#een-uitvraag-beantwoorden",
    ),
    # Overleg and agenda
    "agenda": ("secretaris#de-agenda-maken", "voorzitter#de-agenda"),
    "agenda.overleggen": (
        "secretaris#een-overleg-plannen",
        "voorzitter#de-agenda",
        "deelnemer#naar-het-overleg",
        "gast#uw-tijd",
    ),
    "agenda.overleg": (
        "secretaris#de-agenda-maken",
        "voorzitter#de-agenda",
        "deelnemer#naar-het-overleg",
        "gast#uw-tijd",
    ),
    "agenda.eigen_kalender": ("index#uw-account",),
    "agenda.nieuw": ("secretaris#een-overleg-plannen",),
    "agenda.wijzigen": ("secretaris#een-overleg-plannen",),
    "agenda.nieuwe_gast": ("secretaris#een-gast-uitnodigen",),
    "agenda.gast_tijd": ("secretaris#een-gast-uitnodigen",),
    "agenda.punt": ("secretaris#een-gast-uitnodigen",),
    # The meeting
    "bespreking": (
        "voorzitter#het-overleg-leiden",
        "secretaris#vastleggen-tijdens-het-overleg",
        "deelnemer#in-het-overleg",
        "gast#u-bent-aan-de-beurt",
    ),
    "bespreking.bespreking": (
        "voorzitter#het-overleg-leiden",
        "secretaris#het-overleg-beginnen",
        "deelnemer#in-het-overleg",
        "gast#u-bent-aan-de-beurt",
    ),
    "verslag": ("voorzitter#het-verslag-vaststellen", "secretaris#na-het-overleg", "deelnemer#het-verslag"),
    "verslag.eigen_punt": ("gast#het-concept-van-het-verslag",),
    "verslag.nieuwe_opmerking": (
        "voorzitter#opmerkingen-bij-het-concept",
        "secretaris#na-het-overleg",
        "deelnemer#het-verslag",
        "gast#het-concept-van-het-verslag",
    ),
    "verslag.opmerking": (
        "voorzitter#opmerkingen-bij-het-concept",
        "secretaris#na-het-overleg",
        "deelnemer#het-verslag",
        "gast#het-concept-van-het-verslag",
    ),
    "verslag.opmerkingen_vragen": ("voorzitter#opmerkingen-bij-het-concept",),
    # Afterwards
    "opvolging": ("voorzitter#acties-volgen", "secretaris#acties-volgen", "deelnemer#uw-actie-afmelden"),
    "opvolging.acties": (
        "voorzitter#acties-volgen",
        "secretaris#acties-volgen",
        "deelnemer#uw-actie-afmelden",
        "gast#uw-actie-afmelden",
    ),
    "opvolging.afspraak": (
        "secretaris#acties-volgen",
        "deelnemer#uw-actie-afmelden",
        "gast#uw-actie-afmelden",
    ),
    "opvolging.overdracht": ("deelnemer#een-afspraak-overdragen", "secretaris#acties-volgen"),
    "opvolging.informering": ("deelnemer#iemand-informeren", "gast#uw-actie-afmelden"),
    "opvolging.partij": ("deelnemer#iemand-informeren", "gast#uw-actie-afmelden"),
    "bespreking.casusmaatregel_nieuw": ("voorzitter#acuut-gevaar",),
    "bespreking.casusmaatregel_wijzigen": ("voorzitter#acuut-gevaar",),
    "opvolging.casus": ("voorzitter#monitoren-en-sluiten", "secretaris#acties-volgen"),
    "noodtoegang": ("voorzitter#noodtoegang", "functionaris#noodtoegang", "deelnemer#noodtoegang"),
    # Persons, keeping, logboek
    "persoonsverzoeken": (
        "voorzitter#verzoeken-van-betrokkenen",
        "secretaris#verzoeken-bewaren-en-logboek",
        "functionaris#verzoeken-van-betrokkenen",
    ),
    "bewaren.weggooien": ("deelnemer#een-casus-aanmelden",),
    "bewaren": (
        "voorzitter#bewaren-en-vernietigen",
        "secretaris#verzoeken-bewaren-en-logboek",
        "functionaris#bewaren-en-vernietigen",
        "beheerder#bewaren-en-vernietigen",
    ),
    "vierogen": (
        "beheerder#tweede-persoon",
        "functionaris#tweede-persoon",
        "voorzitter#bewaren-en-vernietigen",
        "secretaris#verzoeken-bewaren-en-logboek",
    ),
    "logboek": (
        "functionaris#het-logboek",
        "voorzitter#wie-zag-een-casus",
        "secretaris#verzoeken-bewaren-en-logboek",
    ),
    "logboek.signalen": ("functionaris#wat-opvalt", "voorzitter#wie-zag-een-casus"),
    "logboek.persoon": ("functionaris#iemand-vraagt-wie-zijn-gegevens-zag",),
    "logboek.betrokkene": (
        "functionaris#iemand-vraagt-wie-zijn-gegevens-zag",
        "voorzitter#wie-zag-een-casus",
    ),
    # Beheer
    "beheer": ("beheerder#de-instellingen-van-een-tafel",),
    "beheer.nieuwe_tafel": ("beheerder#een-nieuwe-overlegtafel",),
    "beheer.accounts": ("beheerder#organisaties-en-accounts",),
    "beheer.nieuw_account": ("beheerder#organisaties-en-accounts",),
    "beheer.organisaties": ("beheerder#organisaties-en-accounts",),
    "beheer.organisatie": ("beheerder#organisaties-en-accounts",),
    "beheer.nieuwe_organisatie": ("beheerder#organisaties-en-accounts",),
    "beheer.account": ("beheerder#iemand-kan-niet-inloggen",),
    "beheer.beheerder_vragen": ("beheerder#tweede-persoon",),
    "beheer.lidmaatschap_lijst": ("beheerder#leden-van-een-tafel",),
    "beheer.lidmaatschap_nieuw": ("beheerder#leden-van-een-tafel",),
    "beheer.lidmaatschap_bewerken": ("beheerder#leden-van-een-tafel",),
    "beheer.toegangsrechten": (
        "beheerder#toegangsrechten-beoordelen",
        "functionaris#toegangsrechten-beoordelen",
    ),
    "verslag.toegangsrechten_csv": (
        "beheerder#toegangsrechten-beoordelen",
        "functionaris#toegangsrechten-beoordelen",
    ),
    "verslag.ledenblad": ("beheerder#leden-en-partners-uit-een-werkblad",),
    "verslag.ledenblad_xlsx": ("beheerder#leden-en-partners-uit-een-werkblad",),
    "verslag.ledenblad_bekijken": ("beheerder#leden-en-partners-uit-een-werkblad",),
    "verslag.ledenblad_inleveren": ("beheerder#leden-en-partners-uit-een-werkblad",),
    "beheer.grondvraag": ("beheerder#grondslagen",),
    "beheer.grondslag_lijst": ("beheerder#grondslagen",),
    "beheer.grondslag_nieuw": ("beheerder#grondslagen",),
    "beheer.grondslag_bewerken": ("beheerder#grondslagen",),
    "beheer.dienstnummer_lijst": ("beheerder#de-piketlijst",),
    "beheer.dienstnummer_nieuw": ("beheerder#de-piketlijst",),
    "beheer.dienstnummer_bewerken": ("beheerder#de-piketlijst",),
    "verslag.huisstijl_laden": ("beheerder#de-huisstijl",),
    "verslag.huisstijl": ("beheerder#de-huisstijl",),
    "verslag.huisstijl_voorbeeld_docx": ("beheerder#de-huisstijl",),
    "verslag.huisstijl_voorbeeld_pdf": ("beheerder#de-huisstijl",),
    "beheer.postvak": ("beheerder#het-postvak",),
    "beheer.bericht": ("beheerder#het-postvak",),
}
"""Screen or room → the parts about it (page#part), one for each role that sees it differently.

The first one on a page of the asker counts; who has none of these pages gets the first.
"""


def bladen_van(vrager: Vrager) -> tuple[str, ...]:
    """Return the pages for the roles of the asker, the one that says most about the own work first."""
    rollen = {rol for _tafel, rol in vrager.rollen}
    heeft = {
        "voorzitter": Rol.VOORZITTER in rollen,
        "secretaris": Rol.SECRETARIS in rollen,
        "deelnemer": bool({Rol.DEELNEMER, Rol.INBRENGER} & rollen),
        "beheerder": vrager.beheerder,
        "functionaris": vrager.functionaris,
        "gast": Rol.GAST in rollen or bool(vrager.gastplekken),
    }
    return tuple(naam for naam, zo in heeft.items() if zo) or (INDEX,)


def plek(eindpunt: str | None, bladen: tuple[str, ...]) -> str:
    """Return the part (page#part) for a screen and the pages of the asker; the own page when nothing fits."""
    kamer = (eindpunt or "").split(".", maxsplit=1)[0]
    keuzes = PLEKKEN.get(eindpunt or "") or PLEKKEN.get(kamer) or bladen[:1]
    eigen = (keuze for keuze in keuzes if keuze.split("#", maxsplit=1)[0] in bladen)
    return next(eigen, keuzes[0])


def adres(waar: str) -> str:
    """Return the address of a page, or of a part of one (page#part)."""
    naam, _hekje, deel = waar.partition("#")
    return url_for("hulp.blad", pagina=naam, _anchor=deel or None)


def hulp_hier() -> str | None:
    """Return the address of the help for the screen that is open; None for who did not sign in."""
    vrager: Vrager | None = g.get("vrager")
    return adres(plek(request.endpoint, bladen_van(vrager))) if vrager else None


def registreer(app: Flask) -> None:
    """Give every template `hulp_hier()`."""
    app.jinja_env.globals["hulp_hier"] = hulp_hier
