"""What people do with reports: deliver them."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from tongket.core.nouns.delivery import DeliveredFile, FileForm
from tongket.rooms.ledger import actions as ledger
from tongket.rooms.people import queries as people
from tongket.rooms.reports import asking, models, rows
from tongket.rooms.reports.composing import composed, file_of, has_figures
from tongket.rooms.reports.refusals import (
    KindDoesNotFit,
    NoSuchForm,
    NoSuchKind,
    NotADepartment,
    NothingToReport,
)

__all__ = [
    "KindDoesNotFit",
    "NoSuchForm",
    "NoSuchKind",
    "NotADepartment",
    "NothingToReport",
    "deliver",
]


@transaction.atomic
def deliver(
    *, unit: str, period: str, kind: str, to: str, by: str, at: datetime
) -> DeliveredFile:
    """Compose a report as the ledger stands, keep its file, and return both.

    `to` is "docx", "pdf" or "html". The report carries the date of *at*; its number is
    left open for the clerk. What was delivered is kept byte by byte, with the head of
    the department's chain. The ledger is sealed by a checkpoint when *by* has an
    account; what the program delivers by itself nobody signs. Raises NoSuchUnit,
    NotADepartment, UnknownPeriod, NoSuchKind, KindDoesNotFit, NoSuchForm,
    NothingToReport.
    """
    if to not in {form.value for form in FileForm}:
        raise NoSuchForm(form=to)
    form = FileForm(to)
    day = timezone.localdate(at)
    request = asking.asked(unit, period, kind, on=day)
    if not has_figures(request):
        raise NothingToReport(
            unit=request.name, period=request.called(request.period.code)
        )
    if people.person(by) is not None:
        # Numbers that leave the house must not be cut off the ledger unseen.
        ledger.checkpoint(by=by, at=at)
    beginning = asking.kinds()[kind]["file"]
    made = composed(request, issued=day)
    content, delivered = file_of(made, form, at=at)
    row = models.Delivery.objects.create(
        department_id=request.department,
        period=request.period.code,
        kind=kind,
        form=form.value,
        name=f"{beginning}-{request.department}-{request.period.code}.{form.value}",
        sha256=sha256(content).hexdigest(),
        size=len(content),
        content=content,
        facts=len(delivered.facts),
        head=delivered.origin.head,
        position=delivered.origin.position,
        by=by,
        at=at,
    )
    return DeliveredFile(rows.value_of(row), content)
