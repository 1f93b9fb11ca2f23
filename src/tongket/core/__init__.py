"""The library: values in, values out; no Django, no files, no clock, no floats."""
