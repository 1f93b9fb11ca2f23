"""The lock of PDFium, which whoever opens a pdf holds until it is closed.

The library keeps its state in global variables: two threads in it at once, one that
reads a document and one that verifies a delivered file, end the whole program. So there
is one lock, here, below all that open files.
"""

from threading import Lock

PDFIUM = Lock()
