from __future__ import annotations

import pytest

FILLED = ("收货城市=成都", "发货城市=金华")


@pytest.fixture
def reply(desk, library):
    def run(*arguments, **options):
        return desk("reply", "--library", library, *arguments, **options)

    return run


@pytest.mark.parametrize("key", ["t-hi", "nh", "NH", "进店问候"])
def test_a_reply_is_named_by_id_code_or_title(reply, key):
    answer = reply(key)
    assert (answer.status, answer.text, answer.err) == (0, "亲，在的😊\n", b"")


@pytest.mark.parametrize("key", ["进店", "", "\udcff", "nh%1", "退" * 30_000], ids=len)
def test_no_such_reply_is_a_no(reply, key):
    answer = reply("--json", "--", key)
    assert (answer.status, answer.out) == (1, b"")
    assert "没有话术" in answer.told


def test_a_complete_reply_tells_every_value_and_its_source(reply):
    answer = reply("wl1", *FILLED, "--json")
    assert answer.status == 0
    shape = answer.object
    assert (shape["id"], shape["title"]) == ("t-eta", "多久到")
    assert shape["text"] == "亲，圆通从金华到成都要4-5天。"
    assert shape["complete"] is True
    assert shape["copied"] is False
    assert (shape["missing"], shape["invalid"], shape["findings"]) == ([], [], [])
    assert {value["name"]: (value["value"], value["source"]) for value in shape["values"]} == {
        "快递公司": ("圆通", "default"),
        "发货城市": ("金华", "argument"),
        "收货城市": ("成都", "argument"),
        "预计天数": ("4-5天", "computed"),
    }


def test_missing_and_invalid_values_hold_the_text_back(reply):
    answer = reply("退款金额", "退款金额=一百", "--json", "--copy")
    assert answer.status == 1
    shape = answer.object
    assert (shape["text"], shape["complete"], shape["copied"]) == (None, False, False)
    assert shape["missing"] == ["备注"]
    (invalid,) = shape["invalid"]
    assert invalid.items() >= {"name": "退款金额", "value": "一百", "code": "not_money"}.items()
    assert "金额" in invalid["reason"]


def test_people_are_told_what_is_missing(reply):
    answer = reply("wl1")
    assert (answer.status, answer.out) == (1, b"")
    assert answer.told == "还差：发货城市、收货城市、预计天数\n"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("备注=a=b", "退您5元a=b\n"),
        ("备注={退款金额}{{", "退您5元{退款金额}{{\n"),
        ("备注=--print", "退您5元--print\n"),
        ("备注=%1%s{0}", "退您5元%1%s{0}\n"),
        (" 备注 =好", "退您5元好\n"),
    ],
)
def test_a_value_is_inserted_as_it_is(reply, given, text):
    assert reply("退款金额", "退款金额=5", given).text == text


@pytest.mark.parametrize(
    "value", ["\udcff", "\u202e", "长" * 30_000], ids=["half a character", "bidi", "long"]
)
def test_a_hostile_value_is_invalid(reply, value):
    shape = reply("退款金额", "退款金额=5", f"备注={value}", "--json").object
    assert shape["text"] is None
    assert [invalid["name"] for invalid in shape["invalid"]] == ["备注"]


@pytest.mark.parametrize("given", ["退款金额=", "没有=值", "--退款金额=5", "=5", "退款金额"])
def test_hostile_assignments_give_words(reply, given):
    assert reply("退款金额", given).status in (1, 2)


def test_a_reply_is_said_in_a_tone(reply):
    answer = reply("wl1", "--tone", "正式", "店铺名=云朵家", "--json")
    assert answer.object["text"] == "您好，云朵家为您查询。"


def test_printing_copies_nothing_and_says_nothing_else(reply):
    for options in ((), ("--print",)):
        answer = reply("nh", *options)
        assert (answer.status, answer.text, answer.err) == (0, "亲，在的😊\n", b"")
    assert reply("nh", "--print", "--json").object["copied"] is False


def test_without_a_display_a_copy_fails_with_a_sentence(reply):
    answer = reply("nh", "--copy", "--json")
    assert answer.status == 1
    assert answer.object["copied"] is False
    assert "没有复制成功" in answer.told


def test_the_named_shop_fills_its_values_and_stays_unused(own_desk, library):
    assert own_desk("shop", "set", "云朵家", "发货城市=金华").status == 0
    assert own_desk("shop", "set", "海风屋", "发货城市=成都").status == 0
    for shop, city in (([], "金华"), (["--shop", "海风屋"], "成都"), ([], "金华")):
        answer = own_desk("reply", "wl1", "收货城市=成都", "--library", library, *shop, "--json")
        values = {value["name"]: value for value in answer.object["values"]}
        assert values["发货城市"] == {"name": "发货城市", "value": city, "source": "shop"}


def test_an_unknown_shop_or_case_is_a_no(reply):
    for options in (["--shop", "没有"], ["--case", "没有"]):
        answer = reply("nh", *options)
        assert (answer.status, answer.out) == (1, b"")
        assert "「没有」" in answer.told
