"""twarc: pages of API v2 flattened, one tweet a line with what it names inside it.

The function that `twarc2 flatten` calls; the command itself asks for a token first.
It links nothing further and groups nothing.
"""

import json

from rows import done, files, told
from twarc.expansions import ensure_flattened


def main() -> None:
    source, target = files()
    ids = set()
    with (
        open(source, encoding="utf-8") as pages,
        open(target, "w", encoding="utf-8") as lines,
    ):
        for page in pages:
            for tweet in ensure_flattened(json.loads(page)):
                ids.add(tweet["id"])
                lines.write(json.dumps(tweet) + "\n")
    told(len(ids), 0, 0)
    done()


if __name__ == "__main__":
    main()
