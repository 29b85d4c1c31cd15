"""What belongs to the mention of an act: heading, publication, definition (references.md, Rows and Columns)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters

BVR = "besluit van de Vlaamse Regering"
DLB = "Decreet Lokaal Bestuur"


HEADINGS = [
    Case(
        "a heading stays out of the text",
        "Het decreet van 3 mei 2019 over de kade en het water bepaalt dat.",
        [
            ("decreet van 3 mei 2019", {"act_title": "over de kade en het water"}),
        ],
    ),
    Case(
        "a heading ends at another act",
        "het decreet van 3 mei 2019 over de kade en het besluit van 7 juni 2020",
        [
            ("decreet van 3 mei 2019", {"act_title": "over de kade"}),
            ("besluit van 7 juni 2020", {"act_type": BVR}),
        ],
    ),
    Case(
        "an act inside a heading is a row",
        "decreet van 3 mei 2019 tot wijziging van het decreet van 7 juni 2001",
        [
            ("decreet van 3 mei 2019", {"act_title": "tot wijziging van het decreet van 7 juni 2001"}),
            ("decreet van 7 juni 2001", {"act_date": "2001-06-07"}),
        ],
    ),
    Case(
        "the outer act ends before the inner",
        "decreet houdende wijziging van het decreet van 7 juni 2001",
        [
            ("decreet houdende wijziging", {"act_date": None}),
            ("decreet van 7 juni 2001", {"act_date": "2001-06-07"}),
        ],
    ),
    Case(
        "an inner act by its name",
        "het decreet tot wijziging van het Energiedecreet",
        [("decreet tot wijziging", {"act_date": None}), ("Energiedecreet", {"act_date": "2009-05-08"})],
    ),
    Case(
        "an act that changed another",
        "decreet van 3 mei 2019, gewijzigd bij het decreet van 7 juni 2021",
        [
            ("decreet van 3 mei 2019", {"act_title": None}),
            ("decreet van 7 juni 2021", {}),
        ],
    ),
    Case(
        "an unknown heading without a date",
        "artikel 5 van het decreet betreffende de kade",
        [
            ("artikel 5 van het decreet", {"act_title": "betreffende de kade", "act_date": None}),
        ],
    ),
    Case("an unknown heading without a date or an article", "het decreet betreffende de kade"),
    Case(
        "in guillemets",
        "decreet van 12 juli 2013 « betreffende het onroerend erfgoed ».",
        [("decreet van 12 juli 2013", {"act_title": "Onroerenderfgoeddecreet"})],
    ),
    Case(
        "in quotes, with an article behind it",
        'decreet van 3 mei 2019 "betreffende de kade", artikel 5',
        [
            (
                'decreet van 3 mei 2019 "betreffende de kade", artikel 5',
                {"act_title": "betreffende de kade", "article": "5"},
            )
        ],
    ),
    Case(
        "in quotes, without a preposition",
        "decreet van 3 mei 2019 “Diverse havens en kades” geldt",
        [("decreet van 3 mei 2019", {"act_title": "Diverse havens en kades"})],
    ),
    Case(
        "in quotes, before the date",
        "decreet «betreffende de kade» van 3 mei 2019",
        [("decreet «betreffende de kade» van 3 mei 2019", {"act_title": "betreffende de kade"})],
    ),
    Case(
        "a sentence in quotes is none",
        "Zoals de wet van 3 mei 2019 “de burger beschermt”.",
        [("wet van 3 mei 2019", {"act_title": None})],
    ),
    Case(
        "inzonderheid ends it",
        "wet van 3 mei 2019 tot oprichting van de Kade, inzonderheid de artikelen 23 en 26",
        [
            (
                "wet van 3 mei 2019 tot oprichting van de Kade, inzonderheid de artikelen 23",
                {"act_title": "tot oprichting van de Kade", "article": "23"},
            ),
            ("26", {"article": "26"}),
        ],
    ),
    Case(
        "met name in parentheses",
        "wet van 3 mei 2019 over de kade (met name artikel 5)",
        [("wet van 3 mei 2019 over de kade (met name artikel 5)", {"act_title": "over de kade", "article": "5"})],
    ),
    Case(
        "en meer bepaald",
        "wet van 3 mei 2019 over de kade, en meer bepaald in artikel 3, § 2",
        [("wet van 3 mei 2019 over de kade, en meer bepaald in artikel 3, § 2", {"article": "3", "paragraph": "2"})],
    ),
    Case(
        "a date of the sentence ends it",
        "De wet van 4 mei 2012 tot regeling van de leningen op 1 februari 2013 in werking.",
        [("wet van 4 mei 2012", {"act_title": "tot regeling van de leningen"})],
    ),
    Case(
        "what comes into force",
        "de wet van 4 mei 2012 tot regeling van de leningen in werking trad",
        [("wet van 4 mei 2012", {"act_title": "tot regeling van de leningen"})],
    ),
    Case(
        "the participle of the sentence",
        "hij heeft het decreet van 3 mei 2019 betreffende de lokale ploegen uitgevaardigd.",
        [("decreet van 3 mei 2019", {"act_title": "betreffende de lokale ploegen"})],
    ),
    Case(
        "another participle",
        "zo werd het decreet van 3 mei 2019 over de kade gepubliceerd",
        [("decreet van 3 mei 2019", {"act_title": "over de kade"})],
    ),
    Case(
        "a noun that looks like a participle",
        "het decreet van 3 mei 2019 inzake overgewicht en over het grondgebied.",
        [("decreet van 3 mei 2019", {"act_title": "inzake overgewicht en over het grondgebied"})],
    ),
    Case(
        "a clause inside it",
        "De wet van 3 mei 2012 met betrekking tot de toelagen die worden toegekend aan de renners geldt.",
        [("wet van 3 mei 2012", {"act_title": "met betrekking tot de toelagen die worden toegekend aan de renners"})],
    ),
    Case(
        "a clause with two verbs",
        "KB van 3 mei 2012 tot bepaling van de vakken die in het Frans onderwezen kunnen worden, legt dat vast",
        [("KB van 3 mei 2012", {"act_title": "tot bepaling van de vakken die in het Frans onderwezen kunnen worden"})],
    ),
    Case(
        "an adverb of the sentence",
        "de wet van 3 mei 2012 over de kade reeds van toepassing",
        [("wet van 3 mei 2012", {"act_title": "over de kade"})],
    ),
    Case(
        "an amount is none",
        "werd bij koninklijk besluit van 8 mei 2014 op 850 euro gezet",
        [("koninklijk besluit van 8 mei 2014", {"act_title": None})],
    ),
    Case(
        "a noun before the act",
        "Wat is de impact van de wet van 4 mei 2012 op de economie?",
        [("wet van 4 mei 2012", {"act_title": None})],
    ),
    Case(
        "what an act is used for",
        "Volgt Vlaanderen de wet van 8 december 1993 voor de berekening van het loon?",
        [("wet van 8 december 1993", {"act_title": None})],
    ),
    Case(
        "a heading with op",
        "De wet van 4 mei 2012 op de kademuren luidt zo.",
        [("wet van 4 mei 2012", {"act_title": "op de kademuren"})],
    ),
    Case(
        "a known heading behind such a noun",
        "de toepassing van de wet van 5 augustus 1992 op het politieambt",
        [("wet van 5 augustus 1992", {"act_title": "Wet op het politieambt"})],
    ),
    Case(
        "a purpose is none",
        "met de wet van 4 mei 2012 tot doel om te sparen, tot 5 juni",
        [("wet van 4 mei 2012", {"act_title": None})],
    ),
    Case(
        "a heading with voor",
        "de wet van 8 december 1993 voor de bescherming van de sporters",
        [("wet van 8 december 1993", {"act_title": "voor de bescherming van de sporters"})],
    ),
    Case(
        "for whom it is",
        "de wet van 8 december 1993 voor de sporters",
        [("wet van 8 december 1993", {"act_title": None})],
    ),
    Case(
        "two acts of one day",
        "de wet van 3 mei 2012 over de toelagen geldt, de wet van 3 mei 2012 over de leningen niet; "
        "de wet van 3 mei 2012 over de toelagen blijft",
        [
            ("wet van 3 mei 2012", {"act_title": "over de toelagen"}),
            ("wet van 3 mei 2012", {"act_title": "over de leningen"}),
            ("wet van 3 mei 2012", {"act_title": "over de toelagen"}),
        ],
    ),
    Case(
        "the date behind heading and abbreviation",
        "de omzendbrief betreffende de wijkwerking (WW) van 12 maart 2011",
        [
            (
                "omzendbrief betreffende de wijkwerking (WW) van 12 maart 2011",
                {"act_title": "betreffende de wijkwerking", "act_date": "2011-03-12"},
            )
        ],
    ),
    Case(
        "coordinated behind its heading",
        "wet betreffende het vervoer, gecoördineerd op 3 juni 1995, inzonderheid artikel 12",
        [
            (
                "wet betreffende het vervoer, gecoördineerd op 3 juni 1995, inzonderheid artikel 12",
                {"act_title": "betreffende het vervoer", "act_date": "1995-06-03", "article": "12"},
            )
        ],
    ),
    Case(
        "since when",
        "het besluit van 3 mei 2013 tot vaststelling van de premies vanaf 1 juli 2014 verhoogd",
        [("besluit van 3 mei 2013", {"act_title": "tot vaststelling van de premies"})],
    ),
]

GAZETTE = [
    Case(
        "heading and publication belong to the text",
        "Decr. 3 mei 2019 over de kade, BS 7 juni 2019.",
        [("Decr. 3 mei 2019 over de kade, BS 7 juni 2019", {"published_in": "BS", "published_on": "2019-06-07"})],
    ),
    Case(
        "in points, in figures",
        "wet van 3 mei 2019 (B.S. 07.06.2019)",
        [
            ("wet van 3 mei 2019 (B.S. 07.06.2019)", {"published_in": "BS", "published_on": "2019-06-07"}),
        ],
    ),
    Case(
        "in full",
        "wet van 3 mei 2019, Belgisch Staatsblad van 7 juni 2019",
        [
            (
                "wet van 3 mei 2019, Belgisch Staatsblad van 7 juni 2019",
                {"published_in": "BS", "published_on": "2019-06-07"},
            ),
        ],
    ),
    Case(
        "with its page",
        "wet van 3 mei 2019, BS 7 juni 2019, p. 28070.",
        [
            ("wet van 3 mei 2019, BS 7 juni 2019, p. 28070", {"published_on": "2019-06-07"}),
        ],
    ),
    Case(
        "in a later clause it is data only",
        "De wet van 3 mei 2019 verscheen laat in het Belgisch Staatsblad van 7 juni 2019.",
        [
            ("wet van 3 mei 2019", {"published_in": "BS", "published_on": "2019-06-07"}),
        ],
    ),
    Case(
        "the date first",
        "De wet van 3 mei 2019 werd op 7 juni 2019 in het Belgisch Staatsblad bekendgemaakt.",
        [
            ("wet van 3 mei 2019", {"published_in": "BS", "published_on": "2019-06-07"}),
        ],
    ),
    Case(
        "not over another act",
        "de wet van 3 mei 2019 en het decreet van 5 mei 2019 (BS 7 juni 2019)",
        [
            ("wet van 3 mei 2019", {"published_in": None}),
            ("decreet van 5 mei 2019 (BS 7 juni 2019)", {"published_on": "2019-06-07"}),
        ],
    ),
    Case(
        "behind an inner act it is the inner one's",
        "wet van 3 mei 2019 tot wijziging van de wet van 7 juni 2001, BS 9 juli 2019",
        [
            ("wet van 3 mei 2019", {"published_in": None}),
            ("wet van 7 juni 2001, BS 9 juli 2019", {"published_on": "2019-07-09"}),
        ],
    ),
    Case(
        "all articles of the act share it",
        "artikelen 5 en 6 van de wet van 3 mei 2019, BS 7 juni 2019",
        [
            ("artikelen 5", {"published_on": "2019-06-07"}),
            ("6 van de wet van 3 mei 2019, BS 7 juni 2019", {"published_on": "2019-06-07"}),
        ],
    ),
]

DEFINITIONS = [
    Case(
        "a definition is no row and names the act",
        "decreet van 3 mei 2019 over de kade (hierna: KD). Artikel 5 KD en het KD.",
        [
            ("decreet van 3 mei 2019", {}),
            ("Artikel 5 KD", {"act_date": "2019-05-03", "article": "5"}),
            ("KD", {"act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "an abbreviation in brackets",
        "het decreet van 22 december 2017 over het lokaal bestuur (DLB) zegt",
        [
            ("decreet van 22 december 2017", {"act_title": DLB}),
        ],
    ),
    Case(
        "a quoted definition",
        "wet van 3 mei 2019 (hierna “de Kadewet”). De Kadewet geldt.",
        [
            ("wet van 3 mei 2019", {"act_title": "Kadewet"}),
            ("Kadewet", {"act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "a definition without brackets",
        "de wet van 3 mei 2019, hierna de Kadewet genoemd. De Kadewet geldt.",
        [
            ("wet van 3 mei 2019", {}),
            ("Kadewet", {"act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "a bare word can be defined",
        "decreet van 3 mei 2019 (hierna: het decreet), decreet van 7 juni 2020. Het decreet geldt.",
        [
            ("decreet van 3 mei 2019", {}),
            ("decreet van 7 juni 2020", {}),
            ("decreet", {"act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "a name of the table beside the citation",
        "het decreet van 15 juli 2005 (het Gemeentedecreet), artikel 57",
        [
            (
                "decreet van 15 juli 2005 (het Gemeentedecreet), artikel 57",
                {"act_title": "Gemeentedecreet", "article": "57"},
            ),
        ],
    ),
    Case(
        "a definition holds only from there on",
        "KD is nog niets. Decreet van 3 mei 2019 (hierna: KD).",
        [
            ("Decreet van 3 mei 2019", {}),
        ],
    ),
    Case(
        "before the publication",
        "wet van 3 mei 2019 over de kade (hierna: KW), BS 7 juni 2019",
        [
            ("wet van 3 mei 2019 over de kade (hierna: KW), BS 7 juni 2019", {"published_on": "2019-06-07"}),
        ],
    ),
    Case(
        "the outer act of two",
        "besluit van de Vlaamse Regering van 3 mei 2019 tot uitvoering van het decreet van 7 juni 2001 over de kade "
        "(hierna: het Uitvoeringsbesluit). Artikel 3 van het Uitvoeringsbesluit.",
        [
            ("besluit van de Vlaamse Regering van 3 mei 2019", {}),
            ("decreet van 7 juni 2001", {}),
            ("Artikel 3 van het Uitvoeringsbesluit", {"act_type": BVR, "act_date": "2019-05-03"}),
        ],
    ),
    Case(
        "the inner act where its type tells",
        "besluit van de Vlaamse Regering van 3 mei 2019 tot uitvoering van het decreet van 7 juni 2001 over de kade "
        "(hierna: Kadedecreet). Artikel 3 van het Kadedecreet.",
        [
            ("besluit van de Vlaamse Regering van 3 mei 2019", {}),
            ("decreet van 7 juni 2001", {}),
            ("Artikel 3 van het Kadedecreet", {"act_type": "decreet", "act_date": "2001-06-07"}),
        ],
    ),
    Case(
        "the inner act where the table knows the name",
        "decreet van 3 mei 2019 tot wijziging van het decreet van 5 april 1995 (DABM)",
        [
            ("decreet van 3 mei 2019", {"act_title": "tot wijziging van het decreet van 5 april 1995"}),
            ("decreet van 5 april 1995", {"act_title": "DABM"}),
        ],
    ),
    Case(
        "the abbreviation of a body in the heading",
        "De wet van 4 mei 2013 over het Agentschap voor Sportieve Keuring (ASK) geldt. Artikel 3 is er. Het ASK wacht.",
        [("wet van 4 mei 2013", {"act_title": "over het Agentschap voor Sportieve Keuring"})],
    ),
    Case(
        "an abbreviation that begins with the type",
        "decreet van 3 mei 2019 over Sport en Bewegen (DSB). Zie artikel 4 DSB.",
        [("decreet van 3 mei 2019", {}), ("artikel 4 DSB", {"act_date": "2019-05-03"})],
    ),
]


@pytest.mark.parametrize("case", parameters([*HEADINGS, *GAZETTE, *DEFINITIONS]))
def test_attachments(case: Case) -> None:
    check(case, "legislation")
