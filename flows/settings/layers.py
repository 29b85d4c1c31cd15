"""Read the settings: defaults, then the file, then the environment, then flags; each overrides those before it.

The file is `--config FILE`, or the one that `VRAAGBAAK_CONFIG` names, or `vraagbaak.toml` of the working directory
where there is one. The variable of a setting is its key in capitals: `VRAAGBAAK_GATE_DROPPED_ROWS`.

A value is checked where it is read, so that the message can name the place. Paths of the file are relative to the
folder of the file, all others to the working directory.
"""

from __future__ import annotations

import contextlib
import dataclasses
import difflib
import functools
import json
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from flows.errors import SettingsWrong
from flows.settings.kinds import Positive
from flows.settings.values import Settings

FILE = "vraagbaak.toml"
PREFIX = "VRAAGBAAK_"
CONFIG_VARIABLE = f"{PREFIX}CONFIG"
DEFAULT = "default"

WORDS = (
    (" | null`", "`"),
    ("`int`", "a whole number"),
    ("`float`", "a number"),
    ("`str`", "a text"),
    ("`bool`", "true or false"),
    ("`array`", "a list"),
    ("`object`", "a table"),
    (" of length >= 1", " that is not empty"),
    (" >= ", " of at least "),
    (" <= ", " of at most "),
    (" > ", " above "),
    (" - at `$", " at `"),
    ("Object contains unknown field", "there is the unknown"),
    ("Object missing required field", "there must be an"),
    ("Invalid enum value", "it cannot be"),
    ("Invalid value", "it cannot be"),
)
"""The words of msgspec, and those that a person writes."""


@dataclass(frozen=True)
class Setting:
    """A setting as it is declared."""

    key: str
    """Its name in the file, with its section: `gate.dropped_rows`."""
    type: Any
    default: Any

    @property
    def variable(self) -> str:
        """The variable of the environment that sets it."""
        return PREFIX + self.key.replace(".", "_").upper()


@dataclass(frozen=True)
class Flag:
    """What was said on the command line."""

    name: str
    """As a person writes it: `--workers`."""
    value: object


@dataclass(frozen=True)
class Loaded:
    """The effective settings, and where each comes from."""

    values: Settings
    origins: Mapping[str, str]
    """By key: `default`, the path of the file, `environment NAME`, or the flag."""

    def is_given(self, key: str) -> bool:
        """Whether somebody set it."""
        return self.origins[key] != DEFAULT


def export(loaded: Loaded, config: Path | None, environment: MutableMapping[str, str] = os.environ) -> None:
    """Set in `environment` what the flags say, for the processes that run the flow; paths are absolute there.

    `config` is the file that a flag names.
    """
    file = _file(config, environment)
    if file is not None:
        environment[CONFIG_VARIABLE] = str(file.absolute())
    for key, setting in declared().items():
        if loaded.origins[key].startswith("-") or setting.variable in environment:
            environment[setting.variable] = _as_text(value_of(loaded.values, key))


def value_of(values: Settings, key: str) -> object:
    """The value of a setting."""
    return functools.reduce(getattr, key.split("."), values)


def _as_text(value: object) -> str:
    """A value as the environment has it; `_of_text` reads it."""
    if isinstance(value, Path):
        return str(value.absolute())
    if isinstance(value, dict | bool):
        return json.dumps(value)
    if isinstance(value, tuple):
        return json.dumps([_as_text(one) if isinstance(one, Path) else msgspec.to_builtins(one) for one in value])
    return "null" if value is None else str(value)


@functools.cache
def declared() -> Mapping[str, Setting]:
    """Every setting by its key, in the order of `values`."""
    return {setting.key: setting for setting in _declared(Settings, "")}


def _declared(section: type, prefix: str) -> Iterator[Setting]:
    types = get_type_hints(section, include_extras=True)
    for field in dataclasses.fields(section):
        kind = types[field.name]
        if isinstance(kind, type) and is_dataclass(kind):
            yield from _declared(kind, f"{prefix}{field.name}.")
        else:
            # What is no more than a number counts something, and none of it would be no limit but the end of all runs.
            made = field.default_factory
            default = field.default if made is dataclasses.MISSING else made()
            yield Setting(prefix + field.name, Positive if kind is int else kind, default)


def load(
    flags: Mapping[str, Flag], *, config: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Loaded:
    """The effective settings. `flags`: by key, what the command line says; `config`: the file that it names.

    Raises SettingsWrong.
    """
    values: dict[str, object] = {key: setting.default for key, setting in declared().items()}
    origins = dict.fromkeys(values, DEFAULT)
    for key, value, origin in _given(flags, _file(config, environment), environment):
        values[key], origins[key] = value, origin
    return Loaded(_built(Settings, values, ""), origins)


def _given(
    flags: Mapping[str, Flag], file: Path | None, environment: Mapping[str, str]
) -> Iterator[tuple[str, object, str]]:
    """What is set, in rising order: key, value and origin."""
    if file is not None:
        for key, written in _of_file(file):
            yield key, _converted(key, written, f"in {file}", folder=file.parent), str(file)
    for key, setting in declared().items():
        if setting.variable in environment:
            text = _of_text(setting, environment[setting.variable])
            value = _converted(key, text, f"in the variable {setting.variable}", written_as_text=True)
            yield key, value, f"environment {setting.variable}"
    variables = {setting.variable: key for key, setting in declared().items()}
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in variables and name != CONFIG_VARIABLE:
            raise SettingsWrong(_unknown(f"The environment has the unknown variable `{name}`", name, list(variables)))
    for key, flag in flags.items():
        if key not in declared():
            raise SettingsWrong(_unknown(f"{flag.name} names the unknown setting `{key}`", key, list(declared())))
        as_text = isinstance(flag.value, str)
        written = _of_text(declared()[key], flag.value) if isinstance(flag.value, str) else flag.value
        yield key, _converted(key, written, f"of {flag.name}", written_as_text=as_text), flag.name


def _file(config: Path | None, environment: Mapping[str, str]) -> Path | None:
    """The file to read. Raises SettingsWrong where somebody named one that is not there."""
    named_by, file = "--config", config
    if file is None and (variable := environment.get(CONFIG_VARIABLE)):
        named_by, file = CONFIG_VARIABLE, Path(variable)
    if file is None:
        return Path(FILE) if os.path.lexists(FILE) else None
    if not file.exists():
        raise SettingsWrong(f"There is no file {file} to read the settings from: correct {named_by}.")
    return file


def _of_file(file: Path) -> Iterator[tuple[str, object]]:
    """Every key that the file sets, with its value."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsWrong(f"The settings in {file} cannot be read: {error.strerror}. Make it readable.") from None
    except UnicodeDecodeError:
        raise SettingsWrong(f"The settings in {file} cannot be read: it is not UTF-8. Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsWrong(f"{file} is not valid TOML: {error}. Correct it there.") from None
    yield from _flat(content, "", file)


def _flat(table: Mapping[str, object], prefix: str, file: Path) -> Iterator[tuple[str, object]]:
    sections = {key.rpartition(".")[0] for key in declared()} - {""}
    for name, value in table.items():
        key = prefix + name
        if key in declared():
            yield key, value
        elif key not in sections:
            known = [*declared(), *sections]
            raise SettingsWrong(_unknown(f"{file} has the unknown setting `{key}`", key, known))
        elif isinstance(value, Mapping):
            yield from _flat(value, f"{key}.", file)
        else:
            raise SettingsWrong(f"{file} has a value for `{key}`, which is a section: write it as `[{key}]`.")


def _unknown(what: str, name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    meant = f"did you mean `{near[0]}`?" if near else "correct or remove it."
    return f"{what}: {meant} `vraagbaak config --example` lists every setting."


def _of_text(setting: Setting, text: str) -> object:
    """A value of the environment or of `--set`: tables and lists as JSON, lists also with `:` (paths) or commas."""
    if dict in _parts(setting.type) and text.lstrip().startswith("{"):
        with contextlib.suppress(json.JSONDecodeError):  # it is refused as what it is, a text
            return json.loads(text)
    if not _is_list(setting.type):
        return text
    if text.lstrip().startswith("["):
        with contextlib.suppress(json.JSONDecodeError):  # it may be a path that begins so
            return json.loads(text)
    of_paths = Path in _parts(setting.type)
    return [part.strip() for part in text.split(os.pathsep if of_paths else ",") if part.strip()]


def _is_list(kind: object) -> bool:
    return tuple in _parts(kind)


def _parts(kind: object) -> set[object]:
    """A type and all that it is made of."""
    found = {kind, getattr(kind, "__origin__", kind)}
    return found.union(*(_parts(part) for part in get_args(kind)))


def _converted(key: str, value: object, where: str, *, folder: Path = Path(), written_as_text: bool = False) -> object:
    """The value as the type of the setting. Raises SettingsWrong."""
    try:
        return msgspec.convert(value, declared()[key].type, strict=not written_as_text, dec_hook=_hook(folder))
    except (msgspec.ValidationError, ValueError) as error:
        what = functools.reduce(lambda text, words: text.replace(*words), WORDS, str(error).removesuffix("."))
        raise SettingsWrong(
            f"The setting `{key}` {where} is wrong: {what[:1].lower() + what[1:]}. Correct it there; "
            "`vraagbaak config --example` says what it holds."
        ) from None


def _hook(folder: Path) -> Callable[[type, object], object]:
    """How msgspec makes what it does not know itself: paths, and the types of `kinds`."""

    def make(kind: type, value: object) -> object:
        if isinstance(value, kind):
            return value
        if not isinstance(value, str):
            raise ValueError("expected a text")  # and not what it is: it may be secret
        if kind is Path:
            if not value or "\0" in value:
                raise ValueError("expected a path")
            return folder / Path(value).expanduser()
        return kind(value)

    return make


def _built(section: type[Any], values: Mapping[str, object], prefix: str) -> Any:
    """A section of its values by key."""
    types = get_type_hints(section)
    return section(
        **{
            field.name: _built(types[field.name], values, f"{prefix}{field.name}.")
            if is_dataclass(types[field.name])
            else values[prefix + field.name]
            for field in dataclasses.fields(section)
        }
    )
