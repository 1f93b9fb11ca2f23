"""The reference pages, written from the program itself: `make docs`."""
