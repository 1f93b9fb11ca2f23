"""The table of units."""

from django.db import models

from tongket.core.nouns.unit import UnitKind


class Unit(models.Model):
    """An organisation that reports, from one day to another."""

    # The code is for ever: entries, documents and reports are signed with it.
    code = models.CharField(primary_key=True, max_length=64)
    name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=120, blank=True)
    kind = models.CharField(
        max_length=16, choices=[(kind.value, kind.value) for kind in UnitKind]
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    province = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="a_unit_begins_before_it_ends",
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
            ),
            models.CheckConstraint(
                name="a_merged_unit_has_a_last_day",
                condition=models.Q(merged_into__isnull=True)
                | models.Q(valid_to__isnull=False),
            ),
            models.CheckConstraint(
                name="a_unit_is_not_its_own_parent",
                condition=~models.Q(parent=models.F("code")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
