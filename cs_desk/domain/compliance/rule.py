"""The rules that a reply may break, and what is found when it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from cs_desk.domain.compliance.folding import Folds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cs_desk.domain.compliance.pattern import Pattern


class Severity(StrEnum):
    """How bad a finding is: ``block`` needs a deliberate confirmation before the copy."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


class Shape(StrEnum):
    """Things told by their shape rather than by their words."""

    PHONE = "phone"
    IDENTITY_NUMBER = "identity_number"
    CARD_NUMBER = "card_number"
    EMAIL = "email"
    FOREIGN_LINK = "foreign_link"


class Excuse(StrEnum):
    """What makes a hit none, though the text alone does not tell."""

    OWN_VALUE = "own_value"
    EXCLUDED_ITEM = "excluded_item"
    ALREADY_DONE = "already_done"
    DATED_PROMOTION = "dated_promotion"


@dataclass(frozen=True, slots=True)
class Rule:
    """Some wordings that break a rule.

    Attributes:
        category: ``L1`` to ``L17``, the categories of the product.
        severity: How bad a hit is.
        reason: Why it is one, and what to say instead, in Chinese.
        basis: The law or rule behind it.
        patterns: What is looked for.
        shapes: What is looked for by shape.
        exceptions: Wordings that contain or overlap a hit and make it none.
        same_sentence: Wordings that make it none anywhere in its sentence.
        preceded_by: Wordings that make it none right before it: it is being warned of.
        unless: What else makes it none.
        disguised: Whether a hit may reach across the marks between clauses.
        within_hours: The text promises to ship within so many hours, unless it says a number
            itself; the shop's promise makes a quicker one a blocking finding.
    """

    category: str
    severity: Severity
    reason: str
    basis: str
    patterns: tuple[Pattern, ...] = ()
    shapes: frozenset[Shape] = frozenset()
    exceptions: tuple[Pattern, ...] = ()
    same_sentence: tuple[Pattern, ...] = ()
    preceded_by: tuple[str, ...] = ()
    unless: frozenset[Excuse] = frozenset()
    disguised: bool = False
    within_hours: int | None = None


class HygieneFault(StrEnum):
    """What makes a text look careless."""

    UNFILLED = "unfilled"
    LEFT_BLANK = "left_blank"
    EMPTY_GREETING = "empty_greeting"
    TOO_MANY_EMOJI = "too_many_emoji"
    PAST_DATE = "past_date"
    NEGATIVE_AMOUNT = "negative_amount"


class MarketingFault(StrEnum):
    """What a message to many people lacks."""

    NO_SENDER = "no_sender"
    NO_OPT_OUT = "no_opt_out"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a fault that is found by more than words."""

    severity: Severity
    reason: str


@dataclass(frozen=True, slots=True)
class Marketing:
    """How a message to many people is told, and what it has to say.

    Attributes:
        groups: Headings and tags of replies that are sent to many by message.
        call_groups: Headings and tags of what is said on the phone.
        openings: How such a message addresses people.
        offers: What it wants them to know.
        senders: How it tells who speaks.
        opt_outs: How it tells the way out.
        consents: How it tells that people agreed.
        basis: The law behind it.
        faults: What is said of each fault.
    """

    groups: frozenset[str]
    call_groups: frozenset[str]
    openings: tuple[Pattern, ...]
    offers: tuple[Pattern, ...]
    senders: tuple[Pattern, ...]
    opt_outs: tuple[Pattern, ...]
    consents: tuple[Pattern, ...]
    basis: str
    faults: Mapping[MarketingFault, Judgement]


@dataclass(frozen=True, slots=True)
class Hygiene:
    """What is said of careless texts.

    Attributes:
        most_emoji: How many pictures a text may have.
        basis: Where these rules come from.
        faults: What is said of each fault.
    """

    most_emoji: int
    basis: str
    faults: Mapping[HygieneFault, Judgement]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every rule, as read from a file.

    Attributes:
        rules: The rules on wordings.
        marketing: The rule on messages to many people (L15).
        hygiene: The rules on careless texts (L17).
        names: What the categories are about, by their ids.
        checked_on: When someone last compared them with the law.
        folds: How texts are folded for these rules.
        by_key: The rules' patterns by what a text must hold for them, each with the number of
            its rule.
    """

    rules: tuple[Rule, ...]
    marketing: Marketing
    hygiene: Hygiene
    names: Mapping[str, str]
    checked_on: date
    folds: Folds = field(default_factory=Folds, compare=False, repr=False)
    by_key: Mapping[str, tuple[tuple[int, Pattern], ...]] = field(
        init=False, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        by_key: dict[str, list[tuple[int, Pattern]]] = {}
        for number, rule in enumerate(self.rules):
            for pattern in rule.patterns:
                for key in pattern.keys:
                    by_key.setdefault(key, []).append((number, pattern))
        kept = {key: tuple(patterns) for key, patterns in by_key.items()}
        object.__setattr__(self, "by_key", kept)


@dataclass(frozen=True, slots=True)
class Finding:
    """A place of a text that breaks a rule.

    Attributes:
        category: ``L1`` to ``L17``.
        severity: How bad it is.
        start: Where it begins, in code points of the text as written.
        end: Where it ends.
        matched: The text there.
        reason: Why it is one, and what to say instead, in Chinese.
        basis: The law or rule behind it.
        template: Id of the reply; None for a text that is none.
    """

    category: str
    severity: Severity
    start: int
    end: int
    matched: str
    reason: str
    basis: str
    template: str | None = None
