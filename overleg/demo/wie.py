"""Who there is in the demo: organisaties, tafels and people. All of it is invented."""

from base64 import b32encode
from dataclasses import dataclass
from hashlib import sha256

from models.waarden import Bezetting, OrganisatieSoort, Partnervorm, Rol

S, R = OrganisatieSoort, Rol

WACHTWOORD = "proef-actie-overleg"
DOMEIN = "@demo.voorbeeld.nl"
"""How the e-mail address of every demo account ends."""


@dataclass(frozen=True)
class Tafelgegevens:
    """One overlegtafel with its partners."""

    code: str
    plaats: str
    partners: tuple[tuple[str, Partnervorm], ...]


@dataclass(frozen=True)
class Persoon:
    """One account: e-mail (before the @), name, organisatie, and a role on each tafel."""

    adres: str
    naam: str
    organisatie: str
    rollen: tuple[tuple[str, Rol], ...] = ()
    bezetting: Bezetting = Bezetting.VAST
    functie: str = ""
    beheerder: bool = False
    functionaris: bool = False
    uitleg: str = ""
    """What this account shows, on the sign-in page."""

    @property
    def email(self) -> str:
        """The whole address."""
        return f"{self.adres}{DOMEIN}"

    @property
    def totp(self) -> str:
        """What the codes of the second factor are made from, in base32: always the same."""
        return b32encode(sha256(f"demo {self.adres}".encode()).digest()[:20]).decode()


ORGANISATIES: tuple[tuple[str, OrganisatieSoort], ...] = (
    ("Veilig Thuis Lindewoude", S.VEILIG_THUIS),
    ("Veilig Thuis Brakzijl", S.VEILIG_THUIS),
    ("Veilig Thuis Zandermeer", S.VEILIG_THUIS),
    ("Politie Lindewoude", S.POLITIE),
    ("Politie-eenheid B", S.POLITIE),
    ("OM Noorderland", S.OM),
    ("Reclassering Noorderland", S.RECLASSERING),
    ("Raad voor de Kinderbescherming Noorderland", S.RVDK),
    ("Gemeente Lindewoude", S.GEMEENTE),
    ("Jeugdbescherming Brakzijl", S.GI),
    ("GGZ De Lindehof", S.GGZ),
    ("Zorg- en veiligheidshuis Noorderland", S.ZVH),
)
VAST, OP_VERZOEK = Partnervorm.VAST, Partnervorm.OP_VERZOEK
OM, RECLASSERING = "OM Noorderland", "Reclassering Noorderland"
RAAD = "Raad voor de Kinderbescherming Noorderland"
TAFELS: tuple[Tafelgegevens, ...] = (
    Tafelgegevens(
        "LW",
        "Lindewoude",
        (
            ("Veilig Thuis Lindewoude", VAST),
            ("Politie Lindewoude", VAST),
            (OM, VAST),
            (RECLASSERING, OP_VERZOEK),
            (RAAD, OP_VERZOEK),
        ),
    ),
    Tafelgegevens(
        "BZ",
        "Brakzijl",
        (
            ("Veilig Thuis Brakzijl", VAST),
            ("Politie-eenheid B", VAST),
            (OM, VAST),
            (RECLASSERING, VAST),
            (RAAD, VAST),
        ),
    ),
    Tafelgegevens(
        "ZM",
        "Zandermeer",
        (
            ("Veilig Thuis Zandermeer", VAST),
            ("Politie-eenheid B", VAST),
            (OM, VAST),
            (RECLASSERING, OP_VERZOEK),
            (RAAD, OP_VERZOEK),
        ),
    ),
)
LW, BZ, ZM = "LW", "BZ", "ZM"
PERSONEN: tuple[Persoon, ...] = (
    Persoon(
        "voorzitter",
        "Sietske Wiegersma",
        "Veilig Thuis Lindewoude",
        ((LW, R.VOORZITTER), (LW, R.DEELNEMER)),
        uitleg="voorzitter van Lindewoude",
    ),
    Persoon(
        "secretaris",
        "Jonas van den Berg",
        "Veilig Thuis Lindewoude",
        ((LW, R.SECRETARIS),),
        uitleg="secretaris van Lindewoude",
    ),
    Persoon(
        "politie",
        "Tjerk Hoekman",
        "Politie Lindewoude",
        ((LW, R.DEELNEMER),),
        uitleg="vaste partner, brengt in",
    ),
    Persoon(
        "om",
        "Claire Verlaat",
        OM,
        ((LW, R.DEELNEMER), (BZ, R.DEELNEMER)),
        uitleg="vaste partner aan twee tafels",
    ),
    Persoon(
        "reclassering",
        "Bram Ouwehand",
        RECLASSERING,
        ((LW, R.DEELNEMER), (BZ, R.DEELNEMER)),
        uitleg="in Lindewoude op verzoek",
    ),
    Persoon(
        "raad",
        "Hilde Paardekoper",
        RAAD,
        ((LW, R.DEELNEMER), (BZ, R.DEELNEMER)),
        uitleg="in Lindewoude op verzoek",
    ),
    Persoon(
        "vertrouwensarts",
        "Aaltje de Wit",
        "Veilig Thuis Lindewoude",
        ((LW, R.DEELNEMER),),
        functie="vertrouwensarts",
        uitleg="functie binnen Veilig Thuis",
    ),
    Persoon(
        "achtervang",
        "Yusuf Demir",
        "Politie Lindewoude",
        ((LW, R.DEELNEMER),),
        bezetting=Bezetting.ACHTERVANG,
        uitleg="achtervang van de politie",
    ),
    Persoon(
        "inbrenger",
        "Kim Bos",
        "Politie Lindewoude",
        ((LW, R.INBRENGER),),
        uitleg="brengt in, zit niet aan tafel",
    ),
    Persoon(
        "gast", "Nynke Elzinga", "Gemeente Lindewoude", ((LW, R.GAST),), uitleg="gast bij één agendapunt"
    ),
    Persoon(
        "jeugdbescherming",
        "Joost Kramer",
        "Jeugdbescherming Brakzijl",
        ((BZ, R.GAST),),
        uitleg="gast in Brakzijl",
    ),
    Persoon(
        "voorzitter.brakzijl",
        "Lotte Dekkinga",
        "Veilig Thuis Brakzijl",
        ((BZ, R.VOORZITTER), (BZ, R.DEELNEMER)),
        uitleg="voorzitter van een andere tafel",
    ),
    Persoon(
        "secretaris.brakzijl",
        "Femke Rinsma",
        "Veilig Thuis Brakzijl",
        ((BZ, R.SECRETARIS),),
        uitleg="secretaris van een andere tafel",
    ),
    Persoon(
        "politie.brakzijl", "Arjen Vriesema", "Politie-eenheid B", ((BZ, R.DEELNEMER), (ZM, R.DEELNEMER))
    ),
    Persoon(
        "voorzitter.zandermeer",
        "Pieter Nauta",
        "Veilig Thuis Zandermeer",
        ((ZM, R.VOORZITTER), (ZM, R.DEELNEMER)),
    ),
    Persoon(
        "beheerder", "Marit Huizinga", "Veilig Thuis Lindewoude", beheerder=True, uitleg="geen casusinhoud"
    ),
    Persoon(
        "functionaris",
        "Gerrit Postma",
        "Veilig Thuis Lindewoude",
        functionaris=True,
        uitleg="functionaris gegevensbescherming: logboek, geen casusinhoud",
    ),
)
PIKET: tuple[tuple[OrganisatieSoort, str, str, str, str], ...] = (
    (
        S.VEILIG_THUIS,
        "Veilig Thuis, spoedlijn",
        "0800 000 00 01",
        "dag en nacht",
        "de dienstdoende gedragswetenschapper",
    ),
    (S.POLITIE, "Politie, hulpofficier van dienst", "088 000 00 02", "dag en nacht", "de meldkamer, via 112"),
    (
        S.OM,
        "OM, officier van justitie van dienst",
        "088 000 00 03",
        "dag en nacht",
        "de piketofficier van het parket",
    ),
    (S.RVDK, "Raad, spoeddienst", "088 000 00 04", "buiten kantoortijd", "de teamleider van dienst"),
)
