"""The supervisor's edits: stored at once, taken back, and never at the cost of others' work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cs_desk.app.edit_history import MOST_STEPS
from cs_desk.domain.errors import DeskBusyError, Sentence
from cs_desk.domain.library.edition import Edition, EditionHead, EditionOrigin
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import Placeholder, TemplateLibrary, ToneVariant
from tests.app.library_desks import (
    DELAY,
    LIBRARY,
    NOW,
    RETURN,
    SIZE,
    deleted,
    find,
    refusal,
    titles,
)

# -- saving -------------------------------------------------------------------------------------


def test_a_changed_reply_is_stored_with_a_higher_revision(desk, opened):
    saved = desk.save(replace(DELAY, title="催一催"))
    assert saved == replace(DELAY, title="催一催", rev=2)
    assert find(opened(), "t1") == saved == find(desk, "t1")


def test_a_new_reply_comes_to_the_end_of_its_group(desk, opened):
    fresh = desk.new_template(" 售前 / ")
    assert (fresh.group, fresh.title, titles(desk)) == ("售前", "", titles(opened()))
    desk.save(replace(fresh, title="新的", body="文", group="售后// 退货"))
    assert find(opened(), fresh.id).group == "售后/退货"
    assert titles(desk) == ["催发货", "退货地址", "新的", "尺码"]


def test_saving_what_is_stored_already_is_no_step(desk):
    assert desk.save(DELAY) == DELAY
    assert not desk.can_undo


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": " "}, "标题还没有写"),
        ({"body": "\n"}, "正文还没有写"),
        ({"title": "长" * 201}, "标题太长了，最多 200 个字"),
        ({"body": "长" * 10_001}, "正文太长了，最多 10000 个字"),
        ({"title": "两\n行"}, "标题里有换行或看不见的控制字符，请删掉再保存"),
        ({"body": "甲\x00"}, "正文里有看不见的控制字符，请删掉再保存"),
        ({"note": "\u202e"}, "提示里有看不见的控制字符，请删掉再保存"),
        ({"code": "a\tb"}, "编码里有换行或看不见的控制字符，请删掉再保存"),
        ({"group": "组" * 201}, "分组名太长了，最多 200 个字"),
        ({"tags": ("好", "坏\r")}, "标签里有换行或看不见的控制字符，请删掉再保存"),
        ({"tags": ("签",) * 201}, "标签太多了，最多 200 个"),
        ({"tones": (ToneVariant("正式", " "),)}, "语气「正式」还没有正文"),
        ({"tones": (ToneVariant(" ", "文"),)}, "每种语气都要有名称"),
        ({"tone": "正式", "tones": (ToneVariant("正式", "文"),)}, "语气「正式」写了两遍"),
        ({"tones": (ToneVariant("正式", "\ud800"),)}, "正文里有看不见的控制字符，请删掉再保存"),
    ],
)
def test_a_reply_that_cannot_be_saved_is_refused_in_words(desk, changes, told):
    assert refusal(desk.save, replace(DELAY, **changes)) == told
    assert desk.library == LIBRARY


def test_codes_and_titles_may_repeat(desk):
    desk.save(replace(SIZE, code="cfh", title="催发货"))
    assert titles(desk) == ["催发货", "退货地址", "催发货"]


# -- groups, tags, moving -----------------------------------------------------------------------


def test_every_kind_of_edit_is_stored_and_taken_back(desk, opened):
    desk.duplicate(["t1"])
    desk.move(["t1"], "售后")
    desk.tag(["t1", "t3"], (" 大促 ", ""), ("尺码",))
    desk.add_group("赠品")
    desk.rename_group("售后", "售后服务")
    desk.save_placeholder(Placeholder("单号"), "订单号")
    desk.delete_placeholder("单号")
    desk.delete_group("售后服务")
    desk.delete(["t3"])
    assert opened().library == desk.library
    assert titles(desk) == ["催发货（2）"]
    for _ in range(9):
        desk.undo()
    assert (without_revs(desk), desk.can_undo, deleted(desk)) == (without_revs(LIBRARY), False, [])
    assert opened().library == desk.library


def without_revs(desk):
    library = desk if isinstance(desk, TemplateLibrary) else desk.library
    return replace(library, templates=tuple(replace(t, rev=1) for t in library.templates))


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda desk: desk.add_group(" / "), "分组还没有名称"),
        (lambda desk: desk.add_group("售后"), "已经有分组「售后」"),
        (lambda desk: desk.rename_group("没有", "新"), "没有分组「没有」"),
        (lambda desk: desk.rename_group("售后", "售后/退货/新"), "分组不能移到它自己下面"),
        (lambda desk: desk.rename_group("售后", "组" * 199), "分组名太长了，最多 200 个字"),
        (lambda desk: desk.move(["t1"], "\x00"), "分组名里有换行或看不见的控制字符，请删掉再保存"),
        (
            lambda desk: desk.tag(["t1"], ("a\x00",), ()),
            "标签里有换行或看不见的控制字符，请删掉再保存",
        ),
        (lambda desk: desk.save_placeholder(Placeholder("订单号"), None), "已经有占位符「订单号」"),
        (lambda desk: desk.restore(["t1"]), "回收站里已经没有这些话术了"),
        (lambda desk: desk.undo(), "没有可以撤销的操作"),
        (lambda desk: desk.redo(), "没有可以重做的操作"),
    ],
)
def test_what_the_library_does_not_allow_is_refused_in_words(desk, call, told):
    assert refusal(call, desk) == told
    assert (desk.library, desk.can_undo) == (LIBRARY, False)


def test_a_name_that_cannot_stand_in_braces_is_refused(desk):
    assert refusal(desk.save_placeholder, Placeholder("日期"), None).startswith("「日期」不能")


def test_a_longer_name_that_makes_a_body_too_long_is_refused(desk):
    desk.save(replace(DELAY, body="{订单号}" * 2000))
    told = refusal(desk.save_placeholder, Placeholder("很长的订单号"), "订单号")
    assert told == "换成这个名称，「催发货」的正文就太长了"
    assert desk.library.placeholder("订单号")


def test_deleting_nothing_is_no_step(desk):
    desk.delete(["no such"])
    desk.delete_group("没有")
    assert not desk.can_undo


# -- undo and redo ------------------------------------------------------------------------------


def test_what_would_be_taken_back_is_told(desk):
    desk.save(replace(DELAY, title="催一催"))
    desk.delete(["t1", "t2"])
    assert (str(desk.undo_of), desk.redo_of) == ("删除 2 条话术", None)
    desk.undo()
    assert (str(desk.undo_of), str(desk.redo_of)) == ("修改「催一催」", "删除 2 条话术")


def test_another_edit_makes_what_was_taken_back_gone(desk):
    desk.delete(["t1"])
    desk.undo()
    desk.tag(["t1"], ("新",), ())
    assert (desk.can_redo, desk.redo_of) == (False, None)


def test_taking_a_deletion_back_empties_the_trash_and_redoing_fills_it(desk):
    desk.delete(["t2"])
    assert deleted(desk) == ["t2"]
    desk.undo()
    assert (titles(desk), deleted(desk)) == (["催发货", "退货地址", "尺码"], [])
    desk.redo()
    assert (titles(desk), deleted(desk)) == (["催发货", "尺码"], ["t2"])


def test_taking_a_new_reply_back_does_not_fill_the_trash(desk):
    (copy,) = desk.duplicate(["t1"])
    desk.undo()
    assert deleted(desk) == []
    desk.redo()
    assert find(desk, copy).body == DELAY.body


def test_an_import_done_elsewhere_is_one_step(desk, other):
    before = desk.library
    other.delete(["t1"])
    desk.note_import(before, other.library, Sentence("导入"))
    assert (desk.library, str(desk.undo_of)) == (other.library, "导入")
    desk.undo()
    assert (titles(desk), deleted(desk)) == (titles_of(before), [])


def titles_of(library):
    return [t.title for t in library.templates]


def test_an_import_that_changed_nothing_is_no_step(desk):
    desk.note_import(LIBRARY, LIBRARY, Sentence("导入"))
    assert not desk.can_undo


def test_what_an_import_took_out_of_the_trash_goes_back_there_with_its_step(desk, other):
    before = desk.library
    gone = before.templates[0].id
    other.delete([gone])
    without = other.library
    other.restore([gone])
    desk.take(without)
    desk.note_import(without, other.library, Sentence("导入"), None, frozenset({gone}))
    desk.undo()
    assert [each.template.id for each in desk.trash()] == [gone]


def test_the_edition_that_an_import_left_goes_and_comes_with_its_step(desk, other):
    before = desk.library
    other.delete([before.templates[0].id])
    head = EditionHead("e", NOW, EditionOrigin.IMPORTED, FileFormat.CSDESK, "lib")
    edition, editions = Edition(head, other.library), desk._means.editions
    editions.keep(edition)
    desk.note_import(before, other.library, Sentence("导入"), edition)
    desk.undo()
    assert editions.heads() == ()
    desk.redo()
    assert editions.heads() == (head,)
    assert editions.load("e") == other.library


def test_the_oldest_steps_are_let_go_of(desk):
    for number in range(MOST_STEPS + 1):
        desk.note_import(TemplateLibrary("", ""), LIBRARY, Sentence("%1", (str(number),)))
    assert len(desk._edited.history.done) == MOST_STEPS


# -- beside others ------------------------------------------------------------------------------


def test_what_another_process_stored_in_between_is_kept(desk, other):
    other.save(replace(RETURN, body="寄到新地址"))
    desk.save(replace(DELAY, title="催一催"))
    assert find(desk, "t2").body == "寄到新地址"
    assert other.refresh()
    assert other.library == desk.library


def test_taking_a_step_back_leaves_what_another_process_changed(desk, other):
    desk.save(replace(DELAY, title="催一催"))
    other.refresh()
    other.save(replace(find(other, "t1"), body="别人写的"))
    other.delete(["t3"])
    desk.undo()
    assert (find(desk, "t1").title, find(desk, "t1").body) == ("催发货", "别人写的")
    assert titles(desk) == ["催发货", "退货地址"]
    desk.redo()
    assert (find(desk, "t1").title, find(desk, "t1").body) == ("催一催", "别人写的")


def test_a_step_of_which_nothing_is_left_is_refused_and_let_go_of(desk, other):
    desk.save(replace(DELAY, title="催一催"))
    other.refresh()
    other.save(replace(find(other, "t1"), title="别人"))
    assert refusal(desk.undo).startswith("这一步改过的内容在别处又改掉了")
    assert (find(desk, "t1").title, desk.can_undo) == ("别人", False)


CHANGED = "「别人的」刚在别处改过，这次没有保存；请先看看改了什么，再改一次"


@pytest.mark.parametrize("is_refreshed", [False, True])
def test_a_reply_that_another_process_changed_is_not_overwritten(desk, other, is_refreshed):
    other.save(replace(DELAY, title="别人的"))
    if is_refreshed:
        desk.refresh()
    assert refusal(desk.save, replace(DELAY, body="我的")) == CHANGED
    assert find(desk, "t1").title == "别人的"
    saved = desk.save(replace(find(desk, "t1"), body="我的"))
    assert (saved.title, saved.body) == ("别人的", "我的")


def test_ones_own_edits_in_between_do_not_count_as_anothers(desk):
    desk.tag(["t1"], ("大促",), ())
    desk.save(replace(DELAY, title="催一催"))
    assert find(desk, "t1").title == "催一催"


@pytest.mark.parametrize(
    "delete", [lambda desk: desk.delete(["t1"]), lambda desk: desk.delete_group("售前")]
)
def test_a_reply_that_another_process_changed_unseen_is_not_deleted(desk, other, delete):
    other.save(replace(DELAY, title="别人的"))
    assert refusal(delete, desk) == CHANGED
    delete(desk)
    assert deleted(desk)[0] == "t1"


def test_a_reply_that_another_process_deleted_is_not_brought_back_unasked(desk, other):
    other.delete(["t1"])
    told = refusal(desk.save, replace(DELAY, body="我的"))
    assert told == "「催发货」已经删除了，要保存请先从回收站里恢复"
    desk.restore(["t1"])
    assert desk.save(replace(DELAY, body="我的", rev=find(desk, "t1").rev)).body == "我的"


def test_a_definition_that_another_process_changed_is_not_overwritten(desk, other):
    other.save_placeholder(Placeholder("订单号", hint="别人"), "订单号")
    told = refusal(desk.save_placeholder, Placeholder("单号"), "订单号")
    assert told == "占位符「订单号」刚在别处改过或删除了"
    assert find(desk, "t1").body == DELAY.body


def test_a_busy_store_is_told_and_changes_nothing(opened):
    desk, other = opened(busy_timeout_s=0), opened("阿宽")
    with other._means.transaction(), pytest.raises(DeskBusyError):
        desk.delete(["t1"])
    assert (desk.library, desk.can_undo) == (LIBRARY, False)
    desk.delete(["t1"])
    assert deleted(desk) == ["t1"]


def test_taking_another_library_clears_no_steps(desk):
    desk.tag(["t1"], ("新",), ())
    desk.take(LIBRARY)
    assert (desk.library, desk.can_undo) == (LIBRARY, True)


def test_there_is_nothing_to_refresh_while_nobody_changed_anything(desk):
    desk.tag(["t1"], ("新",), ())
    assert desk.refresh() is False
