"""The original of a document: the file itself, and its pages as they look."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from tongket.core.nouns.facsimile import Facsimile, Frame
from tongket.core.rendering.strip import strip
from tongket.doors.web.intake.sheet import Row, Sheet, sheet
from tongket.rooms.intake import queries


@dataclass(frozen=True, slots=True)
class Framed:
    """A figure on the picture of a page: its row, and a frame for each line."""

    row: Row
    frames: tuple[Frame, ...]


@require_safe
def original(request: HttpRequest, document: int) -> HttpResponse:
    """Send the file exactly as it came; a browser saves it and never shows it."""
    del request
    found = queries.document(document)
    response = HttpResponse(
        queries.original(document), content_type="application/octet-stream"
    )
    ending = f".{found.format.value}"
    name = found.name if found.name.lower().endswith(ending) else found.name + ending
    saved = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = saved or "attachment"
    return response


@require_safe
def page(request: HttpRequest, document: int, page: int) -> HttpResponse:
    """Show a page of the original, each figure framed and leading to its reasons."""
    facsimile = queries.facsimile(document, page)
    found = sheet(document)
    context = {
        "document": found.document,
        "facsimile": facsimile,
        "framed": _framed(facsimile, found),
        "earlier": page - 1 if page > 1 else None,
        "later": page + 1 if page < facsimile.pages else None,
    }
    return render(request, "intake/page.html", context)


@require_safe
def picture(request: HttpRequest, document: int, page: int) -> HttpResponse:
    """Send the picture of a page."""
    del request
    return HttpResponse(
        queries.facsimile(document, page).picture, content_type="image/png"
    )


@require_safe
def surroundings(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    """Send the strip of the page on which a figure stands, the figure framed."""
    number = page_of(document, figure)
    if number is None:
        raise Http404
    facsimile = queries.facsimile(document, number)
    drawn = strip(facsimile, figure, narrow="narrow" in request.GET)
    return HttpResponse(drawn, content_type="image/svg+xml")


def page_of(document: int, figure: str) -> int | None:
    """Return the page of the original on which a figure stands, if it has pages."""
    place = queries.place_of(document, queries.figure(document, figure).figure.span)
    return place.box.page if place and place.box else None


def _framed(facsimile: Facsimile, found: Sheet) -> list[Framed]:
    names = [each.figure for each in facsimile.marked]
    rows: Mapping[str, Row] = {row.figure.id: row for row in found.rows(names)}
    return [
        Framed(
            rows[each.figure],
            tuple(map(facsimile.frame, each.boxes)),
        )
        for each in facsimile.marked
    ]
