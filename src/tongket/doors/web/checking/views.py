"""The pages of findings: all that wants a look, and setting one aside."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket.doors.web.choice import chosen
from tongket.doors.web.intake import access
from tongket.rooms.checking import actions as checking
from tongket.rooms.checking import queries
from tongket.rooms.intake import queries as intake


@require_GET
def findings(request: HttpRequest) -> HttpResponse:
    choice = chosen(request)
    department = choice.department.code if choice.department else None
    found = queries.open_findings(department=department)
    # By document, the one with the gravest finding first.
    numbers = dict.fromkeys(finding.document for finding in found)
    context = {
        "choice": choice,
        "documents": [
            (
                intake.document(number),
                [finding for finding in found if finding.document == number],
            )
            for number in numbers
        ],
        "counts": queries.how_many_open(department=department),
        "may": access.rights(request, department or ""),
    }
    return render(request, "checking/findings.html", context)


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
        reason=request.POST.get("reason", ""),
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
