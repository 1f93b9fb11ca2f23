"""What stands around a figure: owners, neighbours, confirmations, breakdowns."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.content.catalogue import OUTSIDE, catalogue
from tongket.content.suggesting import suggester, vocabulary
from tongket.core.nouns.figure import Figure, Kind, Role
from tongket.core.nouns.reading import Reading
from tongket.core.nouns.span import Span
from tongket.core.reading.suggestions.confirmation import Confirmation
from tongket.core.reading.suggestions.suggest import Suggester, suggest_all

title = "What stands around a figure"


def figure(text, number, measure, **more):
    """A figure of the text whose number is the given words."""
    start = text.index(number)
    said = {
        "id": "f1",
        "kind": Kind.COUNT,
        "value": Decimal(1),
        "subject": text.replace(number, "..."),
    }
    span = Span(start, start + len(number))
    return Figure(text=number, span=span, measure=measure, **(said | more))


def codes(suggested):
    return [each.code for each in suggested]


def test_a_percentage_that_restates_a_pair_is_the_ratio_of_its_indicator():
    text = "50/132 hồ sơ được công nhận sáng kiến cấp tỉnh (37,9%)"
    pair = figure(text, "50/132", "hồ sơ", total=Decimal(132))
    share = figure(
        text, "37,9%", "%", id="f2", kind=Kind.PERCENT, role=Role.SHARE, of="f1"
    )

    read = suggest_all(Reading(text, (pair, share), ()), suggester())

    assert codes(read.figures[0].indicators)[0] == "SK-002"
    assert codes(read.figures[1].indicators)[0] == "SK-003"


def test_a_rise_belongs_to_the_indicator_that_rose_even_when_it_stands_first():
    text = "Tăng 0,9%, tốc độ đổi mới công nghệ, thiết bị đạt 17,2%"
    rise = figure(
        text, "0,9%", "%", kind=Kind.PERCENT, role=Role.CHANGE, of="f2", subject="Tăng"
    )
    level = figure(text, "17,2%", "%", id="f2", kind=Kind.PERCENT)

    read = suggest_all(Reading(text, (rise, level), ()), suggester())

    assert [codes(each.indicators)[0] for each in read.figures] == ["CN-001"] * 2


def test_a_part_of_few_words_is_counted_by_the_indicator_of_its_whole():
    text = "Thanh tra tại 40 cơ sở, trong đó 25 ở thành phố"
    whole = figure(text, "40", "cơ sở")
    part = figure(
        text, "25", "cơ sở", id="f2", role=Role.PART, of="f1", subject="ở thành phố"
    )

    read = suggest_all(Reading(text, (whole, part), ()), suggester())

    assert codes(read.figures[1].indicators)[0] == "TR-002"


def test_figures_that_belong_to_each_other_in_a_ring_are_still_read():
    text = "có 3 và 4"
    ring = (
        figure(text, "3", "", of="f2", role=Role.PART),
        figure(text, "4", "", id="f2", of="f1", role=Role.PART),
    )

    read = suggest_all(Reading(text, ring, ()), suggester())

    assert len(read.figures) == 2


def test_what_is_said_against_the_plan_of_a_task_has_an_indicator():
    text = "Việc xây dựng trụ sở hoàn thành sớm 20 ngày"
    ahead = figure(text, "20", "ngày", kind=Kind.DURATION, role=Role.GAP)

    assert codes(suggester().suggest(ahead, text))[0] == "TM-006"


@pytest.mark.parametrize(
    ("text", "code", "dimension", "value"),
    [
        ("8 nhiệm vụ cấp thành phố được nghiệm thu", "NV-046", "cấp quản lý", "tỉnh"),
        ("8 cơ sở được kiểm tra về ghi nhãn", "TR-008", "nội dung", "ghi nhãn"),
        ("8 cuộc thanh tra đột xuất", "TR-001", "kế hoạch/đột xuất", "đột xuất"),
        ("8 giải Ba của hội thi", "SK-008", "hạng giải", "Ba"),
        ("8 lớp tập huấn về ISO", "TT-001", "chủ đề", "ISO, năng suất, chất lượng"),
    ],
)
def test_breakdown_values_are_taken_from_the_words(text, code, dimension, value):
    indicator = catalogue().indicator(code)
    suggested = suggester().suggest(figure(text, "8", ""), text)

    assert dimension in indicator.breakdowns
    (found,) = [each for each in suggested if each.code == code]
    assert dict(found.breakdown)[dimension] == value


def test_the_year_of_a_figure_is_a_breakdown_where_years_are_told_apart():
    text = "năm 2016 có 03 DN đăng ký tham gia Giải thưởng Chất lượng quốc gia"
    of_2016 = figure(text, "03", "dn", period="2016")

    (first, *_) = suggester().suggest(of_2016, text)

    assert (first.code, dict(first.breakdown)["năm"]) == ("TD-015", "2016")


def test_a_suggestion_shows_the_words_that_spoke_for_it():
    text = "kiểm định 1.250 công tơ điện"

    (first, *_) = suggester().suggest(figure(text, "1.250", "công tơ điện"), text)

    assert "kiểm" in first.words
    assert Decimal(0) < first.score <= 1


def test_what_a_department_confirmed_comes_first_the_next_time():
    text = "Tổ chức 6 chuyến đi cơ sở"
    trips = figure(text, "6", "chuyến", subject="Tổ chức ... chuyến đi cơ sở")
    assert "TM-001" not in codes(suggester().suggest(trips, text))

    learnt = suggester((Confirmation.of(trips, "TM-001"),))

    assert codes(learnt.suggest(trips, text))[0] == "TM-001"


def test_a_bare_noun_recalls_only_what_was_confirmed_under_the_same_heading():
    text = "có 18 đề tài"
    said = {"subject": "đề tài"}
    inspected = figure(text, "18", "đề tài", section=("Thanh tra, kiểm tra",), **said)
    managed = figure(text, "18", "đề tài", section=("Quản lý khoa học",), **said)
    learnt = suggester((Confirmation.of(inspected, "TR-010"),))

    assert codes(learnt.suggest(inspected, text))[0] == "TR-010"
    assert "TR-010" not in codes(learnt.suggest(managed, text))[:1]


def test_the_later_of_two_confirmations_of_the_same_words_counts():
    text = "Tổ chức 6 chuyến đi cơ sở"
    trips = figure(text, "6", "chuyến")
    both = (Confirmation.of(trips, "TM-001"), Confirmation.of(trips, "TT-007"))

    assert codes(suggester(both).suggest(trips, text))[0] == "TT-007"


def test_what_was_confirmed_to_be_outside_the_catalogue_is_not_suggested_again():
    text = "thanh tra 12 cơ sở"
    visited = figure(text, "12", "cơ sở")
    assert suggester().suggest(visited, text)

    learnt = suggester((Confirmation.of(visited, OUTSIDE),))

    assert learnt.suggest(visited, text) == ()


def test_one_department_does_not_learn_from_another():
    text = "Tổ chức 6 chuyến đi cơ sở"
    trips = figure(text, "6", "chuyến")
    before = suggester().suggest(trips, text)

    suggester((Confirmation.of(trips, "TM-001"),)).suggest(trips, text)

    assert suggester().suggest(trips, text) == before


@pytest.mark.parametrize(
    "text",
    [
        "nghiệm thu 9 ĐTDA cấp tỉnh",
        "Nghiệm thu 9 đề tài, dự án cấp tỉnh",
        "NGHIỆM THU 9 ĐỀ TÀI, DỰ ÁN CẤP TỈNH",
        "nghiệm thu 9 ĐT/DA cấp tỉnh",
    ],
)
def test_abbreviations_and_capitals_make_no_difference(text):
    suggested = suggester().suggest(figure(text, "9", "đtda"), text)

    assert codes(suggested)[0] in {"NV-017", "NV-046"}


def test_old_and_new_tone_marks_are_the_same_word():
    text = "đã số hoá 92% hồ sơ thủ tục hành chính"
    new = figure(text, "92%", "%", kind=Kind.PERCENT)
    old = replace(new, subject=new.subject.replace("hoá", "hóa"))

    first = suggester().suggest(new, text)

    assert codes(first)[0] == "CS-024"
    assert codes(suggester().suggest(old, text.replace("hoá", "hóa"))) == codes(first)


@given(
    before=st.text(max_size=60),
    after=st.text(max_size=60),
    measure=st.text(max_size=12),
    kind=st.sampled_from(Kind),
    role=st.sampled_from(Role),
)
def test_any_text_gets_at_most_five_suggestions_best_first(before, after, **said):
    text = f"{before}7{after}"
    span = Span(len(before), len(before) + 1)
    any_figure = Figure(
        id="f1", span=span, text="7", value=Decimal(7), subject=after, **said
    )

    suggested = suggester().suggest(any_figure, text)

    scores = [each.score for each in suggested]
    assert len(scores) <= 5
    assert scores == sorted(scores, reverse=True)
    assert len(set(codes(suggested))) == len(scores)


def test_the_heading_says_whose_contracts_are_settled():
    text = "nghiệm thu, thanh lý 61 hợp đồng"
    settled = figure(text, "61", "hợp đồng")
    environment = replace(settled, section=("Lĩnh vực tư vấn môi trường",))
    radiation = replace(settled, section=("Lĩnh vực an toàn bức xạ",))

    assert codes(suggester().suggest(environment, text))[0] == "DV-006"
    assert codes(suggester().suggest(radiation, text))[0] == "DV-008"


def test_the_level_in_the_heading_holds_for_the_figures_under_it():
    text = "Nghiệm thu 12 nhiệm vụ"
    accepted = figure(text, "12", "nhiệm vụ", section=("Cấp cơ sở",))

    suggested = suggester().suggest(accepted, text)

    assert codes(suggested)[0] in {"NV-018", "NV-046"}
    assert "NV-017" not in codes(suggested)[:2]


def test_a_running_total_is_sooner_a_stock_than_a_flow():
    text = "cấp 04 GCN đăng ký tổ chức hoạt động KH&CN, lũy kế 10 GCN"
    flow = figure(text, "04", "gcn", subject="cấp ... GCN đăng ký hoạt động KH&CN")
    stock = replace(
        figure(text, "10", "gcn", id="f2", role=Role.CUMULATIVE, of="f1"),
        subject=flow.subject,
    )

    read = suggest_all(Reading(text, (flow, stock), ()), suggester())

    assert [codes(each.indicators)[0] for each in read.figures] == ["TC-002", "TC-003"]


def test_a_telling_measure_needs_no_other_words():
    text = "vinh danh các nhà khoa học xuất sắc của tỉnh với 3 giải pháp hữu ích"
    solutions = figure(text, "3", "giải pháp hữu ích")

    assert codes(suggester().suggest(solutions, text))[0] == "ST-006"


def test_a_catalogue_without_tasks_has_nothing_to_hold_what_is_said_against_plans():
    without = Suggester([catalogue().indicator("TR-001")], vocabulary())
    text = "hoàn thành sớm 20 ngày"
    ahead = figure(text, "20", "ngày", kind=Kind.DURATION, role=Role.GAP)

    assert without.suggest(ahead, text) == ()


def test_a_part_has_the_breakdown_values_of_its_whole_where_it_gives_none():
    text = "Thanh tra đột xuất 40 cơ sở, trong đó 25 cơ sở kinh doanh gas"
    whole = figure(text, "40", "cơ sở", subject="Thanh tra đột xuất ... cơ sở")
    part = figure(
        text, "25", "cơ sở", id="f2", role=Role.PART, of="f1", subject="kinh doanh gas"
    )

    read = suggest_all(Reading(text, (whole, part), ()), suggester())

    assert dict(read.figures[1].indicators[0].breakdown) == {
        "lĩnh vực KH&CN": "gas",
        "kế hoạch/đột xuất": "đột xuất",
    }


def test_what_an_indicator_says_by_its_name_is_no_breakdown_of_it():
    text = "phê duyệt 4 hồ sơ kế hoạch ứng phó sự cố bức xạ"

    (first, *_) = suggester().suggest(figure(text, "4", "hồ sơ"), text)

    assert first.code == "BX-003"
    assert "kết quả" not in dict(first.breakdown)


def test_words_about_other_figures_give_no_breakdown_value():
    text = "cấp 799 văn bằng; hướng dẫn đăng ký chỉ dẫn địa lý cho 3 huyện"
    titles = figure(text, "799", "văn bằng", subject="cấp ... văn bằng")

    (first, *_) = suggester().suggest(titles, text)

    assert (first.code, first.breakdown) == ("ST-002", ())


def test_a_bare_scope_is_sooner_left_without_an_indicator():
    text = "hồ sơ của 3 đơn vị trực thuộc"
    scope = figure(text, "3", "đơn vị")
    (first, *_) = suggester().suggest(scope, text)

    bare = suggester().suggest(replace(scope, optional=True), text)

    assert not bare or bare[0].score < first.score


def test_a_subject_of_any_length_costs_no_more_than_a_long_one():
    text = "thanh tra 5 cơ sở " + "thanh tra cơ sở " * 20_000
    long = figure(text, "5", "cơ sở", subject=text, section=(text, text))

    assert codes(suggester().suggest(long, text))[0] == "TR-002"


def test_of_two_sections_the_confirmation_of_the_same_one_counts():
    text = "thẩm định 6 hồ sơ"
    in_radiation = figure(text, "6", "hồ sơ", section=("An toàn bức xạ",))
    in_technology = replace(in_radiation, section=("Quản lý công nghệ",))
    learnt = suggester(
        (
            Confirmation.of(in_radiation, "BX-001"),
            Confirmation.of(in_technology, OUTSIDE),
        )
    )

    assert codes(learnt.suggest(in_radiation, text))[0] == "BX-001"
    assert learnt.suggest(in_technology, text) == ()


def test_words_unlike_those_confirmed_recall_nothing():
    text = "thanh tra 6 cơ sở sản xuất mũ bảo hiểm trên địa bàn ba huyện"
    visited = figure(text, "6", "cơ sở")
    other = figure("tập huấn cho 6 cơ sở", "6", "cơ sở")
    learnt = suggester((Confirmation.of(other, "TT-002"),))

    assert learnt.suggest(visited, text) == suggester().suggest(visited, text)


def test_a_corpus_of_many_headings_is_read_like_one_of_few():
    text = "nghiệm thu, thanh lý 61 hợp đồng"
    settled = figure(text, "61", "hợp đồng", section=("Tư vấn môi trường",))
    before = suggester().suggest(settled, text)
    for number in range(1_100):
        titled = replace(settled, section=(f"Mục {number}", f"Tiểu mục {number}"))
        suggester().suggest(titled, text)

    assert suggester().suggest(settled, text) == before


def test_neighbours_without_indicators_say_nothing():
    text = "có 4 trận, 3 cơ sở được thanh tra"
    unknown = figure(text, "4", "trận", subject="trận")
    visited = figure(text, "3", "cơ sở", id="f2", role=Role.PART, of="f1")
    alone = suggester().suggest(visited, text)

    beside = suggester().suggest(visited, text, owner=unknown, before=unknown)

    assert codes(beside)[0] == codes(alone)[0] == "TR-002"


def test_a_part_counted_in_something_else_has_an_indicator_of_its_own():
    text = "29 lớp tập huấn, trong đó 3 sinh viên thực tập"
    whole = figure(text, "29", "lớp tập huấn", subject="... lớp tập huấn")
    part = figure(
        text, "3", "sinh viên", id="f2", role=Role.PART, of="f1", subject="thực tập"
    )

    read = suggest_all(Reading(text, (whole, part), ()), suggester())

    assert codes(read.figures[1].indicators)[0] == "TT-008"
