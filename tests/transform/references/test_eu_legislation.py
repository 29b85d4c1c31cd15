"""Acts of the European Union, by number and by name, with their CELEX (references.md, Columns)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters

AVG = {"act_type": "verordening", "act_title": "AVG", "number": "2016/679", "identifier": "32016R0679"}


def _act(guards: str, text: str, act_type: str, number: str, celex: str) -> Case:
    return Case(guards, f"Zie {text}!", [(text, {"act_type": act_type, "number": number, "identifier": celex})])


NUMBERED = [
    _act("year first since 2015", "Verordening (EU) 2016/679", "verordening", "2016/679", "32016R0679"),
    _act("serial number first before", "Verordening (EG) nr. 1907/2006", "verordening", "1907/2006", "32006R1907"),
    _act("serial number first, two-digit year", "verordening 2092/91", "verordening", "2092/91", "31991R2092"),
    _act(
        "a serial number that looks like a year",
        "Verordening (EU) nr. 2018/2012",
        "verordening",
        "2018/2012",
        "32012R2018",
    ),
    _act("a directive", "richtlijn 2014/24/EU", "richtlijn", "2014/24", "32014L0024"),
    _act("a recent directive", "Richtlijn (EU) 2018/2001", "richtlijn", "2018/2001", "32018L2001"),
    _act("a directive of two digits", "richtlijn 92/43/EEG", "richtlijn", "92/43", "31992L0043"),
    _act(
        "implementing acts are folded in",
        "Uitvoeringsverordening (EU) 2020/2220",
        "verordening",
        "2020/2220",
        "32020R2220",
    ),
    _act("delegated acts are folded in", "gedelegeerde verordening (EU) 2021/7", "verordening", "2021/7", "32021R0007"),
    _act("a decision", "Besluit 2012/21/EU", "besluit", "2012/21", "32012D0021"),
    _act("an old decision", "Beschikking 2000/532/EG", "beschikking", "2000/532", "32000D0532"),
    _act("a recommendation", "aanbeveling (EU) 2017/761", "aanbeveling", "2017/761", "32017H0761"),
    _act("a framework decision", "kaderbesluit 2008/913/JBZ", "kaderbesluit", "2008/913", "32008F0913"),
    _act("nr. before a year", "Verordening (EU) nr. 2021/1060", "verordening", "2021/1060", "32021R1060"),
    _act(
        "nr. before a year and a small number", "verordening (EU) nr. 2021/92", "verordening", "2021/92", "32021R0092"
    ),
    _act("nr. before a serial number", "verordening (EEG) nr. 2037/92", "verordening", "2037/92", "31992R2037"),
    _act("nr. before the year of a decision", "besluit (EU) nr. 2015/1601", "besluit", "2015/1601", "32015D1601"),
    _act("EG before the word", "EG-verordening nr. 561/2006", "verordening", "561/2006", "32006R0561"),
    _act("a French suffix", "richtlijn 2005/29/CE", "richtlijn", "2005/29", "32005L0029"),
    _act(
        "a decision of the Council",
        "besluit 2015/1601 van de Raad van 22 september 2015",
        "besluit",
        "2015/1601",
        "32015D1601",
    ),
    _act("nr. before the mark", "verordening nr. (EU) 2019/881", "verordening", "2019/881", "32019R0881"),
    _act(
        "nr. before a year and a number like one",
        "richtlijn (EU) nr. 2018/2001",
        "richtlijn",
        "2018/2001",
        "32018L2001",
    ),
    _act("nr. before the year of a directive", "richtlijn nr. 2014/24/EU", "richtlijn", "2014/24", "32014L0024"),
]

CITED = [
    Case(
        "the date belongs to the citation",
        "Verordening (EU) 2021/5 van het Europees Parlement en de Raad van 3 mei 2021 tot vaststelling van regels is",
        [
            (
                "Verordening (EU) 2021/5 van het Europees Parlement en de Raad van 3 mei 2021",
                {"act_date": "2021-05-03", "act_title": "tot vaststelling van regels"},
            )
        ],
    ),
    Case(
        "several numbers",
        "de Richtlijnen 2014/23/EU, 2014/24/EU en 2014/25/EU",
        [
            ("Richtlijnen 2014/23/EU", {"identifier": "32014L0023"}),
            ("2014/24/EU", {"identifier": "32014L0024"}),
            ("2014/25/EU", {"identifier": "32014L0025"}),
        ],
    ),
    Case("a name", "Volgens de AVG mag dat.", [("AVG", {**AVG, "act_date": "2016-04-27"})]),
    Case("the same act by another name", "de GDPR", [("GDPR", AVG)]),
    Case("a directive by name", "de Habitatrichtlijn", [("Habitatrichtlijn", {"identifier": "31992L0043"})]),
    Case(
        "a number that the table knows has its name and date",
        "Verordening (EU) 2016/679",
        [("Verordening (EU) 2016/679", {**AVG, "act_date": "2016-04-27"})],
    ),
    Case(
        "number and name side by side are one",
        "Verordening (EU) 2016/679 (AVG) en richtlijn 92/43/EEG (Habitatrichtlijn)",
        [("Verordening (EU) 2016/679", AVG), ("richtlijn 92/43/EEG", {"act_title": "Habitatrichtlijn"})],
    ),
    Case(
        "name and number side by side are one",
        "de Habitatrichtlijn (Richtlijn 92/43/EEG)",
        [("Habitatrichtlijn (Richtlijn 92/43/EEG)", {"identifier": "31992L0043"})],
    ),
    Case(
        "a member is a paragraph",
        "artikel 6, lid 1, onder e), van de AVG",
        [
            (
                "artikel 6, lid 1, onder e), van de AVG",
                {**AVG, "article": "6", "paragraph": "1", "subdivision": "onder e)"},
            )
        ],
    ),
    Case(
        "several members are several rows",
        "artikel 5, leden 1 en 2, AVG",
        [("artikel 5, leden 1", {"paragraph": "1"}), ("2, AVG", {"article": "5", "paragraph": "2"})],
    ),
    Case(
        "pointing back",
        "de Habitatrichtlijn en artikel 5 van die richtlijn",
        [("Habitatrichtlijn", {}), ("artikel 5 van die richtlijn", {"article": "5", "identifier": "31992L0043"})],
    ),
    Case(
        "a defined name",
        "Richtlijn (EU) 2021/5 (hierna: Kaderichtlijn). De Kaderichtlijn geldt.",
        [("Richtlijn (EU) 2021/5", {}), ("Kaderichtlijn", {"identifier": "32021L0005"})],
    ),
    Case(
        "nr. before the second of two",
        "Verordeningen (EU) nr. 2021/1060 en nr. 2021/1058",
        [
            ("Verordeningen (EU) nr. 2021/1060", {"identifier": "32021R1060"}),
            ("nr. 2021/1058", {"identifier": "32021R1058"}),
        ],
    ),
    Case(
        "a definition names the outer act",
        "Verordening (EU) 2016/679 van 27 april 2016 over data en tot intrekking van Richtlijn 95/46/EG (hierna AVG)",
        [("Verordening (EU) 2016/679 van 27 april 2016", AVG), ("Richtlijn 95/46/EG", {"act_title": None})],
    ),
    Case(
        "the full name of the outer act beside it",
        "Verordening (EU) 2016/679 over gegevens en tot intrekking van Richtlijn 95/46/EG "
        "(algemene verordening gegevensbescherming) geldt.",
        [("Verordening (EU) 2016/679", AVG), ("Richtlijn 95/46/EG", {"act_title": None})],
    ),
    Case(
        "a numbered point",
        "artikel 4, 2), van de AVG",
        [
            ("artikel 4, 2), van de AVG", {"article": "4", "subdivision": "2)"}),
        ],
    ),
    Case(
        "numbered points of a paragraph",
        "art. 3, lid 1, 5) en 6), AVG",
        [
            ("art. 3, lid 1, 5) en 6), AVG", {"article": "3", "paragraph": "1", "subdivision": "5) en 6)"}),
        ],
    ),
]

FALSE_FRIENDS = [
    Case("an average", "de avg-score en het avg"),
    Case("a part of a word", "AVG-proof werken, de GDPR-regels"),
    Case("guidelines", "de richtlijnen van de minister, een richtlijn, de Europese richtlijnen"),
    Case("a local ordinance", "de stedenbouwkundige verordening van 3 mei 2019, de politieverordening"),
    Case("a recommendation", "aanbeveling 3/2019 van de commissie, de aanbeveling"),
    Case("a decision without a mark of the Union", "het besluit 2019/15 van de raad"),
    Case("nothing named before", "De richtlijn is streng."),
    Case("a decision of another council", "het besluit 2015/16 van de raad van bestuur van 3 mei 2015"),
]


@pytest.mark.parametrize("case", parameters([*NUMBERED, *CITED, *FALSE_FRIENDS]))
def test_eu_legislation(case: Case) -> None:
    check(case, "eu_legislation")


def test_a_numbered_decision_of_the_union_is_no_belgian_one() -> None:
    check(Case("", "Besluit 2012/21/EU van de Commissie van 20 december 2011"), "legislation")
