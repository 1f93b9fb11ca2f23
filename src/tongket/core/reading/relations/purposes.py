"""Purposes: whether a text is of what is to come, and what in it is done already."""

import re
from functools import lru_cache

from tongket.core.reading.lexicon import Lexicon, Phrases
from tongket.core.reading.line import words_of
from tongket.core.reading.relations.scene import Scene

_YEAR = re.compile(r"(?:19|20)\d{2}$")
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
    filled = [line.strip() for line in text[:4000].splitlines() if line.strip()]
    for line in filled[:_TITLE_LINES]:
        words = [*words_of(line), "\n"]
        if _BODY.match(line.lower()) or len(words) > _TITLE_WORDS:
            return False
        if titles.report_titles.ahead(words, 0) is not None:
            return False
        found = titles.plan_titles.ahead(words, 0)
        if found is not None and (line.isupper() or found[1] == len(words) - 1):
            return True
    return False


def lies_ahead(scene: Scene) -> bool:
    """Tell whether a number stands under a heading, or in a text, of what is to come.

    What the sentence calls done, dates back or puts to the vote lies behind.
    """
    structure = scene.lexicon.structure
    headed = _heads(scene.seen.section, structure.aim_headings)
    if not headed and not scene.purpose.plan:
        return False
    if not headed and _heads(scene.seen.section, structure.past_headings):
        return False
    return not _is_done(scene)


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
    return plan and not _heads(section, structure.past_headings)


@lru_cache(maxsize=256)
def _title_words(title: str) -> list[str]:
    """Return the words of a heading, kept because many numbers stand under it."""
    return [*words_of(title), "\n"]


def _heads(section: tuple[str, ...], headings: Phrases[str]) -> bool:
    return any(headings.ahead(_title_words(title), 0) for title in section)


def _is_done(scene: Scene) -> bool:
    """Tell whether the sentence of a number says that it is so already."""
    seen, cues = scene.seen, scene.lexicon.cues
    words = seen.line.words
    for at in range(seen.sentence, seen.opening):
        if cues.done.ahead(words, at) is not None:
            return True
        past = _YEAR.match(words[at]) and words[at - 1] in {"năm", "nam"}
        if past and scene.purpose.year is not None and words[at] < scene.purpose.year:
            return True
    return any(
        cues.votes.ahead(words, at) is not None
        for at in range(seen.tail, min(seen.tail + _VOTE, len(words)))
    )
