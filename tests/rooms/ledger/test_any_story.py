"""Whatever is posted, corrected, withdrawn and sealed, in any order: the ledger holds."""

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from django.db import connection, transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.cast import AT, BEN_TRE, KIEN_GIANG, drafts
from tests.databases import lift_guards
from tongket.core.nouns.entry import Draft
from tongket.core.nouns.seal import Fault
from tongket.rooms.ledger import actions, queries
from tongket.rooms.ledger.drafts import occasion

TAMPERING = ("value = '777'", "label = 'khác'", "posted_by = 'lan'", "hash = 'f'")
departments = st.sampled_from([BEN_TRE, KIEN_GIANG])
# Few places and few numbers, so that the same words come up again.
places = st.integers(0, 5)
figures = st.decimals(0, 3, places=1)


@dataclass
class Told:
    """What the story says of one entry: an account kept by simpler means."""

    number: int
    draft: Draft
    stands: bool = True
    withdrawal: bool = False


class Story(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.told: list[Told] = []
        self.sealed = 0
        self.story = transaction.atomic()
        self.story.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.story.__exit__(None, None, None)

    @rule(
        department=departments,
        where=st.lists(places, min_size=1, max_size=3),
        figure=figures,
    )
    def post(self, department: str, where: list[int], figure: Decimal) -> None:
        said = [
            replace(draft, value=figure)
            for place in where
            for draft in drafts(1, start=place, department=department)
        ]
        occasions = [occasion(draft) for draft in said]
        repeats = len(set(occasions)) < len(occasions) or any(
            occasion(each.draft) in occasions for each in self.told if each.stands
        )

        if repeats:
            with pytest.raises(actions.AlreadyPosted), transaction.atomic():
                actions.post(drafts=said, by="binh", at=AT)
        else:
            posted = actions.post(drafts=said, by="binh", at=AT)
            self.told += [Told(each.number, each.draft) for each in posted]

    @precondition(lambda story: story.told)
    @rule(which=st.integers(0, 99), figure=figures, takes_back=st.booleans())
    def correct(self, which: int, figure: Decimal, *, takes_back: bool) -> None:
        old = self.told[which % len(self.told)]
        said = replace(old.draft, value=figure)

        def deed():
            if takes_back:
                return actions.withdraw(
                    entry=old.number, reason="nhầm", by="hoa", at=AT
                )
            return actions.correct(
                entry=old.number, draft=said, reason="nhầm", by="hoa", at=AT
            )

        if old.stands:
            new = deed()
            old.stands = False
            self.told.append(Told(new.number, new.draft, not takes_back, takes_back))
        else:
            refusal = (
                actions.AlreadyWithdrawn if old.withdrawal else actions.AlreadyCorrected
            )
            with pytest.raises(refusal), transaction.atomic():
                deed()

    @precondition(lambda story: story.told)
    @rule()
    def seal(self) -> None:
        self.sealed = actions.checkpoint(by="binh", at=AT).number

    @precondition(lambda story: story.told)
    @rule(which=st.integers(0, 99), change=st.sampled_from(TAMPERING))
    def tampering_is_found_where_it_was_done(self, which: int, change: str) -> None:
        number = self.told[which % len(self.told)].number
        with transaction.atomic(), connection.cursor() as cursor:
            lift_guards(connection)
            cursor.execute(f"UPDATE ledger_entry SET {change} WHERE number = {number}")  # noqa: S608 - our own words
            broken = queries.verify().broken
            transaction.set_rollback(True)

        assert (broken.fault, broken.entry) == (Fault.CHANGED, number)

    @invariant()
    def it_is_whole(self) -> None:
        found = queries.verify()

        assert found.whole
        assert (found.entries, found.checkpoints) == (len(self.told), self.sealed)

    @invariant()
    def what_stands_is_what_was_told(self) -> None:
        standing = {entry.number: entry.draft for entry in queries.entries()}

        assert standing == {
            each.number: each.draft for each in self.told if each.stands
        }

    @invariant()
    def every_history_ends_in_what_stands_or_was_taken_back(self) -> None:
        for each in self.told[:3]:
            last = queries.history(each.number)[-1]
            assert last.withdrawn or last.number in {
                one.number for one in self.told if one.stands
            }


def test_the_ledger_holds_whatever_is_done(cast: None) -> None:
    run_state_machine_as_test(
        Story, settings=settings(max_examples=25, stateful_step_count=15)
    )
