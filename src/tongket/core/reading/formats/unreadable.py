"""The one way in which a file is refused."""


class Unreadable(Exception):
    """The file cannot be read, for a reason that its owner can do something about.

    `code` is a key of content/messages/formats.*.yaml; `arguments` are the named
    values of its sentence. The reader of the file adds `name`, the file's name.

    >>> Unreadable("file_too_big", (("size", "200"),)).argument("size")
    '200'
    """

    def __init__(self, code: str, arguments: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments

    def argument(self, name: str) -> str:
        """Return the argument called *name*, or an empty string."""
        return dict(self.arguments).get(name, "")

    def about(self, name: str) -> "Unreadable":
        """Return the same refusal with the file's *name* among its arguments."""
        others = tuple(pair for pair in self.arguments if pair[0] != "name")
        return Unreadable(self.code, (("name", name), *others))
