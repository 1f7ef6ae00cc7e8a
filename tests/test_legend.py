"""The legend: what each sign means that occurs."""

from make import tweet
from shown import SIDES, drawn, lines, sample, spats, view

from tweetspat.renderers.cells import cells
from tweetspat.renderers.view import ASCII

TALK = [
    tweet("1", "mod", "10:00"),
    tweet("2", "oir", "10:05", reply_to="1"),
    tweet("3", "c", "10:06", quotes="2"),
]


def legend_of(found, **more):
    """The legend as one line."""
    shown = drawn(found, "text", view(verbose=True, **more))
    begins = next(n for n, line in enumerate(shown) if line.startswith("signs  "))
    return " ".join(" ".join(shown[begins:]).split())


def test_only_verbose_tells_it():
    assert not any(line.startswith("signs") for line in lines(TALK))
    assert any(line.startswith("signs") for line in lines(TALK, verbose=True))


def test_it_tells_the_signs_that_occur_and_no_other():
    legend = legend_of(spats(TALK, sides=SIDES))

    assert legend.startswith("signs ● Moscow · ◆ Washington · ○ bystanders · ↩ stated")
    assert "❝ quoted" in legend
    assert not {*"≈⌀◷⇅⟲≠▣⚠?"} & {*legend}


def test_without_sides_it_names_the_voices():
    legend = legend_of(spats(TALK[:1]))

    assert legend == "signs ● @mod"


def test_a_tree_also_tells_its_lines():
    legend = legend_of(spats(TALK, sides=SIDES), layout="tree")

    assert legend.endswith("── to answers as stated · ══ to quotations")


def test_an_inferred_answer_has_its_line_in_a_tree():
    tweets = [
        tweet("1", "mod_russia", "10:00"),
        tweet("2", "oirspox", "10:05", ".@mod_russia's tweets are wrong"),
    ]

    assert legend_of(spats(tweets), layout="tree").endswith("╌╌ to inferred answers")


def test_every_sign_of_the_samples_is_told():
    legend = legend_of(sample("aleppo-2016.json"))

    for words in ("⇅ order contested", "≈ inferred", "⌀ lost", "◷ a time"):
        assert words in legend


def test_in_ascii_it_tells_the_other_signs():
    legend = legend_of(spats(TALK, sides=SIDES), glyphs=ASCII, layout="tree")

    assert legend.startswith("signs A Moscow - B Washington - o bystanders - <- stated")
    assert legend.isascii()


def test_a_name_of_many_cells_does_not_widen_it():
    tweets = [tweet("1", "漢" * 90, "10:00")]

    assert max(map(cells, lines(tweets, verbose=True, width=60))) <= 60
