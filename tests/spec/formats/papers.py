"""Papers of an invented department, such as offices make every half-year."""

from tests.spec.formats.paper import Beside, Grid, Paper, Text

LETTERHEAD = Beside(
    ("UBND TỈNH SÔNG TRÀ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: 118/BC-SKHCN"),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Trà, ngày 14 tháng 6 năm 2021",
    ),
)
SIGNATURES = Beside(
    ("Nơi nhận:", "- UBND tỉnh (báo cáo);", "- Lưu: VT, KHTC (05)."),
    ("GIÁM ĐỐC", "Trần Văn Bình"),
)


def paragraphs(*words: str) -> tuple[Text, ...]:
    return tuple(map(Text, words))


HALF_YEAR = Paper(
    (
        LETTERHEAD,
        Text("BÁO CÁO", "t"),
        Text("Kết quả công tác 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2021", "t"),
        Text("I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "h"),
        Text("1. Quản lý nhiệm vụ khoa học và công nghệ", "h"),
        *paragraphs(
            "Trong 6 tháng đầu năm, Sở đã trình phê duyệt 14 nhiệm vụ cấp tỉnh, tăng 3 nhiệm vụ so với cùng kỳ; tổ chức nghiệm thu 09 đề tài, trong đó có 4 đề tài xếp loại khá và 5 đề tài xếp loại đạt. Tổng kinh phí đã cấp là 6.450 triệu đồng, đạt 53,8% kế hoạch năm.",
            "Đôn đốc 27 tổ chức chủ trì nộp báo cáo tiến độ; đến nay đã có 22/27 tổ chức nộp đúng hạn (81,5%).",
        ),
        Text("2. Tiêu chuẩn, đo lường, chất lượng", "h"),
        *paragraphs(
            "Kiểm định 3.215 phương tiện đo các loại, hiệu chuẩn 148 thiết bị; thu phí 912,6 triệu đồng. Kiểm tra 63 cơ sở kinh doanh xăng dầu, phát hiện 4 cơ sở vi phạm, xử phạt 85 triệu đồng.",
        ),
        Text("Tổ chức 05 lớp tập huấn cho 230 lượt học viên;", "-"),
        Text("Hướng dẫn 18 doanh nghiệp xây dựng tiêu chuẩn cơ sở;", "-"),
        Text("Cấp 11 giấy chứng nhận đăng ký mã số mã vạch.", "-"),
        Text("II. NHIỆM VỤ 6 THÁNG CUỐI NĂM", "h"),
        *paragraphs(
            "Phấn đấu nghiệm thu 16 đề tài, chuyển giao 8 kết quả nghiên cứu cho các địa phương; hoàn thành giải ngân 100% kinh phí được giao.",
        ),
        SIGNATURES,
    )
)

TABLES = Paper(
    (
        Text("PHỤ LỤC TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU NĂM 2021", "t"),
        Text(
            "Bảng dưới đây tổng hợp số liệu của các phòng, trung tâm trực thuộc Sở tính đến hết tháng 11."
        ),
        Grid(
            (
                ("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2021", "Thực hiện 2021"),
                ("1", "Đề tài cấp tỉnh được nghiệm thu", "đề tài", "15", "17"),
                ("2", "Phương tiện đo được kiểm định", "phương tiện", "7.000", "7.482"),
                (
                    "3",
                    "Doanh nghiệp được hỗ trợ sở hữu trí tuệ",
                    "doanh nghiệp",
                    "40",
                    "36",
                ),
                ("4", "Thu sự nghiệp", "triệu đồng", "3.200", "3.457,5"),
            )
        ),
        Text(
            "Trong các chỉ tiêu nêu trên, có 3 chỉ tiêu vượt kế hoạch và 1 chỉ tiêu chưa đạt."
        ),
    ),
    header="Sở Khoa học và Công nghệ tỉnh Sông Trà",
)

MERGED = Paper(
    (
        Text("KINH PHÍ SỰ NGHIỆP KHOA HỌC VÀ CÔNG NGHỆ", "t"),
        Grid(
            (
                ("Nội dung chi (ĐVT: triệu đồng)", "Năm 2020", None, "Năm 2021", None),
                ("", "Dự toán", "Thực hiện", "Dự toán", "Thực hiện"),
                ("Nghiên cứu ứng dụng", "8.200", "7.950", "9.100", "8.875"),
                ("Tăng cường năng lực kiểm định", "2.400", "2.400", "2.650", "2.512"),
                ("Tổng cộng", "10.600", "10.350", "11.750", "11.387"),
            ),
            heads=2,
        ),
        Text("Số liệu năm 2021 là số ước thực hiện đến ngày 31 tháng 12 năm 2021."),
    ),
    landscape=True,
)

LONG_TABLE = Paper(
    (
        Text("DANH MỤC HỖ TRỢ DOANH NGHIỆP NĂM 2022", "t"),
        Text(
            "Sở đã hỗ trợ 72 doanh nghiệp với tổng kinh phí 4.626 triệu đồng, cụ thể như sau:"
        ),
        Grid(
            (
                ("STT", "Tên doanh nghiệp", "Nội dung hỗ trợ", "Kinh phí (triệu đồng)"),
                *(
                    (
                        str(count),
                        f"Công ty TNHH {name}",
                        "Đổi mới thiết bị, áp dụng hệ thống quản lý chất lượng",
                        str(28 + count),
                    )
                    for count, name in enumerate(
                        [
                            "An Bình",
                            "Bảo Tín",
                            "Cửu Long",
                            "Đại Phát",
                            "Gia Hưng",
                            "Hải Yến",
                            "Kim Ngân",
                            "Lộc Phú",
                        ]
                        * 9,
                        start=1,
                    )
                ),
            )
        ),
        Text(
            "Ngoài ra, Sở tư vấn trực tiếp cho 145 lượt doanh nghiệp và hộ kinh doanh."
        ),
    ),
    header="Sở Khoa học và Công nghệ tỉnh Sông Trà",
)

NEWSLETTER = Paper(
    (
        Text("BẢN TIN KHOA HỌC VÀ CÔNG NGHỆ SÔNG TRÀ", "t"),
        Text("Chuyển giao kỹ thuật về cơ sở", "h"),
        *paragraphs(
            "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ vừa chuyển giao quy trình trồng nấm rơm trong nhà cho 35 hộ dân tại 4 xã vùng ven. Sau 3 tháng, các hộ thu được 12,4 tấn nấm tươi, lãi bình quân 21 triệu đồng mỗi hộ.",
            "Cùng với đó, Trung tâm đã lắp đặt 16 trạm quan trắc độ mặn tự động, giúp nông dân chủ động lấy nước cho 2.350 ha lúa. Kinh phí đầu tư các trạm là 1.780 triệu đồng, trong đó ngân sách tỉnh hỗ trợ 1.200 triệu đồng.",
            "Theo kế hoạch, năm sau Trung tâm sẽ mở rộng thêm 20 trạm tại các huyện ven biển và đào tạo 60 cán bộ kỹ thuật vận hành thiết bị.",
        ),
        Text("Phong trào sáng kiến lan rộng", "h"),
        *paragraphs(
            "Hội thi Sáng tạo kỹ thuật của tỉnh năm nay thu hút 88 giải pháp dự thi của 132 tác giả, tăng 17 giải pháp so với lần trước. Ban tổ chức đã trao 25 giải thưởng với tổng số tiền 310 triệu đồng.",
            "Có 9 giải pháp được chọn tham dự hội thi toàn quốc; 2 giải pháp đã được cấp bằng độc quyền giải pháp hữu ích. Nhiều giải pháp đang được áp dụng tại các nhà máy chế biến thủy sản trong tỉnh.",
            "Ban tổ chức cũng ghi nhận 41 giải pháp của học sinh, sinh viên; nhiều em lần đầu tham gia nhưng mô hình có tính ứng dụng cao, tiết kiệm cho nhà trường 56 triệu đồng mua sắm học cụ.",
        ),
        Text("Thanh tra chuyên đề về cân đóng gói", "h"),
        *paragraphs(
            "Đoàn thanh tra đã làm việc tại 47 cơ sở đóng gói sẵn trên địa bàn 6 huyện, lấy 118 mẫu để thử nghiệm. Kết quả có 109/118 mẫu đạt yêu cầu, chiếm 92,4%. Đoàn lập biên bản xử phạt 5 cơ sở với số tiền 47,5 triệu đồng và buộc thu hồi 360 kg hàng hóa.",
        ),
    ),
    columns=2,
    fonts=("Times New Roman", 11),
)


def long_report(parts: int) -> Paper:
    """A report of *parts* chapters, each of about half a page."""
    blocks = [LETTERHEAD, Text("BÁO CÁO TỔNG HỢP NHIỆM KỲ", "t")]
    for part in range(1, parts + 1):
        blocks += [
            Text(f"{part}. Kết quả của đơn vị trực thuộc", "h"),
            Text(
                f"Đơn vị đã chủ trì {part + 3} đề tài cấp cơ sở, phối hợp thực hiện {part + 11} mô hình trình diễn tại các xã; kinh phí thực hiện {part * 7 + 120} triệu đồng, bằng {60 + part % 35}% dự toán được giao. Công tác tuyên truyền được duy trì đều, góp phần nâng cao nhận thức của người dân về ứng dụng tiến bộ kỹ thuật vào sản xuất và đời sống."
            ),
            Text(
                f"Trong năm, đơn vị tiếp nhận {part * 2 + 40} hồ sơ, giải quyết {part * 2 + 38}/{part * 2 + 40} hồ sơ trước hạn; tổ chức {part % 9 + 2} buổi hội thảo với {part * 5 + 60} lượt người tham dự."
            ),
            Text(f"Mở {part % 6 + 2} lớp tập huấn cho {part * 3 + 55} học viên;", "-"),
            Text(f"Cấp phát {part * 10 + 500} tờ gấp tuyên truyền.", "-"),
        ]
    return Paper(tuple(blocks), header="Báo cáo tổng hợp nhiệm kỳ")


PAPERS = {
    "half-year report": HALF_YEAR,
    "annex of targets": TABLES,
    "budget with merged heads": MERGED,
    "table over pages": LONG_TABLE,
    "newsletter in columns": NEWSLETTER,
    "report of many chapters": long_report(30),
}
