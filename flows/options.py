"""The options of the commands, and the settings that they and the other layers make together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from flows.settings.layers import Flag, Loaded

Command = TypeVar("Command", bound=Callable[..., Any])

CONFIG, SET = "config", "set"
"""Where the context keeps what `--config` and `--set` say."""

FOLDER = click.Path(file_okay=False, path_type=Path)


def _kept(context: click.Context, option: click.Parameter, value: object) -> None:
    """Keep what an option of any command says, for all of them."""
    if value:
        context.ensure_object(dict)[option.name] = value


def settings_options(command: Command) -> Command:
    """`--config` and `--set`, which every command with settings has, and `vraagbaak` itself."""
    config = click.option(
        "--config",
        CONFIG,
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_kept,
        help="The file with the settings [default: vraagbaak.toml, where there is one].",
    )
    settings = click.option(
        "--set",
        SET,
        metavar="KEY=VALUE",
        multiple=True,
        expose_value=False,
        callback=_kept,
        help="Set one setting, such as gate.dropped_rows=20; `vraagbaak config` lists them.",
    )
    return config(settings(command))


dataset_option = click.option(
    "--dataset", type=FOLDER, help="Folder of the dataset [default: `dataset` of the settings, where it is set]."
)
nightly_dataset_option = click.option(
    "--dataset", type=FOLDER, help="Folder of the dataset [default: `dataset` of the settings: data/dataset]."
)
source_option = click.option(
    "--source",
    "sources",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A dump: a folder of .txt files, or a single file; may be repeated [default: `sources` of the settings].",
)
workers_option = click.option("--workers", type=click.IntRange(min=1), help="Worker processes [default: one per core].")
rebuild_option = click.option("--rebuild", is_flag=True, help="Parse all documents again, including the stored ones.")
accept_option = click.option(
    "--accept-drop", is_flag=True, help="Publish the release even if it has anomalies, such as fewer rows than before."
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print the summary as JSON, as the last line on stdout."
)


NO_FLAGS: Mapping[str, object] = {}
FLAG_OF = {"retention.releases": "--keep", "retention.days": "--days", "sources": "--source"}
"""The flags that are not named like their setting."""


def load_settings(context: click.Context, flags: Mapping[str, object] = NO_FLAGS) -> Loaded:
    """The effective settings: those of the command's own `flags` (by the key of the setting; None or empty where they
    were not given), of `--set`, and of the other layers. Raises flows.errors.SettingsWrong.
    """
    from flows.settings.layers import load

    return load(_flags(context, flags), config=config_file(context))


def config_file(context: click.Context) -> Path | None:
    """The file that `--config` names."""
    found: Path | None = context.ensure_object(dict).get(CONFIG)
    return found


def _flags(context: click.Context, flags: Mapping[str, object]) -> dict[str, Flag]:
    from flows.settings.layers import Flag

    given: dict[str, Flag] = {}
    for pair in context.ensure_object(dict).get(SET, ()):
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--set {pair} names no value: write it as KEY=VALUE.", context)
        given[key] = Flag("--set", value)
    for key, value in flags.items():
        if value is not None and value != ():
            given[key] = Flag(FLAG_OF.get(key, f"--{key}"), value)
    return given


def given_dataset(context: click.Context, dataset: Path | None) -> Path:
    """The dataset that the command or the settings name; raises click.UsageError where only the default is left."""
    loaded = load_settings(context, {"dataset": dataset})
    require_dataset(context, loaded)
    return loaded.values.dataset


def require_dataset(context: click.Context, loaded: Loaded) -> None:
    """Raises click.UsageError where nobody named a dataset."""
    if not loaded.is_given("dataset"):
        raise click.UsageError(
            "Missing option '--dataset': name the folder, or set `dataset` in vraagbaak.toml.", context
        )
