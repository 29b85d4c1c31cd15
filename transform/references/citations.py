"""Citations of acts: mentions joined with the articles before or after them, resolved, and laid into rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise
from operator import itemgetter

from records import Reference
from transform.references import eu_legislation, legislation, named_acts
from transform.references.acts import EU_LEGISLATION, Act, act_with_title_at, known_by_name
from transform.references.antecedents import Antecedents, bare_word
from transform.references.articles import BINDS, Article, ArticleList, articles_at, find_article_lists
from transform.references.attachments import attach, find_later_publication
from transform.references.defaults import CitationDefaults
from transform.references.mentions import BACK, Mention
from transform.references.named_acts import GOES_ON
from transform.references.searched import SearchedText
from transform.references.words import ADJECTIVE

DETERMINER = rf"(?:het|de|dit|dat|deze|die|hetzelfde|dezelfde|datzelfde|diezelfde|onze|ons|{BACK}|{ADJECTIVE})"
REMARK = r"(?: ?,? ?\([^()\n]{1,150}\))?"
# What stands between a list of articles and its act in parentheses. Matches: " (", " (het ".
BEFORE_ENCLOSED = re.compile(r" \((?:het |de )?", re.I)
# What closes it. Matches: ")".
ENCLOSED_ENDS = re.compile(r" ?\)")
# A part of an act between an article and the act. Matches: " van de Voorafgaande Titel", " van boek VII".
_NUMBERED_PART = r"(?:boek|deel|titel|hoofdstuk|afdeling) [IVXL\d]{1,6}(?:\.\d{1,2})?"
PART = rf"(?:,? van (?:het |de )?(?:voorafgaande titel|{_NUMBERED_PART}))?"
# What stands between a list of articles and its act.
# Matches: " van het ", ", van het voornoemde ", " ", ", ", " (voor de audit) van dit oude ", " van het decreet ".
BEFORE_ACT = re.compile(
    rf"{REMARK}{PART}(?:(?: ?,)? (?:van|uit|in|bij)(?: {DETERMINER}){{0,4}} (?:(?:decreet|wet|besluit|KB|BVR) )?"
    r"| ?,? ?)",
    re.I,
)
# What stands between an act and the articles that follow it, or that follow its heading.
# Matches: ", ", " (", ", meer bepaald ", ", in het bijzonder in ", ": ", " – ".
AFTER_ACT = re.compile(rf" ?[,:(–-]? ?(?:(?:en |zie )?(?:{BINDS}|zie|cf\.) )?(?:in |door |op )?(?:het |de )?", re.I)
# The same where no word for articles stands before them. Matches: " van het ", ", van de ".
FURTHER_ACT = re.compile(rf"(?: ?,)? van(?: {DETERMINER}){{1,3}} ", re.I)
# What points back to an act behind its articles. Matches: " ervan", ", daarvan".
OF_IT = re.compile(r",? (?P<it>ervan|daarvan)(?!\w)")
LONGEST_LINK = 200
# No list names the articles of more acts than this.
MOST_OF_ONE_LIST = 10
# A name of at most sixty characters overlaps with no more mentions than this.
MOST_BESIDE = 10
# No document defines more names than this; a hostile one might.
MOST_DEFINITIONS = 50
# In every word for an article.
ARTICLE_BEGINS = "art"
# What stands between a name and the full citation of the same act. Matches: " (", " (het ", ", ".
BETWEEN_SAME = re.compile(r" ?[(,–-] ?(?:het |de )?| ", re.I)
# What may not stand before a name. Matches: "-", "/", "a".
IN_A_WORD = re.compile(r"[\w/-]")


@dataclass(slots=True)
class _Citation:
    """One mention with the lists of articles before and after it."""

    mention: Mention
    before: ArticleList | None = None
    after: ArticleList | None = None

    @property
    def articles(self) -> list[Article]:
        return (self.before.articles if self.before else []) + (self.after.articles if self.after else [])


def find_citations(searched: SearchedText, asked_on: date | None, defaults: CitationDefaults) -> Iterator[Reference]:
    """The rows of kinds `legislation` and `eu_legislation`, in no particular order: an act may be named in one passage
    and pointed back to in another. `asked_on`: the date of the document."""
    mentions = _with_defined_names(searched, _mentions(searched, asked_on, defaults))
    citations = _join(searched, mentions)
    citations.sort(key=lambda citation: searched.raw_offset(citation.mention.start))
    yield from _resolve(searched, citations)


def _mentions(searched: SearchedText, asked_on: date | None, defaults: CitationDefaults) -> list[Mention]:
    """The mentions, in order, without overlaps, with what is attached to each."""
    text = searched.text
    named = named_acts.find_mentions(searched, asked_on, defaults)
    european = eu_legislation.find_mentions(searched)
    typed = legislation.find_mentions(searched, defaults)
    # At one place a numbered act of the Union beats the Belgian `besluit` of the same word, and a name that the
    # table knows the words that may be a name.
    kept = _without_overlaps([*named, *european, *typed])
    outer_end = 0
    for place, mention in enumerate(kept):
        if mention.act is not None and mention.resolvable:
            mention.act = act_with_title_at(mention.act, text, mention.end) or mention.act
        heading = attach(text, mention, kept[place + 1 : place + 6], inside=mention.start < outer_end)
        outer_end = max(outer_end, mention.heading[1])
        if mention.act is not None:
            mention.act = _titled(mention.act, heading, mention.names)
    kept = list(_merged(text, _without_definitions(kept)))
    for place, mention in enumerate(kept):
        if not mention.published:
            find_later_publication(text, mention, kept[place + 1].start if place + 1 < len(kept) else len(text))
    return kept


def _titled(act: Act, heading: str | None, names: Sequence[str]) -> Act:
    """`act` with the best title that stands beside it: the table's name where a definition gives that
    (`decreet van 15 juli 2005 (het Gemeentedecreet)`), else its heading, else the name that is defined."""
    for name in names:
        known = known_by_name(name, act)
        if known is not None:
            return known
    defined = next((name for name in names if bare_word(name) is None), None)
    return replace(act, act_title=act.act_title or heading or defined)


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, not one.alone, one.act is None, -one.end)):
        if kept and mention.start < kept[-1].end:
            # An act that stands there with its date or number says more than a name inside its words.
            continue
        kept.append(mention)
    return kept


def _without_definitions(mentions: list[Mention]) -> list[Mention]:
    """Without the names that stand in a definition beside a citation: that is no row (references.md, Rows)."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or not _is_defined_by(kept[-1], mention.start):
            kept.append(mention)
    return kept


def _is_defined_by(mention: Mention, place: int) -> bool:
    """Whether a definition beside `mention`, or beside the act around it, stands at `place`."""
    return any(start <= place < end for start, end in (*mention.definitions, *mention.taken))


def _merged(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """A name with the full citation of the same act beside it is one mention: `Energiedecreet (decreet van 8 mei
    2009)`, `Habitatrichtlijn 92/43/EEG`."""
    last: Mention | None = None
    for mention in mentions:
        if last is not None and _same_beside(text, last, mention):
            assert last.act is not None and mention.act is not None, "two mentions that name the same act name one"
            known, full = last.act, mention.act
            last.act = replace(
                known, act_date=known.act_date or full.act_date, number=full.number or known.number,
                identifier=known.identifier or full.identifier,
            )  # fmt: skip
            last.end = mention.end
            last.attached_end, last.alone = max(last.end, mention.attached_end), True
            last.published, last.published_on = mention.published, mention.published_on
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _same_beside(text: str, name: Mention, full: Mention) -> bool:
    if name.act is None or full.act is None or not name.named or full.named or name.act.kind != full.act.kind:
        return False
    link = text[name.end : full.start]
    if len(link) > 8 or not BETWEEN_SAME.fullmatch(link) or name.act.act_type != full.act.act_type:
        return False
    if name.act.identifier or full.act.kind == EU_LEGISLATION:
        same = name.act.identifier == full.act.identifier
        return same or (name.act.act_date is not None and name.act.act_date == full.act.act_date)
    return "(" in link and name.act.act_date in (None, full.act.act_date)


def _defined_names(searched: SearchedText, mentions: Sequence[Mention]) -> dict[str, list[tuple[int, Act]]]:
    """The names that the document itself gives to acts, each with the raw offsets from which it holds, rising."""
    defined: dict[str, list[tuple[int, Act]]] = {}
    for mention in mentions:
        for name, (start, _) in zip(mention.names, mention.definitions, strict=True):
            if mention.act is not None and bare_word(name) is None:
                defined.setdefault(name, []).append((searched.raw_offset(start), mention.act))
    return {name: sorted(acts, key=itemgetter(0)) for name, acts in list(defined.items())[:MOST_DEFINITIONS]}


def _with_defined_names(searched: SearchedText, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with those by a name that the document defined before that place."""
    defined = _defined_names(searched, mentions)
    if not defined:
        return mentions
    speaking = {searched.passage_at(one.start)[1] for one in mentions}
    speaking.update(searched.passage_at(place)[1] for place in searched.places_of(ARTICLE_BEGINS))
    left = deque(mentions)
    kept: list[Mention] = []
    for start, name in _places_of_names(searched.text, defined):
        if searched.passage_at(start)[1] not in speaking:
            continue  # such a name may be another's too: it counts where its passage speaks of acts or articles
        while left and left[0].end <= start:
            kept.append(left.popleft())
        acts = defined[name]
        known = bisect_left(acts, searched.raw_offset(start), key=itemgetter(0))
        inside = bool(kept) and _is_defined_by(kept[-1], start)
        end = start + len(name)
        beside = [one for one in islice(left, MOST_BESIDE) if one.start < end]
        # A mention that stands on its own says more than the name inside it.
        if not known or inside or any(one.alone and one.act is not None for one in beside):
            continue
        for _ in beside:
            left.popleft()
        act = acts[known - 1][1]
        kept.append(Mention(start, end, act, kind=act.kind, attached_end=end))
    return [*kept, *left]


def _places_of_names(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where names stand as words of their own, in order and apart; of two at one place the longer."""
    found: list[tuple[int, int, str]] = []
    for name in names:
        place = text.find(name)
        while place >= 0:
            end = place + len(name)
            if not IN_A_WORD.match(text[place - 1 : place]) and not GOES_ON.match(text, end):
                found.append((place, -end, name))
            place = text.find(name, place + 1)
    last = 0
    for place, minus_end, name in sorted(found):
        if place >= last:
            last = -minus_end
            yield place, name


def _join(searched: SearchedText, mentions: Sequence[Mention]) -> list[_Citation]:
    """Each mention with its articles; a list of articles without an act is dropped (references.md, Rows)."""
    text = searched.text
    citations = [_Citation(mention) for mention in mentions]
    if not citations:
        return citations
    place = 0
    of_nearest: list[_Citation] = []
    for articles in find_article_lists(searched):
        while place < len(citations) and citations[place].mention.start < articles.end:
            place += 1
        following = citations[place] if place < len(citations) else None
        before = citations[place - 1] if place else None
        if following and _stands_before(text, articles.end, following.mention):
            following.before = articles
            _join_further(text, citations, place)
        elif (
            before
            and before.after is None
            and any(
                _links(AFTER_ACT, text, end, articles.start)
                for end in (before.mention.attached_end, before.mention.end)
            )
        ):
            before.after = articles
        elif of_it := OF_IT.match(text, articles.end):
            of_nearest.append(
                _Citation(Mention(of_it.end() - len(of_it["it"]), of_it.end(), None, points_to_nearest=True), articles)
            )
    return citations + of_nearest


def _join_further(text: str, citations: Sequence[_Citation], place: int) -> None:
    """Articles of further acts in the same list: `de artikelen 12 en 13 van de wet van … en 7 van het besluit`."""
    for one, following in pairwise(citations[place : place + MOST_OF_ONE_LIST]):
        articles = articles_at(text, one.mention.attached_end)
        if articles is None or not _links(FURTHER_ACT, text, articles.end, following.mention.start):
            break
        following.before = articles


def _stands_before(text: str, end: int, mention: Mention) -> bool:
    """Whether a list of articles that ends at `end` is one of the act that follows: `artikel 5 van het …`,
    `artikel 5 VCRO`, `artikel 5 (VCRO)`."""
    enclosed = _links(BEFORE_ENCLOSED, text, end, mention.start) and ENCLOSED_ENDS.match(text, mention.end) is not None
    return enclosed or _links(BEFORE_ACT, text, end, mention.start)


def _links(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return 0 <= end - start <= LONGEST_LINK and pattern.fullmatch(text, start, end) is not None


def _resolve(searched: SearchedText, citations: Sequence[_Citation]) -> Iterator[Reference]:
    """Rows in the order of the document, each act resolved against those before it."""
    antecedents = Antecedents()
    for citation in citations:
        mention = citation.mention
        act = antecedents.resolve(mention, searched.text[mention.start : mention.end])
        articles = citation.articles
        is_row = bool(articles) or (
            mention.alone and (mention.act is not None or (act is not None and act in antecedents.cited))
        )
        if is_row and (act is not None or not mention.points_to_nearest):
            yield from _rows(searched, citation, act or Act(mention.kind, mention.default_type))
        if act is not None:
            antecedents.name(act, is_row=is_row)
            for name in mention.names:
                if (word := bare_word(name)) is not None:
                    antecedents.define(word, act)


def _rows(searched: SearchedText, citation: _Citation, act: Act) -> Iterator[Reference]:
    mention = citation.mention
    before = _parts(citation.before, act, searched.text)
    after = _parts(citation.after, act, searched.text)
    if before:
        # Only the last of a list takes the act along.
        before[-1].end = mention.end
    elif after:
        # An act that stands first belongs to the first of its articles.
        after[0].start = mention.start
    else:
        yield _row(searched, citation, act, mention.start, mention.end, None)
    for part in before + after:
        yield _row(searched, citation, act, part.start, part.end, part)


def _parts(articles: ArticleList | None, act: Act, text: str) -> list[Article]:
    """One part per row: `lid 2` is a paragraph of an act of the Union, and a subdivision of any other."""
    parts: list[Article] = []
    for one in articles.articles if articles else []:
        if not one.lids:
            parts.append(one)
        elif act.kind == EU_LEGISLATION and one.paragraph is None:
            for place, (number, start, end) in enumerate(one.lids):
                last = place == len(one.lids) - 1
                below = one.subdivision if last else None
                begin = start if place else one.start
                parts.append(Article(begin, one.end if last else end, one.article, number, below))
        else:
            parts.append(Article(one.start, one.end, one.article, one.paragraph, one.below(text)))
    return parts


def _row(
    searched: SearchedText, citation: _Citation, act: Act, start: int, end: int, part: Article | None
) -> Reference:
    mention = citation.mention
    return searched.row(
        act.kind, start, end,
        act_type=act.act_type, act_date=act.act_date, act_title=act.act_title, number=act.number,
        identifier=act.identifier,
        article=part.article if part else None,
        paragraph=part.paragraph if part else None,
        subdivision=part.subdivision if part else None,
        published_in="BS" if mention.published else None,
        published_on=mention.published_on,
    )  # fmt: skip
