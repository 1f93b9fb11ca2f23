"""What a department confirmed: which indicator it meant by which words."""

from dataclasses import dataclass

from tongket.core.nouns.figure import Figure


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One figure that a person linked to an indicator, in the words of its text.

    Later ones count before earlier ones where the same words were linked twice.
    """

    subject: str
    section: tuple[str, ...]
    measure: str
    code: str

    @classmethod
    def of(cls, figure: Figure, code: str) -> "Confirmation":
        """Return what is learnt when *figure* is entered under *code*."""
        return cls(figure.subject, figure.section, figure.measure, code)
