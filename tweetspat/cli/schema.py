"""`tweetspat schema`: the JSON Schemas of what programs read."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.output import write

if TYPE_CHECKING:
    from tweetspat.renderers.json_schema import Json

__all__ = ["schema"]

_OF = ("output", "stats", "list", "manifest", "index")


def schema(
    of: Annotated[
        str,
        typer.Argument(
            metavar="|".join(_OF),
            help="Of show (the default), of stats, of list, or of a batch's files.",
        ),
    ] = "output",
) -> None:
    """Print the JSON Schema (2020-12) of --format json, or of another output."""
    write([json.dumps(_schema(options.words(of, *_OF)), indent=2)], "utf-8")


def _schema(of: str) -> "Json":
    """Return a schema; each is loaded when it is asked for."""
    if of == "stats":
        from tweetspat.renderers.stats_schema import stats_schema

        return stats_schema()
    if of == "list":
        from tweetspat.renderers.list_schema import list_schema

        return list_schema()
    if of == "manifest":
        from tweetspat.batch.schemas import manifest_schema

        return manifest_schema()
    if of == "index":
        from tweetspat.batch.schemas import index_schema

        return index_schema()
    from tweetspat.renderers.schema import schema as output_schema

    return output_schema()
