"""Who may do what: the table of verbs per role."""

from functools import cache

from tongket.content.loader import load
from tongket.core.nouns.person import Role


@cache
def verbs_of(role: Role) -> frozenset[str]:
    """Return the verbs that *role* may do ("figures.confirm", …)."""
    return frozenset(
        verb
        for verb, row in load("people/roles.yaml")["verbs"].items()
        if role.value in row["roles"]
    )


def role_name(role: Role, language: str = "vi") -> str:
    """Return the name of *role* as pages show it, in "vi" or "en"."""
    name: str = load("people/roles.yaml")["roles"][role.value][language]
    return name


def verb_name(verb: str, language: str = "vi") -> str:
    """Return what *verb* lets somebody do, in "vi" or "en". KeyError: no such verb."""
    name: str = load("people/roles.yaml")["verbs"][verb][language]
    return name
