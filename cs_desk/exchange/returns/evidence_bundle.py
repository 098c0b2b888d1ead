"""Everything that 平台介入 may ask for about a case, as one zip whose content can be proved.

``manifest.json`` and ``SHA256SUMS`` give the hash of every file. Personal data is masked in all
that the desk writes; attached files go in as they are, since their hashes prove them.

``tr`` returns a sentence in the reader's language, as in ``cs_desk.app.wording``.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING

from cs_desk.app.wording import with_facts
from cs_desk.exchange.returns.case_sheet import case_sheet, clock, masked
from cs_desk.exchange.returns.case_timeline import timeline, timeline_text
from cs_desk.exchange.returns.evidence_names import evidence_names
from cs_desk.exchange.returns.sheet_page import (
    joined,
    page,
    paragraph,
    section,
    shown,
    table,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from cs_desk.domain.returns.case_view import CaseView
    from cs_desk.exchange.returns.case_timeline import Event
    from cs_desk.exchange.returns.sheet_page import Html

    Translate = Callable[[str], str]

FORMAT = "cs-desk-evidence"
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def evidence_bundle(
    view: CaseView, pictures: Mapping[str, bytes | None], now: datetime, tr: Translate
) -> bytes:
    """Return the bundle of a case; the same bytes for the same case at the same moment.

    Args:
        view: The case and what follows from it.
        pictures: What was attached, by its SHA-256; None, or no entry, for what is lost. What
            does not have its hash counts as lost, and the bundle says what is.
        now: The present moment, in China's zone.
        tr: Translates.
    """
    names = evidence_names(view.case, tr("凭证"))
    found = {sha256: pictures.get(sha256) for sha256 in names}
    kept = {
        sha256: data for sha256, data in found.items() if data is not None and _hash(data) == sha256
    }
    files = _written(view, names, frozenset(kept), now, tr)
    files |= {_place(names[sha256]): data for sha256, data in kept.items()}
    lost = {_place(name): sha256 for sha256, name in names.items() if sha256 not in kept}
    files["manifest.json"] = _manifest(view, files, lost, now)
    sums = "".join(f"{_hash(data)}  {name}\n" for name, data in files.items())
    files["SHA256SUMS"] = sums.encode()
    return _zipped(files, now)


def _place(name: str) -> str:
    return f"evidence/{name}"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _written(
    view: CaseView,
    names: Mapping[str, str],
    kept: frozenset[str],
    now: datetime,
    tr: Translate,
) -> dict[str, bytes]:
    events = timeline(view.case, tr)
    attached = _attached(view, names, kept, tr)
    told = (_about(view, now, tr), timeline_text(events), *(" ".join(row) for row in attached))
    texts = {
        f"{tr('时间线')}.html": _timeline_sheet(view, events, attached, now, tr),
        f"{tr('时间线')}.txt": "\n".join((*told, "")),
        f"{tr('退货单')}.html": case_sheet(view, now, tr),
        f"{tr('话术记录')}.txt": _replies(view, tr),
    }
    return {name: text.encode() for name, text in texts.items()}


def _about(view: CaseView, now: datetime, tr: Translate) -> str:
    facts = (
        with_facts(tr("退货单 %1，订单 %2"), view.case.id, view.case.facts.order),
        with_facts(tr("生成于 %1，时间均为北京时间。"), clock(now)),
        tr("文字里的个人信息已打码；图片和文件按原样放入，交出前请看看里面有没有个人信息。"),
    )
    return "\n".join((*facts, ""))


def _attached(
    view: CaseView, names: Mapping[str, str], kept: frozenset[str], tr: Translate
) -> tuple[tuple[str, str, str], ...]:
    """Return a line for every attached file: where it is, who attached it, its hash."""
    first = {each.sha256: each for each in reversed(view.case.evidence)}
    return tuple(
        (
            _place(name) if sha256 in kept else with_facts(tr("%1（文件已缺失）"), _place(name)),
            f"{clock(first[sha256].at)} {first[sha256].by}",
            f"SHA-256 {sha256}",
        )
        for sha256, name in names.items()
    )


def _timeline_sheet(
    view: CaseView,
    events: tuple[Event, ...],
    attached: tuple[tuple[str, str, str], ...],
    now: datetime,
    tr: Translate,
) -> str:
    happened = (
        (shown(f"{clock(event.at)} {event.by}", "quiet"), shown(event.told)) for event in events
    )
    files = ((shown(who, "quiet"), _file(place, sha256)) for place, who, sha256 in attached)
    parts = [
        paragraph(shown(_about(view, now, tr).strip(), "quiet")),
        section(tr("经过"), table(happened, (24, 76), labels=frozenset({0}))),
    ]
    if attached:
        parts.append(section(tr("凭证"), table(files, (24, 76), labels=frozenset({0}))))
    return page(with_facts(tr("时间线 %1"), view.case.id), *parts)


def _file(place: str, sha256: str) -> Html:
    return joined((shown(place), shown(sha256, "hash")), "\n")


def _replies(view: CaseView, tr: Translate) -> str:
    if not view.case.replies:
        return tr("没有复制过话术。") + "\n"
    return "\n".join(
        f"{clock(reply.at)}  {reply.by}  {masked(reply.title, view.case)}\n"
        f"SHA-256 {reply.sha256}\n"
        f"{visible(masked(reply.text, view.case))}\n"
        for reply in view.case.replies
    )


def _manifest(
    view: CaseView, files: Mapping[str, bytes], lost: Mapping[str, str], now: datetime
) -> bytes:
    content = {
        "format": FORMAT,
        "version": 1,
        "case": view.case.id,
        "order": view.case.facts.order,
        "made_at": now.isoformat(timespec="seconds"),
        "files": [
            {"name": name, "sha256": _hash(data), "size": len(data)} for name, data in files.items()
        ],
        "missing": [{"name": name, "sha256": sha256} for name, sha256 in lost.items()],
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _zipped(files: Mapping[str, bytes], now: datetime) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, now.timetuple()[:6])
            # Otherwise these tell on which system it was made.
            entry.create_system, entry.external_attr = _UNIX, _REGULAR_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, data)
    return written.getvalue()
