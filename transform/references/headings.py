"""Where the heading of an act ends: a noun phrase, told from the sentence that goes on behind it.

`de wet van 4 mei 2012 tot regeling van de leningen` | `hervormt de steun`: after a noun only a preposition, a further
member of a list, a clause or a participle of its own can go on; a verb, an adverb or a determiner begins something
else. Where a phrase is torn (the list has no last member, the clause no verb) it ends where it was still whole.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from transform.dutch.words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_LINKS,
    SENTENCE_OPENERS,
    VERBS_OF_RULES,
)
from transform.references.heading_signs import (
    ACT_BEFORE,
    ANOTHER,
    ARTICLES,
    AS_GIVEN,
    AS_REGARDS,
    AUXILIARIES,
    BELOW_ARTICLE,
    CLUSTER,
    FINITE,
    FURTHER,
    GLUED,
    JOINED,
    LIST,
    MAIN_VERB,
    NO_MEMBER,
    NO_NOUN,
    NOTHING_FOLLOWS,
    NOUN_IN_E,
    OBJECT_FOLLOWS,
    OF_OUTER,
    OF_THE_ASKER,
    OF_WHICH,
    PARTICIPLE,
    PLAIN_ADJECTIVE,
    PLURAL_NOUN,
    POSTPOSED,
    PREPOSITION_FOLLOWS,
    PURPOSE,
    RELATIVE,
    SENTENCE_GOES_ON,
    THEREFORE,
    THEREOF,
    TOKEN,
    VERB_LIKE,
    WHERE_DONE,
)
from transform.references.words import DONE_TO_ACTS

LONGEST_HEADING = 700


class _State(Enum):
    NEEDS_NOUN = auto()
    """Behind a preposition, a determiner, "en": the phrase is not whole."""
    ADJECTIVE = auto()
    """Behind a word that may be an adjective, or the noun."""
    WHOLE = auto()
    """Behind a noun."""


class _Phrase:
    """Reads a noun phrase from left to right; `end` is where it was whole last."""

    def __init__(self, text: str, start: int, stop: int, *, inside: bool) -> None:
        self.text, self.at, self.stop, self.inside = text, start, stop, inside
        self.end = start
        self.state = _State.NEEDS_NOUN
        self.last = ""
        """The word or sign before, in small letters."""
        self.frames = 0
        """Participles and infinitives that are still to come: `het in de handel` brengen."""
        self.clause: int | None = None
        """Where a clause began whose verb is still to come."""
        self.before_word = start
        """Where the phrase ended before its last word, where that may be a verb."""
        self.lists: list[int] = []
        """Where lists began that only a later "en" closes."""
        self.purposeful = text.startswith(("tot ", "ter ", "houdende "), start)
        """Whether a purpose may be told in the heading: of what is done, or behind a clause."""
        self.links: dict[str, int] = {}
        """Where the last phrase with each preposition began."""

    def read(self) -> int:
        while self.at < self.stop and (token := TOKEN.match(self.text, self.at, self.stop)) is not None:
            if not self._take(token):
                break
            self.at, self.last = token.end() if self.at < token.end() else self.at, token.group().strip().lower()
        return self.end if self.clause is None else self.clause

    def _whole(self, at: int) -> None:
        self.state, self.end = _State.WHOLE, at

    def _is_whole(self) -> bool:
        return self.state is not _State.NEEDS_NOUN

    def _skip(self, found: re.Match[str] | None) -> bool:
        """Take a stretch that is read at once; False where there is none."""
        if found is None:
            return False
        self.at = found.end()
        self._whole(self.at)
        return True

    def _take(self, token: re.Match[str]) -> bool:
        """Take a word or sign; False where the heading has ended before it."""
        if self._is_whole() and self.clause is None and self._sentence_goes_on(token.start()):
            return False
        kind, word = token.lastgroup, token.group().strip()
        if kind == "comma":
            return self._comma(token)
        if kind == "word":
            return self._word(word, token)
        if kind == "nr":
            self.state = _State.NEEDS_NOUN
        else:
            behind_number = self.state is _State.WHOLE and self.last[:1].isdigit()
            if (kind == "quoted" and self._is_whole()) or (kind == "number" and behind_number):
                return False
            self._whole(token.end())
        return True

    def _sentence_goes_on(self, at: int) -> bool:
        found = SENTENCE_GOES_ON.match(self.text, at)
        if found is None:
            return False
        words = found.group().split()
        if words[0] == "van" and (ARTICLES.search(self.last) or self._behind_act(at)):
            return False  # "tot wijziging van de wet van 4 mei 2012"
        return not ("art" in words[-1].lower()[:3] and PARTICIPLE.fullmatch(self.last))  # "bedoeld in artikel 5"

    def _behind_act(self, at: int) -> bool:
        return ACT_BEFORE.search(self.text[max(0, at - 60) : at]) is not None

    def _comma(self, token: re.Match[str]) -> bool:
        at = token.start()
        if self.last.endswith("-") or self.clause is not None:
            self.state = _State.NEEDS_NOUN
            return True
        if not self._is_whole() or (self.inside and OF_OUTER.match(self.text, at)):
            return False
        if self.last[-1:].isdigit() or self.last.endswith(("°", "lid")):
            below = BELOW_ARTICLE.match(self.text, at, self.stop)
            if below is not None:
                self.state = _State.NEEDS_NOUN
                return True
        if FURTHER.match(self.text, at, self.stop):
            self.state = self.state if JOINED.match(self.text, at) else _State.NEEDS_NOUN
            return True
        if ANOTHER.match(self.text, token.end()):
            return False
        following = TOKEN.match(self.text, token.end(), self.stop)
        word = following["word"] if following else None
        if following is not None and following["number"] and self.last[:1].isdigit():
            self.state = _State.NEEDS_NOUN  # "2002/65/EG, 2009/110/EG en 2013/36/EU"
            return True
        if word is None or following is None:
            return False
        if self._is_postposed(word, following.end()):
            self.state = _State.NEEDS_NOUN
            return True
        small = word.lower()
        if small in NO_MEMBER or RELATIVE.fullmatch(small):
            return False
        if LIST.match(self.text, at, self.stop) is None or (small in PREPOSITIONS and small not in self.links):
            return False
        self.lists.append(self.end)
        self.state = _State.NEEDS_NOUN
        return True

    def _is_postposed(self, word: str, end: int) -> bool:
        """Whether a word belongs to the noun before it, with what follows: `bestraald in`, `toepasselijk op`."""
        own = (
            (PARTICIPLE.fullmatch(word) or POSTPOSED.fullmatch(word))
            and word not in DONE_TO_ACTS
            and word not in FINITE
        )
        return bool(own) and bool(
            PREPOSITION_FOLLOWS.match(self.text, end, self.stop) or PURPOSE.match(self.text, end, self.stop)
        )

    def _word(self, word: str, token: re.Match[str]) -> bool:
        small = word.lower()
        if self._is_whole():
            taken = self._behind_whole(word, small, token)
            if taken is not None:
                return taken
        if small in OF_WHICH and self.last in self.links and self.clause is None:
            return self._open_clause(self.links[self.last], token.end())
        if small == "zijn" and self.clause is not None and self._is_whole():
            self._close_clause(small, token)
        elif small in DETERMINERS or THEREFORE.fullmatch(small) or small in COORDINATORS:
            self.state = _State.NEEDS_NOUN
        elif small in PREPOSITIONS:
            self.frames += self.last in DETERMINERS or (
                self.last in PREPOSITIONS and self.at > self.end and self.last != small
            )
            if self.last not in DETERMINERS:
                self.links[small] = self.end
            self.state = _State.NEEDS_NOUN
        elif self.clause is not None and self._is_verb(word, small):
            self._close_clause(small, token)
        elif small in ADVERBS | PRONOUNS and self.clause is not None:
            self.state = _State.WHOLE if small in PRONOUNS else self.state
        elif small in ("om", "teneinde"):
            return self._purpose(token.start())
        else:
            self._noun(word, token)
        return True

    def _behind_whole(self, word: str, small: str, token: re.Match[str]) -> bool | None:
        """What a word is behind a whole phrase: taken, not taken, or None where it goes on as anywhere."""
        at, end = token.start(), token.end()
        if self.clause is not None:
            return False if small in SENTENCE_LINKS else None
        if small in ("om", "teneinde"):
            return self._purpose(at)
        if (given := AS_GIVEN.match(self.text, at, self.stop)) is not None:
            self.at, self.state = given.end(), _State.NEEDS_NOUN
            return True
        if small in THEREOF:
            return True
        if small == "wat":
            return not self.inside and self._skip(AS_REGARDS.match(self.text, at, self.stop))
        if small in COORDINATORS:
            return None if self._joins(at, end) else False
        if RELATIVE.fullmatch(small) and small not in SENTENCE_LINKS:
            return self._open_clause(self.end, end)
        if small in SENTENCE_LINKS or small in PRONOUNS or (small in ADVERBS and self.frames == 0) or small == "te":
            return False
        if small in DETERMINERS:
            if VERB_LIKE.fullmatch(self.last) and self.before_word > 0:
                self.end = self.before_word
            return False
        if small in PREPOSITIONS:
            return None
        return self._behind_noun(word, small, token)

    def _joins(self, at: int, end: int) -> bool:
        """Whether "en" from `at` to `end` joins a further member: no act, no verb, no heading around this one."""
        if (self.inside and OF_OUTER.match(self.text, at)) or SENTENCE_GOES_ON.match(self.text, end):
            return False
        following = TOKEN.match(self.text, end, self.stop)
        if following is not None and following["number"] and self.last[-1:].isdigit():
            return True
        verb = following is not None and (following["word"] or "") in FINITE | ADVERBS
        return not verb and ANOTHER.match(self.text, end, self.stop) is None

    def _purpose(self, at: int) -> bool:
        """`gebruikt om toezicht te houden`, `verzoekers om hulp`: a clause of purpose may also be the sentence's."""
        purpose = PURPOSE.match(self.text, at, self.stop)
        if purpose is None:
            self.state = _State.NEEDS_NOUN
            return True
        return (self.purposeful or PARTICIPLE.fullmatch(self.last) is not None) and self._skip(purpose)

    def _behind_noun(self, word: str, small: str, token: re.Match[str]) -> bool | None:
        end = token.end()
        if self.frames and self.state is _State.WHOLE:
            self.frames -= 1
            return None
        if small in FINITE or word in SENTENCE_OPENERS:
            return False
        if small in DONE_TO_ACTS or (
            PARTICIPLE.fullmatch(word) and not self._is_postposed(word, end) and not self._noun_follows(end)
        ):
            self._end_before_participle(small)
            return False
        if self._is_postposed(word, end):
            self.state, self.before_word = _State.NEEDS_NOUN, 0
            return True
        if not word[0].islower() or self.state is _State.ADJECTIVE:
            if word[0].islower() and VERB_LIKE.fullmatch(word) and OBJECT_FOLLOWS.match(self.text, end, self.stop):
                return False
            return None
        # A noun beside a noun: "reglement gerechtskosten". Verbs in "en" have an object, or a prefix.
        if PLURAL_NOUN.fullmatch(small):
            return False if OBJECT_FOLLOWS.match(self.text, end, self.stop) else None
        noun = not VERB_LIKE.fullmatch(small) and not small.endswith("en") and self.frames == 0
        return None if noun and NOTHING_FOLLOWS.match(self.text, end) else False

    def _noun_follows(self, at: int) -> bool:
        """Whether a participle is the adjective of a noun behind it: `een vereenvoudigd stelsel`."""
        if self.state is not _State.ADJECTIVE:
            return False
        following = TOKEN.match(self.text, at, self.stop)
        word = (following["word"] or "") if following else ""
        return bool(word) and word[0].islower() and word not in NO_NOUN

    def _end_before_participle(self, participle: str) -> None:
        """A sentence that ends in a participle may have its object behind the heading, or where it was done."""
        if self.lists and participle not in DONE_TO_ACTS:
            self.end = self.lists[-1]
        for preposition, done in WHERE_DONE.items():
            if preposition in self.links and done.fullmatch(participle):
                self.end = min(self.end, self.links[preposition])

    def _open_clause(self, start: int, end: int) -> bool:
        """Begin the clause whose relative word ends at `end`; `start`: where the phrase was whole before it."""
        following = TOKEN.match(self.text, end, self.stop)
        word = (following["word"] or "").lower() if following else ""
        # "die bepaalt dat", "waarnaar ik verwijs": a clause about the act.
        if word in OF_THE_ASKER or (word in VERBS_OF_RULES and word not in DETERMINERS):
            return False
        self.clause, self.state = start, _State.NEEDS_NOUN
        return True

    def _is_verb(self, word: str, small: str) -> bool:
        if small in FINITE:
            # "die zijn beroep uitoefent": `zijn` is no verb there.
            return not (small == "zijn" and self.state is _State.NEEDS_NOUN and RELATIVE.fullmatch(self.last))
        return (
            self.state is not _State.NEEDS_NOUN
            and word[0].islower()
            and small.endswith(("t", "en", "de", "te"))
            and not (
                self.state is _State.ADJECTIVE
                and small.endswith("en")
                and not self.last.endswith("en")
                and self.last.endswith("e")
            )
        )

    def _close_clause(self, small: str, token: re.Match[str]) -> None:
        """The verb of a clause, with the verbs that stand beside it."""
        end = token.end()
        if small in AUXILIARIES:
            if (auxiliaries := CLUSTER.match(self.text, end, self.stop)) is not None:
                end = auxiliaries.end()
            if (main := MAIN_VERB.match(self.text, end, self.stop)) is not None:
                end = main.end()
        if (auxiliaries := CLUSTER.match(self.text, end, self.stop)) is not None:
            end = auxiliaries.end()
        self.at, self.clause, self.frames = end, None, 0
        self.purposeful = True
        self._whole(end)
        self.before_word = 0

    def _noun(self, word: str, token: re.Match[str]) -> None:
        if glued := GLUED.search(self.text, token.start(), token.end() + 1):
            self._whole(glued.start() + 1)
            self.stop = self.end
            return
        self.before_word = self.end if self._is_whole() else 0
        self.end = token.end()
        self.state = _State.ADJECTIVE if _may_be_adjective(word) else _State.WHOLE
        if word.endswith("-"):
            self.state = _State.NEEDS_NOUN


def _may_be_adjective(word: str) -> bool:
    word = word.lower()
    if word.endswith("e"):
        return not NOUN_IN_E.fullmatch(word)
    return bool(PLAIN_ADJECTIVE.fullmatch(word) or PARTICIPLE.fullmatch(word))


def heading_end(text: str, start: int, *, inside: bool = False) -> int:
    """Where the heading whose opening word (`betreffende`, `tot`) stands at `start` ends, end exclusive: at the first
    sign that the sentence goes on without it. `inside`: it stands in the heading of another act, which goes on behind
    it (`tot wijziging van de wet van … betreffende het bloed, en tot opheffing van …`)."""
    stop = min(len(text), start + LONGEST_HEADING)
    line_end = text.find("\n", start, stop)
    return _Phrase(text, start, stop if line_end < 0 else line_end, inside=inside).read()
