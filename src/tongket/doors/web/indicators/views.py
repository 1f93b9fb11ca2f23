"""The pages of the catalogue."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tongket.content.catalogue import UnknownIndicator, catalogue
from tongket.doors.web.choice import chosen
from tongket.doors.web.indicators.about import about
from tongket.doors.web.indicators.picture import picture
from tongket.doors.web.indicators.search import search


def indicators(request: HttpRequest) -> HttpResponse:
    known = catalogue()
    words, field = request.GET.get("q", "").strip(), request.GET.get("field", "")
    found = known.by_field.get(field, known.indicators)
    if words:
        found = search(words, found)
    context = {
        "words": words,
        "field": field,
        "fields": known.fields,
        "found": found,
        # Without a question the page is a table of contents, not 400 rows.
        "asked": bool(words or field in known.by_field),
    }
    return render(request, "indicators/indicators.html", context)


def indicator(request: HttpRequest, code: str) -> HttpResponse:
    choice = chosen(request)
    try:
        found = about(code, choice.department.code if choice.department else "")
    except UnknownIndicator as unknown:
        raise Http404 from unknown
    if found.indicator.code != code:
        return redirect("indicators:indicator", found.indicator.code, permanent=True)
    drawn = picture(found.indicator, found.series[0].rows) if found.series else None
    context = {"choice": choice, "about": found, "picture": drawn}
    return render(request, "indicators/indicator.html", context)
