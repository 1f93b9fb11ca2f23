"""A refusal: what a room does not do, with the sentence that says why.

The sentences stand in content/messages under the refusal's code.
"""

from tongket.content.messages import messages


class Refusal(Exception):
    """Something was asked that a room does not do; nothing was stored.

    `code` is a key of content/messages, `arguments` what its sentence is filled with.
    Each room derives its own refusals and names them by what is the case.
    """

    code = ""

    def __init__(self, **arguments: object) -> None:
        super().__init__(self.code, arguments)
        self.arguments = arguments

    def sentence(self, language: str = "vi") -> str:
        """Return what stands there and what to do, in "vi" or "en"."""
        return messages(language)[self.code].format(**self.arguments)

    def __str__(self) -> str:
        return self.sentence()
