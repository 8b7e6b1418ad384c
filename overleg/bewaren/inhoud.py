"""From the row of a destruction to what its certificate says."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from models import Vernietiging
from overleg.basis.klok import hier
from overleg.verslag.procesverbaal import Procesverbaal

ZONDER_KENMERK = "zonder kenmerk, niet ingediend"
WOORDEN: Mapping[str, tuple[str, ...]] = {
    "Directbetrokkenen": ("directbetrokkene", "persoonsvergelijking"),
    "Aanmelding, criteria en triage": (
        "casus_thema",
        "criterium_toets",
        "toets_onderdeel",
        "tafelbekendheid",
        "persoonsmerk",
        "bekendheidsvraag",
        "bekendheidsantwoord",
        "triageronde",
        "hulpverlening",
        "spoedafspraak",
    ),
    "Vragen om informatie en antwoorden": (
        "informatieverzoek",
        "verzoekpersoon",
        "informatiebijdrage",
        "bijdrageontvanger",
        "wachtontvanger",
        "aansluiting",
    ),
    "Besprekingen en besluiten": ("bespreking", "besluit", "informering", "uitstel", "te_informeren_partij"),
    "Teksten van de bespreking, met eerdere versies": ("tekstveld", "tekstversie", "schrijver"),
    "Maatregelen en veiligheidsvoorwaarden": ("maatregel", "veiligheidsvoorwaarde"),
    "Afspraken, voortgang en overdrachten": ("afspraak", "voortgang", "overdracht", "monitoringronde"),
    "Gasten en afwezigheid bij deze casus": ("aanschuiver", "afwezig_bij", "deelname"),
    "Delen van verslagen, met opmerkingen": ("verslag", "verslagopmerking"),
    "Verzoeken van betrokkenen, met pakketten": ("persoonsverzoek", "inzagedeel", "correctie"),
    "Belangenconflicten, goedkeuringen, opschortingen en noodtoegang": (
        "belang",
        "belanguitzondering",
        "goedkeuring",
        "bewaarplicht",
        "noodtoegang",
    ),
    "Berichten en technische sporen": ("bericht", "verzending", "wijziging", "teller", "sleutel"),
}
"""Kind of data as a person reads it → the tables that it stands in."""
_SOORT = {tabel: woorden for woorden, tabellen in WOORDEN.items() for tabel in tabellen}


def procesverbaal_van(rij: Vernietiging, backup_dagen: int) -> Procesverbaal:
    """Return what the certificate says."""
    aantallen = Counter[str]()
    for tabel, aantal in rij.aantallen.items():
        aantallen[_SOORT.get(tabel, "Overig")] += int(aantal)
    return Procesverbaal(
        kenmerk=rij.kenmerk or ZONDER_KENMERK,
        tafel=rij.tafel.naam if rij.tafel else "",
        grond=rij.toelichting,
        op=rij.op,
        voorgesteld_door=rij.voorgesteld_door,
        goedgekeurd_door=rij.goedgekeurd_door,
        aantallen=tuple((soort, aantallen[soort]) for soort in [*WOORDEN, "Overig"] if aantallen[soort]),
        verzoeken=tuple(rij.verzoeken),
        gewist_op=rij.gewist_op,
        uit_kopieen_op=(hier(rij.op) + timedelta(days=backup_dagen)).date(),
    )
