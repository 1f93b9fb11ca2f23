"""Word files (.docx): paragraphs, tables, notes and boxes as lines of text."""
