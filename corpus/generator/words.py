"""The words that generated documents are made of: word lists written for this project.

Compounds are built from a first and a second half, so that there are more of them than anyone would write down, and
so that it is known where typesetting may break them (`marks.JOINT` stands at the joint).
"""

from __future__ import annotations

from random import Random

from corpus.generator.marks import JOINT

# Nouns with their article and plural.
NOUNS = [
    tuple(line.split("/"))
    for line in """de/gemeente/gemeenten de/school/scholen de/vereniging/verenigingen het/bedrijf/bedrijven
    de/woning/woningen het/gezin/gezinnen de/leerling/leerlingen de/patiënt/patiënten de/fietser/fietsers
    de/reiziger/reizigers de/werknemer/werknemers de/werkgever/werkgevers de/landbouwer/landbouwers
    de/huurder/huurders de/eigenaar/eigenaars het/museum/musea de/bibliotheek/bibliotheken de/instelling/instellingen
    het/project/projecten de/aanvraag/aanvragen het/dossier/dossiers de/vergunning/vergunningen
    de/maatregel/maatregelen het/initiatief/initiatieven de/oproep/oproepen de/campagne/campagnes de/studie/studies
    het/onderzoek/onderzoeken het/rapport/rapporten de/evaluatie/evaluaties het/gebouw/gebouwen de/brug/bruggen
    de/haven/havens het/kanaal/kanalen de/rivier/rivieren het/bos/bossen het/park/parken het/dorp/dorpen
    de/stad/steden de/wijk/wijken de/provincie/provincies het/netwerk/netwerken de/dienst/diensten
    de/werking/werkingen de/opleiding/opleidingen het/diploma/diploma’s de/student/studenten de/leraar/leraren
    de/vrijwilliger/vrijwilligers de/mantelzorger/mantelzorgers de/jongere/jongeren de/senior/senioren
    de/nieuwkomer/nieuwkomers de/kandidaat/kandidaten de/consument/consumenten de/ondernemer/ondernemers
    de/ploeg/ploegen het/team/teams de/partner/partners het/akkoord/akkoorden de/overeenkomst/overeenkomsten
    het/criterium/criteria de/drempel/drempels de/klacht/klachten de/melding/meldingen
    de/controle/controles de/boete/boetes de/inspectie/inspecties het/incident/incidenten de/storing/storingen
    de/investering/investeringen de/subsidie/subsidies de/premie/premies de/lening/leningen de/toelage/toelagen
    het/tarief/tarieven de/begroting/begrotingen de/uitgave/uitgaven de/opbrengst/opbrengsten de/inkomst/inkomsten
    de/termijn/termijnen de/procedure/procedures de/regeling/regelingen het/systeem/systemen de/toepassing/toepassingen
    het/platform/platformen de/databank/databanken het/toestel/toestellen de/installatie/installaties
    de/machine/machines het/voertuig/voertuigen de/bus/bussen de/tram/trams de/halte/haltes het/station/stations
    de/lijn/lijnen de/weg/wegen het/kruispunt/kruispunten de/parking/parkings de/werf/werven de/buurt/buurten
    het/perceel/percelen de/akker/akkers de/boom/bomen de/plant/planten de/soort/soorten het/dier/dieren
    de/hond/honden de/stal/stallen de/kwekerij/kwekerijen de/visser/vissers de/jager/jagers de/boer/boeren
    de/speler/spelers de/trainer/trainers de/club/clubs het/stadion/stadions het/zwembad/zwembaden
    de/zaal/zalen het/festival/festivals de/kunstenaar/kunstenaars het/orkest/orkesten de/auteur/auteurs
    de/uitgever/uitgevers de/omroep/omroepen de/krant/kranten het/programma/programma’s de/uitzending/uitzendingen
    het/monument/monumenten de/kerk/kerken het/kasteel/kastelen de/toerist/toeristen het/hotel/hotels
    de/gids/gidsen de/route/routes het/pad/paden de/kust/kusten de/dijk/dijken de/sluis/sluizen
    het/ziekenhuis/ziekenhuizen de/arts/artsen de/apotheek/apotheken de/verpleegkundige/verpleegkundigen
    de/opvang/opvangplaatsen de/kribbe/kribbes het/kind/kinderen de/ouder/ouders de/leefgroep/leefgroepen
    de/begeleider/begeleiders de/voorziening/voorzieningen het/centrum/centra de/bewoner/bewoners""".split()
]
# The first halves of compounds, with the letter that links them where there is one.
FIRST_HALVES = """subsidie water fiets zorg school bos haven jeugd sport cultuur erfgoed energie warmte wind zonne
klimaat lucht bodem natuur afval voedsel landbouw dieren vee vis zaad markt handels export innovatie onderzoeks
kennis taal lees leer stage opleidings beroeps arbeids loon pensioen gezins kinder ouderen buurt wijk stads dorps
plattelands kust rivier brug weg verkeers spoor tram bus taxi vracht goederen reis woon huur koop bouw dak gevel
sloop archief museum theater film muziek dans omroep pers media data netwerk digitaliserings veiligheids inspectie
controle vergunnings aanvraag dossier begrotings investerings premie steun krediet belasting erf notaris gemeente
provincie bestuurs personeels vrijwilligers patiënten medicijn ziekenhuis huisartsen apotheek preventie vaccinatie
hitte droogte overstromings rampen brandweer ambulance integratie inburgerings asiel armoede schuld toeslag opvang
adoptie pleeg scholings examen internaat leerlingen studenten toelatings beurs toerisme hotel camping wandel ruiter
jacht""".split()
# The second halves, with article and plural.
SECOND_HALVES = [
    tuple(line.split("/"))
    for line in """het/bedrag/bedragen het/beheer/beheerplannen het/beleid/beleidslijnen het/plan/plannen
    het/fonds/fondsen
    de/aanvraag/aanvragen de/regeling/regelingen de/dienst/diensten het/loket/loketten de/toets/toetsen
    het/register/registers de/kaart/kaarten de/zone/zones het/traject/trajecten de/proef/proeven de/norm/normen
    de/premie/premies de/bonus/bonussen het/budget/budgetten de/kosten/kosten de/prijs/prijzen
    het/contract/contracten de/commissie/commissies de/raad/raden het/overleg/overlegmomenten de/werking/werkingen
    het/netwerk/netwerken de/ploeg/ploegen de/sector/sectoren het/aanbod/aanbieders de/plaats/plaatsen
    het/centrum/centra het/kantoor/kantoren de/campus/campussen de/lijst/lijsten het/verslag/verslagen
    de/meting/metingen de/monitor/monitors de/studie/studies de/coach/coaches de/begeleiding/begeleidingen
    de/opleiding/opleidingen de/campagne/campagnes de/actie/acties het/project/projecten het/initiatief/initiatieven
    de/test/tests de/controle/controles de/klacht/klachten""".split()
]
# Words with a hyphen of their own: it stays, wherever a line ends.
HYPHENATED_NOUNS = [
    ("de", "kmo-portefeuille"), ("de", "PV-installatie"), ("het", "IT-systeem"), ("de", "auto-industrie"),
    ("de", "radio-uitzending"), ("het", "btw-tarief"), ("de", "gsm-mast"), ("de", "vzw-structuur"),
    ("het", "cao-overleg"), ("de", "hiv-preventie"), ("de", "LED-verlichting"), ("de", "tbc-screening"),
]  # fmt: skip
HYPHENATED_ADJECTIVES = """sociaal-economische Oost-Vlaamse West-Vlaamse Vlaams-Brabantse Noord-Limburgse
niet-commerciële niet-erkende psycho-sociale juridisch-technische""".split()

# Inflected adjectives: they stand after a definite article or before a plural only.
ADJECTIVES = """nieuwe lokale grote kleine kwetsbare erkende bestaande jonge oudere digitale duurzame regionale
gesubsidieerde private publieke betrokken landelijke stedelijke bijkomende tijdelijke vaste verplichte vrijwillige
geplande lopende afgeronde uitgestelde gezamenlijke eigen externe interne Vlaamse provinciale gemeentelijke
buitenlandse innovatieve toegankelijke betaalbare kwaliteitsvolle leegstaande verouderde gerenoveerde moderne
ambitieuze bescheiden opvallende snelle trage complexe eenvoudige specifieke algemene structurele eenmalige
jaarlijkse recente vroegere resterende meeste belangrijkste onafhankelijke wetenschappelijke technische financiële
sociale culturele economische ecologische pedagogische medische juridische administratieve logistieke""".split()
ADVERBS = """vandaag momenteel intussen voortaan geleidelijk opnieuw nauwelijks vooral doorgaans meestal vaak soms
steeds tijdelijk effectief voldoende vrijwillig systematisch jaarlijks rechtstreeks afzonderlijk gezamenlijk
zorgvuldig grondig volledig gedeeltelijk onverwacht""".split()
# Past participles that go with `werd` or `werden`, and infinitives that go with a modal verb and an object.
PARTICIPLES = """ingediend goedgekeurd geweigerd uitbetaald stopgezet opgestart verlengd geëvalueerd aangepast
geregistreerd gecontroleerd gesloten geopend verkocht aangekocht afgebroken heropgebouwd onderzocht bevraagd
begeleid ondersteund gefinancierd vrijgesteld doorverwezen opgevolgd vastgesteld geïnspecteerd beboet uitgesteld
toegekend teruggevorderd ontwikkeld getest uitgerold verspreid hernieuwd gerenoveerd verplaatst""".split()
INFINITIVES = """versterken verlengen evalueren herzien financieren vereenvoudigen ondersteunen verdelen verplichten
stimuleren bevorderen controleren publiceren hervormen hernemen verankeren beveiligen onderzoeken
verbeteren verhogen verlagen spreiden digitaliseren beschermen herstellen vernieuwen""".split()
ACTING = """vragen organiseren ondersteunen beheren gebruiken kennen melden zoeken ontwikkelen delen controleren
onderhouden financieren bezoeken plannen begeleiden missen vermijden waarderen verwachten""".split()
FIELDS = """mobiliteit;huisvesting;landbouw;onderwijs;cultuur;jeugdwerk;toerisme;energie;natuurbeheer;waterbeleid;
dierenwelzijn;sport;inburgering;armoedebestrijding;volksgezondheid;gezinszorg;ouderenzorg;werkgelegenheid;innovatie;
digitalisering;erfgoedzorg;media;luchtkwaliteit;bodembescherming;voedselveiligheid;handhaving;ruimtelijke ordening;
duaal leren;kinderopvang;volwassenenonderwijs;sociale economie;buitenlandse handel;openbaar vervoer""".replace(
    "\n", ""
).split(";")
PLACES = """Antwerpen Gent Brugge Leuven Hasselt Mechelen Aalst Kortrijk Oostende Genk Roeselare Turnhout Dendermonde
Lokeren Vilvoorde Ieper Diest Tienen Tongeren Geel Mol Herentals Lier Boom Ninove Ronse Zottegem Eeklo Deinze Tielt
Waregem Izegem Torhout Veurne Diksmuide Blankenberge Halle Aarschot Bree Maaseik Lommel Beringen Bilzen Herk-de-Stad
Heist-op-den-Berg Sint-Truiden Sint-Niklaas Knokke-Heist Houthalen-Helchteren Bonheiden""".split()
REGIONS = """Antwerpen Limburg Oost-Vlaanderen West-Vlaanderen Vlaams-Brabant Haspengouw Kempen Meetjesland Westhoek
Pajottenland Hageland Waasland Denderstreek Maasland Brussel""".split()
BODIES = [
    "het Agentschap {0}", "het Departement {0}", "de Vlaamse Dienst {0}", "het Vlaams Instituut voor {1}",
    "de Adviesraad {0}", "het Steunpunt {0}", "de Vlaamse Koepel {0}", "het Kenniscentrum {0}", "de Federatie {0}",
]  # fmt: skip
BODY_NAMES = """Wonen Mobiliteit Water Erfgoed Jeugd Landbouw Zeevisserij Onderwijs Werk Natuur Bos Energie Wegen
Havens Sport Zorg Gezin Gezondheid Inburgering Media Toerisme Handel Innovatie Bestuur Justitie Dierenwelzijn""".split()
FIRST_NAMES = """Aagje Bavo Celien Dieter Eveline Floris Godelieve Hannes Ilse Joris Katrijn Lieven Marleen Niels
Orphée Pepijn Renilde Stefaan Tessa Urbain Veerle Wannes Xandra Yves Zjef Anaïs Benoît Chloé Désiré Ann-Sofie
Jean-Luc Marie-José Hüseyin Noëlla Björn Kübra Fatiha Achraf Odette Gerlinde Machteld Roderik Sigrid Wivina""".split()
LAST_NAMES = """Abeloos Bogaertsen Callewaertse Deschoolmeester Everaertsen Fonteynaert Goossensen Hoebekens
Ingelbrechts Joossensen Kerkhofsen Lammensdorp Maertensen Nachtegaelen Ooghebaert Peetermansen Quaghebeur
Roelandtsen Schollaerts Tavernierse Uyttendaelen Verstockten Wouterszoon Ysebaertsen Zwaenepoelen Blommaertse
Cnockaertsen Dhondtsen Gyselinckx Haegemansen Lefèvrens Noëlsen Pauwelynsen Rombautsen Snoecksen Truyensen
Vinckiersen Wyffelsen""".split()
PARTICLES = ["Van", "De", "Van De", "Van Der", "Van Den", "Vanden", "De La", "Ter", "Van Ter", "D'", "D’", "Op De"]
PORTFOLIOS = """Mobiliteit;Openbare Werken;Onderwijs;Sport;Dierenwelzijn;Vlaamse Rand;Welzijn;Volksgezondheid;Gezin;
Armoedebestrijding;Binnenlands Bestuur;Steden- en Plattelandsbeleid;Inburgering;Gelijke Kansen;Omgeving;Landbouw;
Energie;Klimaat;Toerisme;Jeugd;Wonen;Cultuur;Media;Brussel;Economie;Innovatie;Industrie;Buitenlandse Zaken;
Digitalisering;Facilitair Management;Begroting;Financiën;Onroerend Erfgoed;Werk;Sociale Economie;Justitie;Handhaving;
Zeevisserij;Wetenschap;Bestuurszaken""".replace("\n", "").split(";")
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
BULLETS = ["-", "•", "–", "*", "o", "◦", "▪"]
# What lengthens a paragraph whose last line would otherwise be full, so that everybody sees where it ends.
FILLERS = [
    "Dat blijft zo.", "Daar is iedereen het over eens.", "Zo staat het er vandaag voor.",
    "Aan dat uitgangspunt is sindsdien niets veranderd.", "Dat is op zich niet verrassend.", "Dat vraagt tijd.",
    "Een snelle oplossing ligt evenwel niet voor de hand, zo geven alle betrokkenen aan.", "Dat is een goede zaak.",
]  # fmt: skip


def compound(random: Random) -> tuple[str, str, str]:
    """A compound noun: its article, singular and plural, with the joint marked."""
    first = random.choice(FIRST_HALVES)
    article, singular, plural = random.choice(SECOND_HALVES)
    if first.endswith("s") and singular.startswith("s"):
        first = first[:-1]
    return article, f"{first}{JOINT}{singular}", f"{first}{JOINT}{plural}"


def person(random: Random) -> str:
    """A name as the tables write it: `Katrijn Van Der Everaertsen`, `Joris D'Abeloos`."""
    last = random.choice(LAST_NAMES)
    if random.random() < 0.35:
        particle = random.choice(PARTICLES)
        last = f"{particle}{last}" if particle[-1] in "'’" else f"{particle} {last}"
    if random.random() < 0.08:
        last = f"{last}-{random.choice(LAST_NAMES)}"
    return f"{random.choice(FIRST_NAMES)} {last}"


def portfolios(random: Random, most: int = 6) -> list[str]:
    """The portfolios of one minister, in their usual spelling."""
    return random.sample(PORTFOLIOS, random.randint(1, most))


def office(listed: list[str]) -> str:
    """`Mobiliteit`, `Jeugd en Media`, `Jeugd, Sport en Media`."""
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} en {listed[-1]}"


def number(random: Random, low: int = 2, high: int = 99_999) -> str:
    """A count as Dutch writes it: `37`, `1.245`."""
    value = int(low * (high / low) ** random.random())
    return f"{value:,}".replace(",", ".")


def date_words(random: Random, first: int = 2015, last: int = 2025) -> str:
    """`3 maart 2021`."""
    return f"{random.randint(1, 28)} {random.choice(MONTHS)} {random.randint(first, last)}"


def body(random: Random) -> str:
    """A public body: `het Agentschap Jeugd en Water`."""
    one, other = random.sample(BODY_NAMES, 2)
    name = f"{one} en {other}" if random.random() < 0.3 else one
    return random.choice(BODIES).format(name, one)
