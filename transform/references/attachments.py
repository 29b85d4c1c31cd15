"""What may be attached to the mention of an act: its heading, its publication, what it is called from there on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import regex

from transform.dutch.dates import DATE, parse_date
from transform.dutch.sentences import goes_on
from transform.references.acts import EU_LEGISLATION, known_act, known_by_name
from transform.references.heading_signs import FINITE
from transform.references.headings import heading_end
from transform.references.mentions import Mention, before_words

# Words that open the heading of an act. Matches: "betreffende ", "houdende ", "tot ", "met betrekking tot ".
HEADING_OPENS = (
    r"(?:betreffende|(?:in)?houdende|inzake|aangaande|nopens|met betrekking tot|met het oog op|in verband met|rond|"
    r"omtrent|"
    r"tot(?! (?:\d|nu|op|heden|en met|doel|gevolg|slot)\b)|over(?! (?:\d|te\b))|op(?= (?:de|het) )|"
    r"ter(?! (?:zake|beschikking|discussie|sprake|plaatse|inzage|stemming|goedkeuring|ondertekening)\b)|"
    r"voor(?= (?:de|het) \w+(?:ing|atie|ie|heid) (?:van|der) ))"
)
# A noun or a verb before an act that a preposition behind the act belongs to. Matches: "impact van de ", "volgt de ".
GOVERNS = re.compile(
    r"\b(?:volg\w*|hanteer\w*|beroep\w*|gebruik\w*|past|pas|impact|effect(?:en)?|invloed|gevolg(?:en)?|"
    r"weerslag|terugslag|repercussies?|kritiek|reacties?|betekenis|"
    r"(?<!met )(?<!in )toepassing)\b[^.;:?!\n]{0,80}$",
    re.I,
)
# A heading in quotes or in guillemets. Matches: " « betreffende de kade »", ", “Diverse bepalingen”".
QUOTED_HEADING = re.compile(
    r",?:? {0,2}(?:« ?(?P<guillemets>[^«»\n]{3,300}?) ?»|\"(?P<straight>[^\"\n]{3,300}?)\""
    r"|[“„](?P<curly>[^“”„\n]{3,300}?)[”“]|[‘'](?P<single>[^‘’'\n]{3,300}?)[’'](?!\w))"
)
OPENS_QUOTED = re.compile(rf"{HEADING_OPENS} ", re.I)
# What a quotation has that is no heading. Matches: " bepaalt", "? ", "; ".
NO_HEADING = re.compile(rf" (?:{'|'.join(sorted(FINITE))})(?!\w)|[.;?!] |^(?:hierna|verder)\b", re.I)

# "BS" in every notation, with what may stand between it and its date.
# Matches: "BS 7 juni 2019", "B.S. van 07/06/2019, p. 18004", "Belgisch Staatsblad van 3 mei 2019 (ed. 2)".
GAZETTE = r"(?:BS|B\.S\.|B\. S\.|(?:Belgisch )?Staatsblad)"
PUBLISHED = re.compile(
    rf"(?<![\w.]){GAZETTE}(?: ?,| van| op| d\.?d\.)? {{0,2}}(?P<date>{DATE})"
    r"(?: ?\(?(?:ed|editie|err|eerste|tweede|derde)\b[^)\n,;]{0,15}\)?)?(?:, ?(?:p|blz|pag)\.? ?\d{1,6}(?:\.\d{3})?)?",
    re.I,
)
# Matches: "op 7 juni 2019 in het Belgisch Staatsblad gepubliceerd", "op 7 juni 2019 verschenen in het Staatsblad".
PUBLISHED_LATER = re.compile(rf"\bop (?P<date>{DATE})(?: \w+)? in het {GAZETTE}(?!\w)", re.I)
# What may stand between an act and its publication when the two are one citation.
# Matches: ", ", " (", "), gepubliceerd in het ".
BEFORE_PUBLISHED = re.compile(
    r" ?\)? ?[,;]? ?\(?(?:(?:gepubliceerd|bekendgemaakt|verschenen)(?: in)? (?:het )?)?(?:in het )?", re.I
)
LONGEST_TO_PUBLICATION = 600

# A name that can only be a name: an abbreviation, or a word that ends in a type of act.
# Matches: "DABM", "VCRO", "DLB", "Onderwijsdecreet XXV", "het Energiebesluit", "GDPR".
NAME_LIKE = (
    r"(?:\p{Lu}[\p{L}.-]{0,3}\p{Lu}[\p{L}0-9.-]{0,8}|[\w’'-]{1,40}(?:decreet|wet|besluit|codex|wetboek|richtlijn|verordening)"
    r"(?: [IVX]+)?)"
)
QUOTED = r"[\"“„‘'](?P<quoted>[^\"“”„’'\n()]{1,60}?)[\"”’']"
INTRODUCED = (
    r"(?:hierna|verder|voortaan|kortweg|afgekort|kort|ook wel|in het vervolg|beter gekend als|beter bekend als|"
    r"(?:het|de) zogenaamde|zogenaamd|gekend als)(?: ook| kortweg| verder)?"
    r"(?: genoemd| afgekort| aangeduid| vermeld)?(?: als)?"
)
# Matches: " (hierna: DLB)", " (DABM)", " (hierna het Lokaal Decreet)", " (‘Fietsdecreet’)", " (kortweg “de Codex”)".
DEFINITION = regex.compile(
    rf" {{0,2}}\((?:(?P<introduced>{INTRODUCED}) ?[:,]? ?)?(?:het |de )?"
    rf"(?:{QUOTED}|(?-i:(?P<name>{NAME_LIKE}))|(?(introduced)(?P<words>[^()\n,;:]{{2,50}}?)|(?!)))(?: genoemd)?\)",
    re.I,
)
# Matches: ", hierna “het Decreet” genoemd", " hierna DLB genoemd", ", kortweg VCRO".
DEFINITION_IN_SENTENCE = regex.compile(
    rf",? {INTRODUCED} ?:? ?(?:het |de )?"
    rf"(?:{QUOTED}(?: genoemd)?|(?-i:(?P<name>{NAME_LIKE}))(?: genoemd)?|(?P<words>[^()\n,;:.]{{2,50}}?) genoemd)",
    re.I,
)


# Any words in parentheses: a definition where the table knows them as a name of the act before them.
ENCLOSED = re.compile(r" {0,2}\((?:het |de )?(?P<words>[^()\n]{3,80})\)", re.I)
# A word with a capital. Matches: "Keuring".
CAPITAL_WORD = regex.compile(r"\b\p{Lu}\p{L}+")
# The article before a name that is defined. Matches: "het " in "het Decreet".
ARTICLE_BEFORE = re.compile(r"^(?:het|de) (?=\w)", re.I)


# Where an act's heading begins after its date. Matches: ", " in ", betreffende de", " " in " houdende de", " (" in
# " (tot vaststelling van de kade)".
HEADING = re.compile(rf"(?:,? {{1,2}}|(?P<enclosed> \())(?={HEADING_OPENS} )", re.I)


class Heading(NamedTuple):
    """Where the heading of an act begins and ends, end exclusive, and where the text goes on behind its quotes."""

    start: int
    end: int
    after: int


def heading_at(text: str, at: int, *, inside: bool = False) -> Heading | None:
    """The heading that follows at `at`, from its opening word or inside its quotes; None where none does. `inside`: it
    stands in the heading of another act."""
    opens = HEADING.match(text, at)
    if opens is None:
        return _quoted_heading_at(text, at)
    end = heading_end(text, opens.end(), inside=inside)
    if goes_on(text[opens.end() : end]):
        return None  # "voor de afbakening van zijn polder": what looked like a verb ends no heading
    if opens["enclosed"]:
        after = end + 1 if text[end : end + 1] == ")" else 0
        return Heading(opens.end(), end, after) if after and text.count(" ", opens.end(), end) else None
    # One word is no heading: "het decreet van 5 mei 2019 ter zake".
    return Heading(opens.end(), end, end) if text.count(" ", opens.end(), end) else None


def _quoted_heading_at(text: str, at: int) -> Heading | None:
    """The heading in quotes that follows at `at`; None where none does, or only one word."""
    found = QUOTED_HEADING.match(text, at)
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    if NO_HEADING.search(text, start, end) and not OPENS_QUOTED.match(text, start):
        return None
    return Heading(start, end, found.end()) if text.count(" ", start, end) else None


def _another_before(mention: Mention, following: Sequence[Mention], at: int, *apart: tuple[int, int]) -> bool:
    """Whether another act is mentioned before offset `at`, outside the stretches `apart`; the name that a definition
    gives is no other act."""
    apart = (*mention.definitions, *apart)
    return any(one.start < at and not any(begin <= one.start < end for begin, end in apart) for one in following)


def _names_inner(name: str, mention: Mention, following: Sequence[Mention]) -> bool:
    """Whether a name that is defined behind the heading of `mention` is that of the last act inside the heading: the
    table knows it as that act, or its type tells (`besluit … tot uitvoering van het decreet … (hierna: Jachtdecreet)`).
    """
    begin, end = mention.heading
    inner = next((one for one in reversed(following) if begin <= one.start < end), None)
    if inner is None or inner.act is None or mention.act is None:
        return False
    types = [act.act_type.rsplit(" ", 1)[-1] for act in (mention.act, inner.act)]
    told = [name.lower().endswith(one) for one in types]
    return known_by_name(name, inner.act) is not None or (types[0] != types[1] and told == [False, True])


def _is_short_for(name: str, heading: str) -> bool:
    """Whether an abbreviation is that of the last words of a heading, and so names a body or a plan and no act:
    `Agentschap voor Sportieve Keuring (ASK)`. That of an act begins with the letter of its type, or is another."""
    capitals = [word[0] for word in CAPITAL_WORD.findall(heading)]
    return name.isupper() and len(name) > 1 and capitals[-len(name) :] == list(name)


def _define(text: str, at: int, mention: Mention, following: Sequence[Mention]) -> int | None:
    """Reads a definition at `at` into `mention` and gives its end; None where there is none, or it is another's."""
    if any(begin <= at < end for begin, end in mention.taken):
        return None
    found = DEFINITION.match(text, at) or DEFINITION_IN_SENTENCE.match(text, at)
    name = (found["quoted"] or found["name"] or found["words"] or "").strip(" .,") if found else ""
    if found is None and mention.act is not None and (enclosed := ENCLOSED.match(text, at)):
        found, name = enclosed, enclosed["words"] if known_by_name(enclosed["words"], mention.act) else ""
    name = ARTICLE_BEFORE.sub("", name)
    if found is None or not name or _another_before(mention, following, found.start(), mention.heading):
        return None
    if _names_inner(name, mention, following):
        return None
    end: int = found.end()
    if _is_short_for(name, text[slice(*mention.heading)]):
        return end
    for one in following:
        one.taken += ((found.start(), found.end()),) if one.start < found.start() else ()
    mention.names += (name,)
    mention.definitions += ((found.start(), end),)
    return end


def _is_governed(text: str, mention: Mention, heading: str) -> bool:
    """Whether what looks like the heading of an act belongs to a noun before it: `de impact van de wet van … op de
    economie`. A heading that the table knows is one; acts of the Union have none with `op` and `voor`."""
    if not heading.lower().startswith(("op ", "voor ")):
        return False
    if mention.kind == EU_LEGISLATION:
        return True
    if not GOVERNS.search(before_words(text, mention.start, 100)):
        return False
    act = mention.act
    return act is None or act.act_date is None or known_act(act.act_type, act.act_date, heading) is None


def attach(text: str, mention: Mention, following: Sequence[Mention], *, inside: bool = False) -> str | None:
    """Read what is attached to `mention`: definitions, heading and publication. The mention's end moves to its
    last datum where the publication is part of the citation. Gives the heading as written, or None. `following`
    are the next mentions: what stands behind one of them belongs to that one, unless it is only the name that a
    definition gives, or stands inside the heading. `inside`: the mention stands in the heading of another act."""
    at = mention.end
    heading: str | None = None
    for _ in range(3):
        if found_end := _define(text, at, mention, following):
            at = found_end
        elif (
            heading is None
            and mention.takes_heading
            and (found := heading_at(text, at, inside=inside))
            and not _is_governed(text, mention, text[found.start : found.end])
        ):
            heading, at = text[found.start : found.end], found.after
            mention.heading = (found.start, found.end)
        else:
            break
    before = BEFORE_PUBLISHED.match(text, at)
    published = PUBLISHED.match(text, before.end() if before else at)
    if published is not None and not _another_before(mention, following, published.start()):
        mention.published, mention.published_on = True, parse_date(published["date"])
        mention.end = at = published.end()
        at = _define(text, at + (text[at : at + 1] == ")"), mention, following) or at
    mention.attached_end = at
    return heading


def find_later_publication(text: str, mention: Mention, before: int) -> None:
    """A publication that a later clause tells, up to offset `before`, where the next act stands, or the paragraph's
    end: it is data of the mention, not part of its text (references.md, Columns)."""
    stop = min(before, mention.attached_end + LONGEST_TO_PUBLICATION)
    line_end = text.find("\n", mention.attached_end, stop)
    stop = line_end if line_end >= 0 else stop
    found = PUBLISHED.search(text, mention.attached_end, stop) or PUBLISHED_LATER.search(
        text, mention.attached_end, stop
    )
    if found is not None:
        mention.published, mention.published_on = True, parse_date(found["date"])
