"""The words of the headers of the Tweede Kamer's written questions, each form written once."""

from __future__ import annotations

import re

from transform.dutch.dates import DATE

# Matches: "Minister", "minister-president", "Staatssecretaris", "Staatsecretaris" (as it is sometimes misspelt).
OFFICE = r"(?:minister-president|ministers?|staatss?ecretaris(?:sen)?)"
# Matches: "2024Z18796", "2024Z 17972".
CASE_NUMBER = r"\d{4}Z ?\d{5}"

# What the lines begin with that a document of this parliament can begin with.
BEGINNINGS = (
    "Tweede Kamer der Staten-Generaal",
    "Vergaderjaar ",
    "Vragen ",
    "Vraag van ",
    "Mondelinge vragen ",
    "AH ",
    "In antwoord op uw brief van ",
    "In het antwoord op uw brief van ",
    "Antwoord van ",
    "Antwoorden van ",
    "Mededeling van ",
)

# The parliament's name, above everything.
# Matches: "Tweede Kamer der Staten-Generaal2", "# Tweede Kamer der Staten-Generaal".
MASTHEAD = re.compile(r"[#*\s]*Tweede Kamer der Staten-Generaal[\s*]*\d?$")
# The series, below it.
# Matches: "Vergaderjaar 2024–2025 Aanhangsel van de Handelingen", "Vergaderjaar 2024-2025 Vragen".
SERIES = re.compile(r"[#*\s]*Vergaderjaar\s+(?P<first>\d{4})\s?[-–]\s?(?P<second>\d{4})\s+(?:Aanhangsel|Vragen)\b")
# The number of the Aanhangsel, or of the case, alone on its line. Matches: "546", "### 387", "AH 617".
APPENDIX_NUMBER = re.compile(r"[#*\s]*(?:AH\s+)?(?P<number>\d{1,4})[\s*]*$")
# Matches: "AH 617".
APPENDIX_LINE = re.compile(r"AH\s+\d{1,4}$")
# Matches: "2024Z18796", "2024Z 17972".
CASE_LINE = re.compile(rf"[#*\s]*(?P<case>{CASE_NUMBER})[\s*]*$")
# The number that an export leaves of the parliament's emblem. Matches: "# 2".
EMBLEM = re.compile(r"#+\s*\d$")

# Where the sentence begins that says who asks whom what.
# Matches: "Vragen van het lid ", "Vragen van de leden ", "Vraag van het lid ".
QUESTION_BEGINS = re.compile(r"Vra(?:ag|gen) van (?:het|de)\s+(?:van het\s+)?(?:lid|leden)\b")
# Matches: "Mondelinge vragen van het lid".
ORAL_BEGINS = re.compile(r"Mondelinge vragen van (?:het|de)\s+(?:lid|leden)\b")
# Matches: "(ingezonden 19 november 2024).", "(ingezonden 24 juni 2024)".
SENT_IN = re.compile(rf"\(ingezonden\s*(?P<date>{DATE})\s*\)\.?", re.I)
# Matches: "(ontvangen 18 november 2024).", "(ontvangen 20 november 2024)".
RECEIVED = re.compile(rf"\(ontvangen\s*(?P<date>{DATE})\s*\)\.?", re.I)
# Who asks whom about what. A line end may be lost before or behind
# `over` ("Welzijn en Sportover zorg", "Waterstaat overde tunnel").
# Matches: "Vragen van het lid Piri (PvdA) aan de Minister van Financiën over de btw".
SENTENCE = re.compile(
    rf"Vra(?:ag|gen) van (?P<askers>.+?)\s+aan\s+(?:de|het)?\s*(?P<offices>{OFFICE}\b.*?),?(?:\s|(?<=[a-z]))"
    r"(?:over|betreffende|inzake)(?:\s+|(?=(?:de|het|een)\b))(?P<title>.+)$",
    re.I,
)
# Where an answer begins, or what says that it comes later.
# Matches: "Antwoord van Minister", "Antwoorden van de minister", "Mededeling van staatssecretaris".
ANSWER_BEGINS = re.compile(rf"(?P<kind>Antwoord(?:en)?|Mededeling) van (?:de )?(?={OFFICE}\b)", re.I)
# One who answers. Matches: "Minister Van Weel (Justitie en Veiligheid)", "staatssecretaris Karremans (Sport ".
RESPONDER = re.compile(
    rf"(?P<office>{OFFICE})\s+(?P<name>[^(),]+?)\s*\((?P<ministry>[^()]+?)\s*(?:\)|(?=\(ontvangen)|$)", re.I
)
# For whom else. Matches: "mede namens de Minister van Asiel en Migratie" in a header.
ON_BEHALF = re.compile(
    rf"mede namens (?:de )?(?P<offices>{OFFICE}\b.*?)(?=\s*\(ontvangen|\s+op (?:de )?(?:Kamer)?vragen\b|$)", re.I
)
# Matches: "Zie ook Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 528."
SEE_ALSO = re.compile(
    r"Zie ook\s+Aanhangsel\s*(?:van de\s+)?Handelingen,?\s*vergaderjaar\s*\d{4}\s?[-–]\s?\d{4},?\s*nrs?\.\s*\d+"
    r"(?:(?:,| en)\s*\d+)*\.?"
)
# The heading of the answers that come with a ministry's letter.
# Matches: "Antwoorden van de minister van Defensie op Kamervragen van het lid Piri (PvdA) over de vloot".
LETTER_ANSWERS = re.compile(
    rf"Antwoord(?:en)? van (?:de )?(?P<role>{OFFICE}\b.+?)(?:,?\s+mede namens .+?)?\s+op (?:de )?(?:Kamer)?vragen\s+"
    rf"(?:van\s+)?(?P<askers>(?:(?:het|de)\s+)?(?:lid|leden)\b.+?)(?:\s+aan\s+(?:de\s+)?(?P<offices>{OFFICE}\b.+?))?"
    r"\s+over\s+(?P<title>.+?)\.?$",
    re.I,
)
# Matches: "Antwoorden van de minister van Defensie op Kamervragen".
LETTER_ANSWERS_BEGIN = re.compile(
    rf"Antwoord(?:en)? van (?:de )?{OFFICE}\b.{{0,250}}?\bop (?:de )?(?:Kamer)?vragen\b", re.I
)
# Matches: "In antwoord op uw brief van 5 juli 2024, nr. 2024Z11859", "In het antwoord op uw brief van 8 maart 2024".
LETTER_BEGINS = re.compile(
    rf"In (?:het )?antwoord op uw brief van\s+(?P<date>{DATE})(?:,?\s+nr\.?\s*(?P<number>[\w-]+))?", re.I
)
# Whom a letter says that the questions were put to. Matches: "aan de ministers van Justitie en van Financiën over".
LETTER_OFFICES = re.compile(rf"\)\s+aan\s+(?:de\s+)?(?P<offices>{OFFICE}\b.+?)\s+over\b", re.I)
# A signature. Matches: "D.M. van Weel", "P. Adema", "D. Yeşilgöz-Zegerius".
SIGNATURE = re.compile(
    r"(?:[A-Z]\.\s?){1,5}(?:(?:van|de|den|der|ten|ter)\s+){0,3}[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)*$"
)
