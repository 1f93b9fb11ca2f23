"""Values compared with targets and earlier values, in every reading."""
