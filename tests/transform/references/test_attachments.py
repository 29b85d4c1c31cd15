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
]


@pytest.mark.parametrize("case", parameters([*HEADINGS, *GAZETTE, *DEFINITIONS]))
def test_attachments(case: Case) -> None:
    check(case, "legislation")
