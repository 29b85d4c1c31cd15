"""What a flow run may name. A server that somebody else can reach must not read or write whatever they like."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from flows.errors import NotAllowed
from flows.settings.values import Settings


def with_named(
    settings: Settings, sources: Sequence[Path] | None, dataset: Path | None, workers: int | None
) -> Settings:
    """The settings, with what a flow run names in their place. Raises NotAllowed, a sentence.

    A run may name the sources and the dataset of the settings, and what lies in the folders of `allowed`. Links are
    resolved first.
    """
    named = list(sources or settings.sources)
    for source in named:
        if not _is_among(source, settings.sources, settings.allowed.sources):
            raise NotAllowed(
                f"A flow run may not read {source}: name one of the settings, or add it to `allowed.sources`."
            )
    target = dataset or settings.dataset
    if not _is_among(target, (settings.dataset,), settings.allowed.datasets):
        raise NotAllowed(
            f"A flow run may not write the dataset {target}: name that of the settings, or add it to "
            "`allowed.datasets` there."
        )
    if workers is not None and workers < 1:
        raise NotAllowed(f"A flow run needs at least 1 worker, not {workers}.")
    return replace(settings, sources=tuple(named), dataset=target, workers=workers or settings.workers)


def _is_among(path: Path, exactly: Sequence[Path], below: Sequence[Path]) -> bool:
    real = Path(os.path.realpath(path))
    return real in {Path(os.path.realpath(one)) for one in exactly} or any(
        real.is_relative_to(os.path.realpath(folder)) for folder in below
    )
