"""The pages of documents: the list, the way in, the text beside its figures."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from tongket.core.nouns.span import Span
from tongket.core.reading.formats.messages import sentence
from tongket.core.reading.formats.unreadable import Unreadable
from tongket.doors.web.choice import chosen
from tongket.doors.web.intake import access, marking, words
from tongket.doors.web.intake.forms import Upload
from tongket.doors.web.intake.layout import blocks
from tongket.doors.web.intake.sheet import sheet
from tongket.doors.web.typed import read_count
from tongket.rooms.checking import actions as checking
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import queries
from tongket.rooms.units import queries as units

PAGE = 50
# So many places to look at are listed above the table; the others are marked in it.
DOUBTS = 40
MEGABYTE = 1024 * 1024
# A file of a kind that nobody here reads is "unsupported"; everything else that is
# wrong with a file is "unprocessable".
UNSUPPORTED, UNPROCESSABLE, TOO_LARGE = 415, 422, 413
OTHER_KINDS = frozenset(
    {
        "file_archive",
        "file_binary_content",
        "file_old_excel",
        "file_old_office",
        "file_old_word",
        "file_open_document",
        "file_picture",
        "file_program",
        "file_rtf",
        "file_slides",
    }
)
TOO_MUCH = frozenset(
    {
        "file_text_too_long",
        "file_too_big",
        "file_too_many_cells",
        "file_too_many_pages",
        "file_unfolds_too_far",
    }
)


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    choice = chosen(request)
    own = choice.department.code if choice.department else None
    start = read_count(request.GET.get("start", "")) or 0
    shelf = queries.documents(department=own, start=start, limit=PAGE)
    spoken_of = {each.document.unit for each in shelf}
    context = {
        "choice": choice,
        "shelf": shelf,
        "people": access.full_names(each.document.by for each in shelf),
        "units": {unit.code: unit.name for unit in units.several(spoken_of)},
        "count": queries.how_many(department=own),
        "start": start,
        "earlier": max(0, start - PAGE),
        "later": start + PAGE,
    }
    return render(request, "intake/documents.html", context)


@require_http_methods(["GET", "POST"])
@permission_required("documents.upload", raise_exception=True)
def new(request: HttpRequest) -> HttpResponse:
    own = access.units_of(request)
    if request.method == "GET":
        return _upload_page(request, Upload(units=own))
    form = Upload(request.POST, request.FILES, units=own)
    # Known once the form has been read.
    if too_large := getattr(request, "too_large", []):
        form.errors.pop("file", None)
        form.add_error("file", _too_large(request, too_large[0]))
        return _upload_page(request, form, TOO_LARGE)
    if not form.is_valid():
        return _upload_page(request, form, UNPROCESSABLE)
    return _receive(request, form)


def _receive(request: HttpRequest, form: Upload) -> HttpResponse:
    """Take in what a valid form brought, and lead to the document it became."""
    by, at = access.name_of(request), now()
    try:
        document = intake.receive(
            data=form.content(),
            name=form.name(),
            unit=form.cleaned_data["unit"],
            period=form.cleaned_data["period"],
            by=by,
            at=at,
        )
    except Unreadable as problem:
        form.add_error("file", sentence(problem, words.sentences()))
        return _upload_page(request, form, status_of(problem))
    except intake.TooManyFigures as refusal:
        form.add_error("file", refusal.sentence(words.language()))
        return _upload_page(request, form, TOO_LARGE)
    except units.Ended as refusal:
        form.add_error("unit", refusal.sentence(words.language()))
        return _upload_page(request, form, UNPROCESSABLE)
    except intake.AlreadyReceived as known:
        messages.info(request, known.sentence(words.language()))
        return redirect("intake:document", known.arguments["document"])
    checking.run(document=document, by=by, at=at)
    return redirect("intake:document", document)


def status_of(problem: Unreadable) -> int:
    """Return the HTTP status that says what sort of trouble a file is."""
    if problem.code in TOO_MUCH:
        return TOO_LARGE
    return UNSUPPORTED if problem.code in OTHER_KINDS else UNPROCESSABLE


def _upload_page(request: HttpRequest, form: Upload, status: int = 200) -> HttpResponse:
    limits = {
        "megabytes": settings.TONGKET_MAX_UPLOAD // MEGABYTE,
        "pages": settings.TONGKET_MAX_PAGES,
        "scans": queries.most_scans(),
    }
    context = {"form": form, "limits": limits}
    return render(request, "intake/new.html", context, status=status)


def _too_large(request: HttpRequest, name: str) -> str:
    """Say how large an upload was that the quota dropped, and what to do."""
    size = int(request.META.get("CONTENT_LENGTH") or 0) // MEGABYTE
    limit = settings.TONGKET_MAX_UPLOAD // MEGABYTE
    arguments = ("name", name), ("size", str(size)), ("limit", str(limit))
    return sentence(Unreadable("file_too_big", arguments), words.sentences())


@require_safe
def document(request: HttpRequest, document: int) -> HttpResponse:
    found = sheet(document)
    number = read_count(request.GET.get("page", "1"))
    if number is None or not 1 <= number <= len(found.body.pages):
        raise Http404
    page = found.body.pages[number - 1]
    names = found.body.figures_on(page)
    context = {
        "sheet": found,
        "document": found.document,
        "units": {found.document.unit: units.unit(found.document.unit).name},
        "notes": [sentence(n, words.sentences()) for n in found.document.notes],
        "blocks": blocks(marking.pieces(found.body, page, found.marks)),
        "rows": found.rows(names),
        "doubts": found.open_findings[:DOUBTS],
        "closed": found.closed_findings(frozenset(names)),
        "tally": found.tally,
        "page": number,
        "pages": range(1, len(found.body.pages) + 1),
        "may": access.rights(request, found.document.department),
        "people": access.full_names(
            each.waiver.by for each in found.findings if each.waiver
        ),
    }
    return render(request, "intake/document.html", context)


@require_safe
def source(request: HttpRequest, sha256: str, *, start: int, end: int) -> HttpResponse:
    """Lead from a source that the ledger names to the place in the text."""
    del request
    number = queries.document_of(sha256)
    if number is None:
        raise Http404
    figure = queries.figure_at(number, Span(start, end))
    if figure is None:
        return redirect("intake:document", number)
    return redirect("intake:place", number, figure)


@require_safe
def place(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    """Lead to the place of a figure in the marked text."""
    del request
    return redirect(address_of(document, figure))


def address_of(document: int, figure: str) -> str:
    """Return the address of a figure on the page of its document."""
    span = queries.figure(document, figure).figure.span
    body = marking.Body(
        text=queries.text(document),
        figures={each.figure: each.span for each in queries.standings(document)},
        others=queries.others(document),
    )
    number = body.page_of(span.start)
    query = f"?page={number}" if number > 1 else ""
    return f"{reverse('intake:document', args=[document])}{query}#{figure}"
