"""The port ``ChecklistFiles``: checklists that supervisors hand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cs_desk.domain.errors import CaseRefusedError, Sentence, StoreFailedError
from cs_desk.exchange.returns.checklist_file import encode_checklist, read_checklist
from cs_desk.storage.chosen_file import is_part_of_store
from cs_desk.storage.placed_file import placed
from cs_desk.storage.reasons import reason_of

if TYPE_CHECKING:
    from cs_desk.domain.returns.checklist import Checklist


class WrittenChecklistFiles:
    """Reads and writes checklists; see ``cs_desk.app.checklists.ChecklistFiles``.

    Args:
        store: The desk's database, which no file may replace.
    """

    def __init__(self, store: Path) -> None:
        self._store = store

    def read_checklist(self, file: str) -> Checklist:
        """Return the checklist in a file; see the port."""
        return read_checklist(Path(file))

    def save_checklist(self, checklist: Checklist, file: str) -> None:
        """Write a checklist; see the port."""
        target = Path(file)
        if target.suffix.lower() != ".json":
            raise CaseRefusedError(Sentence("「%1」的后缀不认识，请用 %2", (target.name, ".json")))
        if is_part_of_store(target, self._store):
            raise CaseRefusedError(Sentence("「%1」是正在使用的数据文件，请换个名字", (file,)))
        try:
            with placed(target) as part:
                part.write_bytes(encode_checklist(checklist))
        except OSError as error:
            told = Sentence("写不进「%1」：%2", (file, reason_of(error)))
            raise StoreFailedError(told, outcome_known=True) from error
