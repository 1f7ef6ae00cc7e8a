"""`tweetspat schema`: the JSON Schema of the output."""

import json

from tweetspat.cli.output import write
from tweetspat.renderers.schema import schema as json_schema

__all__ = ["schema"]


def schema() -> None:
    """Print the JSON Schema (2020-12) of --format json."""
    write([json.dumps(json_schema(), indent=2)], "utf-8")
