"""How fast the ledger is posted and verified: python -m benchmarks.ledger [ENTRIES].

On a fresh SQLite file, or on the empty database that TONGKET_DATABASE_URL names.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from time import perf_counter

BATCH = 1000


@contextmanager
def timed(what: str, entries: int) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds = perf_counter() - start
    print(
        f"{what:<8} {entries:>8} entries {seconds:8.2f} s {entries / seconds:9.0f} /s"
    )


def opened() -> tuple[Callable[[int], None], Callable[[], bool]]:
    """Lay the tables; return how to post so many entries, and how to verify them."""
    import django  # noqa: PLC0415 - the home is named first
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    from tests.cast import AT, drafts, enter  # noqa: PLC0415

    from tongket.rooms.ledger import actions, queries  # noqa: PLC0415

    enter()

    def post(entries: int) -> None:
        for start in range(0, entries, BATCH):
            department = ("ben-tre", "kien-giang", "cao-bang")[start // BATCH % 3]
            many = drafts(BATCH, start=start, department=department)
            actions.post(drafts=many, by="binh", at=AT)

    return post, lambda: queries.verify().whole


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    os.environ["DJANGO_SETTINGS_MODULE"] = "tongket.wiring.settings"
    with TemporaryDirectory() as home:
        os.environ["TONGKET_HOME"] = home
        post, verify = opened()
        with timed("posted", entries):
            post(entries)
        with timed("verified", entries):
            whole = verify()
        print("whole" if whole else "broken")


if __name__ == "__main__":
    main()
