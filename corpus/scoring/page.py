"""The page of figures for people, `docs/accuracy.md`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.rewrites.catalogue import REWRITES
from corpus.scoring.figures import CITATIONS, DOUBT, GROUPS, WHAT, documents_under
from corpus.scoring.measures import MEASURES, WHOLE
from corpus.scoring.measuring import SEED

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
FEWEST_OF_A_FEATURE = 5


def page(figures: dict[str, dict[str, object]], explained: dict[str, str]) -> str:
    """The page for people. `figures`: by group, and those of the citations under `citations`."""
    lines = [
        "# Accuracy",
        "",
        "Written by `make accuracy`. The generated documents are composed from a grammar of everything that the layout",
        f"allows (`corpus/generator/README.md`; seed {SEED}), so that their truth is known; the samples are those of",
        "[samples.md](samples.md); the real ones are annotated questions that are no part of this repository.",
        "",
        "Texts count as right when they agree without white space and hyphens; *texts to the character* holds wraps,",
        "paragraphs and hyphens too. A document is right as a whole when every figure is.",
        "",
        f"| measure | {' | '.join(GROUPS)} |",
        f"|---|{'---:|' * len(GROUPS)}",
    ]
    for measure in MEASURES:
        cells = [_share(figures.get(group, {}).get("measures", {}), measure) for group in GROUPS]
        lines.append(f"| {measure} | {' | '.join(cells)} |")
    lines += ["", "## By feature", "", "Generated documents that are right as a whole, the least first.", ""]
    lines += ["| feature | right | of |", "|---|---:|---:|"]
    features = figures["generated"]["features"]
    assert isinstance(features, dict), "figures by feature"
    for feature, (right, of) in sorted(features.items(), key=lambda one: (one[1][0] / one[1][1], one[0])):
        if of >= FEWEST_OF_A_FEATURE:
            lines.append(f"| {feature} | {right} | {of} |")
    lines += ["", "## Rewrites", ""]
    lines += ["Other dumps of the same documents (`corpus/rewrites`), and how many gave the same tables, cell by cell."]
    lines += ["", f"| rewrite | {' | '.join(GROUPS)} |", f"|---|{'---:|' * len(GROUPS)}"]
    for rewrite in REWRITES:
        cells = [_share(figures.get(group, {}).get("rewrites", {}), rewrite) for group in GROUPS]
        lines.append(f"| {rewrite} | {' | '.join(cells)} |")
    lines += _doubt_page(figures)
    lines += _citations_page(figures.get(CITATIONS, {}))
    lines += ["", "## What is missed, and why", ""]
    groups = {group: figures.get(group, {}) for group in (*GROUPS, CITATIONS)}
    missed = [(group, name) for group, of in groups.items() for what in WHAT for name in documents_under(of, what)]
    for group, name in dict.fromkeys(missed):
        told = [one for what in WHAT for one in documents_under(figures[group], what).get(name, ())]
        why = explained.get(f"{group}/{name}", "not explained")
        lines.append(f"- `{group}/{name}` ({', '.join(told)}): {why}")
    lines += ["Nothing."] if not missed else []
    return "\n".join(lines) + "\n"


def _doubt_page(figures: dict[str, dict[str, Any]]) -> list[str]:
    lines = ["", "## Doubt", ""]
    lines += [
        "Where a text leaves another reading that is nearly as good, a warning says so ([tables.md](tables.md)). How",
        "many documents have such a warning, and how many are right as a whole with one and without. The last rows are",
        "generated documents whose running text lost line ends at random: right are those that keep all labels.",
        "",
        "| documents | with doubt | right with doubt | right without |",
        "|---|---:|---:|---:|",
    ]
    for group in GROUPS:
        told = figures.get(group, {})
        whole = {
            "documents": told.get("measures", {}).get(WHOLE, (0, 0)),
            "rewrites": [sum(of) for of in zip(*told.get("rewrites", {}).values(), strict=True)] or (0, 0),
        }
        for what, doubtful in told.get("doubtful", {}).items():
            rest = [of - doubted for of, doubted in zip(whole[what], doubtful, strict=True)]
            lines.append(_doubt_row(f"{group}{', rewritten' if what == 'rewrites' else ''}", doubtful, rest))
    for name, counted in figures.get(DOUBT, {}).items():
        lines.append(_doubt_row(name, counted["doubtful"], counted["certain"]))
    return lines


def _doubt_row(name: str, doubtful: Sequence[int], rest: Sequence[int]) -> str:
    share = _share({"with": (doubtful[1], doubtful[1] + rest[1])}, "with")
    right = [_share({"right": tuple(counted)}, "right") for counted in (doubtful, rest)]
    return f"| {name} | {share} | {' | '.join(right)} |"


def _citations_page(figures: dict[str, Any]) -> list[str]:
    lines = ["", "## References", ""]
    lines += ["Citations in running text, annotated by hand (`corpus/citations`). A row is right when every column is."]
    lines += ["", "| kind | rows | recall | precision |", "|---|---:|---:|---:|"]
    for kind, (hits, wanted, found) in figures.get("kinds", {}).items():
        recall, precision = (hits / of if of else 1.0 for of in (wanted, found))
        lines.append(f"| `{kind}` | {wanted} | {recall:.3f} | {precision:.3f} |")
    return lines


def _share(counted: object, key: str) -> str:
    hits, of = counted.get(key, (0, 0)) if isinstance(counted, dict) else (0, 0)
    return f"{hits:,} / {of:,} ({int(1000 * hits / of) / 10} %)" if of else "–"
