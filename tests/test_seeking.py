"""A conversation sought in large files is the one that a scan of them holds."""

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import at, snowflake, status
from scanning import as_large, lines

from tweetspat.model import Side
from tweetspat.scan import Reading, cutting, haystack, scan, seeking
from tweetspat.scan.seeking import seek

READING = Reading()


def as_worth(monkeypatch, **more):
    """Let small files be searched, in small blocks, for few ids at a time."""
    as_large(monkeypatch, **{"typed_from": 700} | more)
    monkeypatch.setattr(seeking, "WORTH", 1)
    monkeypatch.setattr(haystack, "_BLOCK", 2_048)
    monkeypatch.setattr(haystack, "MOST_SEARCHES", 30)


def held(paths, id_, tmp_path, join="auto", reading=READING):
    """Return what a scan of the same holds."""
    names = [str(path) for path in paths]
    return scan(names, str(tmp_path / "spools"), reading, join=join).holding(id_)


def sought(paths, id_, join="auto", reading=READING):
    found = seek([str(path) for path in paths], id_, reading, join=join)
    return None if found is None else tuple(found)


def quoting(quoted, clock, author, text="words", **more):
    return status(
        clock,
        author,
        text,
        quoted_status_id=quoted["id"],
        quoted_status_id_str=quoted["id_str"],
        quoted_status={k: v for k, v in quoted.items() if not k.endswith("_status")},
        **more,
    )


def repeating(repeated, clock, author, **more):
    return status(clock, author, "RT", retweeted_status=repeated, **more)


def crowd(length=40):
    """Return tweets of others, who have nothing to do with it."""
    made = [status("06:00", "crowd", "first", last=1000)]
    for number in range(1, length):
        answers = made[number // 2]
        clock = f"06:{number:02}"
        made.append(
            status(clock, f"crowd{number % 7}", "more", answers=answers, last=number)
        )
    return made


def quarrel():
    """Return two voices that answer each other, a reader and a retweet."""
    first = status("10:00", "moscow", "It begins.", last=1)
    second = status("10:10", "washington", "No.", answers=first, last=2)
    third = status("10:20", "moscow", "Yes.", answers=second, last=3)
    fourth = status("10:25", "washington", "No!", answers=third, last=4)
    reader = status("11:00", "reader", "Look", answers=first, last=5)
    repeat = repeating(third, "12:00", "fan", last=6)
    return [first, second, third, fourth, reader, repeat]


def mixed(*groups, seed=1):
    made = [each for group in groups for each in group]
    random.Random(seed).shuffle(made)
    return made


def test_it_is_found_by_each_of_its_tweets_and_by_its_retweets(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat))

    for each in spat:
        found = sought([path], each["id_str"])

        assert found == held([path], each["id_str"], tmp_path)
        assert [turn.tweet.id for turn in found[0].turns] == [
            each["id_str"] for each in spat[:5]
        ]


def test_each_tweet_stands_on_the_line_that_it_stands_on(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    made = mixed(crowd(), quarrel())
    path = lines(tmp_path / "dump.jsonl", made)

    spat, _ = sought([path], quarrel()[0]["id_str"])

    ids = [each["id_str"] for each in made]
    for turn in spat.turns:
        assert ids[turn.tweet.place.line - 1] == turn.tweet.id


def test_a_lost_tweet_is_found_by_those_that_name_it(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    lost = spat.pop(0)["id_str"]
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat))

    assert sought([path], lost) == held([path], lost, tmp_path)


def test_copies_in_several_files_are_all_read(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    later = [spat[1] | {"full_text": "Never."}, *crowd(12), spat[3]]
    paths = [
        lines(tmp_path / "b.jsonl", mixed(crowd(), spat)),
        lines(tmp_path / "a.jsonl", later),
    ]

    found = sought(paths, spat[0]["id_str"])

    assert found == held(paths, spat[0]["id_str"], tmp_path)
    assert [turn.tweet.id for turn in found[0].turns if turn.tweet.copies] == [
        spat[1]["id_str"]
    ]


def test_a_quote_from_another_conversation_is_told_of_and_not_followed(
    tmp_path, monkeypatch
):
    as_worth(monkeypatch)
    spat, others = quarrel(), crowd()
    quote = quoting(spat[2], "13:00", "other", answers=others[3], last=7)
    onward = status("13:10", "crowd2", "?", answers=quote, last=8)
    path = lines(tmp_path / "dump.jsonl", mixed(others, spat, [quote, onward]))

    found = sought([path], spat[0]["id_str"])

    assert found == held([path], spat[0]["id_str"], tmp_path)
    quoted_by = {t.tweet.id: [q.id for q in t.quoted_by] for t in found[0].turns}
    assert quoted_by[spat[2]["id_str"]] == [quote["id_str"]]
    assert onward["id_str"] not in quoted_by


def test_a_quote_joins_where_it_is_the_only_link(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    quote = quoting(spat[2], "13:00", "other", last=7)
    onward = status("13:10", "last", "?", answers=quote, last=8)
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat, [quote, onward]))

    for join, tweets in (("auto", 7), ("all", 7), ("replies", 5)):
        found = sought([path], spat[0]["id_str"], join)

        assert found == held([path], spat[0]["id_str"], tmp_path, join)
        assert len(found[0].turns) == tweets


def test_a_reply_to_a_retweet_is_found_through_the_original(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    reply = status("13:00", "other", "to the fan", answers=spat[5], last=7)
    again = repeating(spat[5], "13:30", "second fan", last=8)
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat, [reply, again]))

    for each in (spat[0], reply, again):
        assert sought([path], each["id_str"]) == held([path], each["id_str"], tmp_path)
    assert len(sought([path], spat[0]["id_str"])[0].turns) == 6


def test_ids_that_are_part_of_others_or_stand_in_words_only_are_told_apart(
    tmp_path, monkeypatch
):
    as_worth(monkeypatch)
    short = status("10:00", "a", "short", id=6977242, id_str="6977242")
    longer = status("10:01", "b", "longer", id=69772420, id_str="69772420")
    ending = status("10:02", "c", "ending", id=56977242, id_str="56977242")
    url = "https://twitter.com/a/status/6977242"
    linked = status("10:03", "d", f"see {url} and @6977242, 6977242", last=4)
    linked["entities"]["urls"] = [{"url": "https://t.co/x", "expanded_url": url}]
    named = status("10:04", "e", "?", last=5)
    named["user"] |= {"id": 6977242, "id_str": "6977242"}
    reply = status("10:05", "f", "yes", answers=short, last=6)
    path = lines(
        tmp_path / "dump.jsonl",
        mixed(crowd(), [short, longer, ending, linked, named, reply]),
    )

    for each in (short, longer, ending, linked, named, reply):
        found = sought([path], each["id_str"])

        assert found == held([path], each["id_str"], tmp_path)
        assert len(found[0].turns) == (2 if each in (short, reply) else 1)


def test_a_conversation_that_goes_on_for_weeks_takes_several_searches(
    tmp_path, monkeypatch
):
    as_worth(monkeypatch)
    monkeypatch.setattr(haystack, "_MOST_IDS", 0)
    first, second, *_ = spat = quarrel()
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat[:3]))

    assert sought([path], first["id_str"]) is not None
    monkeypatch.setattr(haystack, "MOST_SEARCHES", 2)
    assert sought([path], first["id_str"]) is None
    assert sought([path], second["id_str"]) == held([path], second["id_str"], tmp_path)


def test_deletions_are_told_of(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    lost = spat.pop(0)
    told = {"delete": {"status": {"id": lost["id"], "id_str": lost["id_str"]}}}
    path = lines(tmp_path / "dump.jsonl", [*crowd(), told, *spat])

    found = sought([path], spat[1]["id_str"])

    assert found == held([path], spat[1]["id_str"], tmp_path)
    assert found[0].turns[0].tweet.state == "deleted"


def test_a_tweet_that_answers_itself_is_found(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    ring = status("10:00", "a", "ring", last=1)
    ring |= {"in_reply_to_status_id": ring["id"]}
    ring |= {"in_reply_to_status_id_str": ring["id_str"]}
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), [ring]))

    assert sought([path], ring["id_str"]) == held([path], ring["id_str"], tmp_path)


def test_whose_a_lost_tweet_was_other_conversations_tell(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    lost = status("09:00", "old_name", "lost", last=1)
    answer = status("09:10", "reader", "No.", answers=lost, last=2)
    back = status("09:20", "new_name", "Yes.", answers=answer, last=3)
    earlier = status("07:00", "OLD_name", "hello", last=4)
    earlier["user"] |= {"id": back["user"]["id"], "id_str": back["user"]["id_str"]}
    alone = lines(tmp_path / "alone.jsonl", [*crowd(), answer, back])
    told = lines(tmp_path / "told.jsonl", [*crowd(), answer, back, earlier])

    for path, score in ((alone, 0), (told, 2)):
        found = sought([path], lost["id_str"])

        assert found == held([path], lost["id_str"], tmp_path)
        assert found[0].score == score


def test_sides_that_are_given_stand(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    renamed = status("07:00", "kremlin", "before", last=9)
    renamed["user"] |= {key: spat[0]["user"][key] for key in ("id", "id_str")}
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat, [renamed]))
    sides = (Side("East", ("Kremlin",)), Side("West", ("washington", "reader")))
    reading = Reading(sides=sides)

    found = sought([path], spat[0]["id_str"], reading=reading)

    assert found == held([path], spat[0]["id_str"], tmp_path, reading=reading)
    assert found[0].score == 2


def test_lines_that_the_quick_reader_refuses_are_read_tolerantly(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = [json.dumps(each) for each in quarrel()]
    spat[1] = spat[1].replace('"truncated": false', '"truncated": NaN')
    spat[2] = "\ufeff" + spat[2]
    cut, *_ = spat[3].partition("!")
    others = [json.dumps(each) for each in crowd()]
    path = tmp_path / "dump.jsonl"
    path.write_text("\r\n".join([*others, cut, *spat, "", "words"]))

    id_ = quarrel()[0]["id_str"]

    assert sought([path], id_) == held([path], id_, tmp_path)


def paged(spat):
    return [{"data": [{"id": spat[1]["id_str"], "text": "v2"}]}]


def casual(spat):
    return [{"tweetspat": 1, "tweets": [{"author": "a", "id": spat[1]["id_str"]}]}]


def escaped(spat):
    odd = json.dumps(spat[1]).replace(spat[0]["id_str"], r"\u0036977242544178462")
    return [odd]


def over_lines(spat):
    return [json.dumps({"statuses": [status("05:00", "x")]}, indent=1)]


def anonymous(spat):
    return [spat[1] | {"user": {"id": 5, "id_str": "5"}}]


def text_id(spat):
    return [spat[1] | {"in_reply_to_status_id_str": "first"}]


@pytest.mark.parametrize(
    "odd", [paged, casual, escaped, over_lines, anonymous, text_id]
)
def test_what_it_cannot_promise_is_left_to_the_scan(odd, tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    path = tmp_path / "dump.jsonl"
    path.write_text(
        "".join(
            (each if isinstance(each, str) else json.dumps(each)) + "\n"
            for each in [*crowd(), *spat, *odd(spat)]
        )
    )

    assert sought([path], spat[0]["id_str"]) is None


def test_so_is_a_conversation_of_one_who_looks_like_another(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    fake = status("10:30", "washingt0n", "No?", answers=spat[0], last=9)
    earlier = status("07:00", "washingt0n", "Elsewhere.", last=10)
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat, [fake, earlier]))

    assert sought([path], spat[0]["id_str"]) is None


def test_so_are_other_inputs_and_other_ids(tmp_path, monkeypatch):
    spat = quarrel()
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat))
    id_ = spat[0]["id_str"]
    assert sought([path], id_) is None, "too small to be worth it"
    as_worth(monkeypatch)
    whole = tmp_path / "whole.json"
    whole.write_text(json.dumps(spat))

    assert sought([path], id_) is not None
    assert sought([path, whole], id_) is None
    assert sought([path, tmp_path / "not there"], id_) is None
    assert sought([path, "-"], id_) is None
    assert sought([tmp_path], id_) is None
    for other in ("12345", "697724254417846299", "first", "", "9" * 30, "0123456"):
        assert sought([path], other) is None


def test_who_looks_alike_in_other_conversations_only_is_not_told(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    fake = status("07:00", "washingt0n", "Elsewhere.", last=10)
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat, [fake]))

    found, _ = sought([path], spat[0]["id_str"])
    scanned, _ = held([path], spat[0]["id_str"], tmp_path)

    differing = [
        (one.problems, other.problems)
        for one, other in zip(found.turns, scanned.turns, strict=True)
        if one != other
    ]
    assert [len(more) - len(less) for less, more in differing] == [1]
    assert differing[0][1][-1].code == "lookalike-handle"


def test_a_conversation_of_many_tweets_is_left_to_the_scan(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat = quarrel()
    path = lines(tmp_path / "dump.jsonl", mixed(crowd(), spat))
    id_ = spat[0]["id_str"]

    for module, name, most in (
        (seeking, "LARGE", 4),
        (seeking, "_MOST_IDS", 3),
        (seeking, "_MOST_LINES", 3),
        (haystack, "_LONGEST", 10),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(module, name, most)
            if name == "_LONGEST":
                patched.setattr(haystack, "_BLOCK", 64)

            assert sought([path], id_) is None


def test_a_copy_of_what_stands_beside_it_counts_wherever_it_lies(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat, others = quarrel(), crowd()
    quote = quoting(spat[2], "13:00", "other", answers=others[3], last=7)
    copy = {key: quote[key] for key in quote if "quoted_status" not in key}
    copy |= {"full_text": "These words were others."}
    path = lines(tmp_path / "dump.jsonl", mixed(others, spat, [quote, copy]))

    spat, id_ = sought([path], spat[0]["id_str"])

    assert (spat, id_) == held([path], id_, tmp_path)
    assert [len(by.copies) for turn in spat.turns for by in turn.quoted_by] == [1]


def test_of_a_lost_tweet_beside_it_the_first_that_names_it_decides(
    tmp_path, monkeypatch
):
    as_worth(monkeypatch)
    spat, others = quarrel(), crowd()
    lost = status("08:00", "gone", "lost", last=9)
    mine = quoting(lost, "10:30", "moscow", answers=spat[3], last=10)
    theirs = quoting(lost, "10:40", "crowd", answers=others[2], last=11)
    for each in (mine, theirs):
        del each["quoted_status"]
    for first in (mine, theirs):
        later = theirs if first is mine else mine
        later |= {"id": later["id"] + (1 << 40), "id_str": str(later["id"] + (1 << 40))}
        path = lines(tmp_path / "dump.jsonl", mixed(others, spat, [mine, theirs]))

        found = sought([path], spat[0]["id_str"])

        assert found == held([path], spat[0]["id_str"], tmp_path)


def test_so_does_a_copy_of_another_that_names_it(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    spat, others = quarrel(), crowd()
    lost = status("08:00", "gone", "lost", last=9)
    mine = quoting(lost, "10:30", "moscow", answers=spat[3], last=10)
    theirs = status("10:40", "crowd1", answers=others[2], last=11)
    poorer = theirs | {"in_reply_to_status_id_str": lost["id_str"]}
    poorer |= {"in_reply_to_status_id": lost["id"]}
    del mine["quoted_status"]
    path = lines(tmp_path / "dump.jsonl", [*others, *spat, theirs, mine, poorer])

    spat, id_ = sought([path], mine["id_str"])

    assert (spat, id_) == held([path], mine["id_str"], tmp_path)
    assert lost["id_str"] in [turn.tweet.id for turn in spat.turns]


def test_it_is_not_known_which_of_two_quotes_a_lost_tweet_joins_where_one_is_lonely(
    tmp_path, monkeypatch
):
    as_worth(monkeypatch)
    spat = quarrel()
    lost = status("08:00", "gone", "lost", last=9)
    mine = quoting(lost, "10:30", "moscow", answers=spat[3], last=10)
    theirs = quoting(lost, "10:40", "other", last=11)
    del mine["quoted_status"], theirs["quoted_status"]
    replies = [
        status("10:50", f"other{number}", answers=theirs, last=20 + number)
        for number in range(12)
    ]
    path = lines(
        tmp_path / "dump.jsonl", mixed(crowd(), spat, [mine, theirs, *replies])
    )
    for module in (seeking, cutting):
        monkeypatch.setattr(module, "LARGE", 10)

    spat, _ = held([path], mine["id_str"], tmp_path)

    assert lost["id_str"] in [turn.tweet.id for turn in spat.turns]
    assert sought([path], mine["id_str"]) is None


def test_copies_that_do_not_agree_on_a_lost_voice_are_left_to_the_scan(
    tmp_path, monkeypatch
):
    as_worth(monkeypatch)
    lost = status("09:00", "one", "lost", last=1)
    answer = status("09:10", "reader", "No.", answers=lost, last=2)
    back = status("09:20", "one", "Yes.", answers=answer, last=3)
    copy = answer | {"in_reply_to_screen_name": "other"}
    path = lines(tmp_path / "dump.jsonl", [*crowd(), answer, back, copy])

    assert sought([path], lost["id_str"]) is None


def id_of(number):
    """Return ids of several lengths, some of them part of others."""
    if number % 5 == 0:
        return int(f"100000{number}")
    if number % 5 == 1:
        return int(f"100000{number // 5 * 5}{number}")
    return int(snowflake(at(f"{number % 24:02}:{number % 60:02}"), number))


def linked(one, key, to):
    return one | {key: to, f"{key}_str": to and str(to)}


def heap_of(drawn, chance):
    """Return v1.1 statuses that reply, quote and repeat as was drawn.

    What is nested in them may differ from the record that stands alone.
    """
    ids = [id_of(number) for number in range(len(drawn))]
    plain = [id_ for id_, (*_, repeat) in zip(ids, drawn, strict=True) if not repeat]
    made = []
    for number, (author, reply, quote, repeat) in enumerate(drawn):
        one = status("12:00", f"user{author}", f"words {number}")
        one = linked(one, "id", ids[number])
        if reply is not None:
            to = reply % len(ids)  # a later one, or itself, among them
            one = linked(one, "in_reply_to_status_id", ids[to])
            one["in_reply_to_screen_name"] = f"user{drawn[to][0]}"
        if quote is not None and made:
            quoted = made[quote % len(made)]
            while "retweeted_status" in quoted:
                quoted = quoted["retweeted_status"]
            one = linked(one, "quoted_status_id", quoted["id"])
            if chance.random() < 0.6:
                bare = {k: quoted[k] for k in quoted if not k.endswith("_status")}
                one["quoted_status"] = altered(bare, plain, chance)
        if repeat and made:
            repeated = made[repeat % len(made)]
            bare = {k: repeated[k] for k in repeated if k != "quoted_status"}
            one["retweeted_status"] = altered(bare, plain, chance)
        made.append(one)
    return made


def altered(one, ids, chance):
    """Return a copy of a status, which may differ in something.

    Args:
        one: the status.
        ids: what it may point at.
    """
    to = chance.choice([None, *ids])
    pointed = to if to != one["id"] else None
    words = one["full_text"] or one["text"]
    source = f"{to} https://twitter.com/a/status/{to}"
    user = one["user"] | {"screen_name": f"user{chance.randrange(6)}"}
    nesting = {"quoted_status", "retweeted_status"}
    bare = {key: one[key] for key in one if key not in nesting}
    return chance.choice(
        [
            one,
            one,
            one,
            bare,
            linked(one, "in_reply_to_status_id", pointed),
            one if nesting & one.keys() else linked(one, "quoted_status_id", pointed),
            one | {"in_reply_to_screen_name": f"User{chance.randrange(5)}"},
            one | {"user": user},
            one | {"created_at": "Thu Feb 11 11:00:00 +0000 2016"},
            one | {"truncated": True},
            one | {"full_text": words.upper(), "source": source},
            one | {"full_text": None, "text": words},
        ]
    )


index = st.none() | st.integers(0, 40)
rarely = st.none() | st.none() | st.none() | index
drawn = st.lists(
    st.tuples(st.integers(0, 4), index, rarely, rarely), min_size=1, max_size=30
)


def told_elsewhere(held, scanned):
    """Tell whether other conversations may tell who has had a handle of this one."""
    (spat, _), odd = held, scanned.graph.people.told_by_others
    authors = (turn.tweet.author for turn in spat.turns)
    return any(author and author.key in odd for author in authors)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    drawn,
    st.randoms(use_true_random=False),
    st.sampled_from(("auto", "all", "replies")),
    st.sampled_from((4, 40, 200_000)),
    st.sampled_from((3, 6, 1_000)),
)
def test_in_any_heap_what_is_found_is_what_the_scan_holds(
    tmp_path, monkeypatch, heap, chance, join, most, large
):
    as_worth(monkeypatch, stretch=chance.choice((300, 2_000, 100_000)))
    monkeypatch.setattr(haystack, "_MOST_IDS", most)
    monkeypatch.setattr(seeking, "LARGE", large)
    monkeypatch.setattr(cutting, "LARGE", large)
    statuses = heap_of(heap, chance)
    ids = [each["id"] for each in statuses if "retweeted_status" not in each]
    kept = [each for each in statuses if chance.random() < 0.7]
    kept += [
        altered(chance.choice(kept), ids, chance)
        for _ in range(chance.randint(0, len(kept)))
    ]
    chance.shuffle(kept)
    half = len(kept) // 2
    paths = [
        lines(tmp_path / "b.jsonl", [*crowd(3), *kept[:half]]),
        lines(tmp_path / "a.jsonl", [*kept[half:], *crowd(3)]),
    ]
    names = [str(path) for path in paths]
    scanned = scan(names, str(tmp_path / "spools"), join=join)

    for each in statuses:
        found = sought(paths, each["id_str"], join)

        held = scanned.holding(each["id_str"])
        assert found is None or found == held or told_elsewhere(held, scanned)


def test_in_most_heaps_it_is_found(tmp_path, monkeypatch):
    as_worth(monkeypatch)
    chance = random.Random(7)
    found = 0
    for _ in range(10):
        replies = [chance.choice([None, chance.randrange(40)]) for _ in range(20)]
        heap = [(chance.randrange(5), reply, None, None) for reply in replies]
        statuses = heap_of(heap, chance)
        path = lines(tmp_path / "dump.jsonl", [*crowd(3), *statuses])
        found += sum(sought([path], each["id_str"]) is not None for each in statuses)

    assert found > 180
