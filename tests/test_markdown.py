"""Markdown: what was written stands there as words, and acts nowhere."""

import json
import re
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import tweet
from markdown_it import MarkdownIt
from shown import case_of, drawn, full_report, run, sample, spats, texts, view
from telling import every_precision

from tweetspat.model import Account, Copy, Input, Media, TweetId, Url
from tweetspat.problems import Place, Problem
from tweetspat.renderers import renderer
from tweetspat.renderers.view import Report
from tweetspat.visible import markdown, one_line, text_lines

ACTS = {"html_inline", "html_block", "image", "link_open", "heading_open", "hr"}
"""What a stranger's words must not become."""

MARKUP = [
    *"-+*_`~#>|[](){}<!&;:.\\/ \n@1aAi$^='\"%,",
    *("https://e.org", "www.e.org", "@mod_russia", "a@b.c", "#12", ":smile:", "    "),
    *(
        "<b>",
        "&amp;",
        "](x)",
        "![",
        "```",
        "---",
        "===",
        "1. ",
        "[^1]",
        "|--|",
        "{=html}",
    ),
]
marked_up = st.lists(st.sampled_from(MARKUP), max_size=14).map("".join)

ATTACKS = [
    "x\n# heading",
    "setext\n=====\nand\n---",
    "![image](http://evil.example/t.png)",
    "[link](javascript:alert(1)) [ref]: http://evil.example",
    "<img src=x onerror=alert(1)><script>alert(1)</script><!-- c -->",
    "```\nfence\n```\n~~~\nfence",
    "x\n> quote\n> > deeper",
    "- list\n1. list\n2) list\n* list\n+ list\na. list\n(iv) list\n(@) list\n#. list",
    "a | b\n--|--\n:-: | c",
    "| line block\n: definition\n::: div",
    "***\n---\n___",
    "*a* **b** _c_ ~~d~~ ~e~ ^f^ `g` ``h``",
    "$x$ $$\\href{javascript:1}{y}$$ \\(z\\) \\begin{a}",
    "[^1] and ^[inline note] [@cite] @cite [-@cite] @{x}",
    "`code`{=html} @user{=html} [x]{.class} https://e.org{=html}",
    "&lt;b&gt; &amp; &#60; AT&T",
    'don\'t "quote" -- or --- and ...',
    "ends in \\",
    "\\\nfirst",
    "  two and    more   spaces  ",
    "a__b__c _d_ __e__ snake_case_word",
    "\n\nempty lines before\n\n\nand within\n\n",
    "% title\n---\nyaml: x\n---",
    "[!NOTE]\nbox :smile: :+1: :100:",
    "ping @octocat and @org/team, see octo/repo#12, #3, GH-4, a1b2c3d4e5",
    "mail a.b@c.example https://t.co/x). <https://e.org> ftp://e.org www.e.org",
    "`@user` ``https://e.org`` |@user|",
]


def page(found, **more):
    return "\n".join(drawn(found, "markdown", view(**more)))


def commonmark():
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def words_of(tokens):
    """Return what inline tokens show, and which of them do more than that."""
    shown, acting = "", set()
    for token in tokens:
        if token.type in {"text", "code_inline", "text_special"}:
            shown += token.content
        elif token.type in {"hardbreak", "softbreak"}:
            shown += "\n"
        else:
            acting.add(token.type)
    return shown.replace("\xa0", " "), acting


def quotation(source):
    """Return the blocks and the inline tokens of the one quotation in a page."""
    tokens = commonmark().parse(source)
    kinds = [token.type for token in tokens]
    first, last = kinds.index("blockquote_open"), kinds.index("blockquote_close")
    inside = tokens[first + 1 : last]
    inline = [child for token in inside for child in token.children or ()]
    return [token.type for token in inside], inline


def as_read(text):
    return "\n".join(text_lines(text)).replace("\xa0", " ").rstrip(" ")


def assert_only_words(text):
    """A text is one paragraph of words, line for line those that were tweeted."""
    blocks, inline = quotation(page(spats([tweet("1", text=text)])))

    shown, acting = words_of(inline)
    assert blocks == ["paragraph_open", "inline", "paragraph_close"]
    assert not acting
    # the parser takes odd white space, such as U+00A0, from the ends of a paragraph
    assert shown.strip() == as_read(text).strip()


@pytest.mark.parametrize("text", ATTACKS)
def test_markup_in_a_text_is_shown_and_does_nothing(text):
    assert_only_words(text)


@settings(max_examples=300, deadline=None)
@given(marked_up | texts())
def test_whatever_is_written_shows_its_words_line_for_line(text):
    assert_only_words(text)


@settings(max_examples=300, deadline=None)
@given(marked_up)
def test_in_a_cell_between_others_a_text_stays_in_its_cell(text):
    shown = one_line(text)
    source = f"| a | b | c |\n|---|---|---|\n| x | {markdown(shown)} | y |"

    tokens = commonmark().parse(source)

    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 6
    words, acting = words_of(cells[4].children)
    assert words.strip(" ") == shown.replace("\xa0", " ").strip(" ")
    assert not acting


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("@octocat", "`@octocat`"),
        (".@octocat's", ".`@octocat`"),
        ("@org/team!", "`@org/team`"),
        ("octo/repo#12", "`octo/repo#12`"),
        ("see #3.", "`#3`"),
        ("GH-4", "`GH-4`"),
        ("a.b@c.example", "`a.b@c.example`"),
        ("(https://t.co/x)", "(`https://t.co/x`)"),
        ("WWW.e.org", "`WWW.e.org`"),
        (":smile:", "`:smile:`"),
        ("[!NOTE]", "`[!NOTE]`"),
        ("a1b2c3d4", "`a1b2c3d4`"),
        ("#SYRIA", "#SYRIA"),
        ("at 13:55:01", "at 13:55:01"),
    ],
)
def test_what_github_would_link_or_tell_somebody_of_is_code(text, kept):
    assert kept in markdown(one_line(f"x {text}"))


def test_nothing_leads_anywhere_but_within_the_page_and_to_the_tweets():
    source = page(sample("aleppo-2016.json") + sample("synthetic-v1.json"))

    inline = [c for t in commonmark().parse(source) for c in t.children or ()]

    leads = [t.attrs["href"] for t in inline if t.type == "link_open"]
    targets = {f"#{found}" for found in re.findall('<span id="([^"]*)">', source)}
    assert leads
    assert set(leads) <= targets
    html = {t.content for t in inline if t.type == "html_inline"}
    assert all(
        re.fullmatch(r'<span id="tweet-[0-9-]+">|</span>', each) for each in html
    )


def test_a_tweet_of_the_platform_leads_to_where_it_stands():
    source = page(spats([tweet("697700000000000001")]))

    assert "](https://x.com/a/status/697700000000000001)" in source


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_names_titles_sources_and_addresses_does_nothing(attack):
    place = Place("made.json", 1)
    odd = tweet("1", text="words")._replace(
        author=Account("a", attack),
        sources=(attack,),
        time_as_told=attack,
        urls=(Url(attack, f"{attack} x"),),
        media=(Media("photo", attack, attack),),
        copies=(Copy(attack, attack, place),),
        problems=(Problem("odd", attack, place),),
    )
    case = case_of("1", title=attack, sources=(attack,), reconstructed=True)
    found = spats([odd], case)
    inputs = (Input(attack, None, "case", 1, 1),)
    report = Report(found, inputs, (Problem("odd", attack, place),))

    source = "\n".join(renderer("markdown").render(report, view()))

    tokens = commonmark().parse(source)
    inline = [child for token in tokens for child in token.children or ()]
    assert not [
        token for token in tokens if token.type in {"html_block", "hr", "fence"}
    ]
    assert {t.type for t in inline} & ACTS <= {"html_inline", "link_open"}
    leads = {t.attrs["href"] for t in inline if t.type == "link_open"}
    assert leads <= {"#tweet-1", "https://x.com/a/status/1"}
    assert [t.content for t in inline if t.type == "html_inline"] == [
        '<span id="tweet-1">',
        "</span>",
    ]


def test_lines_are_broken_where_the_text_breaks_them():
    source = page(spats([tweet("1", text="one\ntwo\n\nthree")]))

    assert "> one\\\n> two\\\n> \\\n> three\n" in source


def test_what_is_quoted_stands_deeper_above_the_words():
    source = page(sample("synthetic-v1.json"))

    assert (
        "> > [●3](#tweet-3) `@moscow_mod`\\\n"
        "> > `@coalition_pao` Your radar saw geese. 🦢🦢\n"
        ">\n"
        "> Geese do not drop leaflets & do not file flight plans.\n"
    ) in source


def test_a_long_quoted_tweet_is_cut_there_and_whole_in_its_own_place():
    long = "word " * 200
    found = spats(
        [tweet("1", text=long), tweet("2", "oir", "12:30", quotes=TweetId("1"))]
    )

    deeper = [line for line in page(found).splitlines() if line.startswith("> > word")]
    whole = [line for line in page(found).splitlines() if line.startswith("> word")]

    assert deeper[0].endswith("…")
    assert len(deeper[0]) < 620
    assert whole[0].count("word") == 200


def test_how_a_link_is_known_is_a_footnote_that_others_share():
    found = spats(
        [
            tweet("1", "mod"),
            tweet("2", "oir", "12:30", reply_to=TweetId("1")),
            tweet("3", "mod", "12:40", reply_to=TweetId("2")),
        ]
    )

    source = page(found)

    assert "↩ replies to [●1](#tweet-1) [^1]" in source
    assert "(#tweet-2) [^1]" in source
    assert source.count("\n[^1]: ") == 1


def test_what_could_not_be_resolved_is_told_together():
    aleppo = page(sample("aleppo-2016.json")).partition("could not be resolved")[2]
    synthetic = page(sample("synthetic-v1.json")).partition("could not be resolved")[2]

    assert "- time of sending unknown: every tweet" in aleppo
    assert "order of [●2](#tweet-2) and [●3](#tweet-3) contested: " in aleppo
    assert "⌀ lost: not in the data; its time is that in its id; named by " in synthetic


def test_the_others_have_a_row_each_below_the_likeliest():
    source = page(sample("synthetic-v1.json"), whole=False)

    assert source.count("\n## What is said") == 1
    assert "# 1 more conversation" in source
    assert "| 708925061465112575 | 3 |" in source


def test_the_inputs_are_told_with_their_hashes(tmp_path):
    out = tmp_path / "report.md"

    done = run("show", "samples/aleppo-2016.json", "-o", str(out))

    assert done.returncode == 0, done.stderr
    told = r"\| samples/aleppo-2016\.json \| case \| 17 \| 0 \| `[0-9a-f]{64}` \|"
    assert re.search(told, out.read_text())


def test_what_could_not_be_read_is_told_and_the_rest_counted():
    report = full_report()
    problems = tuple(report.problems * 25)

    source = [*renderer("markdown").render(report._replace(problems=problems), view())]

    told = source[source.index("## What could not be read") :]
    assert sum("made.json:1: &#36;" in line for line in told) == 20
    assert "- … 5 more: `tweetspat check`" in source


def test_every_precision_of_a_said_time_has_its_row():
    source = page([every_precision()])

    told = [line for line in source.splitlines() if line.startswith("| ")]
    assert sum("said" in line for line in told) >= 14


def test_asked_for_more_it_says_why_a_time_is_read_so():
    source = page(sample("synthetic-v1.json"), verbose=True)

    told = r"- ◷ Вчера → Sat 12 Mar \(MSK\) \(by the zone .*; right in \d+% of .*\)"
    assert re.search(told, source)
    assert "- · id 708896749913112575, " in source


def test_who_is_not_known_has_no_row_among_the_speakers():
    source = page(spats([tweet("1")._replace(author=None)]))

    assert '### <span id="tweet-1"></span>○1 · \\@? · ' in source
    assert "| Account |" not in source


def test_what_is_quoted_from_elsewhere_is_named_and_not_shown():
    found = spats([tweet("1"), tweet("2", "b", "12:30", quotes=TweetId("1"))])
    first, turn = found[0].turns
    away = turn._replace(links=(turn.links[0]._replace(elsewhere=True),))

    source = page([found[0]._replace(turns=(first, away))])

    assert "❝ quotes 1 of another conversation" in source
    assert "> >" not in source


def test_another_conversation_that_has_a_title_is_told_by_it():
    found = spats(
        [tweet("1"), tweet("2", "b", "12:30")], case_of("1", title="A *title*")
    )
    found.sort(key=lambda spat: spat.title or "")

    assert "| A \\*title\\* |" in page(found, whole=False)


PANDOC = shutil.which("pandoc")
needs_pandoc = pytest.mark.skipif(not PANDOC, reason="pandoc is not installed")


def pandoc(source, *arguments):
    done = subprocess.run(
        [PANDOC, *arguments],
        input=source.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    return done.stdout


@needs_pandoc
@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
@pytest.mark.parametrize("from_", ["markdown", "gfm"])
@pytest.mark.parametrize("to", ["docx", "html5"])
def test_pandoc_makes_documents_of_it_without_a_warning(tmp_path, name, from_, to):
    out = tmp_path / f"report.{to}"

    pandoc(page(sample(name)), "-f", from_, "-t", to, "-o", str(out))

    assert out.stat().st_size > 1000


def pandoc_words(node):
    """Return what pandoc shows of a part of its document tree."""
    if isinstance(node, list):
        return "".join(map(pandoc_words, node))
    kind, content = node["t"], node.get("c")
    if kind == "Str":
        return content
    if kind == "Code":
        return content[1]
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " " if kind == "Space" else "\n"
    raise AssertionError(f"a stranger's words became {node}")


@needs_pandoc
@pytest.mark.parametrize("from_", ["markdown", "gfm"])
def test_pandoc_shows_the_words_as_they_were_written(from_):
    pages = [page(spats([tweet("1", text=text)])) for text in ATTACKS]
    quotes = [re.search("(?m)^>.*(\n>.*)*", each)[0] for each in pages]

    blocks = json.loads(pandoc("\n\nx\n\n".join(quotes), "-f", from_, "-t", "json"))

    found = [b["c"] for b in blocks["blocks"] if b["t"] == "BlockQuote"]
    for (paragraph,), text in zip(found, ATTACKS, strict=True):
        assert paragraph["t"] == "Para"
        shown = pandoc_words(paragraph["c"]).replace("\xa0", " ")
        assert shown.rstrip(" ") == as_read(text)
