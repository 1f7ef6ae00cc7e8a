"""The sizes of the conversations that `tweetspat list` tells."""

import json
import subprocess
from collections import Counter
from pathlib import Path

__all__ = ["sizes"]


def sizes(program: str, file: Path) -> Counter[int]:
    """Return how many conversations there are of each number of tweets."""
    command = [program, "list", "-q", "--join", "all", "--format", "json", str(file)]
    run = subprocess.run(command, capture_output=True, check=True)
    found = json.loads(run.stdout)["conversations"]
    return Counter(each["tweets"] for each in found)
