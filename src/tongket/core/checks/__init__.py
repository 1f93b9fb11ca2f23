"""Figures in, claims and their verdicts out; one check per file."""
