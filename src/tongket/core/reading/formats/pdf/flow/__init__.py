"""The order in which what stands on pages is read: columns, paragraphs, asides."""
