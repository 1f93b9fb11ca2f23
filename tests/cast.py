"""The fixed cast: departments, people and round numbers that every test may use.

Bến Tre is always right, Kiên Giang is elsewhere, Vĩnh Long took Bến Tre over. Bình of
Bến Tre may post and correct, Lan of Bến Tre may only read, Hòa works in Kiên Giang.
"""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from tongket.core.nouns.entry import Draft, EntryKind, Source, SourceKind
from tongket.core.nouns.person import Person, Role
from tongket.core.nouns.span import Span
from tongket.rooms.people import actions as people
from tongket.rooms.units import actions as units

AT = datetime(2020, 1, 15, 1, 30, tzinfo=UTC)
BEN_TRE = "ben-tre"
KIEN_GIANG = "kien-giang"
VINH_LONG = "vinh-long-2025"
PASSWORD = "sổ tay mùa lúa 1975"

BINH = Person("binh", "Trần Văn Bình", BEN_TRE, "Phó Chánh Văn phòng", Role.OFFICE)
LAN = Person("lan", "Nguyễn Thị Lan", BEN_TRE, "Chuyên viên", Role.VIEWER)
HOA = Person("hoa", "Lê Thị Hòa", KIEN_GIANG, "Chuyên viên", Role.SPECIALIST)
ADMIN = Person("quan-tri", "Phạm Quản Trị", role=Role.ADMINISTRATOR)
CAST = (BINH, LAN, HOA, ADMIN)

DOCUMENT = "d" * 64
ACCEPTED = Draft(
    department=BEN_TRE,
    unit=BEN_TRE,
    period="2019",
    indicator="NV-001",
    kind=EntryKind.ACTUAL,
    value=Decimal(50),
    displayed="50",
    measure="nhiệm vụ",
    source=Source(SourceKind.DOCUMENT, DOCUMENT, Span(100, 102), "50"),
    label="Nhiệm vụ đang thực hiện",
)


def enter() -> None:
    """Let the cast in: the places of content, and everybody's account."""
    units.load_places(by="cast", at=AT)
    for person in CAST:
        people.create(person=person, password=PASSWORD, by="cast", at=AT)


def drafts(count: int, *, start: int = 0, department: str = BEN_TRE) -> list[Draft]:
    """Return drafts of one document of a department, one after the other in it."""
    return [
        replace(
            ACCEPTED,
            department=department,
            unit=department,
            value=Decimal(each),
            displayed=str(each),
            source=replace(ACCEPTED.source, span=Span(10 * each, 10 * each + 1)),
        )
        for each in range(start, start + count)
    ]
