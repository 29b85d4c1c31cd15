"""Lists of articles: `artikelen 6.3.4, § 2, eerste lid, 3°, en 6.3.12 tot 6.5.15`.

Reads the list only; which act it belongs to is decided in `transform.references.citations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transform.references.searched import Beginnings, SearchedText

# An ordinal suffix inside a number: "43bis", "5quater/1".
LATIN = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies|terdecies)"
# The number of an article. Not the year or amount that goes on behind it ("60'er", "5%", "3.500,25").
# Matches: "15", "6.3.12", "4.1.1/2", "43bis", "III.20", "1:24", "2.7.3.1.1", "24a", "170.1".
NUMBER = (
    rf"(?:[IVXL]{{1,5}}\.)?\d{{1,4}}(?:[.:]\d{{1,4}}){{0,5}}(?:{LATIN}|[a-z])?(?:/\d{{1,3}}(?:{LATIN})?){{0,2}}"
    r"(?![\w°%]|['’]\w|[.:/]\d)"
)
# Matches: "artikel ", "Art. ", "artikelen ", "artikels ", "arts. ", "art." glued to its number.
ARTICLE_WORD = r"(?:artikel(?P<plural>en|s)?|art(?:s|t)?\.|art(?=[ ]))"
ARTICLE_HEAD = re.compile(rf"(?<![\w-]){ARTICLE_WORD} {{0,3}}(?={NUMBER})", re.I)
ARTICLE_WORDS = Beginnings("artikel", "artikelen", "artikels", "art", "art.*", "artt.*", "arts.*")
ARTICLE_AGAIN = re.compile(rf"(?:artikel(?:en|s)?|art(?:s|t)?\.|art(?=[ ])) {{0,3}}(?={NUMBER})", re.I)
ARTICLE_NUMBER = re.compile(NUMBER, re.I)
# A hyphen and a number behind that of an article. Matches: "-1" in "346-1".
HYPHENATED = re.compile(r"-(?P<second>\d{1,3})(?![\w°%]|[.,:/-]\d)")

# Matches: "1", "2bis", "1/1", as the number of a paragraph or of a "lid".
SMALL_NUMBER = rf"\d{{1,2}}(?:{LATIN})?(?:/\d{{1,2}})?(?![\w°%]|[.,:/]\d)"
# Matches: "§ 2", "§2bis", "§§ 1", "paragraaf 3", "par. 4".
PARAGRAPH = re.compile(
    rf"(?P<mark>§§? {{0,2}}|paragra(?:af|fen) {{1,2}}|par\. {{0,2}})(?P<number>{SMALL_NUMBER})", re.I
)
# Matches: "lid 2", "leden 1".
LID = re.compile(rf"(?:lid|leden) {{1,2}}(?P<number>{SMALL_NUMBER})", re.I)
PLAIN_NUMBER = re.compile(rf"(?P<number>{SMALL_NUMBER})(?! ?,? ?§)")

ORDINAL = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|"
    r"vijftiende|zestiende|zeventiende|achttiende|negentiende|twintigste|voorlaatste|laatste|enig|"
    r"\d{1,2}(?:ste|de|e|°(?= lid)))"
)
# What stands below a paragraph. Matches: "eerste lid", "tweede en derde lid", "3°", "12°/1", "punt 2°", "a)", "(b)",
# "onder e)", "letter c", "in fine", "eerste zin", "VI" before a comma, "aanhef en" before "onder c)".
SUBDIVISION = re.compile(
    rf"(?:{ORDINAL}(?:(?:, | en | of | tot en met | tot ){ORDINAL}){{0,6}} "
    r"(?:lid|leden|zin|volzin|streepje|gedachtestreepje|alinea|onderdeel|punt)\b"
    rf"|\d{{1,3}}°(?: ?{LATIN}\b)?(?:/\d{{1,2}})?"
    r"|aanhef(?:,? en(?= (?:onder|sub|punt|letters?|\d)))?(?!\w)"
    r"|(?:punt|punten|letters?|litt?(?:era)?\.?|alinea|alinea's|onder|sub|onderdeel|streepje|nummer|nr\.)"
    r" (?:\d{1,3}(?:°|\))?|[a-z](?:\)|(?=[ ,.;]))|[ivx]{1,4}\))"
    r"|\(?[a-z]{1,2}\)|[ivx]{1,4}\)|in fine\b|(?-i:[IVX]{1,5})(?=,| van | en ))",
    re.I,
)
# A numbered point. Matches: "2)" in "artikel 4, 2), van".
POINT = re.compile(r"\d{1,2}\)")
# A letter on its own counts only right after a comma: "3°, a, van".
BARE_LETTER = re.compile(r"[a-z](?=,| (?:en|van|tot|[A-Z]{2}[\w/]*)\b)")

# What binds the articles that follow to an act or to articles before them. Matches: "meer bepaald", "inzonderheid".
BINDS = (
    r"(?:meer bepaald|meer in het bijzonder|in het bijzonder|meer specifiek|specifiek|met name|inzonderheid|namelijk|"
    r"nl\.|o\.a\.|onder meer|i\.h\.b\.|m\.b\.|en wel|te weten|met inbegrip van|waaronder)"
)
RANGE = r"(?:tot en met|t\.?e\.?m\.?|t/m|tot|[-–])"
# What joins what stands in a list. Matches: ", ", " en ", ", en ", " of ", " tot en met ", "-", " juncto ".
JOIN = re.compile(
    rf"(?: ?, ?(?:(?:en|of|alsook|alsmede|evenals) )?(?:{BINDS} )?"
    rf"| (?:en/of|en|of|alsook|alsmede|evenals|juncto|iuncto|j°|jo\.|{RANGE}) ?"
    r"| ?[-–] ?| ?& ?)(?:van )?(?:het |de )?"
)
CLOSE_JOIN = re.compile(r" ?,? ?")
# Matches: " en volgende", " e.v.", " en vlg.".
AND_FOLLOWING = re.compile(r" {1,2}(?:en (?:volgende|vlg\.?)(?: artikelen)?|e\.v\.|ev\.|e\.a\.)", re.I)
# A remark between two articles, which is not the act of the first. Matches: " (voor de meting)".
REMARK = re.compile(
    r" ?\((?!(?:(?:het|de) )?(?:[\w-]{0,30}(?:decreet|wet|besluit|codex|wetboek|verordening|richtlijn)\b|[A-Z]{2,8}\)))"
    r"[^()\n]{1,150}\)"
)
# What may stand before "van artikel 5". Matches: "eerste lid van ", "§ 2, 3°, van het ".
BEFORE_ARTICLE = re.compile(
    rf"(?:(?:{PARAGRAPH.pattern.replace('(?P<mark>', '(?:').replace('?P<number>', '?P<paragraph>')})|"
    rf"(?:{SUBDIVISION.pattern}))(?:, ?(?P<below>{SUBDIVISION.pattern}))?,? van (?:het )?$",
    re.I,
)
# Matches: " van ", ", van het ".
LEADS_TO_ARTICLE = re.compile(r",? van (?:het )?$")
_LOOK_BACK = 70
_LOOK_BACK_FOR_BRACKET = 200
_MOST_ARTICLES = 60


@dataclass(slots=True)
class Article:
    """One article, or one paragraph of it, with the offsets of its own words in the passage."""

    start: int
    end: int
    article: str
    paragraph: str | None = None
    subdivision: str | None = None
    lids: list[tuple[str, int, int]] = field(default_factory=list)
    """Numbered members (`lid 2`), with the offsets of each: paragraphs of an act of the European Union."""

    def below(self, text: str) -> str | None:
        """What stands below the paragraph of an act that counts `lid 2` there."""
        if not self.lids:
            return self.subdivision
        return text[self.lids[0][1] : self.end]


@dataclass(slots=True)
class ArticleList:
    """Articles of one act, in order, and where the list begins and ends in the passage."""

    start: int
    end: int
    articles: list[Article]


class _Reader:
    """Reads one list from left to right; never looks further than the next join."""

    def __init__(self, text: str, start: int, at: int, plural: bool) -> None:
        self.text = text
        self.at = at
        self.plural = plural
        self.articles: list[Article] = []
        self.begin = start

    def read(self) -> ArticleList:
        start = self.begin
        self._article(start)
        while len(self.articles) < _MOST_ARTICLES and self._next_article():
            pass
        return ArticleList(start, self.articles[-1].end, self.articles)

    def _article(self, start: int) -> None:
        number = ARTICLE_NUMBER.match(self.text, self.at)
        assert number is not None, "the head of a list stands before a number"
        self.at = number.end()
        # "346-1" is one article, "6-10" a range.
        behind = HYPHENATED.match(self.text, self.at) if number.group().isdecimal() else None
        if behind is not None and int(behind["second"]) < int(number.group()):
            self.at = behind.end()
        self.articles.append(Article(start, self.at, self.text[number.start() : self.at]))
        self._below()
        if following := AND_FOLLOWING.match(self.text, self.at):
            self.at = self.articles[-1].end = following.end()

    def _next_article(self) -> bool:
        remark = REMARK.match(self.text, self.at)
        join = JOIN.match(self.text, remark.end() if remark else self.at)
        if join is None:
            return False
        word = ARTICLE_AGAIN.match(self.text, join.end())
        at = word.end() if word else join.end()
        if ARTICLE_NUMBER.match(self.text, at) is None:
            return False
        self.at = at
        self._article(join.end())
        return True

    def _below(self) -> None:
        """Paragraphs and what stands below them, of the article that was read last."""
        only_paragraphs = several = False
        for step in range(_MOST_ARTICLES):
            close = CLOSE_JOIN.match(self.text, self.at)
            join = JOIN.match(self.text, self.at) if step else None
            for joined in (join, close):
                if joined is None:
                    continue
                at = joined.end()
                if paragraph := PARAGRAPH.match(self.text, at):
                    several = several or paragraph["mark"].startswith("§§") or "paragrafen" in paragraph["mark"].lower()
                    self._paragraph(paragraph["number"], at, paragraph.end())
                    only_paragraphs = True
                    break
                plain = PLAIN_NUMBER.match(self.text, at)
                one_article = not self.plural and self.articles[-1].article == self.articles[0].article
                if plain and (self._point(at) or (joined is join and self._is_article(join.group(), plain["number"]))):
                    plain = None
                if joined is join and only_paragraphs and plain and (several or one_article):
                    self._paragraph(plain["number"], at, plain.end())
                    break
                if self._lid(at, joined is join) or self._subdivision(at):
                    only_paragraphs = False
                    break
            else:
                return

    def _is_article(self, joined: str, number: str) -> bool:
        """Whether a number behind a paragraph is that of a further article: `artikel 9, § 1, en 12`."""
        last = self.articles[-1].article
        return ", en" in joined and number.isdecimal() and last.isdecimal() and int(number) > int(last)

    def _paragraph(self, number: str, start: int, end: int) -> None:
        last = self.articles[-1]
        if last.paragraph is None and last.subdivision is None and not last.lids:
            last.paragraph, last.end = number, end
        else:
            self.articles.append(Article(start, end, last.article, number))
        self.at = end

    def _lid(self, at: int, joined: bool) -> bool:
        last = self.articles[-1]
        lid = LID.match(self.text, at)
        if lid is None and joined and last.lids and last.lids[-1][2] == self.at and not self.plural:
            lid = None if self._point(at) else PLAIN_NUMBER.match(self.text, at)
        if lid is None:
            return False
        last.lids.append((lid["number"], at, lid.end()))
        if last.subdivision is not None:
            last.subdivision = self.text[self._subdivision_start(last) : lid.end()]
        self.at = last.end = lid.end()
        return True

    def _subdivision(self, at: int) -> bool:
        found = SUBDIVISION.match(self.text, at)
        if found is None and self.text[at - 2 : at] == ", ":
            found = BARE_LETTER.match(self.text, at)
        if found is None:
            found = self._point(at)
        if found is None:
            return False
        last = self.articles[-1]
        begin = at if last.subdivision is None else self._subdivision_start(last)
        last.subdivision = self.text[begin : found.end()]
        self.at = last.end = found.end()
        return True

    def _point(self, at: int) -> re.Match[str] | None:
        """A numbered point, whose bracket closes none that was opened before: not "6)" in "(artikelen 4, 5 en 6)"."""
        found = POINT.match(self.text, at)
        if found is None:
            return None
        begin = max(self.text.rfind("\n", 0, at) + 1, self.begin - _LOOK_BACK_FOR_BRACKET)
        return None if self.text.count("(", begin, at) > self.text.count(")", begin, at) else found

    @staticmethod
    def _subdivision_start(article: Article) -> int:
        assert article.subdivision is not None, "only asked where there is one"
        return article.end - len(article.subdivision)


def articles_at(text: str, at: int) -> ArticleList | None:
    """The list of articles without a word for them that another list and its act lead to at `at`: ` en 7, § 1, van het`
    behind `artikel 12 van de wet`; None where there is none."""
    join = JOIN.match(text, at)
    if join is None or ARTICLE_NUMBER.match(text, join.end()) is None:
        return None
    return _Reader(text, join.end(), join.end(), plural=False).read()


def find_article_lists(searched: SearchedText) -> Iterator[ArticleList]:
    """Every list of articles, in order; places in the text, end exclusive. Only words and numbers are read here: a list
    without an act is no citation (references.md, Rows)."""
    text = searched.text
    at = 0
    for start in searched.places(ARTICLE_WORDS):
        head = ARTICLE_HEAD.match(text, start) if start >= at else None
        if head is None:
            continue
        found = _Reader(text, start, head.end(), bool(head["plural"]) or head.group().lower().startswith("arts")).read()
        before = BEFORE_ARTICLE.search(text[max(at, start - _LOOK_BACK) : start])
        if before is not None and found.articles[0].paragraph is None:
            first = found.articles[0]
            first.start = found.start = start - len(before.group())
            below = before["below"]
            if before["paragraph"] is not None:
                first.paragraph = before["paragraph"]
                first.subdivision = first.subdivision or below
            elif first.subdivision is None:
                first.subdivision = LEADS_TO_ARTICLE.sub("", before.group())
        yield found
        at = found.end
