"""The portfolios in a minister's titles (tables.md)."""

from __future__ import annotations

import re

import pytest

from tests.transform.patterns import Examples, each_example, matched, pattern_constants
from transform.layouts.flemish import offices as module
from transform.layouts.flemish.offices import portfolios_of

EXAMPLES: Examples = {
    "PORTFOLIOS_BEGIN": [
        ("VLAAMS MINISTER VAN WATERLOPEN", "MINISTER VAN "),
        ("MINISTER BEVOEGD VOOR JEUGD", "MINISTER BEVOEGD VOOR "),
    ],
    "NEXT_TITLE": [
        ("JEUGD EN VICEMINISTER-PRESIDENT", " EN VICEMINISTER"),
        ("REGERING, VLAAMS MINISTER VAN", ", VLAAMS MINISTER"),
    ],
    "PORTFOLIO_SEPARATOR": [("JEUGD, SPORT", ", "), ("JEUGD EN SPORT", " EN "), ("JEUGD, EN SPORT", ", EN ")],
}


@pytest.mark.parametrize(("pattern", "text", "part"), each_example(module, EXAMPLES))
def test_a_pattern_matches_its_examples(pattern: re.Pattern[str], text: str, part: str) -> None:
    assert matched(pattern, text) == part


def test_every_pattern_has_an_example() -> None:
    assert pattern_constants(module) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        pytest.param(
            "VLAAMS MINISTER VAN BINNENLANDS BESTUUR EN GELIJKE KANSEN",
            ("Binnenlands Bestuur", "Gelijke Kansen"),
            id="split at EN, in normal capitals",
        ),
        pytest.param(
            "VLAAMS MINISTER VAN WATERLOPEN, DIERENWELZIJN EN SPORT",
            ("Waterlopen", "Dierenwelzijn", "Sport"),
            id="split at commas",
        ),
        pytest.param(
            "VLAAMS MINISTER VAN STEDEN- EN PLATTELANDSBELEID",
            ("Steden- en Plattelandsbeleid",),
            id="a hanging hyphen binds",
        ),
        pytest.param(
            "VLAAMS MINISTER VAN JEUGD, STEDEN- EN PLATTELANDSBELEID EN SPORT",
            ("Jeugd", "Steden- en Plattelandsbeleid", "Sport"),
            id="a hanging hyphen among others",
        ),
        pytest.param(
            "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING EN VLAAMS MINISTER VAN SPORT",
            ("Sport",),
            id="the presidency is no portfolio",
        ),
        pytest.param(
            "VLAAMS MINISTER VAN SPORT EN VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING",
            ("Sport",),
            id="a presidency after the portfolios ends them",
        ),
        pytest.param(
            "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN JEUGD,\nSPORT EN DIERENWELZIJN",
            ("Jeugd", "Sport", "Dierenwelzijn"),
            id="over two lines",
        ),
        pytest.param("MINISTER-PRESIDENT VAN DE VLAAMSE REGERING", (), id="no portfolio"),
        pytest.param(None, (), id="no titles"),
    ],
)
def test_the_portfolios_in_a_ministers_titles(role: str | None, wanted: tuple[str, ...]) -> None:
    assert portfolios_of(role) == wanted
