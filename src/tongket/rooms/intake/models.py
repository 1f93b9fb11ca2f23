"""Tables of intake: originals, documents, their figures, and the journal."""

from django.db import models
from django.db.models import Q


class Original(models.Model):
    """A file exactly as it came, named by the SHA-256 of its bytes.

    The bytes live in the database (docs/decisions/0006): one backup holds everything,
    and a row can never point at a file that is gone.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.sha256


class Document(models.Model):
    """An original as one department received it, with the text read out of it."""

    department = models.ForeignKey(
        "units.Unit",
        models.PROTECT,
        db_column="department",
        db_index=False,
        related_name="+",
    )
    unit = models.ForeignKey(
        "units.Unit", models.PROTECT, db_column="unit", related_name="+"
    )
    period = models.CharField(max_length=32)
    original = models.ForeignKey(
        Original, on_delete=models.PROTECT, related_name="documents"
    )
    name = models.CharField(max_length=255)
    format = models.CharField(max_length=10)
    text = models.TextField()
    places = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    others = models.JSONField(default=list)
    received_by = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        to_field="username",
        db_column="received_by",
        related_name="+",
    )
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["department", "original"],
                name="a_department_receives_a_file_once",
            ),
        ]
        indexes = [
            models.Index(fields=["department", "period"], name="documents_of_a_period"),
        ]

    def __str__(self) -> str:
        return self.name


class Figure(models.Model):
    """A figure as the reader proposed it; nothing here changes afterwards."""

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="figures"
    )
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    read = models.JSONField()
    first = models.JSONField()
    # How surely, in thousandths: whole numbers compare alike in every database.
    certainty = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"],
                name="a_document_numbers_its_figures_once",
            ),
        ]

    def __str__(self) -> str:
        return f"f{self.number}"


class Decision(models.Model):
    """A line of the journal: appended, never changed."""

    figure = models.ForeignKey(
        Figure, on_delete=models.PROTECT, related_name="decisions"
    )
    act = models.CharField(max_length=10)
    proposal = models.JSONField()
    entry = models.PositiveBigIntegerField(null=True)
    reason = models.TextField(default="", blank=True)
    by = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        to_field="username",
        db_column="decided_by",
        db_index=False,
        related_name="+",
    )
    at = models.DateTimeField(db_column="decided_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(act__in=["correct", "withdraw"]) | ~Q(reason=""),
                name="what_is_posted_changes_only_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(act__in=["post", "correct", "withdraw"])
                | Q(entry__isnull=False),
                name="what_touches_the_ledger_names_its_entry",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.figure_id}"
