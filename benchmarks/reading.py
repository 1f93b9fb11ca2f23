"""How fast reports are read: MB/s per core, time per figure, memory.

The input is pinned: the texts of tests/corpus one after the other, with the running
prose that real reports have between their figures, repeated to some megabytes. Where
underthesea is installed its word_tokenize runs beside it on the same text (it is GPL
and no dependency of ours: the comparison is optional).

    python benchmarks/reading.py [MEGABYTES]
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from tongket.content.lexicon import lexicon
from tongket.core.reading.read import read

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "corpus" / "reading"
# What stands between the figures of a report: a paragraph without any.
PROSE = """
Cấp ủy và lãnh đạo đơn vị thường xuyên quan tâm công tác giáo dục chính trị, tư tưởng;
kịp thời quán triệt các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà
nước đến toàn thể đảng viên, công chức, viên chức và người lao động. Công tác kiểm tra,
giám sát được triển khai đúng kế hoạch, góp phần giữ gìn kỷ luật, kỷ cương hành chính
và nâng cao trách nhiệm của người đứng đầu trong thực hiện nhiệm vụ được giao.
"""
ROUNDS = 3


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
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    text = pinned(megabytes)
    size = len(text.encode()) / 1e6
    words = lexicon()
    figures = len(read(text, words).figures)
    spent = best(lambda: read(text, words))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"input       {size:.2f} MB, {figures} figures, {len(pages())} texts")
    print(
        f"tongket     {size / spent:.2f} MB/s, {spent / figures * 1e6:.0f} µs a figure"
    )
    print(f"memory      {memory:.0f} MB at most")
    try:
        from underthesea import word_tokenize  # noqa: PLC0415 - optional, see above
    except ImportError:
        print("underthesea not installed: no comparison")
        return
    part = text[: len(text) // 10]
    other = best(lambda: word_tokenize(part)) * 10
    print(
        f"underthesea {size / other:.3f} MB/s: tongket is {other / spent:.0f} times it"
    )


if __name__ == "__main__":
    main()
