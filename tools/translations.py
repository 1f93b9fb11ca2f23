"""The English of the site: gather what pages say, and tell what has no English yet.

Pages and views are written in Vietnamese; the Vietnamese sentence is the key under which
the English one stands in locale/en/LC_MESSAGES/django.po.

    python tools/translations.py            bring the file up to date, list what lacks
    python tools/translations.py --check    only list; exit 1 when something lacks
"""

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parents[1] / "src" / "tongket" / "doors" / "web"
ENGLISH = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
# Headers that change by the day, or that nobody fills in.
FLEETING = (
    b'"Generated-By',
    b'"Language-Team',
    b'"Last-Translator',
    b'"PO-Revision-Date',
    b'"POT-Creation-Date',
    b'"Project-Id-Version',
    b'"Report-Msgid-Bugs-To',
)
# The calls that take a sentence.
PLAIN = ("_", "gettext", "gettext_lazy", "gettext_noop")
PLURAL = ("ngettext",)
IN_CONTEXT = ("in_context", "pgettext", "pgettext_lazy")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a page: one form, or singular and plural; its context, if any."""

    forms: tuple[str, ...]
    context: str | None = None

    @property
    def key(self) -> str | tuple[str, ...]:
        """Return what the catalogue knows the sentence by."""
        return self.forms if len(self.forms) > 1 else self.forms[0]


def spoken() -> Catalog:
    """Gather every sentence of the pages, with the files in which it is said."""
    catalogue = Catalog()
    for path in sorted((*WEB.rglob("*.py"), *WEB.rglob("*.html"))):
        # Without line numbers, which would change with every edit of a page.
        place = (str(path.relative_to(WEB)), 0)
        for said in sentences(path):
            catalogue.add(said.key, locations=[place], context=said.context)
    return catalogue


def sentences(path: Path) -> Iterator[Said]:
    """Yield the translatable sentences of a template or of a module."""
    source = path.read_text("utf-8")
    if path.suffix == ".html":
        # Django blanks out everything but the calls; indentation would trip Python.
        calls = templatize(source, origin=str(path))
        source = "\n".join(line.strip() for line in calls.splitlines())
    every = dict.fromkeys((*PLAIN, *PLURAL, *IN_CONTEXT))
    for _, call, found, _ in extract_python(io.BytesIO(source.encode()), every, (), {}):
        words = (found,) if isinstance(found, str) else tuple(map(str, found))
        if call in IN_CONTEXT:
            yield Said(words[1:2], context=words[0])
        else:
            yield Said(words[:2] if call in PLURAL else words[:1])


def written() -> Catalog:
    """Read the English catalogue, empty when there is none yet."""
    if not ENGLISH.exists():
        return Catalog(locale="en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def forms(words: object) -> tuple[str, ...]:
    """Return the forms of an entry of a catalogue, one or more."""
    return (words,) if isinstance(words, str) else tuple(words or ())  # type: ignore[arg-type]  # babel's union


def english_of(message: Message, english: Catalog) -> Message | None:
    """Return the entry that translates *message*, form for form."""
    known = english.get(forms(message.id)[0], context=message.context)
    whole = known is not None and len(forms(known.id)) == len(forms(message.id))
    return known if whole else None


def lacking(said: Catalog, english: Catalog) -> list[str]:
    """Return the sentences that are said and have no English."""
    found = []
    for message in said:
        known = english_of(message, english) if message.id else message
        if known is None or (message.id and not all(forms(known.string) or [""])):
            found.append(" / ".join(forms(message.id)))
    return found


def misfilled(english: Catalog) -> list[str]:
    """Return sentences whose English drops or invents a value ("%(many)s")."""
    value = re.compile(r"%\(\w+\)[sd]")
    return [
        forms(message.id)[-1]
        for message in english
        if message.id
        and forms(message.string)[-1]
        and set(value.findall(forms(message.id)[-1]))
        != set(value.findall(forms(message.string)[-1]))
    ]


def update(said: Catalog, english: Catalog) -> Catalog:
    """Return the catalogue of what is said now, with the English known so far."""
    fresh = Catalog(locale="en", header_comment="# English of the site", fuzzy=False)
    for message in said:
        if message.id:
            known = english_of(message, english)
            fresh.add(
                message.id,
                known.string if known else "",
                locations=list(dict.fromkeys(message.locations)),
                context=message.context,
            )
    return fresh


def page(english: Catalog) -> bytes:
    """Write the catalogue out, without the headers that change by the day."""
    file = io.BytesIO()
    write_po(file, english, width=88, sort_output=True, include_lineno=False)
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(FLEETING))


def main() -> int:
    said, english = spoken(), written()
    if "--check" not in sys.argv:
        english = update(said, english)
        ENGLISH.parent.mkdir(parents=True, exist_ok=True)
        ENGLISH.write_bytes(page(english))
    faults = [f"no English: {each}" for each in lacking(said, english)]
    faults += [f"other values in English: {each}" for each in misfilled(english)]
    print("\n".join(faults) or "Every sentence has its English.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
