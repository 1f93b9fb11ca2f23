"""Deciding about figures: accept, refuse, take back, post.

Every answer is a page of its own without JavaScript, and the changed parts alone for
htmx: the figure's row, its mark in the text, and the tally.
"""

from collections.abc import Iterable
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tongket.core.nouns.proposal import Held, Outcome
from tongket.doors.web.intake import access, marking, words
from tongket.doors.web.intake.sheet import sheet
from tongket.doors.web.intake.views import address_of
from tongket.doors.web.typed import read_count
from tongket.rooms.checking import actions as checking
from tongket.rooms.intake import actions as intake

# More reasons than this are left to the rows, which show each its own.
TOLD = 3
# Certainties are asked for in hundredths.
SURE = 100


@require_POST
@access.deciding("figures.confirm")
def accept(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    outcome = intake.accept(
        document=document, figures=[figure], by=access.name_of(request), at=now()
    )
    return answer(request, outcome, document=document, figure=figure)


@require_POST
@access.deciding("figures.confirm")
def accept_outside(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    outcome = intake.accept_outside_catalogue(
        document=document, figures=[figure], by=access.name_of(request), at=now()
    )
    return answer(request, outcome, document=document, figure=figure)


@require_POST
@access.deciding("figures.confirm")
def refuse(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    outcome = intake.refuse(
        document=document, figures=[figure], by=access.name_of(request), at=now()
    )
    return answer(request, outcome, document=document, figure=figure)


@require_POST
@access.deciding("figures.confirm")
def reopen(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    outcome = intake.reopen(
        document=document, figures=[figure], by=access.name_of(request), at=now()
    )
    return answer(request, outcome, document=document, figure=figure)


@require_POST
@access.deciding("figures.confirm")
def accept_above(request: HttpRequest, document: int) -> HttpResponse:
    asked = read_count(request.POST.get("certainty", ""))
    if asked is None or asked > SURE:
        messages.error(request, _("Chọn mức chắc chắn trong danh sách"))
        return redirect("intake:document", document)
    outcome = intake.accept_all_above(
        document=document,
        certainty=Decimal(asked) / SURE,
        besides=sheet(document).doubted,
        by=access.name_of(request),
        at=now(),
    )
    count = len(outcome.taken)
    messages.success(
        request,
        ngettext("Đã nhận %(count)s số liệu.", "Đã nhận %(count)s số liệu.", count)
        % {"count": count},
    )
    return redirect("intake:document", document)


@require_POST
@access.deciding("figures.confirm")
def post(request: HttpRequest, document: int) -> HttpResponse:
    by, at = access.name_of(request), now()
    outcome = intake.post(document=document, by=by, at=at)
    if outcome.entries:
        # What the ledger holds now may settle a wording that was open before.
        checking.run(document=document, by=by, at=at)
        count = len(outcome.entries)
        messages.success(
            request,
            ngettext(
                "Đã ghi %(count)s số liệu vào sổ.",
                "Đã ghi %(count)s số liệu vào sổ.",
                count,
            )
            % {"count": count},
        )
    _tell(request, outcome.held)
    return redirect("intake:document", document)


@require_safe
def row(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    """Show a row as it stands, for who began to change it and thought better."""
    return changed(request, document, figure)


def answer(
    request: HttpRequest, outcome: Outcome, *, document: int, figure: str
) -> HttpResponse:
    """Show what became of one figure."""
    if not getattr(request, "htmx", False):
        _tell(request, outcome.held)
        return redirect(address_of(document, figure).replace("#", "#row-"))
    return changed(request, document, figure, held=outcome.held)


def changed(
    request: HttpRequest, document: int, figure: str, *, held: Iterable[Held] = ()
) -> HttpResponse:
    """Return the parts of the document's page that a decision changed."""
    found = sheet(document)
    (row,) = found.rows([figure])
    context = {
        "document": found.document,
        "row": row,
        "piece": marking.Piece(
            row.figure.text,
            figure=row.figure.id,
            state=row.state.value,
            tone=row.tone,
        ),
        "tally": found.tally,
        "told": [words.told(each) for each in held],
        "may": access.rights(request, found.document.department),
    }
    return render(request, "intake/document.html#changed", context)


def _tell(request: HttpRequest, held: tuple[Held, ...]) -> None:
    for each in held[:TOLD]:
        messages.warning(request, f"{each.figure}: {words.told(each)}")
    if len(held) > TOLD:
        rest = len(held) - TOLD
        messages.warning(
            request,
            ngettext(
                "Còn %(count)s số liệu nữa chờ; lý do ghi ở từng dòng.",
                "Còn %(count)s số liệu nữa chờ; lý do ghi ở từng dòng.",
                rest,
            )
            % {"count": rest},
        )
