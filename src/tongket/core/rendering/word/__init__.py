"""Word: the parts of a paper as WordprocessingML, on real styles."""
