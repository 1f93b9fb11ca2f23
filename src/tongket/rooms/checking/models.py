"""Tables of checking: runs, what each saw, and what people set aside."""

from django.db import models
from django.db.models import Q


class Run(models.Model):
    """The checks went once over a document, beside a known state of the ledger."""

    document = models.ForeignKey("intake.Document", models.PROTECT, related_name="runs")
    ledger_head = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        to_field="username",
        db_column="run_by",
        db_index=False,
        related_name="+",
    )
    at = models.DateTimeField(db_column="run_at")

    def __str__(self) -> str:
        return f"{self.document_id} {self.at:%Y-%m-%d %H:%M}"


class Finding(models.Model):
    """A claim that a run saw, with its verdict."""

    run = models.ForeignKey(Run, models.PROTECT, related_name="findings")
    # The same from run to run, so that a waiver outlives the run it was given in.
    key = models.CharField(max_length=32)
    verdict = models.CharField(max_length=16)
    severity = models.CharField(max_length=16)
    claim = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "key"], name="a_run_sees_a_claim_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.verdict}"


class Waiver(models.Model):
    """A finding was set aside with a reason, or taken up again; the last row counts."""

    document = models.ForeignKey(
        "intake.Document", models.PROTECT, related_name="waivers"
    )
    key = models.CharField(max_length=32)
    stands = models.BooleanField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        to_field="username",
        db_column="waived_by",
        db_index=False,
        related_name="+",
    )
    at = models.DateTimeField(db_column="waived_at")

    class Meta:
        indexes = [
            models.Index(fields=["document", "key"], name="waivers_of_a_finding"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_waiver_gives_its_reason",
                condition=Q(stands=False) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.stands}"
