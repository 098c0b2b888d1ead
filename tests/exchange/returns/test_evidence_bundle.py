from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cs_desk.domain.returns.return_case import Evidence, Note
from cs_desk.exchange.returns.evidence_bundle import evidence_bundle
from cs_desk.exchange.returns.evidence_names import evidence_names

PICTURE, REPORT = b"\x89PNG...", b"report"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def attached(case, now):
    """Make a case with these files, given by name and content."""

    def made(*files):
        kept = (Evidence(sha256(data), name, len(data), "王芳", now) for name, data in files)
        return replace(case(), evidence=tuple(kept))

    return made


@pytest.fixture
def bundle(view, now):
    """Make the bundle of a case, with these files at hand, as names and contents."""

    def made(case=None, *data, at=now):
        pictures = {sha256(each): each for each in data}
        packed = zipfile.ZipFile(io.BytesIO(evidence_bundle(view(case), pictures, at, str)))
        return {name: packed.read(name) for name in packed.namelist()}

    return made


def test_a_bundle_holds_what_the_platform_asks_for(bundle, attached):
    files = bundle(attached(("吊牌.PNG", PICTURE), ("质检.pdf", REPORT)), PICTURE, REPORT)

    assert [*files] == [
        *("时间线.html", "时间线.txt", "退货单.html", "话术记录.txt"),
        *("evidence/01-吊牌.png", "evidence/02-质检.pdf", "manifest.json", "SHA256SUMS"),
    ]
    assert files["evidence/01-吊牌.png"] == PICTURE


def test_the_manifest_proves_every_file(bundle, attached):
    files = bundle(attached(("吊牌.png", PICTURE)), PICTURE)
    listed = json.loads(files["manifest.json"])["files"]

    assert {each["name"] for each in listed} == files.keys() - {"manifest.json", "SHA256SUMS"}
    for each in listed:
        data = files[each["name"]]
        assert (each["sha256"], each["size"]) == (sha256(data), len(data))


def test_the_sums_are_as_sha256sum_checks_them(bundle, attached):
    files = bundle(attached(("吊牌.png", PICTURE)), PICTURE)
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())

    assert sums.keys() == files.keys() - {"SHA256SUMS"}
    assert all(sums[name] == sha256(files[name]) for name in sums)


def test_the_same_case_makes_the_same_bytes(view, attached, now):
    told = view(attached(("吊牌.png", PICTURE)))
    pictures = {sha256(PICTURE): PICTURE}

    once = evidence_bundle(told, pictures, now, str)
    assert once == evidence_bundle(told, dict(pictures), now, str)
    assert once != evidence_bundle(told, pictures, now + timedelta(minutes=1), str)


def test_the_files_of_a_bundle_are_of_the_moment_when_it_was_made(view, now):
    packed = zipfile.ZipFile(io.BytesIO(evidence_bundle(view(), {}, now, str)))

    assert {entry.date_time for entry in packed.infolist()} == {now.timetuple()[:6]}


@pytest.mark.parametrize("at_hand", [{}, {sha256(PICTURE): None}, {sha256(PICTURE): b"other"}])
def test_a_lost_or_changed_file_is_said_to_be_missing(view, attached, now, at_hand):
    packed = evidence_bundle(view(attached(("吊牌.png", PICTURE))), at_hand, now, str)
    files = zipfile.ZipFile(io.BytesIO(packed))

    assert "evidence/01-吊牌.png" not in files.namelist()
    assert "01-吊牌.png（文件已缺失）" in files.read("时间线.txt").decode()
    assert "01-吊牌.png（文件已缺失）" in files.read("时间线.html").decode()
    missing = json.loads(files.read("manifest.json"))["missing"]
    assert missing == [{"name": "evidence/01-吊牌.png", "sha256": sha256(PICTURE)}]


def test_an_empty_file_is_not_missing(bundle, attached):
    assert bundle(attached(("空.txt", b"")), b"")["evidence/01-空.txt"] == b""


def test_a_file_attached_twice_goes_in_once(bundle, attached):
    files = bundle(attached(("一.png", PICTURE), ("二.png", PICTURE)), PICTURE)

    assert [name for name in files if "evidence" in name] == ["evidence/01-一.png"]


def test_no_personal_data_that_was_written_goes_in(bundle, attached, now):
    told = attached(("小满同学 13800138000.png", PICTURE))
    told = replace(told, notes=(Note("王芳", now, "小满同学 13800138000"),))
    told = replace(told, replies=tuple(replace(r, text="小满同学您好") for r in told.replies))
    packed = b"".join((name.encode() + data) for name, data in bundle(told, PICTURE).items())

    assert "小满同学".encode() not in packed
    assert b"13800138000" not in packed


def test_a_nick_that_was_corrected_is_masked_too(bundle, case, now):
    held = Evidence("0" * 64, "小鱼同学.png", 1, "王芳", now)
    note = Note("王芳", now, "小鱼同学来电")
    corrected = replace(case(), former_buyers=("小鱼同学",), evidence=(held,), notes=(note,))
    files = bundle(corrected)

    assert "备注：小**来电" in files["时间线.txt"].decode()
    assert [*evidence_names(corrected, "凭证").values()] == ["01-小_.png"]


def test_the_timeline_runs_from_the_order_to_the_last_note(bundle):
    told = bundle()["时间线.txt"].decode()
    order = [
        "买家签收",
        "王芳  开单",
        "备注：买家说吊牌还在",
        "复制话术「退货地址」",
        "01-吊牌照片",
    ]

    places = [told.index(each) for each in order]
    assert places == sorted(places)


def test_further_lines_of_a_note_do_not_look_like_events(bundle, case, now):
    forged = Note("王芳", now, "好\r\n2026-11-15 09:31:00  王芳  同意全额退款")
    told = bundle(replace(case(), notes=(forged,)))["时间线.txt"].decode()

    assert "\n2026-11-15 09:31:00" not in told
    assert "\n    2026-11-15 09:31:00  王芳  同意" in told


def test_a_case_without_replies_says_so(bundle, case):
    told = bundle(replace(case(), replies=()))["话术记录.txt"].decode()

    assert told == "没有复制过话术。\n"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "01-passwd"),
        ("C:\\Windows\\x.exe", "01-x.exe"),
        ("／etc／x.png", "01-x.png"),
        ("CON", "01-CON"),
        ("nul.txt", "01-nul.txt"),
        ('a<b>:"|?*.png', "01-a_b_.png"),
        ("gnp\u202e.exe\x00", "01-gnp.exe"),
        ("一\n二.png", "01-一 二.png"),
        ("..", "01-凭证"),
        ("", "01-凭证"),
        (".png", "01-凭证.png"),
        ("名.png.", "01-名.png"),
        ("长" * 300 + ".JPG", "01-" + "长" * 60 + ".jpg"),
        ("长" * 59 + " 尾.png", "01-" + "长" * 59 + ".png"),
        ("\ud800.png", "01-凭证.png"),
    ],
)
def test_a_hostile_name_becomes_a_harmless_one(attached, name, safe):
    assert [*evidence_names(attached((name, PICTURE)), "凭证").values()] == [safe]


@given(names=st.lists(st.text(), max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_name_is_unique_and_one_part_of_a_path(case, now, names):
    kept = tuple(Evidence(str(at), name, 0, "王芳", now) for at, name in enumerate(names))
    told = evidence_names(replace(case(), evidence=kept), "凭证").values()

    assert len({name.casefold() for name in told}) == len(names)
    for name in told:
        assert not set('/\\<>:"|?*\x00\n') & set(name)
        assert len(name.encode()) <= 255
        assert name == name.rstrip(" .")
