"""How a line of each event reads, and exactly which fields it carries."""

from collections.abc import Mapping

from overleg.logboek.regel import Regel, regel
from overleg.logboek.soorten import Soort

ZINNEN: Mapping[Soort, Regel] = {
    # Rights of persons
    Soort.PERSOONSVERZOEK_VASTGELEGD: regel("legde een verzoek van een betrokkene vast ({wat})", "wat"),
    Soort.PERSOONSVERZOEK_BEKEKEN: regel("bekeek een verzoek van een betrokkene"),
    Soort.PERSOONSVERZOEK_VERLENGD: regel(
        "verlengde de termijn van een verzoek tot {tot}", "tot", "reden_hash"
    ),
    Soort.PERSOONSVERZOEK_BESLOTEN: regel(
        "besloot op een verzoek van een betrokkene ({wat}: {besluit})", "wat", "besluit", "reden_hash"
    ),
    Soort.PERSOONSVERZOEK_AFGEROND: regel("rondde een verzoek van een betrokkene af ({wat})", "wat"),
    Soort.INZAGEPAKKET_SAMENGESTELD: regel("werkte aan een inzagepakket ({delen} delen)", "delen"),
    Soort.INZAGEPAKKET_GECONTROLEERD: regel("controleerde een inzagepakket en gaf het vrij", "inhoud_hash"),
    Soort.INZAGEPAKKET_GEDOWNLOAD: regel("haalde een inzagepakket op als Word-bestand", "inhoud_hash"),
    Soort.GEGEVENS_GECORRIGEERD: regel("corrigeerde gegevens van een betrokkene ({velden})", "velden"),
    Soort.BEPERKING_OPGEHEVEN: regel("hief een beperking van het gebruik op", "reden_hash"),
    Soort.TOEGANG_GEWEIGERD: regel("wilde iets zien of doen dat niet mag – {eindpunt}", "eindpunt"),
    Soort.INGELOGD: regel("logde in"),
    Soort.INLOGGEN_MISLUKT: regel("kon niet inloggen"),
    Soort.INLOGGEN_AFGEREMD: regel("probeerde te vaak achter elkaar in te loggen"),
    Soort.CODE_AFGEREMD: regel("probeerde te vaak achter elkaar een code"),
    Soort.CODE_GEWEIGERD: regel("vulde bij het inloggen een verkeerde code in"),
    Soort.HERSTELCODE_GEBRUIKT: regel("logde in met een herstelcode"),
    Soort.HERSTELCODES_GEMAAKT: regel("maakte nieuwe herstelcodes"),
    Soort.TWEEDE_FACTOR_INGESTELD: regel("stelde de tweede stap van het inloggen in"),
    Soort.UITGELOGD: regel("logde uit"),
    Soort.IDENTITEIT_GEKOPPELD: regel("koppelde het eigen account aan {aanbieder}", "aanbieder"),
    Soort.IDENTITEIT_ONTKOPPELD: regel("haalde de koppeling met {aanbieder} weg", "aanbieder"),
    Soort.PASSKEY_TOEGEVOEGD: regel("voegde een passkey toe aan het eigen account"),
    Soort.PASSKEY_WEGGEHAALD: regel("haalde een eigen passkey weg"),
    Soort.PASSKEY_GEKOPIEERD: regel(
        "kon niet inloggen: van een passkey bestaat een kopie, die werkt niet meer"
    ),
    Soort.WACHTWOORD_GEWIJZIGD: regel("wijzigde het eigen wachtwoord"),
    Soort.EIGEN_SESSIES_BEEINDIGD: regel("beëindigde eigen sessies ({aantal})", "aantal"),
    Soort.MAIL_GEKOZEN: regel("koos hoe vaak er mail over het werk komt ({keuze})", "keuze"),
    Soort.KALENDERLINK_GEMAAKT: regel("maakte een eigen kalenderlink"),
    Soort.KALENDERLINK_INGETROKKEN: regel("trok de eigen kalenderlink in"),
    Soort.SYSTEEMKOPPELING_GEMAAKT: regel(
        "maakte een systeemkoppeling: {koppeling} (tot en met {tot})", "koppeling", "tot"
    ),
    Soort.SYSTEEMKOPPELING_INGETROKKEN: regel("trok een systeemkoppeling in: {koppeling}", "koppeling"),
    Soort.SYSTEEMKOPPELINGEN_VERVALLEN: regel(
        "liet de systeemkoppelingen van een account vervallen ({aantal})", "aantal"
    ),
    Soort.SYSTEEM_GEWEIGERD: regel("vroeg iets met een token dat niet geldt"),
    Soort.SNELTOETSEN_GEZET: regel("zette de eigen sneltoetsen {stand}", "stand"),
    Soort.CASUS_BEKEKEN: regel("bekeek de casus"),
    Soort.CONTACT_BEKEKEN: regel("vroeg contact op (doel: {doel}; adres: {adres})", "doel", "adres"),
    Soort.AANMELDING_BEGONNEN: regel("begon een aanmelding (acuut: {acuut})", "acuut"),
    Soort.AANMELDING_BEWAARD: regel(
        "bewaarde de aanmelding ({personen} directbetrokkenen)", "personen", "vraag_hash"
    ),
    Soort.AANMELDING_INGEDIEND: regel(
        "diende de aanmelding in (ronde {ronde}; voldoet: {voldoet})", "ronde", "voldoet", "vraag_hash"
    ),
    Soort.ACUUT_GEMELD: regel("meldde acuut gevaar"),
    Soort.ACUUT_VOORBIJ: regel("legde vast dat het acute gevaar voorbij is"),
    Soort.SPOEDAFSPRAKEN_VASTGELEGD: regel("legde spoedafspraken vast ({soorten})", "soorten"),
    Soort.MELDING_BIJGEWERKT: regel("werkte de melding aan Veilig Thuis bij ({stand})", "stand"),
    Soort.NOODTOEGANG_GENOMEN: regel("nam noodtoegang tot de casus", "reden_hash"),
    Soort.NOODTOEGANG_GEWEIGERD: regel("vroeg noodtoegang en kreeg die niet"),
    Soort.NOODTOEGANG_BEEINDIGD: regel("beëindigde een noodtoegang"),
    Soort.NOODTOEGANG_BEOORDEELD: regel(
        "oordeelde over een noodtoegang: {oordeel}", "oordeel", "toelichting_hash"
    ),
    Soort.NOODTOEGANG_BEKEKEN: regel("bekeek wie noodtoegang nam, en waarom"),
    Soort.NOODBLAD_BEKEKEN: regel("bekeek het nodigste van de casus, met noodtoegang"),
    Soort.BEKENDHEID_GEVRAAGD: regel(
        "vroeg {tafels} andere overlegtafels of de betrokkenen daar bekend zijn ({bekend} keer bekend)",
        "tafels",
        "bekend",
        "doel_hash",
    ),
    Soort.BEKENDHEID_GEGEVEN: regel(
        "kreeg van {gever} te horen dat iemand daar bekend is (voor {organisatie})",
        "gever",
        "organisatie",
        "doel",
    ),
    Soort.BELANG_VASTGELEGD: regel("sloot de casus voor een {wie}", "wie", "doel", "genoemd", "reden_hash"),
    Soort.BELANG_OPGEHEVEN: regel("hief een belangenconflict op, na goedkeuring", "wie", "doel"),
    Soort.CASUS_TOEGELATEN: regel("liet de casus toe (voldoet: {voldoet})", "voldoet", "reden_hash"),
    Soort.CASUS_TERUGGESTUURD: regel("stuurde de aanmelding terug met een vraag", "reden_hash"),
    Soort.CASUS_DOORVERWEZEN: regel("verwees de casus door", "reden_hash"),
    Soort.CASUS_AFGEWEZEN: regel("wees de casus af", "reden_hash"),
    Soort.BESPREKEN_TOEGESTAAN: regel(
        "stond bespreken toe terwijl de melding volgt: {toegestaan}", "toegestaan"
    ),
    Soort.PERSONEN_VERGELEKEN: regel("vergeleek twee personen: {oordeel}", "oordeel"),
    Soort.OVERLEG_BEKEKEN: regel("bekeek het overleg"),
    Soort.LOGBOEK_BEKEKEN: regel("bekeek het logboek"),
    Soort.LOGBOEK_CASUS_BEKEKEN: regel("bekeek in het logboek wie de casus zag"),
    Soort.LOGBOEK_BETROKKENE_BEKEKEN: regel("bekeek in het logboek wie gegevens van een betrokkene zag"),
    Soort.LOGBOEK_MEDEWERKER_BEKEKEN: regel("bekeek in het logboek wat een medewerker deed"),
    Soort.LOGBOEK_SIGNALEN_BEKEKEN: regel("bekeek in het logboek wat opvalt"),
    Soort.KETEN_GEBROKEN: regel("vond bij de dagelijkse controle dat het logboek niet heel is"),
    Soort.LOGBOEK_VERSTREKKINGEN_BEKEKEN: regel("bekeek in het logboek wat aan wie is verstrekt"),
    Soort.LOGBOEK_DOORZOCHT: regel("zocht in het logboek: {wat} ({gevonden} gevonden)", "wat", "gevonden"),
    Soort.PAGINA_AFGEDRUKT: regel("drukte iets af, of bekeek het afdrukvoorbeeld – {eindpunt}", "eindpunt"),
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
    Soort.AFSPRAAK_GEMAAKT: regel("legde afspraak {nummer} vast", "nummer", "akkoord"),
    Soort.AFSPRAAK_GEWIJZIGD: regel("wijzigde afspraak {nummer} ({velden})", "nummer", "velden"),
    Soort.AFSPRAAK_VERWIJDERD: regel(
        "haalde afspraak {nummer} weg tijdens de bespreking", "nummer", "vingerafdruk"
    ),
    Soort.AFSPRAAK_AKKOORD: regel(
        "legde akkoord vast op afspraak {nummer}, gezegd door {wie} ({organisatie})",
        "nummer",
        "wie",
        "organisatie",
        "zelf",
    ),
    Soort.AFSPRAAK_NIET_AKKOORD: regel(
        "legde vast: niet akkoord met afspraak {nummer}, gezegd door {wie} ({organisatie})",
        "nummer",
        "wie",
        "organisatie",
        "zelf",
        "reden_hash",
    ),
    Soort.AFSPRAAK_GEMELD: regel(
        "meldde afspraak {nummer}: van {van} naar {naar}", "nummer", "van", "naar", "tekst_hash"
    ),
    Soort.BESLUIT_GENOMEN: regel("nam een besluit: {vraag}", "vraag", "inhoud_hash"),
    Soort.INFORMERING_VASTGELEGD: regel("legde vast wie een betrokkene informeert ({stand})", "stand"),
    Soort.INFORMERING_WEGGEHAALD: regel("haalde een nog niet geldende regel over informeren weg"),
    Soort.PARTIJ_VASTGELEGD: regel("legde een te informeren partij vast"),
    Soort.PARTIJ_WEGGEHAALD: regel("haalde een nog niet geldende te informeren partij weg"),
    Soort.OVERDRACHT_AANGEBODEN: regel("bood een overdracht aan ({wat})", "wat"),
    Soort.OVERDRACHT_INGETROKKEN: regel("trok een aangeboden overdracht in ({wat})", "wat"),
    Soort.BESPREKING_AFGEROND: regel(
        "rondde de bespreking af met {afspraken} afspraken", "afspraken", "casus_status"
    ),
    Soort.BESPREKING_AANGEHOUDEN: regel("hield de casus aan tot een volgend overleg"),
    Soort.BESPREKING_HEROPEND: regel("heropende de bespreking", "reden_hash"),
    Soort.OVERLEG_AFGEROND: regel("rondde het overleg af"),
    Soort.PLICHTEN_TOEGEWEZEN: regel("gaf {aantal} open taken aan iemand anders ({wat})", "aantal", "wat"),
    Soort.INFORMERING_GEDAAN: regel("meldde dat een betrokkene is geïnformeerd"),
    Soort.INFORMERING_UITGESTELD: regel("stelde het informeren van een betrokkene uit tot {tot}", "tot"),
    Soort.PARTIJ_GEINFORMEERD: regel("meldde dat een partij is geïnformeerd"),
    Soort.OVERDRACHT_AANGENOMEN: regel("legde vast dat een overdracht is aangenomen ({wat})", "wat", "zelf"),
    Soort.OVERDRACHT_GEWEIGERD: regel("legde vast dat een overdracht is geweigerd ({wat})", "wat", "zelf"),
    Soort.MONITORING_RONDE: regel("keek bij monitoring hoe het gaat; opnieuw op {volgende}", "volgende"),
    Soort.MONITORING_BEEINDIGD: regel("beëindigde de monitoring"),
    Soort.CASUS_TERUG_OP_AGENDA: regel("zette de casus terug op de agenda ({aanleiding})", "aanleiding"),
    Soort.CASUS_GESLOTEN: regel("sloot de casus", "reden_hash"),
    Soort.CASUS_HEROPEND: regel("heropende de casus", "reden_hash"),
    Soort.OVERLEG_GEPLAND: regel("plande een overleg op {datum}", "datum"),
    Soort.OVERLEG_GEWIJZIGD: regel("wijzigde van het overleg: {velden}", "velden"),
    Soort.OVERLEG_GEANNULEERD: regel("liet het overleg vervallen"),
    Soort.CASUS_GEAGENDEERD: regel("zette de casus op de agenda van {datum}", "datum"),
    Soort.CASUS_VAN_AGENDA: regel("haalde de casus van de agenda van {datum}", "datum"),
    Soort.CASUS_DOORGEZET: regel("zette de casus door van {van} naar {naar}", "van", "naar"),
    Soort.AGENDAPUNT_TOEGEVOEGD: regel("zette een punt op de agenda"),
    Soort.AGENDAPUNT_WEGGEHAALD: regel("haalde een punt van de agenda"),
    Soort.AGENDA_GEORDEND: regel("wijzigde de volgorde of de minuten van de agenda"),
    Soort.GAST_TOEGEVOEGD: regel("zette een gast bij een agendapunt"),
    Soort.GAST_GEWIJZIGD: regel("wijzigde de tijd van een gast"),
    Soort.GAST_WEGGEHAALD: regel("haalde een gast weg bij een agendapunt"),
    Soort.AGENDA_VERSTUURD: regel("verstuurde de agenda aan {aantal} mensen", "aantal"),
    Soort.KALENDER_GEDOWNLOAD: regel("haalde het overleg op voor de eigen kalender"),
    Soort.AANWEZIGHEID_GEMELD: regel("meldde voor het overleg: {aanwezigheid}", "aanwezigheid"),
    Soort.INFORMATIE_GEVRAAGD: regel(
        "vroeg {organisatie} wat bekend is (doel: {doel}; gegevens: {gegevens}; uiterlijk {uiterlijk})",
        "organisatie",
        "functie",
        "doel",
        "gegevens",
        "uiterlijk",
        "vraag_hash",
    ),
    Soort.VERZOEK_INGETROKKEN: regel("trok de vraag aan {organisatie} in", "organisatie"),
    Soort.VERZOEK_HERINNERD: regel("herinnerde {organisatie} aan de vraag", "organisatie"),
    Soort.VERZOEK_BEKEKEN: regel("bekeek een vraag aan de eigen organisatie"),
    Soort.VERZOEK_GEDOWNLOAD: regel("haalde een vraag aan de eigen organisatie op als Word-formulier"),
    Soort.BIJDRAGE_OPGESLAGEN: regel("bewaarde een concept van een bijdrage", "inhoud_hash"),
    Soort.BIJDRAGE_INGEDIEND: regel(
        "diende een bijdrage in", "bekend", "artikel_9", "achtergehouden", "noodzakelijk", "inhoud_hash"
    ),
    Soort.ANTWOORD_VASTGELEGD: regel(
        "legde namens {organisatie} een antwoord vast (gegeven door {gegeven_door}; {hoe}, {op})",
        "organisatie",
        "gegeven_door",
        "hoe",
        "op",
        "bekend",
        "achtergehouden",
        "noodzakelijk",
        "inhoud_hash",
    ),
    Soort.GRONDSLAG_GEVRAAGD: regel(
        "vroeg om een grondslag voor {gever} aan {ontvanger}", "gever", "ontvanger"
    ),
    Soort.GRONDSLAG_AFGEWEZEN: regel(
        "legde vast dat er geen grondslag komt voor {gever} aan {ontvanger}",
        "gever",
        "ontvanger",
        "reden_hash",
    ),
    Soort.BIJDRAGE_GEDEELD: regel(
        "deelde een bijdrage met {organisatie}", "organisatie", "doel", "noodzakelijk"
    ),
    Soort.ANTWOORD_GEDEELD: regel(
        "deelde namens {gever} een bijdrage met {organisatie} (gegeven door {gegeven_door})",
        "gever",
        "gegeven_door",
        "organisatie",
        "doel",
        "noodzakelijk",
    ),
    Soort.OM_CONTACT_VERVALLEN: regel("wijzigde wat met het OM was besproken: het contact moet opnieuw"),
    Soort.OM_CONTACT_VASTGELEGD: regel("legde contact met het OM vast: {om_uitkomst}", "om_uitkomst"),
    Soort.AANSLUITING_BESLOTEN: regel("liet {organisatie} aansluiten", "organisatie", "als_gast"),
    Soort.AANSLUITING_BEEINDIGD: regel("liet {organisatie} niet langer aansluiten", "organisatie"),
    # Verslag
    Soort.VERSLAG_BEKEKEN: regel("bekeek het verslag"),
    Soort.VERSLAG_GEDOWNLOAD: regel("haalde het verslag op als Word-bestand"),
    Soort.ACTIES_GEDOWNLOAD: regel("haalde een actielijst op als bestand"),
    Soort.AFSPRAKEN_OPGEHAALD: regel("haalde eigen afspraken over de casus op met een systeemkoppeling"),
    Soort.CASUSSEN_GEDOWNLOAD: regel("haalde de lijst van casussen op als bestand"),
    Soort.LEDENBLAD_GEDOWNLOAD: regel("haalde leden en partners van de tafel op als bestand"),
    Soort.AGENDA_GEDOWNLOAD: regel("haalde de agenda op als Word-bestand"),
    Soort.CASUS_GEDOWNLOAD: regel("haalde gegevens van de casus op in een bestand"),
    Soort.OVERDRACHT_GEDOWNLOAD: regel(
        "haalde het overdrachtsformulier voor {organisatie} op als Word-bestand",
        "gever",
        "organisatie",
        "doel",
    ),
    Soort.UITNODIGING_GEDOWNLOAD: regel("haalde de uitnodiging van een gast op als Word-bestand"),
    Soort.VERSLAG_VASTGESTELD: regel(
        "stelde het verslag vast (versie {versie}, controlegetal {controlegetal})", "versie", "controlegetal"
    ),
    Soort.VERSLAG_GERECTIFICEERD: regel(
        "voegde een rectificatie toe aan het verslag (versie {versie})", "versie", "controlegetal", "reden"
    ),
    Soort.OPMERKINGEN_GEVRAAGD: regel("vroeg om opmerkingen bij het concept, tot en met {tot}", "tot"),
    Soort.OPMERKING_GEMAAKT: regel("maakte een opmerking bij het concept van het verslag", "tekst_hash"),
    Soort.OPMERKING_INGETROKKEN: regel("trok een eigen opmerking bij het verslag in", "tekst_hash"),
    Soort.OPMERKING_AFGEHANDELD: regel(
        "behandelde een opmerking bij het verslag: {besluit}", "besluit", "antwoord_hash"
    ),
    # Beheer
    Soort.TAFEL_GEMAAKT: regel("maakte een overlegtafel"),
    Soort.TAFEL_GEWIJZIGD: regel("wijzigde het profiel van de tafel: {velden}", "velden"),
    Soort.INSTELLING_TOEGEVOEGD: regel("voegde iets toe aan {lijst}", "lijst"),
    Soort.INSTELLING_GEWIJZIGD: regel("wijzigde iets in {lijst}: {velden}", "lijst", "velden"),
    Soort.INSTELLING_UITGEZET: regel("haalde iets weg uit {lijst}", "lijst"),
    Soort.INSTELLING_AANGEZET: regel("zette iets terug in {lijst}", "lijst"),
    Soort.VOLGORDE_GEWIJZIGD: regel("wijzigde de volgorde van {lijst}", "lijst"),
    Soort.DIENSTNUMMER_GECONTROLEERD: regel("controleerde een nummer van de piketlijst"),
    Soort.CRITERIA_GEWIJZIGD: regel("maakte versie {nummer} van de instroomcriteria", "nummer"),
    Soort.REGISTRATIEAFSPRAAK_GEWIJZIGD: regel(
        "maakte versie {nummer} van de registratieafspraken", "nummer"
    ),
    Soort.HUISSTIJL_GELADEN: regel("zette versie {nummer} van de huisstijl klaar", "nummer", "controlegetal"),
    Soort.HUISSTIJL_IN_GEBRUIK: regel(
        "nam versie {nummer} van de huisstijl in gebruik", "nummer", "controlegetal"
    ),
    Soort.HUISSTIJL_WEGGEGOOID: regel("gooide versie {nummer} van de huisstijl weg", "nummer"),
    Soort.HUISSTIJL_WEGGEHAALD: regel("haalde de eigen huisstijl weg (versie {nummer})", "nummer"),
    Soort.LID_TOEGEVOEGD: regel("gaf iemand een plaats aan de tafel ({rol})", "rol"),
    Soort.LID_GEWIJZIGD: regel("wijzigde een plaats aan de tafel: {velden}", "velden"),
    Soort.LID_BEEINDIGD: regel("beëindigde een plaats aan de tafel ({rol})", "rol"),
    Soort.ORGANISATIE_GEMAAKT: regel("maakte een organisatie"),
    Soort.ORGANISATIE_GEWIJZIGD: regel("wijzigde een organisatie: {velden}", "velden"),
    Soort.GEBRUIKER_GEMAAKT: regel("maakte een account"),
    Soort.GEBRUIKER_GEWIJZIGD: regel("wijzigde een account: {velden}", "velden"),
    Soort.GEBRUIKER_UITGEZET: regel("zette een account uit"),
    Soort.GEBRUIKER_AANGEZET: regel("zette een account weer aan"),
    Soort.WACHTWOORD_GEKOZEN: regel("koos een wachtwoord met een link ({link})", "link"),
    Soort.WACHTWOORD_LINK_GEMAILD: regel("mailde een link om een wachtwoord te kiezen, op verzoek"),
    Soort.WACHTWOORD_HERSTELD: regel("liet de eigenaar van een account een nieuw wachtwoord kiezen"),
    Soort.EERSTE_BEHEERDER_GEMAAKT: regel("de eerste beheerder is gemaakt, vanaf de machine zelf"),
    Soort.SESSIES_BEEINDIGD: regel("beëindigde alle sessies van een account ({aantal})", "aantal"),
    Soort.BEHEERDER_GEMAAKT: regel("maakte een account beheerder, na goedkeuring door een tweede persoon"),
    Soort.GOEDKEURING_GEVRAAGD: regel("vroeg om goedkeuring ({wat})", "wat", "doel", "reden_hash"),
    Soort.GOEDKEURING_GEGEVEN: regel("keurde als tweede persoon goed ({wat})", "wat", "doel", "reden_hash"),
    Soort.GOEDKEURING_GEWEIGERD: regel("weigerde als tweede persoon ({wat})", "wat", "doel", "reden_hash"),
    Soort.GOEDKEURING_INGETROKKEN: regel(
        "trok een vraag om goedkeuring in ({wat})", "wat", "doel", "reden_hash"
    ),
    Soort.TWEEDE_FACTOR_GEWIST: regel("wiste de tweede stap van het inloggen van een account"),
    # Keeping and destroying
    Soort.BEWAARPLICHT_VASTGELEGD: regel(
        "hield de vernietiging van de casus tegen; opnieuw bekijken op {opnieuw_op}",
        "opnieuw_op",
        "reden_hash",
    ),
    Soort.BEWAARPLICHT_OPGEHEVEN: regel("stond vernietiging van de casus weer toe", "reden_hash"),
    Soort.CASUS_VERNIETIGD: regel(
        "vernietigde de casus ({waarom}), na een voorstel van een ander", "waarom", "voorgesteld_door"
    ),
    Soort.VERSLAG_INGEKORT: regel(
        "haalde een vernietigde casus uit het verslag (versie {versie})", "versie", "van", "naar"
    ),
    Soort.PROCESVERBAAL_BEKEKEN: regel("bekeek een verklaring van vernietiging"),
    Soort.PROCESVERBAAL_GEDOWNLOAD: regel("haalde een verklaring van vernietiging op als Word-bestand"),
    Soort.DATABASE_HERSTELD: regel(
        "de database is teruggezet uit een reservekopie van {kopie}; {opnieuw} casussen opnieuw vernietigd",
        "kopie",
        "opnieuw",
    ),
    Soort.TOEGANGSRECHTEN_GEDOWNLOAD: regel("haalde de lijst van toegangsrechten op als bestand"),
    Soort.TOEGANGSRECHTEN_BEOORDEELD: regel(
        "beoordeelde de toegangsrechten van {aantal} accounts: {oordeel}",
        "aantal",
        "oordeel",
        "controlegetal",
    ),
    Soort.POSTVAK_BEKEKEN: regel("las een bericht in het postvak"),
    Soort.BERICHT_OPNIEUW: regel("liet een bericht opnieuw versturen"),
}
