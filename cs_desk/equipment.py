"""What every run of the program works with, whether it shows a window or answers a command."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

# Help and wrong usage are answered without any of it; only who opens the desk waits for it.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cs_desk.app.case_ports import CaseFiles, CasePurge
    from cs_desk.app.checklists import Checklists
    from cs_desk.app.library_ports import LibraryMeans
    from cs_desk.app.library_work import LibraryWork
    from cs_desk.app.ports import ArchiveMaker, Clipboard, Clock, UsageStore
    from cs_desk.app.reply_desk import ReplyDesk
    from cs_desk.app.reply_search import SearchMeans
    from cs_desk.app.return_cases import ReturnCases
    from cs_desk.data_folder import DataFolder, OpenFolder
    from cs_desk.domain.compliance import RuleBook
    from cs_desk.domain.delivery import ZoneTable
    from cs_desk.domain.pinyin import Readings
    from cs_desk.domain.template import TemplateLibrary

DELIVERY_ZONES, COMPLIANCE = "delivery_zones", "compliance"
"""The rules that a library file may bring."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a run works with.

    Attributes:
        resources: The folder of bundled resources.
        environ: The environment: display, input method, clipboard tools, the user's name.
        catalogue: Translations of the program's sentences; empty for Chinese.
        clock: The time.
    """

    resources: Path
    environ: Mapping[str, str]
    catalogue: Mapping[str, str]
    clock: Clock

    def translate(self, sentence: str) -> str:
        """Return ``sentence`` in the language of this run."""
        return self.catalogue.get(sentence, sentence)

    def data_folder(self, chosen: Path | None) -> DataFolder:
        """Return the data folder that the person chose, or the user's own for None."""
        from cs_desk.data_folder import DataFolder

        author = self.environ.get("USER") or self.environ.get("USERNAME") or ""
        return DataFolder(chosen, author, self.clock)

    def library(self, folder: OpenFolder, data: DataFolder) -> TemplateLibrary:
        """Return the stored library; a fresh folder gets the starter library."""
        from cs_desk.data_folder import stored_library

        def keep(library: TemplateLibrary) -> None:
            # Only a fresh folder needs what works on editions.
            from cs_desk.app.releases import keep_starter
            from cs_desk.exchange.library.csdesk import content_hash

            keep_starter(self.library_means(folder, data), library, content_hash(library))

        return stored_library(folder, self.resources / "library" / "starter.csdesk", keep)

    def reply_desk(
        self,
        folder: OpenFolder,
        library: TemplateLibrary,
        usage: UsageStore,
        clipboard: Clipboard,
        search: SearchMeans,
    ) -> ReplyDesk:
        """Return a desk that answers from ``library`` for the shops of ``folder``."""
        from cs_desk.app.reply_desk import ReplyDesk, Surroundings
        from cs_desk.domain.computed import Geography
        from cs_desk.exchange.places import read_cities

        around = Surroundings(
            usage=usage,
            clipboard=clipboard,
            clock=self.clock,
            search=search,
            geography=Geography(
                read_cities(self.resources / "cities.json"),
                self._zones(folder),
            ),
            transaction=folder.database.transaction,
        )
        return ReplyDesk(library, folder.shops, around)

    def _zones(self, folder: OpenFolder) -> ZoneTable:
        from cs_desk.exchange.places import decode_zones, read_zones

        imported = folder.rules.get(DELIVERY_ZONES)
        if imported is not None:
            return decode_zones(imported, DELIVERY_ZONES)
        return read_zones(self._bundled_rules(DELIVERY_ZONES))

    def rule_book(self, folder: OpenFolder) -> RuleBook:
        """Return the rules on what a reply may not say, imported or bundled."""
        from cs_desk.exchange.compliance_rules import decode_rules, read_rules

        imported = folder.rules.get(COMPLIANCE)
        if imported is not None:
            return decode_rules(imported, COMPLIANCE)
        return read_rules(self._bundled_rules(COMPLIANCE))

    def _bundled_rules(self, name: str) -> Path:
        return self.resources / "rules" / f"{name}.json"

    def library_means(self, folder: OpenFolder, data: DataFolder) -> LibraryMeans:
        """Return what work on the library of ``folder`` is done with."""
        from uuid import uuid4

        from cs_desk.app.library_ports import LibraryMeans

        stores = folder.supervision()
        return LibraryMeans(
            store=folder.library,
            editions=stores.editions,
            trash=stores.trash,
            drafts=stores.drafts,
            clock=self.clock,
            author=lambda: data.author,
            new_id=lambda: str(uuid4()),
            transaction=folder.database.transaction,
        )

    def library_work(self, folder: OpenFolder, data: DataFolder) -> LibraryWork:
        """Return what is done with the library of ``folder`` as a whole."""
        from cs_desk.app.enclosures import Enclosures
        from cs_desk.app.library_exports import LibraryExports
        from cs_desk.app.library_imports import LibraryImports
        from cs_desk.app.library_work import LibraryWork
        from cs_desk.library_files import WrittenLibraryFiles

        means, files = self.library_means(folder, data), WrittenLibraryFiles(data.store)
        names = DELIVERY_ZONES, COMPLIANCE
        enclosures = Enclosures(
            self._checklists(folder),
            folder.rules,
            {name: self._bundled_rules(name).read_bytes for name in names},
            folder.database.transaction,
        )
        return LibraryWork(
            files=files,
            imports=LibraryImports(means, data.backups, enclosures),
            exports=LibraryExports(means, files),
            enclosures=enclosures,
        )

    def return_cases(
        self, folder: OpenFolder, data: DataFolder, clock: Clock | None = None
    ) -> ReturnCases:
        """Return the return cases of ``folder``.

        Args:
            folder: The open folder.
            data: Where it lies.
            clock: What is taken for the time; None for the clock of this run.
        """
        from cs_desk.app.return_cases import CaseMeans, ReturnCases

        stores, transaction = folder.returns(), folder.database.transaction
        means = CaseMeans(
            store=stores.cases,
            evidence=stores.evidence,
            clock=clock or self.clock,
            # The name that buyers know; on a shared computer it tells more than the login does.
            author=lambda: folder.shops.current.values.get("客服花名") or data.author,
            transaction=transaction,
            retention_days=lambda: folder.settings.now.retention_days,
        )
        return ReturnCases(self._checklists(folder), means)

    def _checklists(self, folder: OpenFolder) -> Checklists:
        from cs_desk.app.checklists import Checklists
        from cs_desk.exchange.returns.checklist_file import read_checklist

        bundled = read_checklist(self.resources / "checklist" / "returns.json")
        return Checklists(bundled, folder.returns().checklists, folder.database.transaction)

    def case_files(
        self, folder: OpenFolder, data: DataFolder, clock: Clock | None = None
    ) -> CaseFiles:
        """Return what writes cases to files; arguments as for ``return_cases``."""
        from cs_desk.case_files import WrittenCaseFiles

        told = clock or self.clock
        return WrittenCaseFiles(folder.returns().evidence, data.store, told, self.translate)

    def case_purge(self, folder: OpenFolder, data: DataFolder) -> CasePurge:
        """Return what deletes closed cases of ``folder`` for good."""
        from cs_desk.storage.case_purge import DeskPurge, PurgedPlaces

        evidence = folder.returns().evidence
        places = PurgedPlaces(data.store, data.damaged, data.log, data.backups, evidence)
        return DeskPurge(places, data.author, self.clock)

    def search_means(
        self, data: DataFolder | None, maker: ArchiveMaker | None = None
    ) -> SearchMeans:
        """Return what a search is made with.

        Args:
            data: The folder that keeps the index; None for a library that is only visited.
            maker: Who makes the index of a large library; None to make it here.
        """
        from cs_desk.app.no_archives import NoArchives
        from cs_desk.app.reply_search import SearchMeans
        from cs_desk.storage.archive_file import ArchiveFiles

        table = self.resources / "pinyin" / "readings.txt"
        archives = ArchiveFiles(data.search, table.read_bytes) if data else NoArchives()
        return SearchMeans(partial(_readings, table), archives, maker)

    def condition_told(self, folder: OpenFolder) -> tuple[str, ...]:
        """Return in words what a person should know of the data: restored, lost, or damaged."""
        from cs_desk.app.set_aside import table_told
        from cs_desk.app.wording import with_facts

        database = folder.database
        told = []
        if folder.finished_restore:
            told.append(self.translate("上次的恢复做到一半就断了，现在已经做完。"))
        if database.lost_changes:
            lost = self.translate("硬盘上有一段记录坏了，上次最后 %1 处改动没能读出来。")
            told.append(with_facts(lost, str(database.lost_changes)))
        found = database.newly_damaged
        if found:
            damaged = self.translate("有 %1 条记录已损坏（%2），没有载入，其余照常使用。")
            kinds = sorted({table_told(row.table, self.translate) for row in found})
            told.append(with_facts(damaged, str(len(found)), self.translate("、").join(kinds)))
        return tuple(told)


def _readings(table: Path) -> Readings:
    from cs_desk.domain.pinyin import Readings

    return Readings.from_bytes(table.read_bytes())
