"""Whatever a ledger holds, every number of the report can be traced and recomputed."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.composing.cast import INDICATORS, entry, report
from tongket.core.composing.arithmetic import agrees, disproofs
from tongket.core.nouns.entry import Aspect, Entry, EntryKind
from tongket.core.nouns.figure import Bound
from tongket.core.nouns.paper import Fact, Heading, Inline, Paper, Table, Words

# Seven promises over ledgers of some dozen entries: enough, and still quick.
QUICK = settings(max_examples=40)
AMOUNTS = st.one_of(
    st.integers(0, 12).map(Decimal),
    st.integers(0, 10**13).map(Decimal),
    st.integers(0, 10**6).map(lambda cents: Decimal(cents) / 100),
)
BREAKDOWNS = st.sampled_from(
    [(), (), (("cấp quản lý", "tỉnh"),), (("xếp loại", "Xuất sắc"),)]
)


SLOTS = (
    ("2019", EntryKind.ACTUAL),
    ("2019", EntryKind.PLAN),
    ("2018", EntryKind.ACTUAL),
    ("2019", EntryKind.CUMULATIVE),
    ("2020", EntryKind.PLAN),
    ("2019-H1", EntryKind.ACTUAL),
    ("2019-H2", EntryKind.ACTUAL),
    ("2019", EntryKind.ESTIMATE),
)
USUAL = {"breakdown": (), "aspect": Aspect.LEVEL, "bound": Bound.EXACT}
ODD = st.fixed_dictionaries(
    {
        "breakdown": BREAKDOWNS,
        "aspect": st.sampled_from(Aspect),
        "bound": st.sampled_from([Bound.EXACT, Bound.MORE]),
        "unit": st.sampled_from(["an-binh", "trung-tam"]),
        "sign": st.sampled_from([None, "+", "-", "="]),
        "total": st.one_of(st.none(), AMOUNTS),
    }
)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Entry]:
    """Draw entries of An Bình: for some indicators their plans, pasts and totals."""
    drawn: list[Entry] = []
    codes = draw(st.lists(st.sampled_from(sorted(INDICATORS)), min_size=1, max_size=4))
    for code in codes:
        usual = SLOTS[: draw(st.integers(1, 3))]
        other = draw(st.lists(st.sampled_from(SLOTS), max_size=3))
        for period, kind in (*usual, *other):
            value = draw(AMOUNTS)
            details = draw(st.one_of(st.just(USUAL), st.just(USUAL), ODD))
            drawn.append(
                entry(
                    len(drawn) + 1,
                    code,
                    f"{value:f}",
                    period=period,
                    kind=kind,
                    **details,
                )
            )
    return drawn


def inlines(paper: Paper) -> list[Inline]:
    """Return every part of the text of a paper, tables included."""
    parts: list[Inline] = []
    for block in paper.blocks:
        if isinstance(block, Table):
            # The first cell of a row is its running number.
            parts += [p for row in block.rows for cell in row[1:] for p in cell.parts]
        elif not isinstance(block, Heading):
            parts += block.parts
    return parts


def bare_digits(paper: Paper) -> str:
    """Return the words outside facts without what may hold digits there."""
    words = " ".join(part.text for part in inlines(paper) if isinstance(part, Words))
    words = re.sub(r"\d{2}/\d{1,2}/\d{4}", "", words)
    return re.sub(r"năm \d{4}", "", words)


@QUICK
@given(ledgers())
def test_every_digit_is_in_a_fact_or_in_a_date(entries: list[Entry]) -> None:
    words = bare_digits(report(*entries))

    assert not re.search(r"\d", words), words


@QUICK
@given(ledgers())
def test_every_fact_is_bound_to_entries_that_exist(entries: list[Entry]) -> None:
    numbers = {each.number for each in entries}

    for fact in report(*entries).facts:
        assert fact.entries
        assert set(fact.entries) <= numbers
        assert {n for group in fact.operands for n in group} == set(fact.entries)


@QUICK
@given(ledgers())
def test_computing_the_facts_again_gives_what_is_printed(entries: list[Entry]) -> None:
    by_number = {each.number: each for each in entries}

    assert disproofs(report(*entries).facts, by_number) == ()


@QUICK
@given(ledgers())
def test_the_facts_of_a_paper_are_those_in_its_text_in_order(
    entries: list[Entry],
) -> None:
    paper = report(*entries)

    told = tuple(part for part in inlines(paper) if isinstance(part, Fact))

    assert told == paper.facts
    assert [fact.key for fact in told] == [f"n{n}" for n in range(1, len(told) + 1)]


@QUICK
@given(ledgers())
def test_the_same_ledger_gives_the_same_paper_in_any_order(
    entries: list[Entry],
) -> None:
    forwards, backwards = report(*entries), report(*reversed(entries))

    assert {fact.text for fact in forwards.facts} == {
        fact.text for fact in backwards.facts
    }


@QUICK
@given(ledgers(), st.data())
def test_a_number_changed_by_one_is_disproved(
    entries: list[Entry], data: st.DataObject
) -> None:
    facts = [f for f in report(*entries).facts if f.text.isdecimal()]
    if not facts:
        return
    fact = data.draw(st.sampled_from(facts))
    by_number = {each.number: each for each in entries}

    other = Fact(
        fact.key,
        str(int(fact.text) + 2),
        fact.entries,
        rule=fact.rule,
        operands=fact.operands,
    )

    assert not agrees(other, by_number)


@QUICK
@given(ledgers())
def test_points_are_never_called_per_cent(entries: list[Entry]) -> None:
    """A difference of two percentages carries no per cent sign of its own."""
    by_number = {each.number: each for each in entries}
    for fact in report(*entries).facts:
        measures = {by_number[number].draft.measure for number in fact.entries}
        if fact.rule == "difference" and measures == {"%"}:
            assert "%" not in fact.text
