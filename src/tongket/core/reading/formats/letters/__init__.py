"""Letters: what the bytes of a text mean, in encodings of today and of the nineties."""
