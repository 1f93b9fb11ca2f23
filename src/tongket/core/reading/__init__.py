"""Report text in, figures with spans out."""
