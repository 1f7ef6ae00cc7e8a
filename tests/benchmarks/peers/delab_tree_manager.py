"""delab-trees: a table of posts, made into one tree a conversation.

The ids of the trees have to be given and every parent has to be there.  Without `n` it
would share the trees among processes, and fails at that with numpy from 1.24 on.
"""

import pandas as pd
from delab_trees import TreeManager
from rows import Row, done, files, listed, openings, rows, told


def main() -> None:
    source, target = files()
    found = list(rows(source))
    ids = {row.id for row in found}
    parents = {row.id: row.parent if row.parent in ids else None for row in found}
    opened = openings(parents)
    table = pd.DataFrame(
        {
            "tree_id": [str(opened[row.id]) for row in found],
            "post_id": [str(row.id) for row in found],
            "parent_id": [str(parents[row.id] or "nan") for row in found],
            "author_id": [row.author for row in found],
            "text": [row.text for row in found],
            "created_at": [row.created_at for row in found],
        }
    ).astype({"post_id": object, "parent_id": object})
    table["created_at"] = pd.to_datetime(
        table["created_at"], format="%a %b %d %H:%M:%S %z %Y"
    )
    manager = TreeManager(table, n=table["tree_id"].nunique())
    largest = reached = 0
    with open(target, "w", encoding="utf-8") as lines:
        for tree in manager.trees.values():
            table = tree.df.sort_values(["created_at", "post_id"])
            turns = [
                Row(int(post.post_id), None, post.author_id, post.created_at, post.text)
                for post in table.itertuples()
            ]
            reached += len(turns)
            largest = max(largest, len(turns))
            lines.write(listed(turns))
    told(reached, len(manager.trees), largest)
    done()


if __name__ == "__main__":
    main()
