"""What the words of a heading look like, and the signs that it has ended (`transform.references.headings`)."""

from __future__ import annotations

import re

from transform.dutch.dates import DATE
from transform.dutch.words import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_LINKS,
    VERBS_OF_RULES,
    VERBS_OF_SENTENCES,
)
from transform.references.articles import BINDS
from transform.references.words import DONE_TO_ACTS

FINITE = VERBS_OF_SENTENCES | VERBS_OF_RULES
NO_MEMBER = SENTENCE_LINKS | FINITE | ADVERBS | PRONOUNS | DONE_TO_ACTS
"""Words that no member of a list begins with: behind its comma a clause begins."""
NO_NOUN = PREPOSITIONS | COORDINATORS | FINITE | DETERMINERS | SENTENCE_LINKS
OF_THE_ASKER = frozenset("ik u je jij jullie wij we".split())
"""Who speaks and who is spoken to: a clause of theirs is no part of a heading."""
# The end of a list of alternatives, so that none is the beginning of a longer word.
_WORD_ENDS = r"(?![\w-])"
# Words of types of acts, in any form: behind "en" or a comma another act begins. Matches: "koninklijk besluit".
ACT_WORD = (
    r"(?:(?:bijzondere?|koninklijke?|ministeri[eë]+le?|gecoördineerde|gecoordineerde) )?"
    r"(?:\w{0,30}(?:decreet|besluit|wetboek|codex|ontwerp)|decreten|besluiten|wet|wetten|ordonnantie|richtlijn|"
    rf"verordening|omzendbrief){_WORD_ENDS}"
)
# An act whose date follows. Matches: "de wet", "koninklijk besluit nr. 78", "2014/24/EU", "van de Raad".
ACT_BEFORE = re.compile(
    rf"(?:{ACT_WORD}|(?<!\w)(?:KB|MB|BVR))(?: nr\.? ?\d+| \d+)?$|\d/(?:EU|EG|EEG)$|(?:Raad|Parlement|Commissie)$", re.I
)
# The words and signs that a heading is made of. Matches: "de", "veiligheids-", "2014/24/EU", "§ 2", "nr.", ",", "(EU)".
TOKEN = re.compile(
    r" {0,2}(?:(?P<comma>,)|(?P<enclosed>\((?:[IVX]{1,5}|EU|EG|EEG|EGKS|Euratom|(?:EU|EG), Euratom)\))"
    r"|(?P<short>\([A-Z][\w.-]{1,10}\)(?=,? en (?:tot|houdende|betreffende) ))"
    r"|(?P<quoted>[\"“„«‘] ?[^\"“”„«»‘’\n]{2,60} ?[\"”»’])"
    r"|(?P<nr>(?:nrs?|artt?)\.? ?(?=\d))"
    rf"|(?P<date>{DATE})"
    r"|(?P<number>§{1,2} ?\d\w{0,9}|\d+(?:[./:-]\w+)*°?|[IVXL]+(?:[./]\d+)+)"
    r"|(?P<word>-?[^\W\d_]+(?:[’'/-](?=\w)[\w]+)*(?:(?<=[A-Z])\d+)?-?))"
)
# Two letters and a digit that an export glued. Matches: "en1" in "voorstellen1979".
GLUED = re.compile(r"[a-zà-ÿ]\d")
# What begins something else behind a whole phrase: dates and places of the sentence, articles, the gazette.
# Matches: " op 1 februari", " in werking", " in artikel 7", " van 12 maart 2011", " van 1994", ", BS".
SENTENCE_GOES_ON = re.compile(
    rf",? (?:op|in|vanaf|tegen|tot|sinds) (?=\d)| van (?={DATE}|(?:19|20)\d\d(?![\w/-]))"
    r"|,? (?:in (?:werking|voege|hoofde van)|van kracht|van toepassing (?:is|zijn)(?!de)|met ingang van|met name|"
    r"in het bijzonder|meer bepaald|(?:in|op) het (?:Publicatieblad|(?:Belgisch )?Staatsblad))"
    rf"{_WORD_ENDS}"
    r"|,? (?:in|bij|onder|door) (?:het |de |haar |zijn )?art(?:ikel(?:en)?|\.)(?!\w)|,? in (?:haar|zijn) "
    rf"|,? (?:BS|B\.S\.|Belgisch Staatsblad){_WORD_ENDS}|, (?:p|blz)\.|,? {BINDS} (?:in |door |op )?(?:het |de )?art",
    re.I,
)
# What begins something else behind "en" or a comma: an act, an article, a part of an act, a verb with its object.
# Matches: " de wet", " van artikel", " titel 3", " regelt de", " dat".
ANOTHER = re.compile(
    rf" (?:(?:van|in|op|bij|door|aan|uit) )?(?:(?:het|de|dit|dat|deze) )?(?:[^\W\d_]+e? )?{ACT_WORD}"
    r"| (?:(?:van|in|op|bij) )?(?:(?:het|de) )?art(?:ikel(?:en)?|\.)(?!\w)"
    r"| (?:titel|boek|hoofdstuk|afdeling|bijlage|deel) [\dIVX]"
    rf"| (?:\d[\w.:/]{{0,9}}(?:, [^,\n]{{1,20}}){{0,3}},? van (?:het|de) {ACT_WORD}|{BINDS} )"
    r"| (?:[a-zà-ÿ]+t (?:de|het|een|dat|er)|dat|dit|er|met name|krachtens|volgens|overeenkomstig)(?!\w)",
    re.I,
)
# A part of an act, or what stands below an article, behind the number before it.
# Matches: ", eerste lid", ", 2°", ", § 3", ", Hoofdstuk 4", ", van".
BELOW_ARTICLE = re.compile(
    r", (?:(?:eerste|tweede|derde|vierde|vijfde|zesde|laatste|enig) lid|\d{1,2}°|§|"
    r"(?:hoofdstuk|afdeling|titel|boek) [\dIVX]"
    r"|van (?:het|de) )",
    re.I,
)
# What a number or a date belongs to. Matches: "artikel", "titel".
ARTICLES = re.compile(r"(?:artikel(?:en)?|artt?|titel|boek|hoofdstuk|richtlijn(?:en)?|verordening(?:en)?|nrs?)$", re.I)
# A comma that "en" follows, or a further heading. Matches: ", en", ", alsook", ", tot", ", houdende".
FURTHER = re.compile(r", (?:en(?: /of)?|of|alsook|alsmede|evenals|tot|houdende|met inbegrip van) ", re.I)
# The same where "en" itself comes next. Matches: ", en ".
JOINED = re.compile(r", (?:en|of|alsook|alsmede|evenals) ", re.I)
# What goes on with the heading around an act. Matches: ", en tot ", " en houdende ", ", betreffende ".
OF_OUTER = re.compile(r"(?:,| en|, en) (?:tot|houdende|betreffende) ", re.I)
# A noun in "en" that is no verb of the sentence. Matches: "vennootschappen", "verzekeringen".
PLURAL_NOUN = re.compile(r"(?:(?!ge|be|ver|ont|her)[a-zà-ÿ]+en|[a-zà-ÿ]+(?:ingen|heden))")
# The members of a list up to its last. Matches: ", de stichtingen en ", ", het verblijf, de vestiging en ".
_VERB = rf"(?:{'|'.join(sorted(VERBS_OF_SENTENCES))}){_WORD_ENDS}"
_MEMBER = rf"(?!{_VERB})(?:(?! {_VERB})[^,.;:()\n]){{1,90}}?"
LIST = re.compile(
    rf"(?:, (?!(?:maar|want|met name|in het bijzonder|dit wil|een|wat|te|aan te) ){_MEMBER}){{1,8}}"
    r",? (?:en|of|en/of|alsook|alsmede|evenals) ",
    re.I,
)
# What something follows from, or is told by. Matches: " als gevolg van", " als bedoeld in".
AS_GIVEN = re.compile(r" als (?:gevolg van|bedoeld in)(?!\w)", re.I)
# A clause of purpose. Matches: " om toezicht te houden".
PURPOSE = re.compile(r" (?:om|teneinde) (?:[^,.;:()\n]{1,80}? )?te [a-zà-ÿ]+n(?!\w)", re.I)
# What a change is about. Matches: " wat het erkennen van gegevens betreft".
AS_REGARDS = re.compile(r" wat (?:betreft(?!\w)|[^,.;:()\n]{3,160}? betreft(?!\w))", re.I)
AUXILIARIES = frozenset(
    "kan kunnen kon konden moet moeten moest moesten mag mogen zal zullen zou zouden wordt worden werd werden is zijn "
    "was waren heeft hebben had hadden".split()
)
# Matches: "die", "waaraan".
RELATIVE = re.compile(r"(?:die|waar(?:aan|in|op|voor|van|onder|over|door|uit|toe|tegen)?|wie|welke|wiens|wier)", re.I)
# Matches: "daarvoor" in "daarvoor bestemde systemen".
THEREFORE = re.compile(r"(?:daar|hier)(?:voor|mee|op|in|aan|bij|toe|uit|over|onder|tegen|door)")
# Behind a noun they stand for another with "van".
THEREOF = frozenset({"daarvan", "ervan", "hiervan"})
# Relative words behind a preposition.
OF_WHICH = frozenset({"wie", "wiens", "wier", "welke"})
_AUXILIARY = rf"(?: (?:te )?(?:{'|'.join(sorted(AUXILIARIES))})(?![\w-]))"
# Auxiliary verbs that stand together. Matches: " kunnen worden", " te worden".
CLUSTER = re.compile(rf"{_AUXILIARY}{{0,2}}")
_SINGULAR = [verb for verb in VERBS_OF_RULES if not verb.endswith("en")]
# The verb behind them. Matches: " toegekend", " uitvoeren", " te geven".
MAIN_VERB = re.compile(
    rf" (?:te )?(?!(?:tussen|binnen|buiten|boven|{'|'.join(sorted(_SINGULAR))})"
    r"(?![\w-]))(?:[a-zà-ÿ]+en|[a-zà-ÿ]*ge[a-zà-ÿ]+[dt]|(?:be|ver|ont|her|er|over|onder|om)[a-zà-ÿ]+[dt])(?![\w-])"
)
# A participle, or what looks like one. Matches: "bestraald", "gelegen", "vastgesteld", "verbonden", "overgedragen".
_APART = (
    r"(?:aan|achter|af|bekend|bij|bijeen|binnen|buiten|deel|dicht|door|gelijk|goed|in|klaar|los|mee|na|neer|om|onder|op|"
    r"open|over|plaats|rond|samen|stil|tegen|terug|tewerk|thuis|toe|uit|vast|voor|vrij|weg)"
)
_STRONG = (
    r"(?:nomen|schreven|sproken|legen|boden|bonden|loren|kregen|worpen|sloten|houden|vangen|trokken|wezen|heven|dreven)"
)
PARTICIPLE = re.compile(
    rf"{_APART}?ge[a-zà-ÿ]{{2,}}(?:d|t)(?<![rwz]icht)(?<!recht)(?<!bied)(?<!eid)(?<!ment)(?<!geweld)(?<!geluid)"
    rf"|{_APART}?ge(?:{_STRONG}|geven|dragen|vonden|treden|laten|roepen|gaan|daan)"
    rf"|(?:be|ver|ont|her|onder|over){_STRONG}"
    r"|(?:be|ver|ont|her|er|onder|over|om)[a-zà-ÿ]{2,}(?<!d)d(?<!heid)(?<!eid)(?<!oord)(?<!aad)"
)
# An adjective that a preposition may follow. Matches: "toepasselijk", "afkomstig".
POSTPOSED = re.compile(r"[a-zà-ÿ]{3,}(?:lijk|baar|ig|komstig|matig)")
# What an adjective without "e" ends with. Matches: "algemeen", "strafrechtelijk", "permanent", "automatisch".
PLAIN_ADJECTIVE = re.compile(
    r"[a-zà-ÿ-]+(?:lijk|isch|ees|aams|aal|eel|ief|air|baar|ig|zaam|loos|end|ent|ant|eus|iek|meen|eerd)"
    r"|nieuw|vrij|goed|oud|eigen|open|papieren|houten|glazen|metalen|stalen|ijzeren|betonnen"
)
# Nouns that end as adjectives do. Matches: "economie", "reportage", "orde".
NOUN_IN_E = re.compile(r"[a-zà-ÿ-]*(?:ie|age|ode|orde|ture|zake|wege|mate|ziekte|hypotheekrente)")
# Verbs as they stand behind a subject, where their object follows. Matches: "bemoeilijkt", "hervormde", "dienden".
VERB_LIKE = re.compile(r"[a-zà-ÿ]{2,}(?:t|de|te|den|ten)")
# Matches: " de", " dat".
OBJECT_FOLLOWS = re.compile(
    rf" (?:{'|'.join(sorted(DETERMINERS - {'zijn', 'die'}))}|dat|er|niet|ook){_WORD_ENDS}", re.I
)
# Nothing that a verb would have behind it. Matches: ",", ".", " van", " en".
NOTHING_FOLLOWS = re.compile(
    rf"[,.;:?!)]|$| (?:{'|'.join(sorted(PREPOSITIONS | COORDINATORS | {'die'}))}){_WORD_ENDS}", re.I
)
# Matches: " op".
PREPOSITION_FOLLOWS = re.compile(rf" (?:{'|'.join(sorted(PREPOSITIONS))}){_WORD_ENDS}", re.I)
# To whom and where what is done to an act is done: "aan de Ministerraad voorgelegd", "in het register ingeschreven".
WHERE_DONE = {
    "aan": re.compile(r"(?:voorgelegd|overgemaakt|bezorgd|meegedeeld|overgezonden|toegezonden|overhandigd|gericht)"),
    "in": re.compile(r"(?:gepubliceerd|bekendgemaakt|verschenen|ingeschreven|geplaatst|besproken)"),
    "door": re.compile(r"(?:goedgekeurd|gewijzigd|uitgevaardigd|opgeheven|vervangen|ondertekend|bekrachtigd|gestemd)"),
}
