"""Cast files: read, refused in one line, proposed, and read back."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import SAMPLES, heap, tweet, written
from shown import run, texts

from tweetspat import UsageError
from tweetspat.casts import read_cast
from tweetspat.interface import read_cast as read_cast_of_the_library
from tweetspat.model import Account, Side
from tweetspat.proposals import proposed
from tweetspat.reconstruction import reconstruct
from tweetspat.sides import Cast

ALL = """\
[[sides]]
name = "Moscow"
accounts = ["@mod_russia", "MFA_Russia", "#249520171"]
zone = "MSK"

[[sides]]
name = "The Hague"
accounts = ["opcw"]

[names]
OIRspox = ["Col. Warren", "Steve Warren"]
"@mod_russia" = "Минобороны"

[zones]
OIRspox = "Baghdad"
"#249520171" = "Europe/Moscow"
"""


def read(tmp_path, content):
    return read_cast(written(tmp_path, "cast.toml", content))


def test_a_cast_tells_sides_names_and_clocks(tmp_path):
    assert read(tmp_path, ALL) == Cast(
        sides=(
            Side("Moscow", ("mod_russia", "MFA_Russia", "#249520171"), "Europe/Moscow"),
            Side("The Hague", ("opcw",)),
        ),
        names={
            "oirspox": ("Col. Warren", "Steve Warren"),
            "mod_russia": ("Минобороны",),
        },
        zones={"oirspox": "Asia/Baghdad", "#249520171": "Europe/Moscow"},
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("# nothing yet\n", id="a-comment"),
        pytest.param("sides = []\n[names]\n[zones]\n", id="empty-tables"),
    ],
)
def test_a_cast_may_tell_nothing(tmp_path, content):
    assert read(tmp_path, content) == Cast()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    content = b"\xef\xbb\xbf" + ALL.replace("\n", "\r\n").encode()

    assert read(tmp_path, content) == read(tmp_path, ALL)


def test_the_library_reads_it_too(tmp_path):
    path = tmp_path / "cast.toml"
    path.write_text(ALL, "utf-8")

    assert read_cast_of_the_library(path) == read(tmp_path, ALL)


SIDE = '[[sides]]\nname = "A"\n'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(
            'sides = [\n  "x"\n  "y"]',
            ":3: column 3: this is no TOML: Unclosed array; tweetspat cast writes an "
            "example",
            id="no-toml",
        ),
        pytest.param("[" * 100_000, "this is no TOML: ", id="nested-for-ever"),
        pytest.param("x = " + "9" * 5000, "this is no TOML: ", id="a-huge-number"),
        pytest.param(
            b"a = 1\nb = '\xff'",
            ":2: this is not UTF-8; save the cast as UTF-8",
            id="not-utf-8",
        ),
        pytest.param(
            "[[side]]",
            ": $.side: this is not known; there are sides, names, zones",
            id="an-unknown-table",
        ),
        pytest.param(
            SIDE + "account = []",
            ": $.sides[0].account: this is not known; there are name, accounts, zone",
            id="an-unknown-key",
        ),
        pytest.param(
            "sides = 1", ": $.sides: a list is needed here; write it in", id="no-list"
        ),
        pytest.param(
            'sides = ["x"]', ": $.sides[0]: a table is needed here", id="no-table"
        ),
        pytest.param(
            '[[sides]]\naccounts = ["a"]',
            ": $.sides[0].name: text is needed here; write it in quotes",
            id="no-name",
        ),
        pytest.param(
            SIDE, ": $.sides[0].accounts: a list is needed here", id="no-accounts"
        ),
        pytest.param(
            SIDE + "accounts = []",
            ': $.sides[0].accounts: a side needs accounts: ["@handle"]',
            id="empty-accounts",
        ),
        pytest.param(
            SIDE + "accounts = [249520171]",
            ": $.sides[0].accounts[0]: text is needed here; write it in quotes",
            id="a-number",
        ),
        pytest.param(
            SIDE + 'accounts = ["a b"]',
            ": $.sides[0].accounts[0]: 'a b' is no account; write \"@handle\" or",
            id="no-handle",
        ),
        pytest.param(
            SIDE + 'accounts = ["#"]', ": $.sides[0].accounts[0]: '#' is no", id="no-id"
        ),
        pytest.param(
            SIDE + 'accounts = ["a"]\nzone = "Mosco"',
            ": $.sides[0].zone: 'Mosco' is no zone that is known here; did you mean",
            id="an-unknown-zone",
        ),
        pytest.param(
            SIDE + 'accounts = ["a"]\n' + SIDE + 'accounts = ["b"]',
            ": $.sides[1].name: 'A' is a side already; put them together",
            id="a-side-twice",
        ),
        pytest.param(
            SIDE + 'accounts = ["a"]\n[[sides]]\nname = "B"\naccounts = ["@A"]',
            ": $.sides[1].accounts[0]: it stands on 'A' already; name it once",
            id="an-account-on-two-sides",
        ),
        pytest.param(
            '[names]\na = ["x"]\nA = ["y"]',
            ": $.names.A: this account stands here twice; name it once",
            id="an-account-named-twice",
        ),
        pytest.param(
            "[names]\na = [1]", ": $.names.a[0]: text is needed here", id="no-text"
        ),
        pytest.param('names = "x"', ": $.names: a table is needed here", id="no-names"),
        pytest.param("[zones]\na = 3", ": $.zones.a: text is needed", id="no-word"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_with_its_place(
    tmp_path, content, told
):
    with pytest.raises(UsageError) as caught:
        read(tmp_path, content)

    message = str(caught.value)
    assert f"cast.toml{told}" in message or told in message
    assert "\n" not in message


def test_a_large_file_is_no_cast(tmp_path):
    with pytest.raises(UsageError, match="too large for a cast"):
        read(tmp_path, b"#" * (1 << 23))


@pytest.mark.parametrize("name", ["none.toml", "", "a\0b", "folder"])
def test_a_cast_that_cannot_be_opened_is_wrong_usage(tmp_path, name):
    (tmp_path / "folder").mkdir()

    with pytest.raises(UsageError, match=r"cannot be read: .+; tweetspat cast writes"):
        read_cast(str(tmp_path / name) if name else name)


@given(st.binary(max_size=60) | texts(encodable=True).map(str.encode))
def test_any_bytes_are_a_cast_or_wrong_usage(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("casts") / "cast.toml"
    path.write_bytes(content)

    try:
        told = read_cast(str(path))
    except UsageError as error:
        told = str(error).removeprefix(str(path))

    assert isinstance(told, Cast) or told.startswith(":")


# The proposal.


def proposal(tweets, *cases, **options):
    spat, *others = reconstruct(heap(tweets, *cases), **options)
    return "".join(f"{line}\n" for line in proposed(spat, len(others)))


def talk(*names, zones=(None, None, None)):
    """Two who answer each other twice, and a bystander who speaks twice."""
    accounts = [Account(*each) for each in names]
    tweets = [
        tweet(
            str(n),
            "x",
            f"12:{n:02}",
            reply_to=str(n - 1) if n > 1 else None,
            zone=zones[who],
        )._replace(author=accounts[who])
        for n, who in enumerate((0, 1, 0, 1, 0, 2, 2), start=1)
    ]
    return [
        tweet._replace(reply_to="1") if tweet.id > "5" else tweet for tweet in tweets
    ]


ANN, BEN, CID = ("Ann", "Ann A.", "7"), ("ben", "Ben"), ("cid", None)


def test_a_proposal_says_that_it_is_one_and_how_it_was_made():
    content = proposal([*talk(ANN, BEN, CID), tweet("9", "z")])

    assert (
        content
        == """\
# A cast file, proposed by tweetspat: a SUGGESTION to look at and to change.
# Then: tweetspat show --cast FILE.toml INPUT...
#
# Made from the conversation 1, the likeliest of 2:
#     words
# Tweets: 7; voices: 3.
#
# The sides are two camps around the two voices that answer each other most;
# whoever argues with one camp alone stands opposite it. Tweets that answer:
#     @Ann to @ben: 2
#     @ben to @Ann: 2
# Nobody has said that they disagree: read, rename sides, move accounts.

[[sides]]
name = "@Ann"
accounts = [
  "@Ann",  # Ann A., 3 tweets
]
# zone = "MSK"  # whose clock it is; tweetspat zones lists the words

[[sides]]
name = "@ben"
accounts = [
  "@ben",  # Ben, 2 tweets
]
# zone = "MSK"  # whose clock it is; tweetspat zones lists the words

# On no side:
#   "@cid",  # 2 tweets

[names]  # what texts call them: add nicknames
Ann = ["Ann A."]
ben = ["Ben"]

[zones]  # clocks of single accounts: these stand in their profiles
"""
    )


def test_clocks_in_profiles_are_proposed_for_sides_and_bystanders(tmp_path):
    zones = ("Europe/Moscow", None, "Asia/Damascus")

    cast = read(tmp_path, proposal(talk(ANN, BEN, CID, zones=zones)))

    assert [side.zone for side in cast.sides] == ["Europe/Moscow", None]
    assert cast.zones == {"cid": "Asia/Damascus"}


def test_accounts_of_one_side_with_two_clocks_have_one_each(tmp_path):
    told = [Side("Both", ("Ann", "ben"))]
    zones = ("Europe/Moscow", "Asia/Damascus", None)
    tweets = talk(ANN, BEN, CID, zones=zones)

    cast = read(tmp_path, proposal(tweets, sides=told))

    assert cast.sides == (Side("Both", ("Ann", "ben")),)
    assert cast.zones == {"ann": "Europe/Moscow", "ben": "Asia/Damascus"}


def test_sides_that_are_stated_are_proposed_as_they_are(tmp_path):
    told = [Side("Moscow", ("ann", "silent"), "Europe/Moscow")]

    content = proposal(talk(ANN, BEN, CID), sides=told)

    assert "# The sides are those that the inputs state." in content
    assert '  "@silent",  # does not speak here' in content
    assert read(tmp_path, content).sides == (
        Side("Moscow", ("Ann", "silent"), "Europe/Moscow"),
    )


def test_where_nobody_answers_back_an_example_stands_in_comments(tmp_path):
    content = proposal([tweet("1", "a"), tweet("2", "b", "12:01", reply_to="1")])

    assert "# No two voices answer each other here: no sides are suggested." in content
    assert '# accounts = ["@mod_russia"]' in content
    assert "#   others, who speak less: 2" in content
    assert read(tmp_path, content) == Cast()


def test_a_suggestion_that_somebody_cut_to_one_side_is_proposed_as_it_is(tmp_path):
    (spat,) = reconstruct(heap(talk(ANN, BEN, CID)))

    content = "\n".join(proposed(spat._replace(sides=spat.sides[:1]), 0))

    assert read(tmp_path, content).sides == (Side("@Ann", ("Ann",)),)


def test_a_handle_that_cannot_be_written_stands_by_its_id_or_not_at_all(tmp_path):
    known, unknown = ("An n", None, "7"), ("be n", None)

    content = proposal(talk(known, unknown, CID))

    assert [side.accounts for side in read(tmp_path, content).sides] == [("#7",)]
    assert "# One side more: its handles are too odd to stand in a cast" in content


def test_nobodys_tweets_have_no_place_in_a_proposal():
    content = proposal([*talk(ANN, BEN, CID), tweet("9", None, reply_to="1")])

    assert "# Tweets: 8; voices: 3." in content


def test_a_renamed_account_is_proposed_with_all_its_handles(tmp_path):
    tweets = talk(ANN, BEN, CID)
    tweets[2] = tweets[2]._replace(author=Account("Anna", "Anna A.", "7"))

    cast = read(tmp_path, proposal(tweets))

    assert cast.sides[0] == Side("@Ann", ("Ann", "Anna"))
    assert cast.names["ann"] == ("Ann A.", "Anna A.")


@given(texts(30), texts(30))
def test_whatever_handles_and_names_hold_the_proposal_can_be_read(
    tmp_path_factory, handle, name
):
    tweets = talk((handle or "x", name, "7"), BEN, CID)
    path = tmp_path_factory.mktemp("casts") / "cast.toml"

    content = proposal(tweets)
    path.write_bytes(content.encode())
    cast = read_cast(str(path))

    assert tomllib.loads(content)
    assert len(cast.sides) <= 2
    assert not any(ord(each) < 32 for each in content.replace("\n", ""))


def test_a_name_is_read_as_it_was_sign_by_sign(tmp_path):
    name = 'Say "no" \\ to\n\u202eevil\u200b \U000e0041 👩\u200d✈️'

    cast = read(tmp_path, proposal(talk(("Ann", name), BEN, CID)))

    assert cast.names["ann"] == (name,)


# On the command line.

SAMPLE = str(SAMPLES / "synthetic-v1.json")


def test_what_cast_writes_show_reads(tmp_path):
    path = str(tmp_path / "cast.toml")

    assert run("cast", SAMPLE, "-o", path).returncode == 0
    assert run("cast", SAMPLE).stdout == (tmp_path / "cast.toml").read_bytes()
    shown = run("show", SAMPLE, "--cast", path).stdout.decode()

    assert "sides suggested" not in shown
    assert "● @moscow_mod     Министерство (вымышленное)  MSK UTC+3" in shown


def test_a_cast_that_is_there_is_not_written_over(tmp_path):
    path = written(tmp_path, "cast.toml", "# edited by hand")

    done = run("cast", SAMPLE, "-o", path)

    assert done.returncode == 2
    assert b"it is there already, and may hold your edits" in done.stderr
    assert (tmp_path / "cast.toml").read_text() == "# edited by hand"


def test_the_clocks_of_a_casts_sides_are_shown(tmp_path):
    sides = '[[sides]]\nname = "W"\naccounts = ["halab_witness"]\nzone = "Aleppo"\n'
    path = written(tmp_path, "cast.toml", sides)

    shown = run("show", SAMPLE, "--cast", path).stdout.decode()
    asked = run("show", SAMPLE, "--cast", path, "--zone", "UTC").stdout.decode()

    assert "╌╌ Sun 13 Mar 2016 · EET UTC+2 ╌╌" in shown
    assert "╌╌ Sun 13 Mar 2016 · UTC ╌╌" in asked


def test_options_come_before_the_cast(tmp_path):
    sides = '[[sides]]\nname = "W"\naccounts = ["moscow_mod", "halab_witness"]\n'
    path = written(tmp_path, "cast.toml", sides)

    done = run("show", SAMPLE, "--cast", path, "--side", "Moscow=@moscow_mod")

    assert "@moscow_mod     Министерство (вымышленное)  Moscow" in done.stdout.decode()
    assert "@halab_witness  شاهد من حلب                 W" in done.stdout.decode()


def test_a_cast_that_cannot_be_read_is_wrong_usage(tmp_path):
    path = written(tmp_path, "cast.toml", "[[sides]]\nname = 3\n")

    done = run("show", SAMPLE, "--cast", path)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"tweetspat: {path}: $.sides[0].name: text is needed here; write it in "
        'quotes: "..."\n'
    )


@pytest.mark.parametrize(
    ("content", "code"), [("[]", 1), ("{", 3)], ids=["no-tweets", "damaged"]
)
def test_no_cast_is_proposed_where_there_are_no_tweets(tmp_path, content, code):
    done = run("cast", written(tmp_path, "x.json", content))

    assert (done.returncode, done.stdout) == (code, b"")
