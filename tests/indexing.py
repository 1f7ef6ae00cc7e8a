"""Makers for the tests of indexes."""

from make import status
from scanning import _told, lines

from tweetspat.heap_index import open_index, write_index
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.written import Writer
from tweetspat.problems import NothingFound, NothingReadable
from tweetspat.scan import Reading, scan

FIRST = status("10:00", "mod", "We did not.")
SECOND = status("10:05", "oir", "You did.", answers=FIRST)
THIRD = status("10:20", "mod", "No.", answers=SECOND)
FOURTH = status("12:30", "oir", "Yes.", answers=THIRD)
ASIDE = status("10:30", "by", "Oh!", answers=FIRST)
QUOTED = {"quoted_status_id": THIRD["id"], "quoted_status_id_str": THIRD["id_str"]}
QUOTE = status("11:00", "q", "Look.", **QUOTED)
BOTH = status("11:30", "r", "Look there.", answers=QUOTE, last=3, **QUOTED)
RETWEET = status("10:40", "fan", "RT", retweeted_status=THIRD)
LOST = status("09:59", "gone", "lost")
ORPHAN = status("13:00", "late", "What?", answers=LOST)
OTHER = status("09:00", "c", "Lunch?")
HEAP = [FIRST, SECOND, THIRD, FOURTH, ASIDE, QUOTE, BOTH, RETWEET, ORPHAN, OTHER]


IDS = [*(each["id_str"] for each in HEAP), LOST["id_str"], "1", "nonsense", "9" * 30]


def indexed(paths, folder, name="heap.tweetspat", reading=None, **more):
    """Index inputs; return what the index tells."""
    output = folder / name
    try:
        write_index([*map(str, paths)], str(output), **more)
        heap = open_index(str(output), reading or Reading(infer="off"))
    except (NothingReadable, NothingFound) as error:
        return str(error)
    return _told(heap, heap)


def scanned(paths, folder, reading=None, join="auto"):
    """Return what a scan of the inputs tells, with their hashes."""
    try:
        heap = scan(
            [*map(str, paths)],
            str(folder / "spools"),
            reading or Reading(infer="off"),
            join=join,
            hashed=True,
        )
    except NothingReadable as error:
        return str(error)
    if not heap.tweets:
        return f"{paths[0]}: there is no tweet in it"
    return _told(heap, heap)


def more_of(folder, name="more.jsonl"):
    reply = status("14:00", "mod", "Still no.", answers=FOURTH)
    return lines(folder / name, [reply, status("15:00", "z", "New."), FIRST])


def refused(path):
    """Open an index and use all of it; return why that is refused, or None."""
    try:
        everything(path)
        open_index(str(path), Reading(), "replies")
    except NothingReadable as error:
        return str(error)
    return None


def everything(path):
    """Return all that an index tells, and what holds each id."""
    heap = open_index(str(path))
    return _told(heap, heap), [heap.holding(id_) for id_ in IDS]


def rewritten(index, made, **streams):
    """Write an index anew, sums and all, with other bytes in some streams."""
    file = File(index)
    with open(made, "wb") as new:
        writer = Writer(new)
        for name in file._streams:
            width = file._streams[name].width
            data = streams.get(name.replace(".", "_"), file.read(name))
            writer.stream(name, width).write(data)
        writer.end()
    return made
