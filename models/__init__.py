"""The models: one module per stage of the casus; importing this package loads them all."""

from models.achtergrond import Achtergrondtaak
from models.agenda import Aanschuiver, AfwezigBij, Agendapunt, Bericht, Deelname, Overleg
from models.basis import Basis
from models.beheer import (
    AndereTafel,
    Criteriaset,
    Criterium,
    CriteriumOnderdeel,
    Dienstnummer,
    Grondslag,
    Interventie,
    Kenmerkteller,
    Lidmaatschap,
    Organisatie,
    Overlegtafel,
    Registratieafspraak,
    Tafelpartner,
    Thema,
    Vraagpatroon,
)
from models.belang import Belang, Belanguitzondering
from models.bespreking import (
    Besluit,
    Bespreking,
    Informering,
    Maatregel,
    Schrijver,
    TeInformerenPartij,
    Tekstveld,
    Tekstversie,
    Veiligheidsvoorwaarde,
)
from models.bewaren import Bewaarplicht, Bewaartermijn, Vernietiging
from models.goedkeuring import Goedkeuring
from models.instroom import (
    Casus,
    CasusThema,
    CriteriumToets,
    Directbetrokkene,
    Hulpverlening,
    Persoonsvergelijking,
    Spoedafspraak,
    Tafelbekendheid,
    ToetsOnderdeel,
    Triageronde,
)
from models.live import Teller, Wijziging
from models.logboek import Gebeurtenis, Zegel
from models.opvolging import Afspraak, Monitoringronde, Overdracht, Voortgang
from models.persoonsverzoek import Correctie, Inzagedeel, Persoonsverzoek
from models.toegang import Gebruiker, Herstelcode, Identiteit, Inlogpoging, Sessie
from models.uitvraag import Aansluiting, Bijdrageontvanger, Informatiebijdrage, Informatieverzoek
from models.verslag import Verslag
from models.verzending import Verzending

__all__ = [
    "Aanschuiver",
    "Aansluiting",
    "Achtergrondtaak",
    "Afspraak",
    "AfwezigBij",
    "Agendapunt",
    "AndereTafel",
    "Basis",
    "Belang",
    "Belanguitzondering",
    "Bericht",
    "Besluit",
    "Bespreking",
    "Bewaarplicht",
    "Bewaartermijn",
    "Bijdrageontvanger",
    "Casus",
    "CasusThema",
    "Correctie",
    "Criteriaset",
    "Criterium",
    "CriteriumOnderdeel",
    "CriteriumToets",
    "Deelname",
    "Dienstnummer",
    "Directbetrokkene",
    "Gebeurtenis",
    "Gebruiker",
    "Goedkeuring",
    "Grondslag",
    "Herstelcode",
    "Hulpverlening",
    "Identiteit",
    "Informatiebijdrage",
    "Informatieverzoek",
    "Informering",
    "Inlogpoging",
    "Interventie",
    "Inzagedeel",
    "Kenmerkteller",
    "Lidmaatschap",
    "Maatregel",
    "Monitoringronde",
    "Organisatie",
    "Overdracht",
    "Overleg",
    "Overlegtafel",
    "Persoonsvergelijking",
    "Persoonsverzoek",
    "Registratieafspraak",
    "Schrijver",
    "Sessie",
    "Spoedafspraak",
    "Tafelbekendheid",
    "Tafelpartner",
    "TeInformerenPartij",
    "Tekstveld",
    "Tekstversie",
    "Teller",
    "Thema",
    "ToetsOnderdeel",
    "Triageronde",
    "Veiligheidsvoorwaarde",
    "Vernietiging",
    "Verslag",
    "Verzending",
    "Voortgang",
    "Vraagpatroon",
    "Wijziging",
    "Zegel",
]
