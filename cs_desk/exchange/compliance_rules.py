"""The compliance rules: a JSON file that comes with the program and that a supervisor may edit.

What the format alone cannot rule out is checked here: every category is there once, and every
pattern means something and is quick to look for.
"""

from __future__ import annotations

import codecs
from datetime import date
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta, Struct

from cs_desk.domain.compliance.folding import Folds
from cs_desk.domain.compliance.pattern import Pattern, PatternError, read_pattern
from cs_desk.domain.compliance.rule import (
    Excuse,
    Hygiene,
    HygieneFault,
    Judgement,
    Marketing,
    MarketingFault,
    Rule,
    RuleBook,
    Severity,
    Shape,
)
from cs_desk.domain.errors import (
    InvalidFileError,
    NewerFormatError,
    Sentence,
    UnreadableFileError,
)
from cs_desk.exchange.json_faults import json_faults

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMAT = 1
MAX_FILE_BYTES = 1024 * 1024

# Messages to many people (L15) have a section of their own.
_CATEGORIES = tuple(f"L{number}" for number in range(1, 18) if number != 15)

_Text = Annotated[str, Meta(min_length=1, max_length=500)]
_Word = Annotated[str, Meta(min_length=1, max_length=500)]
_Words = Annotated[tuple[_Word, ...], Meta(max_length=1_000)]
_Hours = Annotated[int, Meta(ge=0, le=10_000)]
_Count = Annotated[int, Meta(ge=0, le=100)]


class _Rule(Struct, forbid_unknown_fields=True):
    severity: Severity
    reason: _Text
    words: _Words = ()
    shapes: frozenset[Shape] = frozenset()
    exceptions: _Words = ()
    same_sentence: _Words = ()
    preceded_by: _Words = ()
    unless: frozenset[Excuse] = frozenset()
    disguised: bool = False
    within_hours: _Hours | None = None


class _Category(Struct, forbid_unknown_fields=True):
    id: _Text
    name: _Text
    basis: _Text
    rules: Annotated[tuple[_Rule, ...], Meta(max_length=100)]


class _Fault(Struct, forbid_unknown_fields=True):
    severity: Severity
    reason: _Text


class _Marketing(Struct, forbid_unknown_fields=True):
    basis: _Text
    groups: frozenset[str]
    call_groups: frozenset[str]
    openings: _Words
    offers: _Words
    senders: _Words
    opt_outs: _Words
    consents: _Words
    faults: dict[MarketingFault, _Fault]


class _Hygiene(Struct, forbid_unknown_fields=True):
    basis: _Text
    most_emoji: _Count
    faults: dict[HygieneFault, _Fault]


class _File(Struct, forbid_unknown_fields=True):
    format: int
    checked_on: date
    categories: tuple[_Category, ...]
    marketing: _Marketing
    hygiene: _Hygiene
    notes: tuple[str, ...] = ()


class _Header(Struct):
    format: int


def read_rules(path: Path) -> RuleBook:
    """Return the rules in the file at ``path``.

    Raises:
        UnreadableFileError: There is no such file, or it may not be read.
        InvalidFileError: Its content breaks the format.
        NewerFormatError: A newer version of the program wrote it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(path.name, Sentence("读不到这个文件")) from error
    return decode_rules(data, path.name)


def decode_rules(data: bytes, file: str) -> RuleBook:
    """Return the rules that ``data`` holds.

    Args:
        data: A JSON document in UTF-8, with or without a byte order mark.
        file: Name of the file, for errors.

    Raises:
        InvalidFileError: It is too large, breaks the format, misses or repeats a category, or has
            a pattern that means nothing or would take long; the error says where.
        NewerFormatError: A newer version of the program wrote it.
    """
    if len(data) > MAX_FILE_BYTES:
        told = Sentence("文件超过 %1 MB", (str(MAX_FILE_BYTES // 1024**2),))
        raise InvalidFileError(file, told)
    content = data.removeprefix(codecs.BOM_UTF8)
    with json_faults(file, content):
        text = content.decode()
        version = msgspec.json.decode(text, type=_Header).format
        if version > FORMAT:
            told = Sentence("由更新版本的客服台写成（格式 %1），请先升级程序", (str(version),))
            raise NewerFormatError(file, told)
        document = msgspec.json.decode(text, type=_File)
    return _Reader(file).book(document)


class _Reader:
    """Makes rules of a document, and knows which file is at fault."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._folds = Folds()

    def book(self, document: _File) -> RuleBook:
        self._check_categories(document.categories)
        return RuleBook(
            rules=tuple(
                self._rule(rule, category, f"categories[{at}].rules[{number}]")
                for at, category in enumerate(document.categories)
                for number, rule in enumerate(category.rules)
            ),
            marketing=self._marketing(document.marketing),
            hygiene=self._hygiene(document.hygiene),
            names={category.id: category.name for category in document.categories},
            checked_on=document.checked_on,
            folds=self._folds,
        )

    def _check_categories(self, categories: Sequence[_Category]) -> None:
        seen: set[str] = set()
        for at, category in enumerate(categories):
            where = f"categories[{at}].id"
            if category.id not in _CATEGORIES:
                told = Sentence("没有「%1」这个类别", (category.id,))
                raise InvalidFileError(self._file, told, where)
            if category.id in seen:
                raise InvalidFileError(
                    self._file, Sentence("类别「%1」重复", (category.id,)), where
                )
            seen.add(category.id)
        for missing in (each for each in _CATEGORIES if each not in seen):
            # Words may be taken out one by one; a whole category is only lost by mistake.
            raise InvalidFileError(self._file, Sentence("缺少类别「%1」", (missing,)), "categories")

    def _rule(self, rule: _Rule, category: _Category, where: str) -> Rule:
        return Rule(
            category=category.id,
            severity=rule.severity,
            reason=rule.reason,
            basis=category.basis,
            patterns=self._patterns(rule.words, f"{where}.words"),
            shapes=rule.shapes,
            exceptions=self._patterns(rule.exceptions, f"{where}.exceptions"),
            same_sentence=self._patterns(rule.same_sentence, f"{where}.same_sentence"),
            preceded_by=tuple(self._folds.fold(word) for word in rule.preceded_by),
            unless=rule.unless,
            disguised=rule.disguised,
            within_hours=rule.within_hours,
        )

    def _patterns(self, words: Sequence[str], where: str) -> tuple[Pattern, ...]:
        patterns = []
        for at, word in enumerate(words):
            try:
                patterns.append(read_pattern(word, self._folds))
            except PatternError as error:
                raise InvalidFileError(self._file, error.reason, f"{where}[{at}]") from error
        return tuple(patterns)

    def _marketing(self, marketing: _Marketing) -> Marketing:
        self._check_faults(marketing.faults, MarketingFault, "marketing")
        return Marketing(
            groups=marketing.groups,
            call_groups=marketing.call_groups,
            openings=self._patterns(marketing.openings, "marketing.openings"),
            offers=self._patterns(marketing.offers, "marketing.offers"),
            senders=self._patterns(marketing.senders, "marketing.senders"),
            opt_outs=self._patterns(marketing.opt_outs, "marketing.opt_outs"),
            consents=self._patterns(marketing.consents, "marketing.consents"),
            basis=marketing.basis,
            faults={fault: _judgement(said) for fault, said in marketing.faults.items()},
        )

    def _hygiene(self, hygiene: _Hygiene) -> Hygiene:
        self._check_faults(hygiene.faults, HygieneFault, "hygiene")
        faults = {fault: _judgement(said) for fault, said in hygiene.faults.items()}
        return Hygiene(hygiene.most_emoji, hygiene.basis, faults)

    def _check_faults(
        self,
        told: dict[MarketingFault, _Fault] | dict[HygieneFault, _Fault],
        kinds: type[MarketingFault | HygieneFault],
        where: str,
    ) -> None:
        for kind in kinds:
            if kind not in told:
                reason = Sentence("缺少「%1」", (kind.value,))
                raise InvalidFileError(self._file, reason, f"{where}.faults")


def _judgement(fault: _Fault) -> Judgement:
    return Judgement(fault.severity, fault.reason)
