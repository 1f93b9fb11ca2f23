"""The suggester of indicators over the catalogue and its vocabulary."""

from functools import cache, lru_cache

from tongket.content import loader
from tongket.content.catalogue import OUTSIDE, catalogue
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.core.reading.suggestions.suggest import Suggester
from tongket.core.reading.suggestions.vocabulary import Vocabulary


@cache
def vocabulary() -> Vocabulary:
    """Return what content/suggestions knows of words, measures and breakdowns."""
    pages = loader.load_folder("suggestions")
    measures = pages["measures"]
    return Vocabulary(
        concepts={
            term: tuple(wordings)
            for term, wordings in pages["concepts"]["concepts"].items()
        },
        families={
            family: tuple(spellings)
            for family, spellings in measures["families"].items()
        },
        stop_words=frozenset(measures["stop_words"]),
        counting_words=frozenset(measures["counting_words"]),
        per_words=frozenset(measures["per_words"]),
        dimensions=catalogue().dimensions,
        field_cues=pages["fields"]["field_cues"],
        telling=tuple(measures["telling_dimensions"]),
        role_words=measures["role_words"],
        against_plan=measures["against_plan"],
    )


# Each confirmation makes a new suggester; a server that runs for months keeps few.
@lru_cache(maxsize=8)
def suggester(confirmations: tuple[Confirmation, ...] = ()) -> Suggester:
    """Return the suggester over the whole catalogue.

    *confirmations* are what one department linked before, oldest first.
    """
    if confirmations:
        return suggester().learning(confirmations)
    known = [each for each in catalogue().indicators if each.code != OUTSIDE]
    return Suggester(known, vocabulary())
