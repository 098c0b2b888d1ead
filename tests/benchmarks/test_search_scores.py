import pytest

from benchmarks.search_questions import Question
from benchmarks.search_scores import ALL_SENTENCES, Answer, Bar, ask, by_kind, failures, score, why

WANTS_A = Question("literal", "甲", ("A",))


def answer(*titles, wanted="A", kind="literal", query="甲"):
    return Answer(Question(kind, query, (wanted,)), titles)


@pytest.mark.parametrize(
    ("titles", "wanted", "place"),
    [
        (("A", "B"), "A", 1),
        (("B", "A"), "A", 2),
        (("B",), "A", None),
        ((), "A", None),
        (("B", "Apple"), "A*", 2),
        (("Apple",), "A", None),
    ],
)
def test_the_first_wanted_title_counts(titles, wanted, place):
    assert answer(*titles, wanted=wanted).place == place


def test_any_of_several_wanted_titles_will_do():
    assert Question("literal", "甲", ("A", "B")).place_in(["C", "B", "A"]) == 2


def test_a_score_counts_first_places_first_screens_and_reciprocal_ranks():
    answers = [answer("A"), answer("B", "A"), answer(*"BCDEFA"), answer()]
    assert score(answers) == (4, 0.25, 0.5, pytest.approx((1 + 1 / 2 + 1 / 6) / 4))


def test_a_bar_asks_for_a_share_in_so_many_places():
    found = score([answer("A"), answer("B", "A")])
    assert [found.reaches(Bar(1, share)) for share in (0.5, 0.51)] == [True, False]
    assert found.reaches(Bar(5, 1.0))


def test_a_search_is_asked_each_query_and_ten_titles_count():
    (asked,) = ask([WANTS_A], lambda query: [query] * 10 + ["A"])
    assert (asked.titles, asked.place) == (("甲",) * 10, None)


def test_answers_part_by_kind_in_the_order_of_the_file():
    answers = [answer(kind="typo"), answer(kind="code"), answer(kind="typo")]
    assert [(kind, len(own)) for kind, own in by_kind(answers).items()] == [
        ("typo", 2),
        ("code", 1),
    ]


def test_sentences_of_all_kinds_count_together_too():
    answers = [answer(kind="paste"), answer(kind="code"), answer(kind="sentence")]
    assert len(by_kind(answers)[ALL_SENTENCES]) == 2


@pytest.mark.parametrize(
    ("failed", "reason"),
    [
        (answer(query="钱呢"), "nothing found; shares no two characters"),
        (answer(*"BCDEFA", query="退货款啊"), "place 6; shares 货款"),
        (answer("B", query="要退货款"), "not in the first 10; shares 货款"),
    ],
)
def test_a_failure_tells_why(failed, reason):
    assert failures([answer("A"), failed]) == [failed]
    assert why(failed, {"A": "货款", "B": "退货"}) == reason
