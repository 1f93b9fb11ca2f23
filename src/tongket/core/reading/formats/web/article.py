"""Where on a page its article stands, and what around it is chrome."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from tongket.core.reading.formats.struck import Struck
from tongket.core.reading.formats.web.page import BLOCKS, Element

# Elements that no reader sees as part of the article.
CHROME = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "input",
        "textarea",
        "iframe",
        "svg",
        "object",
        "embed",
        "head",
        "dialog",
        "canvas",
        "video",
        "audio",
        "map",
        "menu",
    }
)
# Struck out by who wrote it.
STRUCK = frozenset({"del", "s", "strike"})
STRUCK_CLASS = re.compile(r"\.([\w-]+)\s*\{[^{}]*line-through")
ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu"}
)
# Names that designers of sites give to what surrounds an article, in both languages.
CHROME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|mainmenu|topmenu|sidebar|breadcrumbs?|footer|"
    r"cookie|popup|modal|share|sharing|social|related|comments?|pagination|pager|"
    r"advert|ads|banner|skip|toolbar|widget|tags?|"
    r"lien-?quan|tin-?khac|tin-?moi|binh-?luan|chia-?se|quang-?cao|luot-?truy-?cap|"
    r"truy-?cap|thong-?ke-?truy-?cap)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What office programs call the head and foot of pages when they save a web page.
PAGE_EDGES = frozenset({"header", "footer"})
# The mark of a footnote, which a link leads to its note or back.
NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[ivx]{1,5}|[*†‡]{1,3})[\])]?\s*")
NOTE_TARGET = re.compile(r"#.*(?:fn|ftn|note|cite|ref)", re.IGNORECASE)
NEVER_CHROME = frozenset({"body", "article", "main", "h1", "p"})
# Parts of an article that never are all of it.
PARTS = frozenset({"table", "tbody", "tr", "ul", "ol", "p"})
# Text of a link is no prose; neither are the crumbs between links.
SHORTEST_PROSE = 25
# So many links make a page of a site; fewer make a document saved as a page.
LINKS_OF_A_SITE = 10


@dataclass(slots=True)
class Weight:
    """How much text an element holds: prose, all of it, and that in links."""

    prose: int = 0
    text: int = 0
    links: int = 0
    anchors: int = 0

    def add(self, other: "Weight") -> None:
        """Add what a child holds."""
        self.prose += other.prose
        self.text += other.text
        self.links += other.links
        self.anchors += other.anchors

    def take(self, text: str | None, *, in_link: bool) -> None:
        """Add a stretch of text that stands in the element itself."""
        length = len(text.strip()) if text else 0
        self.text += length
        if in_link:
            self.links += length
        elif length >= SHORTEST_PROSE:
            self.prose += length

    def is_menu(self) -> bool:
        """Tell whether this is a list of links rather than a text with some."""
        return self.anchors >= 3 and self.links * 10 >= self.text * 6


class Page:
    """A page weighed: the element that holds its article, and what in it is chrome."""

    def __init__(self, root: Element) -> None:
        self.body = next(root.iter("body"), root)
        self._weights: dict[Element, Weight] = {}
        self._chrome: set[Element] = set()
        self.struck = Struck()
        self._struck_classes = frozenset(
            name
            for style in root.iter("style")
            for name in STRUCK_CLASS.findall(style.text or "")
        )
        anchors = sum(1 for _ in self.body.iter("a"))
        self.is_site = anchors >= LINKS_OF_A_SITE
        self.article = self.body
        if self.is_site:
            self._weigh()
            self.article = self._article()

    def is_chrome(self, element: Element) -> bool:
        """Tell whether *element* is to be left out."""
        if not self.is_site:
            return is_chrome(element) or self.is_struck(element)
        if element in self._chrome:
            return True
        weight = self._weights.get(element)
        return weight is not None and weight.is_menu()

    def is_struck(self, element: Element) -> bool:
        """Tell whether the words of *element* are struck out."""
        if element.tag in STRUCK:
            return True
        if not element.keys():
            return False
        classes = (element.get("class") or "").split()
        return "line-through" in (element.get("style") or "").lower() or (
            not self._struck_classes.isdisjoint(classes)
        )

    def leave_out(self, element: Element) -> None:
        """Take note of an element that is left out."""
        if self.is_struck(element):
            self.struck.take("", "".join(map(str, element.itertext())))
            self.struck.end()

    def title(self) -> Element | None:
        """Return the page's heading where it stands outside of the article."""
        if self.article is self.body or next(self.article.iter("h1"), None) is not None:
            return None
        heading = next(self.body.iter("h1"), None)
        if heading is None or any(map(is_chrome, heading.iterancestors())):
            return None
        return heading

    def _article(self) -> Element:
        """Go down from the body as long as one child holds nearly all the prose."""
        here = self.body
        whole = self._weights[here].prose
        while True:
            # 75 %: a sidebar of news teasers weighs up to a quarter of a short article.
            heavy = [
                child
                for child in here
                if child.tag not in PARTS
                and child in self._weights
                and self._weights[child].prose * 4 > whole * 3
            ]
            if not heavy:
                return here
            here = heavy[0]

    def _weigh(self) -> None:
        """Weigh every block of the page once, and set apart what is chrome."""
        open_blocks = [Weight()]
        links = 0
        walk = etree.iterwalk(self.body, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if element is not self.body and (
                    is_chrome(element) or self.is_struck(element)
                ):
                    self._chrome.add(element)
                    walk.skip_subtree()
                    continue
                links += tag == "a"
                if tag in BLOCKS:
                    open_blocks.append(Weight())
                open_blocks[-1].anchors += tag == "a"
                open_blocks[-1].take(element.text, in_link=links > 0)
                continue
            if element not in self._chrome:
                links -= tag == "a"
                if tag in BLOCKS:
                    self._weights[element] = open_blocks.pop()
                    open_blocks[-1].add(self._weights[element])
            if element is not self.body:
                open_blocks[-1].take(element.tail, in_link=links > 0)
        self._weights.setdefault(self.body, open_blocks[0])


def is_chrome(element: Element) -> bool:
    """Tell whether the element's own name, role or class says that it is chrome."""
    if element.tag in CHROME:
        return True
    if not element.keys():
        return False
    if element.get("role") in ROLES or _is_hidden(element):
        return True
    if element.tag in SAYS and SAYS[element.tag](element):
        return True
    # A body or article whose class speaks of a sidebar still is the article.
    if element.tag in NEVER_CHROME:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return CHROME_NAMES.search(names) is not None


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def is_page_edge(block: Element) -> bool:
    """Tell whether a block was the head or the foot of printed pages."""
    return block.get("title") in PAGE_EDGES


def is_note_mark(link: Element) -> bool:
    """Tell whether a link is the mark of a footnote, such as "[1]"."""
    target = link.get("href") or ""
    if not target.startswith("#") or len(link) > 3:
        return False
    around = link.getparent()
    is_raised = around is not None and around.tag == "sup"
    if not (is_raised or NOTE_TARGET.match(target)):
        return False
    return NOTE_MARK.fullmatch("".join(map(str, link.itertext()))) is not None


# What some elements say of themselves in their own way.
SAYS: dict[str, Callable[[Element], bool]] = {"a": is_note_mark, "div": is_page_edge}
