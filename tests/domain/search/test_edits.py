import pytest

from cs_desk.domain.template import ReplyTemplate


def titles(hits):
    return [hit.template.title for hit in hits]


def changed(name, **fields):
    return ReplyTemplate(**{"id": name, "title": name, "body": "", **fields})


@pytest.mark.parametrize("query", ["换货", "hh", "huanhuo", "huan货", "h", "换", ""])
def test_a_new_reply_is_found_at_once(index_of, query):
    index = index_of("甲")
    index.search(query)
    index.replace(changed("换货"))
    assert "换货" in titles(index.search(query, typos=False))


@pytest.mark.parametrize("query", ["退货", "th", "tuihuo", "退"])
def test_a_changed_reply_is_no_longer_found_by_its_old_words(index_of, query):
    index = index_of("退货")
    index.replace(changed("退货", title="换货"))
    assert index.search(query, typos=False) == []
    assert titles(index.search("hh")) == ["换货"]


def test_an_ambiguous_word_finds_a_new_reply(index_of):
    index = index_of("和额", "额和")
    index.replace(changed("呵呵"))
    assert titles(index.search("hehe", typos=False)) == ["呵呵"]


def test_a_changed_reply_keeps_its_place(index_of):
    index = index_of("货甲", "货乙", "货丙")
    index.replace(changed("货乙", title="货丁"))
    assert titles(index.search("货")) == ["货甲", "货丁", "货丙"]


def test_a_changed_reply_moves_to_its_new_group(index_of, reply):
    index = index_of(reply("a", title="货", group="售前"))
    index.replace(reply("a", title="货", group="售后"))
    assert index.search("货", group="售前") == []
    assert len(index.search("", group="售后")) == 1


@pytest.mark.parametrize("query", ["退货", "th", "", "退或", "退货地址在哪里能告诉我"])
def test_a_removed_reply_is_found_no_more(index_of, query):
    index = index_of("退货", "别的")
    index.remove("退货")
    assert "退货" not in titles(index.search(query))


def test_a_removed_reply_may_come_back(index_of):
    index = index_of("退货", "别的")
    index.remove("退货")
    index.replace(changed("退货"))
    assert titles(index.search("")) == ["别的", "退货"]
    assert titles(index.search("th")) == ["退货"]


def test_unknown_ids_are_ignored(index_of):
    index = index_of("退货")
    index.remove("nobody")
    index.set_frecency("nobody", 1.0)
    assert titles(index.search("")) == ["退货"]


def test_a_typo_finds_a_new_reply(index_of):
    index = index_of("别的")
    index.replace(changed("退货"))
    assert titles(index.search("tuihou")) == ["退货"]


def test_a_sentence_finds_a_new_reply(index_of):
    index = index_of("别的")
    index.replace(changed("色差说明", body="图片是实物拍摄"))
    assert titles(index.search("衣服颜色跟图片不一样能退吗")) == ["色差说明"]
