"""How fast reports are read, checked and linked, beside what is aimed at.

The input is pinned: the texts of tests/corpus one after the other, with the running
prose that real reports have between their figures, repeated to some megabytes. Times
are those of one core, so that what else the machine does matters little. Where
underthesea is installed, its word_tokenize runs beside it on the same text (it is GPL
and no dependency of ours: the comparison is optional).

    python benchmarks/reading.py [--megabytes 2] [--keep]

With --keep the rows go to benchmarks/speed.json, which `make docs` prints.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from tongket.content.lexicon import lexicon
from tongket.content.suggesting import suggester
from tongket.core.checks.check import check
from tongket.core.reading.read import read
from tongket.core.reading.suggestions.suggest import suggest_all

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus" / "reading"
KEPT = ROOT / "benchmarks" / "speed.json"
# What stands between the figures of a report: a paragraph without any.
PROSE = """
Cấp ủy và lãnh đạo đơn vị thường xuyên quan tâm công tác giáo dục chính trị, tư tưởng;
kịp thời quán triệt các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà
nước đến toàn thể đảng viên, công chức, viên chức và người lao động. Công tác kiểm tra,
giám sát được triển khai đúng kế hoạch, góp phần giữ gìn kỷ luật, kỷ cương hành chính
và nâng cao trách nhiệm của người đứng đầu trong thực hiện nhiệm vụ được giao.
"""
SMALL = "Năm 2019, Sở đã nghiệm thu 12 đề tài, đạt 37,9% kế hoạch.\n"
# What lines without end are made of that nobody wrote for a reader.
PIECES = (
    *("1 ", "1/", "(1) ", "12.", "5:", "a: ", "* ", "|5", "5\t", "[1] ", "- "),
    *("12 đề tài, ", "5 xã (2 xã) ", "(5 xã ", "tăng 5%, ", "trong đó 5 xã, "),
    *("lũy kế 5 xã, ", "từ 5 lên 6 xã, ", "hàng chục ", "http://a.vn/5 "),
)
# The text of a page of A4, in code points.
PAGE = 2_500
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing beside its mark; a ratio of 1 or more reaches the mark."""

    what: str
    measured: str
    mark: str
    ratio: str


def row(what: str, measured: float, mark: float, *, unit: str, most: bool) -> Row:
    """Return a row; *most* says that the mark is the most that it may be."""
    ratio = mark / measured if most else measured / mark
    bound = "≤" if most else "≥"
    return Row(
        what, f"{measured:.3g} {unit}", f"{bound} {mark:g} {unit}", f"{ratio:.2f}"
    )


def pinned(megabytes: float) -> str:
    """Return the corpus with prose between its texts, repeated to a size."""
    texts = [yaml.safe_load(page.read_text("utf-8"))["text"] for page in pages()]
    once = "".join(f"{text}\n{PROSE * 3}\n" for text in texts)
    times = max(1, round(megabytes * 1e6 / len(once.encode())))
    return once * times


def pages() -> list[Path]:
    return sorted(CORPUS.glob("*.yaml"))


def best(work: Callable[[], object]) -> float:
    """Return the shortest of several runs, in seconds of one core."""
    return min(once(work) for _ in range(ROUNDS))


def once(work: Callable[[], object]) -> float:
    """Return the seconds of one core that a run takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def rows(text: str) -> Iterator[Row]:
    """Measure one thing after the other."""
    words, linking = lexicon(), suggester()
    reading = read(text, words)
    size, figures = len(text.encode()) / 1e6, len(reading.figures)
    print(f"input: {size:.2f} MB, {figures} figures, {len(pages())} texts")
    yield row("start, read a short text, end", started(), 0.3, unit="s", most=True)
    spent = best(lambda: read(text, words))
    yield row("reading, one core", size / spent, 2, unit="MB/s", most=False)
    each = spent / figures * 1e6
    yield row("reading, a figure", each, 100, unit="µs", most=True)
    report = (text * (PAGE * 100 // len(text) + 1))[: PAGE * 100]
    both = best(lambda: check(read(report, words)))
    yield row("100 pages read and checked", both, 0.5, unit="s", most=True)
    some = read(text[: len(text) // 5], words)
    links = best(lambda: suggest_all(some, linking)) / len(some.figures) * 1e6
    yield row("suggesting, a figure", links, 100, unit="µs", most=True)
    lines = ((piece * (1_000_000 // len(piece.encode())), piece) for piece in PIECES)
    slowest, piece = max(
        (once(lambda line=line: read(line, words)), piece) for line, piece in lines
    )
    print(f"the slowest line without end is of: {piece!r}")
    yield row("the slowest line of 1 MB", slowest, 1, unit="s", most=True)
    letters = random.Random(1).choices("0123456789()[] ", k=1_000_000)  # noqa: S311 - to be repeatable
    hostile = best(lambda: read("".join(letters), words))
    yield row("a line of 1 MB without order", hostile, 1, unit="s", most=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield row("memory at most", memory, 200, unit="MB", most=True)
    yield from beside_underthesea(text, size / spent)


def started() -> float:
    """Return the seconds of one core that `tongket read` takes for a short text."""
    program = str(Path(sys.executable).with_name("tongket"))
    times = []
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(SMALL)
        file.flush()
        for _ in range(ROUNDS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                [program, "read", file.name], check=True, capture_output=True
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            user = after.ru_utime - before.ru_utime
            times.append(user + after.ru_stime - before.ru_stime)
    return min(times)


def beside_underthesea(text: str, speed: float) -> Iterator[Row]:
    """Measure how many times as fast as cutting the same text into words it is."""
    try:
        from underthesea import word_tokenize  # noqa: PLC0415 - optional, see above
    except ImportError:
        print("underthesea is not installed: no comparison")
        return
    part = text[:100_000]
    other = len(part.encode()) / 1e6 / best(lambda: word_tokenize(part))
    print(f"underthesea: {other:.3f} MB/s")
    what = "as fast as underthesea's word_tokenize"
    yield row(what, speed / other, 10, unit="times", most=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--keep", action="store_true")
    chosen = parser.parse_args()
    kept = []
    for one in rows(pinned(chosen.megabytes)):
        print(f"{one.what:40} {one.measured:>12}  {one.mark:>12}  {one.ratio:>6}")
        kept.append(asdict(one))
    if chosen.keep:
        KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
