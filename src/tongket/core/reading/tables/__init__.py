"""Tables within a text: rows of cells, by tabs or one cell a line."""
