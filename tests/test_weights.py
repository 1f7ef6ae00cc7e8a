"""The weights that are shipped: whole, bounded, and the same for everybody."""

from itertools import chain
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tweetspat.inference import weights
from tweetspat.inference.signals import DOUBTS, SIGNALS
from tweetspat.inference.weights import (
    OF_THE_PICK,
    features_of,
    frozen,
    judged,
    likelihoods,
)

FEATURES = OF_THE_PICK + len(DOUBTS) + len(SIGNALS)
RULES = {
    "manual_quote",
    "manual_retweet",
    "media_source",
    "name",
    "numbering",
    "only one",
    "series",
    "status_url",
}
numbers = st.floats(-50, 50)


def test_there_is_a_weight_for_each_signal_and_each_feature():
    assert len(frozen().pick) == len(SIGNALS)
    assert len(frozen().conversation) == FEATURES + 1
    assert len(frozen().calibration) == 3
    assert len({*SIGNALS}) == len(SIGNALS)
    assert len({*DOUBTS}) == len(DOUBTS)


def test_every_tree_asks_for_features_that_there_are_and_ends_in_values():
    nodes, asked = [*frozen().trees], set()
    while nodes:
        node = nodes.pop()
        if not isinstance(node, float):
            feature, _, *below = node
            asked.add(feature)
            nodes += below

    assert asked
    assert asked <= {*range(FEATURES)}


def test_every_rule_has_the_share_of_its_links_that_were_right():
    assert frozen().shares.keys() == RULES
    assert all(0.7 <= share < 1 for share in frozen().shares.values())


def test_the_weights_say_of_which_training_they_are():
    assert frozen().version


def test_they_are_read_once_and_small():
    assert frozen() is frozen()
    assert Path(weights.__file__).with_name("weights.json").stat().st_size < 100_000


def test_likelihoods_are_shares_of_one():
    candidates = [[0.0] * len(SIGNALS), [1.0] * len(SIGNALS), [0.5] * len(SIGNALS)]

    found = likelihoods(frozen(), candidates)

    assert isclose(sum(found), 1)
    assert likelihoods(frozen(), candidates[::-1]) == pytest.approx(found[::-1])
    assert likelihoods(frozen(), candidates[:1]) == [1.0]


def test_what_speaks_very_strongly_overflows_nothing():
    strong = [1e6] * len(SIGNALS)
    weak = [-1e6] * len(SIGNALS)

    assert sorted(likelihoods(frozen(), [strong, weak])) == [0.0, 1.0]
    for signals in (strong, weak):
        verdict = judged(frozen(), features_of(1.0, 8.0, [1e6] * len(DOUBTS), signals))
        assert 0 <= verdict.parent <= verdict.conversation < 1


@given(
    st.floats(0, 1),
    st.floats(0, 700),
    st.lists(numbers, min_size=len(DOUBTS), max_size=len(DOUBTS)),
    st.lists(numbers, min_size=len(SIGNALS), max_size=len(SIGNALS)),
)
@settings(max_examples=100, deadline=None)
def test_no_verdict_is_sure_and_the_conversation_is_never_less_so_than_the_parent(
    likelihood, margin, doubts, signals
):
    features = features_of(likelihood, margin, doubts, signals)

    verdict = judged(frozen(), features)

    assert len(features) == FEATURES
    assert 0 <= verdict.parent <= verdict.conversation < 1


def test_all_weights_are_plain_numbers():
    told = frozen()

    assert all(
        isinstance(each, float | int) and abs(each) < 1e3
        for each in chain(told.pick, told.calibration, told.conversation, [told.base])
    )
