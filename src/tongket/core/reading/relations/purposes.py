"""Purposes: whether a text is of what is to come, and what in it is done already."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tongket.core.reading.lexicon import Lexicon, Phrases, Structure
from tongket.core.reading.line import words_of
from tongket.core.reading.relations.scene import Scene
from tongket.core.reading.signs import between

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR_MONTHS = 12
# "quý I", "tháng 10", "6 tháng đầu năm" in a title.
_SHORTER = re.compile(
    r"quý (iv|i{1,3}|[1-4])(?!\w)|(?<!\d )tháng (\d{1,2})(?!\d)|(\d) tháng đầu"
)
# "Quý II/2024,", "Trong tháng 6 năm 2023", "Năm 2025," at the head of a sentence.
_DATED = re.compile(
    r"[-+*\s]*(?:trong |sang |bước sang |đến )?"
    r"(?:quý (iv|i{1,3}|[1-4])(?!\w)|tháng (\d{1,2})(?!\d))?"
    r"(?:(?:^| ?/ ?| ?năm )((?:19|20)\d{2})(?!\d))?"
)
_OF_YEAR = re.compile(
    r"(?:năm |(?:quý [iv\d]{1,3}|tháng \d{1,2}) ?/ ?)((?:19|20)\d{2})(?!\d)"
)
_OPENING = 4000
_ABOUT = (["về", "việc"], ["v", "/"])
# The title of a text is one of so many lines at its beginning …
_TITLE_LINES = 14
# … and has no more words than these.
_TITLE_WORDS = 45
_BODY = re.compile(r"\s*(?:[ivx]{1,4}[./)]|\d{1,2}[./)]\s|[-+*•]|điều \d)")
# "Bảng 2.", "Biểu số 03:" before the caption of a table.
_NUMBERED = re.compile(
    r"^\W*(?:bảng|biểu|phụ lục)(?: số)? ?[\dIVX.]{0,5}\W*", re.IGNORECASE
)
# A vote is named at most so many words behind a number.
_VOTE = 8


def is_plan(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text is a plan or a resolution, by the first title that says so.

    "KẾ HOẠCH" alone on a line is a title, and so is a line of capitals that begins so;
    "Kế hoạch 52 đã đem lại kết quả" begins a sentence.
    """
    titles = lexicon.structure
    for line, words in _titles(text):
        if titles.report_titles.ahead(words, 0) is not None:
            return False
        about = next((2 for head in _ABOUT if words[:2] == head), 0)
        found = titles.plan_titles.ahead(words, about)
        whole = found is not None and about + found[1] == len(words) - 1
        if found is not None and (whole or about or _is_loud(line)):
            return True
    return False


def _is_loud(line: str) -> bool:
    """Tell whether a line is in capitals, but for a word in brackets."""
    letters = [letter for letter in line if letter.isalpha()]
    return sum(map(str.isupper, letters)) * 10 >= len(letters) * 8


def told_until(text: str) -> int | None:
    """Return the last month that a report tells of, by its titles; None: unsaid.

    "Công tác quý I/2024" ends in March, "9 tháng đầu năm" in September.
    """
    for line, _ in _titles(text):
        found = _SHORTER.search(line.lower())
        if found is None:
            continue
        quarter, month, months = found.groups()
        if quarter is not None:
            return 3 * _QUARTERS[quarter]
        last = int(month or months)
        return last if 0 < last <= _YEAR_MONTHS else None
    return None


def told_year(text: str) -> str | None:
    """Return the first year that the titles of a text name: the one it is of."""
    for line, _ in _titles(text):
        found = _OF_YEAR.search(line.lower())
        if found is not None:
            return found[1]
    return None


def _titles(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines above the body of a text, and their words."""
    filled = [line.strip() for line in text[:_OPENING].splitlines() if line.strip()]
    for line in filled[:_TITLE_LINES]:
        words = [*words_of(line), "\n"]
        sentence = line[-1] in ".;" or len(words) > _TITLE_WORDS
        if sentence or _BODY.match(line.lower()):
            return
        yield line, words


def lies_ahead(scene: Scene) -> bool:
    """Tell whether a number stands under a heading, or in a text, of what is to come.

    What the sentence calls done, dates back or puts to the vote lies behind.
    """
    headed, behind = _headed(scene.seen.section, scene.lexicon.structure)
    if not headed and (behind or not _is_planned(scene)) and not _is_later(scene):
        return False
    return not _is_done(scene)


@lru_cache(maxsize=256)
def _headed(section: tuple[str, ...], structure: Structure) -> tuple[bool, bool]:
    """Tell whether headings speak of what is to come, and of what lies behind.

    Kept because many numbers stand under one heading.
    """
    behind = _heads(section, structure.past_headings)
    aimed = _heads(section, structure.aim_headings)
    return aimed or (not behind and _hold(section, structure.ahead_words)), behind


def _is_planned(scene: Scene) -> bool:
    """Tell whether a plan lays a number down; a pair counts what there is."""
    return scene.purpose.plan and scene.seen.total is None


def _is_later(scene: Scene) -> bool:
    """Tell whether a sentence opens with a time after that of the report.

    "Quý II/2024, Sở tập trung …" in the report of the first quarter.
    """
    seen, purpose = scene.seen, scene.purpose
    start = seen.line.starts[seen.sentence]
    found = _DATED.match(seen.line.low, start, seen.line.end)
    if found is None or found.end() > seen.start:
        return False
    quarter, month, year = found.groups()
    if year is not None and year != purpose.titled:
        return purpose.titled is not None and year > purpose.titled
    if purpose.until is None or (quarter or month) is None:
        return False
    first = 3 * _QUARTERS[quarter] - 2 if quarter is not None else int(month)
    return purpose.until < first <= _YEAR_MONTHS


def is_planned(
    captions: list[str], section: tuple[str, ...], lexicon: Lexicon, *, plan: bool
) -> bool:
    """Tell whether a table tells what is to come.

    Its captions say so, the nearest first; then the headings that it stands under;
    then the *plan* that the whole text is.
    """
    structure = lexicon.structure
    for caption in captions:
        words = _title_words(_NUMBERED.sub("", caption))
        if structure.report_titles.ahead(words, 0) is not None:
            return False
        aims = (structure.plan_titles, structure.aim_headings)
        if any(phrases.ahead(words, 0) is not None for phrases in aims):
            return True
    if _heads(section, structure.aim_headings):
        return True
    if _hold(section, structure.ahead_words):
        return not _heads(section, structure.past_headings)
    return plan and not _heads(section, structure.past_headings)


@lru_cache(maxsize=256)
def _title_words(title: str) -> list[str]:
    """Return the words of a heading, kept because many numbers stand under it."""
    return [*words_of(title), "\n"]


@lru_cache(maxsize=256)
def _heads(section: tuple[str, ...], headings: Phrases[str]) -> bool:
    """Tell whether a heading opens with one of some phrases, kept like its words."""
    return any(headings.ahead(_title_words(title), 0) for title in section)


@lru_cache(maxsize=256)
def _hold(section: tuple[str, ...], phrases: Phrases[str]) -> bool:
    """Tell whether a heading holds one of some phrases anywhere."""
    return any(
        phrases.ahead(words, at) is not None
        for words in map(_title_words, section)
        for at in range(len(words) - 1)
    )


def _is_done(scene: Scene) -> bool:
    """Tell whether the sentence of a number says that it is so already."""
    seen, cues = scene.seen, scene.lexicon.cues
    words, signs, year = seen.line.words, scene.signs, scene.purpose.year
    said = between(signs.deeds, seen.sentence, seen.opening)
    if any(cues.done.ahead(words, at) is not None for at in said):
        return True
    if year is not None:
        for at in between(signs.years, seen.sentence, seen.opening):
            if words[at] < year and words[at - 1] in {"năm", "nam"}:
                return True
    voted = between(signs.votes, seen.tail, seen.tail + _VOTE)
    return any(cues.votes.ahead(words, at) is not None for at in voted)
