"""The cast of the composing tests: the department of An Bình and its few indicators."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from tongket.content import periods
from tongket.content.outlines import outline
from tongket.core.composing.compose import compose
from tongket.core.composing.request import Letterhead, Request
from tongket.core.nouns.entry import (
    Draft,
    Entry,
    EntryKind,
    Source,
    SourceKind,
)
from tongket.core.nouns.indicator import Aggregation, Direction, Indicator
from tongket.core.nouns.paper import Bullet, Fact, Inline, Paper, Paragraph, Signature

HIGHER, LOWER, NEUTRAL = Direction.HIGHER, Direction.LOWER, Direction.NEUTRAL
SUM, LAST, RATIO = Aggregation.SUM, Aggregation.LAST, Aggregation.RATIO

INDICATORS = {
    code: Indicator(code, name, code, field, measure, direction, aggregation)
    for code, name, field, measure, direction, aggregation in (
        ("NV-001", "Số nhiệm vụ KH&CN các cấp đang quản lý", "nhiem_vu", "nhiệm vụ", NEUTRAL, LAST),
        ("NV-017", "Số nhiệm vụ cấp tỉnh được nghiệm thu", "nhiem_vu", "nhiệm vụ", HIGHER, SUM),
        ("NV-027", "Số nhiệm vụ quá hạn chưa nghiệm thu", "nhiem_vu", "nhiệm vụ", LOWER, LAST),
        ("NV-039", "Kinh phí ngân sách cấp cho nhiệm vụ KH&CN", "nhiem_vu", "triệu đồng", NEUTRAL, SUM),
        ("CN-001", "Tốc độ đổi mới công nghệ, thiết bị", "cong_nghe", "%", HIGHER, LAST),
        ("TC-008", "Xếp hạng toàn quốc về số doanh nghiệp KH&CN", "to_chuc_doanh_nghiep", "hạng", LOWER, LAST),
        ("SK-003", "Tỷ lệ hồ sơ sáng kiến được công nhận cấp tỉnh", "sang_kien", "%", NEUTRAL, RATIO),
        ("BX-010", "Số sự cố bức xạ, hạt nhân", "buc_xa_hat_nhan", "sự cố", LOWER, SUM),
        ("TR-014", "Tỷ lệ cơ sở bị xử phạt", "thanh_tra_kiem_tra", "%", LOWER, RATIO),
        ("TC-003", "Lũy kế giấy chứng nhận còn hiệu lực", "to_chuc_doanh_nghiep", "giấy chứng nhận", HIGHER, LAST),
        ("ST-006", "Số giải pháp hữu ích", "so_huu_tri_tue", "giải pháp", HIGHER, SUM),
        ("PII-H", "Xếp hạng PII toàn quốc", "pii", "hạng", LOWER, LAST),
        ("TR-001", "Số cuộc thanh tra", "thanh_tra_kiem_tra", "cuộc", NEUTRAL, SUM),
        ("NDM-000", "Số liệu ngoài danh mục", "ngoai_danh_muc", "", NEUTRAL, LAST),
    )
}  # fmt: skip
# Missions of the state are missions seen through their level.
INDICATORS["NV-002"] = replace(
    INDICATORS["NV-001"],
    code="NV-002",
    name_vi="Số nhiệm vụ cấp quốc gia đang triển khai",
    general="NV-001",
    fixed=(("cấp quản lý", "quốc gia"),),
)
MEASURES = {code: indicator.measure for code, indicator in INDICATORS.items()}


def entry(number: int, indicator: str, value: str | None, **other: Any) -> Entry:
    """Make an entry of An Bình for the year 2019, actual and exact unless said."""
    measure = other.pop("measure", MEASURES[indicator])
    if measure == "triệu đồng":
        measure = "đồng"
    decimal = None if value is None else Decimal(value)
    draft = Draft(
        department="an-binh",
        unit=other.pop("unit", "an-binh"),
        period=other.pop("period", "2019"),
        indicator=indicator,
        kind=other.pop("kind", EntryKind.ACTUAL),
        value=decimal,
        displayed=other.pop("displayed", value or ""),
        measure=measure,
        source=Source(SourceKind.PERSON, "lan", quote=other.pop("quote", "")),
        **other,
    )
    return Entry(number, number, draft, "lan", datetime(2020, 1, 2, tzinfo=UTC), "", "")


def plan(number: int, indicator: str, value: str, **other: Any) -> Entry:
    return entry(number, indicator, value, kind=EntryKind.PLAN, **other)


def before(number: int, indicator: str, value: str, **other: Any) -> Entry:
    return entry(number, indicator, value, period="2018", **other)


def request(period: str = "2019", kind: str = "year", ahead: str = "2020") -> Request:
    codes = (period, ahead)
    return Request(
        department="an-binh",
        name="Sở Khoa học và Công nghệ tỉnh An Bình",
        kind=kind,
        period=periods.period(period),
        ahead=ahead,
        letterhead=Letterhead(
            superior="Ủy ban nhân dân tỉnh An Bình",
            issuer="Sở Khoa học và Công nghệ",
            symbol="BC-SKHCN",
            place="An Bình",
            signature=Signature("Giám đốc", name="Trần Thị Lan"),
            addressees=("Ủy ban nhân dân tỉnh An Bình",),
            recipients=("Như trên", "Các phòng, đơn vị thuộc Sở"),
        ),
        names={code: periods.label(periods.period(code)) for code in codes},
        units={"trung-tam": "Trung tâm Ứng dụng"},
    )


def report(*entries: Entry, **asked: str) -> Paper:
    wanted = request(**asked)
    return compose(
        outline=outline(wanted.period.end),
        request=wanted,
        entries=entries,
        indicators=INDICATORS,
    )


def text(parts: Sequence[Inline]) -> str:
    """Return what a reader reads in the parts; a blank is shown as "[…]"."""
    return "".join(part.text if not hasattr(part, "hint") else "[…]" for part in parts)


def sentences(paper: Paper) -> list[str]:
    """Return the texts of all bullets and paragraphs."""
    return [
        text(block.parts)
        for block in paper.blocks
        if isinstance(block, (Bullet, Paragraph))
    ]


def bullets(paper: Paper) -> list[str]:
    return [text(b.parts) for b in paper.blocks if isinstance(b, Bullet)]


def facts(paper: Paper) -> dict[str, Fact]:
    return {fact.text: fact for fact in paper.facts}
