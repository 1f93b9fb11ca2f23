"""How large a file, and what it unfolds to, may be."""

from dataclasses import dataclass

# As file managers count, and as the settings of the site do.
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The sizes beyond which a file is refused rather than read.

    `data` bounds the file itself in bytes, `unpacked` the bytes that are unpacked
    from it in all, `ratio` how many bytes one packed byte may unfold to (a document
    of real words stays far below it; an archive bomb does not), `pages` the pages of
    a pdf, `scans` those whose pictures are recognised (seconds each), `cells` the
    filled cells of a spreadsheet, `text` the code points of text that come out,
    `stretches` the pieces that they come in, `depth` how deep elements may be nested
    in one another.
    """

    data: int = 50 * MEGABYTE
    unpacked: int = 200 * MEGABYTE
    ratio: int = 200
    pages: int = 2_000
    scans: int = 20
    cells: int = 500_000
    text: int = 10 * MEGABYTE
    stretches: int = 300_000
    depth: int = 64


DEFAULT = Limits()
