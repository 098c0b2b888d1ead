import json
from datetime import date
from pathlib import Path

import pytest

from cs_desk.domain.errors import InvalidFileError, NewerFormatError, UnreadableFileError
from cs_desk.exchange.compliance_rules import MAX_FILE_BYTES, decode_rules, read_rules

RULES = Path(__file__).parents[2] / "resources" / "rules" / "compliance.json"
BUNDLED = RULES.read_bytes()


@pytest.fixture
def document():
    return json.loads(BUNDLED)


def decoded(document):
    return decode_rules(json.dumps(document, ensure_ascii=False).encode(), "规则.json")


def test_the_bundled_rules_tell_when_they_were_checked_and_why_each_is_one():
    book = read_rules(RULES)
    assert book.checked_on == date(2026, 11, 21)
    assert set(book.names) == {f"L{number}" for number in range(1, 18)} - {"L15"}
    assert all(rule.basis and rule.reason.endswith("。") for rule in book.rules)


def test_a_byte_order_mark_changes_nothing():
    assert decode_rules(b"\xef\xbb\xbf" + BUNDLED, "f").rules == decode_rules(BUNDLED, "f").rules


def test_a_supervisors_word_counts(document):
    document["categories"][0]["rules"][0]["words"].append("加飞信")
    (pattern,) = [p for p in decoded(document).rules[0].patterns if p.written == "加飞信"]
    assert pattern.keys == {"加飞"}


RULE = ("categories", 0, "rules", 0)


@pytest.mark.parametrize(
    ("keys", "value", "where", "reason"),
    [
        ((*RULE, "words", 2), "加[您", "categories[0].rules[0].words[2]", "看不懂"),
        ((*RULE, "words", 0), "，", "categories[0].rules[0].words[0]", "文字"),
        ((*RULE, "exceptions", 0), "{0-99}甲", "categories[0].rules[0].exceptions[0]", "从少到多"),
        ((*RULE, "severity"), "bad", "categories[0].rules[0].severity", "bad"),
        ((*RULE, "reason"), "", "categories[0].rules[0].reason", "不能为空"),
        ((*RULE, "shapes"), ["face"], "categories[0].rules[0].shapes[0]", "face"),
        (("categories", 0, "id"), "L99", "categories[0].id", "L99"),
        (("categories", 1, "id"), "L1", "categories[1].id", "重复"),
        (("categories",), [], "categories", "L1"),
        (("checked_on",), "昨天", "checked_on", "2026-11-21"),
        (("marketing", "faults"), {}, "marketing.faults", "no_sender"),
        (("hygiene", "most_emoji"), -1, "hygiene.most_emoji", "0"),
        (("extra",), 1, "", "extra"),
    ],
)
def test_a_fault_is_told_with_its_place(document, keys, value, where, reason):
    *parents, last = keys
    place = document
    for key in parents:
        place = place[key]
    place[last] = value
    with pytest.raises(InvalidFileError) as error:
        decoded(document)
    assert (error.value.file, error.value.where) == ("规则.json", where)
    assert reason in str(error.value.reason)


def test_newer_rules_and_no_rules_are_refused_in_words(document, tmp_path):
    with pytest.raises(NewerFormatError):
        decoded({**document, "format": 2, "new": True})
    with pytest.raises(UnreadableFileError):
        read_rules(tmp_path / "没有.json")
    for data in (b"", b"{", b"\xff", b"[" * 100_000, b" " * (MAX_FILE_BYTES + 1)):
        with pytest.raises(InvalidFileError):
            decode_rules(data, "f")
