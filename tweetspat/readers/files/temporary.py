"""What to say when a temporary file finds no room: no input is to blame."""

from tweetspat.problems import NothingReadable

__all__ = ["no_room"]


def no_room(error: OSError, folder: str) -> NothingReadable:
    """Return what ends a run whose temporary files find no room.

    Args:
        error: what the system says.
        folder: where they were to be.
    """
    why = error.strerror or error
    return NothingReadable(
        f"{folder}: temporary files cannot be written there: {why}; make room, or let "
        "TMPDIR name another folder"
    )
