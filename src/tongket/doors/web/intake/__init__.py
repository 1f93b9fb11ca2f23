"""Documents: upload, the text beside its figures, decisions, posting."""
