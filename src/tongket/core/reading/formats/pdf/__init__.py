"""Pdf files: characters on pages to lines in reading order."""
