"""The HTML report: whole, in order, cited by number, and inert whatever is written."""

import os
import re
from base64 import b64encode
from datetime import UTC, datetime
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from make import SAMPLES, at, snowflake, tweet
from shown import case_of, drawn, full_report, run, sample, spats, texts, view
from telling import every_precision, said, spat, turn

from tweetspat.model import Account, Claim, Copy, Input, Link, Media, Side, TweetId, Url
from tweetspat.problems import Place, Problem
from tweetspat.renderers import renderer
from tweetspat.renderers.html.markup import link, linked
from tweetspat.renderers.view import Report
from tweetspat.visible import one_line

VOID = {"meta", "line", "use", "rect", "circle", "path"}
TAGS = VOID | set(
    "html head title style body header main section nav footer div span p a h1 h2 "
    "h3 h4 ul ol li dl dt dd details summary article time small blockquote bdi b "
    "code figure figcaption svg desc defs g text".split()
)
ATTRIBUTES = set(
    "class id href rel title lang dir charset name content http-equiv datetime open "
    "role tabindex aria-label aria-labelledby aria-describedby x y x1 x2 y1 y2 r d "
    "width height".split()
)
"""All that may stand in a report: nothing of it acts, and nothing loads."""


class Element:
    """An element: its tag, attributes, children; text is a child too."""

    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, attributes, []

    def all(self, tag=None, **wanted):
        for child in self.children:
            if isinstance(child, Element):
                has = child.attributes
                kind, id_ = wanted.get("class_"), wanted.get("id")
                if (
                    tag in (None, child.tag)
                    and kind in (None, *(has.get("class") or "").split())
                    and id_ in (None, has.get("id"))
                ):
                    yield child
                yield from child.all(tag, **wanted)

    def one(self, tag=None, **wanted):
        return next(self.all(tag, **wanted))

    @property
    def text(self):
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class Page(HTMLParser):
    """A strict parser: every element has to be closed where it has to."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        assert tag in VOID
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(data)


def page(source):
    parser = Page()
    parser.feed(source)
    parser.close()
    assert parser.open == [parser.root]
    return parser.root


def report(found, **more):
    return page("\n".join(drawn(found, "html", view(**more))))


def of(*tweets, case=None, **more):
    return report(spats(tweets, *([case] if case else [])), **more)


def assert_inert(root):
    ids = [e.attributes["id"] for e in root.all() if "id" in e.attributes]
    assert len(set(ids)) == len(ids)
    for element in root.all():
        assert element.tag in TAGS
        assert element.attributes.keys() <= ATTRIBUTES
        there = element.attributes.get("href")
        if there is None:
            continue
        if there.startswith("#"):
            assert there[1:] in ids, there
        else:
            assert re.match("https?://", there, re.IGNORECASE)
            assert element.attributes["rel"] == "noopener noreferrer nofollow"


def answering():
    """Two tweets of two voices, the second answering the first."""
    one, two = snowflake(at("10:00")), snowflake(at("10:30"))
    return (
        tweet(one, "mod", "10:00", "We struck nothing yesterday"),
        tweet(two, "oir", "10:30", "You did", reply_to=one),
    )


@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
def test_every_tweet_is_an_article_in_printed_order_under_its_number(name):
    found = sample(name)

    root = report(found)

    numbers = [turn.n for each in found for turn in each.turns]
    articles = [*root.all("article")]
    heads = [article.one("a").text for article in articles]
    assert [int(re.sub(r"\D", "", head)) for head in heads] == numbers
    for article in articles:
        assert article.one("a").attributes["href"] == f"#{article.attributes['id']}"


def test_the_first_conversation_is_cited_by_number_alone_and_others_by_theirs_too():
    root = of(*answering(), tweet("900", "solo", "09:00", "alone"))

    names = [article.attributes["id"] for article in root.all("article")]
    assert names == ["t1", "t2", "c2t1"]


def test_no_word_of_the_text_output_about_a_tweet_is_missing():
    found = [every_precision()]

    told = re.sub(r"\s", "", report(found).text)

    lines = drawn(found, "text", view(width=10_000))
    first = next(n for n, line in enumerate(lines) if line.startswith("   MSK"))
    for line in lines[first:]:
        for part in re.split(r"  +|[┃│╌─━┄╎┼⋮●◆○]\d*", line):
            assert re.sub(r"\s", "", part) in told


def test_words_stand_as_tweeted_and_in_an_order_of_their_own():
    root = of(tweet("1", text="one\n  two\n\nشاهد & <b>"))

    words = root.one("p", class_="x")
    assert words.text == "one\n  two\n\nشاهد & <b>"
    assert words.attributes["dir"] == "auto"


def test_both_clocks_stand_at_each_tweet_and_the_instant_for_machines():
    root = of(*answering(), case=case_of(*(each.id for each in answering())))

    first, second = root.all("time")
    assert first.text.split() == ["13:00", "MSK", "05:00", "EST"]
    assert first.attributes["datetime"] == "2016-02-11T10:00:00.000Z"
    assert [b.text for b in first.all(class_="bold")] == ["13:00 MSK"]
    assert [b.text for b in second.all(class_="bold")] == ["05:30 EST"]


def test_a_time_that_nobody_knows_is_said_to_be_unknown():
    assert of(tweet("1", clock=None)).one("article").one(class_="c").text == (
        "time unknown"
    )


def test_a_new_day_and_a_silence_are_told_between_the_tweets():
    root = of(
        tweet("1", "a", "10:00"),
        tweet("2", "b", "12:30", reply_to="1"),
        tweet("3", "a", "21:30", reply_to="2"),
    )

    days = [day.text for day in root.all("h2", class_="day")]
    assert days == [
        "Thu 11 Feb 2016 · MSK UTC+3 · EST UTC-5",
        "Fri 12 Feb 2016 MSK UTC+3 · Thu 11 Feb 2016 EST UTC-5",
    ]
    silences = [quiet.text for quiet in root.all(class_="quiet")]
    assert silences == ["2 h 30 m of silence", "9 h of silence"]


def test_an_answer_leads_to_what_it_answers():
    article = [*of(*answering()).all("article")][1]

    relation = article.one(class_="r")
    assert relation.text == "↩ replies to ●1"
    assert relation.one("a").attributes["href"] == "#t1"


def test_stated_and_inferred_never_look_alike():
    links = [
        Link(TweetId("1"), "answers", "mention", stated, 0.95, 0.95, "why")
        for stated in (True, False)
    ]
    answers = [
        turn(n, "moscow_mod", f"1{n}:00", links=(link_,))
        for n, link_ in enumerate(links, start=2)
    ]
    found = spat([turn(1, "coalition_pao", "11:00"), *answers])

    stated, guessed = report([found]).all("span", class_="r")

    assert stated.attributes["class"] == "r"
    assert guessed.attributes["class"] == "r inferred"
    assert guessed.text == "≈ answers ◆1 (by mention)"


def test_the_evidence_stands_below_for_who_asks_and_open_with_v():
    closed, opened = (
        of(*answering(), verbose=verbose).one("article").one("details")
        for verbose in (False, True)
    )

    assert "open" not in closed.attributes
    assert "open" in opened.attributes
    assert closed.one("summary").text == "evidence"
    assert "made.json:1: $ (api-v1.1)" in closed.text


def test_a_quotation_is_short_and_leads_to_the_original():
    one = tweet("1", "mod", "10:00", "long " * 200)
    root = of(one, tweet("2", "oir", "10:30", "See", quotes="1"))

    quoted = root.one("blockquote")
    assert quoted.one("a").attributes["href"] == "#t1"
    assert len(quoted.text) < 320
    assert quoted.text.endswith("…")


def test_a_quotation_of_a_lost_tweet_says_so():
    quoted = of(tweet("2", "oir", "10:30", "See", quotes="1")).one("blockquote")

    assert quoted.text == "?1 @?⌀ lost: not in the data"


def test_a_lost_tweet_stands_in_its_place_and_among_what_could_not_be_resolved():
    lost = snowflake(at("09:00"))
    root = of(tweet(snowflake(at("10:00")), "mod", "10:00", reply_to=lost))

    ghost = root.one("article", class_="lost")
    assert ghost.one(class_="lost").text.startswith("⌀ lost: not in the data")
    row = root.one("ul", class_="doubts").text
    assert row == (
        "?1 @? ⌀ lost: not in the data; its time is that in its id; "
        f"id {lost}; named by ●2"
    )


def test_a_contested_order_tells_who_claims_what():
    tweets = [tweet(name, "mod", None) for name in "AB"]
    claims = (Claim("FP", ("A", "B")), Claim("UPI", ("B", "A")))

    told = of(*tweets, case=case_of("A", "B", claims=claims)).one(class_="doubts").text

    assert "FP: ●1 then ●2" in told
    assert "UPI: ●2 then ●1" in told


def test_where_nothing_is_in_doubt_that_is_said():
    assert "Nothing: no problem was met" in of(*answering()).text


def test_what_hangs_on_a_tweet_is_told_as_in_the_text():
    full = tweet(
        "1",
        urls=(Url("https://t.co/a", "https://example.org/b"),),
        media=(Media("photo", None, "a map"),),
        copies=(Copy("other words", "b", Place("copy.json", 3)),),
        problems=(Problem("odd", "something is odd"),),
    )

    notes = [note.text for note in of(full).all("p", class_="m")]

    assert notes == [
        "→ https://t.co/a leads to https://example.org/b",
        "▣ photo: a map",
        "≠ a copy by @b at copy.json:3: $ reads: other words",
        "⚠ something is odd",
    ]


def test_claims_of_both_sides_about_one_moment_stand_face_to_face():
    moments = [*report([every_precision()]).all("section", class_="moment")]

    both = next(m for m in moments if m.one("h3").text.startswith("◷ 13:55 MSK"))
    left, right = both.all("div", class_="column")
    assert left.attributes["class"] == "column side0"
    assert "@moscow_mod" in left.text
    assert "@coalition_pao" in right.text


def test_without_times_in_the_texts_there_is_no_section_unless_asked_for():
    title = "What is said to have happened when"
    tweets = (tweet("1", text="words"),)

    assert title not in of(*tweets).text
    assert title in of(*tweets, events=True).text


def test_inputs_are_named_with_their_hash_and_the_version_of_the_tool():
    inputs = (Input("a & b.json", "ab" * 32, "api-v1.1", 2, 0),)
    lines = renderer("html").render(Report(spats(answering()), inputs), view())

    told = page("\n".join(lines)).one("details", class_="inputs").text

    assert told.startswith("Made by tweetspat 0.1.0 from 1 input")
    assert "a & b.json api-v1.1, 2 tweet records" in told
    assert f"SHA-256 {'ab' * 32}" in told


def test_the_command_line_takes_the_hashes(tmp_path):
    made = tmp_path / "report.html"
    source = sample_file = tmp_path / "in.json"
    sample_file.write_text('{"tweetspat": 1, "tweets": [{"author": "a", "text": "x"}]}')

    assert run("show", str(source), "-o", str(made)).returncode == 0

    assert sha256(source.read_bytes()).hexdigest() in made.read_text("utf-8")


def test_what_could_not_be_read_is_told_with_its_place():
    problem = Problem("odd", "not a status", Place("x.json", 3))
    lines = renderer("html").render(Report(spats(answering()), (), (problem,)), view())

    assert "x.json:3: $: not a status" in page("\n".join(lines)).text


def test_the_likeliest_stands_whole_and_the_others_on_a_line_each():
    found = spats([*answering(), tweet("900", "solo", "09:00", "alone")])

    root = report(found, whole=False)

    assert len([*root.all("article")]) == 2
    assert "1 more conversation" in root.text
    assert "alone" in root.one("section", class_="others").text


def test_headings_go_down_one_level_at_a_time():
    for found in (sample("aleppo-2016.json"), sample("synthetic-v1.json")):
        levels = [
            int(e.tag[1]) for e in report(found).all() if re.match("h[1-6]", e.tag)
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        pairs = pairwise(levels)
        assert all(below <= above + 1 for above, below in pairs)


def test_there_is_one_way_past_the_head():
    root = report(sample("aleppo-2016.json"))

    skip = root.one("body").one("a")
    assert skip.attributes == {"href": "#talk", "class": "skip"}
    assert root.one("main").attributes["id"] == "talk"
    assert root.one("html").attributes["lang"] == "en"


def test_its_policy_allows_its_own_style_and_nothing_else():
    root = report(sample("aleppo-2016.json"))

    style = root.one("style").text
    policy = next(
        meta.attributes["content"]
        for meta in root.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_the_strip_describes_itself():
    picture = report(sample("synthetic-v1.json"), whole=False).one("svg")

    assert picture.one("title").text == "Who spoke when"
    assert picture.one("desc").text.startswith(
        "A lane for each side. @moscow_mod: 2 tweets; @coalition_pao: 2 tweets."
    )
    lines = [line.attributes["class"] for line in picture.all("line")]
    assert lines.count("inferred") == 1
    assert lines.count("stated") == 2


def test_without_clock_times_the_strip_shows_the_order_and_says_so():
    figure = report(sample("aleppo-2016.json")).one("figure")

    assert figure.one("figcaption").text == (
        "In the order shown below; no clock time is known."
    )
    assert len([*figure.all("use")]) == 17 + 2


def test_hundreds_of_tweets_are_bars_in_the_strip_and_drawn_when_near():
    found = spats(
        tweet(str(n), "ab"[n % 2], f"{n // 60}:{n % 60:02}", reply_to=str(n - 1))
        if n
        else tweet("0", "a", "00:00")
        for n in range(600)
    )

    root = report(found)

    assert 0 < len([*root.one("svg").all("rect")]) <= 2 * 251
    assert [*root.all("div", class_="long")]


def test_a_report_of_nothing_is_whole():
    assert report([]).one("h1").text == "No conversation"


def test_every_part_of_a_full_report_is_inert():
    attack = "<script>alert(1)</script>"
    lines = renderer("html").render(full_report(attack), view())

    root = page("\n".join(lines))

    assert_inert(root)
    assert root.text.count(attack) > 10


@pytest.mark.parametrize(
    "attack",
    [
        "</title></style></article><script>alert(1)</script>",
        "\" onmouseover=\"alert(1)' onfocus='alert(2)",
        'javascript:alert(1) https://a.example/"onclick="x',
        "https://bank.example@evil.example/ data:text/html,<b>",
        "<!-- -->]]><svg onload=alert(1)>",
        "&lt;script&gt; &#x3c;script&#x3e;",
    ],
)
def test_markup_anywhere_is_shown_and_does_nothing(attack):
    odd = tweet(
        "1",
        text=attack,
        urls=(Url("https://t.co/a", attack),),
        media=(Media(attack, attack, attack),),
        problems=(Problem("odd", attack),),
    )
    odd = odd._replace(author=Account(attack, attack))

    root = of(odd)

    assert_inert(root)
    assert root.one("p", class_="x").text == attack


@settings(max_examples=60, deadline=None)
@given(texts(), texts(20))
def test_whatever_is_written_the_report_is_well_formed_and_inert(text, name):
    odd = tweet("1", name or "a", text=text, urls=(Url("https://t.co/a", text),))
    odd = odd._replace(author=Account(name, text))
    more = tweet("2", "b", "13:00", text, reply_to="1", quotes="1")

    root = of(odd, more)

    assert_inert(root)
    assert [a.attributes["id"] for a in root.all("article")] == ["t1", "t2"]
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", root.text
    )


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("see https://a.example/b.", "https://a.example/b"),
        ("(http://a.example)", "http://a.example"),
        ("https://bank.example@evil.example/", None),
        ("javascript:alert(1)", None),
        ("//a.example", None),
    ],
)
def test_only_addresses_of_the_web_lead_anywhere(text, there):
    found = re.findall('href="([^"]*)"', linked(one_line(text)))

    assert found == ([there] if there else [])
    assert "href" not in link(one_line("x"), "ftp://a.example")


def test_a_retweet_is_told_below_what_it_repeats():
    one, _ = answering()
    again = tweet("9" * 18, "fan", "11:00", "RT", repeats=one.id)

    assert "⟲ repeated by @fan" in of(one, again).text


def split(tmp_path, found, most):
    from tweetspat.renderers.html import parts

    made = parts(Report(found), view(), most, str(tmp_path / "a report.html"))
    return {path.rpartition("/")[2]: page("\n".join(lines)) for path, lines in made}


def test_split_every_tweet_stands_once_and_every_link_leads_to_its_file(tmp_path):
    files = split(tmp_path, sample("aleppo-2016.json"), 5)

    assert [*files] == ["a report.html", *(f"a report-{n}.html" for n in (2, 3, 4))]
    ids = {
        name: {e.attributes["id"] for e in root.all() if "id" in e.attributes}
        for name, root in files.items()
    }
    articles = [a for root in files.values() for a in root.all("article")]
    assert [a.attributes["id"] for a in articles] == [f"t{n}" for n in range(1, 18)]
    for name, root in files.items():
        for element in root.all():
            there = element.attributes.get("href", "#talk")
            file, _, anchor = unquote(there.removeprefix("./")).partition("#")
            assert (file or name) in files
            assert not anchor or anchor in ids[file or name]


def test_split_files_lead_on_and_back(tmp_path):
    first, last = split(tmp_path, sample("aleppo-2016.json"), 10).values()

    assert first.one("nav", class_="parts").text == "Part 1 of 2next →"
    assert last.one("nav", class_="parts").text == "Part 2 of 2← previous"
    assert "What could not be resolved" not in first.text
    assert "What could not be resolved" in last.text


def test_split_several_conversations_are_cut_where_one_ends_or_within(tmp_path):
    found = spats([*answering(), tweet("900", "solo", "09:00", "alone")])

    files = split(tmp_path, found, 2)

    articles = [[a.attributes["id"] for a in f.all("article")] for f in files.values()]
    assert articles == [["t1", "t2"], ["c2t1"]]
    there = [a.attributes["href"] for a in files["a report.html"].one("nav").all("a")]
    assert there == ["#top", "./a%20report-2.html#c2top"]


def test_the_command_line_splits_into_files(tmp_path):
    source = str(SAMPLES / "aleppo-2016.json")

    done = run("show", source, "-o", str(tmp_path / "r.html"), "--split", "10")

    assert done.returncode == 0
    assert sorted(os.listdir(tmp_path)) == ["r-2.html", "r.html"]


@pytest.mark.parametrize("more", [(), ("-o", "r.txt"), ("--format", "html")])
def test_the_command_line_splits_only_html_in_files(tmp_path, more):
    source = str(SAMPLES / "aleppo-2016.json")

    done = run("show", source, "--split", "10", *more, cwd=tmp_path)

    assert done.returncode == 2
    assert b"--split" in done.stderr
    assert not os.listdir(tmp_path)


def test_no_part_replaces_an_input(tmp_path):
    source = tmp_path / "r-2.html"
    source.write_bytes((SAMPLES / "aleppo-2016.json").read_bytes())

    done = run("show", str(source), "-o", str(tmp_path / "r.html"), "--split", "10")

    assert done.returncode == 2
    assert os.listdir(tmp_path) == ["r-2.html"]
    assert source.read_bytes() == (SAMPLES / "aleppo-2016.json").read_bytes()


@pytest.mark.parametrize(
    "sent",
    [
        ["12:00", None, "13:00"],
        ["0001-01-01", "9999-12-31", "9999-12-31"],
        ["0001-01-01", "0001-01-01", "0001-01-01"],
        ["0100-01-01", "9000-01-01", "9000-01-01"],
    ],
)
def test_where_an_axis_has_no_room_or_times_are_missing_there_is_no_strip(sent):
    tweets = [
        tweet(str(n + 1), "ab"[n % 2], None, sent=_instant(each), reply_to=str(n))
        for n, each in enumerate(sent)
    ]

    assert not [*of(*tweets).all("svg")]


def _instant(told):
    if told is None or ":" in told:
        return told and at(told)
    return datetime.fromisoformat(told).replace(tzinfo=UTC)


def test_without_a_clock_to_show_the_instant_is_told():
    root = of(*answering(), zones=())

    assert root.one("time").text == "2016-02-11T10:00:00.000Z"
    assert not [*root.all("svg")]


def test_a_side_that_does_not_speak_has_a_lane_without_signs():
    tweets = [tweet(str(n), "mod", f"1{n}:00") for n in range(3)]
    case = case_of(*(each.id for each in tweets))

    about = of(*tweets, case=case).one("desc").text

    assert about.startswith("A lane for each side. Moscow: 3 tweets; ◆: 0 tweets.")


@pytest.mark.parametrize(("count", "numbers"), [(30, 7), (80, 0)])
def test_of_many_in_order_every_fifth_is_numbered_and_of_too_many_none(count, numbers):
    tweets = [tweet(str(n), ("mod", "oir")[n % 2], None) for n in range(count)]
    case = case_of(*(each.id for each in tweets))

    assert len([*of(*tweets, case=case).all("text")]) == numbers


def test_two_voices_on_one_clock_do_not_colour_it():
    sides = (Side("A", ("mod",), "Europe/Moscow"), Side("B", ("oir",), "Europe/Moscow"))
    tweets = [tweet(str(n), ("mod", "oir")[n % 2], f"1{n}:00") for n in range(4)]
    case = case_of(*(each.id for each in tweets), sides=sides)

    names = [*of(*tweets, case=case).all("text", class_="name")]

    assert [name.attributes["class"] for name in names] == ["name", "name"]


def test_a_quotation_of_another_conversation_is_named_but_not_shown():
    link_ = Link(TweetId("77"), "quoted", "metadata", True, 1.0, 1.0, "id")
    found = spat([turn(1, "moscow_mod", "11:00", links=(link_,))])

    root = report([found])

    assert not [*root.all("blockquote")]
    assert root.one("span", class_="r").text == "❝ quotes 77 of another conversation"


def test_more_times_than_a_line_each_are_counted():
    words = " ".join(f"{n:02}:00" for n in range(14))
    times = [said(f"{n:02}:00", inside=words) for n in range(14)]

    root = report([spat([turn(1, "moscow_mod", "23:00", words, *times)])])

    told = [p.text for p in root.one("article").all("p", class_="when")]
    assert len(told) == 13
    assert told[-1] == "◷ 2 more times"


def test_of_very_many_doubts_the_rest_are_counted():
    tweets = [tweet(str(9000 + n), "mod", None, reply_to=str(n)) for n in range(1, 251)]
    problems = tuple(Problem("odd", f"p{n}") for n in range(201))
    found = spats(tweets, case_of(*(each.id for each in tweets)))

    lines = renderer("html").render(Report(found, (), problems), view())

    text = page("\n".join(lines)).text
    assert "… 50 more" in text
    assert "… 1 more: tweetspat check" in text
    assert "300 more" in text


def test_a_tweet_that_stays_for_context_is_dimmed():
    found = spat([turn(1, "moscow_mod", "11:00", context=True)])

    article = report([found]).one("article")

    assert article.attributes["class"] == "side0 context"
    assert article.one("span", class_="r").text == "for context"


def test_what_is_made_up_leads_nowhere_on_the_platform_and_the_rest_to_its_tweet():
    made_up = "".join(drawn(sample("synthetic-v1.json"), "html"))
    real = tweet("697742123456789504", "mod_russia", "12:00")
    told = "".join(drawn(spats([real]), "html"))

    assert "//x.com/" not in made_up
    assert 'href="https://x.com/mod_russia/status/697742123456789504"' in told
