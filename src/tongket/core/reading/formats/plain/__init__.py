"""Plain text, in today's encodings and in those of the nineties."""
