"""Under rooms/ledger nothing is ever changed or taken away."""

import re

from tests.house.measures import SOURCE

CHANGE = re.compile(r"\.(update|delete|bulk_update)\(")


def test_the_ledger_never_updates_or_deletes() -> None:
    found = [
        f"{path.relative_to(SOURCE)}: append a correction instead of {call}"
        for path in sorted((SOURCE / "rooms" / "ledger").rglob("*.py"))
        for call in CHANGE.findall(
            path.read_text("utf-8").replace("digest.update(", "")
        )
    ]

    assert not found, "\n".join(found)
