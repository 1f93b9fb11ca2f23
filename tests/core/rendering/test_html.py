"""The page shows every number as a link, and escapes every word."""

import re
from dataclasses import replace

import pytest

from tests.core.rendering.paper import LAYOUT, delivered, file, paper
from tongket.core.nouns.paper import (
    Bullet,
    Cell,
    Fact,
    Heading,
    Paragraph,
    Table,
    Words,
)
from tongket.core.rendering.html import to_html, to_page

HOSTILE = "<script>alert('&\"')</script>"


def test_every_fact_is_a_link_to_where_it_comes_from() -> None:
    html = to_html(
        paper(), layout=LAYOUT, link=lambda fact: f"/entries/{fact.entries[0]}/"
    )

    links = re.findall(r'<a data-fact="(n\d+)" href="/entries/(\d+)/"', html)

    assert links == [(fact.key, str(fact.entries[0])) for fact in paper().facts]


def test_a_computed_number_tells_its_computation() -> None:
    html = to_html(paper(), layout=LAYOUT)

    assert 'title="21 ÷ 20 × 100 = 105%"' in html


def test_headings_keep_their_depth() -> None:
    html = to_html(paper(), layout=LAYOUT)

    assert '<h1 class="type-name">Báo cáo</h1>' in html
    assert '<h2 class="level-1">I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2019</h2>' in html
    assert '<h4 class="level-3">a) Quản lý nhiệm vụ' in html


def test_on_a_page_with_a_heading_the_article_stands_one_level_lower() -> None:
    html = to_html(paper(), layout=LAYOUT, under=1)

    assert '<h2 class="type-name">Báo cáo</h2>' in html
    assert '<h3 class="level-1">I. KẾT QUẢ' in html


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((Words(HOSTILE, bold=True, italic=True),)),
        Bullet((Fact("n1", HOSTILE, (1,), HOSTILE),), level=2),
        Heading(1, "I.", HOSTILE),
        Table(HOSTILE, (HOSTILE,), ((Cell((Words(HOSTILE),)),),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_no_word_of_the_ledger_is_taken_for_markup(block) -> None:
    made = replace(paper(), blocks=(block,), subject=HOSTILE, place=HOSTILE)
    carried = replace(delivered(), facts=(Fact("n1", HOSTILE, (1,), HOSTILE),))

    page = to_page(made, layout=LAYOUT, delivered=carried).decode()

    assert "<script>alert" not in page
    assert page.count("</script>") == 1


def test_the_delivered_page_needs_nothing_from_elsewhere() -> None:
    page = file("html").decode()

    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "http" not in page
    assert page.startswith('<!doctype html>\n<html lang="vi">')
