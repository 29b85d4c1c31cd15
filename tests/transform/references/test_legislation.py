"""Belgian acts: by type and date, by name, by pointing back, and what only looks like one (references.md)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, note, parameters, passage, references
from transform.references import find_references

BVR = "besluit van de Vlaamse Regering"
DLB = "Decreet Lokaal Bestuur"


def _dated(guards: str, text: str, act_type: str, act_date: str | None = "2019-05-03") -> Case:
    """A text that is one citation from its first character to its last."""
    return Case(guards, f"Zie {text}!", [(text, {"act_type": act_type, "act_date": act_date, "article": None})])


TYPES = [
    _dated("a decree", "decreet van 3 mei 2019", "decreet"),
    _dated("a programme decree is a decree", "programmadecreet van 3 mei 2019", "decreet"),
    _dated("a decree, abbreviated", "Decr. Vl. 3 mei 2019", "decreet"),
    _dated("a decree, abbreviated and glued", "Decr.Vl.Parl. 3 mei 2019", "decreet"),
    _dated("a special decree", "bijzonder decreet van 3 mei 2019", "bijzonder decreet"),
    _dated("a law", "wet van 3 mei 2019", "wet"),
    _dated("a programme law", "programmawet van 3 mei 2019", "wet"),
    _dated("coordinated laws", "gecoördineerde wetten van 3 mei 2019", "wet"),
    _dated("a special law", "bijzondere wet van 3 mei 2019", "bijzondere wet"),
    _dated("a decision of the government", "besluit van de Vlaamse Regering van 3 mei 2019", BVR),
    _dated("a decision of the government, date first", "besluit van 3 mei 2019 van de Vlaamse Regering", BVR),
    _dated("a decision of the government, abbreviated", "BVR 3 mei 2019", BVR),
    _dated("a decision of the government, in points", "B.Vl.R. 3 mei 2019", BVR),
    _dated("a decision whose author is not told", "besluit van 3 mei 2019", BVR),
    _dated(
        "a decision of the executive",
        "besluit van de Vlaamse Executieve van 3 mei 1989",
        "besluit van de Vlaamse Executieve",
        "1989-05-03",
    ),
    _dated("a royal decision", "koninklijk besluit van 3 mei 2019", "koninklijk besluit"),
    _dated("a royal decision in capitals", "Koninklijk Besluit van 3 mei 2019", "koninklijk besluit"),
    _dated("a royal decision, abbreviated", "KB van 3 mei 2019", "koninklijk besluit"),
    _dated("a royal decision, in points", "K.B. 3 mei 2019", "koninklijk besluit"),
    _dated("a ministerial decision", "ministerieel besluit van 3 mei 2019", "ministerieel besluit"),
    _dated("a ministerial decision, abbreviated", "MB 3 mei 2019", "ministerieel besluit"),
    _dated(
        "a decision of a minister",
        "besluit van de Vlaamse minister van Onderwijs van 3 mei 2019",
        "ministerieel besluit",
    ),
    _dated("an ordinance", "ordonnantie van 3 mei 2019", "ordonnantie"),
    _dated("a circular", "omzendbrief van 3 mei 2019", "omzendbrief"),
    _dated("a cooperation agreement", "samenwerkingsakkoord van 3 mei 2019", "samenwerkingsakkoord"),
    _dated("a date in figures", "decreet van 3/05/2019", "decreet"),
    _dated("a date in points", "decreet van 3.5.2019", "decreet"),
    _dated("a date in two digits", "decreet van 3-5-19", "decreet"),
    _dated("a date with dd.", "BVR dd. 3 mei 2019", BVR),
    _dated("an impossible date is none", "decreet van 31 februari 2019", "decreet", None),
    _dated("a date without a year is none", "decreet van 3 mei", "decreet", None),
    _dated("the parliament between type and date", "decreet van het Vlaams Parlement van 3 mei 2019", "decreet"),
]

NUMBERS = [
    Case("a numbered royal decision", "KB nr. 22 van 3 mei 2019", [("KB nr. 22 van 3 mei 2019", {"number": "22", "act_date": "2019-05-03"})]),
    Case(
        "a numbered decision that the table knows",
        "koninklijk besluit nr. 78",
        [("koninklijk besluit nr. 78", {"number": "78", "act_date": "1967-11-10"})],
    ),
    Case("a circular by number", "de omzendbrief KB/ABB 2019/2 zegt", [("omzendbrief KB/ABB 2019/2", {"number": "KB/ABB 2019/2"})]),
    Case("a circular with slashes", "omzendbrief LNE/2009/1", [("omzendbrief LNE/2009/1", {"number": "LNE/2009/1"})]),
    Case(
        "a circular by number and date",
        "omzendbrief BB 2019/1 van 3 mei 2019",
        [("omzendbrief BB 2019/1 van 3 mei 2019", {"number": "BB 2019/1", "act_date": "2019-05-03"})],
    ),
    Case("several dates of one type", "de decreten van 3 mei 2019 en 7 juni 2020", [
        ("decreten van 3 mei 2019", {"act_date": "2019-05-03"}), ("7 juni 2020", {"act_type": "decreet", "act_date": "2020-06-07"}),
    ]),
]  # fmt: skip

NAMES = [
    Case(
        "a short name that the table knows stands alone",
        "Ook het Ondersteuningsdecreet geldt.",
        [("Ondersteuningsdecreet", {"act_type": "decreet", "act_title": "Ondersteuningsdecreet", "act_date": "2012-02-17"})],
    ),
    Case(
        "an act with a numac has an ELI",
        "het Ondersteuningsdecreet",
        [("Ondersteuningsdecreet", {"identifier": "http://www.ejustice.just.fgov.be/eli/decreet/2012/02/17/2012035299/justel"})],
    ),
    Case("an act without a numac has none", "het Energiebesluit", [("Energiebesluit", {"identifier": None, "act_date": "2010-11-19"})]),
    Case("a name of several words", "de Vlaamse Codex Overheidsfinanciering", [
        ("Vlaamse Codex Overheidsfinanciering", {"act_type": "decreet", "act_title": "Vlaamse Codex Overheidsfinanciën"}),
    ]),
    Case("a name with a hanging hyphen", "het Grond- en Pandendecreet", [("Grond- en Pandendecreet", {"act_date": "2009-03-27"})]),
    Case("a name in small letters", "het decreet lokaal bestuur", [("decreet lokaal bestuur", {"act_title": DLB})]),
    Case("an abbreviation", "artikel 5 VCRO", [("artikel 5 VCRO", {"act_title": "Vlaamse Codex Ruimtelijke Ordening"})]),
    Case("a name with its date", "het decreet Lokaal Bestuur van 22 december 2017", [
        ("decreet Lokaal Bestuur van 22 december 2017", {"act_title": DLB, "act_date": "2017-12-22"}),
    ]),
    Case("the heading behind the date gives the name", "decreet van 22 december 2017 over het lokaal bestuur", [
        ("decreet van 22 december 2017", {"act_title": DLB}),
    ]),
    Case("the heading without a date", "het decreet over het lokaal bestuur", [
        ("decreet over het lokaal bestuur", {"act_title": DLB, "act_date": "2017-12-22"}),
    ]),
    Case("the heading before the date", "het decreet over het lokaal bestuur van 22 december 2017", [
        ("decreet over het lokaal bestuur van 22 december 2017", {"act_title": DLB}),
    ]),
    Case("a date that two decrees may have tells no name", "decreet van 8 mei 2009", [("decreet van 8 mei 2009", {"act_title": None})]),
    Case("a name with another date is not the table's act", "het Bodemdecreet van 3 mei 2001", [
        ("Bodemdecreet van 3 mei 2001", {"act_title": "Bodemdecreet", "act_date": "2001-05-03", "identifier": None}),
    ]),
    Case("a name that two acts bear has no date", "het Woonzorgdecreet", [("Woonzorgdecreet", {"act_date": None})]),
    Case("a name that two acts bear, with its date", "het Woonzorgdecreet van 15 februari 2019", [
        ("Woonzorgdecreet van 15 februari 2019", {"act_date": "2019-02-15"}),
    ]),
    Case("an unknown name stands not alone", "Het Fietsdecreet en de Steltloperswet zijn er."),
    Case("an unknown name with an article", "artikel 5 van het Fietsdecreet", [
        ("artikel 5 van het Fietsdecreet", {"act_type": "decreet", "act_title": "Fietsdecreet", "act_date": None}),
    ]),
    Case("an unknown name with a hyphen", "artikel 5 van het XYZ-decreet", [("artikel 5 van het XYZ-decreet", {"act_title": "XYZ-decreet"})]),
    Case("an unknown name behind the type", "artikel 5 van het decreet Open Kades", [
        ("artikel 5 van het decreet Open Kades", {"act_title": "decreet Open Kades"}),
    ]),
    Case("an unknown name with a date", "het Fietsdecreet van 3 mei 2019", [
        ("Fietsdecreet van 3 mei 2019", {"act_title": "Fietsdecreet", "act_date": "2019-05-03"}),
    ]),
    Case("name and full citation side by side are one", "het Energiedecreet (decreet van 8 mei 2009)", [
        ("Energiedecreet (decreet van 8 mei 2009", {"act_title": "Energiedecreet"}),
    ]),
    Case("the constitution", "artikel 23 van de Grondwet en art. 10 Gw.", [
        ("artikel 23 van de Grondwet", {"act_type": "grondwet", "article": "23"}),
        ("art. 10 Gw.", {"act_title": "Grondwet", "article": "10"}),
    ]),
    Case("a code", "artikel 1382 van het Burgerlijk Wetboek", [
        ("artikel 1382 van het Burgerlijk Wetboek", {"act_type": "wetboek", "act_title": "Burgerlijk Wetboek"}),
    ]),
    Case("a code that the table does not know", "artikel 5 van het Wetboek van Zeilvaart", [
        ("artikel 5 van het Wetboek van Zeilvaart", {"act_type": "wetboek", "act_title": "Wetboek van Zeilvaart"}),
    ]),
    Case("an abbreviation that needs an article", "De BW-groep en BW, maar artikel 1382 BW", [("artikel 1382 BW", {"article": "1382"})]),
    Case("a special law by name", "artikel 6 BWHI", [("artikel 6 BWHI", {"act_type": "bijzondere wet", "act_date": "1980-08-08"})]),
]  # fmt: skip

HEADINGS = [
    Case("a heading stays out of the text", "Het decreet van 3 mei 2019 over de kade en het water bepaalt dat.", [
        ("decreet van 3 mei 2019", {"act_title": "over de kade en het water"}),
    ]),
    Case("a heading ends at another act", "het decreet van 3 mei 2019 over de kade en het besluit van 7 juni 2020", [
        ("decreet van 3 mei 2019", {"act_title": "over de kade"}), ("besluit van 7 juni 2020", {"act_type": BVR}),
    ]),
    Case("an act inside a heading is a row", "decreet van 3 mei 2019 tot wijziging van het decreet van 7 juni 2001", [
        ("decreet van 3 mei 2019", {"act_title": "tot wijziging van het decreet van 7 juni 2001"}),
        ("decreet van 7 juni 2001", {"act_date": "2001-06-07"}),
    ]),
    Case("the outer act ends before the inner", "decreet houdende wijziging van het decreet van 7 juni 2001", [
        ("decreet houdende wijziging", {"act_date": None}), ("decreet van 7 juni 2001", {"act_date": "2001-06-07"}),
    ]),
    Case("an act that changed another", "decreet van 3 mei 2019, gewijzigd bij het decreet van 7 juni 2021", [
        ("decreet van 3 mei 2019", {"act_title": None}), ("decreet van 7 juni 2021", {}),
    ]),
    Case("an unknown heading without a date", "artikel 5 van het decreet betreffende de kade", [
        ("artikel 5 van het decreet", {"act_title": "betreffende de kade", "act_date": None}),
    ]),
    Case("an unknown heading without a date or an article", "het decreet betreffende de kade"),
]  # fmt: skip

GAZETTE = [
    Case(
        "heading and publication belong to the text",
        "Decr. 3 mei 2019 over de kade, BS 7 juni 2019.",
        [("Decr. 3 mei 2019 over de kade, BS 7 juni 2019", {"published_in": "BS", "published_on": "2019-06-07"})],
    ),
    Case("in points, in figures", "wet van 3 mei 2019 (B.S. 07.06.2019)", [
        ("wet van 3 mei 2019 (B.S. 07.06.2019", {"published_in": "BS", "published_on": "2019-06-07"}),
    ]),
    Case("in full", "wet van 3 mei 2019, Belgisch Staatsblad van 7 juni 2019", [
        ("wet van 3 mei 2019, Belgisch Staatsblad van 7 juni 2019", {"published_in": "BS", "published_on": "2019-06-07"}),
    ]),
    Case("with its page", "wet van 3 mei 2019, BS 7 juni 2019, p. 28070.", [
        ("wet van 3 mei 2019, BS 7 juni 2019, p. 28070", {"published_on": "2019-06-07"}),
    ]),
    Case("in a later clause it is data only", "De wet van 3 mei 2019 verscheen laat in het Belgisch Staatsblad van 7 juni 2019.", [
        ("wet van 3 mei 2019", {"published_in": "BS", "published_on": "2019-06-07"}),
    ]),
    Case("the date first", "De wet van 3 mei 2019 werd op 7 juni 2019 in het Belgisch Staatsblad bekendgemaakt.", [
        ("wet van 3 mei 2019", {"published_in": "BS", "published_on": "2019-06-07"}),
    ]),
    Case("not over another act", "de wet van 3 mei 2019 en het decreet van 5 mei 2019 (BS 7 juni 2019)", [
        ("wet van 3 mei 2019", {"published_in": None}),
        ("decreet van 5 mei 2019 (BS 7 juni 2019", {"published_on": "2019-06-07"}),
    ]),
    Case("all articles of the act share it", "artikelen 5 en 6 van de wet van 3 mei 2019, BS 7 juni 2019", [
        ("artikelen 5", {"published_on": "2019-06-07"}),
        ("6 van de wet van 3 mei 2019, BS 7 juni 2019", {"published_on": "2019-06-07"}),
    ]),
]  # fmt: skip

POINTING_BACK = [
    Case("an article of the act before", "Bij decreet van 3 mei 2019. Artikel 43 van het decreet geldt.", [
        ("decreet van 3 mei 2019", {}), ("Artikel 43 van het decreet", {"article": "43", "act_date": "2019-05-03"}),
    ]),
    Case("bare, after an act was named", "Het decreet van 3 mei 2019 is er. Het decreet geldt.", [
        ("decreet van 3 mei 2019", {}), ("decreet", {"act_date": "2019-05-03"}),
    ]),
    Case("the same", "de wet van 3 mei 2019 en dezelfde wet", [("wet van 3 mei 2019", {}), ("wet", {"act_date": "2019-05-03"})]),
    Case("aforementioned", "het decreet van 3 mei 2019; voormeld decreet, het bovenvermelde decreet, voornoemd decreet", [
        ("decreet van 3 mei 2019", {}), *[("decreet", {"act_date": "2019-05-03"})] * 3,
    ]),
    Case("the nearest of that type", "het decreet van 3 mei 2019, de wet van 7 juni 2020 en artikel 2 van het decreet", [
        ("decreet van 3 mei 2019", {}), ("wet van 7 juni 2020", {}), ("artikel 2 van het decreet", {"act_date": "2019-05-03"}),
    ]),
    Case("the nearer of two", "het decreet van 3 mei 2019 en het decreet van 7 juni 2020. Het decreet geldt.", [
        ("decreet van 3 mei 2019", {}), ("decreet van 7 juni 2020", {}), ("decreet", {"act_date": "2020-06-07"}),
    ]),
    Case("a decision of any kind", "het KB van 3 mei 2019. Het genoemde besluit geldt.", [
        ("KB van 3 mei 2019", {}), ("besluit", {"act_type": "koninklijk besluit", "act_date": "2019-05-03"}),
    ]),
    Case("this and that need an article", "het decreet van 3 mei 2019. Dit decreet geldt; artikel 5 van dat decreet ook.", [
        ("decreet van 3 mei 2019", {}), ("artikel 5 van dat decreet", {"act_date": "2019-05-03"}),
    ]),
    Case("a codex", "de VCRO is er. De codex geldt.", [("VCRO", {}), ("codex", {"act_title": "Vlaamse Codex Ruimtelijke Ordening"})]),
    Case("without an antecedent only an article is a row", "Het decreet zegt dat artikel 5 van de wet geldt.", [
        ("artikel 5 van de wet", {"act_type": "wet", "act_date": None, "act_title": None}),
    ]),
    Case("the title that stood before", "decreet van 3 mei 2019 over de kade. Nu dan: decreet van 3 mei 2019.", [
        ("decreet van 3 mei 2019", {}), ("decreet van 3 mei 2019", {"act_title": "over de kade"}),
    ]),
    Case("the type that stood before", "het ministerieel besluit van 3 mei 2019; het besluit van 3 mei 2019 over de kade", [
        ("ministerieel besluit van 3 mei 2019", {}), ("besluit van 3 mei 2019", {"act_type": "ministerieel besluit"}),
    ]),
]  # fmt: skip

DEFINITIONS = [
    Case("a definition is no row and names the act", "decreet van 3 mei 2019 over de kade (hierna: KD). Artikel 5 KD en het KD.", [
        ("decreet van 3 mei 2019", {}), ("Artikel 5 KD", {"act_date": "2019-05-03", "article": "5"}), ("KD", {"act_date": "2019-05-03"}),
    ]),
    Case("an abbreviation in brackets", "het decreet van 22 december 2017 over het lokaal bestuur (DLB) zegt", [
        ("decreet van 22 december 2017", {"act_title": DLB}),
    ]),
    Case("a quoted definition", "wet van 3 mei 2019 (hierna “de Kadewet”). De Kadewet geldt.", [
        ("wet van 3 mei 2019", {"act_title": "Kadewet"}), ("Kadewet", {"act_date": "2019-05-03"}),
    ]),
    Case("a definition without brackets", "de wet van 3 mei 2019, hierna de Kadewet genoemd. De Kadewet geldt.", [
        ("wet van 3 mei 2019", {}), ("Kadewet", {"act_date": "2019-05-03"}),
    ]),
    Case("a bare word can be defined", "decreet van 3 mei 2019 (hierna: het decreet), decreet van 7 juni 2020. Het decreet geldt.", [
        ("decreet van 3 mei 2019", {}), ("decreet van 7 juni 2020", {}), ("decreet", {"act_date": "2019-05-03"}),
    ]),
    Case("a name of the table beside the citation", "het decreet van 15 juli 2005 (het Gemeentedecreet), artikel 57", [
        ("decreet van 15 juli 2005 (het Gemeentedecreet), artikel 57", {"act_title": "Gemeentedecreet", "article": "57"}),
    ]),
    Case("a definition holds only from there on", "KD is nog niets. Decreet van 3 mei 2019 (hierna: KD).", [
        ("Decreet van 3 mei 2019", {}),
    ]),
    Case("before the publication", "wet van 3 mei 2019 over de kade (hierna: KW), BS 7 juni 2019", [
        ("wet van 3 mei 2019 over de kade (hierna: KW), BS 7 juni 2019", {"published_on": "2019-06-07"}),
    ]),
]  # fmt: skip

FOREIGN = [
    Case("a law of the neighbours", "artikel 5 van de Nederlandse Kadewet", [
        ("artikel 5 van de Nederlandse Kadewet", {"act_type": "wet", "act_title": "Kadewet", "act_date": None}),
    ]),
    Case("a foreign law is never the table's", "de Nederlandse wet van 8 juli 1976", [("wet van 8 juli 1976", {"act_title": None})]),
    Case("a decree of another community", "decreet van de Franse Gemeenschap van 3 mei 2019", [
        ("decreet van de Franse Gemeenschap van 3 mei 2019", {"act_type": "decreet", "identifier": None}),
    ]),
    Case("a Walloon decree is not the Flemish one of that day", "het Waalse decreet van 17 februari 2012", [
        ("decreet van 17 februari 2012", {"act_title": None, "identifier": None}),
    ]),
]  # fmt: skip

FALSE_FRIENDS = [
    Case("a law of nature", "de wet van de sterkste, de wet van Murphy, wet- en regelgeving, wetten"),
    Case("a decision", "Het besluit om te stoppen. De regering besluit dat het mag. Tot besluit: neen. Besluit: ja."),
    Case(
        "a decision of a council",
        "het besluit van de gemeenteraad van 3 mei 2019, besluit van 3 mei 2019 van het college",
    ),
    Case("a decision of a board by name", "artikel 5 van het gemeenteraadsbesluit van 3 mei 2019"),
    Case("makers of acts", "de decreetgever, de wetgever, decretaal, wettelijk, besluitvorming, het regeerakkoord"),
    Case("drafts", "het ontwerp van decreet van 3 mei 2019, het voorontwerp van decreet, een voorstel van decreet"),
    Case(
        "drafts in one word", "het ontwerpdecreet, het wetsontwerp, het wetsvoorstel, het ontwerpbesluit van 3 mei 2019"
    ),
    Case("some act", "een decreet is nodig, bij wet geregeld, geen enkel decreet, elk besluit, decreten"),
    Case("units of memory", "een bestand van 5 MB of 300 KB"),
    Case("a name", "W. Peeters en B. Vlaeminck"),
    Case("a draft before a name", "het voorontwerp van Bosdecreet"),
    Case("nothing named before", "Het decreet is duidelijk. Het genoemde besluit ook. In de wet staat niets."),
]


@pytest.mark.parametrize(
    "case",
    parameters([*TYPES, *NUMBERS, *NAMES, *HEADINGS, *GAZETTE, *POINTING_BACK, *DEFINITIONS, *FOREIGN, *FALSE_FRIENDS]),
)
def test_legislation(case: Case) -> None:
    check(case, "legislation")


def test_an_act_that_a_passage_names_is_pointed_back_to_in_the_next() -> None:
    first, second = "Volgens het decreet van 3 mei 2019.", "Artikel 5 van het decreet geldt."
    rows = find_references([passage(first), passage(second, "answer", "1", len(first) + 1)], [], [])
    assert [(one.section, one.section_label, str(one.act_date)) for one in rows] == [
        ("preamble", None, "2019-05-03"),
        ("answer", "1", "2019-05-03"),
    ]


def test_an_act_that_a_note_names_is_pointed_back_to_in_the_text_behind_it() -> None:
    before, words, after = "De kade is nat.", "Decreet van 3 mei 2019 over de kade.", "Artikel 5 van het decreet geldt."
    behind = len(before) + len(words) + 4
    rows = find_references(
        [passage(before), passage(after, "answer", "1", behind)], [note("1", words, len(before))], []
    )
    assert [(one.kind, one.text, one.act_title) for one in rows] == [
        ("footnote", words, None),
        ("legislation", "Decreet van 3 mei 2019", "over de kade"),
        ("legislation", "Artikel 5 van het decreet", "over de kade"),
    ]


def test_an_act_that_stands_later_is_not_pointed_back_to() -> None:
    assert [one.text for one in references("Het decreet geldt. Het decreet van 3 mei 2019 ook.")] == [
        "decreet van 3 mei 2019"
    ]


def test_a_citation_does_not_cross_a_paragraph() -> None:
    assert [one.text for one in references("het decreet\nvan 3 mei 2019\nartikel 5")] == []
