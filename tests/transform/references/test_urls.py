"""Addresses (references.md, Rows: with a scheme, or beginning with www.)."""

from __future__ import annotations

import pytest

from tests.transform.references.citing import Case, check, parameters, references


def _url(guards: str, text: str, *urls: str) -> Case:
    return Case(guards, text, [(url, {"url": url, "identifier": None}) for url in urls])


CASES = [
    _url("a scheme", "Zie https://example.org/kade voor meer.", "https://example.org/kade"),
    _url("without a scheme", "Zie www.example.org.", "www.example.org"),
    _url("the full stop of the sentence", "Op http://example.org/a.pdf.", "http://example.org/a.pdf"),
    _url("brackets around it", "(zie https://example.org/a)", "https://example.org/a"),
    _url("brackets inside it", "https://example.org/a_(b)", "https://example.org/a_(b)"),
    _url("angle brackets", "<https://example.org/a>", "https://example.org/a"),
    _url("quotes", "“https://example.org/a”", "https://example.org/a"),
    _url("query and fragment", "https://example.org/?a=1&b=2#c; ook", "https://example.org/?a=1&b=2#c"),
    _url("two of them", "https://a.example.org, www.b.example.org", "https://a.example.org", "www.b.example.org"),
    _url("two paragraphs", "https://example.org/a\nwww.example.org", "https://example.org/a", "www.example.org"),
    _url("a bare domain is none", "Op vlaanderen.be en example.org/kade staat dat."),
    _url("an address for letters is none", "Schrijf naar jan@www.example.org."),
    Case(
        "an ELI is its identifier",
        "http://data.europa.eu/eli/reg/2016/679/oj",
        [("http://data.europa.eu/eli/reg/2016/679/oj", {"identifier": "http://data.europa.eu/eli/reg/2016/679/oj"})],
    ),
]


@pytest.mark.parametrize("case", parameters(CASES))
def test_urls(case: Case) -> None:
    check(case, "url")


def test_an_address_cites_nothing_but_itself() -> None:
    text = "https://example.org/decreet-van-3-mei-2019/Energiedecreet/vraag-1"
    assert [one.kind for one in references(text, labels=("1",))] == ["url"]
