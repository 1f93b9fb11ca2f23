"""Numerals: numbers written in words, scales, pairs."""
