"""The words on which the checks turn, each group with what it tells a check.

They stand here and not in the lexicon because they belong to the rules: a check is
its sentence and these words. All are lower case; a text is lowered before matching.
"""

import re

# A percentage that is followed by one of these is in points, not relative.
POINTS = re.compile(r"\s*%?\s*điểm(?:\s*(?:%|phần trăm|phần nghìn|tỷ lệ))?(?!\w)")

# After the whole, these announce that its parts follow, all of them.
WHOLLY = re.compile(
    r"(?<!\w)(?:gồm(?:\s+có)?|bao\s+gồm|chia\s+(?:ra|thành|làm)|phân\s+ra|"
    r"được\s+phân\s+bổ|cơ\s+cấu)(?!\w)"
)
# After the whole, these announce parts that need not be all of them.
AMONG = re.compile(r"(?<!\w)(?:trong\s+đó|trong\s+số\s+(?:đó|này)|cụ\s+thể)(?!\w)")
# "trong đó có": some among them, and the writer does not say all.
SOME = re.compile(r"(?<!\w)trong\s+(?:đó|số\s+(?:đó|này))\s*,?\s*(?:có|riêng)(?!\w)")
# The part so named is what the others leave over, so that nothing is missing.
REMAINDER = re.compile(r"(?<!\w)(?:còn\s+lại|số\s+còn|phần\s+còn)(?!\w)")
# What closes a list without a number: "còn lại là cà phê", "v.v.", "…".
UNNUMBERED = re.compile(
    r"(?:,|;|và|-)\s*(?:số\s+|phần\s+)?còn\s+lại(?!\w)|(?<!\w)v\.\s*v|\.{3}|…"
)

# What is left of a whole when its other part is done: "còn 2 chưa đạt", "đang giải
# quyết 5 hồ sơ".
LEFT_BEFORE = re.compile(
    r"(?<!\w)(?:còn(?:\s+(?:lại|dư|tồn|nợ))?|đang|chưa|tồn)"
    r"(?:\s+[^\W\d]+){0,4}\s*:?\s*$"
)
LEFT_AFTER = re.compile(
    r"\s*[^\W\d]+(?:\s+[^\W\d]+){0,3}\s+(?:đang|chưa|còn\s+lại)(?!\w)"
)

# Beside what the others of a pair did: "không tán thành", "ý kiến khác".
OTHERWISE = re.compile(
    r"(?<!\w)(?:không|chưa|khác|còn|đề\s+nghị|đang|tiếp\s+tục|chuyển\s+sang|"
    r"gia\s+hạn|quá\s+hạn|chậm)(?!\w)"
)

# "không đạt", "chưa hoàn thành": the opposite of a part named by the same verb.
NEGATED = re.compile(r"(?<!\w)(?:không|chưa)\s+(?P<verb>\w+(?:\s+\w+)?)\s*:?\s*$")
# After a number whose counted noun is left out, because the whole has named it.
ELIDED = re.compile(r"\s*(?:[,;.()]|và(?!\w)|$)")
BULLET = re.compile(r"\s*(?:[-+*•–·]|\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[.)])")
# A line that ends so is continued by the lines below it.
ANNOUNCES = re.compile(r"(?<!\w)(?:gồm(?:\s+có)?|trong\s+đó|như\s+sau|cụ\s+thể)\W*$")
# A bare label of up to four words before an amount, after a mark.
LABEL = re.compile(r"[;,]\s*(?:và\s+)?(?P<words>\w+(?:\s+\w+){0,3})\s*:?\s*$")
# With one of these a label says something of its own.
VERBS = re.compile(
    r"(?<!\w)(?:chi|nộp|phạt|hỗ\s+trợ|giải\s+ngân|vay|nợ|lợi\s+nhuận|bình\s+quân|"
    r"trung\s+bình|tăng|giảm|đạt|còn|tổng|lũy\s+kế|luỹ\s+kế|ước|doanh\s+thu|nhất|"
    r"năng\s+suất|sản\s+lượng|hơn|kém|bằng|so|từ|đến|mỗi)(?!\w)"
)
# Before the whole: it is presented as what the others add up to.
TOTAL_OF = re.compile(
    r"(?<!\w)(?:tổng(?:\s+(?:số|cộng))?|cả\s+thảy|tất\s+cả|toàn\s+bộ|cộng)(?!\w)"
)
# Qualities that cut across other divisions: parts so named may overlap with others.
CROSSING = re.compile(
    r"(?<!\w)(?:nữ|đảng\s+viên|đoàn\s+viên|dân\s+tộc|tôn\s+giáo|trẻ|hộ\s+nghèo|"
    r"thạc\s+s[ĩỹ]|tiến\s+s[ĩỹ]|giáo\s+sư|đại\s+học|lãnh\s+đạo|chuyên\s+gia|"
    r"lần\s+đầu|nước\s+ngoài|ngoài\s+tỉnh|quá\s+hạn|vi\s+phạm|sai|lỗi|"
    r"chưa|không|thiếu)(?!\w)"
)

# Between an amount in digits and the bracket that says it again in words.
IN_WORDS = re.compile(
    r"\s*(?:đồng|đ|vnđ)?\s*[,;]?\s*"
    r"(?:\(|\(?\s*(?:viết\s+|ghi\s+)?bằng\s+chữ\s*:?)\s*"
)
WORDS_END = re.compile(r"\s*(?:đồng|đ|vnđ)?\s*(?:chẵn)?\s*[./]*\)")

# Only these make a total a running one; "đến nay đã giải quyết" may be a part.
RUNNING = re.compile(
    r"(?<!\w)(?:l[uũ][yỹ]\s+kế|lu[ỹy]\s+kế|cộng\s+dồn|tính\s+chung|từ\s+đầu\s+năm|"
    r"tổng\s+(?:số\s+|cộng\s+)?(?:đến|từ)|(?:đưa|nâng)\s+tổng\s+số)(?!\w)"
)
# "N trong 33 sản phẩm": the whole stands after its parts.
OUT_OF = re.compile(r"(?<!\w)(?:trong|trên|/)\s*(?:tổng\s*(?:số)?|số)?\s*$")
# "trong số 11 nhóm hàng": what follows divides these.
OUT_OF_THESE = re.compile(r"(?<!\w)trong\s+(?:tổng\s+)?số\s*$")

# "Trong 52 chỉ số có 24 chỉ số tăng, …": these are divided too.
WITHIN_THESE = re.compile(r"(?:^|[.;:\n]|-)\s*trong\s*$")
HAS = re.compile(r"(?<!\w)có\s*$")

# Between a number and the percentage that restates it, directly or in brackets.
RESTATED_AS = re.compile(
    r"^[^.;:,()\n]{0,40}(?:"
    r"\(\s*(?:đạt|chiếm|tương\s+đương|bằng|t[ỷỉ]\s+lệ|=)?"
    r"|,?\s*(?:đạt|chiếm|tương\s+(?:đương|ứng)|tức|bằng)(?:\s+t[ỷỉ]\s+lệ)?"
    r")\s*(?:là\s+)?(?:khoảng|gần|hơn|trên)?\s*$"
)
# "Nghiệm thu 12/15 đề tài, chiếm 80 %": what is done of what was to be done "đạt".
TAKES_UP = re.compile(r"(?<!\w)chiếm(?:\s+t[ỷỉ]\s+lệ)?\s*$")
CARRIED_OUT = re.compile(
    r"(?<!\w)(?:nghiệm\s+thu|hoàn\s+thành|giải\s+quyết|xử\s+lý|thực\s+hiện|giải\s+ngân)"
    r"(?:\s+(?:được|xong|đúng\s+hạn))?\s*$"
)
# "chiếm 37,9 % tổng số 132 hồ sơ": the whole follows its percentage.
WHOLE_AFTER = re.compile(
    r"^[\s,(]*(?:so\s+với|của|trên|trong)?\s*(?:tổng|toàn\s+bộ|trong\s+số)"
    r"[^.;\d()]{0,40}$"
)

# "15,5 % số lao động tiên tiến": the whole is named, and was told before.
SHARE_OF = re.compile(
    r"\s*%?\s*(?:so\s+với\s+|trên\s+|của\s+)?(?:tổng\s+)?số\s+"
    r"(?:lượng\s+)?(?P<words>\w+(?:\s+\w+){1,2})"
)

# "1,05 % tổng chi ngân sách": what the percentage is of, in words of its own.
OF_ANOTHER = re.compile(
    r"\s*%?\s*(?:so\s+với\s+|trên\s+|của\s+)?tổng\s+(?!số(?!\w))(?P<words>\w+(?:\s+\w+)?)"
)

# Directions that a comparison words.
RISE = re.compile(
    r"(?<!\w)(?:tăng|nhích|lên|vượt|thêm|"
    r"(?<!thấp\s)(?<!ít\s)(?<!kém\s)hơn)(?!\w)|[+↑▲]"
)
FALL = re.compile(
    r"(?<!\w)(?:giảm|hạ|sụt|xuống|bớt|thấp\s+hơn|ít\s+hơn|kém|còn|thiếu|hụt)(?!\w)|[-−↓▼]"
)
# "bằng 90 % cùng kỳ": what is left of the earlier value, not how far it is away.
EQUAL_TO = re.compile(
    r"(?<!\w)(?:bằng|đạt)\s*(?:khoảng|gần|hơn|trên|xấp\s+xỉ|tới)?\s*$"
)
# Before a figure that another is compared with, or by which it changed.
COMPARED = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|so\s+với|cùng\s+kỳ|"
    r"(?:năm|tháng|quý|kỳ)\s+(?:trước|ngoái))(?!\w)"
)
# After a change: it is one against an earlier period.
COMPARED_WITH = re.compile(r"(?<!\w)so\s+(?:với\s+)?(?:cùng|năm|tháng|quý|kỳ|đầu)")
# Behind one of these a comparison is of the cause, and not of what it caused.
BECAUSE = re.compile(r"(?<!\w)(?:do|vì|nhờ|bởi|nguyên\s+nhân)(?!\w)")
# From one value to the other, with the direction in the word between them.
UP_TO = re.compile(r"(?<!\w)(?:lên(?:\s+(?:đến|tới))?|tăng\s+(?:lên|đến))(?!\w)")
DOWN_TO = re.compile(r"(?<!\w)(?:xuống(?:\s+còn)?|giảm\s+(?:còn|xuống)|còn)(?!\w)")

TO = re.compile(r"→|⇒|->")

# Before an earlier value that nothing ties to the value it is compared with.
SAID_EARLIER = re.compile(
    r"(?<!\w)(?:cùng\s+kỳ|(?:năm|tháng|quý|kỳ|đoạn)\s+(?:trước|ngoái))"
    r"[^.,;\d]{0,15}(?:\d{4}[^.,;\d]{0,5})?$"
)
DATED_BEFORE = re.compile(
    r"(?:(?<!\w)so\s+(?:với\s+)?|\(\s*)(?:(?:thời\s+điểm|đầu|cuối)\s+){0,2}"
    r"(?:năm|quý|tháng)\s+[^.;,]{0,20}$"
)
# Nothing but a measure before the bracket that a value stands alone in.
ALONE_IN_BRACKETS = re.compile(r"\s*(?:\w+\s*){0,4}\(\s*")
# Before a target, and between a value and its target.
PLANNED = re.compile(
    r"(?<!\w)(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu)"
    r"(?:\s+(?:năm|quý|tháng|tỉnh|được|giao|đề|đặt|ra|cả|là|\d{4}))*\s*[(:]?\s*(?:là)?\s*$"
)
# Between a gap and the target it is one from: "139,5 % chỉ tiêu giao (20 triệu)".
PLANNED_AFTER = re.compile(
    r"^[^.;\n\d]{0,30}(?<!\w)(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu|kh|khv|"
    r"nghị\s+quyết)(?!\w)[^.;\n]{0,40}$"
)
# Before a value that is aimed at: it is no earlier one.
AIMED_AT = re.compile(
    r"(?<!\w)(?:mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch|dự\s+toán)(?!\w)[^.;,]{0,30}$"
)
# Before a sum that was handed out, to be spent.
ASSIGNED = re.compile(
    r"(?<!\w)(?:giao|phân\s+bổ|bố\s+trí|kế\s+hoạch\s+vốn|khv?|dự\s+toán)"
    r"(?:\s+(?:là|năm|đầu|\d{4}))*\s*:?\s*$"
)
SLASH = re.compile(r"\s*(?:\w{1,8}\s*)?/\s*")
# A count, what it counts, and the number of others that it is divided by.
COUNT_OVER = re.compile(r"[^.;,()\n]{0,40}/\s*")
# A year that dates the value after it.
YEAR = re.compile(r"(?<!\w)năm\s+((?:19|20)\d\d)(?!\w)")

# Before a day of a month.
IS_DAY = re.compile(r"(?<!\w)(?:ngày|đến|từ|hết|trước|sau)\s*$")
# "bằng 1/2 bình quân cả nước": a fraction of something else, and no pair.
FRACTION_OF = re.compile(r"(?<!\w)(?:bằng|tăng|giảm)\s*$")
# "gấp 2 lần", "tăng 1,5 lần", "bằng 3 lần".
TWICE_AS = re.compile(r"(?<!\w)(?:gấp|bằng)\s*(?:hơn|gần|khoảng|trên)?\s*$")

# "gần 17 %", said of a value that has not quite reached it.
NOT_QUITE = re.compile(r"(?<!\w)(?:gần|suýt|xấp\s+xỉ\s+dưới)\s*$")

# The row, or the words before a number, that add the others up.
GRAND_TOTAL = re.compile(
    r"^\W*(?:tổng(?:\s+(?:số|cộng|kinh\s+phí|chi|thu|vốn))?|cộng(?:\s+chung)?|"
    r"toàn\s+(?:tỉnh|ngành|thành\s+phố)|total)\W*(?:\(.*\))?\W*$"
)

# "của 06 doanh nghiệp": takes up a figure that was said before.
SAID_BEFORE = re.compile(r"(?<!\w)(?:của|cả|từ|trong|tại)\s*$")
# "126 đơn nêu trên": what was said above, and is pointed at.
SAID_ABOVE = re.compile(r"^[^.;,()]{0,25}(?<!\w)(?:nêu|nói)\s+trên(?!\w)")
