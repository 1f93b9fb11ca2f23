"""The pages of the ledger."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.content.catalogue import catalogue
from tongket.core.nouns.entry import EntryKind
from tongket.doors.web.choice import Choice, chosen
from tongket.doors.web.entries.listing import Asked, listing
from tongket.doors.web.entries.story import story
from tongket.doors.web.intake.access import may
from tongket.doors.web.typed import read_count


def entries(request: HttpRequest) -> HttpResponse:
    choice = chosen(request)
    may_post = request.user.has_perm("entries.post")
    if choice.department is None:
        return render(request, "entries/nothing.html", {"may_post": may_post})
    found = listing(_asked(request, choice))
    context = {
        "may_post": may_post,
        "choice": choice,
        "listing": found,
        "asked": found.asked,
        "kinds": tuple(EntryKind),
        "fields": catalogue().fields,
    }
    return render(request, "entries/entries.html", context)


def _asked(request: HttpRequest, choice: Choice) -> Asked:
    """Read the filters; what is no filter of ours counts as not asked."""
    get = request.GET
    kind, start = get.get("kind", ""), get.get("start", "")
    return Asked(
        department=choice.department.code if choice.department else "",
        period="" if get.get("period") == "all" else choice.period,
        field=get.get("field", ""),
        kind=kind if kind in set(EntryKind) else "",
        words=get.get("q", "").strip(),
        corrected=get.get("corrected") == "1",
        start=read_count(start) or 0,
    )


def entry(request: HttpRequest, number: int) -> HttpResponse:
    # No database counts further.
    if number >= 2**63:
        raise Http404
    found = story(number)
    department = found.department.code
    stands = not (found.entry.withdrawn or found.entry.replaced_by)
    context = {
        "story": found,
        "may_correct": stands and may(request, "entries.correct", department),
    }
    return render(request, "entries/entry.html", context)
