"""The tables of the ledger. Rows are inserted, never changed, never deleted."""

from django.db import models
from django.db.models import F, Q

from tongket.core.nouns.entry import Aspect, EntryKind, SourceKind
from tongket.core.nouns.figure import Bound

# Amounts are kept as plain decimal text ("1100.5"): SQLite has no exact decimals, and a
# seal must come out the same on every database.
AMOUNT = 60


class Chain(models.Model):
    """The chain of one department. Its row is what a post locks."""

    department = models.OneToOneField(
        "units.Unit", models.PROTECT, primary_key=True, related_name="+"
    )
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.department_id)


class Entry(models.Model):
    """One appended row: the columns of core.nouns.entry.Entry."""

    number = models.BigAutoField(primary_key=True)
    # Without an index of its own: the positions of a chain have one.
    department = models.ForeignKey(
        Chain,
        models.PROTECT,
        db_column="department",
        db_index=False,
        related_name="entries",
    )
    position = models.PositiveBigIntegerField()

    unit = models.ForeignKey(
        "units.Unit", models.PROTECT, db_column="unit", related_name="+"
    )
    period = models.CharField(max_length=32)
    indicator = models.CharField(max_length=32)
    # Pairs in the order of their names, as JSON.
    breakdown = models.TextField(default="[]")
    kind = models.CharField(max_length=16)
    aspect = models.CharField(max_length=16)

    value = models.CharField(max_length=AMOUNT, blank=True)
    value_max = models.CharField(max_length=AMOUNT, blank=True)
    total = models.CharField(max_length=AMOUNT, blank=True)
    bound = models.CharField(max_length=16)
    sign = models.CharField(max_length=1, blank=True)
    displayed = models.TextField()
    measure = models.TextField(blank=True)
    label = models.TextField(blank=True)

    source_kind = models.CharField(max_length=16)
    source_reference = models.CharField(max_length=250)
    span_start = models.PositiveIntegerField(null=True)
    span_end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)

    by = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        to_field="username",
        db_column="posted_by",
        db_index=False,
        related_name="+",
    )
    at = models.DateTimeField(db_column="posted_at")
    # Unique by the constraint below, which has a name to be refused by.
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        db_column="replaces",
        db_index=False,
        related_name="corrections",
    )
    reason = models.TextField(blank=True)
    withdrawn = models.BooleanField(default=False)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(
                fields=["indicator", "department", "period"],
                name="entries_of_an_indicator",
            ),
            models.Index(fields=["department", "period"], name="entries_of_a_period"),
            models.Index(fields=["source_reference"], name="entries_of_a_source"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="a_position_is_taken_once", fields=["department", "position"]
            ),
            models.UniqueConstraint(
                name="an_entry_is_corrected_once", fields=["replaces"]
            ),
            models.CheckConstraint(
                name="positions_count_from_one", condition=Q(position__gte=1)
            ),
            models.CheckConstraint(
                name="a_chain_begins_with_nothing_before_it",
                condition=Q(position=1, previous_hash="0" * 64)
                | Q(position__gt=1) & ~Q(previous_hash="0" * 64),
            ),
            models.CheckConstraint(
                name="a_correction_gives_its_reason",
                condition=Q(replaces__isnull=True) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="only_a_correction_gives_a_reason",
                condition=Q(replaces__isnull=False) | Q(reason=""),
            ),
            models.CheckConstraint(
                name="only_a_correction_takes_a_value_back",
                condition=Q(replaces__isnull=False) | Q(withdrawn=False),
            ),
            models.CheckConstraint(
                name="a_correction_comes_after_what_it_corrects",
                condition=Q(replaces__isnull=True) | Q(replaces__lt=F("number")),
            ),
            models.CheckConstraint(
                name="only_a_vague_entry_has_no_value",
                condition=~Q(value="") | Q(bound=Bound.VAGUE.value),
            ),
            models.CheckConstraint(
                name="a_span_begins_before_it_ends",
                condition=Q(span_start__isnull=True, span_end__isnull=True)
                | Q(span_start__lt=F("span_end")),
            ),
            models.CheckConstraint(
                name="an_entry_names_its_source",
                condition=~Q(source_reference=""),
            ),
            models.CheckConstraint(
                name="an_entry_is_of_a_known_kind",
                condition=Q(kind__in=[kind.value for kind in EntryKind]),
            ),
            models.CheckConstraint(
                name="an_entry_says_a_known_aspect",
                condition=Q(aspect__in=[aspect.value for aspect in Aspect]),
            ),
            models.CheckConstraint(
                name="an_entry_has_a_known_bound",
                condition=Q(bound__in=[bound.value for bound in Bound]),
            ),
            models.CheckConstraint(
                name="a_source_is_of_a_known_kind",
                condition=Q(source_kind__in=[kind.value for kind in SourceKind]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.department_id} · {self.indicator} {self.period}"


class Checkpoint(models.Model):
    """A seal over the heads of all chains, itself a link of a chain of checkpoints."""

    number = models.PositiveBigIntegerField(primary_key=True)
    # [department, position, number, hash] of the last entry of each chain, as JSON.
    heads = models.TextField()
    by = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        to_field="username",
        db_column="sealed_by",
        db_index=False,
        related_name="+",
    )
    at = models.DateTimeField(db_column="sealed_at")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                name="checkpoints_count_from_one", condition=Q(number__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.hash[:12]}"
