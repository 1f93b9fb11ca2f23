"""A grey picture as PNG bytes."""

import zlib
from struct import pack

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY_OF_EIGHT_BITS = (8, 0, 0, 0, 0)


def png(rows: bytes, size: tuple[int, int], stride: int) -> bytes:
    r"""Return a PNG of the given width and height, from a byte of grey to a dot.

    Rows are *stride* bytes apart, which may be more than they are long.

    >>> png(b"\x00\xff", (2, 1), 2)[1:4]
    b'PNG'
    """
    width, height = size
    # Each row is led by a zero: it is stored as it is, not as a difference.
    lines = (b"\0" + rows[at * stride : at * stride + width] for at in range(height))
    return (
        SIGNATURE
        + _chunk(b"IHDR", pack(">IIBBBBB", width, height, *GREY_OF_EIGHT_BITS))
        + _chunk(b"IDAT", zlib.compress(b"".join(lines), 1))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    seal = zlib.crc32(kind + content)
    return pack(">I", len(content)) + kind + content + pack(">I", seal)
