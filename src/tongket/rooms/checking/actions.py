"""What people do at checking: run the checks, set a finding aside, take it up again."""

from datetime import datetime

from django.db import transaction

from tongket.content.refusal import Refusal
from tongket.core.checks.check import check
from tongket.core.nouns.plain import as_plain
from tongket.rooms.checking import models, queries
from tongket.rooms.checking.knowing import head_of, key_of, known_for
from tongket.rooms.intake import queries as intake


class NoSuchFinding(Refusal):
    """The last run of the checks saw no such finding in the document."""

    code = "checking_no_such_finding"


class WaiverWithoutReason(Refusal):
    """A finding is set aside only with a reason."""

    code = "checking_waiver_without_reason"


@transaction.atomic
def run(*, document: int, by: str, at: datetime) -> int:
    """Check a document beside what the ledger holds now; return how many claims it has.

    Earlier runs stay readable. Waivers are kept where code, place and verdict of the
    finding are the same as before.
    """
    received, reading, figures = intake.opened(document)
    claims = check(reading, known_for(received, figures))
    row = models.Run.objects.create(
        document_id=document,
        ledger_head=head_of(received.department),
        by_id=by,
        at=at,
    )
    by_key = {key_of(claim): claim for claim in claims}
    models.Finding.objects.bulk_create(
        models.Finding(
            run=row,
            key=key,
            verdict=claim.verdict.value,
            severity=claim.severity.value,
            claim=as_plain(claim),
        )
        for key, claim in by_key.items()
    )
    return len(by_key)


@transaction.atomic
def waive(*, document: int, finding: str, reason: str, by: str, at: datetime) -> None:
    """Set a finding aside with a *reason*.

    Raises `NoSuchFinding`, and `WaiverWithoutReason` for an empty reason.
    """
    _note(document, finding, reason.strip(), by=by, at=at)


@transaction.atomic
def take_up_again(*, document: int, finding: str, by: str, at: datetime) -> None:
    """Undo a waiver: the finding wants a look again. Raises `NoSuchFinding`."""
    _note(document, finding, None, by=by, at=at)


def _note(
    document: int, finding: str, reason: str | None, *, by: str, at: datetime
) -> None:
    if finding not in {each.key for each in queries.findings(document)}:
        raise NoSuchFinding(finding=finding)
    if reason == "":
        raise WaiverWithoutReason
    models.Waiver.objects.create(
        document_id=document,
        key=finding,
        stands=reason is not None,
        reason=reason or "",
        by_id=by,
        at=at,
    )
