"""Records gone wrong: any member, at any depth, dropped or replaced by any JSON."""

import copy

from hypothesis import strategies as st

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 1 << 70)
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["", "0", "1", "9" * 120, "\ud83d", "٣", "1e400", "[[', "])
    | st.sampled_from(["9999-12-31 23:59", "0001-01-01 00:00", "2016-02-11"])
    | st.sampled_from(["708945697440792575", "RT @a: …", "at://a/b"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "url", "text", "type"]), inner, max_size=3
        )
    ),
    max_leaves=4,
)


@st.composite
def damaged(draw, whole, values=ANY_JSON):
    """Draw the record with one to three members dropped or replaced."""
    made = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 3))):
        members = list(_members(made))
        if not members:
            break
        holder, key = draw(st.sampled_from(members))
        if draw(st.booleans()):
            holder[key] = draw(values)
        else:
            del holder[key]
    return made


def _members(value):
    """Yield the holder and key of every member of a JSON value."""
    for key in list(value if isinstance(value, dict) else range(len(value))):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _members(value[key])
