from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cs_desk.domain.errors import InvalidFileError
from cs_desk.exchange.library.file_content import FileContent
from cs_desk.exchange.library.quicktext import is_quicktext, read_quicktext

INDEX = {
    "SchemaVersion": 1,
    "Categories": [
        {"Name": "售前/接待", "File": "售前_接待.json", "Color": ""},
        {"Name": "物流", "File": "物流.json", "Color": "#ff0000"},
    ],
}
FILES = {
    "index.json": json.dumps(INDEX),
    "售前_接待.json": '[{"Name": "问候", "Body": "您好"}]',
    "物流.json": '\ufeff[{"Name": "查件", "Body": "在路上"}, {"Name": "空", "Body": ""}]',
    "images/1.png": "PNG",
}


def archive(**changes):
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as written:
        for name, text in (FILES | changes).items():
            if text is not None:
                written.writestr(name, text)
    return FileContent("备份.zip", packed.getvalue())


def read(content):
    return read_quicktext(content, lambda done, total: None)


def test_every_category_is_read_under_its_own_name():
    found = read(archive())
    assert [(r.group, r.title) for r in found.replies] == [("售前/接待", "问候"), ("物流", "查件")]
    assert [str(remark.where) for remark in found.skipped] == ["物流.json[1]"]


def test_an_archive_with_an_index_is_recognised():
    assert is_quicktext(archive())
    assert not is_quicktext(archive(**{"index.json": None}))
    assert not is_quicktext(FileContent("坏.zip", b"PK\x03\x04 no archive"))


def test_a_missing_file_is_told():
    found = read(archive(**{"物流.json": None}))
    assert [str(remark.where) for remark in found.skipped] == ["物流.json"]
    assert len(found.replies) == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"index.json": None}, "这不是 QuickText 的备份：没有 index.json"),
        ({"index.json": "[]"}, "index.json 里没有分类"),
        ({"index.json": "["}, "文件不完整，可能没有传完（第 1 行）"),
        ({"物流.json": "{}"}, "这不是 QuickText 的分类文件"),
        ({"物流.json": b"\xff\xfe"}, "压缩包里的「物流.json」不是 UTF-8 编码的文字"),
        ({"物流.json": " " * 21_000_000}, "压缩包解开后太大"),
        ({f"{n}.png": "" for n in range(2_000)}, "压缩包里的文件太多"),
    ],
)
def test_a_hostile_archive_is_refused(changes, reason):
    with pytest.raises(InvalidFileError) as refusal:
        read(archive(**changes))
    assert str(refusal.value.reason) == reason


@pytest.mark.parametrize("kept", [10, 100, 300])
def test_an_archive_that_was_cut_off_is_refused(kept):
    content = archive()
    with pytest.raises(InvalidFileError):
        read(FileContent("备份.zip", content.data[:kept]))


def test_a_damaged_file_in_an_archive_is_refused():
    content = archive(**{"物流.json": "[" + '{"Body": "好好好"},' * 500 + "1]"})
    at = content.data.index("物流.json".encode()) + 40
    damaged = content.data[:at] + b"\xff\xff\xff\xff" + content.data[at + 4 :]
    with pytest.raises(InvalidFileError):
        read(FileContent("备份.zip", damaged))
