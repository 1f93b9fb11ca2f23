"""Findings: what the checks saw, over all documents, and waivers."""
