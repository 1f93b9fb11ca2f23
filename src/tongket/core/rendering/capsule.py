"""The capsule: what a delivered file carries inside, as JSON that guards itself."""

import json
from hashlib import sha256
from typing import Any

from tongket.core.nouns.delivered import Delivered, Origin, Sealed
from tongket.core.nouns.paper import Fact

FORMAT = "tongket-facts/1"
DESCRIPTION = "Các số của văn bản, dòng sổ và phép tính của từng số"
"""What the attachment is called in a PDF reader."""


class NotOurs(Exception):
    """The file carries no facts of Tongket, or carries them spoilt.

    `reason` is "none", "unreadable" or "spoilt".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def to_json(delivered: Delivered) -> bytes:
    """Return the capsule as canonical JSON, with the SHA-256 of its own content."""
    content = _content(delivered)
    whole = {"format": FORMAT, "digest": _digest(content), "content": content}
    return _canonical(whole)


def from_json(capsule: bytes) -> Delivered:
    """Return what a capsule says.

    Raises NotOurs when it is no capsule, or when its content is not what it was
    sealed with.
    """
    try:
        whole = json.loads(capsule)
        content, digest = whole["content"], whole["digest"]
        known = whole["format"] == FORMAT
        delivered = _delivered(content)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotOurs("spoilt") from error
    if not known or digest != _digest(content):
        raise NotOurs("spoilt")
    return delivered


def _content(delivered: Delivered) -> dict[str, Any]:
    origin = delivered.origin
    return {
        "origin": {name: getattr(origin, name) for name in origin.__slots__},
        "facts": [
            {
                "key": fact.key,
                "text": fact.text,
                "entries": fact.entries,
                "computation": fact.computation,
                "rule": fact.rule,
                "operands": fact.operands,
            }
            for fact in delivered.facts
        ],
        "entries": [
            {"number": entry.number, "payload": entry.payload, "hash": entry.hash}
            for entry in delivered.entries
        ],
        "outside": delivered.outside,
    }


def _delivered(content: dict[str, Any]) -> Delivered:
    return Delivered(
        origin=Origin(**content["origin"]),
        facts=tuple(
            Fact(
                key=str(fact["key"]),
                text=str(fact["text"]),
                entries=tuple(fact["entries"]),
                computation=str(fact["computation"]),
                rule=str(fact["rule"]),
                operands=tuple(tuple(group) for group in fact["operands"]),
            )
            for fact in content["facts"]
        ),
        entries=tuple(
            Sealed(int(entry["number"]), str(entry["payload"]), str(entry["hash"]))
            for entry in content["entries"]
        ),
        outside=tuple(str(token) for token in content["outside"]),
    )


def _digest(content: object) -> str:
    return sha256(_canonical(content)).hexdigest()


def _canonical(value: object) -> bytes:
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return plain.encode()
