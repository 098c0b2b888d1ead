"""One sound file of each format, to be damaged."""

from __future__ import annotations

from cs_desk.app.library_ports import Enclosed
from cs_desk.domain.library.incoming import FileFormat
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary, ToneVariant
from cs_desk.exchange.library.formats import WRITERS
from cs_desk.exchange.library.writing import written_library

_LIBRARY = TemplateLibrary(
    "lib",
    "话术",
    (
        ReplyTemplate(
            "1", "问候", "亲，您好！\n这里是{店铺名}", "wh", "售前", ("欢迎",), note="常用"
        ),
        ReplyTemplate(
            "2", "退货", "{日期+1}前寄出，{运费:卖家|买家}", tones=(ToneVariant("正式", "请寄回"),)
        ),
    ),
    (Placeholder("店铺名"),),
    extra='{"library":{"colour":"red"}}',
)
# The formats that are only read.
_OTHERS = {
    FileFormat.BEEFTEXT: (
        '{"fileFormatVersion": 10, "combos": [{"uuid": "{1}", "name": "问候", "keyword": "wh", '
        '"snippet": "您好#{input:店铺}#{date}", "enabled": true, "group": "{2}"}], '
        '"groups": [{"uuid": "{2}", "name": "售前"}]}'
    ),
    FileFormat.TEXTEXPANDER: 'wh,"您好%filltext:name=店铺:default=亲%"\r\nzj,再会%Y\r\n',
}


def seed_of(format_: FileFormat) -> bytes:
    """Return a sound file of a format."""
    if format_ in _OTHERS:
        return _OTHERS[format_].encode()
    return written_library(_LIBRARY, format_, Enclosed()).data


SEEDS = {format_: seed_of(format_) for format_ in (FileFormat.CSDESK, *WRITERS, *_OTHERS)}
