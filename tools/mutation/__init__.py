"""Faults injected into core/checks, and how many of them the tests notice."""
