"""The codes of periods: what a period is made of, and the one a year before."""

import re

_CODE = re.compile(r"(\d{4})(-(?:H[12]|9M|Q[1-4]|M(?:0[1-9]|1[0-2])))?")
_PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "": (("-H1", "-H2"), ("-Q1", "-Q2", "-Q3", "-Q4"), ("-9M", "-Q4")),
    "-9M": (("-H1", "-Q3"), ("-Q1", "-Q2", "-Q3")),
    "-H1": (("-Q1", "-Q2"),),
    "-H2": (("-Q3", "-Q4"),),
    "-Q1": (("-M01", "-M02", "-M03"),),
    "-Q2": (("-M04", "-M05", "-M06"),),
    "-Q3": (("-M07", "-M08", "-M09"),),
    "-Q4": (("-M10", "-M11", "-M12"),),
}


def year_of(code: str) -> str:
    """Return the code of the year that a period lies in; spans of years: themselves.

    >>> year_of("2018-H1")
    '2018'
    """
    found = _CODE.fullmatch(code)
    return found[1] if found else code


def year_before(code: str) -> str | None:
    """Return the same period of the year before (cùng kỳ); None for a span of years.

    >>> year_before("2018-H1")
    '2017-H1'
    """
    found = _CODE.fullmatch(code)
    return f"{int(found[1]) - 1}{found[2] or ''}" if found else None


def partitions(code: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways in which shorter periods make up *code*, coarsest first.

    >>> partitions("2018-H1")
    (('2018-Q1', '2018-Q2'),)
    """
    found = _CODE.fullmatch(code)
    if found is None:
        return ()
    ways = _PARTS.get(found[2] or "", ())
    return tuple(tuple(found[1] + part for part in way) for way in ways)
