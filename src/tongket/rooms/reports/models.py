"""The table of deliveries: what left the house, exactly as it left."""

from django.db import models

from tongket.core.nouns.delivery import FileForm


class Delivery(models.Model):
    """A file that was delivered. Rows are added, never changed: the file is out."""

    department = models.ForeignKey(
        "units.Unit", models.PROTECT, db_column="department", related_name="+"
    )
    period = models.CharField(max_length=32)
    kind = models.CharField(max_length=32)
    form = models.CharField(
        max_length=8, choices=[(form.value, form.value) for form in FileForm]
    )
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField()
    facts = models.PositiveIntegerField()
    # How far the department's chain had come: the same facts can be composed again.
    head = models.CharField(max_length=64, blank=True)
    position = models.PositiveBigIntegerField()
    # An account's name, or "tongket" for the program itself.
    by = models.CharField(max_length=150, db_column="delivered_by")
    at = models.DateTimeField(db_column="delivered_at")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_delivered_file_is_not_empty", condition=models.Q(size__gt=0)
            ),
            models.CheckConstraint(
                name="a_delivery_names_who_made_it", condition=~models.Q(by="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.sha256[:12]}"
