"""The checks, one relation to a file."""
