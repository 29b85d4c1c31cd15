"""What a mention of an act stands for, given the acts that were named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from transform.references.acts import CODEX, LEGISLATION, Act, known_act, same_heading
from transform.references.mentions import Mention


@dataclass(slots=True)
class Antecedents:
    """The acts named so far, in the order of the document."""

    named: list[Act] = field(default_factory=list)
    cited: set[Act] = field(default_factory=set)
    """Those that are rows: only they can be pointed back to without an article."""
    pinned: dict[str, Act] = field(default_factory=dict)
    """What a bare word for a type was defined to stand for: `(hierna: het decreet)`."""

    def define(self, name: str, act: Act) -> None:
        """From here on the bare word `name` (`decreet`) stands for `act`."""
        self.pinned[name.lower()] = act

    def name(self, act: Act, *, is_row: bool) -> None:
        """`act` is named here."""
        self.named.append(act)
        if is_row:
            self.cited.add(act)

    def resolve(self, mention: Mention, word: str) -> Act | None:
        """The act that `mention` stands for; None where it points back to nothing. `word` is the word it uses."""
        if mention.act is None:
            return self._before(mention, word)
        return self._known(mention.act, mention) if mention.resolvable else mention.act

    def _before(self, mention: Mention, word: str) -> Act | None:
        if word.lower() in self.pinned:
            return self.pinned[word.lower()]
        for act in reversed(self.named):
            if act.kind == mention.kind and (act.act_type in mention.points_back_to):
                return act
            if CODEX in mention.points_back_to and act.is_codex:
                return act
        return None

    def _known(self, act: Act, mention: Mention) -> Act:
        """What the table, or an earlier mention of the same act, knows of it besides what stands here."""
        if act.kind != LEGISLATION or act.act_date is None:
            return act
        for earlier in reversed(self.named):
            same_type = earlier.act_type == act.act_type or earlier.act_type in mention.points_back_to
            same_act = earlier.kind == act.kind and same_type and earlier.act_date == act.act_date
            if same_act and earlier.act_title and (not act.act_title or same_heading(act.act_title, earlier.act_title)):
                return replace(earlier, number=act.number or earlier.number)
        known = known_act(act.act_type, act.act_date, act.act_title)
        return replace(known, number=act.number or known.number) if known else act


def bare_word(name: str) -> str | None:
    """The word for a type of act that a definition gives to one act (`het decreet` → `decreet`); None for a name."""
    found = re.fullmatch(r"(?:het |de )?(decreet|besluit|wet|codex|wetboek|ordonnantie|omzendbrief|verordening|richtlijn)", name, re.I)
    return found[1].lower() if found else None
