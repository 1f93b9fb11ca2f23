"""The page of the checks."""

from tongket.content.messages import messages
from tongket.core.checks.register import CHECKS


def page() -> str:
    """Return docs/reference/checks.md."""
    lines = [
        "# Checks · Các phép kiểm tra",
        "",
        "Written by `make docs` from the checks' own rules. A displayed number stands for",
        "the interval that its digits leave open; every verdict is taken on intervals.",
        "",
    ]
    words = messages("vi")
    for check in CHECKS:
        rule = " ".join((check.__doc__ or "").split("\n\n")[0].split())
        code = rule.split(":")[0]
        lines += [f"## {code} · {check.__name__}", "", rule, ""]
        said = sorted(key for key in words if key.startswith(f"{code}."))
        lines += ["| verdict | what a clerk is told |", "| --- | --- |"]
        lines += [f"| {key.removeprefix(code + '.')} | {words[key]} |" for key in said]
        lines.append("")
    return "\n".join(lines)
