"""The lists as a sheet or as csv. Each download is noted; file names hold no personal data."""

from flask import Response, request
from flask.typing import ResponseReturnValue

from forms.instroom.begin import ZoekCasusFormulier
from models import Overleg
from overleg.basis.database import sessie
from overleg.basis.klok import nu, vandaag
from overleg.beheer.rechtenlijst import rechtenlijst
from overleg.instroom.opvragen.lijst import Filter
from overleg.logboek.soorten import Soort
from overleg.toegang.poort import huidige_vrager, vereist
from overleg.toegang.rechten import Recht
from overleg.verslag.noteren import noteer_download
from overleg.verslag.opvragen import Gevonden, acties_van_overleg, eigen_acties
from overleg.verslag.opvragen.casussen import GevondenCasussen, casuslijst
from overleg.verslag.routes.blauwdruk import blauwdruk
from overleg.verslag.routes.documenten import actiekeuze, als_bestand
from overleg.verslag.tabellen.acties import acties_csv as tabel_van_acties
from overleg.verslag.tabellen.acties import acties_werkboek
from overleg.verslag.tabellen.casussen import casussen_tabel, casussen_werkboek
from overleg.verslag.tabellen.rechten import rechten_tabel
from overleg.verslag.tabellen.schrijven import als_csv, als_xlsx


@blauwdruk.get("/acties.xlsx")
@vereist(Recht.ACTIES_ZIEN)
def acties_xlsx() -> ResponseReturnValue:
    """Give what the asker's organisatie still has to do, to fill in how far it is."""
    gevonden = eigen_acties(sessie(), huidige_vrager(), actiekeuze())
    bestand = als_xlsx(acties_werkboek(gevonden.lijst, invullen=True), nu())
    return _actielijst(gevonden, None, bestand, "xlsx")


@blauwdruk.get("/acties.csv")
@vereist(Recht.ACTIES_ZIEN)
def acties_csv() -> ResponseReturnValue:
    """Give what the asker's organisatie still has to do as one table."""
    gevonden = eigen_acties(sessie(), huidige_vrager(), actiekeuze())
    return _actielijst(gevonden, None, als_csv(tabel_van_acties(gevonden.lijst)), "csv")


@blauwdruk.get("/overleggen/<uuid:overleg>/acties.xlsx")
@vereist(Recht.OVERLEG_ZIEN)
def acties_overleg_xlsx(overleg: Overleg) -> ResponseReturnValue:
    """Give what this overleg agreed, as far as the asker may see it."""
    gevonden = acties_van_overleg(sessie(), huidige_vrager(), overleg)
    bestand = als_xlsx(acties_werkboek(gevonden.lijst, invullen=False), nu())
    return _actielijst(gevonden, overleg, bestand, "xlsx")


def _actielijst(gevonden: Gevonden, overleg: Overleg | None, bestand: bytes, soort: str) -> Response:
    noteer_download(huidige_vrager(), Soort.ACTIES_GEDOWNLOAD, overleg, gevonden.casus_ids)
    return als_bestand(f"acties-{gevonden.lijst.kenmerk}", bestand, soort)


@blauwdruk.get("/casussen.xlsx")
@vereist(Recht.CASUSSEN_ZIEN)
def casussen_xlsx() -> ResponseReturnValue:
    """Give the list of casussen, limited as on the page."""
    gevonden = _gezochte_casussen()
    return _casuslijst(gevonden, als_xlsx(casussen_werkboek(gevonden.lijst), nu()), "xlsx")


@blauwdruk.get("/casussen.csv")
@vereist(Recht.CASUSSEN_ZIEN)
def casussen_csv() -> ResponseReturnValue:
    """Give the list of casussen as one table, limited as on the page."""
    gevonden = _gezochte_casussen()
    return _casuslijst(gevonden, als_csv(casussen_tabel(gevonden.lijst)), "csv")


def _gezochte_casussen() -> GevondenCasussen:
    form = ZoekCasusFormulier(request.args)
    form.validate()
    zoek = Filter(form.stand.data, form.kenmerk.data or "", bool(form.eigen.data))
    return casuslijst(sessie(), huidige_vrager(), zoek)


def _casuslijst(gevonden: GevondenCasussen, bestand: bytes, soort: str) -> Response:
    noteer_download(huidige_vrager(), Soort.CASUSSEN_GEDOWNLOAD, None, gevonden.casus_ids)
    return als_bestand(f"casussen-{gevonden.lijst.dag.isoformat()}", bestand, soort)


@blauwdruk.get("/toegangsrechten.csv")
@vereist(Recht.TOEGANGSRECHTEN_BEOORDELEN)
def toegangsrechten_csv() -> ResponseReturnValue:
    """Give who may do what; the name of the file says which list it is, as the review does."""
    lijst = rechtenlijst(sessie(), vandaag())
    noteer_download(huidige_vrager(), Soort.TOEGANGSRECHTEN_GEDOWNLOAD, None, ())
    naam = f"toegangsrechten-{lijst.dag.isoformat()}-{lijst.kort_getal}"
    return als_bestand(naam, als_csv(rechten_tabel(lijst)), "csv")
