"""The letter around a text: how its blocks are worded, the same in every format."""

from dataclasses import replace
from datetime import date

from tongket.core.nouns.paper import (
    Bullet,
    Fact,
    Heading,
    Inline,
    Paper,
    Paragraph,
    Words,
)
from tongket.core.rendering.layout import Layout

# What is left open until somebody writes it in by hand or the clerk's office does.
OPEN_NUMBER = "\u00a0" * 6
OPEN_DAY = "…"
# A signature never stands alone on a page: so many blocks of the text stay with it.
KEPT_WITH_SIGNATURE = 2


def number_line(paper: Paper, layout: Layout) -> str:
    """Return box 3: "Số: 05/BC-SKHCN", the number left open while there is none."""
    number = paper.number or OPEN_NUMBER
    if number.isdigit() and int(number) < 10:
        number = f"0{int(number)}"
    return f"{layout.words['number']} {number}/{paper.symbol}"


def place_line(paper: Paper, layout: Layout) -> str:
    """Return box 4: "An Bình, ngày 05 tháng 01 năm 2020"."""
    return paper.place + dated(layout.words["date"], paper.on)


def dated(template: str, on: date | None) -> str:
    """Return the date in words; days below ten and months 1, 2 carry a zero.

    >>> dated("ngày {day} tháng {month} năm {year}", date(2020, 3, 5))
    'ngày 05 tháng 3 năm 2020'
    >>> dated("ngày {day} tháng {month} năm {year}", None)
    'ngày … tháng … năm …'
    """
    if on is None:
        return template.format(day=OPEN_DAY, month=OPEN_DAY, year=OPEN_DAY)
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return template.format(day=f"{on.day:02d}", month=month, year=on.year)


def recipient_lines(paper: Paper, layout: Layout) -> tuple[str, ...]:
    """Return the lines of box 9b, the archive last: "- Lưu: VT."."""
    lines = [f"- {recipient};" for recipient in paper.recipients]
    return (*lines, f"- {layout.words['archive']}: {paper.archive}.")


def addressee_lines(paper: Paper, layout: Layout) -> tuple[str, ...]:
    """Return the lines of box 9a: one addressee beside the words, several below."""
    lead = layout.words["addressees"]
    if len(paper.addressees) <= 1:
        return tuple(f"{lead} {name}" for name in paper.addressees)
    *most, last = paper.addressees
    return (lead, *(f"- {name};" for name in most), f"- {last}.")


def heading_line(heading: Heading) -> str:
    """Return a heading as printed: of the first level in capitals."""
    title = heading.title.upper() if heading.level == 1 else heading.title
    return f"{heading.marker} {title}"


def bullet_mark(bullet: Bullet) -> str:
    """Return the mark before an item of a list."""
    return "- " if bullet.level == 1 else "+ "


def closed(paper: Paper, layout: Layout) -> Paper:
    """Return the paper with the sign of its end, "./.", behind its last words.

    The sign takes the place of the last full stop. A text that ends with a heading or
    a table gets a line of its own.
    """
    sign = layout.words["end"]
    last = paper.blocks[-1] if paper.blocks else None
    if not isinstance(last, (Paragraph, Bullet)) or not last.parts:
        own = Paragraph((Words(sign),))
        return replace(paper, blocks=(*paper.blocks, own))
    signed = replace(last, parts=_signed(last.parts, sign))
    return replace(paper, blocks=(*paper.blocks[:-1], signed))


def _signed(parts: tuple[Inline, ...], sign: str) -> tuple[Inline, ...]:
    closing = parts[-1]
    if isinstance(closing, Words) and closing.text.endswith("."):
        return (*parts[:-1], replace(closing, text=closing.text[:-1] + sign))
    return (*parts, Words(sign))


def text_of(part: Inline) -> str:
    """Return what is printed for a part; a blank asks for words in brackets."""
    if isinstance(part, (Words, Fact)):
        return part.text
    return f"[… {part.hint} …]"
