"""The addresses of documents and their figures."""

from django.urls import path

from tongket.doors.web.intake import deciding, figure, views

app_name = "intake"
urlpatterns = [
    path("", views.documents, name="documents"),
    path("new/", views.new, name="new"),
    path("source/<str:sha256>/<int:start>-<int:end>/", views.source, name="source"),
    path("<int:document>/", views.document, name="document"),
    path("<int:document>/original/", views.original, name="original"),
    path("<int:document>/accept-above/", deciding.accept_above, name="accept_above"),
    path("<int:document>/post/", deciding.post, name="post"),
    path("<int:document>/<str:figure>/", figure.figure, name="figure"),
    path("<int:document>/<str:figure>/row/", deciding.row, name="row"),
    path("<int:document>/<str:figure>/place/", views.place, name="place"),
    path("<int:document>/<str:figure>/accept/", deciding.accept, name="accept"),
    path(
        "<int:document>/<str:figure>/accept-outside/",
        deciding.accept_outside,
        name="accept_outside",
    ),
    path("<int:document>/<str:figure>/refuse/", deciding.refuse, name="refuse"),
    path("<int:document>/<str:figure>/reopen/", deciding.reopen, name="reopen"),
    path("<int:document>/<str:figure>/change/", figure.change, name="change"),
    path("<int:document>/<str:figure>/correct/", figure.correct, name="correct"),
    path("<int:document>/<str:figure>/withdraw/", figure.withdraw, name="withdraw"),
]
