"""What a mention of an act stands for, given the acts that were named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from operator import itemgetter

from transform.references.acts import CODEX, LEGISLATION, Act, known_act, known_by_name, same_heading
from transform.references.mentions import Mention

# A word for a type and nothing else. Matches: "het decreet", "Codex".
BARE_WORD = re.compile(
    r"(?:het |de )?(?P<word>decreet|besluit|wet|codex|wetboek|ordonnantie|omzendbrief|verordening|richtlijn)", re.I
)
# No day has more acts than this in one document; in a hostile one it might.
MOST_OF_ONE_DAY = 20


@dataclass(slots=True)
class Antecedents:
    """The acts named so far, in the order of the document."""

    named: int = 0
    """How many mentions there were, so that the nearest can be told."""
    nearest: dict[tuple[str, str], tuple[int, Act]] = field(default_factory=dict)
    """For each kind of row and type of act: the last one named, and as which mention."""
    of_day: dict[tuple[str, date], list[Act]] = field(default_factory=dict)
    """For each kind of row and date: the acts of that day."""
    of_year: dict[tuple[str, str, int], Act] = field(default_factory=dict)
    """For each kind of row, type and year: the last act named with its date."""
    last: Act | None = None
    """The act that was named last."""
    by_number: dict[tuple[str, str], Act] = field(default_factory=dict)
    """For each type and number: the last act that was named so with its date."""
    cited: set[Act] = field(default_factory=set)
    """Those that are rows: only they can be pointed back to without an article."""
    pinned: dict[str, Act] = field(default_factory=dict)
    """What a bare word for a type was defined to stand for: `(hierna: het decreet)`."""

    def define(self, name: str, act: Act) -> None:
        """From here on the bare word `name` (`decreet`) stands for `act`."""
        self.pinned[name.lower()] = act

    def name(self, act: Act, *, is_row: bool) -> None:
        """`act` is named here."""
        self.named += 1
        self.last = act
        self.nearest[act.kind, act.act_type] = (self.named, act)
        if act.is_codex:
            self.nearest[act.kind, CODEX] = (self.named, act)
        if is_row:
            self.cited.add(act)
        if act.number is not None and act.act_date is not None:
            self.by_number[act.act_type, act.number] = act
        if act.act_date is not None:
            self.of_year[act.kind, act.act_type, act.act_date.year] = act
            same_day = self.of_day.setdefault((act.kind, act.act_date), [])
            if act not in same_day and len(same_day) < MOST_OF_ONE_DAY:
                same_day.append(act)

    def resolve(self, mention: Mention, word: str) -> Act | None:
        """The act that `mention` stands for; None where it points back to nothing. `word` is the word it uses."""
        if mention.act is not None:
            return self._known(mention.act, mention) if mention.resolvable else mention.act
        if mention.points_to_nearest:
            return self.last
        if mention.year is not None:
            return self.of_year.get((mention.kind, mention.default_type, mention.year))
        if word.lower() in self.pinned:
            return self.pinned[word.lower()]
        before = [self.nearest[key] for of in mention.points_back_to if (key := (mention.kind, of)) in self.nearest]
        return max(before, key=itemgetter(0))[1] if before else None

    def _known(self, act: Act, mention: Mention) -> Act:
        """What an earlier mention of the same act, or the table, knows of it besides what stands here."""
        if act.kind != LEGISLATION:
            return act
        if act.act_date is None:
            return self.by_number.get((act.act_type, act.number), act) if act.number else act
        if act.act_title and known_by_name(act.act_title, act):
            return act
        for earlier in reversed(self.of_day.get((act.kind, act.act_date), ())):
            same_type = earlier.act_type == act.act_type or earlier.act_type in mention.points_back_to
            title, earlier_title = act.act_title, earlier.act_title
            same_title = not title or not earlier_title or same_heading(title, earlier_title)
            if same_type and same_title and (earlier_title or earlier.act_type != act.act_type):
                return replace(earlier, act_title=earlier_title or title, number=act.number or earlier.number)
        known = known_act(act.act_type, act.act_date, act.act_title)
        return replace(known, number=act.number or known.number) if known else act


def bare_word(name: str) -> str | None:
    """The word for a type of act that a definition gives to one act (`het decreet` → `decreet`); None for a name."""
    found = BARE_WORD.fullmatch(name)
    return found["word"].lower() if found else None
