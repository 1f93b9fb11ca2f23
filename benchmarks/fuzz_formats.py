"""Spoil valid files at random and read them: only documents and refusals may come out.

    python benchmarks/fuzz_formats.py --seconds 600 --seed 1

Files are read in a process of their own, so that a crash inside a C library or a hang
(longer than a second, and a second per megabyte) is seen as well. Every failure is kept
in the folder --keep with its kind in the name; the exit code is 1 when there was one.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import typst

from tongket.content.alphabets import legacy
from tongket.core.reading.formats.receive import receive
from tongket.core.reading.formats.unreadable import Unreadable

SENTENCE = (
    "Năm 2019, Sở đã nghiệm thu 12 đề tài, đạt 37,9% kế hoạch; chi 1.250 triệu đồng."
)
# What parsers stumble over: numbers that are none, too large, or of another kind.
ODD = [b"-1", b"0", b"99999999999999999999", b"1e400", b"NaN", b"", b"A1:ZZZ9999999"]
Spoil = Callable[[random.Random, bytes], bytes]


def seeds() -> list[bytes]:
    """Return one valid file of every form."""
    return [_word(), _workbook(), _pdf(), _page(), SENTENCE.encode() * 20]


def _word() -> bytes:
    file, kept = docx.Document(), BytesIO()
    file.add_heading("BÁO CÁO", 1)
    for style in (None, "List Number", "List Bullet"):
        file.add_paragraph(SENTENCE, style=style).add_run("đậm").bold = True
    table = file.add_table(3, 3)
    for cell in table.rows[0].cells:
        cell.text = "12.500"
    table.cell(1, 0).merge(table.cell(2, 1))
    file.save(kept)
    return kept.getvalue()


def _workbook() -> bytes:
    book, kept = openpyxl.Workbook(), BytesIO()
    for row in (["TT", "Nội dung", "Số"], [1, SENTENCE, 12.5], [2, None, "=C2*2"]):
        book.active.append(row)
    book.active["C2"].number_format = "#,##0.00"
    book.save(kept)
    return kept.getvalue()


def _pdf() -> bytes:
    table = "#table(columns: 2, [TT], [Số], [1], [12.500])"
    source = f"= Báo cáo\n{SENTENCE * 9}\n{table}\n#columns(2)[{SENTENCE * 20}]"
    return typst.compile(source.encode(), format="pdf")


def _page() -> bytes:
    rows = f"<tr><td>{SENTENCE}<td>12" * 3
    return f"<html><body><h1>Báo cáo</h1><table>{rows}</table></body></html>".encode()


def bytes_changed(rng: random.Random, file: bytes) -> bytes:
    """Change, cut out, double and put in a few bytes."""
    spoiled = bytearray(file)
    for _ in range(rng.choice([1, 2, 5, 30])):
        at = rng.randrange(len(spoiled) + 1)
        length = rng.randrange(1, 60)
        put = rng.choice([b"", rng.randbytes(length), spoiled[at : at + length] * 2])
        spoiled[at : at + rng.choice([0, 1, length])] = put
    return bytes(spoiled[: rng.choice([None, rng.randrange(len(spoiled) + 1)])])


def part_changed(rng: random.Random, file: bytes) -> bytes:
    """Change one part of an Office file, and lose another now and then."""
    return _repacked(rng, file, lambda part: bytes_changed(rng, part))


def values_changed(rng: random.Random, file: bytes) -> bytes:
    """Change values in a part of an Office file, so that it stays well-formed."""

    def odd(part: bytes) -> bytes:
        pieces = part.split(b'"')
        for at in range(3, len(pieces), 2):
            if rng.random() < 0.05:
                pieces[at] = rng.choice(ODD)
        return b'"'.join(pieces)

    return _repacked(rng, file, odd)


def _repacked(
    rng: random.Random, file: bytes, change: Callable[[bytes], bytes]
) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = rng.choice(names)
        for name in old.namelist():
            if rng.random() > 0.02:
                part = old.read(name)
                new.writestr(name, change(part) if name == chosen else part)
    return packed.getvalue()


def spoiled(rng: random.Random) -> Iterator[bytes]:
    """Yield spoiled files without end."""
    valid = seeds()
    while True:
        file = rng.choice(valid)
        ways: list[Spoil] = [bytes_changed]
        if file.startswith(b"PK"):
            ways += [part_changed, values_changed]
        yield rng.choice(ways)(rng, file)


def reader(files: Connection) -> None:
    """Read every file that comes, and send back what became of it."""
    known = legacy()
    while True:
        file = files.recv_bytes()
        try:
            receive(file, "file", legacy=known)
            files.send("read")
        except Unreadable as refusal:
            files.send(refusal.code)
        except BaseException as fault:  # noqa: BLE001 - this is what is looked for
            files.send(f"FAULT {type(fault).__name__}")


class Reader:
    """A process that reads files, started again when it hangs or dies."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._files, theirs = Pipe()
        self._process = Process(target=reader, args=(theirs,), daemon=True)
        self._process.start()
        # The first file waits for the libraries to load.
        self._files.send_bytes(b"a")
        self._files.recv()

    def outcome(self, file: bytes) -> str:
        """Return what became of a file: read, a code, or a fault."""
        self._files.send_bytes(file)
        allowed = 2 + len(file) // 1_000_000
        try:
            if self._files.poll(allowed):
                return str(self._files.recv())
            outcome = "FAULT hang"
        except EOFError:
            outcome = "FAULT crash"
        self.stop()
        self._start()
        return outcome

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    chosen = parser.parse_args()
    end, outcomes, slowest = time.monotonic() + chosen.seconds, Counter[str](), 0.0
    one = Reader()
    for file in spoiled(random.Random(chosen.seed)):  # noqa: S311 - to be repeatable
        start = time.monotonic()
        outcome = one.outcome(file)
        slowest = max(slowest, time.monotonic() - start)
        outcomes[outcome] += 1
        if outcome.startswith("FAULT"):
            chosen.keep.mkdir(exist_ok=True)
            kept = chosen.keep / f"{outcome.replace(' ', '-')}-{outcomes[outcome]}"
            kept.write_bytes(file)
        if time.monotonic() > end:
            break
    one.stop()
    print(f"{outcomes.total()} files, the slowest took {slowest:.2f} s")
    for outcome, count in outcomes.most_common():
        print(f"{count:8}  {outcome}")
    return int(any(outcome.startswith("FAULT") for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
