from statistics import mean

from benchmarks.search_corpus import LONGEST, SHORTEST, make_library, make_usage
from benchmarks.search_queries import key_by_key, pasted_sentences, typed_queries


def test_the_same_size_gives_the_same_library_and_the_same_use():
    library = make_library(50)
    assert library == make_library(50)
    assert make_usage(library) == make_usage(library)


def test_a_larger_library_begins_with_the_smaller_one():
    assert make_library(80)[:50] == make_library(50)


def test_bodies_are_as_long_as_replies_are():
    lengths = [len(each.body) for each in make_library(2000)]
    assert min(lengths) >= SHORTEST
    assert max(lengths) <= LONGEST
    assert 65 <= mean(lengths) <= 70


def test_no_slot_of_a_clause_stays_empty():
    assert not [each for each in make_library(2000) if "{" in each.title + each.body]


def test_about_a_third_of_a_library_is_in_use():
    assert 250 < len(make_usage(make_library(1000))) < 350


def test_there_are_about_two_hundred_different_queries_to_type():
    assert len(typed_queries()) == len(set(typed_queries())) == 200
    assert len(pasted_sentences()) == 15


def test_every_beginning_of_a_query_is_typed_once():
    assert key_by_key(["th", "tui"]) == ["t", "th", "tu", "tui"]
