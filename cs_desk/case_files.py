"""The port ``CaseFiles``: what a case becomes in a file, and the file put in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.errors import CaseRefusedError, Sentence, StoreFailedError
from cs_desk.storage.chosen_file import is_part_of_store
from cs_desk.storage.placed_file import placed
from cs_desk.storage.reasons import reason_of

# A workbook, a PDF and a zip are each loaded by who asks for one.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cs_desk.app.case_ports import EvidenceStore
    from cs_desk.app.ports import Clock
    from cs_desk.domain.returns.case_view import CaseView


class WrittenCaseFiles:
    """Writes cases to files; see ``cs_desk.app.case_ports.CaseFiles``.

    Args:
        evidence: What was attached to the cases.
        store: The desk's database, which no file may replace.
        clock: The time.
        translate: Puts words into the language of this run.
    """

    def __init__(
        self,
        evidence: EvidenceStore,
        store: Path,
        clock: Clock,
        translate: Callable[[str], str],
    ) -> None:
        self._evidence = evidence
        self._store = store
        self._clock = clock
        self._translate = translate

    def save_case(self, view: CaseView, file: str) -> None:
        """Write one case; see the port."""
        self._write(
            file,
            {
                ".html": lambda part: part.write_text(self._sheet(view), encoding="utf-8"),
                ".pdf": lambda part: _write_pdf(self._sheet(view), part),
                ".zip": lambda part: part.write_bytes(self._bundle(view)),
            },
        )

    def save_cases(self, views: Sequence[CaseView], file: str) -> None:
        """Write many cases; see the port."""
        self._write(
            file,
            {
                ".html": lambda part: part.write_text(self._handover(views), encoding="utf-8"),
                ".pdf": lambda part: _write_pdf(self._handover(views), part),
                ".csv": lambda part: part.write_bytes(self._table(views, "csv")),
                ".xlsx": lambda part: part.write_bytes(self._table(views, "xlsx")),
            },
        )

    def _write(self, file: str, writers: Mapping[str, Callable[[Path], object]]) -> None:
        target = Path(file)
        writer = writers.get(target.suffix.lower())
        if writer is None:
            kinds = " ".join(writers)
            raise CaseRefusedError(Sentence("「%1」的后缀不认识，请用 %2", (target.name, kinds)))
        if is_part_of_store(target, self._store):
            raise CaseRefusedError(Sentence("「%1」是正在使用的数据文件，请换个名字", (file,)))
        try:
            with placed(target) as part:
                writer(part)
        except OSError as error:
            told = Sentence("写不进「%1」：%2", (file, reason_of(error)))
            raise StoreFailedError(told, outcome_known=True) from error

    def _sheet(self, view: CaseView) -> str:
        from cs_desk.exchange.returns.case_sheet import case_sheet

        return case_sheet(view, self._clock.now(), self._translate)

    def _handover(self, views: Sequence[CaseView]) -> str:
        from cs_desk.exchange.returns.handover_sheet import handover_sheet

        return handover_sheet(views, self._clock.now(), self._translate)

    def _table(self, views: Sequence[CaseView], kind: str) -> bytes:
        from cs_desk.exchange.returns.case_table import cases_csv, cases_workbook

        written = cases_csv if kind == "csv" else cases_workbook
        return written(views, self._clock.now(), self._translate)

    def _bundle(self, view: CaseView) -> bytes:
        from cs_desk.exchange.returns.evidence_bundle import evidence_bundle

        pictures = {e.sha256: self._evidence.read(e.sha256) for e in view.case.evidence}
        return evidence_bundle(view, pictures, self._clock.now(), self._translate)


def _write_pdf(html: str, part: Path) -> None:
    from cs_desk.desktop.sheet_pdf import pdf_of

    part.write_bytes(pdf_of(html))
