"""Stamps: the shapes in which exports write an instant, and the instant in an id."""

from tweetspat.stamps.clocks import Stamp, day_within, lies_within, rfc3339
from tweetspat.stamps.ids import (
    FIRST_TWEET,
    SNOWFLAKE_EPOCH_MS,
    confirmed_by,
    contradicted_by,
    id_instant,
    whole_second,
)
from tweetspat.stamps.shapes import instant, read_stamp

__all__ = [
    "FIRST_TWEET",
    "SNOWFLAKE_EPOCH_MS",
    "Stamp",
    "confirmed_by",
    "contradicted_by",
    "day_within",
    "id_instant",
    "instant",
    "lies_within",
    "read_stamp",
    "rfc3339",
    "whole_second",
]
