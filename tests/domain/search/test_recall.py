"""The index against a slow, plain matcher of our own: the same replies, whatever the text."""

from itertools import combinations_with_replacement

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.search_oracle import Oracle
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.template import ReplyTemplate

# Polyphones, zh/ch/sh, ü, syllables that begin with a vowel or run into each other, letters.
CHARACTERS = "退货重新长还行银绿女略曾经发的安西先尺质量上恩额啊哦xlab1 ß"
texts = st.text(CHARACTERS, max_size=12)


@st.composite
def queries(draw, readings):
    """Spell a few characters each as written, in full, by initial, or in part at the end."""
    characters = draw(st.text(CHARACTERS.replace(" ", ""), min_size=1, max_size=5))
    spelled = [
        draw(st.sampled_from((c, *readings.of(c), *(r[0] for r in readings.of(c)))))
        for c in characters
    ]
    whole = "".join(spelled)
    return whole[: draw(st.integers(1, len(whole)))]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_index_finds_what_a_plain_matcher_finds(readings, data):
    library = [
        ReplyTemplate(str(number), *parts[:3], tags=(parts[3],), group=parts[4])
        for number, parts in enumerate(data.draw(st.lists(st.tuples(*[texts] * 5), max_size=8)))
    ]
    query = data.draw(queries(readings))
    oracle = Oracle(readings)
    expected = {each.id for each in library if oracle.finds(query, each)}
    hits = SearchIndex(library, readings, {}).search(query, limit=99, typos=False)
    found = {hit.template.id: hit.template for hit in hits}
    if expected:
        assert found.keys() == expected
    # What nothing holds is tried as two words, and without what it begins and ends with.
    assert all(each in expected or holds_parts(oracle, query, found[each]) for each in found)


def holds_parts(oracle, query, template):
    """Return whether a reply holds two halves of a middle part of the query, or all of that."""
    ends = range(len(query) + 1)
    return any(
        oracle.finds(query[start:border], template)
        and (border == end or oracle.finds(query[border:end], template))
        for start, border, end in combinations_with_replacement(ends, 3)
        if end - start > 1 and border > start
    )


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_edited_index_answers_like_a_new_one(readings, data):
    before = data.draw(st.lists(texts, min_size=1, max_size=6))
    after = data.draw(st.lists(texts, min_size=len(before), max_size=len(before) + 2))
    library = [ReplyTemplate(str(n), title, title[::-1]) for n, title in enumerate(after)]
    old = [ReplyTemplate(str(n), title, "") for n, title in enumerate(before)]
    edited = SearchIndex(old, readings, {})
    for template in library:
        edited.replace(template)
    query = data.draw(queries(readings))
    assert edited.search(query, limit=99) == SearchIndex(library, readings, {}).search(
        query, limit=99
    )
