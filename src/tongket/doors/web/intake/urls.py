"""The addresses of documents and their figures."""

from django.urls import path

from tongket.doors.web.intake import addresses, deciding, figure, originals, views

# Importing them makes the converters known.
__all__ = ["addresses"]

app_name = "intake"
urlpatterns = [
    path("", views.documents, name="documents"),
    path("new/", views.new, name="new"),
    path(
        "source/<str:sha256>/<counted:start>-<counted:end>/",
        views.source,
        name="source",
    ),
    path("<counted:document>/", views.document, name="document"),
    path("<counted:document>/original/", originals.original, name="original"),
    path("<counted:document>/pages/<counted:page>/", originals.page, name="page"),
    path(
        "<counted:document>/pages/<counted:page>/picture/",
        originals.picture,
        name="picture",
    ),
    path(
        "<counted:document>/accept-above/", deciding.accept_above, name="accept_above"
    ),
    path("<counted:document>/post/", deciding.post, name="post"),
    path("<counted:document>/<figure:figure>/", figure.figure, name="figure"),
    path("<counted:document>/<figure:figure>/row/", deciding.row, name="row"),
    path("<counted:document>/<figure:figure>/place/", views.place, name="place"),
    path(
        "<counted:document>/<figure:figure>/surroundings/",
        originals.surroundings,
        name="surroundings",
    ),
    path("<counted:document>/<figure:figure>/accept/", deciding.accept, name="accept"),
    path(
        "<counted:document>/<figure:figure>/accept-outside/",
        deciding.accept_outside,
        name="accept_outside",
    ),
    path("<counted:document>/<figure:figure>/refuse/", deciding.refuse, name="refuse"),
    path("<counted:document>/<figure:figure>/reopen/", deciding.reopen, name="reopen"),
    path("<counted:document>/<figure:figure>/change/", figure.change, name="change"),
    path("<counted:document>/<figure:figure>/correct/", figure.correct, name="correct"),
    path(
        "<counted:document>/<figure:figure>/withdraw/", figure.withdraw, name="withdraw"
    ),
]
