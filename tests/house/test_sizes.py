"""Files, functions and templates stay small enough to read in one sitting."""

from tests.house.measures import allowed, sizes


def test_nothing_is_larger_than_its_gate() -> None:
    exceptions = allowed()

    over = [
        f"{size.place}: {size.lines} {size.limit}, the gate is {size.gate}: split it by noun"
        for size in sizes()
        if size.is_over and size.lines > exceptions.get((size.place, size.limit), 0)
    ]

    assert not over, "\n".join(over)


def test_exceptions_are_still_needed() -> None:
    measured = {(size.place, size.limit): size for size in sizes()}

    idle = [
        f"{place} ({limit}): the exception is no longer needed, take it out"
        for (place, limit), lines in allowed().items()
        if (size := measured.get((place, limit))) is None
        or not size.is_over
        or size.lines < lines
    ]

    assert not idle, "\n".join(idle)
