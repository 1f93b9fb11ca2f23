"""Everything about one entry: its value, its source, its history, its proof."""

from dataclasses import dataclass

from tongket.core.nouns.document import Place
from tongket.core.nouns.entry import Entry, SourceKind
from tongket.core.nouns.received import Received
from tongket.core.nouns.seal import Proof
from tongket.core.nouns.unit import Unit
from tongket.doors.web.quotation import Quotation, quotation
from tongket.doors.web.signed import Signed, name_of, signed
from tongket.rooms.intake import queries as intake
from tongket.rooms.ledger import queries as ledger
from tongket.rooms.units import queries as units


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that an entry was read in, and the place of the number there."""

    document: Received
    figure: str | None
    quotation: Quotation
    place: Place | None


@dataclass(frozen=True, slots=True)
class Story:
    """One entry with all that makes it trustworthy."""

    entry: Entry
    unit: Unit
    department: Unit
    signer: str
    history: tuple[Signed, ...]
    proof: Proof
    origin: Origin | None


def story(number: int) -> Story:
    """Return the story of an entry. Raises NoSuchEntry."""
    entry = ledger.entry(number)
    return Story(
        entry=entry,
        unit=units.unit(entry.draft.unit),
        department=units.unit(entry.draft.department),
        signer=name_of(entry.by),
        history=signed(ledger.history(number)),
        proof=ledger.proof(number),
        origin=_origin(entry),
    )


def _origin(entry: Entry) -> Origin | None:
    source = entry.draft.source
    if source.kind is not SourceKind.DOCUMENT or source.span is None:
        return None
    number = intake.document_of(source.reference, department=entry.draft.department)
    if number is None:
        return None
    return Origin(
        document=intake.document(number),
        figure=intake.figure_at(number, source.span),
        quotation=quotation(intake.reading(number).text, source.span),
        place=intake.place_of(number, source.span),
    )
