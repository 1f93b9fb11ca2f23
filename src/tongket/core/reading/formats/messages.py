"""The one sentence that the owner of a file gets."""

from collections.abc import Mapping

from tongket.core.nouns.document import Note
from tongket.core.reading.formats.unreadable import Unreadable


def sentence(problem: Unreadable | Note, messages: Mapping[str, str]) -> str:
    """Say what is the case with a file, and what to do, in the language of *messages*.

    *messages* maps codes to sentences with named places (content/messages); an
    unknown code is shown as it is, so that a missing sentence never hides a fault.

    >>> problem = Unreadable("file_empty", (("name", "a.txt"),))
    >>> sentence(problem, {"file_empty": "{name}: trống."})
    'a.txt: trống.'
    """
    pattern = messages.get(problem.code, "{name}: " + problem.code)
    return pattern.format_map(_Named(problem.arguments))


class _Named(dict[str, str]):
    """Arguments by name; one that is absent leaves its place empty."""

    def __missing__(self, key: str) -> str:
        return ""
