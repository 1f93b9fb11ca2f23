"""A text with everything numeric in it marked: the stretches, and a page of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from tongket.core.nouns.figure import Figure
from tongket.core.nouns.reading import Reading, Token, TokenClass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text: plain, a figure, or another numeric token.

    `figure` is set when the stretch is a figure, `token` when it is another token;
    neither for the words between.
    """

    text: str
    figure: Figure | None = None
    token: Token | None = None


def stretches(reading: Reading) -> Iterator[Stretch]:
    """Yield the text of *reading* in order, cut at its figures and other tokens.

    The texts of the stretches, joined, are the text of the reading.
    """
    marks: list[Figure | Token] = [*reading.figures, *reading.others]
    marks.sort(key=lambda mark: mark.span)
    at = 0
    for mark in marks:
        if mark.span.start > at:
            yield Stretch(reading.text[at : mark.span.start])
        words = mark.span.of(reading.text)
        if isinstance(mark, Figure):
            yield Stretch(words, figure=mark)
        else:
            yield Stretch(words, token=mark)
        at = mark.span.end
    if at < len(reading.text):
        yield Stretch(reading.text[at:])


STYLE = """
body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:#1c2430;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
mark{border-radius:3px;padding:0 .15em;color:inherit;background:#eceff3}
mark.figure{background:#d9ecdf;border-bottom:2px solid #22734a;font-weight:600}
mark.refused{background:#fbe3df;border-bottom:2px dotted #a3301c}
mark:target{outline:3px solid #1f5fbf}
table{border-collapse:collapse;width:100%;font-size:.92rem}
td,th{border-bottom:1px solid #d5dbe3;padding:.3rem .5rem;text-align:left;
vertical-align:top}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.why{color:#4a5665;font-size:.88rem}
"""


def to_page(
    reading: Reading,
    *,
    title: str,
    labels: Mapping[str, str],
    explanations: Mapping[str, Sequence[str]],
    language: str = "vi",
) -> str:
    """Return a page that shows every class of number in a text and the figures read.

    `labels` names the classes, the columns and the roles ("marked_date") and gives the
    reasons, with {words} for the words of the text, in the reader's language;
    `explanations` gives, by figure id, the sentences of its derivation. A label that
    is missing is shown by its key, so that nothing is hidden.
    """
    body = "".join(_mark(stretch, labels) for stretch in stretches(reading))
    rows = "".join(
        _row(figure, explanations.get(figure.id, ()), labels)
        for figure in reading.figures
    )
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}'
        f"</title><style>{STYLE}</style></head><body><h1>{escape(title)}</h1>"
        f"<p>{_legend(reading, labels)}</p><pre>{body}</pre>"
        f"<table><caption>{escape(_named('figures', labels))}</caption>"
        f"<thead>{_header(labels)}</thead><tbody>{rows}</tbody></table></body></html>"
    )


def _named(name: str, labels: Mapping[str, str]) -> str:
    return labels.get(f"marked_{name}", name)


COLUMNS = ("figure", "value", "measure", "subject", "role", "indicator", "why")


def _header(labels: Mapping[str, str]) -> str:
    cells = (escape(_named(column, labels)) for column in COLUMNS)
    return "<tr>" + "".join(f'<th scope="col">{cell}</th>' for cell in cells) + "</tr>"


def _mark(stretch: Stretch, labels: Mapping[str, str]) -> str:
    words = escape(stretch.text)
    if stretch.figure is not None:
        return f'<mark class="figure" id="{escape(stretch.figure.id)}">{words}</mark>'
    if stretch.token is not None:
        name = stretch.token.token_class.value
        reason = labels.get(stretch.token.reason, stretch.token.reason)
        told = reason.replace("{words}", stretch.text)
        hint = escape(f"{_named(name, labels)}: {told}", quote=True)
        return f'<mark class="{escape(name)}" title="{hint}">{words}</mark>'
    return words


def _legend(reading: Reading, labels: Mapping[str, str]) -> str:
    counts = {TokenClass.FIGURE: len(reading.figures)}
    for token in reading.others:
        counts[token.token_class] = counts.get(token.token_class, 0) + 1
    named = ((kind.value, count) for kind, count in counts.items())
    return " · ".join(
        f'<mark class="{name}">{escape(_named(name, labels))}</mark> {count}'
        for name, count in named
    )


def _row(figure: Figure, why: Sequence[str], labels: Mapping[str, str]) -> str:
    value = "" if figure.value is None else format(figure.value, "f")
    if figure.total is not None:
        value += f" / {figure.total:f}"
    if figure.value_max is not None:
        value += f" – {figure.value_max:f}"
    codes = ", ".join(suggestion.code for suggestion in figure.indicators)
    cells = (figure.measure, figure.subject, _named(figure.role.value, labels), codes)
    plain = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    reasons = "<br>".join(escape(sentence) for sentence in why)
    return (
        f'<tr><td><a href="#{escape(figure.id)}">{escape(figure.text)}</a></td>'
        f'<td class="number">{escape(value)}</td>{plain}'
        f'<td class="why">{reasons}</td></tr>'
    )
