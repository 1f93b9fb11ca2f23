"""Checking: documents are checked, findings are kept, and set aside with a reason."""
