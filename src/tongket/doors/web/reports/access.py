"""Who may deliver: a role that may, in the department whose report it is."""

from django.http import HttpRequest

from tongket.rooms.units import queries as units


def may(request: HttpRequest, verb: str, department: str) -> bool:
    """Tell whether the person may do *verb* to what belongs to *department*.

    Whoever belongs to no unit works for all departments, as far as the role allows.
    """
    if not request.user.has_perm(verb):
        return False
    unit = getattr(request.user, "unit_id", None)
    own = units.department_of(unit) if unit else None
    return own is None or own.code == department
