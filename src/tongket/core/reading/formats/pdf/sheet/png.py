"""A picture as PNG bytes."""

import zlib
from struct import pack

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What the format calls a picture of one byte to a dot (grey), and of three (colours).
GREY, COLOURS = 0, 2


def png(rows: bytes, size: tuple[int, int], stride: int, *, channels: int = 1) -> bytes:
    r"""Return a PNG of the given width and height, from one byte or three to a dot.

    Rows are *stride* bytes apart, which may be more than they are long. A picture in
    colours that shows none becomes a grey one, a third as large.

    >>> png(b"\x00\xff", (2, 1), 2)[1:4]
    b'PNG'
    """
    width, height = size
    lines = [rows[at * stride : at * stride + width * channels] for at in range(height)]
    if channels > 1 and all(line[0::3] == line[1::3] == line[2::3] for line in lines):
        lines, channels = [line[0::3] for line in lines], 1
    kind = GREY if channels == 1 else COLOURS
    # Each row is led by a zero: it is stored as it is, not as a difference.
    packed = zlib.compress(b"".join(b"\0" + line for line in lines), 1)
    return (
        SIGNATURE
        + _chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))
        + _chunk(b"IDAT", packed)
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    seal = zlib.crc32(kind + content)
    return pack(">I", len(content)) + kind + content + pack(">I", seal)
