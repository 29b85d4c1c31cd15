"""Words of Dutch as data: closed word classes and abbreviations.

The lists were drawn up for this project, from the closed word classes of Dutch grammar and the usual abbreviations of
official texts.
"""

from __future__ import annotations

# Articles, prepositions, conjunctions, relative words, and adverbs that stand before a figure: something follows them.
NEVER_LAST = frozenset(
    "de het een den der en of maar want dat die als dan om te van in op tot met voor aan door bij uit naar over per "
    "sinds vanaf na tussen tegen zonder binnen buiten onder boven volgens wegens tijdens rond omtrent naast achter "
    "omdat zodat hoewel terwijl indien wanneer toen zodra tenzij zoals waarvan waarin waarbij waarop waarvoor waarmee "
    "ruim bijna circa ongeveer minstens hoogstens maximaal minimaal zowat slechts amper al dit deze wiens".split()
)
# Their full stop ends no sentence: a number, a name or an enumeration follows.
ABBREVIATIONS = frozenset(
    "nr nrs art artt blz pag pp p cf vgl zgn nl bv bijv ca resp incl excl max min gem dhr mevr dr prof ing ir mr st vs "
    "hfst afd par i.s.m m.b.t t.o.v t.a.v d.w.z m.a.w m.n o.a o.m o.l.v t.e.m i.v.m i.h.k.v i.h.b n.a.v d.d w.o i.p.v "
    "a.h.w c.q d.m.v m.i.v t.w.v z.g".split()
)
# Of these a number follows.
NUMBERED = frozenset("nr nrs art artt blz pag pp p hfst afd par st".split())
# Words that a number follows which is theirs: on the next line alone it is no label.
BEFORE_NUMBER = frozenset(
    "vraag vragen deelvraag deelvragen punt punten artikel artikels artikelen bijlage bijlagen tabel figuur hoofdstuk "
    "lid paragraaf".split()
)
# And these stand at the end of a sentence as well.
ENDING_ABBREVIATIONS = frozenset({"vs", "bv"})
# Words that never fill a table cell on their own: alone on a line, they show a line justified to one word a line.
FUNCTION_WORDS = frozenset(
    "de het een en of van in op te tot met voor aan door bij uit naar om dat die dit deze is zijn was waren wordt "
    "worden werd werden niet ook als er dan maar over per zoals onder hun haar zich wel nog welke hoe wat wie".split()
)
# Words that a sentence goes on with after an address, besides those that nothing ends with.
AFTER_ADDRESS = frozenset(
    "is zijn was waren worden wordt werd werden kan kunnen kon moet moeten zal zullen heeft hebben staat staan vindt "
    "vinden vind geeft geven biedt bieden bevat bevatten toont tonen verwijst u ik we wij men er ook nog niet meer "
    "terug raadplegen raadpleegbaar beschikbaar gepubliceerd hun haar zij ze hij alsook evenals waarna".split()
)
# Words that open a sentence far more often than they stand capitalised inside a title: articles, pronouns,
# prepositions, conjunctions, adverbs. They show where a title ends once its line end is lost.
SENTENCE_OPENERS = frozenset(
    "De Het Een In Op Uit Met Bij Van Voor Door Na Naar Sinds Volgens Om Als Er Ik Wij We Ze Zij Hij Dit Dat Deze "
    "Die Tijdens Tussen Over Onder Ook Al Alle Elk Elke Veel Vele Wie Wat Hoe Hoeveel Welke Wanneer Waar Waarom "
    "Naast Binnen Momenteel Vandaag Vorig Vorige Onlangs Recent Eind Begin Vanaf Tot Zoals Hoewel Omdat Terwijl "
    "Jaarlijks Steeds Daarnaast Mijn Onze Uw Enkele Verschillende Sommige Aan Te Tegen Zonder Per Is Zijn Kan "
    "Worden Heeft Daarom Daarna Daarbij Daardoor Hierdoor Hierbij Intussen Ondertussen Toch Zo Bovendien Sindsdien "
    "Nochtans Nadien Opnieuw Vooral Zowel Slechts Amper Inmiddels Tegenwoordig Ondanks Dankzij Indien Hierover "
    "Daarover Daarmee Niet Geen Men".split()
)
# Verbs that stand in no title: a sentence has begun before them.
VERBS_OF_SENTENCES = frozenset(
    "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden moet moeten moest "
    "moesten zal zullen zou zouden mag mogen blijft blijven bleef bleven krijgt krijgen kreeg kregen gaat gaan "
    "ligt liggen lag lagen komt komen kwam kwamen".split()
)
# What a noun phrase begins with, before its adjectives.
DETERMINERS = frozenset(
    "de het een dit dat deze die zijn haar hun ons onze elk elke ieder iedere alle beide sommige enige enkele geen "
    "dezer dezelfde hetzelfde".split()
)
# What joins a noun phrase to the noun before it.
PREPOSITIONS = frozenset(
    "van der des in op voor met bij door uit aan naar tot ter ten over onder tussen tegen zonder binnen buiten boven "
    "per via inzake betreffende houdende inhoudende aangaande omtrent nopens wegens tijdens jegens ingevolge rond "
    "rondom langs achter naast tegenover vanuit vanwege behoudens te".split()
)
COORDINATORS = frozenset("en of en/of alsook alsmede evenals".split())
# Prepositions and conjunctions that a sentence goes on with, rather than a noun phrase.
SENTENCE_LINKS = frozenset(
    "dat zoals als dan omdat zodat opdat hoewel terwijl indien wanneer toen zodra tenzij mits daar aangezien teneinde "
    "naargelang vooraleer alvorens zolang vanaf sinds sedert volgens krachtens overeenkomstig gedurende ondanks "
    "dankzij conform na maar want waarbij waarmee waarna waardoor waarnaar".split()
)
PRONOUNS = frozenset("ik u je jij hij zij ze we wij jullie men er wie zich dit niemand iedereen iemand".split())
# Adverbs that belong to the verb of a sentence.
ADVERBS = frozenset(
    "niet ook reeds al nog wel echter immers evenwel eveneens tevens thans nu momenteel onlangs intussen inmiddels "
    "ondertussen daarom dus toch slechts enkel alleen steeds altijd nooit vaak soms meestal alsnog bijgevolg derhalve "
    "bovendien daarnaast vervolgens nadien daarna daarbij hierbij hiervoor hierover inderdaad "
    "uitdrukkelijk expliciet impliciet overigens trouwens namelijk weliswaar goed opnieuw voortaan sindsdien "
    "onmiddellijk meteen zowel nochtans desondanks uiteraard anders samen later vroeger".split()
)
# Finite verbs of sentences about rules, besides those of `VERBS_OF_SENTENCES`.
VERBS_OF_RULES = frozenset(
    "bepaalt bepaalde bepaalden bepalen voorziet voorzag voorzagen voorzien stelt stelde stelden stellen regelt "
    "regelde regelen legt legde legden leggen maakt maakte maakten maken geldt geldde gelden gold golden bevat "
    "bevatte bevatten schrijft schreef schrijven verplicht verplichtte verplichten laat liet lieten laten geeft gaf "
    "gaven geven vormt vormde vormden vormen trad traden treedt treden vermeldt vermeldde vermelden verwijst "
    "verwees verwijzen dient diende dienden dienen biedt bood boden bieden omschrijft omschreef definieert "
    "definieerde ziet zag zien beoogt beoogde beogen vereist vereiste vereisen verbiedt verbood verbieden verleent "
    "verleende verlenen creëert creëerde creeert creeerde voert voerde voerden voeren ging gingen kwam kwamen staat "
    "stond stonden staan luidt luidde somt somde eist eiste erkent erkende garandeert garandeerde kent kende kenden "
    "breidt breidde hanteert hanteerde vraagt vroeg beschermt beschermde zorgt zorgde verving vervangt wijzigt "
    "wijzigde betreft betrof beschikt beschikken hervormt hervormde organiseert organiseerde machtigt machtigde "
    "verduidelijkt verduidelijkte preciseert preciseerde introduceert introduceerde bevestigt bevestigde "
    "onderscheidt heet luiden zegt zei zeggen blijkt bleek blijken leidt leidde leiden brengt bracht houdt hield "
    "neemt nam namen nemen zet zette beperkt beperkte versterkt versterkte werkt werkte spreekt sprak verklaart "
    "verklaarde behandelt behandelde dekt dekte vergt vergde behoort behoorde behoren valt viel vielen vallen "
    "toelaat toeliet wil wou wilde willen hoeft hoefde belast belasten vertrekt roept riep richt richtte verdeelt "
    "verdeelde heft hief voldoet voldoen volstaat bestaat bestond bestaan berust berustte berusten steunt steunde "
    "strekt strekte volgt volgde vloeit vloeide hangt hing loopt liep wijst wees toont toonde duidt duidde slaat "
    "lijkt leek begint begon eindigt eindigde vervalt verviel ontstaat ontstond beslist besliste beslissen "
    "stipuleert stipuleerde bekrachtigt bekrachtigde".split()
)
