"""The Word files. Each download is noted; file names hold no personal data."""

import re
from io import BytesIO

from flask import Response, request, send_file
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from models import Aanschuiver, Casus, Overleg
from overleg.agenda.inhoud import agendainhoud
from overleg.basis.database import sessie
from overleg.basis.fouten import Geweigerd
from overleg.basis.klok import nu
from overleg.basis.oordeel import nee
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.toegang.tabel import mag
from overleg.verslag.lezer import van_casus
from overleg.verslag.noteren import noteer_download
from overleg.verslag.opvragen import Actiekeuze, acties_van_overleg, eigen_acties, lees_verslag
from overleg.verslag.opvragen.huisstijl import sjabloon_van_tafel, sjabloon_van_verslag
from overleg.verslag.opvragen.uitnodiging import uitnodiging_van
from overleg.verslag.regels import heeft_verslag
from overleg.verslag.routes.blauwdruk import blauwdruk
from overleg.verslag.word.acties import actielijst_docx
from overleg.verslag.word.agenda import agenda_docx as schrijf_agenda
from overleg.verslag.word.casusverslag import casusverslag_docx
from overleg.verslag.word.uitnodiging import uitnodiging_docx as schrijf_uitnodiging
from overleg.verslag.word.verslag import verslag_docx as schrijf_verslag

SOORTEN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
}
NOG_NIET = "Er is nog geen verslag: het overleg is nog niet begonnen. Kom terug als het loopt of is geweest."


def als_bestand(naam: str, inhoud: bytes, soort: str = "docx") -> Response:
    """Return a file as a download; the name keeps letters, digits and hyphens."""
    veilig = re.sub(r"[^A-Za-z0-9-]+", "-", naam).strip("-")
    return send_file(
        BytesIO(inhoud), mimetype=SOORTEN[soort], as_attachment=True, download_name=f"{veilig}.{soort}"
    )


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag.docx")
@vereist(Recht.VERSLAG_ZIEN)
def verslag_docx(overleg: Overleg) -> ResponseReturnValue:
    """Give the record: the newest version, or the concept."""
    if not heeft_verslag(overleg.status):
        raise Geweigerd(nee(NOG_NIET))
    return _verslag(overleg, None)


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag/<int:versie>.docx")
@vereist(Recht.VERSLAG_ZIEN)
def versie_docx(versie: int, overleg: Overleg) -> ResponseReturnValue:
    """Give one adopted version."""
    return _verslag(overleg, versie)


def _verslag(overleg: Overleg, versie: int | None) -> ResponseReturnValue:
    vrager = huidige_vrager()
    gelezen = lees_verslag(sessie(), vrager, overleg, versie)
    if gelezen is None:
        raise NotFound
    bestand = schrijf_verslag(
        gelezen.inhoud,
        gelezen.stempel,
        vrager.organisatie_naam,
        nu(),
        sjabloon_van_verslag(sessie(), gelezen, overleg.tafel_id),
    )
    noteer_download(vrager, Soort.VERSLAG_GEDOWNLOAD, overleg, gelezen.casus_ids)
    achter = f"-versie-{versie}" if versie else ""
    return als_bestand(f"verslag-{gelezen.inhoud.kenmerk}{achter}", bestand)


@blauwdruk.get("/overleggen/<uuid:overleg>/verslag/<uuid:casus>.docx")
@vereist(Recht.CASUS_ZIEN)
def casus_docx(overleg: Overleg, casus: Casus) -> ResponseReturnValue:
    """Give what the newest record says of one casus, for the own file of a partner."""
    vrager = huidige_vrager()
    if not mag(vrager, Recht.VERSLAG_ZIEN, overleg) or not heeft_verslag(overleg.status):
        raise NotFound
    gelezen = lees_verslag(sessie(), vrager, overleg)
    deel = van_casus(gelezen.inhoud, casus.id) if gelezen else None
    if gelezen is None or deel is None:
        raise NotFound
    bestand = casusverslag_docx(
        deel,
        gelezen.stempel,
        vrager.organisatie_naam,
        nu(),
        sjabloon_van_verslag(sessie(), gelezen, overleg.tafel_id),
    )
    noteer_download(vrager, Soort.VERSLAG_GEDOWNLOAD, overleg, {casus.id})
    return als_bestand(f"verslag-{deel.kenmerk}-casus-{deel.casussen[0].kenmerk}", bestand)


@blauwdruk.get("/overleggen/<uuid:overleg>/acties.docx")
@vereist(Recht.OVERLEG_ZIEN)
def acties_overleg_docx(overleg: Overleg) -> ResponseReturnValue:
    """Give what this overleg agreed, as far as the asker may see it."""
    vrager = huidige_vrager()
    gevonden = acties_van_overleg(sessie(), vrager, overleg)
    bestand = actielijst_docx(gevonden.lijst, nu(), sjabloon_van_tafel(sessie(), overleg.tafel_id))
    noteer_download(vrager, Soort.ACTIES_GEDOWNLOAD, overleg, gevonden.casus_ids)
    return als_bestand(f"acties-{gevonden.lijst.kenmerk}", bestand)


@blauwdruk.get("/overleggen/<uuid:overleg>/agenda.docx")
@vereist(Recht.OVERLEG_ZIEN)
def agenda_docx(overleg: Overleg) -> ResponseReturnValue:
    """Give the agenda as the asker may see it; for a guest only the own slots."""
    vrager = huidige_vrager()
    inhoud = agendainhoud(sessie(), vrager, overleg)
    kenmerk = f"{overleg.tafel.code}-{overleg.datum.isoformat()}"
    bestand = schrijf_agenda(
        inhoud, kenmerk, vrager.organisatie_naam, nu(), sjabloon_van_tafel(sessie(), overleg.tafel_id)
    )
    casus_ids = {punt.casus.id for punt in inhoud.punten if punt.casus}
    noteer_download(vrager, Soort.AGENDA_GEDOWNLOAD, overleg, casus_ids)
    return als_bestand(f"agenda-{kenmerk}", bestand)


@blauwdruk.get("/gasten/<uuid:aanschuiver>/uitnodiging.docx")
@vereist(Recht.AGENDA_MAKEN)
def uitnodiging_docx(aanschuiver: Aanschuiver) -> ResponseReturnValue:
    """Give the letter for one guest: when, where and what is asked; nothing of the casus."""
    uitnodiging = uitnodiging_van(sessie(), aanschuiver)
    bestand = schrijf_uitnodiging(
        uitnodiging, nu(), sjabloon_van_tafel(sessie(), aanschuiver.punt.overleg.tafel_id)
    )
    noteer_download(huidige_vrager(), Soort.UITNODIGING_GEDOWNLOAD, aanschuiver.punt.overleg, ())
    return als_bestand(f"uitnodiging-{uitnodiging.kenmerk}", bestand)


def actiekeuze() -> Actiekeuze:
    """Return which actions are asked for: `van=mij` and `stand=alles`; anything else is as without."""
    return Actiekeuze(
        alleen_zelf=request.args.get("van") == "mij", alles=request.args.get("stand") == "alles"
    )


@blauwdruk.get("/acties.docx")
@vereist(Recht.ACTIES_ZIEN)
def acties_docx() -> ResponseReturnValue:
    """Give what the asker's organisatie still has to do, over all open meetings; of no one tafel."""
    vrager = huidige_vrager()
    gevonden = eigen_acties(sessie(), vrager, actiekeuze())
    bestand = actielijst_docx(gevonden.lijst, nu())
    noteer_download(vrager, Soort.ACTIES_GEDOWNLOAD, None, gevonden.casus_ids)
    return als_bestand(f"acties-{gevonden.lijst.kenmerk}", bestand)
