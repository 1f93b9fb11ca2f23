"""The pages of reports: choose one, read it, deliver it, verify what was delivered."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongket.core.nouns.delivery import DeliveredFile
from tongket.core.nouns.paper import Fact
from tongket.doors.web.choice import chosen
from tongket.doors.web.reports import access, forms
from tongket.doors.web.reports.sources import sources
from tongket.rooms.reports import actions, queries


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    choice = chosen(request)
    department = choice.department.code if choice.department else ""
    context = {
        "choice": choice,
        "choices": queries.choices(department, get_language() or "vi"),
        "deliveries": queries.deliveries(department),
    }
    return render(request, "reports/reports.html", context)


@require_safe
def report(request: HttpRequest, *, unit: str, period: str, kind: str) -> HttpResponse:
    paper, article = queries.article(unit=unit, period=period, kind=kind, link=_link)
    context = {
        "asked": {"unit": unit, "period": period, "kind": kind},
        "paper": paper,
        # Made by the renderer, which escapes every word of the ledger.
        "article": mark_safe(article),  # noqa: S308 - see the line above
        "sources": sources(paper),
        "title": queries.title(
            period=period, kind=kind, language=get_language() or "vi"
        ),
        "may_deliver": access.may(request, "reports.deliver", unit),
    }
    return render(request, "reports/report.html", context)


def _link(fact: Fact) -> str:
    """Return where a number leads: to its entry, or to the entries it comes from."""
    if len(fact.entries) == 1:
        return reverse("entries:entry", args=[fact.entries[0]])
    return f"#{fact.key}"


@require_POST
def deliver(request: HttpRequest, *, unit: str, period: str, kind: str) -> HttpResponse:
    if not access.may(request, "reports.deliver", unit):
        raise PermissionDenied(
            _(
                "Vai trò của tài khoản này chưa được xuất báo cáo của Sở này. "
                "Đề nghị quản trị viên giao vai trò."
            )
        )
    made = actions.deliver(
        unit=unit,
        period=period,
        kind=kind,
        to=request.POST.get("to", ""),
        by=str(request.user.get_username()),
        at=now(),
    )
    return _download(made)


@require_safe
def delivery(_request: HttpRequest, number: int) -> HttpResponse:
    # No database counts further.
    if number >= 2**63:
        raise Http404
    return _download(queries.file(number))


def _download(made: DeliveredFile) -> HttpResponse:
    response = HttpResponse(made.content, content_type=made.delivery.form.media_type)
    response["Content-Disposition"] = f'attachment; filename="{made.delivery.name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def verify(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "reports/verify.html", {"form": forms.Delivered()})
    form = forms.Delivered(request.POST, request.FILES)
    # Known once the form has been read; what is too large was not kept.
    if getattr(request, "too_large", []):
        form.refuse_as_too_large()
        return render(request, "reports/verify.html", {"form": form}, status=413)
    if not form.is_valid():
        return render(request, "reports/verify.html", {"form": form}, status=422)
    language = get_language() or "vi"
    try:
        found = queries.verification(form.cleaned_data["file"].read())
    except queries.NotDelivered as refusal:
        form.add_error("file", refusal.sentence(language))
        return render(request, "reports/verify.html", {"form": form}, status=422)
    verdict, *doubts = queries.sentences(found, language)
    context = {"form": form, "found": found, "verdict": verdict, "doubts": doubts}
    return render(request, "reports/verify.html", context)
