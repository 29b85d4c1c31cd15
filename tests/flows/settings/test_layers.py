"""Settings: defaults, then the file, then the environment, then flags; and one sentence where something is wrong."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from flows import paths
from flows.errors import SettingsWrong
from flows.settings.hooks import CommandHook, EmailHook, Event, WebHook
from flows.settings.layers import Flag, Loaded, declared, export, load


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory without a settings file, and an environment that sets nothing."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("VRAAGBAAK_"):
            monkeypatch.delenv(name)
    return tmp_path


def loaded(text: str = "", environment: Mapping[str, str] | None = None, **flags: object) -> Loaded:
    """The settings with this file, this environment, and these flags."""
    if text:
        Path("vraagbaak.toml").write_text(text)
    return load({key: Flag(f"--{key}", value) for key, value in flags.items()}, environment=environment or {})


def refusal(text: str = "", environment: Mapping[str, str] | None = None, **flags: object) -> str:
    with pytest.raises(SettingsWrong) as raised:
        loaded(text, environment, **flags)
    message = str(raised.value)
    assert "\n" not in message
    return message


def test_without_anything_the_defaults_hold() -> None:
    found = loaded()
    assert (found.values.sources, found.values.dataset) == ((paths.RAW,), paths.DATASET)
    assert set(found.origins.values()) == {"default"}
    assert not any(map(found.is_given, declared()))


def test_each_layer_overrides_the_one_below_and_is_named() -> None:
    file = "workers = 2\n[retention]\ndays = 20\nreleases = 20\n[gate]\ndropped_rows = 20"
    environment = {"VRAAGBAAK_RETENTION_DAYS": "30", "VRAAGBAAK_WORKERS": "3"}
    found = loaded(file, environment, workers=4)
    assert (found.values.gate.dropped_rows, found.origins["gate.dropped_rows"]) == (20, "vraagbaak.toml")
    assert (found.values.retention.days, found.origins["retention.days"]) == (
        30,
        "environment VRAAGBAAK_RETENTION_DAYS",
    )
    assert (found.values.workers, found.origins["workers"]) == (4, "--workers")
    assert (found.values.retention.releases, found.origins["retention.releases"]) == (20, "vraagbaak.toml")
    assert (found.values.gate.dropped_share, found.origins["gate.dropped_share"]) == (0.1, "default")


def test_the_file_may_be_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").write_text(f'dataset = "{name}"')
    environment = {"VRAAGBAAK_CONFIG": str(tmp_path / "one.toml")}
    assert load({}, environment=environment).values.dataset == tmp_path / "one"
    assert load({}, config=tmp_path / "two.toml", environment=environment).values.dataset == tmp_path / "two"


def test_paths_of_the_file_are_relative_to_the_file(tmp_path: Path) -> None:
    """A file serves wherever the command is started; what is typed is relative to where it is typed."""
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "night.toml").write_text('sources = ["../raw", "/srv/raw", "~/raw"]')
    found = load({"dataset": Flag("--dataset", Path("out"))}, config=tmp_path / "etc" / "night.toml", environment={})
    assert found.values.sources == (tmp_path / "etc" / "../raw", Path("/srv/raw"), Path("~/raw").expanduser())
    assert found.values.dataset == Path("out")


def test_lists_in_the_environment() -> None:
    many = {"VRAAGBAAK_SOURCES": "a:b c", "VRAAGBAAK_PREFECT_ALLOWED_ORIGINS": "https://a.example, https://b.example"}
    values = loaded(environment=many).values
    assert values.sources == (Path("a"), Path("b c"))
    assert values.prefect.allowed_origins == ("https://a.example", "https://b.example")
    assert loaded(environment={"VRAAGBAAK_SOURCES": '["a:b", "c"]'}).values.sources == (Path("a:b"), Path("c"))
    assert loaded(environment={"VRAAGBAAK_SOURCES": "[old]:new"}).values.sources == (Path("[old]"), Path("new"))


def test_a_table_in_the_environment_is_json() -> None:
    found = loaded(environment={"VRAAGBAAK_READING_COLUMNS": '{"vraagsteller": "asker"}'})
    assert found.values.reading.columns == {"vraagsteller": "asker"}
    assert "expected a table, got a text" in refusal(environment={"VRAAGBAAK_READING_COLUMNS": "asker"})
    environment: dict[str, str] = {}
    flags = {"reading.columns": Flag("--map", {"a": "b"}), "reading.follow_links": Flag("--follow-links", True)}
    export(load(flags, environment={}), None, environment)
    again = load({}, environment=environment).values.reading
    assert (again.columns, again.follow_links) == ({"a": "b"}, True)


def test_a_limit_of_files_is_at_least_one() -> None:
    assert loaded("[files]\npages = 3").values.files.pages == 3
    assert "`files.pages` in vraagbaak.toml is wrong: expected a whole number of at least 1" in refusal(
        "[files]\npages = 0"
    )


def test_hooks_of_every_kind() -> None:
    hooks = loaded("""
[[hooks]]
kind = "command"
argv = ["tell", "--all"]
on = ["failure"]
[[hooks]]
kind = "webhook"
url = "https://chat.example.org/x"
[[hooks]]
kind = "email"
to = ["night@example.org"]
""").values.hooks
    assert [type(hook) for hook in hooks] == [CommandHook, WebHook, EmailHook]
    assert hooks[0].on == (Event.FAILURE,)
    assert hooks[1].on == (Event.FAILURE, Event.REFUSAL, Event.SILENCE)


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("worker = 2", "vraagbaak.toml has the unknown setting `worker`: did you mean `workers`?"),
        ("[gate]\ndropped_row = 2", "unknown setting `gate.dropped_row`: did you mean `gate.dropped_rows`?"),
        ("[gates]\ndropped_rows = 2", "unknown setting `gates`: did you mean `gate`?"),
        ("gate = 2", "vraagbaak.toml has a value for `gate`, which is a section: write it as `[gate]`."),
        ("workers = 'many'", "`workers` in vraagbaak.toml is wrong: expected a whole number, got a text."),
        ("workers = 0", "`workers` in vraagbaak.toml is wrong: expected a whole number of at least 1."),
        ("workers = true", "`workers` in vraagbaak.toml is wrong: expected a whole number, got true or false."),
        ("sources = 'raw'", "`sources` in vraagbaak.toml is wrong: expected a list, got a text."),
        ("sources = []", "`sources` in vraagbaak.toml is wrong: expected a list that is not empty."),
        ("sources = [3]", "`sources` in vraagbaak.toml is wrong: expected a text at `[0]`."),
        ("[gate]\ndropped_share = 1.5", "`gate.dropped_share` in vraagbaak.toml is wrong: expected a number of at"),
        ("[schedule]\ncron = 'nightly'", "'nightly' is no cron expression such as '30 3 * * *'"),
        ("[schedule]\ncron = '0 0 31 2 *'", "'0 0 31 2 *' is no cron expression"),
        ("[schedule]\ntimezone = 'Mars/Base'", "'Mars/Base' is no time zone such as 'Europe/Brussels'"),
        ("[smtp]\nsecurity = 'ssl'", "`smtp.security` in vraagbaak.toml is wrong: it cannot be 'ssl'"),
        ("[[hooks]]\nkind = 'pigeon'", "`hooks` in vraagbaak.toml is wrong: it cannot be 'pigeon' at `[0].kind`"),
        ("[[hooks]]\nkind = 'webhook'\nurl = 'file:///etc/passwd'", "begins with http:// or https:// and has a host"),
        ("[[hooks]]\nkind = 'command'", "there must be an `argv` at `[0]`"),
        ("[[hooks]]\nkind = 'command'\nargv = []", "expected a list that is not empty at `[0].argv`"),
        ("[[hooks]]\nkind = 'email'\nto = ['nobody']", "'nobody' is no e-mail address"),
        ("[[hooks]]\nkind = 'email'\nto = ['a@b.be']\ncc = ['c@d.be']", "there is the unknown `cc` at `[0]`"),
        ("workers 2", "vraagbaak.toml is not valid TOML: Expected '=' after a key in a key/value pair (at line 1,"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_file_is_one_sentence(file: str, says: str) -> None:
    message = refusal(file)
    assert says in message
    assert message.endswith((".", "setting."))


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"VRAAGBAAK_WORKER": "2"}, "has the unknown variable `VRAAGBAAK_WORKER`: did you mean `VRAAGBAAK_WORKERS`?"),
        ({"VRAAGBAAK_WORKERS": "two"}, "`workers` in the variable VRAAGBAAK_WORKERS is wrong: expected a whole number"),
        ({"VRAAGBAAK_HOOKS": "mail"}, "`hooks` in the variable VRAAGBAAK_HOOKS is wrong"),
        ({"VRAAGBAAK_CONFIG": "gone.toml"}, "There is no file gone.toml to read the settings from: correct VRAAGBAAK_"),
    ],
)
def test_what_is_wrong_in_the_environment_is_one_sentence(environment: dict[str, str], says: str) -> None:
    assert says in refusal(environment=environment)


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "vraagbaak.toml").write_bytes(b"dataset = 'caf\xe9'")
    assert refusal() == "The settings in vraagbaak.toml cannot be read: it is not UTF-8. Save it as UTF-8."
    (tmp_path / "vraagbaak.toml").unlink()
    (tmp_path / "vraagbaak.toml").mkdir()
    assert refusal() == "The settings in vraagbaak.toml cannot be read: Is a directory. Make it readable."


def test_a_secret_is_in_no_message() -> None:
    """Neither where it is wrong, nor where something beside it is."""
    assert "hunter2" not in refusal("[[hooks]]\nkind = 'webhook'\nurl = 'https://a.be'\ntoken = ['hunter2']")
    assert "hunter2" not in refusal("[[hooks]]\nkind = 'webhook'\nurl = 'ftp://a.be/hunter2'")
    assert "hunter2" not in repr(loaded("[smtp]\npassword = 'hunter2'").values)


def test_what_the_flags_say_reaches_the_processes_that_run_the_flow(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(b"caf\xe9:bar"))
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "night.toml").write_text("quiet_days = 3")
    config = Path("etc/night.toml")
    said = {"sources": Flag("--source", [odd, Path("b")]), "workers": Flag("--workers", 3)}
    before = {"VRAAGBAAK_DATASET": "out"}
    told = load(said, config=config, environment=before)
    environment = dict(before)
    export(told, config, environment)
    os.chdir("/")
    again = load({}, environment=environment)
    assert again.values.sources == (tmp_path / odd, tmp_path / "b")
    assert (again.values.workers, again.values.quiet_days, again.values.dataset) == (3, 3, tmp_path / "out")
