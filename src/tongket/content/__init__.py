"""The bookshelf: dated YAML with sources, and the loader that turns it into values."""
