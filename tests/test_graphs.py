"""Graphs: DOT that Graphviz draws, Mermaid that Mermaid reads, whatever was written."""

import json
import os
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from shown import case_of, drawn, full_report, sample, spats, texts, view

from tweetspat.model import Account, Retweet, TweetId
from tweetspat.renderers import renderer
from tweetspat.visible import dot, mermaid, one_line

ATTACKS = [
    'x"]; evil [label="y',
    "ends in \\",
    '\\"]; evil [label=y',
    "\\N \\G \\n \\l \\L",
    "<<b>html</b>>",
    "x\nevil -> y;",
    "&amp; &lt;b&gt; &#34;",
    'end\nclick t1 "javascript:alert(1)"',
    "%%{init: {'securityLevel': 'loose'}}%%\n%% comment",
    "A-->>B: x\nNote over A: y; t1 --> t2",
    "style x: #ff;\nclassDef y: #ff;",
    "#quot;#35; #34;",
    'ﬂ°°34¶ß"',
    "1. list\n- list\n* list\n# heading",
    "`markdown` **bold** _it_ fa:fa-bomb",
    "subgraph x\nend\ndirection LR",
    "---\ntitle: x\n---",
    "}\nstrict digraph {",
    "/* comment */ // comment",
]
GRAPHVIZ, NODE = shutil.which("dot"), shutil.which("node")
MERMAID = os.environ.get("TWEETSPAT_MERMAID", "")
"""A folder with node_modules: npm install mermaid jsdom."""

needs_graphviz = pytest.mark.skipif(not GRAPHVIZ, reason="Graphviz is not installed")
needs_mermaid = pytest.mark.skipif(
    not (NODE and (Path(MERMAID) / "node_modules" / "mermaid").is_dir()),
    reason="TWEETSPAT_MERMAID names no folder with npm's mermaid and jsdom",
)


def source(found, form, **more):
    return "".join(f"{line}\n" for line in drawn(found, form, view(**more)))


def crowd(count):
    """Return a spat of so many tweets, all of them answers to one of before."""
    first = tweet("1", "u0", "10:00")
    return spats(
        [
            first,
            *(
                tweet(str(n), f"u{n % 7}", reply_to=TweetId(str(n // 2)))._replace(
                    sent=at("10:00") + timedelta(seconds=n)
                )
                for n in range(2, count + 1)
            ),
        ]
    )


def odd(text):
    """Return a spat in which a stranger wrote a text wherever one can be written."""
    found = [
        tweet("1", text=text)._replace(author=Account("a", text)),
        tweet("2", "b", "12:30", text, reply_to=TweetId("1")),
        tweet("3", text or "c", "12:40", text, quotes=TweetId("2")),
    ]
    return spats(found, case_of("1", "2", "3", title=text))


def graphviz(written, to="svg"):
    done = subprocess.run(
        [GRAPHVIZ, f"-T{to}"],
        input=written.encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert b"syntax error" not in done.stderr
    return done.stdout.decode()


def assert_only_strings(written):
    """What a stranger wrote stands within quotes: outside is the tool's grammar."""
    outside = re.sub(r'"(?:\\.|[^"\\])*"', '""', written)
    assert '"' not in outside.replace('""', "")
    for line in outside.splitlines():
        assert DOT_LINE.fullmatch(line), line


DOT_LINE = re.compile(
    r"digraph tweetspat \{|\}|  \}|  subgraph cluster_\d+ \{|  (label|color)=\"\";"
    r"|  (graph|node|edge) \[[a-zA-Z0-9=\", ]*\];"
    r"|  t[0-9_]+( -> t[0-9_]+)? \[[a-z0-9=\", ]*\];"
    r"|  // \d+ more conversations?: --all draws them"
)
MERMAID_LINE = re.compile(
    r'flowchart BT|  (c\d+)?t(\d+|more)\["([^"{}\[\]|<>;]|<br/>|;)*"\]'
    r"|  (c\d+)?t\d+ (-->|==>|-\.->|~~~) (c\d+)?t\d+|  class (c\d+)?t\d+ [a-z0-9]+"
    r"|  classDef [a-z0-9]+ fill:#\w{6},stroke:#\w{6}[a-z0-9 :,#-]*"
    r"|  %% \d+ more conversations?, not drawn"
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_is_a_string_in_dot_and_a_label_in_mermaid(attack):
    assert_only_strings(source(odd(attack), "dot"))
    for line in source(odd(attack), "mermaid").splitlines():
        assert MERMAID_LINE.fullmatch(line), line


@settings(max_examples=100, deadline=None)
@given(texts() | st.sampled_from(ATTACKS))
def test_whatever_is_written_both_keep_their_grammar(text):
    assert_only_strings(source(odd(text), "dot"))
    for line in source(odd(text), "mermaid").splitlines():
        assert MERMAID_LINE.fullmatch(line), line


@settings(max_examples=200, deadline=None)
@given(texts())
def test_what_is_escaped_can_be_read_back(text):
    shown = one_line(text)

    undone = re.sub(r"\\(.)", r"\1", dot(shown)).replace("&amp;", "&")
    decoded = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), mermaid(shown))

    assert undone == shown
    assert decoded == shown


@needs_graphviz
@pytest.mark.parametrize("attack", ATTACKS)
def test_graphviz_draws_the_words_and_nothing_else_of_them(attack):
    drawing = graphviz(source(odd(attack), "dot"))

    titles = re.findall("<title>([^<]*)</title>", drawing)
    nodes = [title for title in titles if re.fullmatch(r"t\d", title)]
    assert nodes == ["t1", "t2", "t3"]
    edges = {title for title in titles if "&#45;&gt;" in title}
    assert edges == {"t2&#45;&gt;t1", "t3&#45;&gt;t2"}
    assert "evil" not in " ".join(titles)


@needs_graphviz
@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
def test_graphviz_draws_the_samples(name):
    found = sample(name)

    drawing = graphviz(source(found, "dot"))

    nodes = re.findall(r"<title>t[0-9_]+</title>", drawing)
    assert len(nodes) == sum(len(spat.turns) for spat in found)


@needs_graphviz
def test_a_large_conversation_is_still_a_graph():
    written = source(crowd(700), "dot")

    read = json.loads(graphviz(written, "dot_json"))

    assert len([o for o in read["objects"] if o["name"].startswith("t")]) == 700
    assert len(read["edges"]) == 699


def test_a_large_flowchart_stays_within_what_mermaid_takes_and_counts_the_rest():
    written = source(crowd(700), "mermaid")

    shown = len(re.findall(r"(?m)^  t[1-9]\d*\[", written))
    assert len(written) < 50_000
    assert len(re.findall(r"(-->|==>|-\.->|~~~)", written)) < 500
    assert f"… {700 - shown} more tweets#58; tweetspat show" in written


def test_of_many_conversations_mermaid_gets_as_many_as_it_takes():
    found = spats([tweet(str(n), f"u{n}", text="word " * 40) for n in range(400)])

    written = source(found, "mermaid")

    drawn_ = len(re.findall(r"(?m)^  (?:c\d+)?t0\[", written))
    assert len(found) == 400
    assert len(written) < 50_000
    assert f"%% {400 - drawn_} more conversations, not drawn\n" in written


def test_lines_tell_what_is_stated_inferred_quoted_and_lost():
    written = source(sample("synthetic-v1.json"), "dot")

    assert re.search(
        r't2 -> t1 \[style="dashed", tooltip="answers: opens with', written
    )
    assert re.search(r't3 -> t2 \[style="solid", tooltip="replied to: ', written)
    assert re.search(r't4 -> t3 \[style="bold", tooltip="quoted: ', written)
    assert re.search(r't2_1 \[.*style="dotted,rounded"', written)


def test_arrows_tell_the_same_in_mermaid():
    written = source(sample("synthetic-v1.json"), "mermaid")

    for line in ("t2 -.-> t1", "t3 --> t2", "t4 ==> t3", "class c2t1 gone"):
        assert f"  {line}\n" in written


def test_whoever_answers_nobody_is_held_below_the_tweet_before_unseen():
    found = spats([tweet("1"), tweet("2", "b", "12:30")], case_of("1", "2"))

    assert "  t2 -> t1 [style=invis];\n" in source(found, "dot")
    assert "  t2 ~~~ t1\n" in source(found, "mermaid")


def test_a_burst_that_is_answered_as_a_whole_has_an_edge_a_tweet():
    written = source(sample("aleppo-2016.json"), "dot")

    assert "  t4 -> t1 [" in written
    assert "  t4 -> t3 [" in written


def test_how_often_a_tweet_was_repeated_stands_on_it():
    found = spats([tweet("1")])
    turn = found[0].turns[0]._replace(retweets=(Retweet("b", None), Retweet("c", None)))

    written = source([found[0]._replace(turns=(turn,))], "dot")

    assert "⟲ repeated 2 times" in written


def test_a_long_text_is_cut_on_its_node_and_longer_on_pointing_at_it():
    written = source(spats([tweet("1", text="word " * 200)]), "dot")

    label, tooltip = re.search(
        'label="([^"]*word[^"]*)", tooltip="([^"]*)"', written
    ).groups()
    assert label.count("word") < 40
    assert label.endswith("…")
    assert 50 < tooltip.count("word") < 70


@pytest.mark.parametrize("form", ["dot", "mermaid"])
def test_the_likeliest_is_drawn_and_the_others_are_counted(form):
    written = source(sample("synthetic-v1.json"), form, whole=False)

    assert "1 more conversation" in written
    assert "halab" in written
    assert "puzzled" not in written


def test_where_nobody_is_known_the_legend_tells_of_lines_only():
    written = source(spats([tweet("1")._replace(author=None)]), "dot")

    assert re.search(r'label="[^"]*\\nsolid: stated', written)
    assert "●" not in written


@pytest.mark.parametrize("form", ["dot", "mermaid"])
def test_every_field_can_be_full(form):
    assert [*renderer(form).render(full_report(), view())]


@needs_mermaid
def test_mermaid_reads_every_one_of_them(tmp_path):
    for number, text in enumerate(ATTACKS):
        (tmp_path / f"{number}.mmd").write_text(source(odd(text), "mermaid"))
    (tmp_path / "large.mmd").write_text(source(crowd(700), "mermaid"))
    for name in ("aleppo-2016.json", "synthetic-v1.json"):
        (tmp_path / f"{name}.mmd").write_text(source(sample(name), "mermaid"))
    script = Path(MERMAID) / "tweetspat-parse.mjs"
    script.write_text(PARSE)

    done = subprocess.run(
        [NODE, str(script), *map(str, tmp_path.iterdir())],
        capture_output=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert done.stdout.count(b"flowchart") == len(ATTACKS) + 3


PARSE = """
import { readFileSync } from "fs";
import { JSDOM } from "jsdom";
globalThis.window = new JSDOM("").window;
globalThis.document = window.document;
const mermaid = (await import("mermaid")).default;
for (const file of process.argv.slice(2)) {
  const found = await mermaid.parse(readFileSync(file, "utf8"));
  console.log(file, found.diagramType);
}
"""
