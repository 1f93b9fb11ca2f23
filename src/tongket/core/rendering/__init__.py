"""A paper in, html, docx or pdf out."""
