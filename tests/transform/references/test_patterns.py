"""What each pattern of the references matches: the examples beside the patterns, put to the test."""

from __future__ import annotations

import re
from types import ModuleType, SimpleNamespace

import pytest

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.dutch import dates
from transform.layouts.flemish import citations as flemish_citations
from transform.references import (
    acts,
    antecedents,
    articles,
    attachments,
    case_law,
    citations,
    cross_references,
    eu_legislation,
    heading_signs,
    legislation,
    mentions,
    named_acts,
    parliamentary_documents,
    searched,
    urls,
    written_questions,
)

DATES: Examples = {
    "_WRITTEN": ["14 juli 2015", "1ste maart 2020", "3 sept. 2020", "3 mei ’68"],
    "_NUMERIC": ["14/07/2015", "14.7.2015", "14-7-15", "14 / 07 / 2015"],
    "_ISO": ["2015-07-14"],
}

ACTS: Examples = {
    "WORD": ["OVAM-decreet", "VCRO", ("Gw.", "Gw"), "pro's", ("Grond- en", "Grond")],
    "CONTENT_WORD": ["woonzorg", ("EU-recht", "EU")],
    "NUMBER_AT_END": [("Koninklijk besluit nr. 78", " nr. 78")],
    "CODEX_WORD": [("Codex Hoger Onderwijs", "Codex")],
}

ANTECEDENTS: Examples = {"BARE_WORD": ["het decreet", "Codex"]}

ARTICLES: Examples = {
    "LEADS_TO_ARTICLE": [("lid van ", " van "), ("2°, van het ", ", van het ")],
    "ARTICLE_HEAD": [
        ("artikel 5", "artikel "),
        ("Art.15", "Art."),
        ("de artikelen 5", "artikelen "),
        ("art 5", "art "),
    ],
    "ARTICLE_AGAIN": [("artikel 5", "artikel "), ("art. 5", "art. "), ("artikels 5", "artikels ")],
    "ARTICLE_NUMBER": ["15", "6.3.12", "4.1.1/2", "43bis", "9quater/2", "III.20", "1:24", "24a", ("5, 6", "5")],
    "PARAGRAPH": ["§ 2", "§2bis", "§§ 1", "paragraaf 3", "par. 4", "§ 1/1"],
    "LID": ["lid 2", "leden 1"],
    "PLAIN_NUMBER": ["3", "2bis", ("3 en", "3")],
    "SUBDIVISION": [
        "eerste lid",
        "tweede en derde lid",
        "3°",
        "12°/1",
        "punt 2°",
        "a)",
        "(b)",
        "onder e)",
        ("letter c,", "letter c"),
        "in fine",
        "eerste zin",
        ("VI, 2°", "VI"),
        "2de lid",
        "iv)",
    ],
    "BARE_LETTER": [("a, van", "a"), ("b en", "b")],
    "JOIN": [", ", " en ", ", en ", " of ", " tot en met ", " t.e.m. ", "-", " juncto ", " & "],
    "CLOSE_JOIN": [", ", " ", ","],
    "AND_FOLLOWING": [" en volgende", " e.v.", " en vlg.", " ev."],
    "REMARK": [" (voor de meting)"],
    "BEFORE_ARTICLE": ["eerste lid van ", "§ 2, 3°, van het ", "paragraaf 2 van "],
    "POINT": ["2)"],
    "HYPHENATED": [("-1 en", "-1")],
}

HEADING_SIGNS: Examples = {
    "ACT_BEFORE": [
        ("van de wet", "wet"),
        "koninklijk besluit nr. 78",
        ("richtlijn 2014/24/EU", "4/EU"),
        ("de Raad", "Raad"),
    ],
    "TOKEN": [
        " veiligheids-",
        " -rechtbanken",
        "2014/24/EU",
        " § 2",
        ("nr. 78", "nr. "),
        ",",
        " (EU)",
        (" (VCT) en tot regeling", " (VCT)"),
        " 7 juni 2001",
        " “handvest”",
    ],
    "GLUED": [("voorstellen1979", "n1")],
    "SENTENCE_GOES_ON": [
        (" op 1 februari", " op "),
        (" in werking trad", " in werking"),
        (" in artikel 7", " in artikel"),
        (" van 12 maart 2011", " van "),
        (" van 1994 is", " van "),
        ", BS",
        (", inzonderheid de artikelen", ", inzonderheid de art"),
    ],
    "ANOTHER": [" de wet", " van artikel", " titel 3", " regelt de", " dat", " 7 van het besluit", " meer bepaald "],
    "BELOW_ARTICLE": [", eerste lid", ", 2°", ", §", ", hoofdstuk 4", ", van de "],
    "ARTICLES": ["artikel", "titel"],
    "FURTHER": [", en ", ", alsook ", ", tot ", ", houdende "],
    "JOINED": [", en "],
    "OF_OUTER": [" en tot ", ", en houdende ", ", betreffende "],
    "PLURAL_NOUN": ["vennootschappen", "verzekeringen"],
    "LIST": [", de stichtingen en ", ", het verblijf, de vestiging en "],
    "AS_GIVEN": [" als gevolg van", " als bedoeld in"],
    "PURPOSE": [" om toezicht te houden", " teneinde kinderen te beschermen"],
    "AS_REGARDS": [" wat het erkennen van gegevens betreft", " wat betreft"],
    "RELATIVE": ["die", "waaraan"],
    "THEREFORE": ["daarvoor"],
    "CLUSTER": [" kunnen worden", " te worden"],
    "MAIN_VERB": [" toegekend", " uitvoeren", " te geven"],
    "PARTICIPLE": ["bestraald", "gelegen", "vastgesteld", "verbonden", "overgedragen"],
    "POSTPOSED": ["toepasselijk", "afkomstig"],
    "PLAIN_ADJECTIVE": ["algemeen", "strafrechtelijk", "permanent", "automatisch"],
    "NOUN_IN_E": ["economie", "reportage", "orde"],
    "VERB_LIKE": ["bemoeilijkt", "hervormde"],
    "OBJECT_FOLLOWS": [" de", " dat"],
    "NOTHING_FOLLOWS": [",", ".", " van", " en"],
    "PREPOSITION_FOLLOWS": [" op"],
}

ATTACHMENTS: Examples = {
    "ARTICLE_BEFORE": [("het Decreet", "het ")],
    "PUBLISHED": [
        "BS 7 juni 2019",
        "B.S. van 07/06/2019, p. 18004",
        "Belgisch Staatsblad van 3 mei 2019 (ed. 2)",
        "BS, 3 mei 2019",
    ],
    "PUBLISHED_LATER": [
        "op 7 juni 2019 in het Belgisch Staatsblad",
        "op 7 juni 2019 verschenen in het Staatsblad",
    ],
    "BEFORE_PUBLISHED": [", ", " (", ", gepubliceerd in het ", ") ("],
    "DEFINITION": [
        " (hierna: DLB)",
        " (DABM)",
        " (ŠABM)",
        " (hierna het Lokaal Decreet)",
        " (‘Fietsdecreet’)",
        " (kortweg “de Codex”)",
        " (verder “de Codex” genoemd)",
        " (het Gemeentedecreet)",
    ],
    "DEFINITION_IN_SENTENCE": [", hierna “het Decreet” genoemd", " hierna DLB genoemd", ", kortweg VCRO"],
    "HEADING": [(" betreffende de kade", " "), (", houdende de kade", ", ")],
    "QUOTED_HEADING": [" « betreffende de kade »", ", “Diverse bepalingen”"],
    "OPENS_QUOTED": [("betreffende de kade", "betreffende ")],
    "NO_HEADING": [("de kade bepaalt dat", " bepaalt"), "? "],
    "ENCLOSED": [" (algemene verordening gegevensbescherming)"],
    "GOVERNS": ["impact van de ", ("de toepassing van de ", "toepassing van de ")],
    "CAPITAL_WORD": [("Keuring nu", "Keuring")],
}

CASE_LAW: Examples = {
    "THOUSANDS": [("243.914", ".")],
    "CONSTITUTIONAL_ECLI": ["ECLI:BE:GHCC:2021:ARR.114"],
    "SERIAL_AND_YEAR": ["114/2021"],
    "BY_WORD": [
        "arrest nr. 114/2021 van 22 juli 2021 van het Grondwettelijk Hof",
        "arrest van de RvS nr. 243.914 van 8 maart 2019",
        "arrest C-311/18",
        "arrest Školová C-311/18",
        "arrest van het Hof van Justitie van 16 juli 2020 in zaak C-311/18",
    ],
    "BY_COURT_AND_ECLI": ["Cass. 5 juni 2015, ECLI:BE:CASS:2015:ARR.20150605.3"],
    "BY_COURT": [
        "GwH 22 juli 2021, nr. 114/2021",
        "RvS nr. 243.914",
        "Cass. 5 mei 2019, C.18.0123.N",
        "Arbitragehof 5/2001",
    ],
    "BARE_NUMBER": ["RvVb-A-1920-0123"],
    "BARE_ECLI": ["ECLI:BE:GHCC:2021:ARR.114", ("(ECLI:EU:C:2020:559).", "ECLI:EU:C:2020:559")],
    "ONE_ITEM": [
        *("114/2021", "243.914", "C-311/18", "T-123/20", "RvVb-A-1920-0123", "C.18.0123.N", "A/2014/0123"),
        *("RvVb/A/1617/0550", "94/2012 van 19 juli 2012", "94/2012, ECLI:BE:GHCC:2012:ARR.94"),
    ],
    "YEAR_OF_NUMBER": [("94/2012", "/2012")],
    "ONE_COURT": ["Grondwettelijk Hof", "GwH", "Raad van State", "HvJ EU", "Cass.", "RvVb", "EHRM"],
    "ADVICE_BEFORE": ["advies nr. 65.123/1 van de ", "advies van de "],
    "SENTENCE_BREAK": [". ", "? ", "\n"],
}

CITATIONS: Examples = {
    "BEFORE_ACT": [
        " van het ",
        ", van het voornoemde ",
        " ",
        ", ",
        " (voor de audit) van dit Vlaamse ",
        " van het decreet ",
        " uit de oude ",
        " van de Voorafgaande Titel van het ",
        " van boek VII van het ",
    ],
    "AFTER_ACT": [", ", " (", ", meer bepaald ", ", in het bijzonder in ", ": ", " – ", ", inzonderheid "],
    "BETWEEN_SAME": [" (", " (het ", ", "],
    "IN_A_WORD": ["-", "a"],
    "BEFORE_ENCLOSED": [" (", " (het "],
    "ENCLOSED_ENDS": [")"],
    "FURTHER_ACT": [" van het ", ", van de "],
    "OF_IT": [" ervan", ", daarvan"],
}

CROSS_REFERENCES: Examples = {
    "STEP": [("2.a.ii", "2"), ("a.ii", "a"), ("ii", "i")],
    "OWN_NUMBER": [("8.a,9", "8")],
    "ONE_LABEL": ["4", "2.a", "2a", "2 a)", "2.a)", "1.1", "b)", "3)"],
    "QUESTION": ["antwoord op vraag 4", "vraag 2.a", "deelvragen 1 en 2", "subvraag b", "vragen 1 t.e.m. 3"],
    "POINT": ["punt 3", "punten 1 en 2", "antwoord 4", "antwoord onder 1"],
    "POINTING": ["zie ", ("(cf. het ", "cf. het "), "verwijs ik naar ", "zie ook mijn "],
    "OTHER_BEFORE": ["schriftelijke ", "actuele ", "parlementaire "],
    "OWNER": [
        (" van de enquête", " van "),
        (" uit de bevraging", " uit "),
        " in het formulier",
        (" (2019-2020)", " (2019-"),
    ],
    "AMOUNT": [" miljoen", " euro", " op 3"],
    "HEADING": [("VRAGEN 1", "VRAGEN "), ("VRAAG 2", "VRAAG ")],
}

EU_LEGISLATION: Examples = {
    "HEAD": [
        "Verordening",
        "uitvoeringsverordening",
        "gedelegeerde verordening",
        "EU-richtlijn",
        "richtlijnen",
        "EG-verordening",
    ],
    "NUMBERED": [" (EU) 2016/679", " 2014/24/EU", " (EG) nr. 1907/2006", " nr. 1313/2013/EU", " van de Raad 92/43/EEG"],
    "NEXT_NUMBER": [", 2014/24/EU", " en 2014/25/EU"],
    "DATED": [" van het Europees Parlement en de Raad van 27 april 2016", " van 21 mei 1992"],
    "MADE_BY_UNION": [" van de Raad van 22 september 2015"],
}

LEGISLATION: Examples = {
    "VERB": ["regelt"],
    "HEAD": [
        "bijzonder decreet",
        "decreet",
        "programmadecreet",
        "Decr. Vl.",
        "Decr.Vl.Parl.",
        "bijzondere wet",
        "Bijz. W.",
        "wet",
        "programmawet",
        "gecoördineerde wetten",
        ("W. 3 mei", "W."),
        "besluit van de Vlaamse Regering",
        "BVR",
        "B.Vl.R.",
        "Besl. Vl. Reg.",
        "BVE",
        "koninklijk besluit",
        "KB",
        "K.B.",
        "ministerieel besluit",
        "MB",
        (
            "besluit van de Vlaamse minister van Onderwijs van 3 mei 2019",
            "besluit van de Vlaamse minister van Onderwijs",
        ),
        "ordonnantie",
        "ministeriële omzendbrief",
        "Omz.",
        "samenwerkingsakkoord",
        "besluit van de Waalse Regering",
        "codex",
        "COL 11/2013",
        "GPI65",
        "verdrag",
    ],
    "ABBREVIATED": ["KB", "KB's", "Decr. Vl."],
    "PLURAL": ["decreten", "koninklijke besluiten", "KB’s"],
    "DATED": [
        " van 14 juli 2015",
        " 14/07/2015",
        " van het Vlaams Parlement van 5 mei 2020",
        ", dd. 5 mei 2020",
        " van de Franse Gemeenschap van 5 mei 2020",
        ", gecoördineerd op 3 juni 1995",
    ],
    "OF_ANOTHER": [" van de Franse Gemeenschap", " van het Waals Gewest"],
    "NO_YEAR": [" van 14 juli"],
    "NEXT_DATE": [" en 7 juni 2020", ", van 7 juni 2020"],
    "NUMBERED": [" nr. 78", " nummer 3"],
    "CIRCULAR_NUMBER": [
        " KB/ABB 2019/2",
        " BB-2011/1",
        " BaO/2005/04",
        " nr. VR 2014/12",
        " GPI 95",
        " PLP44bis",
        " 412ter",
        " nr. 412",
        " 5/2014",
    ],
    "NAME_BEFORE_DATE": [
        (" Basisbereikbaarheid van 3 mei 2019", " Basisbereikbaarheid"),
        (" lokale besturen van 3 mei 2019", " lokale besturen"),
        (" “Sport voor Allen” van 3 mei 2019", " “Sport voor Allen”"),
    ],
    "HEADING_BEFORE_DATE": [
        (" over het lokaal bestuur van 22 december 2017", " over het lokaal bestuur"),
        (" betreffende de wijkwerking (WW) van 12 maart 2011", " betreffende de wijkwerking (WW)"),
        (" inzake vervoer, gecoördineerd op 3 mei 2019", " inzake vervoer"),
    ],
    "OPENS_HEADING": [" betreffende ", " tot "],
    "NOT_IN_A_NAME": [("werd en", "en"), "dat"],
    "CAPITAL_NAME": [" Šumava", " Basisbereikbaarheid", " Integrale Jeugdhulp", " “Sport voor Allen”"],
    "OWN_HEADING": [(" betreffende de kade", " betreffende "), " tot wijziging", (" over het lokaal", " over het ")],
    "SMALL_NAME": [" preventiëvezorg", " landinrichting", " kinderopvang", " jeugdhulp", " onderwijs XXVI"],
    "YEAR_ONLY": [" van 2004"],
    "OF_OTHERS": [(" van de sterkste", " van d")],
    "CODE_NAME": [
        " van Koophandel",
        " van de zeevaart",
        " der successierechten",
        " van de Belgische nationaliteit",
        " van internationaal privaatrecht",
        " der registratie-, hypotheek- en griffierechten",
        (" van kades en de wet", " van kades"),
    ],
    "DECISION": [" om", " dat"],
    "BY_GOVERNMENT": [" van de Vlaamse Regering", " van de Vlaamse Executieve"],
    "BY_OTHERS": [(" van de gemeenteraad", " van de g")],
    "LEAD": [" van het ", " van "],
    "BY_LAW_BEFORE": ["door de ", "bij de "],
    "PLACE_BEFORE_DATE": [(" van Ottawa van 3 december 1997", " van Ottawa")],
    "NUMBER_OF_NAME": [("decreet Onderwijs XXVI", " XXVI")],
}

MENTIONS: Examples = {
    "DRAFT_BEFORE": ["ontwerp van ", "voorstellen van ", ("voorontwerp van het ", "ontwerp van het ")],
    "FOREIGN_BEFORE": ["Nederlandse ", ("het Waalse ", "Waalse "), "Franse oude "],
    "POINTED_BACK": ["voormeld ", ("het bovengenoemde ", "bovengenoemde "), "hetzelfde "],
    "POINTS_BACK_BEFORE": ["het ", "dezelfde ", "voormeld ", "het bovengenoemde "],
    "AN_BEFORE": ["een ", "geen enkel ", "elk nieuw "],
}

NAMED_ACTS: Examples = {
    "NUMBER_BESIDE": [" 92/43/EEG", " (EU) 2016/679"],
    "FORMER_BEFORE": ["vroegere ", "oude "],
    "NO_NAME": ["programmadecreet", "wetsvoorstel", "gemeenteraadsbesluit", "ontwerpdecreet", "natuurwet"],
    "NAME_DATE": [", gecoördineerd op 18 juli 1966", " van 3 mei 2019", " 3 mei 2019", ", dd. 3 mei 2019"],
    "NUMERAL": [" XXV"],
    "GOES_ON": [("-conform", "-"), "'s"],
}

PARLIAMENTARY_DOCUMENTS: Examples = {
    "FEDERAL_SLASHED": ["54/906/006"],
    "SPOKEN_BEHIND": [
        "mondelinge vraag in de plenaire zitting van 16 maart 2017 (nr. P19, blz. 4)",
        "mondelinge vraag (nr. P1919, CRIV 54 PLEN 161, blz. 14)",
    ],
    "YEAR": [("2013-14", "2013")],
    "CITED": ["Parl. St. Vl. Parl. 2019-2020, nr. 15/1", "Parl.St. Kamer 2018-19, nr. 54-3424/001", "stuk nr. 23/1"],
    "PROCEEDINGS": ["Hand. Vl. Parl. 2019-2020, 5 mei 2020, p. 4", "Handelingen Kamer 2018-19, 12 juli 2019"],
    "FEDERAL": ["DOC 55 1234/001", "53K1792/001", "DOC 54 1011"],
    "ORAL": ["vraag om uitleg nr. 1234 (2019-2020)", "actuele vraag 45 (2020-2021)", "interpellatie nr. 7 (2019-2020)"],
    "ORAL_BEHIND": ["vraag om uitleg van Jan Peeters over de bus (2019-2020, nr. 123)"],
    "LATER": [", 121", " en nr. 121", " en 2310 (2020-2021)"],
    "JOIN_BEFORE": [", ", " en "],
    "DRAFT": ["ontwerp van decreet nr. 15/1 (2019-2020)"],
    "REPORT": ["Integraal Verslag, Kamer, 2016-2017, CRIV 54 COM 354", "CRABV54 PLEN153"],
    "SPOKEN": ["mondelinge vraag nr. 15235 (Integraal Verslag, Kamer, 2016-2017, CRIV 54 COM 570)"],
    "REPORT_PART": [("CRIV54", "CRIV"), ("54 COM", "54")],
}

SEARCHED: Examples = {
    "LOST_PARAGRAPH": [("artikel 6, ? 1", "?"), ("artikel 56 ?3 van de", "?"), ("artikelen 63 en 64, ? 1", "?")],
    "LOST_DEGREE": [("eerste lid, 2?, van de", "?"), ("artikel 7 5? van het", "?"), ("§ 1, 1?, c KB", "?")],
    "PART": [("arb. hof", "arb"), ("nec-richtlijn", "nec")],
    "WHITE_SPACE": ["\n", "  "],
}

URLS: Examples = {
    "URL": ["https://codex.example.org/x?id=1", "www.example.org", "ftp://ftp.example.org"],
    "ELI": [("http://data.europa.eu/eli/reg/2016/679/oj", "http://data.europa.eu/eli/reg/2")],
}

OF_WHOM: Examples = {
    "minister": [" aan minister Jan Peeters", ", gesteld aan de toenmalige Vlaams minister van Onderwijs An Claes"],
    "member": [" van collega An Claes", ", van Vlaams volksvertegenwoordiger An Claes"],
    "elsewhere": ["federale ", "Kamer "],
}
IN_FLANDERS = SimpleNamespace(**written_questions.of_whom(flemish_citations.CITATION_DEFAULTS)._asdict())

WRITTEN_QUESTIONS: Examples = {
    "A_DATE": ["4 mei 2020"],
    "A_SESSION": ["2019-2020"],
    "OF_DATE": [" van 4 mei 2020", ", dd. 4/05/2020", " (4 mei 2020)", " (Van den Driessche, 2 april 2025)"],
    "OF_SESSION": [" (2019-2020)", " uit de zitting 2013-14", " (An Claes, 2019-2020)"],
    "WRITTEN": [
        "schriftelijke vraag nr. 123",
        "Schriftelijke vragen 12 en 13",
        "SV nr. 5",
        "schriftelijke vraag",
        "schriftelijke vraag over de kade van 4 mei 2020 (nr. 123",
    ],
    "PLAIN": ["vraag nr. 31", "parlementaire vraag nr. 99"],
    "MINISTER_BEFORE": [
        "minister Łucja Őri beantwoordt naïef op ",
        "minister Jan Peeters op ",
        "minister An Claes, op mijn ",
        "minister An Claes verstrekt op ",
    ],
    "NEXT_NUMBER": [" en nr. 90", ", 91"],
    "TITLED_BEFORE": ["An Claes, viceminister-president en Vlaams minister van Energie, zal verstrekken op "],
    "OWN_ANSWER_BEFORE": ["mijn antwoord op ", "mijn vorige antwoorden van 3 mei 2021 op uw "],
    "ONE_NUMBER": ["99", "nr. 99"],
    "KIND_BEFORE": ["actuele ", "prejudiciële "],
    "BULLETIN": [" (Vragen en Antwoorden, Kamer, 2016-2017, nr. 102)"],
}

FLEMISH_CITATIONS: Examples = {
    "DOCUMENT": ["21 (2025-2026) – Nr. 1", "stuk 15-A (2019-2020) nr. 3", "8 (BZ 2019) - Nr. 1"],
}

MODULES: list[tuple[ModuleType, Examples]] = [
    (dates, DATES),
    (flemish_citations, FLEMISH_CITATIONS),
    (acts, ACTS),
    (antecedents, ANTECEDENTS),
    (articles, ARTICLES),
    (attachments, ATTACHMENTS),
    (case_law, CASE_LAW),
    (citations, CITATIONS),
    (cross_references, CROSS_REFERENCES),
    (eu_legislation, EU_LEGISLATION),
    (heading_signs, HEADING_SIGNS),
    (legislation, LEGISLATION),
    (mentions, MENTIONS),
    (named_acts, NAMED_ACTS),
    (parliamentary_documents, PARLIAMENTARY_DOCUMENTS),
    (searched, SEARCHED),
    (urls, URLS),
    (written_questions, WRITTEN_QUESTIONS),
]


@pytest.mark.parametrize(
    ("pattern", "text", "part"),
    [
        *(one for module, examples in MODULES for one in each_example(module, examples)),
        *each_example(IN_FLANDERS, OF_WHOM),
    ],
)
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


@pytest.mark.parametrize(("module", "examples"), MODULES, ids=[module.__name__ for module, _ in MODULES])
def test_every_pattern_has_an_example(module: ModuleType, examples: Examples) -> None:
    assert pattern_constants(module) == set(examples)


def test_every_pattern_of_a_parliament_has_an_example() -> None:
    assert set(vars(IN_FLANDERS)) == set(OF_WHOM)
