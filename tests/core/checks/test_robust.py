"""Whatever a reading holds, checking ends without a fault and can be told."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.content.messages import messages
from tongket.core.checks.check import check
from tongket.core.checks.messages import sentence
from tongket.core.nouns.claim import Known
from tongket.core.nouns.figure import Bound, Figure, Kind, Role
from tongket.core.nouns.reading import Reading
from tongket.core.nouns.span import Span

GAPS = (
    " ", ", ", ". Tổng ", "\n", "\n- Nhóm: ", "\t", " | ", " (", ") ", " / ", "/",
    " trong đó ", " gồm ", "; còn lại ", ", gấp ", " lên ", " xuống còn ", " → ",
    ", đạt ", " kế hoạch ", " so với năm 2019 (", " cùng kỳ ", "\n| Tổng cộng | ",
)  # fmt: skip
MEASURES = (
    "", "cơ sở", "đề tài", "đồng", "%", "điểm %", "lần", "hạng", "bậc", "kg",
    "giường/vạn dân", "giường", "dân",
)  # fmt: skip
values = st.one_of(
    st.none(),
    st.integers(0, 40).map(Decimal),
    st.decimals(0, 10**9, places=2),
    st.just(Decimal("1E+12")),
)
ids = st.one_of(st.none(), st.integers(0, 9).map("f{}".format))
shapes = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(Kind),
        "value": values,
        "measure": st.sampled_from(MEASURES),
        "bound": st.sampled_from(Bound),
        "role": st.sampled_from(Role),
        "total": st.one_of(st.none(), values),
        "of": ids,
        "sign": st.sampled_from((None, "+", "-", "=")),
        "quantum": st.sampled_from((None, Decimal(1), Decimal("0.01"), Decimal(10**9))),
        "section": st.sampled_from(((), ("Nhóm",), ("7 nhóm", "Tổng"))),
    }
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text, figures = "", []
    for place, shape in enumerate(draw(st.lists(shapes, max_size=9))):
        text += draw(st.sampled_from(GAPS))
        number = draw(st.sampled_from(("7", "7,5%", "12 tỷ", "1.240", "3/4")))
        span = Span(len(text), len(text) + len(number))
        figures.append(Figure(id=f"f{place}", span=span, text=number, **shape))
        text += number
    return Reading(text + draw(st.sampled_from(GAPS)), tuple(figures), ())


@given(readings(), values, values)
@settings(max_examples=300)
def test_every_reading_can_be_checked_and_every_claim_told(
    reading: Reading, plan: Decimal | None, previous: Decimal | None
) -> None:
    known = [Known(figure.id, plan, previous) for figure in reading.figures[:3]]

    for claim in check(reading, known):
        assert claim.figures
        assert [span.start for span in claim.spans] == sorted(
            span.start for span in claim.spans
        )
        for language in ("vi", "en"):
            assert sentence(claim, messages(language)).endswith(f"({claim.code})")


@given(readings())
def test_checking_twice_finds_the_same(reading: Reading) -> None:
    assert check(reading) == check(reading)
