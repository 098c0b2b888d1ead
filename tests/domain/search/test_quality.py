"""The bars of the labelled questions; ``python benchmarks/search_quality.py`` tells of failures."""

from collections import Counter

import pytest

from benchmarks.search_quality import answers_of, libraries
from benchmarks.search_scores import BARS, by_kind, score

LIBRARIES = libraries()


@pytest.fixture(scope="module", params=LIBRARIES)
def library(request):
    return LIBRARIES[request.param]


@pytest.fixture(scope="module")
def answers(library, readings):
    templates, questions = library
    return by_kind(answers_of(templates, questions, readings))


@pytest.mark.parametrize("kind", BARS)
def test_enough_of_what_is_wanted_is_found_in_the_first_places(answers, kind):
    found = score(answers[kind])
    assert found.reaches(BARS[kind]), found


def test_there_are_enough_questions_to_tell(library):
    _, questions = library
    assert len(questions) >= 420
    assert min(Counter(question.kind for question in questions).values()) >= 10


def test_no_query_is_asked_twice(library):
    _, questions = library
    asked = Counter(question.query for question in questions)
    assert [query for query, times in asked.items() if times > 1] == []


def test_wanted_replies_exist(library):
    templates, questions = library
    titles = [template.title for template in templates]
    assert [question for question in questions if question.place_in(titles) is None] == []
    wanted = {title for question in questions for title in question.wanted if "*" not in title}
    assert wanted <= set(titles)


def test_a_title_and_a_code_name_one_reply(library):
    templates, _ = library
    for names in ([t.title for t in templates], [t.code for t in templates if t.code]):
        assert len(set(names)) == len(names)


def test_a_shop_of_several_lines_has_two_thousand_replies():
    templates, _ = LIBRARIES["shop"]
    assert len(templates) == 2000
    assert all(template.body and "{名}" not in template.body for template in templates)
