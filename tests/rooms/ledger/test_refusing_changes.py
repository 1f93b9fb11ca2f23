"""The database itself refuses to change what was posted."""

import pytest
from django.core import checks
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.cast import AT, drafts
from tests.databases import lift_guards
from tongket.rooms.ledger import actions, guards, models, queries

CHANGES = {
    "an entry's value": "UPDATE ledger_entry SET value = '51' WHERE number = 1",
    "an entry's hash": "UPDATE ledger_entry SET hash = previous_hash",
    "nothing at all": "UPDATE ledger_entry SET value = value WHERE number = 1",
    "a checkpoint": "UPDATE ledger_checkpoint SET hash = previous_hash",
    "a chain": "UPDATE ledger_chain SET department_id = 'kien-giang'",
}
DELETIONS = {
    "an entry": "DELETE FROM ledger_entry WHERE number = 2",
    "all entries": "DELETE FROM ledger_entry",
    "a checkpoint": "DELETE FROM ledger_checkpoint",
    "a chain": "DELETE FROM ledger_chain",
}
# The ways round an ordinary trigger that each database has.
BYPASSES = {
    "sqlite": (
        "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry WHERE number = 1",
        "REPLACE INTO ledger_checkpoint SELECT * FROM ledger_checkpoint",
        "UPDATE OR IGNORE ledger_entry SET value = '51'",
    ),
    "postgresql": (
        (
            "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE number = 1"
            " ON CONFLICT (number) DO UPDATE SET value = '51'"
        ),
        "TRUNCATE ledger_entry CASCADE",
        "SET LOCAL session_replication_role = replica; DELETE FROM ledger_entry",
    ),
}


@pytest.fixture(autouse=True)
def posted(a_database: str) -> str:
    actions.post(drafts=drafts(2), by="binh", at=AT)
    actions.checkpoint(by="binh", at=AT)
    return a_database


def refused(statement: str) -> str:
    """Return the sentence that the database refuses *statement* with."""
    with (
        pytest.raises(DatabaseError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    return str(refusal.value)


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_a_change_is_refused_with_what_to_do_instead(statement: str) -> None:
    assert "append a correction with its reason" in refused(statement)
    assert queries.verify().whole


@pytest.mark.parametrize("statement", DELETIONS.values(), ids=DELETIONS)
def test_a_deletion_is_refused_with_what_to_do_instead(statement: str) -> None:
    assert "append a correction with its reason" in refused(statement)
    assert queries.count() == 2


def test_the_ways_round_a_trigger_are_closed(posted: str) -> None:
    for statement in BYPASSES[posted]:
        assert "append a correction with its reason" in refused(statement)


def test_the_system_check_names_a_missing_guard(posted: str) -> None:
    name = guards._names(posted, "ledger_entry")[0]
    on = " ON ledger_entry" if posted == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")

    found = checks.run_checks(tags=[checks.Tags.database], databases=["default"])

    assert [(check.id, name in check.msg) for check in found] == [("ledger.E001", True)]
    assert not queries.is_guarded()


def test_missing_guards_are_laid_again_and_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    lift_guards(connection)

    laid = actions.guard(by="quan-tri", at=AT)

    assert "append a correction" in refused("DELETE FROM ledger_entry")
    assert all(name in caplog.text for name in ("quan-tri", *laid))


def test_guards_that_stand_are_left_alone() -> None:
    assert actions.guard(by="quan-tri", at=AT) == ()


def test_a_correction_without_a_reason_is_refused_by_name() -> None:
    row = models.Entry.objects.get(pk=2)
    row.pk, row.position, row.replaces_id, row.previous_hash = 9, 3, 1, row.hash

    with (
        pytest.raises(IntegrityError, match="a_correction_gives_its_reason"),
        transaction.atomic(),
    ):
        row.save(force_insert=True)
