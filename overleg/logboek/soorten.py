"""The closed list of what is written down: each event with its fields and its one-line words.

`Soort` names the event; `ZINNEN` says which fields it carries and how a line of it reads. A field
holds names, counts, dates or hashes; never a text about people. A retired soort stays listed, so
that old lines stay readable.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """What happened, in the past tense."""

    TOEGANG_GEWEIGERD = "toegang_geweigerd"
    INGELOGD = "ingelogd"
    INLOGGEN_MISLUKT = "inloggen_mislukt"
    UITGELOGD = "uitgelogd"
    WACHTWOORD_GEWIJZIGD = "wachtwoord_gewijzigd"
    CASUS_BEKEKEN = "casus_bekeken"
    OVERLEG_BEKEKEN = "overleg_bekeken"
    LOGBOEK_BEKEKEN = "logboek_bekeken"
    DEMO_GEVULD = "demo_gevuld"

    OVERLEG_GESTART = "overleg_gestart"
    PUNT_BEGONNEN = "punt_begonnen"
    PUNT_BEEINDIGD = "punt_beeindigd"
    BESPREKING_GEOPEND = "bespreking_geopend"
    DEELNAME_VASTGELEGD = "deelname_vastgelegd"
    DEELNEMER_TOEGEVOEGD = "deelnemer_toegevoegd"
    AFWEZIG_BIJ_PUNT = "afwezig_bij_punt"
    TERUG_BIJ_PUNT = "terug_bij_punt"
    TEKST_BEWAARD = "tekst_bewaard"
    TEKST_GEWEIGERD = "tekst_geweigerd"
    MAATREGEL_TOEGEVOEGD = "maatregel_toegevoegd"
    MAATREGEL_GEWIJZIGD = "maatregel_gewijzigd"
    MAATREGEL_BEEINDIGD = "maatregel_beeindigd"
    VOORWAARDE_GESTELD = "voorwaarde_gesteld"
    VOORWAARDE_GETOETST = "voorwaarde_getoetst"
    AFSPRAAK_GEMAAKT = "afspraak_gemaakt"
    AFSPRAAK_GEWIJZIGD = "afspraak_gewijzigd"
    AFSPRAAK_VERWIJDERD = "afspraak_verwijderd"

    AFSPRAAK_GEMELD = "afspraak_gemeld"


@dataclass(frozen=True)
class Regel:
    """How a line of one soort reads, and exactly which fields it carries."""

    zin: str
    velden: frozenset[str] = frozenset()


def regel(zin: str, *velden: str) -> Regel:
    """Make a Regel; `zin` may name its fields as {veld}."""
    return Regel(zin, frozenset(velden))


ZINNEN: Mapping[Soort, Regel] = {
    Soort.TOEGANG_GEWEIGERD: regel("wilde iets zien of doen dat niet mag ({eindpunt})", "eindpunt"),
    Soort.INGELOGD: regel("logde in"),
    Soort.INLOGGEN_MISLUKT: regel("kon niet inloggen"),
    Soort.UITGELOGD: regel("logde uit"),
    Soort.WACHTWOORD_GEWIJZIGD: regel("wijzigde het eigen wachtwoord"),
    Soort.CASUS_BEKEKEN: regel("bekeek de casus"),
    Soort.OVERLEG_BEKEKEN: regel("bekeek het overleg"),
    Soort.LOGBOEK_BEKEKEN: regel("bekeek het logboek"),
    Soort.DEMO_GEVULD: regel("de proefomgeving werd gevuld met verzonnen gegevens"),
    # The meeting
    Soort.OVERLEG_GESTART: regel("startte het overleg (registratieafspraken versie {versie})", "versie"),
    Soort.PUNT_BEGONNEN: regel("begon met een agendapunt ({puntsoort})", "puntsoort"),
    Soort.PUNT_BEEINDIGD: regel(
        "was klaar met een agendapunt ({puntsoort}, {seconden} seconden)", "puntsoort", "seconden"
    ),
    Soort.BESPREKING_GEOPEND: regel("opende de bespreking van de casus"),
    Soort.DEELNAME_VASTGELEGD: regel("legde een deelname vast ({aanwezigheid})", "aanwezigheid", "velden"),
    Soort.DEELNEMER_TOEGEVOEGD: regel("voegde iemand toe aan het overleg"),
    Soort.AFWEZIG_BIJ_PUNT: regel(
        "legde vast dat iemand niet bij een casus was (belangenconflict: {belangenconflict})",
        "belangenconflict",
        "deelname",
    ),
    Soort.TERUG_BIJ_PUNT: regel("legde vast dat iemand toch bij een casus was", "deelname"),
    Soort.TEKST_BEWAARD: regel("schreef in '{veld}' (versie {versie})", "veld", "versie", "vingerafdruk"),
    Soort.TEKST_GEWEIGERD: regel(
        "wilde schrijven in '{veld}', maar een ander was eerder (versie {versie})",
        "veld",
        "versie",
        "vingerafdruk",
    ),
    Soort.MAATREGEL_TOEGEVOEGD: regel("legde een maatregel vast"),
    Soort.MAATREGEL_GEWIJZIGD: regel("wijzigde een maatregel ({velden})", "velden"),
    Soort.MAATREGEL_BEEINDIGD: regel("beëindigde een maatregel"),
    Soort.VOORWAARDE_GESTELD: regel("legde een veiligheidsvoorwaarde vast"),
    Soort.VOORWAARDE_GETOETST: regel(
        "toetste een veiligheidsvoorwaarde (nagekomen: {nagekomen})", "nagekomen"
    ),
    Soort.AFSPRAAK_GEMAAKT: regel("legde afspraak {nummer} vast", "nummer"),
    Soort.AFSPRAAK_GEWIJZIGD: regel("wijzigde afspraak {nummer} ({velden})", "nummer", "velden"),
    Soort.AFSPRAAK_VERWIJDERD: regel(
        "haalde afspraak {nummer} weg tijdens de bespreking", "nummer", "vingerafdruk"
    ),
    Soort.AFSPRAAK_GEMELD: regel(
        "meldde afspraak {nummer}: van {van} naar {naar}", "nummer", "van", "naar", "tekst_hash"
    ),
}
