"""An outline: the sections a report must have, and the words it is written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Content(StrEnum):
    """What stands in a section.

    INDICATORS: computed sentences on the section's indicators. TARGETS: the table of
    assigned targets. REACHED, MISSED: the targets that were, or were not, reached.
    AHEAD: what is already assigned for the coming period. REST: the indicators that
    no other section holds, so that no figure is dropped. NOTHING: only what a person
    writes, and the sections below.
    """

    INDICATORS = "indicators"
    TARGETS = "targets"
    REACHED = "reached"
    MISSED = "missed"
    AHEAD = "ahead"
    REST = "rest"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an outline.

    `fields` and `codes` name the indicators it holds, field by field and one by one; a
    code named in one section is taken out of the fields of all others. `hint` asks a
    person to write something. `kinds` limits the section to some kinds of report
    (empty: all). `says_when_empty` decides whether a section without figures says so
    or is left out.
    """

    title: str
    content: Content = Content.INDICATORS
    fields: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    hint: str = ""
    kinds: tuple[str, ...] = ()
    says_when_empty: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    sections: tuple["Section", ...] = ()

    def holds_on(self, day: date, kind: str) -> bool:
        """Tell whether the section belongs to a report of *kind* on *day*."""
        begun = self.valid_from is None or self.valid_from <= day
        ended = self.valid_to is not None and self.valid_to < day
        return begun and not ended and (not self.kinds or kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of one kind of report, with "{period}", "{year}", "{next_year}"."""

    type_name: str
    subject: str
    opening: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How an indicator is worded: with "{n}" for the number, "{m}" for its measure."""

    some: str
    none: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a family of reports, as in force from one day on.

    `phrases` are the turns of computed sentences by name, `wordings` the sentences of
    single indicators by code, `bounds` the words before an approximate number,
    `measures` full forms of abbreviated measures, `breakdowns` how a part is named
    ("cấp {v}"), `alike` the groups of measures that may stand for one another in a
    sentence ("nhiệm vụ", "đề tài"), `told_within` the breakdowns whose parts have
    indicators of their own and are told within their whole. `percent_decimals` says
    to how many decimals computed percentages are rounded, half up; `pads_counts`
    whether counts below ten carry a zero.
    """

    name: str
    headings: Mapping[str, Heading]
    sections: tuple[Section, ...]
    phrases: Mapping[str, str]
    wordings: Mapping[str, Wording]
    bounds: Mapping[str, str]
    measures: Mapping[str, str]
    breakdowns: Mapping[str, str]
    alike: tuple[tuple[str, ...], ...] = ()
    told_within: tuple[str, ...] = ()
    percent_decimals: int = 1
    pads_counts: bool = True
