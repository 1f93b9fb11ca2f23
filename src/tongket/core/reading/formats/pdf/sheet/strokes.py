"""The lines that a pdf page draws, and the marks by which a reviewer struck words out.

Together with glyphs.py this is all of reading that speaks to PDFium, which counts in
floating point.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from tongket.core.reading.formats.pdf.sheet.marks import (
    Edges,
    Rule,
    View,
    is_thin,
    thin,
)

# The most lines and boxes of one page that are looked at as rules of tables.
MOST_RULES = 20_000
# Forms within forms are followed so deep; marks of reviewers are counted so far.
DEEPEST, MOST_MARKS = 3, 1_000
# A path of more points than a rectangle has may be many lines drawn at once; one of
# more than this is a drawing.
RECTANGLE, MOST_POINTS = 5, 2_000
# How a piece of a drawing is laid into another: the six numbers of a matrix.
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


def strokes(page: pypdfium2.PdfPage, view: View) -> list[Rule]:
    """Return the thin lines of a page, and the edges of its frames.

    A box that is only filled is a background, and a slanted line rules nothing.
    """
    found: list[Rule] = []
    for points, is_frame in _paths(page.raw, AS_IT_IS, 0):
        edges = _around(points, view)
        if edges is not None and (is_frame or is_thin(edges)):
            found.extend(thin(Rule(*edges)))
        if len(found) >= MOST_RULES:
            break
    return found


def crossings(page: pypdfium2.PdfPage, view: View) -> list[Rule]:
    """Return the lines that reviewers' marks draw through words they struck out."""
    found: list[Rule] = []
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_MARKS)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if pdfium.FPDFAnnot_GetSubtype(mark) == pdfium.FPDF_ANNOT_STRIKEOUT:
            for corners in _quadrangles(mark):
                edges = _around(corners, view)
                if edges is not None:
                    left, bottom, right, top = edges
                    middle = (bottom + top) // 2
                    found.append(Rule(left, middle, right, middle))
        pdfium.FPDFPage_CloseAnnot(mark)
    return found


def _quadrangles(mark: pdfium.FPDF_ANNOTATION) -> Iterator[list[Point]]:
    """Yield the corners of the stretches of words that a mark lies over."""
    corners = pdfium.FS_QUADPOINTSF()
    count = pdfium.FPDFAnnot_CountAttachmentPoints(mark)
    for number in range(min(count, MOST_MARKS)):
        pdfium.FPDFAnnot_GetAttachmentPoints(mark, number, corners)
        yield [
            (corners.x1, corners.y1),
            (corners.x2, corners.y2),
            (corners.x3, corners.y3),
            (corners.x4, corners.y4),
        ]


def _paths(
    around: pdfium.FPDF_PAGE | pdfium.FPDF_PAGEOBJECT, laid: Matrix, depth: int
) -> Iterator[tuple[list[Point], bool]]:
    """Yield the points of every line and box, and whether it frames what is in it."""
    count, get = (
        (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
        if depth
        else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
    )
    for number in range(count(around)):
        drawn = get(around, number)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            is_drawn = _is_drawn(drawn)
            for points in _pieces(drawn):
                yield _laid(points, laid), is_drawn and len(points) > 2
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _paths(drawn, _within(_matrix(drawn), laid), depth + 1)


def _pieces(drawn: pdfium.FPDF_PAGEOBJECT) -> Iterator[list[Point]]:
    """Yield the corners of a path, or of each of the lines that it draws at once."""
    count = pdfium.FPDFPath_CountSegments(drawn)
    if RECTANGLE < count <= MOST_POINTS:
        own = _matrix(drawn)
        yield from (_laid(points, own) for points in _parts(drawn, count))
        return
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(drawn, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    ends = [(left, bottom), (right, top)]
    yield ends if count == 2 else [*ends, (left, top), (right, bottom)]


def _parts(drawn: pdfium.FPDF_PAGEOBJECT, count: int) -> Iterator[list[Point]]:
    """Yield the points of a path from each place to which the pen was moved."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, number)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    yield points


def _matrix(drawn: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _within(own: Matrix, outer: Matrix) -> Matrix:
    """Return how a piece lies on the page whose form lies there by *outer*."""
    a, b, c, d, e, f = own
    (x0, y0), (x1, y1) = _laid([(e, f), (a, b)], outer)
    g, h, i, j, k, m = outer
    return x1 - k, y1 - m, c * g + d * i, c * h + d * j, x0, y0


def _laid(points: list[Point], laid: Matrix) -> list[Point]:
    if laid == AS_IT_IS:
        return points
    a, b, c, d, e, f = laid
    return [(x * a + y * c + e, x * b + y * d + f) for x, y in points]


def _around(points: list[Point], view: View) -> Edges | None:
    """Return the box around some points, on the page as it is shown."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return view.box(min(across), min(up), max(across), max(up))


def _is_drawn(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Tell whether the pen follows a path, which otherwise is only filled."""
    filled, drawn = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, drawn)
    return bool(drawn.value)
