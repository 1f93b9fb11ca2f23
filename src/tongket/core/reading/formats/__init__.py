"""Every way in: bytes of any kind of file to a text with places, or one sentence."""
