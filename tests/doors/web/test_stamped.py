"""Styles are kept by the browser until they change."""

import re

import pytest

from tongket.doors.web.stamped import stamp


@pytest.fixture
def style(client, db):
    """Give the address of a style sheet as a page names it."""
    page = client.get("/help/").content.decode()
    return re.search(r'href="(/static/web/base\.css[^"]*)"', page)[1]


def test_a_style_s_address_carries_a_stamp_of_its_content(style):
    assert style == f"/static/web/base.css?{stamp('web/base.css')}"
    assert len(stamp("web/base.css")) == 12


def test_a_stamped_style_may_be_kept_for_a_year(client, style):
    response = client.get(style)
    response.close()

    assert response.status_code == 200
    assert "max-age=31536000" in response["Cache-Control"]


def test_what_is_missing_has_no_stamp():
    assert stamp("web/nothing.css") == ""
