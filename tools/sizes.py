"""Print the measured sizes beside their gates: `make sizes`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.house.measures import sizes


def main() -> None:
    """Print, per limit, the median, the 95th percentile, the gate and the largest."""
    found = list(sizes())
    for limit in sorted({size.limit for size in found}):
        rows = sorted(
            (size for size in found if size.limit == limit), key=lambda s: s.lines
        )
        middle, high = rows[len(rows) // 2].lines, rows[int(len(rows) * 0.95)].lines
        print(f"{limit:15} median {middle:4}  p95 {high:4}  gate {rows[0].gate:4}")
        for size in rows[-3:]:
            print(f"    {size.lines:4}  {size.place}")


if __name__ == "__main__":
    main()
