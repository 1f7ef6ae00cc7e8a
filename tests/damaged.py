"""Records gone wrong: any member dropped or replaced by any JSON."""

import copy

from hypothesis import strategies as st

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([1.5, -1e300, "", "1", "at://a/b", "2016-02-11", "\ud800"])
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.just("id"), inner, max_size=1)
    ),
    max_leaves=4,
)


def _places(value, path=()):
    """Yield the way to every member of a JSON value."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else ()
    items = enumerate(value) if isinstance(value, list) else items
    for key, each in items:
        yield from _places(each, (*path, key))


@st.composite
def damaged(draw, whole):
    """The record with one to three members dropped or replaced."""
    made = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from([*_places(made)] or [("none",)]))
        holder = made
        for key in way:
            holder = holder[key]
        if draw(st.booleans()):
            holder[last] = draw(ANY_JSON)
        elif isinstance(holder, dict):
            holder.pop(last, None)
    return made
