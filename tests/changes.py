"""Damage for tests: a record with one member, at any depth, dropped or replaced."""

import copy

from hypothesis import strategies as st

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 1 << 70)
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["0", "708945697440792575", "9" * 120, "\ud83d", "٣", "1e400"])
    | st.sampled_from(["9999-12-31 23:59", "0001-01-01 00:00", "RT @a: …", "[[', "]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "url", "text"]), inner, max_size=3)
    ),
    max_leaves=4,
)
_GONE = object()


@st.composite
def changed(draw, record, values=ANYTHING):
    """Draw a copy of a record in which one member is something else, or gone."""
    path = draw(st.sampled_from(list(_paths(record))))
    value = draw(values | st.just(_GONE))
    made = copy.deepcopy(record)
    *above, last = path
    holder = made
    for key in above:
        holder = holder[key]
    if value is _GONE:
        del holder[last]
    else:
        holder[last] = value
    return made


def _paths(value, at=()):
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for key, member in members:
        yield (*at, key)
        if isinstance(member, dict | list):
            yield from _paths(member, (*at, key))
