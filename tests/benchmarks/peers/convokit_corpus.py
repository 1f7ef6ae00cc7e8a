"""ConvoKit: a Corpus of utterances; each conversation in order of time.

An utterance replies to one other, which has to be there for a conversation to be a
tree; so tweets whose parent is lost open conversations, as its documentation has it.
"""

from datetime import datetime

from convokit import Corpus, Speaker, Utterance
from rows import Row, done, files, listed, openings, rows, told


def main() -> None:
    source, target = files()
    found = list(rows(source))
    ids = {row.id for row in found}
    parents = {row.id: row.parent if row.parent in ids else None for row in found}
    opened = openings(parents)
    speakers: dict[str, Speaker] = {}
    utterances = [
        Utterance(
            id=str(row.id),
            speaker=speakers.setdefault(row.author, Speaker(id=row.author)),
            conversation_id=str(opened[row.id]),
            reply_to=str(parents[row.id]) if parents[row.id] else None,
            timestamp=datetime.strptime(
                row.created_at, "%a %b %d %H:%M:%S %z %Y"
            ).timestamp(),
            text=row.text,
        )
        for row in found
    ]
    corpus = Corpus(utterances=utterances)
    count = largest = reached = 0
    with open(target, "w", encoding="utf-8") as lines:
        for conversation in corpus.iter_conversations():
            turns = conversation.get_chronological_utterance_list()
            count += 1
            reached += len(turns)
            largest = max(largest, len(turns))
            lines.write(listed([as_row(turn) for turn in turns]))
    told(reached, count, largest)
    done()


def as_row(turn: Utterance) -> Row:
    return Row(int(turn.id), None, turn.speaker.id, str(turn.timestamp), turn.text)


if __name__ == "__main__":
    main()
