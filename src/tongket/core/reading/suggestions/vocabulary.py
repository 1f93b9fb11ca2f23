"""What the suggestion of indicators knows of words, measures and breakdowns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tongket.core.nouns.indicator import Dimension


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexical facts of suggestion, all of them data of content/suggestions.

    `concepts` gives, under one term, the wordings that mean it; `families` the
    spellings of measures by family (percent, money, rank … or a kind of thing
    counted); `stop_words` the words that tell no indicator from another,
    `counting_words` those that tell little, since many things are counted in them,
    `per_words` those that after a stroke make a measure a rate ("người/vạn dân");
    `dimensions` the dimensions of breakdown under their names; `telling` the names of
    those whose value in an indicator's name binds it; `field_cues` the words of
    headings that announce a field of work; `role_words` the words that a
    role stands for; `against_plan` the codes, by family of measure, that hold what is
    said against the plan of a task without an indicator of its own.
    """

    concepts: Mapping[str, tuple[str, ...]]
    families: Mapping[str, tuple[str, ...]]
    stop_words: frozenset[str]
    dimensions: Mapping[str, Dimension]
    counting_words: frozenset[str] = frozenset()
    per_words: frozenset[str] = frozenset()
    telling: tuple[str, ...] = ()
    field_cues: Mapping[str, Sequence[str]] = field(default_factory=dict)
    role_words: Mapping[str, str] = field(default_factory=dict)
    against_plan: Mapping[str, str] = field(default_factory=dict)
