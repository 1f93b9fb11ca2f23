"""The zip archive that Office files are: opened with care, part by part."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from tongket.core.reading.formats.limits import MEGABYTE, Limits
from tongket.core.reading.formats.unreadable import Unreadable

CHUNK = 1 << 16
# Small parts may be packed as tightly as they like: a style sheet repeats itself.
UNWATCHED = 2 * MEGABYTE
STRICT = b"http://purl.oclc.org/ooxml/"
# The namespaces of ISO's strict form, and those that everybody writes.
TRANSITIONAL = (
    (STRICT + b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (STRICT + b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (STRICT + b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (STRICT + b"drawingml/main", b"drawingml/2006/main"),
)
COMMON = b"http://schemas.openxmlformats.org/"


class Archive:
    """An open Office file; what has been unpacked is counted against the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = ZipFile(BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except (BadZipFile, ValueError, OSError, NotImplementedError) as fault:
            raise Unreadable("file_archive_broken") from fault

    def part(self, name: str) -> bytes:
        """Return the bytes of one part.

        Raises Unreadable: file_unfolds_too_far, file_protected, file_archive_broken.
        """
        try:
            return self._read(self._zip.getinfo(name))
        except RuntimeError as fault:  # what zipfile says of a password
            raise Unreadable("file_protected") from fault
        except (
            BadZipFile,
            KeyError,
            ValueError,
            OSError,
            EOFError,
            NotImplementedError,
            zlib.error,
        ) as fault:
            raise Unreadable("file_archive_broken") from fault

    def xml(self, name: str) -> etree._Element:
        """Return the root element of one part, read without entities or network.

        Raises Unreadable: file_archive_broken, file_nested_too_deep, those of `part`.
        """
        return parsed(self.part(name))

    def _read(self, info: ZipInfo) -> bytes:
        """Unpack chunk by chunk: the size in an archive's own list may be a lie."""
        whole = bytearray()
        packed = max(info.compress_size, 1)
        with self._zip.open(info) as part:
            while chunk := part.read(CHUNK):
                whole += chunk
                self._unpacked += len(chunk)
                bloated = len(whole) > UNWATCHED and (
                    len(whole) > packed * self._limits.ratio
                )
                if bloated or self._unpacked > self._limits.unpacked:
                    raise Unreadable("file_unfolds_too_far")
        return _transitional(bytes(whole))


def _transitional(part: bytes) -> bytes:
    """Return a part with the names of ISO's strict form in the usual spelling."""
    if STRICT in part:
        for strict, common in TRANSITIONAL:
            part = part.replace(strict, COMMON + common)
    return part


def parsed(data: bytes) -> etree._Element:
    """Return the root of an XML part; no part of an Office file has a DTD.

    Raises Unreadable: file_archive_broken, file_nested_too_deep.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _broken(fault) from fault
    if root is None or root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # stubs
        raise Unreadable("file_archive_broken")
    return root


def elements(
    data: bytes, names: tuple[str, ...], within: str | None = None
) -> Iterator[etree._Element]:
    """Yield the elements with these names as they end, each forgotten after its turn.

    Only those whose parent is called *within*, if that is given. For parts too large to
    be held as a tree. Raises Unreadable as `parsed` does.
    """
    if b"<!DOCTYPE" in data[:4096]:
        raise Unreadable("file_archive_broken")
    try:
        for _, element in etree.iterparse(
            BytesIO(data),
            tag=[f"{{*}}{name}" for name in names],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        ):
            parent = element.getparent()
            if within and (parent is None or not parent.tag.endswith("}" + within)):
                continue
            yield element
            element.clear()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as fault:
        raise _broken(fault) from fault


def _broken(fault: Exception) -> Unreadable:
    deep = "depth" in str(fault).lower()
    return Unreadable("file_nested_too_deep" if deep else "file_archive_broken")
