"""DuckDB: the whole job in SQL, two levels of tweets inside tweets among it."""

import duckdb
from rows import done, files, told

USER = "struct(screen_name varchar)"
FIELDS = f"""
    id bigint, created_at varchar, full_text varchar, "user" {USER},
    in_reply_to_status_id bigint, quoted_status_id bigint
"""
DEEPEST = f"struct({FIELDS})"
DEEPER = f"struct({FIELDS}, quoted_status {DEEPEST})"
COLUMNS = f"""{{
    id: 'bigint', created_at: 'varchar', full_text: 'varchar', user: '{USER}',
    in_reply_to_status_id: 'bigint', quoted_status_id: 'bigint',
    retweeted_status: '{DEEPER}', quoted_status: '{DEEPER}'
}}"""
ONE = """
    select {at}.id as id, {at}.user.screen_name as author,
        {at}.created_at as created_at, {at}.full_text as text,
        coalesce({repeated}, {at}.in_reply_to_status_id, {at}.quoted_status_id)
        as parent,
        {rank} as rank
    from statuses where {at}.id is not null
"""
STEPS = (
    """
    create temp table statuses as
    select * from read_json($file, format = 'newline_delimited', columns = {columns},
        maximum_object_size = 67108864)
    """,
    """
    create temp table tweets as
    select id, first(parent order by rank) as parent,
        first(author order by rank) as author, first(text order by rank) as text,
        first(created_at order by rank) as created_at
    from ({all}) group by id
    """,
    """
    create temp table trees as
    with recursive tree(id, opening) as (
        select id, id from tweets where parent is null
        union all
        select distinct parent, parent from tweets anti join
            (select id as parent from tweets) using (parent) where parent is not null
        union all
        select tweets.id, tree.opening from tree join tweets on tweets.parent = tree.id
    )
    select tree.opening, tweets.id from tree join tweets on tweets.id = tree.id
    """,
    """
    copy (
        select min(id), count(*), count(distinct author), arg_min(created_at, id),
            arg_max(created_at, id), left(replace(arg_min(text, id), chr(10), ' '), 80)
        from trees join tweets using (id) group by opening
    ) to '{target}' (format csv, header false)
    """,
)


def statements(target: str) -> list[str]:
    """Return the SQL, in order."""
    places = (
        ("statuses", "retweeted_status.id"),
        ("retweeted_status", "null"),
        ("quoted_status", "null"),
        ("retweeted_status.quoted_status", "null"),
        ("quoted_status.quoted_status", "null"),
    )
    all_ = " union all ".join(
        ONE.format(at=at, repeated=repeated, rank=rank)
        for rank, (at, repeated) in enumerate(places)
    )
    return [
        step.replace("{columns}", COLUMNS)
        .replace("{all}", all_)
        .replace("{target}", target)
        for step in STEPS
    ]


def main() -> None:
    source, target = files()
    database = duckdb.connect()
    for statement in statements(target):
        database.execute(statement, {"file": source} if "$file" in statement else None)
    found = database.execute(
        "select sum(n), count(*), max(n) from "
        "(select count(*) as n from trees group by opening)"
    ).fetchone()
    told(*map(int, found))
    done()


if __name__ == "__main__":
    main()
