import pytest


@pytest.mark.parametrize(
    ("typed", "title", "part"),
    [
        ("有货吗", "有货可以拍", "有货"),
        ("现货吗", "现货", "现货"),
        ("物流不动了", "物流不动", "物流不动"),
        ("能便宜点吗", "便宜点", "便宜点"),
        ("能不能便宜", "便宜一些", "便宜"),
        ("我要差评", "差评沟通", "差评"),
        ("有破洞", "破洞", "破洞"),
        ("起球了呢", "起球", "起球"),
        ("wuliubudongle", "物流不动", "物流不动"),
        ("youhuoma", "有货可以拍", "有货"),
        ("包邮吗 新疆", "新疆包邮", "新疆包邮"),
    ],
)
def test_what_no_reply_holds_is_found_without_its_particles(index_of, typed, title, part):
    (hit,) = index_of(title, "别的").search(typed, typos=False)
    assert [title[start:end] for start, end in hit.title_spans] == [part]


def test_both_ways_to_take_a_question_apart_work_together(index_of):
    (hit,) = index_of("物流好几天不动", "物流", "别的").search("物流不动了吗", typos=False)
    assert hit.title_spans == ((0, 2), (5, 7))


def test_a_question_that_a_reply_holds_keeps_its_particles(index_of):
    hits = index_of("有货", "有货吗").search("有货吗")
    assert [hit.template.title for hit in hits] == ["有货吗"]


@pytest.mark.parametrize("typed", ["了", "是吗", "有吗", "ma", "tama", "退吗"])
def test_what_is_left_is_a_word_or_nothing(index_of, typed):
    assert index_of("是非有别", "他退一步").search(typed, typos=False) == []
