"""The operator's page names every command, and no command that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from flows.command_line import vraagbaak

ROOT = Path(__file__).parents[2]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), *ROOT.glob("*.md")]
NAMED = re.compile(r"vraagbaak (?P<command>[a-z]+)(?P<rest>[^`\n|]*)")
"""`vraagbaak build data/raw --dataset data/dataset`, in a code block or between backquotes."""


def code(page: Path) -> str:
    """What stands in code: fenced blocks and backquotes."""
    text = page.read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```.*?\n(.*?)```", text, re.DOTALL) + re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text))


NAMED_COMMANDS = [(page.name, found) for page in PAGES for found in NAMED.finditer(code(page))]


@pytest.mark.parametrize(
    ("page", "found"), NAMED_COMMANDS, ids=[f"{page}: {found.group()}" for page, found in NAMED_COMMANDS]
)
def test_a_command_that_a_page_names_exists_with_its_options(page: str, found: re.Match[str]) -> None:
    command = vraagbaak.commands.get(found["command"])
    assert command is not None
    assert CliRunner().invoke(vraagbaak, [found["command"], "--help"]).exit_code == 0
    if command.context_settings.get("ignore_unknown_options"):
        return  # they are for another command
    options = {name for parameter in command.params for name in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", found["rest"])) <= options | {"--help"}


@pytest.mark.parametrize("command", sorted(vraagbaak.commands))
def test_the_operators_page_has_every_command_and_option(command: str) -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert f"`vraagbaak {command}" in page
    for parameter in vraagbaak.commands[command].params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[0]}" in page, parameter.opts[0]
