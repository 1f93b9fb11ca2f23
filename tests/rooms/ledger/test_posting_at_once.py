"""Two people who post at once both succeed, one after the other."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection, transaction

from tests.cast import AT, BEN_TRE, KIEN_GIANG, drafts
from tongket.rooms.ledger import actions, queries, sealing

PEOPLE = 4
ROUNDS = 5


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Do all *deeds* at the same moment, each in its own thread and connection."""
    start = threading.Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> object:
        start.wait()
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as people:
        return [each.result() for each in [people.submit(do, deed) for deed in deeds]]


def posting(person: int, department: str = BEN_TRE) -> Callable[[], object]:
    """Return the deed of posting a few entries, several times."""

    def post() -> None:
        for turn in range(ROUNDS):
            start = 1000 * person + 10 * turn
            actions.post(
                drafts=drafts(3, start=start, department=department), by="binh", at=AT
            )

    return post


def test_those_who_post_into_one_department_take_their_turn(a_database: str) -> None:
    at_once(*(posting(person) for person in range(PEOPLE)))

    found = queries.verify()

    assert (found.whole, found.entries, found.chains) == (True, 3 * PEOPLE * ROUNDS, 1)


def test_a_posting_stays_together(a_database: str) -> None:
    at_once(*(posting(person) for person in range(PEOPLE)))

    values = [int(each.draft.value) for each in queries.entries(department=BEN_TRE)]
    threes = [values[start : start + 3] for start in range(0, len(values), 3)]

    assert all(b - a == c - b == 1 for a, b, c in threes)


def test_departments_post_side_by_side(a_database: str) -> None:
    at_once(posting(1, BEN_TRE), posting(2, KIEN_GIANG), posting(3, "cao-bang"))

    found = queries.verify()

    assert (found.whole, found.entries, found.chains) == (True, 9 * ROUNDS, 3)


def test_one_department_does_not_wait_for_another(a_database: str) -> None:
    if a_database == "sqlite":
        # One file, one writer: what matters there is that nobody fails.
        at_once(posting(1, BEN_TRE), posting(2, KIEN_GIANG))
        assert queries.verify().whole
        return

    with transaction.atomic():
        actions.post(drafts=drafts(1), by="binh", at=AT)
        at_once(posting(2, KIEN_GIANG))

    assert queries.count(department=KIEN_GIANG) == 3 * ROUNDS


def test_only_one_of_two_corrections_of_an_entry_succeeds(a_database: str) -> None:
    actions.post(drafts=drafts(1), by="binh", at=AT)

    def correct(value: int) -> Callable[[], object]:
        said = replace(drafts(1)[0], value=Decimal(value))

        def deed() -> str:
            try:
                actions.correct(entry=1, draft=said, reason="nhầm", by="binh", at=AT)
            except actions.AlreadyCorrected:
                return "refused"
            return "corrected"

        return deed

    outcomes = at_once(*(correct(value) for value in range(PEOPLE)))

    assert sorted(outcomes) == ["corrected"] + ["refused"] * (PEOPLE - 1)
    assert queries.verify().whole


def test_the_same_words_posted_by_two_people_at_once_stand_once(
    a_database: str,
) -> None:
    def deed() -> str:
        try:
            actions.post(drafts=drafts(2), by="binh", at=AT)
        except actions.AlreadyPosted:
            return "refused"
        return "posted"

    outcomes = at_once(deed, deed, deed)

    assert sorted(outcomes) == ["posted", "refused", "refused"]


def test_checkpoints_made_at_once_follow_each_other(a_database: str) -> None:
    actions.post(drafts=drafts(1), by="binh", at=AT)

    def seal(person: int) -> Callable[[], object]:
        def deed() -> None:
            posting(person, ("cao-bang", "thanh-hoa", "da-nang")[person])()
            actions.checkpoint(by="binh", at=AT)

        return deed

    at_once(*(seal(person) for person in range(3)))

    found = queries.verify()
    assert found.whole
    assert 1 <= found.checkpoints <= 3


@pytest.mark.parametrize(
    "kind", [pytest.param("postgresql", marks=pytest.mark.postgresql)]
)
def test_who_is_overtaken_while_sealing_seals_after_the_other(
    a_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.post(drafts=drafts(1), by="binh", at=AT)
    look = sealing.current_heads
    others = iter([lambda: actions.checkpoint(by="hoa", at=AT)])

    def overtaken() -> list[list[object]]:
        heads = look()
        for other in others:
            at_once(other)
        return heads

    monkeypatch.setattr(sealing, "current_heads", overtaken)

    sealed = actions.checkpoint(by="binh", at=AT)

    assert (sealed.number, sealed.by) == (1, "hoa")
    assert queries.verify().whole
