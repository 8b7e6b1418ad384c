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
    Grondvraag,
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
from models.bekendheid import Bekendheidsantwoord, Bekendheidsvraag, Persoonsmerk
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
    Uitstel,
    Veiligheidsvoorwaarde,
)
from models.bewaren import Bewaarplicht, Bewaartermijn, Vernietiging
from models.goedkeuring import Goedkeuring
from models.huisstijl import Huisstijl
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
from models.koppelvlak import Koppelverzoek, Systeemkoppeling
from models.live import Teller, Wijziging
from models.logboek import Gebeurtenis, Zegel
from models.noodtoegang import Noodtoegang
from models.opvolging import Afspraak, Monitoringronde, Overdracht, Voortgang
from models.persoonsverzoek import Correctie, Inzagedeel, Persoonsverzoek
from models.rechtenbeoordeling import Rechtenbeoordeling
from models.sleutels import Sleutel, registreer
from models.toegang import (
    Gebruiker,
    Herstelcode,
    Identiteit,
    Inlogpoging,
    Kalenderlink,
    Linkaanvraag,
    Passkey,
    Sessie,
    Toegangslink,
)
from models.uitvraag import (
    Aansluiting,
    Bijdrageontvanger,
    Informatiebijdrage,
    Informatieverzoek,
    Verzoekpersoon,
    Wachtontvanger,
)
from models.verslag import Verslag, Verslagopmerking
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
    "Bekendheidsantwoord",
    "Bekendheidsvraag",
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
    "Grondvraag",
    "Herstelcode",
    "Huisstijl",
    "Hulpverlening",
    "Identiteit",
    "Informatiebijdrage",
    "Informatieverzoek",
    "Informering",
    "Inlogpoging",
    "Interventie",
    "Inzagedeel",
    "Kalenderlink",
    "Kenmerkteller",
    "Koppelverzoek",
    "Lidmaatschap",
    "Linkaanvraag",
    "Maatregel",
    "Monitoringronde",
    "Noodtoegang",
    "Organisatie",
    "Overdracht",
    "Overleg",
    "Overlegtafel",
    "Passkey",
    "Persoonsmerk",
    "Persoonsvergelijking",
    "Persoonsverzoek",
    "Rechtenbeoordeling",
    "Registratieafspraak",
    "Schrijver",
    "Sessie",
    "Sleutel",
    "Spoedafspraak",
    "Systeemkoppeling",
    "Tafelbekendheid",
    "Tafelpartner",
    "TeInformerenPartij",
    "Tekstveld",
    "Tekstversie",
    "Teller",
    "Thema",
    "Toegangslink",
    "ToetsOnderdeel",
    "Triageronde",
    "Uitstel",
    "Veiligheidsvoorwaarde",
    "Vernietiging",
    "Verslag",
    "Verslagopmerking",
    "Verzending",
    "Verzoekpersoon",
    "Voortgang",
    "Vraagpatroon",
    "Wachtontvanger",
    "Wijziging",
    "Zegel",
]

registreer()
