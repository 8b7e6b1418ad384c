"""What kind of thing each soort is, and how that reads for the person whose data it was about.

A new soort is a change, unless it is named here or its name says that it is a look or a download.
"""

from collections.abc import Mapping
from enum import StrEnum

from overleg.logboek.soorten import Soort


class Daad(StrEnum):
    """The kinds of veiligheid.md §2, as far as they occur."""

    LEZEN = "lezen"
    EXPORTEREN = "exporteren"
    AFDRUKKEN = "afdrukken"
    WIJZIGEN = "wijzigen"
    VERSTREKKEN = "verstrekken"
    WEIGEREN = "weigeren"
    INLOGGEN = "inloggen"
    LOGBOEK = "logboek"
    BEHEREN = "beheren"


DADEN: Mapping[Daad, frozenset[Soort]] = {
    Daad.WEIGEREN: frozenset({Soort.TOEGANG_GEWEIGERD, Soort.NOODTOEGANG_GEWEIGERD}),
    Daad.AFDRUKKEN: frozenset({Soort.PAGINA_AFGEDRUKT}),
    Daad.EXPORTEREN: frozenset({Soort.AFSPRAKEN_OPGEHAALD}),
    Daad.VERSTREKKEN: frozenset(
        {
            Soort.INFORMATIE_GEVRAAGD,
            Soort.BIJDRAGE_GEDEELD,
            Soort.ANTWOORD_GEDEELD,
            Soort.INFORMERING_GEDAAN,
            Soort.PARTIJ_GEINFORMEERD,
            Soort.BEKENDHEID_GEGEVEN,
        }
    ),
    Daad.INLOGGEN: frozenset(
        {
            Soort.INGELOGD,
            Soort.INLOGGEN_MISLUKT,
            Soort.UITGELOGD,
            Soort.WACHTWOORD_GEWIJZIGD,
            Soort.WACHTWOORD_GEKOZEN,
            Soort.WACHTWOORD_LINK_GEMAILD,
            Soort.CODE_GEWEIGERD,
            Soort.INLOGGEN_AFGEREMD,
            Soort.CODE_AFGEREMD,
            Soort.HERSTELCODE_GEBRUIKT,
            Soort.HERSTELCODES_GEMAAKT,
            Soort.TWEEDE_FACTOR_INGESTELD,
            Soort.IDENTITEIT_GEKOPPELD,
            Soort.IDENTITEIT_ONTKOPPELD,
            Soort.PASSKEY_TOEGEVOEGD,
            Soort.PASSKEY_WEGGEHAALD,
            Soort.PASSKEY_GEKOPIEERD,
            Soort.EIGEN_SESSIES_BEEINDIGD,
            Soort.MAIL_GEKOZEN,
            Soort.KALENDERLINK_GEMAAKT,
            Soort.KALENDERLINK_INGETROKKEN,
            Soort.SYSTEEMKOPPELING_GEMAAKT,
            Soort.SYSTEEMKOPPELING_INGETROKKEN,
            Soort.SYSTEEMKOPPELINGEN_VERVALLEN,
            Soort.SYSTEEM_GEWEIGERD,
            Soort.SNELTOETSEN_GEZET,
        }
    ),
    Daad.BEHEREN: frozenset(
        {
            Soort.DEMO_GEVULD,
            Soort.DATABASE_HERSTELD,
            Soort.POSTVAK_BEKEKEN,
            Soort.BERICHT_OPNIEUW,
            Soort.TAFEL_GEMAAKT,
            Soort.TAFEL_GEWIJZIGD,
            Soort.INSTELLING_TOEGEVOEGD,
            Soort.INSTELLING_GEWIJZIGD,
            Soort.INSTELLING_UITGEZET,
            Soort.INSTELLING_AANGEZET,
            Soort.VOLGORDE_GEWIJZIGD,
            Soort.DIENSTNUMMER_GECONTROLEERD,
            Soort.CRITERIA_GEWIJZIGD,
            Soort.REGISTRATIEAFSPRAAK_GEWIJZIGD,
            Soort.HUISSTIJL_GELADEN,
            Soort.HUISSTIJL_IN_GEBRUIK,
            Soort.HUISSTIJL_WEGGEGOOID,
            Soort.HUISSTIJL_WEGGEHAALD,
            Soort.LID_TOEGEVOEGD,
            Soort.LID_GEWIJZIGD,
            Soort.LID_BEEINDIGD,
            Soort.ORGANISATIE_GEMAAKT,
            Soort.ORGANISATIE_GEWIJZIGD,
            Soort.GEBRUIKER_GEMAAKT,
            Soort.GEBRUIKER_GEWIJZIGD,
            Soort.GEBRUIKER_UITGEZET,
            Soort.GEBRUIKER_AANGEZET,
            Soort.WACHTWOORD_HERSTELD,
            Soort.TWEEDE_FACTOR_GEWIST,
            Soort.SESSIES_BEEINDIGD,
            Soort.BEHEERDER_GEMAAKT,
            Soort.KETEN_GEBROKEN,
            Soort.TOEGANGSRECHTEN_BEOORDEELD,
            Soort.GRONDSLAG_AFGEWEZEN,
        }
    ),
}
"""The soorten whose name does not say it."""
_BIJ_NAAM = {soort: daad for daad, soorten in DADEN.items() for soort in soorten}
_AAN_HET_EIND = {"_bekeken": Daad.LEZEN, "_gedownload": Daad.EXPORTEREN}

IN_WOORDEN: Mapping[Daad, str] = {
    Daad.LEZEN: "bekeek gegevens",
    Daad.EXPORTEREN: "haalde gegevens op in een bestand",
    Daad.AFDRUKKEN: "drukte gegevens af, of bekeek hoe dat eruit zou zien",
    Daad.WIJZIGEN: "schreef iets op of veranderde iets",
    Daad.VERSTREKKEN: "vroeg om informatie of gaf informatie door",
    Daad.WEIGEREN: "wilde gegevens zien of iets doen, maar dat mocht niet",
    Daad.INLOGGEN: "logde in of uit",
    Daad.LOGBOEK: "bekeek wie de gegevens had gezien",
    Daad.BEHEREN: "veranderde een instelling",
}
"""For the person whose data it was: a kind of thing, never what was in it, nor about somebody else."""


def daad_van(soort: str) -> Daad:
    """Return what kind of thing a soort is; one that is no longer known counts as a change."""
    if soort in _BIJ_NAAM:
        return _BIJ_NAAM[Soort(soort)]
    if soort.startswith("logboek_"):
        return Daad.LOGBOEK
    return next((daad for eind, daad in _AAN_HET_EIND.items() if soort.endswith(eind)), Daad.WIJZIGEN)


def soorten_van(*daden: Daad) -> list[str]:
    """Return the soorten of these kinds, for a query."""
    return [soort.value for soort in Soort if daad_van(soort.value) in daden]
