"""The pages of findings: all that wants a look, and setting one aside."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongket.core.checks.messages import disagreement
from tongket.core.nouns.finding import Apart, Finding
from tongket.doors.web.choice import chosen
from tongket.doors.web.intake import access
from tongket.doors.web.intake.words import sentences
from tongket.doors.web.typed import read_reason
from tongket.rooms.checking import actions as checking
from tongket.rooms.checking import queries
from tongket.rooms.intake import queries as intake


@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    choice = chosen(request)
    department = choice.department.code if choice.department else None
    found = queries.open_findings(department=department)
    # By document, the one with the gravest finding first.
    of_document: dict[int, list[Finding]] = {}
    for finding in found:
        of_document.setdefault(finding.document, []).append(finding)
    documents = intake.several(of_document)
    context = {
        "choice": choice,
        "documents": [(documents[each], of_document[each]) for each in of_document],
        "apart": _told(queries.disagreements(department) if department else ()),
        "may": access.rights(request, department or ""),
    }
    return render(request, "checking/findings.html", context)


def _told(found: tuple[Apart, ...]) -> list[tuple[Apart, str]]:
    """Put the sentence beside each disagreement."""
    return [(each, disagreement(each.disagreement, sentences())) for each in found]


@require_POST
@access.deciding("figures.confirm")
def again(request: HttpRequest, document: int) -> HttpResponse:
    checking.run(document=document, by=access.name_of(request), at=now())
    messages.success(request, _("Đã kiểm tra lại văn bản này với sổ hiện nay."))
    return redirect("intake:document", document)


@require_POST
@access.deciding("findings.waive")
def waive(request: HttpRequest, document: int, finding: str) -> HttpResponse:
    checking.waive(
        document=document,
        finding=finding,
        reason=read_reason(request.POST.get("reason", "")),
        by=access.name_of(request),
        at=now(),
    )
    return redirect(f"{reverse('intake:document', args=[document])}#findings")


@require_POST
@access.deciding("findings.waive")
def take_up_again(request: HttpRequest, document: int, finding: str) -> HttpResponse:
    checking.take_up_again(
        document=document, finding=finding, by=access.name_of(request), at=now()
    )
    address = reverse("intake:document", args=[document])
    return redirect(f"{address}#finding-{finding}")
