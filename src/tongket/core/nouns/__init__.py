"""The shared vocabulary: frozen values with no behaviour beyond themselves."""
