"""One paper in every form in which offices hand it on."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path

import typst
from docx import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt


@dataclass(frozen=True)
class Text:
    """A paragraph: "p" running text, "h" heading, "t" title, "-" item of a list."""

    words: str
    look: str = "p"


@dataclass(frozen=True)
class Grid:
    """A table; the first `heads` rows repeat on each page. None is a merged cell."""

    rows: tuple[tuple[str | None, ...], ...]
    heads: int = 1


@dataclass(frozen=True)
class Beside:
    """Two stacks of lines side by side, with no rules: letterhead, signatures."""

    left: tuple[str, ...]
    right: tuple[str, ...]


Block = Text | Grid | Beside


@dataclass(frozen=True)
class Paper:
    """Blocks, and how the pages are dressed."""

    blocks: tuple[Block, ...]
    header: str = ""
    columns: int = 1
    landscape: bool = False
    fonts: tuple[str, int] = field(default=("Times New Roman", 13))


# --- as plain text


def as_text(paper: Paper) -> str:
    return "\n\n".join(map(_text, paper.blocks)) + "\n"


def _text(block: Block) -> str:
    if isinstance(block, Beside):
        return "\n".join([*block.left, *block.right])
    if isinstance(block, Grid):
        return "\n".join("\t".join(cell or "" for cell in row) for row in block.rows)
    return ("- " if block.look == "-" else "") + block.words


# --- as a web page, without any chrome


def as_html(paper: Paper) -> str:
    """A page as a program would save it."""
    name, size = paper.fonts
    look = (
        f"body{{font:{size}pt '{name}',serif;columns:{paper.columns};text-align:justify}}"
        "table.g{border-collapse:collapse;width:100%} table.g td,table.g th"
        "{border:1px solid #000;padding:2px 4px} table.b{width:100%}"
        f"@page{{size:A4 {'landscape' if paper.landscape else ''};margin:2cm}}"
    )
    body = "\n".join(map(_html, paper.blocks))
    return (
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>Báo cáo</title><style>{look}</style></head><body>{body}</body></html>"
    )


def _html(block: Block) -> str:
    if isinstance(block, Beside):
        cells = (
            "<td>" + "".join(f"<p>{escape(line)}</p>" for line in side) + "</td>"
            for side in (block.left, block.right)
        )
        return f'<table class="b"><tr>{"".join(cells)}</tr></table>'
    if isinstance(block, Grid):
        return f'<table class="g">{_html_rows(block)}</table>'
    words = escape(block.words)
    return {
        "p": f"<p>{words}</p>",
        "h": f"<h3>{words}</h3>",
        "t": f'<h1 style="text-align:center">{words}</h1>',
        "-": f"<p>- {words}</p>",
    }[block.look]


def _html_rows(grid: Grid) -> str:
    rows = []
    for number, row in enumerate(grid.rows):
        tag = "th" if number < grid.heads else "td"
        cells = []
        for place, cell in enumerate(row):
            if cell is None:
                continue
            span = 1
            while place + span < len(row) and row[place + span] is None:
                span += 1
            wide = f' colspan="{span}"' if span > 1 else ""
            cells.append(f"<{tag}{wide}>{escape(cell)}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    head = "".join(rows[: grid.heads])
    return f"<thead>{head}</thead><tbody>{''.join(rows[grid.heads :])}</tbody>"


# --- as typst sets it


def as_typst(paper: Paper) -> bytes:
    name, size = paper.fonts
    look = (
        f'#set page(paper: "a4", flipped: {str(paper.landscape).lower()}, '
        f'margin: 2cm, columns: {paper.columns}, header: "{paper.header}")\n'
        f'#set text(font: ("{name}", "Libertinus Serif"), size: {size}pt, lang: "vi", '
        "hyphenate: false)\n#set par(justify: true, first-line-indent: "
        "(amount: 1cm, all: true))\n"
    )
    source = look + "\n\n".join(map(_typst, paper.blocks))
    return typst.compile(source.encode(), format="pdf")


def _typst(block: Block) -> str:
    if isinstance(block, Beside):
        sides = (
            "[" + " \\ ".join(map(_escaped, side)) + "]"
            for side in (block.left, block.right)
        )
        return f"#grid(columns: (1fr, 1fr), gutter: 1cm, {', '.join(sides)})"
    if isinstance(block, Grid):
        rows = [", ".join(_typst_row(row)) for row in block.rows]
        head = f"table.header({', '.join(rows[: block.heads])})"
        cells = ", ".join([head, *rows[block.heads :]])
        return f"#table(columns: {len(block.rows[0])}, {cells})"
    words = _escaped(block.words)
    return {
        "p": words,
        "h": f"#block(strong[{words}])",
        "t": f"#align(center, strong[{words}])",
        "-": "\\- " + words,
    }[block.look]


def _typst_row(row: tuple[str | None, ...]) -> Iterator[str]:
    for place, cell in enumerate(row):
        if cell is not None:
            span = next(
                (n for n in range(1, len(row) - place) if row[place + n] is not None),
                len(row) - place,
            )
            wide = f"table.cell(colspan: {span})" if span > 1 else ""
            yield f"{wide}[{_escaped(cell)}]"


def _escaped(words: str) -> str:
    return "".join(f"\\{sign}" if sign in "#*_$@<>-[]\\" else sign for sign in words)


# --- as a Word file


def as_docx(paper: Paper) -> bytes:
    file = WordFile()
    name, size = paper.fonts
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = name, Pt(size)
    normal.paragraph_format.space_after = Pt(6)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if paper.landscape:
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    _dress(section, paper.header)
    first, *others = paper.blocks
    _word(file, first)
    if paper.columns > 1:
        section = file.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), str(paper.columns))
    for block in others:
        _word(file, block)
    packed = BytesIO()
    file.save(packed)
    return packed.getvalue()


def _dress(section, header: str) -> None:
    if not header:
        return
    section.header.paragraphs[0].text = header
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Trang ")
    _counter(foot)


def _counter(paragraph) -> None:
    """Add the field that counts the pages."""
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run._r.append(mark)


def _word(file, block: Block) -> None:
    if isinstance(block, Beside):
        table = file.add_table(1, 2)
        for cell, lines in zip(
            table.rows[0].cells, (block.left, block.right), strict=True
        ):
            cell.paragraphs[0].text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
        file.add_paragraph()
    elif isinstance(block, Grid):
        _word_grid(file, block)
    elif block.look == "h":
        file.add_paragraph().add_run(block.words).bold = True
    elif block.look == "t":
        title = file.add_paragraph()
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        title.add_run(block.words).bold = True
    else:
        lead = "- " if block.look == "-" else ""
        paragraph = file.add_paragraph(lead + block.words)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)


def _word_grid(file, grid: Grid) -> None:
    table = file.add_table(len(grid.rows), len(grid.rows[0]))
    table.style = "Table Grid"
    for number, row in enumerate(grid.rows):
        cells = table.rows[number].cells
        for place, words in enumerate(row):
            if words is not None:
                cells[place].text = words
            else:
                start = place
                while row[start] is None:
                    start -= 1
                cells[start].merge(cells[place])
        if number < grid.heads:
            properties = table.rows[number]._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:tblHeader"))
    file.add_paragraph()


# --- by the programs that offices use


def by_libreoffice(folder: Path, sources: list[Path], form: str) -> dict[Path, bytes]:
    """Return each of *sources* as LibreOffice exports it in another form."""
    target = folder / form
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"),
            *("--convert-to", form, "--outdir", str(target), *map(str, sources)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {
        source: (target / f"{source.stem}.{form}").read_bytes() for source in sources
    }


def by_chromium(folder: Path, source: Path) -> bytes:
    """Return the pdf that Chromium prints of a web page."""
    target = folder / f"{source.stem}-printed.pdf"
    subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
            *("--no-pdf-header-footer", f"--user-data-dir={folder}/browser"),
            *(f"--print-to-pdf={target}", str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return target.read_bytes()
