"""`tweetspat formats`: what is read and what is written."""

from collections.abc import Iterator

from tweetspat.cli.output import write
from tweetspat.readers import shapes
from tweetspat.renderers import RENDERERS
from tweetspat.renderers.cells import wrap
from tweetspat.visible import own

__all__ = ["formats"]

_WIDTH = 80
_NAME = 18


def formats() -> None:
    """List the shapes that are read, with what each can tell, and the outputs."""
    write(_lines())


def _lines() -> Iterator[str]:
    yield "Read (one object, an array, one after another; plain, gz, bz2, xz, zst,"
    yield "zip, tar; files, folders, or - for standard input):"
    for reader in shapes():
        yield from _entry(reader.SHAPE, reader.TELLS)
    yield ""
    yield "Written (show --format NAME, or -o FILE with the ending):"
    for name, found in RENDERERS.items():
        yield from _entry(name, f"{found.about} ({', '.join(found.endings)})")


def _entry(name: str, about: str) -> Iterator[str]:
    for number, line in enumerate(wrap(own(about), _WIDTH - _NAME - 2)):
        yield f"  {'' if number else name:<{_NAME}}{line}"
