"""Reading: from a text to its figures, and to the class of every other number."""

from tongket.core.nouns.figure import Figure, Step
from tongket.core.nouns.reading import Reading, Token, TokenClass
from tongket.core.nouns.span import Span
from tongket.core.reading.asides.pages import opens_other_news
from tongket.core.reading.lexicon import Lexicon
from tongket.core.reading.line import Line, cut, stretches
from tongket.core.reading.numerals.pairs import part_pairs
from tongket.core.reading.plain import plain
from tongket.core.reading.relations.roles import roles_of
from tongket.core.reading.relations.sums import parts_by_sum
from tongket.core.reading.sighting import Aside, Sighting
from tongket.core.reading.sightings import numbers_of
from tongket.core.reading.tables.cells import cells_of, relate_cells, titles_of
from tongket.core.reading.tables.grid import grid_of
from tongket.core.reading.wording.bounds import bound_of
from tongket.core.reading.wording.clauses import clauses_of
from tongket.core.reading.wording.measures import measure_after
from tongket.core.reading.wording.sections import Outline
from tongket.core.reading.wording.subjects import inherit_subjects, subjects_of, tidy


def read(text: str, lexicon: Lexicon) -> Reading:
    """Read all numbers of a text: figures, and the rest with its class and reason.

    Every digit of the text stands in exactly one span. The figures carry value,
    measure, bound, subject, section, role and relations, each with its derivation;
    their indicators are left for others to suggest.
    """
    low = plain(text)
    outline = Outline(lexicon)
    seen: list[Sighting] = []
    others: list[Aside] = []
    foreign = False
    lines = stretches(text)
    titles = titles_of(lexicon)
    grid = grid_of(text, lines, titles)
    tables: dict[tuple[int, int], list[Sighting]] = {}
    for number, (start, end) in enumerate(lines):
        line = cut(text, low, start=start, end=end)
        row = grid.row(number)
        cells = cells_of(line, row, lexicon) if row is not None else []
        if row is not None:
            tables.setdefault(row.label, []).extend(cells)
        foreign = foreign or opens_other_news(line, lexicon)
        paths = outline.paths(line)
        found = list(numbers_of(line, lexicon, cells))
        fresh = part_pairs([one for one in found if isinstance(one, Sighting)], lexicon)
        others += [one for one in found if isinstance(one, Aside)]
        if foreign:
            others += [_foreign(one) for one in fresh]
            continue
        if not fresh:
            continue
        _read_line(line, fresh, lexicon)
        _place(fresh, paths)
        roles_of(fresh, seen, lexicon)
        seen += fresh
        subjects_of(fresh, lexicon)
    relate_cells(list(tables.values()), titles)
    parts_by_sum(seen)
    inherit_subjects(seen)
    others.sort(key=lambda aside: aside.start)
    names = {sighting: f"f{count}" for count, sighting in enumerate(seen, 1)}
    return Reading(
        text=text,
        figures=tuple(_figure(sighting, names) for sighting in seen),
        others=tuple(
            Token(Span(aside.start, aside.end), aside.token_class, aside.reason)
            for aside in others
        ),
    )


def _read_line(line: Line, seen: list[Sighting], lexicon: Lexicon) -> None:
    """Find measure, bound and clause of the numbers of one line."""
    for one in seen:
        if not one.settled:
            measure_after(one, lexicon)
            bound_of(one, lexicon)
    clauses_of(line, seen, lexicon)


def _place(seen: list[Sighting], paths: list[tuple[int, tuple[str, ...]]]) -> None:
    """Write the section path that each number of a line stands under."""
    at = 0
    for one in seen:
        while at + 1 < len(paths) and paths[at + 1][0] <= one.first:
            at += 1
        one.section = paths[at][1]


def _foreign(seen: Sighting) -> Aside:
    return Aside(seen.start, seen.end, TokenClass.PAGE_CHROME, "other_news")


def _figure(seen: Sighting, names: dict[Sighting, str]) -> Figure:
    text = seen.line.text
    return Figure(
        id=names[seen],
        span=Span(seen.start, seen.end),
        text=text[seen.start : seen.end],
        kind=seen.kind,
        value=seen.value,
        measure=seen.measure,
        bound=seen.bound,
        subject=tidy(seen.subject),
        section=seen.section,
        role=seen.role,
        value_max=seen.value_max,
        total=seen.total,
        of=names.get(seen.of) if seen.of is not None else None,
        sign=seen.sign,
        period=seen.period,
        quantum=seen.quantum,
        optional=seen.optional,
        certainty=seen.certainty,
        derivation=tuple(
            Step(rule, text[start:end], gave) for rule, start, end, gave in seen.steps
        ),
    )
