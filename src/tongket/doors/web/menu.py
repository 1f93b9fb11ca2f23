"""What stands in the header: the areas of the site, in the order of the work."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy as in_context

MENU = (
    ("home:home", in_context("menu", "Tổng quan")),
    ("intake:documents", in_context("menu", "Văn bản")),
    ("checking:findings", in_context("menu", "Phát hiện")),
    ("entries:entries", in_context("menu", "Sổ số liệu")),
    ("reports:reports", in_context("menu", "Báo cáo")),
    ("indicators:indicators", in_context("menu", "Chỉ tiêu")),
    ("units:units", in_context("menu", "Đơn vị")),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A link of the menu, and whether the page shown is of its area."""

    address: str
    word: str | Promise
    is_here: bool


def menu(area: str) -> tuple[Place, ...]:
    """Return the menu as a page of *area* shows it."""
    return tuple(
        Place(reverse(page), word, page.partition(":")[0] == area)
        for page, word in MENU
    )
