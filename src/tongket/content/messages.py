"""The sentences of the product, by key and language."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from tongket.content.loader import load_folder


@cache
def messages(language: str) -> Mapping[str, str]:
    """Return every sentence written in *language* ("vi" or "en"), by its key.

    The files content/messages/NAME.LANGUAGE.yaml are put together; keys are unique
    over all of them. Empty when nothing is written in that language.
    """
    ending = f".{language}"
    return MappingProxyType(
        {
            key: text
            for name, page in load_folder("messages").items()
            if name.endswith(ending)
            for key, text in page.items()
        }
    )
