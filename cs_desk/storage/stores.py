"""The stores of ``cs_desk.app.ports``, kept in a ``DeskDatabase``."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID, uuid5

import msgspec

from cs_desk.app.ports import SettingValue  # msgspec reads annotations at run time
from cs_desk.domain.errors import DamagedStoreError, DeskBusyError, Sentence
from cs_desk.domain.shop import Shop
from cs_desk.domain.template import Placeholder, ReplyTemplate, TemplateLibrary
from cs_desk.domain.usage import Usage
from cs_desk.storage.record_table import RecordFormat, RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cs_desk.app.ports import Clock
    from cs_desk.storage.database import DeskDatabase

T = TypeVar("T")

# Things known by a name get the same identity on every desk, so that they can be merged.
_NAMED = UUID("6f0f4c3a-5f0e-4c4e-9d0c-2f3b8f0a7d51")


class _LibraryHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A library without its parts, which are documents of their own; it holds their order."""

    name: str
    version: str
    publisher: str
    notes: str
    templates: tuple[str, ...]
    placeholders: tuple[str, ...]
    released_at: str = ""
    groups: tuple[str, ...] = ()
    valid_from: str = ""
    valid_until: str = ""
    extra: str = ""


class _ShopContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    values: dict[str, str]


class _Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    value: SettingValue


def _named_uuid(kind: str, name: str) -> str:
    return str(uuid5(_NAMED, f"{kind}:{name}"))


def _encode_template(template: ReplyTemplate) -> dict[str, Any]:
    content = _encode_bare(template, "extra")
    del content["id"], content["rev"]
    return content


def _encode_bare(value: object, *later: str) -> dict[str, Any]:
    """Return ``value`` without those ``later`` fields that are empty: older documents lack them."""
    content: dict[str, Any] = msgspec.to_builtins(value)
    for field in later:
        if not content[field]:
            del content[field]
    return content


def _decode_template(uuid: str, rev: int, content: dict[str, Any]) -> ReplyTemplate:
    return msgspec.convert({**content, "id": uuid, "rev": rev}, ReplyTemplate)


def _decode_shop(uuid: str, _rev: int, content: _ShopContent) -> Shop:
    return Shop(uuid, content.name, MappingProxyType(content.values))


_HEADS: RecordFormat[_LibraryHead] = RecordFormat(
    "library",
    _LibraryHead,
    lambda head: _encode_bare(head, "groups", "valid_from", "valid_until", "extra"),
)
_TEMPLATES = RecordFormat(
    "template",
    dict[str, Any],
    _encode_template,
    _decode_template,
    lowest_rev=lambda template: template.rev,
)
_PLACEHOLDERS: RecordFormat[Placeholder] = RecordFormat(
    "placeholder", Placeholder, lambda placeholder: _encode_bare(placeholder, "extra")
)
_SHOPS: RecordFormat[Shop] = RecordFormat(
    "shop",
    _ShopContent,
    lambda shop: {"name": shop.name, "values": dict(shop.values)},
    _decode_shop,
)
_USAGE: RecordFormat[Usage] = RecordFormat("usage", Usage, msgspec.to_builtins)
_SETTINGS: RecordFormat[_Setting] = RecordFormat("setting", _Setting, msgspec.to_builtins)


class TinyLibraryStore:
    """The template library: one document per template and placeholder, and one for the rest."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._database = database
        self._heads = RecordTable(database, _HEADS, author, clock)
        self._templates = RecordTable(database, _TEMPLATES, author, clock)
        self._placeholders = RecordTable(database, _PLACEHOLDERS, author, clock)
        self._loaded_versions: tuple[int, ...] | None = None
        self._loaded: TemplateLibrary | None = None

    def load(self) -> TemplateLibrary | None:
        """Return the stored library; None in a fresh data folder.

        Raises:
            DamagedStoreError: There is a library, but what names and orders it is lost.
        """
        with self._database.snapshot():
            versions = self._versions()
            if self._loaded is not None and versions == self._loaded_versions:
                return self._loaded
            self._loaded, self._loaded_versions = None, versions
            heads = self._heads.values()
            if heads:
                (uuid, head), *_ = heads.items()
                self._loaded = self._assembled(uuid, head)
                return self._loaded
            if self._templates.values() or self._has_damaged_head():
                # Taken for a fresh folder, it would be overwritten by the starter library.
                told = Sentence("话术库的总目录丢失了")
                raise DamagedStoreError(self._database.file_name, told, "library")
            return None

    def replace(self, library: TemplateLibrary) -> None:
        """Store ``library`` in place of what there was, in one transaction.

        Only what differs is written. A changed template's ``rev`` is raised if need be; one
        that vanished leaves a tombstone.

        Raises:
            DeskBusyError: Another process changed the library after it was loaded here; nothing
                was changed, and it has to be loaded again first.
        """
        with self._database.transaction():
            if self._loaded_versions not in (None, self._versions()):
                raise DeskBusyError
            self._templates.replace_all({t.id: t for t in library.templates})
            self._placeholders.replace_all(
                {_named_uuid("placeholder", p.name): p for p in library.placeholders}
            )
            self._heads.replace_all({library.id: _head_of(library)})
            versions = self._versions()
        # What is stored may have higher revisions than what was given.
        self._loaded, self._loaded_versions = None, versions

    def _assembled(self, uuid: str, head: _LibraryHead) -> TemplateLibrary:
        placeholders = {p.name: p for p in self._placeholders.values().values()}
        return TemplateLibrary(
            id=uuid,
            name=head.name,
            templates=_in_order(self._templates.values(), head.templates),
            placeholders=_in_order(placeholders, head.placeholders),
            version=head.version,
            publisher=head.publisher,
            released_at=head.released_at,
            notes=head.notes,
            groups=head.groups,
            valid_from=head.valid_from,
            valid_until=head.valid_until,
            extra=head.extra,
        )

    def _has_damaged_head(self) -> bool:
        return any(row.table == _HEADS.table for row in self._database.damaged_rows)

    def _versions(self) -> tuple[int, ...]:
        return self._heads.version, self._templates.version, self._placeholders.version


class TinyShopStore:
    """The shop profiles, one document each."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._shops = RecordTable(database, _SHOPS, author, clock)

    def all(self) -> tuple[Shop, ...]:
        """Return every shop, in the order in which they were first saved."""
        return tuple(self._shops.values().values())

    def save(self, shop: Shop) -> None:
        """Store a new shop, or a known one's change."""
        self._shops.save(shop.id, shop)


class TinyUsageStore:
    """How often each template was used, one document per template."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._usage = RecordTable(database, _USAGE, author, clock)

    def all(self) -> Mapping[str, Usage]:
        """Return the usage of every template that has one."""
        return self._usage.values()

    def save(self, template_id: str, usage: Usage) -> None:
        """Store the usage of one template."""
        self._usage.save(template_id, usage)


class TinySettingsStore:
    """Small remembered facts, one document each."""

    def __init__(self, database: DeskDatabase, author: str, clock: Clock) -> None:
        self._database = database
        self._settings = RecordTable(database, _SETTINGS, author, clock)

    def all(self) -> Mapping[str, SettingValue]:
        """Return every stored setting."""
        return {setting.key: setting.value for setting in self._settings.values().values()}

    def save(self, changes: Mapping[str, SettingValue]) -> None:
        """Store ``changes`` in one transaction; None forgets a setting."""
        with self._database.transaction():
            for key, value in changes.items():
                uuid = _named_uuid("setting", key)
                if value is None:
                    self._settings.delete(uuid)
                else:
                    self._settings.save(uuid, _Setting(key, value))


def _head_of(library: TemplateLibrary) -> _LibraryHead:
    return _LibraryHead(
        name=library.name,
        version=library.version,
        publisher=library.publisher,
        released_at=library.released_at,
        notes=library.notes,
        templates=tuple(t.id for t in library.templates),
        placeholders=tuple(p.name for p in library.placeholders),
        groups=library.groups,
        valid_from=library.valid_from,
        valid_until=library.valid_until,
        extra=library.extra,
    )


def _in_order(values: Mapping[str, T], order: Iterable[str]) -> tuple[T, ...]:
    # A part that is missing here lies in a damaged row, which the database reports.
    return tuple(values[key] for key in order if key in values)
