"""The tables of people: accounts, and the journal of what was done to them."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from tongket.content.roles import verbs_of
from tongket.core.nouns.person import Role


class Person(AbstractBaseUser):
    """Somebody with an account. Accounts are closed, never deleted."""

    # Entries are signed with it, so that it is never changed.
    username = models.CharField(max_length=150, unique=True)
    full_name = models.CharField(max_length=150)
    unit = models.ForeignKey(
        "units.Unit", models.PROTECT, null=True, blank=True, related_name="+"
    )
    post = models.CharField(max_length=120, blank=True)
    role = models.CharField(
        max_length=16,
        choices=[(role.value, role.value) for role in Role],
        default=Role.VIEWER.value,
    )
    language = models.CharField(
        max_length=2, choices=[("vi", "vi"), ("en", "en")], default="vi"
    )
    is_active = models.BooleanField(default=True)

    objects = BaseUserManager["Person"]()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                name="a_person_has_a_name", condition=~models.Q(full_name="")
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """Return the name that pages show."""
        return self.full_name

    def has_perm(self, verb: str, obj: Any = None) -> bool:  # noqa: ARG002 - Django's
        """Tell whether the person's role may do *verb* ("figures.confirm")."""
        return self.is_active and verb in verbs_of(Role(self.role))

    def has_perms(self, verbs: list[str], obj: Any = None) -> bool:
        """Tell whether the person's role may do all of *verbs*."""
        return all(self.has_perm(verb, obj) for verb in verbs)


class Change(models.Model):
    """Something done to an account: who did what, when."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="changes")
    verb = models.CharField(max_length=32)
    value = models.CharField(max_length=150, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.verb} {self.value}"
