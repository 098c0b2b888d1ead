"""Canned replies (话术) and the library that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_USUAL_TONES = {"亲切": 0, "安抚": 1, "正式": 2}


@dataclass(frozen=True, slots=True)
class ToneVariant:
    """The same reply in another tone, such as 安抚 or 正式."""

    tone: str
    body: str


@dataclass(frozen=True, slots=True)
class ReplyTemplate:
    """One canned reply.

    Attributes:
        id: Stable identity (a uuid), the same in every library that carries this reply.
        title: What the agent recognises it by; other templates include it by this title.
        body: The text with its placeholders, always plain text.
        code: Short code that an agent types, such as ``wl1``; empty if it has none.
        group: Path of headings, ``售后/退货/质量问题``; empty if unfiled.
        tags: Words to find it by, beside those of its text.
        tone: The tone of ``body``; empty where only one tone makes sense.
        tones: The same reply in other tones.
        note: Hint to the agent or warning of the supervisor; never copied to a buyer.
        theme: Theme of the starter library that it answers (``S4``); empty for others.
        rev: Revision, counted up by every saved change.
        extra: Fields of its file that this program does not know, as a JSON object; empty
            without any. They are kept and handed on unread.
    """

    id: str
    title: str
    body: str
    code: str = ""
    group: str = ""
    tags: tuple[str, ...] = ()
    tone: str = ""
    tones: tuple[ToneVariant, ...] = ()
    note: str = ""
    theme: str = ""
    rev: int = 1
    extra: str = ""

    def tone_names(self) -> tuple[str, ...]:
        """Return every tone this reply has, in the same order for all; empty if only one."""
        if not self.tones:
            return ()
        own = (self.tone,) if self.tone else ()
        names = (*own, *(variant.tone for variant in self.tones))
        # Tones of a team's own stand behind the usual ones, in the order of the reply.
        return tuple(sorted(names, key=lambda name: _USUAL_TONES.get(name, len(_USUAL_TONES))))

    def body_in(self, tone: str) -> str:
        """Return the text in ``tone``, or ``body`` where the reply has no such tone."""
        return next((v.body for v in self.tones if v.tone == tone), self.body)


class PlaceholderType(StrEnum):
    """What a placeholder's value has to look like."""

    TEXT = "text"
    MULTILINE = "multiline"
    CITY = "city"
    DAYS = "days"
    DATE = "date"
    MONEY = "money"
    CHOICE = "choice"
    LINK = "link"
    ORDER_NO = "order_no"
    TRACKING_NO = "tracking_no"


class PlaceholderSource(StrEnum):
    """Who knows a placeholder's value."""

    SHOP = "shop"
    BUYER = "buyer"
    CASE = "case"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Definition of one name that bodies may use in braces.

    Attributes:
        name: What stands between the braces, ``收货城市``.
        type: What its value has to look like.
        source: Who knows it; shop values are remembered, a buyer's are not.
        default: Value used when nobody gives one.
        choices: The values to choose from, for ``choice``; a hint list for other types.
        required: Whether a reply without a value for it may not be copied.
        max_length: Longest value in characters.
        promise: Whether it is a date promised to the buyer or a deadline, which may not be past.
        personal: Whether it identifies a buyer; a text with it stays out of clipboard history.
        hint: An example or explanation shown in the empty field.
        extra: Unknown fields, as in ``ReplyTemplate``.
    """

    name: str
    type: PlaceholderType = PlaceholderType.TEXT
    source: PlaceholderSource = PlaceholderSource.BUYER
    default: str | None = None
    choices: tuple[str, ...] = ()
    required: bool = True
    max_length: int = 200
    promise: bool = False
    personal: bool = False
    hint: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class TemplateLibrary:
    """All canned replies of a team, with the placeholders that they use.

    Attributes:
        id: Stable identity (a uuid), the same in every edition.
        name: What the team calls it.
        templates: The replies, in the order of the list.
        placeholders: What bodies may use in braces.
        version: Edition, as its publisher counts them.
        publisher: Who hands it out.
        released_at: Day of this edition, ``2026-11-22``, as its publisher wrote it.
        notes: What its publisher tells those who use it.
        groups: Paths of headings in the supervisor's order, those without a reply too; headings
            that only replies name come after them.
        part: The heading that a file of it was cut down to; empty for a whole library.
        valid_from: First day on which it is meant to be used, ``2026-12-01``; empty without one.
        valid_until: Last such day; empty without one.
        extra: Unknown fields, as in ``ReplyTemplate``.
    """

    id: str
    name: str
    templates: tuple[ReplyTemplate, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    version: str = ""
    publisher: str = ""
    released_at: str = ""
    notes: str = ""
    groups: tuple[str, ...] = ()
    part: str = ""
    valid_from: str = ""
    valid_until: str = ""
    extra: str = ""

    def find(self, key: str) -> ReplyTemplate | None:
        """Return the template whose id, code or exact title is ``key``; codes ignore case."""
        folded = key.casefold()
        return (
            next((t for t in self.templates if t.id == key), None)
            or next((t for t in self.templates if t.code and t.code.casefold() == folded), None)
            or next((t for t in self.templates if t.title == key), None)
        )

    def placeholder(self, name: str) -> Placeholder | None:
        """Return the definition of ``name``, if the library has one."""
        return next((p for p in self.placeholders if p.name == name), None)

    def group_names(self) -> tuple[str, ...]:
        """Return the top headings, in the order in which templates first use them."""
        return tuple(dict.fromkeys(t.group.split("/")[0] for t in self.templates if t.group))
