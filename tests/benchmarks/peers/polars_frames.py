"""Polars: data frames; openings found by jumping to the parent's parent."""

import polars as pl
from rows import done, files, told

ID = pl.Int64
BARE = {
    "id": ID,
    "created_at": pl.String,
    "full_text": pl.String,
    "user": pl.Struct({"screen_name": pl.String}),
    "in_reply_to_status_id": ID,
    "quoted_status_id": ID,
}
INNER = {**BARE, "quoted_status": pl.Struct(BARE)}
SCHEMA = {
    **BARE,
    "retweeted_status": pl.Struct(INNER),
    "quoted_status": pl.Struct(INNER),
}


def main() -> None:
    source, target = files()
    statuses = pl.read_ndjson(source, schema=SCHEMA)
    repeated = statuses["retweeted_status"].struct.unnest()
    quoted = statuses["quoted_status"].struct.unnest()
    deeper = (each["quoted_status"].struct.unnest() for each in (repeated, quoted))
    tweets = pl.concat(
        [
            plain(statuses, repeated["id"]),
            *(plain(each) for each in (repeated, quoted, *deeper)),
        ]
    ).unique("id", keep="first", maintain_order=True)
    trees = (
        opened(tweets)
        .sort("id")
        .join(tweets, on="id", how="left", maintain_order="left")
        .group_by("opening", maintain_order=True)
        .agg(
            pl.col("id").first(),
            pl.len().alias("tweets"),
            pl.col("author").n_unique().alias("voices"),
            pl.col("created_at").first().alias("first"),
            pl.col("created_at").last().alias("last"),
            pl.col("text")
            .first()
            .str.slice(0, 80)
            .str.replace_all("\n", " ")
            .alias("words"),
        )
    )
    sizes = trees["tweets"]
    trees.drop("opening").write_csv(target, include_header=False)
    told(int(sizes.sum()), trees.height, int(sizes.max()))
    done()


def plain(statuses: pl.DataFrame, repeated: pl.Series | None = None) -> pl.DataFrame:
    """Return what is needed of the tweets that are there."""
    first = [] if repeated is None else [repeated]
    parent = pl.coalesce(*first, "in_reply_to_status_id", "quoted_status_id")
    return statuses.select(
        "id",
        parent.alias("parent"),
        pl.col("user").struct.field("screen_name").alias("author"),
        "created_at",
        pl.col("full_text").alias("text"),
    ).drop_nulls("id")


def opened(tweets: pl.DataFrame) -> pl.DataFrame:
    """Return each tweet with the head of its chain: each round doubles the reach."""
    here = tweets.select("id", opening=pl.coalesce("parent", "id")).sort("id")
    while True:
        above = here.rename({"id": "opening", "opening": "further"})
        there = (
            here.join(above, on="opening", how="left")
            .select("id", opening=pl.coalesce("further", "opening"))
            .sort("id")
        )
        if there["opening"].equals(here["opening"]):
            return there
        here = there


if __name__ == "__main__":
    main()
