"""The inputs of the case form, and the facts that stand in them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QCheckBox

from cs_desk.app.case_wording import (
    fault_told,
    flag_told,
    outcome_told,
    parcel_told,
    reason_told,
)
from cs_desk.domain.returns.kinds import Anchor, Fault, Flag, Outcome, Parcel, Reason, usual_fault
from cs_desk.domain.returns.money import read_yuan, yuan
from cs_desk.domain.returns.return_case import CaseFacts
from cs_desk.domain.returns.written_moments import moment_written, read_moment
from cs_desk.domain.unfit_text import is_unfit_line
from cs_desk.ui.returns.case_form_field import ChoiceField, FormField, TextField
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cs_desk.app.ports import Clock
    from cs_desk.domain.returns.order_text import OrderText

_ORDER = re.compile(r"[0-9]{12,20}")
# Taobao was founded in 2003.
_FIRST_YEAR = 2003
_ON_THE_WAY = (Reason.REFUSED, Reason.INTERCEPT)


class CaseFields(QObject):
    """The inputs without their layout; a wrong one says what is wrong with it.

    Args:
        clock: The time.
        parent: Qt's owner.

    Signals:
        edited: The ``FormField`` that the person changed; None for a mark of the order.
        entered: Enter was pressed in an input.
    """

    edited = Signal(object)
    entered = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._begun = CaseFacts()
        tr = self.tr
        self.order = TextField(tr("订单号"))
        self.buyer = TextField(tr("买家昵称"))
        self.item = TextField(tr("商品"))
        self.spec = TextField(tr("规格"), tr("如 米白 M"))
        self.signed = TextField(tr("签收时间"), tr("如 11-10 14:05"))
        self.applied = TextField(tr("申请时间"), tr("如 昨天 9:30"))
        self.paid = TextField(tr("实付款（含运费，元）"), tr("如 190.00"))
        self.discount = TextField(tr("满减金额（元）"))
        self.discount_over = TextField(tr("满多少可减（元）"))
        self.gift = TextField(tr("未退赠品标价（元）"))
        self.coupon = TextField(tr("优惠券和积分（元）"))
        self.freight_paid = TextField(tr("其中运费（元）"))
        self.outbound_freight = TextField(tr("没付过的发货运费（元）"))
        self.category = ChoiceField(tr("品类"), {"": tr("其他")})
        self.reason = ChoiceField(tr("退货原因"), {r: reason_told(r, words) for r in Reason})
        self.outcome = ChoiceField(tr("处理方式"), {o: outcome_told(o, words) for o in Outcome})
        self.fault = ChoiceField(tr("责任"), {f: fault_told(f, words) for f in Fault})
        self.parcel = ChoiceField(tr("申请时货在哪里"), {p: parcel_told(p, words) for p in Parcel})
        self.flags = {flag: QCheckBox(flag_told(flag, words)) for flag in Flag}
        self.rare = (
            self.discount,
            self.discount_over,
            self.gift,
            self.coupon,
            self.freight_paid,
            self.outbound_freight,
        )
        self._moments = {Anchor.SIGNED: self.signed, Anchor.APPLIED: self.applied}
        self._connect()

    def offer_categories(self, categories: Sequence[str]) -> None:
        """Offer the kinds of goods that the checklist knows, beside 其他."""
        chosen = str(self.category.value())
        names = {name: name for name in (*categories, chosen) if name}
        self.category.set_choices({"": self.tr("其他"), **names})

    # -- facts in and out --------------------------------------------------------------------

    def show(self, facts: CaseFacts) -> None:
        """Show ``facts``."""
        self._begun = facts
        for text, field in zip(_texts_of(facts), self._texts(), strict=True):
            field.set_text(text)
        for anchor, field in self._moments.items():
            field.set_text(self._written(facts.moments.get(anchor)))
        self.paid.set_text("" if facts.paid is None else yuan(facts.paid))
        for fen, field in zip(_rare_amounts_of(facts), self.rare, strict=True):
            # Nothing is shown for what there is not.
            field.set_text(yuan(fen) if fen else "")
        self.category.set_choices({**self.category.choices(), facts.category: facts.category})
        self.offer_categories([name for name in self.category.choices() if name])
        self.category.choose(facts.category)
        self.reason.choose(facts.reason)
        self.outcome.choose(facts.outcome)
        self.fault.choose(facts.fault)
        self.parcel.choose(facts.parcel)
        for flag, box in self.flags.items():
            box.setChecked(flag in facts.flags)
        self.check_all()

    def facts(self) -> CaseFacts:
        """Return what stands in the inputs; what cannot be read counts as not given."""
        order, buyer, item, spec = (field.text() for field in self._texts())
        rare = (read_yuan(field.text()) or 0 for field in self.rare)
        discount, over, gift, coupon, freight_paid, outbound_freight = rare
        return replace(
            self._begun,
            order=order,
            buyer=buyer,
            item=item,
            spec=spec,
            category=self.category.value(),
            paid=read_yuan(self.paid.text()),
            freight_paid=freight_paid,
            reason=self.reason.value(),
            outcome=self.outcome.value(),
            fault=self.fault.value(),
            parcel=self.parcel.value(),
            flags=frozenset(flag for flag, box in self.flags.items() if box.isChecked()),
            moments=self._read_moments(),
            discount=discount,
            discount_over=over,
            gift=gift,
            coupon=coupon,
            outbound_freight=outbound_freight,
        )

    def take(self, found: OrderText) -> None:
        """Put what was recognised into the inputs, in place of what stood there."""
        texts = (found.order, found.buyer, found.item, found.spec)
        for text, field in zip(texts, self._texts(), strict=True):
            if text is not None:
                field.set_text(text)
        if found.paid is not None:
            self.paid.set_text(yuan(found.paid))
        if found.freight is not None:
            self.freight_paid.set_text(yuan(found.freight) if found.freight else "")
        for anchor, moment in (
            (Anchor.SIGNED, found.signed),
            (Anchor.APPLIED, found.applied),
        ):
            if moment is not None:
                self._moments[anchor].set_text(self._written(moment))
        # These have no input of their own, and are shown with the case.
        unseen = {Anchor.SHIPPED: found.shipped, Anchor.SUCCEEDED: found.succeeded}
        known = {anchor: moment for anchor, moment in unseen.items() if moment is not None}
        self._begun = replace(self._begun, moments={**self._begun.moments, **known})
        self.check_all()

    def typed(self) -> tuple[object, ...]:
        """Return everything as it stands there, to compare it."""
        choices = (self.category, self.reason, self.outcome, self.fault, self.parcel)
        return (
            *(field.line.text() for field in self._lines()),
            *(field.value() for field in choices),
            *(box.isChecked() for box in self.flags.values()),
        )

    # -- what is wrong -----------------------------------------------------------------------

    def check_all(self) -> list[TextField]:
        """Say what is wrong where it is, and return those inputs."""
        return [field for field in self._lines() if not self.check(field)]

    def check(self, field: FormField) -> bool:
        """Say what is wrong with ``field`` or how it is understood; return whether it is fine."""
        if field is self.order:
            told = self._order_problem()
        elif field in self._moments.values():
            return self._check_moment(field)
        elif field is self.paid or field in self.rare:
            told = self._amount_problem(field)
        else:
            told = self._text_problem(field)
        field.remark(told, wrong=bool(told))
        return not told

    def _order_problem(self) -> str:
        order = self.order.text()
        fine = not order or order == self._begun.order or _ORDER.fullmatch(order)
        return "" if fine else self.tr("订单号是 12 到 20 位数字")

    def _text_problem(self, field: FormField) -> str:
        unfit = isinstance(field, TextField) and is_unfit_line(field.text())
        return self.tr("有看不见的字符，请删掉重新输入") if unfit else ""

    def _amount_problem(self, field: FormField) -> str:
        text = field.text() if isinstance(field, TextField) else ""
        fen = read_yuan(text)
        if field is self.freight_paid and fen is not None:
            paid = read_yuan(self.paid.text())
            more = paid is not None and fen > paid
            return self.tr("运费不能多于实付款") if more else ""
        if not text or fen is not None:
            return ""
        if text.startswith("-"):
            return self.tr("金额不能是负数")
        return self.tr("写成 190 或 190.00，最多两位小数")

    def _check_moment(self, field: FormField) -> bool:
        text = field.text() if isinstance(field, TextField) else ""
        moment = read_moment(text, self._clock.now()) if text else None
        if moment is None:
            problem = self.tr("看不懂这个时间，写成 11-10 14:05 或 昨天") if text else ""
        else:
            problem = self._moment_problem(moment)
        written = self._written(moment)
        understood = "" if written == text or moment is None else f"{written} {_weekday(moment)}"
        field.remark(problem or understood, wrong=bool(problem))
        return not problem

    def _moment_problem(self, moment: datetime) -> str:
        if moment > self._clock.now():
            return self.tr("%1 在将来，请核对").replace("%1", self._written(moment))
        if moment.year < _FIRST_YEAR:
            return self.tr("%1 太早，请核对").replace("%1", self._written(moment))
        return ""

    # -- inside ------------------------------------------------------------------------------

    def _connect(self) -> None:
        choices = (self.category, self.reason, self.outcome, self.fault, self.parcel)
        for field in (*self._lines(), *choices):
            field.edited.connect(partial(self._on_edited, field))
            field.entered.connect(self.entered)
        for flag, box in self.flags.items():
            box.clicked.connect(partial(self._on_marked, flag))

    def _on_edited(self, field: FormField) -> None:
        self.check(field)
        if field is self.paid:
            self.check(self.freight_paid)
        if field is self.reason:
            self._set_usual_fault()
            if self.reason.value() in _ON_THE_WAY:
                self.parcel.choose(Parcel.IN_TRANSIT)
        self.edited.emit(field)

    def _on_marked(self, flag: Flag) -> None:
        if flag is Flag.MISDESCRIBED:
            self._set_usual_fault()
        self.edited.emit(None)

    def _set_usual_fault(self) -> None:
        misdescribed = self.flags[Flag.MISDESCRIBED].isChecked()
        self.fault.choose(usual_fault(self.reason.value(), misdescribed=misdescribed))

    def _texts(self) -> tuple[TextField, ...]:
        return self.order, self.buyer, self.item, self.spec

    def _lines(self) -> tuple[TextField, ...]:
        return (*self._texts(), self.paid, *self._moments.values(), *self.rare)

    def _read_moments(self) -> dict[Anchor, datetime]:
        moments = dict(self._begun.moments)
        for anchor, field in self._moments.items():
            if field.text() == self._written(moments.get(anchor)):
                continue
            moment = read_moment(field.text(), self._clock.now())
            moments.pop(anchor, None)
            if moment is not None:
                moments[anchor] = moment
        return moments

    def _written(self, moment: datetime | None) -> str:
        return "" if moment is None else moment_written(moment.astimezone(self._clock.now().tzinfo))


def _texts_of(facts: CaseFacts) -> tuple[str, str, str, str]:
    return facts.order, facts.buyer, facts.item, facts.spec


def _rare_amounts_of(facts: CaseFacts) -> tuple[int, ...]:
    off = (facts.discount, facts.discount_over, facts.gift, facts.coupon)
    return (*off, facts.freight_paid, facts.outbound_freight)


def _weekday(moment: datetime) -> str:
    days = QCoreApplication.translate("CaseFields", "周一 周二 周三 周四 周五 周六 周日").split()
    return days[moment.weekday()]
