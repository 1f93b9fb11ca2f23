"""What somebody reads on a page: its text, in order, without the markup."""

from lxml import html


def text_of(response, path="//body"):
    """Return the words of a page as they follow each other."""
    parts = html.fromstring(response.content.decode()).xpath(
        f"{path}//text()[not(ancestor::script or ancestor::svg)]"
    )
    return " ".join(" ".join(parts).split()).replace(" /", "/").replace("/ ", "/")


def addresses_of(response):
    """Return where the links of a page lead."""
    return html.fromstring(response.content.decode()).xpath("//a/@href")
