"""The page of the indicator catalogue."""

from tongket.content.catalogue import catalogue


def page() -> str:
    """Return docs/reference/indicators.md."""
    book = catalogue()
    lines = [
        "# Indicators · Danh mục chỉ tiêu",
        "",
        f"Written by `make docs` from content/indicators: {len(book.indicators)} indicators.",
        "",
    ]
    for field in book.fields:
        lines += [f"## {field.name_vi} · {field.name_en}", ""]
        lines += [
            "| code | chỉ tiêu | ĐVT | aggregation |",
            "| --- | --- | --- | --- |",
        ]
        lines += [
            f"| {each.code} | {each.name_vi} | {each.measure} | {each.aggregation.value} |"
            for each in book.by_field[field.code]
        ]
        lines.append("")
    return "\n".join(lines)
