"""The one thing that pyproject.toml cannot say: English is compiled into a wheel."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools import setup
from setuptools.command.build_py import build_py

LOCALES = Path(__file__).parent / "src" / "tongket" / "doors" / "web" / "locale"


class BuildWithEnglish(build_py):
    """Compiles every catalogue before the files of the package are gathered."""

    def run(self) -> None:
        """Compile, then build as usual."""
        for source in LOCALES.rglob("*.po"):
            with (
                source.open("rb") as written,
                source.with_suffix(".mo").open("wb") as made,
            ):
                write_mo(made, read_po(written))
        super().run()


setup(cmdclass={"build_py": BuildWithEnglish})
