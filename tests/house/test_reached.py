"""The core's tests reach its branches, engine by engine."""

from tools.reached import FLOORS, below, reached


def summary(covered: int, statements: int) -> dict[str, dict[str, int]]:
    return {
        "summary": {
            "covered_lines": covered,
            "num_statements": statements,
            "covered_branches": 0,
            "num_branches": 0,
        }
    }


def test_what_is_reached_is_counted_by_engine() -> None:
    found = reached(
        {
            "src/tongket/core/nouns/span.py": summary(4, 4),
            "src/tongket/core/nouns/unit.py": summary(5, 6),
            "src/tongket/core/reading/read.py": summary(7, 7),
        }
    )

    assert found["nouns"] == (9, 10)
    assert found["reading"] == (7, 7)


def test_an_engine_below_its_floor_is_named() -> None:
    whole = dict.fromkeys(FLOORS, (1000, 1000))

    assert below(whole) == []
    assert below(whole | {"nouns": (999, 1000)}) == [
        "nouns: 999 of 1000 reached, less than 100 %"
    ]
