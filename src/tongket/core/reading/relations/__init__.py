"""Relations: what a figure does in its sentence, and which figure it belongs to."""
