"""One figure: why it was read so, what was decided, and how to change it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongket.content.catalogue import catalogue
from tongket.core.nouns.proposal import ProposedFigure, State
from tongket.doors.web.indicators.search import search
from tongket.doors.web.intake import access, words
from tongket.doors.web.intake.deciding import changed
from tongket.doors.web.intake.forms import Change
from tongket.doors.web.intake.sheet import named, spelled, suggested
from tongket.doors.web.intake.views import address_of
from tongket.doors.web.intake.why import reasons
from tongket.doors.web.offered import choice_of, offered
from tongket.doors.web.quotation import quotation
from tongket.doors.web.typed import read_reason
from tongket.rooms.checking import actions as checking
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import queries
from tongket.rooms.units import queries as units

UNPROCESSABLE = 422
# As many indicators as a person compares at a glance.
SHOWN = 8


@require_safe
def figure(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    found = queries.figure(document, figure)
    return _page(request, document, found, form=_form(request, document, found))


@require_POST
@access.deciding("figures.confirm")
def change(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    # To write in an entry's place is to correct it, wherever it is done from.
    if request.POST.get("replace") and not _may_correct(request, document):
        raise PermissionDenied(
            _(
                "Vai trò của tài khoản này chưa được sửa dòng sổ đang có. Đề nghị văn "
                "phòng hoặc lãnh đạo Sở ghi thay."
            )
        )
    return _decide(request, document, figure)


@require_POST
@access.deciding("entries.correct")
def correct(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    return _decide(request, document, figure)


def _decide(request: HttpRequest, document: int, name: str) -> HttpResponse:
    """Take the form in; what is posted is corrected, anything else changed."""
    found = queries.figure(document, name)
    form = _form(request, document, found)
    if form.is_valid():
        act = intake.correct if found.state is State.POSTED else intake.change
        by, at = access.name_of(request), now()
        faults = act(
            document=document, figure=name, proposal=form.proposal(), by=by, at=at
        )
        if not faults:
            if found.state is State.POSTED:
                checking.run(document=document, by=by, at=at)
            return _done(request, document, name)
        form.add_faults(faults)
    _offer(form)
    return _page(request, document, found, form=form, status=UNPROCESSABLE)


@require_POST
@access.deciding("entries.correct")
def withdraw(request: HttpRequest, document: int, figure: str) -> HttpResponse:
    by, at = access.name_of(request), now()
    intake.withdraw(
        document=document,
        figure=figure,
        reason=read_reason(request.POST.get("reason", "")),
        by=by,
        at=at,
    )
    checking.run(document=document, by=by, at=at)
    messages.success(
        request, _("Đã rút số liệu khỏi sổ; dòng cũ và lý do vẫn đọc được.")
    )
    return redirect("intake:figure", document, figure)


def _may_correct(request: HttpRequest, document: int) -> bool:
    department = queries.document(document).department
    return access.may(request, "entries.correct", department)


def _done(request: HttpRequest, document: int, name: str) -> HttpResponse:
    if getattr(request, "htmx", False):
        return changed(request, document, name)
    return redirect(address_of(document, name).replace("#", "#row-"))


def _form(request: HttpRequest, document: int, found: ProposedFigure) -> Change:
    received = queries.document(document)
    own = units.unit(received.department)
    choices = {each.code: each.name for each in suggested(found.figure)}
    if current := named(found.proposal.indicator):
        choices = {current.code: current.name, **choices}
    typed = request.POST.get("choice", "")
    if typed and typed not in choices and (chosen := named(typed)):
        choices[chosen.code] = chosen.name
    return Change(
        request.POST if request.method == "POST" else None,
        before=found.proposal,
        units=(own, *units.below(own.code)),
        indicators=[(code, f"{name} ({code})") for code, name in choices.items()],
    )


def _offer(form: Change) -> None:
    """Put the indicators that the typed words name among the choices."""
    typed = form.typed_indicator()
    if not typed or named(typed):
        return
    matches = search(typed, catalogue().indicators)[:SHOWN]
    known = dict(offered(form, "choice"))
    besides = [named(each.code) for each in matches if each.code not in known]
    choice_of(form, "choice").choices = [
        *((each.code, f"{each.name} ({each.code})") for each in besides if each),
        *offered(form, "choice"),
    ]
    if matches:
        form.errors.pop("indicator", None)
        form.add_error(
            "indicator",
            _("“%(typed)s” ứng với các chỉ tiêu dưới đây. Chọn một rồi nhận lại.")
            % {"typed": typed},
        )


def _page(
    request: HttpRequest,
    document: int,
    found: ProposedFigure,
    *,
    form: Change,
    status: int = 200,
) -> HttpResponse:
    received = queries.document(document)
    span = found.figure.span
    context = {
        "document": received,
        "each": found,
        "name": found.figure.id,
        "form": form,
        "value": spelled(found.proposal),
        "indicator": named(found.proposal.indicator),
        "suggested": suggested(found.figure),
        "quotation": quotation(queries.text(document), span),
        "origin": queries.place_of(document, span),
        "reasons": reasons(found.figure),
        "standing": queries.standing(document, found.figure.id),
        "acts": [(words.ACTS[each.act], each) for each in found.decisions],
        "people": access.full_names(each.by for each in found.decisions),
        "is_posted": found.state is State.POSTED,
        "may": access.rights(request, received.department),
    }
    part = "#edit" if getattr(request, "htmx", False) else ""
    return render(request, f"intake/figure.html{part}", context, status=status)
