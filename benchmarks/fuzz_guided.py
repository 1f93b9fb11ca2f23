"""Look for bytes that break the promises of reading, led by the branches they reach.

    make fuzz
    python benchmarks/fuzz_guided.py -max_total_time=600 [any option of libFuzzer]

Where fuzz_formats.py spoils valid files at random, this script keeps every input that
reaches a new branch and goes on from there. For any bytes there must be a document or
one reason why not; every digit of its text stands in exactly one class; every claim
names figures that exist; and a megabyte takes no longer than a second. The first input
that breaks one of these is written beside the script's folder of work, and ends it.
"""

import sys
import time
from itertools import pairwise
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tongket.core"]):
    from tongket.core.checks.check import check
    from tongket.core.nouns.document import Document
    from tongket.core.nouns.reading import Reading
    from tongket.core.reading.formats.receive import receive
    from tongket.core.reading.formats.unreadable import Unreadable
    from tongket.core.reading.read import read

from benchmarks.fuzz_formats import seeds

from tongket.content.alphabets import legacy
from tongket.content.lexicon import lexicon
from tongket.content.source import parse

CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "reading"
# Instrumented code is slower, and the first file of a kind loads its library.
GRACE_SECONDS = 5
LONGEST = 200_000
LEGACY, LEXICON = legacy(), lexicon()


def one_input(data: bytes) -> None:
    """Read some bytes wholly, and hold what comes out to the promises."""
    start = time.monotonic()
    try:
        document = receive(data, "file", legacy=LEGACY)
    except Unreadable:
        return
    _hold(document, read(document.text, LEXICON))
    taken = time.monotonic() - start
    allowed = GRACE_SECONDS + len(document.text) / 1_000_000
    _demand(taken <= allowed, f"{len(data)} bytes took {taken:.1f} s")


def _hold(document: Document, reading: Reading) -> None:
    """Raise AssertionError where a reading breaks a promise."""
    places = sorted(
        [(each.span.start, each.span.end) for each in reading.figures]
        + [(each.span.start, each.span.end) for each in reading.others]
    )
    for (_, end), (start, _) in pairwise(places):
        _demand(end <= start, f"two classes for one stretch at {start}")
    covered = {at for start, end in places for at in range(start, end)}
    unread = [
        at
        for at, letter in enumerate(document.text)
        if letter.isdecimal() and at not in covered
    ]
    _demand(not unread, f"digits in no class at {unread[:5]}")
    known = {figure.span for figure in reading.figures}
    for claim in check(reading):
        _demand(set(claim.spans) <= known, f"a claim on no figure: {claim}")


def _demand(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - a promise holds or not
    """Stop the search at the input that broke a promise."""
    if not holds:
        raise AssertionError(otherwise)


def main() -> None:
    """Start from valid files, then go where the branches lead."""
    work = Path(__file__).parents[1] / "var" / "fuzz"
    work.mkdir(parents=True, exist_ok=True)
    texts = [parse(page)["text"].encode() for page in CORPUS.glob("*.yaml")]
    for number, file in enumerate([*seeds(), *texts]):
        (work / f"seed-{number}").write_bytes(file)
    options = [
        f"-max_len={LONGEST}",
        f"-artifact_prefix={work}/broken-",
        *sys.argv[1:],
        str(work),
    ]
    atheris.Setup([sys.argv[0], *options], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
