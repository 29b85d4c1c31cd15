"""Web addresses that a line end broke are joined (anatomy.md, Text columns)."""

from __future__ import annotations

import re

import pytest

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.lines import addresses as module
from transform.lines.addresses import continues_address

EXAMPLES: Examples = {
    "ADDRESS_AT_END": [
        ("zie https://www.voorbeeld.be/pagina-", "https://www.voorbeeld.be/pagina-"),
        ("op www.ladders.example", "www.ladders.example"),
    ],
    "BEGINS_ADDRESS": [("https://www.voorbeeld.be", "https://"), ("www.voorbeeld.be", "www.")],
    "HOST": ["https://www.voorbeeld.be/", "www.voorbeeld.be/"],
    "GOES_ON": ["11/rapport.pdf", "misleidende-reclame", "index.html?id=3"],
    "ADDRESS_PART": ["/", "=", ".html", ("2021-", "1-"), "-misleidende-"],
    "AFTER_SLASH": ["misleidende-reclame", "2021"],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("zie https://ladders.example/lijst-", "2022.pdf", id="after a hyphen"),
        pytest.param("zie https://ladders.example/lijst-", "van-ladders", id="after a hyphen, before words"),
        pytest.param("zie https://ladders.example/", "lijst-van-ladders", id="after a slash"),
        pytest.param("zie https://ladders.example/", "2022/lijst.pdf", id="after a slash, before a year"),
        pytest.param("zie https://ladders.example", "/lijst/2022", id="before a slash"),
        pytest.param("zie www.ladders.example/lijst_", "van_2022", id="without a scheme"),
        pytest.param("zie https://ladders.example/a?b=1&", "c=2 voor meer", id="inside a query"),
        pytest.param("zie https://ladders.example/lijst", "2022.html", id="before an ending"),
        pytest.param("zie https://ladders.example/", "lijst.", id="a word that has the line to itself"),
        pytest.param("zie https://ladders.example/lijsten/", "overzicht en de nota", id="the last word of a path"),
    ],
)
def test_an_address_goes_on(before: str, after: str) -> None:
    assert continues_address(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("zie https://ladders.example/lijst", "voor meer cijfers", id="a word"),
        pytest.param("zie https://ladders.example/lijst.", "2022-2023 was nat.", id="a sentence has ended"),
        pytest.param("(zie https://ladders.example/lijst)", "en/of de nota", id="a parenthesis has closed"),
        pytest.param("zie https://ladders.example/lijst,", "en/of de nota", id="a comma follows"),
        pytest.param("zie https://ladders.example/", "Daar staat meer.", id="a sentence begins after a slash"),
        pytest.param("zie https://ladders.example/", "overzicht van alles", id="a word after the host's slash"),
        pytest.param("op https://ladders.example/lijsten/", "staat een overzicht", id="a verb after a path's slash"),
        pytest.param("op https://ladders.example/lijsten/", "van de dienst", id="a preposition after a path's slash"),
        pytest.param("zie de lijst-", "2022.pdf", id="no address"),
        pytest.param("https://ladders.example is een-", "voudig/snel", id="an address earlier on the line"),
    ],
)
def test_an_address_has_ended(before: str, after: str) -> None:
    assert not continues_address(before, after)
