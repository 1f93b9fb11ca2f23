"""A paper as a page: for the site, where every number is a link, and as one file."""

from collections.abc import Callable, Sequence
from html import escape

from tongket.core.nouns.delivered import Delivered
from tongket.core.nouns.paper import (
    Block,
    Bullet,
    Fact,
    Heading,
    Inline,
    Paper,
    Table,
    Words,
)
from tongket.core.rendering import capsule, letter
from tongket.core.rendering.layout import Layout

CAPSULE_TYPE = "application/json"
CAPSULE_ID = "tongket-facts"
"""The id of the script element that holds the facts of a delivered page."""

Link = Callable[[Fact], str]


def to_html(
    paper: Paper, *, layout: Layout, link: Link | None = None, under: int = 0
) -> str:
    """Return *paper* as an article in HTML, for a page that brings its own style.

    `link` gives the address of the page that shows where a fact comes from; without
    it the facts are marked and lead nowhere. `under` is the level of the heading that
    the article stands under on its page, 0 where it is the page.
    """
    closed = letter.closed(paper, layout)
    text = "".join(_block(block, link, under + 1) for block in closed.blocks)
    return (
        f'<article class="paper" lang="{escape(paper.language)}">'
        f"{_head(closed, layout, under + 1)}"
        f'<div class="paper-text">{text}</div>'
        f"{_foot(closed, layout)}</article>"
    )


def to_page(paper: Paper, *, layout: Layout, delivered: Delivered) -> bytes:
    """Return *paper* as one HTML file that carries its style and its facts.

    Each number leads to the list of facts below the text, where its entries and its
    computation stand.
    """
    body = to_html(paper, layout=layout, link=lambda fact: f"#{fact.key}")
    facts = capsule.to_json(delivered).decode()
    # "</script>" inside JSON would end the element early.
    guarded = facts.replace("<", "\\u003c")
    title = escape(f"{paper.type_name}: {paper.subject}")
    return (
        f'<!doctype html>\n<html lang="{escape(paper.language)}"><head>'
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{style(layout)}</style></head><body>{body}"
        f"{_sources(delivered)}"
        f'<script type="{CAPSULE_TYPE}" id="{CAPSULE_ID}">{guarded}</script>'
        f"</body></html>"
    ).encode()


def style(layout: Layout) -> str:
    """Return the style sheet that gives a page the look of *layout*."""
    page, sizes, body = layout.page, layout.sizes, layout.body
    return f"""
@page{{size:{page.width}mm {page.height}mm;
margin:{page.top}mm {page.right}mm {page.bottom}mm {page.left}mm}}
body{{margin:0;background:#eceff3}}
.paper{{box-sizing:border-box;max-width:{page.width}mm;margin:1rem auto;
padding:{page.top}mm {page.right}mm {page.bottom}mm {page.left}mm;background:#fff;
color:#000;font:{sizes["body"]}pt/{float(body.line) + 0.15} "{layout.font}",
"Liberation Serif",serif}}
.paper-head,.paper-foot{{display:grid;grid-template-columns:44fr 56fr;gap:.6em 0;
text-align:center}}
.paper-foot{{grid-template-columns:1fr 1fr;margin-top:1.2em}}
.paper p{{margin:{body.gap}pt 0 0;text-align:justify;text-indent:{body.indent}mm}}
.paper-head p,.paper-foot p,.paper-title p,.paper td p{{margin:0;text-indent:0;
text-align:inherit}}
.level-1,.level-2,.level-3{{font-size:1em;margin:{body.gap}pt 0 0;
text-indent:{body.indent}mm;break-after:avoid}}
.level-3{{font-weight:400;font-style:italic}}
.paper-title{{text-align:center;margin:1.2em 0 .8em}}
.type-name{{margin:0;text-transform:uppercase;font-size:{sizes["type_name"]}pt}}
.ruled::after{{content:"";display:block;width:30%;margin:.3em auto 0;
border-top:1px solid}}
.superior,.issuer{{text-transform:uppercase;font-size:{sizes["superior"]}pt}}
.nation{{font-size:{sizes["nation"]}pt;white-space:nowrap}}
.motto{{font-size:{sizes["motto"]}pt}}.motto.ruled::after{{width:11.5em}}
.issuer,.nation,.motto,.subject,.signature{{font-weight:700}}
.place{{font-style:italic}}
.recipients{{text-align:left;font-size:{sizes["recipients"]}pt}}
.recipients b{{font-style:italic;font-size:{sizes["recipients_title"]}pt}}
.signature .name{{margin-top:6em!important}}
.paper table{{border-collapse:collapse;width:100%;font-size:{sizes["table"]}pt;
line-height:1.25}}
.paper caption{{font-weight:700;padding:.5em}}
.paper th,.paper td{{border:1px solid;padding:2pt 4pt;vertical-align:top}}
.paper tr{{break-inside:avoid}}.paper td.number{{text-align:right}}
.paper a{{color:inherit;text-decoration:underline dotted 1px;text-underline-offset:3px}}
.paper .blank{{color:#595959;font-style:italic}}
.sources{{max-width:{page.width}mm;margin:1rem auto;font:14px/1.5 system-ui,sans-serif}}
@media print{{body{{background:none}}.paper{{padding:0;margin:0}}
.sources{{display:none}}.paper a{{text-decoration:none}}}}
@media(max-width:600px){{.paper{{padding:1rem}}
.paper-head,.paper-foot{{grid-template-columns:1fr}}.nation{{white-space:normal}}
.paper table{{display:block;overflow-x:auto}}}}
"""


def _head(paper: Paper, layout: Layout, top: int) -> str:
    words = layout.words
    addressees = "".join(
        f"<p>{escape(line)}</p>" for line in letter.addressee_lines(paper, layout)
    )
    return (
        '<header><div class="paper-head">'
        f'<div><p class="superior">{escape(paper.superior)}</p>'
        f'<p class="issuer ruled">{escape(paper.issuer)}</p></div>'
        f'<div><p class="nation">{escape(words["nation"])}</p>'
        f'<p class="motto ruled">{escape(words["motto"])}</p></div>'
        f"<p>{escape(letter.number_line(paper, layout))}</p>"
        f'<p class="place">{escape(letter.place_line(paper, layout))}</p></div>'
        f'<div class="paper-title"><h{top} class="type-name">'
        f"{escape(paper.type_name)}</h{top}>"
        f'<p class="subject ruled">{escape(paper.subject)}</p></div>'
        f'<div class="paper-title">{addressees}</div></header>'
    )


def _foot(paper: Paper, layout: Layout) -> str:
    recipients = "<br>".join(
        escape(line) for line in letter.recipient_lines(paper, layout)
    )
    signature = paper.signature
    lines = "".join(
        f"<p>{escape(line.upper())}</p>"
        for line in (signature.authority, signature.post)
        if line
    )
    return (
        '<footer class="paper-foot"><p class="recipients">'
        f"<b>{escape(layout.words['recipients'])}</b><br>{recipients}</p>"
        f'<div class="signature">{lines}'
        f'<p class="name">{escape(signature.name)}</p></div></footer>'
    )


def _block(block: Block, link: Link | None, top: int) -> str:
    if isinstance(block, Heading):
        tag = f"h{min(block.level + top, 6)}"
        line = escape(letter.heading_line(block))
        return f'<{tag} class="level-{block.level}">{line}</{tag}>'
    if isinstance(block, Table):
        return _table(block, link)
    mark = letter.bullet_mark(block) if isinstance(block, Bullet) else ""
    return f"<p>{mark}{_parts(block.parts, link)}</p>"


def _table(table: Table, link: Link | None) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td class="number">{_parts(cell.parts, link)}</td>'
            if cell.numeric
            else f"<td>{_parts(cell.parts, link)}</td>"
            for cell in row
        )
        + "</tr>"
        for row in table.rows
    )
    return (
        f"<table><caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _parts(parts: Sequence[Inline], link: Link | None) -> str:
    return "".join(_part(part, link) for part in parts)


def _part(part: Inline, link: Link | None) -> str:
    text = escape(letter.text_of(part))
    if isinstance(part, Fact):
        return _fact(part, text, link)
    if isinstance(part, Words):
        text = f"<b>{text}</b>" if part.bold else text
        return f"<i>{text}</i>" if part.italic else text
    return f'<span class="blank">{text}</span>'


def _fact(fact: Fact, text: str, link: Link | None) -> str:
    address = f' href="{escape(link(fact))}"' if link else ""
    hint = f' title="{escape(fact.computation)}"' if fact.computation else ""
    return f'<a data-fact="{escape(fact.key)}"{address}{hint}>{text}</a>'


def _sources(delivered: Delivered) -> str:
    """Return the list of facts under a delivered page."""
    rows = "".join(
        f'<li id="{escape(fact.key)}"><span data-source>{escape(fact.text)}</span>: '
        f"{escape(', '.join(f'#{number}' for number in fact.entries))}"
        f"{escape(f' ({fact.computation})' if fact.computation else '')}</li>"
        for fact in delivered.facts
    )
    title = escape(capsule.DESCRIPTION)
    return f'<section class="sources"><h2>{title}</h2><ol>{rows}</ol></section>'
