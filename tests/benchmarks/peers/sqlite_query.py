"""sqlite-utils: tweets in a table, conversations by a recursive query."""

import sqlite_utils
from rows import Row, done, files, rows, told

WALK = """
    with recursive heads(id) as (
        select id from tweets where parent is null
        union
        select parent from tweets
        where parent is not null and parent not in (select id from tweets)
    ),
    tree(id, opening) as (
        select id, id from heads
        union all
        select tweets.id, tree.opening from tree join tweets on tweets.parent = tree.id
    ),
    found as (
        select min(id) as first, max(id) as last, count(*) as size,
            count(distinct author) as voices
        from tree join tweets using (id) group by opening
    )
    select first, size, voices, opens.created_at, closes.created_at,
        substr(replace(opens.text, char(10), ' '), 1, 80)
    from found join tweets opens on opens.id = first
    join tweets closes on closes.id = last
"""


def main() -> None:
    source, target = files()
    database = sqlite_utils.Database(memory=True)
    tweets = database["tweets"]
    tweets.insert_all(map(Row._asdict, rows(source)), pk="id", batch_size=10_000)
    tweets.create_index(["parent"])
    reached = count = largest = 0
    with open(target, "w", encoding="utf-8") as lines:
        for found in database.execute(WALK):
            count += 1
            reached += found[1]
            largest = max(largest, found[1])
            lines.write("\t".join(map(str, found)) + "\n")
    told(reached, count, largest)
    done()


if __name__ == "__main__":
    main()
