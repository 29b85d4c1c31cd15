"""Articles, paragraphs and what stands below them (references.md, Rows and Columns)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters

BODEM = "van het Bodemdecreet"

ONE_ARTICLE = [
    Case("an article", f"artikel 15 {BODEM}", [(f"artikel 15 {BODEM}", {"article": "15", "paragraph": None})]),
    Case("abbreviated, glued", f"Volgens art.15 {BODEM}.", [(f"art.15 {BODEM}", {"article": "15"})]),
    Case("abbreviated, spaced", f"Cf. Art. 15 {BODEM}.", [(f"Art. 15 {BODEM}", {"article": "15"})]),
    Case("a number with dots", f"artikel 6.3.12 {BODEM}", [(f"artikel 6.3.12 {BODEM}", {"article": "6.3.12"})]),
    Case("a Latin suffix", f"artikel 43bis {BODEM}", [(f"artikel 43bis {BODEM}", {"article": "43bis"})]),
    Case("a slash", f"artikel 8/1 {BODEM}", [(f"artikel 8/1 {BODEM}", {"article": "8/1"})]),
    Case(
        "a slash behind a suffix",
        f"artikel 9quater/2 {BODEM}",
        [(f"artikel 9quater/2 {BODEM}", {"article": "9quater/2"})],
    ),
    Case("a Roman book", f"artikel III.20 {BODEM}", [(f"artikel III.20 {BODEM}", {"article": "III.20"})]),
    Case("a colon", f"artikel 1:24 {BODEM}", [(f"artikel 1:24 {BODEM}", {"article": "1:24"})]),
    Case("a letter", f"artikel 24a {BODEM}", [(f"artikel 24a {BODEM}", {"article": "24a"})]),
    Case("a capital letter", f"artikel 24A {BODEM}", [(f"artikel 24A {BODEM}", {"article": "24A"})]),
    Case(
        "capitals throughout",
        "ARTIKEL 5BIS VAN HET BODEMDECREET",
        [("ARTIKEL 5BIS VAN HET BODEMDECREET", {"article": "5BIS"})],
    ),
    Case(
        "the sign for paragraph, glued",
        f"artikel 15, §1 {BODEM}",
        [(f"artikel 15, §1 {BODEM}", {"article": "15", "paragraph": "1", "subdivision": None})],
    ),
    Case(
        "the opening words and a letter",
        f"artikel 3, aanhef en onder c), {BODEM}",
        [(f"artikel 3, aanhef en onder c), {BODEM}", {"article": "3", "subdivision": "aanhef en onder c)"})],
    ),
    Case(
        "a list of articles goes on after a paragraph",
        f"de art. 37, 37bis, § 2, 37ter en 38, eerste lid, {BODEM}",
        [
            ("art. 37", {"article": "37", "paragraph": None}),
            ("37bis, § 2", {"article": "37bis", "paragraph": "2"}),
            ("37ter", {"article": "37ter", "paragraph": None}),
            (f"38, eerste lid, {BODEM}", {"article": "38", "subdivision": "eerste lid"}),
        ],
    ),
    Case(
        "the sign without a comma",
        f"artikel 15 § 2bis {BODEM}",
        [(f"artikel 15 § 2bis {BODEM}", {"paragraph": "2bis"})],
    ),
    Case(
        "the word for paragraph",
        f"artikel 15, paragraaf 3, {BODEM}",
        [(f"artikel 15, paragraaf 3, {BODEM}", {"paragraph": "3"})],
    ),
    Case(
        "everything below the paragraph is one subdivision as written",
        f"artikel 4, § 1, eerste lid, 3°, a), {BODEM}",
        [
            (
                f"artikel 4, § 1, eerste lid, 3°, a), {BODEM}",
                {"article": "4", "paragraph": "1", "subdivision": "eerste lid, 3°, a)"},
            )
        ],
    ),
    Case(
        "several subdivisions are one row",
        f"artikel 4, 1° en 2°, {BODEM}",
        [(f"artikel 4, 1° en 2°, {BODEM}", {"article": "4", "subdivision": "1° en 2°"})],
    ),
    Case(
        "several ordinals are one row",
        f"artikel 4, tweede en derde lid, {BODEM}",
        [(f"artikel 4, tweede en derde lid, {BODEM}", {"subdivision": "tweede en derde lid"})],
    ),
    Case(
        "a numbered member of a Belgian act is a subdivision",
        f"artikel 4, lid 2, {BODEM}",
        [(f"artikel 4, lid 2, {BODEM}", {"paragraph": None, "subdivision": "lid 2"})],
    ),
    Case(
        "a Roman division below a paragraph",
        "artikel 6, § 1, VI, vijfde lid, 8°, van de BWHI",
        [("artikel 6, § 1, VI, vijfde lid, 8°, van de BWHI", {"paragraph": "1", "subdivision": "VI, vijfde lid, 8°"})],
    ),
    Case(
        "the paragraph before its article",
        f"Volgens paragraaf 2 van artikel 5 {BODEM} kan dat",
        [(f"paragraaf 2 van artikel 5 {BODEM}", {"article": "5", "paragraph": "2"})],
    ),
    Case(
        "the member before its article",
        f"het eerste lid van artikel 5 {BODEM}",
        [(f"eerste lid van artikel 5 {BODEM}", {"article": "5", "subdivision": "eerste lid"})],
    ),
    Case(
        "and following is one row",
        f"artikel 10 en volgende {BODEM}",
        [(f"artikel 10 en volgende {BODEM}", {"article": "10"})],
    ),
    Case("and following, abbreviated", f"art. 10 e.v. {BODEM}", [(f"art. 10 e.v. {BODEM}", {"article": "10"})]),
    Case(
        "a remark between article and act",
        f"artikel 5 (over de sanering) {BODEM}",
        [(f"artikel 5 (over de sanering) {BODEM}", {"article": "5"})],
    ),
    Case(
        "the act in parentheses",
        "artikel 4.8.11, § 1, eerste lid (VCRO)",
        [
            (
                "artikel 4.8.11, § 1, eerste lid (VCRO)",
                {"article": "4.8.11", "paragraph": "1", "subdivision": "eerste lid"},
            )
        ],
    ),
    Case(
        "the name in parentheses",
        "zie artikel 6, 2° (het Bodemdecreet).",
        [("artikel 6, 2° (het Bodemdecreet)", {"article": "6", "subdivision": "2°"})],
    ),
    Case(
        "two acts in parentheses",
        "artikel 5 (decreet van 3 mei 2019) en artikel 6 (Bodemdecreet)",
        [
            ("artikel 5 (decreet van 3 mei 2019)", {"article": "5", "act_date": "2019-05-03"}),
            ("artikel 6 (Bodemdecreet)", {"article": "6", "act_date": "2006-10-27"}),
        ],
    ),
    Case(
        "a numbered point",
        f"artikel 2, § 1, 3) {BODEM}",
        [(f"artikel 2, § 1, 3) {BODEM}", {"paragraph": "1", "subdivision": "3)"})],
    ),
    Case(
        "a part of a code",
        "artikel 32 van de Voorafgaande Titel van het Wetboek van Strafvordering",
        [
            (
                "artikel 32 van de Voorafgaande Titel van het Wetboek van Strafvordering",
                {"act_type": "wetboek", "article": "32"},
            )
        ],
    ),
    Case(
        "a book of a code",
        "artikel 3 van boek VII van het Wetboek van economisch recht",
        [("artikel 3 van boek VII van het Wetboek van economisch recht", {"act_type": "wetboek", "article": "3"})],
    ),
]

SEVERAL_ARTICLES = [
    Case(
        "two articles: the last takes the act along",
        f"de artikelen 5 en 6 {BODEM} gelden",
        [("artikelen 5", {"article": "5", "act_title": "Bodemdecreet"}), (f"6 {BODEM}", {"article": "6"})],
    ),
    Case(
        "remarks between the articles",
        "artikels 3.1 § 2 (voor het plan) en 3.4 § 4 (voor de meting) van het Energiebesluit kan dat",
        [
            ("artikels 3.1 § 2", {"article": "3.1", "paragraph": "2", "act_title": "Energiebesluit"}),
            ("3.4 § 4 (voor de meting) van het Energiebesluit", {"article": "3.4", "paragraph": "4"}),
        ],
    ),
    Case(
        "a long list",
        f"artikelen 5, 6bis, 7, § 2, en 8 {BODEM}",
        [
            ("artikelen 5", {"article": "5"}),
            ("6bis", {"article": "6bis"}),
            ("7, § 2", {"article": "7", "paragraph": "2"}),
            (f"8 {BODEM}", {"article": "8"}),
        ],
    ),
    Case(
        "the word repeated",
        f"artikel 3 en artikel 5 {BODEM}",
        [("artikel 3", {"article": "3"}), (f"artikel 5 {BODEM}", {"article": "5"})],
    ),
    Case(
        "a range with tot",
        f"artikelen 5 tot 7 {BODEM}",
        [("artikelen 5", {"article": "5"}), (f"7 {BODEM}", {"article": "7"})],
    ),
    Case(
        "a range with t.e.m.",
        f"artikelen 5 t.e.m. 7 {BODEM}",
        [("artikelen 5", {"article": "5"}), (f"7 {BODEM}", {"article": "7"})],
    ),
    Case(
        "a range with tot en met",
        f"artikelen 5 tot en met 7 {BODEM}",
        [("artikelen 5", {"article": "5"}), (f"7 {BODEM}", {"article": "7"})],
    ),
    Case("a range with a dash", f"art. 5-7 {BODEM}", [("art. 5", {"article": "5"}), (f"7 {BODEM}", {"article": "7"})]),
    Case(
        "several paragraphs of one article are several rows",
        f"artikel 5, §§ 1 en 3, {BODEM}",
        [
            ("artikel 5, §§ 1", {"article": "5", "paragraph": "1"}),
            (f"3, {BODEM}", {"article": "5", "paragraph": "3"}),
        ],
    ),
    Case(
        "a paragraph of the same article",
        f"artikel 5, § 1, 2°, en § 4 {BODEM}",
        [
            ("artikel 5, § 1, 2°", {"article": "5", "paragraph": "1", "subdivision": "2°"}),
            (f"§ 4 {BODEM}", {"article": "5", "paragraph": "4", "subdivision": None}),
        ],
    ),
    Case(
        "in the plural a number behind a paragraph is an article",
        f"artikelen 5, § 1, en 6 {BODEM}",
        [("artikelen 5, § 1", {"article": "5"}), (f"6 {BODEM}", {"article": "6", "paragraph": None})],
    ),
    Case(
        "each list with its own act",
        f"artikel 5 {BODEM} en artikel 7 van het Mestdecreet",
        [
            (f"artikel 5 {BODEM}", {"act_title": "Bodemdecreet"}),
            ("artikel 7 van het Mestdecreet", {"act_title": "Mestdecreet", "article": "7"}),
        ],
    ),
    Case(
        "inzonderheid inside a list",
        f"de artikelen 5 tot 9, en inzonderheid artikel 7, § 2, {BODEM}",
        [
            ("artikelen 5", {"article": "5"}),
            ("9", {"article": "9"}),
            (f"artikel 7, § 2, {BODEM}", {"article": "7", "paragraph": "2"}),
        ],
    ),
    Case(
        "hyphenated articles",
        f"de artikelen 346-1 en 361-2 {BODEM}",
        [("artikelen 346-1", {"article": "346-1"}), (f"361-2 {BODEM}", {"article": "361-2"})],
    ),
    Case(
        "a range with a hyphen",
        f"de artikelen 6-10 {BODEM}",
        [("artikelen 6", {"article": "6"}), (f"10 {BODEM}", {"article": "10"})],
    ),
    Case(
        "articles of two acts",
        "de artikelen 12 en 13 van de wet van 5 mei 2003 en 7, § 1 en 2, van het koninklijk besluit van 6 mei 2004",
        [
            ("artikelen 12", {"act_date": "2003-05-05"}),
            ("13 van de wet van 5 mei 2003", {"article": "13"}),
            ("7, § 1", {"article": "7", "paragraph": "1", "act_date": "2004-05-06"}),
            ("2, van het koninklijk besluit van 6 mei 2004", {"article": "7", "paragraph": "2"}),
        ],
    ),
    Case(
        "articles of two acts, the first with its heading",
        f"artikel 12 van de wet van 5 mei 2003 over de kade en 7 {BODEM}",
        [
            ("artikel 12 van de wet van 5 mei 2003", {"article": "12", "act_title": "over de kade"}),
            (f"7 {BODEM}", {"article": "7"}),
        ],
    ),
    Case(
        "a date is no article",
        "artikel 3 van de wet van 5 mei 2003 en 7 juni 2004",
        [("artikel 3 van de wet van 5 mei 2003", {"article": "3"})],
    ),
    Case(
        "an article behind a paragraph",
        f"artikel 9, § 1, en 12, tweede lid, {BODEM}",
        [
            ("artikel 9, § 1", {"article": "9", "paragraph": "1"}),
            (f"12, tweede lid, {BODEM}", {"article": "12", "paragraph": None, "subdivision": "tweede lid"}),
        ],
    ),
    Case(
        "a paragraph behind a paragraph",
        f"artikel 9, § 1, en 2, {BODEM}",
        [("artikel 9, § 1", {}), (f"2, {BODEM}", {"article": "9", "paragraph": "2"})],
    ),
    Case(
        "articles of treaties",
        "artikel 8 EVRM en artikel 107 VWEU",
        [
            ("artikel 8 EVRM", {"act_type": "verdrag", "act_title": "EVRM", "act_date": "1950-11-04", "article": "8"}),
            ("artikel 107 VWEU", {"act_type": "verdrag", "act_title": "VWEU", "article": "107"}),
        ],
    ),
]

ACT_FIRST = [
    Case("the article behind its act", "Bodemdecreet, artikel 5", [("Bodemdecreet, artikel 5", {"article": "5"})]),
    Case(
        "the article in brackets",
        "het Bodemdecreet (art. 5, § 2)",
        [("Bodemdecreet (art. 5, § 2)", {"paragraph": "2"})],
    ),
    Case(
        "more precisely",
        "het Bodemdecreet, meer bepaald artikelen 5 en 6, zegt dat",
        [
            ("Bodemdecreet, meer bepaald artikelen 5", {"article": "5"}),
            ("6", {"article": "6", "act_title": "Bodemdecreet"}),
        ],
    ),
    Case(
        "behind heading and publication",
        "Decreet van 4 mei 2018 over de kade, BS 6 juni 2018, art. 7",
        [
            (
                "Decreet van 4 mei 2018 over de kade, BS 6 juni 2018, art. 7",
                {"article": "7", "published_on": "2018-06-06"},
            )
        ],
    ),
    Case("not across a sentence", "Zie het Bodemdecreet. Artikel 5 zegt dat.", [("Bodemdecreet", {"article": None})]),
]

NO_ARTICLE = [
    Case("an article without an act", "Volgens artikel 5 kan dat, maar artikel 60 § 7 niet."),
    Case("a form of employment", "De artikel 60'ers en artikel 60-werknemers in de artikel 60-regeling."),
    Case("a number that goes on is no article", "artikel 60tal van het Fietsdecreet en artikel 5% van de wet"),
    Case("an article in a newspaper", "Een artikel in De Avondpost, en het artikel van 5 mei 2020 daarover."),
    Case(
        "an article of a contract",
        "artikel 5 van de overeenkomst, artikel 3 van het reglement, artikel 7 van de statuten",
    ),
    Case("an article of a draft", "artikel 5 van het voorontwerp van decreet en artikel 3 van het ontwerpdecreet"),
    Case("a paragraph does not reach the next one", "Volgens artikel 5\nvan het decreet van toen"),
    Case("a bracket closes a list", "(de artikelen 4, 5 en 6) van alles", []),
]


@pytest.mark.parametrize("case", parameters([*ONE_ARTICLE, *SEVERAL_ARTICLES, *ACT_FIRST, *NO_ARTICLE]))
def test_articles(case: Case) -> None:
    check(case, "legislation")
