"""Rows of the reports room as values."""

from tongket.core.nouns.delivery import Delivery, FileForm
from tongket.rooms.reports import models


def value_of(row: models.Delivery) -> Delivery:
    """Return a stored delivery as a value."""
    return Delivery(
        number=row.pk,
        department=row.department_id,
        period=row.period,
        kind=row.kind,
        form=FileForm(row.form),
        name=row.name,
        sha256=row.sha256,
        size=row.size,
        facts=row.facts,
        head=row.head,
        position=row.position,
        by=row.by,
        at=row.at,
    )
