"""How right the tables are: on generated documents whose truth is known, on the samples, and on the real documents.

    python bench/accuracy.py [--check | --accept] [--verbose]
    python bench/accuracy.py --seed NUMBER [--verbose]

Compares with the figures committed in `corpus/accuracy.json`, document by document, and tells gains and losses. Without
a loss, that file and `docs/accuracy.md` are written anew; with one that the file does not explain (under `explained`,
by document), nothing is written and the exit status is 1. `--check` writes nothing either way; `--accept` writes in
spite of losses, which then show in the commit. `--seed` measures other generated documents, and only tells.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # as a script it stands beside the packages that it measures

from corpus.scoring.doubt import doubt_now
from corpus.scoring.figures import (
    CITATIONS,
    DOUBT,
    FIGURES,
    GROUPS,
    WHAT,
    Group,
    as_text,
    committed,
    documents_under,
    gains_and_losses,
    unexplained,
)
from corpus.scoring.measures import MEASURES, WHOLE
from corpus.scoring.measuring import REAL, SEED, citations_now, measured
from corpus.scoring.page import PAGE, page


def main() -> int:
    """Measure, compare, and write; see the top of this file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    how = arguments.add_mutually_exclusive_group()
    how.add_argument("--accept", action="store_true", help="write the figures in spite of losses")
    how.add_argument("--check", action="store_true", help="write nothing")
    how.add_argument("--seed", type=int, help="measure the generated documents of another seed, and write nothing")
    arguments.add_argument("--verbose", action="store_true", help="tell every miss")
    options = arguments.parse_args()
    if options.seed is not None:
        return _tell(measured("generated", options.seed), options.verbose)
    before = committed()
    explained: dict[str, str] = before.get("explained", {})
    figures: dict[str, dict[str, object]] = {}
    all_losses: list[str] = []
    for group in GROUPS:
        if group == "real" and not REAL.exists():
            figures[group] = before.get(group, {})  # what was measured where they are
            continue
        now = measured(group)
        figures[group] = now.as_json()
        print(f"{group}: {now.total.hits.get(WHOLE, 0)} of {now.documents} documents all right")
        if options.verbose:
            print("\n".join(f"  - {miss}" for miss in now.total.misses))
        if group in before:
            gains, losses = gains_and_losses(group, before[group], figures[group])
            print(f"  {len(gains)} documents gained, {len(losses)} lost")
            print("\n".join([*(f"  + {one}" for one in gains), *(f"  - {one}" for one in losses)]))
            all_losses += [one for one in losses if one.partition(":")[0] not in explained]
    figures[CITATIONS] = citations_now()
    all_losses += _tell_citations(figures[CITATIONS], before.get(CITATIONS, {}), explained, verbose=options.verbose)
    figures[DOUBT] = dict(doubt_now(SEED))
    _tell_doubt(figures[DOUBT])
    if all_losses and not options.accept:
        print(f"{len(all_losses)} unexplained losses; nothing was written", file=sys.stderr)
        return 1
    if options.check:
        return 0
    explained = {name: why for name, why in explained.items() if _is_listed(figures, name)}
    for name in unexplained(figures, explained):
        print(f"not explained: {name}")
    FIGURES.write_text(as_text({**figures, "explained": explained}), encoding="utf-8")
    PAGE.write_text(page(figures, explained), encoding="utf-8")
    return 0


def _tell_doubt(now: dict[str, Any]) -> None:
    """Print how many damaged documents have a doubt warning, and how many are right with one and without."""
    for name, counted in now.items():
        (doubtful, of_doubtful), (certain, of_certain) = counted["doubtful"], counted["certain"]
        print(f"{name}: {doubtful} of {of_doubtful} right with doubt, {certain} of {of_certain} without")


def _tell_citations(
    now: dict[str, Any], before: dict[str, Any], explained: dict[str, str], *, verbose: bool
) -> list[str]:
    """Print how the annotated citations fare; the unexplained losses."""
    right, wanted = (sum(counted[place] for counted in now["kinds"].values()) for place in (0, 1))
    gains, losses = gains_and_losses(CITATIONS, before, now)
    print(f"{CITATIONS}: {right} of {wanted} rows right\n  {len(gains)} entries gained, {len(losses)} lost")
    print("\n".join([*(f"  + {one}" for one in gains), *(f"  - {one}" for one in losses)]))
    if verbose:
        print("\n".join(f"  - {name}: {wrong}" for name, of in now["missed"].items() for wrong in of))
    return [one for one in losses if one.partition(":")[0] not in explained]


def _is_listed(figures: dict[str, dict[str, object]], name: str) -> bool:
    """Whether a document (`generated/NAME`) is still one with a miss, or with a rewrite that changed it."""
    group, _, document = name.partition("/")
    return any(document in documents_under(figures.get(group, {}), what) for what in WHAT)


def _tell(figures: Group, verbose: bool) -> int:
    """Print the figures of other documents, measure by measure."""
    for measure in MEASURES:
        of = figures.total.of.get(measure, 0)
        print(f"{measure:<34} {figures.total.hits[measure]:>10,} / {of:<10,} {figures.total.hits[measure] / of:.5f}")
    for rewrite, (same, of) in figures.rewrites.items():
        print(f"{rewrite:<34} {same:>10,} / {of:<10,}")
    for name, changed in figures.changed.items():
        print(f"  - {name} changed: {', '.join(changed)}")
    if verbose:
        print("\n".join(f"  - {miss}" for miss in figures.total.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
