"""Nothing is kept that no page uses: parts, tags, styles."""

import re
from pathlib import Path

import pytest

from tongket.core.nouns.claim import Verdict
from tongket.doors import web
from tongket.doors.web.templatetags.tongket import register

HOME = Path(web.__file__).parent
TEMPLATES = sorted(HOME.rglob("*.html"))
MARKUP = "\n".join(path.read_text("utf-8") for path in TEMPLATES)
CODE = "\n".join(
    path.read_text("utf-8")
    for folder in (HOME, HOME.parents[1] / "core" / "rendering")
    for path in folder.rglob("*.py")
)
STYLES = sorted((HOME / "static" / "web").glob("*.css"))
# Classes that htmx, Django's messages and the verdicts of claims set themselves.
SET_ELSEWHERE = {"htmx-request", "good", "bad", "doubt", "accent", *Verdict}


def classes(styles):
    """Return the classes that a style sheet speaks of."""
    bare = re.sub(r"/\*.*?\*/|\{[^{}]*\}|\"[^\"]*\"", " ", styles, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][\w-]*)", bare))


@pytest.mark.parametrize(
    "part", sorted(path.name for path in (HOME / "templates/components").iterdir())
)
def test_every_part_stands_on_some_page(part):
    assert f"components/{part}" in MARKUP + CODE


@pytest.mark.parametrize("name", sorted({*register.tags, *register.filters}))
def test_every_tag_and_filter_is_used(name):
    assert re.search(rf"(\{{% |\|){name}\b", MARKUP)


@pytest.mark.parametrize("style", [path.name for path in STYLES])
def test_every_class_of_a_style_sheet_is_used(style):
    text = (HOME / "static/web" / style).read_text("utf-8")

    unused = {
        name
        for name in classes(text) - SET_ELSEWHERE
        if not re.search(rf"(?<![\w-]){name}(?![\w-])", MARKUP + CODE)
    }

    assert not unused


def test_colours_are_named_in_one_place():
    elsewhere = {
        path.name
        for path in STYLES
        if path.name not in {"tokens.css", "print.css"}
        and re.search(r"#[0-9a-fA-F]{3,6}\b", path.read_text("utf-8"))
    }

    assert not elsewhere


def test_pages_carry_no_style_attributes_and_no_scripts_of_their_own():
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", MARKUP, flags=re.DOTALL)

    assert not re.search(r"<[^>]*\sstyle=", bare)
    assert not re.search(r"<script(?![^>]*src=)", bare)
    assert not re.search(r"<[^>]*\son\w+=", bare)
