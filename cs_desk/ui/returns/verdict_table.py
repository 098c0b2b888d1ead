"""Who pays the freight and how much goes back, and why; a person has the last word."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from cs_desk.app.case_banner_words import yuan_told
from cs_desk.app.case_wording import freight_basis, freight_reason, payer_told
from cs_desk.app.wording import with_facts
from cs_desk.domain.returns.kinds import Payer
from cs_desk.domain.returns.masking import masked_text
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.returns.refund_row import RefundRow
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cs_desk.domain.returns.freight import Freight
    from cs_desk.domain.returns.verdict import Verdict


class VerdictTable(QWidget):
    """Shows a verdict.

    Signals:
        line_overruled: Key of a line and its amount in 分, or None to go back to the rule.
        payer_overruled: Who pays, or None to go back to the rule.
    """

    line_overruled = Signal(str, object)
    payer_overruled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Verdict, bool] | None = None
        self._caption = plain_label("section")
        self._payer = QPushButton()
        self._payers = QMenu(self)
        self._reason = plain_label("text", wrapped=True)
        self._basis = plain_label("muted", wrapped=True)
        self._rows: list[RefundRow] = []
        self._lines = QVBoxLayout()
        self._sum_name = plain_label("title")
        self._sum = plain_label("title")
        self._methods = plain_label("muted", wrapped=True)
        self._note = plain_label("muted", wrapped=True)
        self._build()

    def show_verdict(self, verdict: Verdict, names: Sequence[str], *, read_only: bool) -> None:
        """Show ``verdict``, with the buyer's ``names`` and other personal data masked."""
        lines = tuple(replace(line, name=masked_text(line.name, names)) for line in verdict.lines)
        verdict = replace(verdict, lines=lines)
        if (verdict, read_only) == self._shown:
            return
        self._shown = (verdict, read_only)
        self._show_freight(verdict.freight, read_only=read_only)
        self._show_lines(verdict, read_only=read_only)
        known = verdict.refund is not None
        self._sum.setText(yuan_told(verdict.refund) if verdict.refund is not None else "")
        self._sum_name.setText(self.tr("应退"))
        self._sum.setVisible(known)
        self._sum_name.setVisible(known)
        self._show_methods(verdict)
        self._note.setText(
            self.tr("以千牛退款页的可退金额为准。")
            if known
            else self.tr("在「编辑资料」里填上实付金额，才能算出应退多少。")
        )

    def focus(self) -> None:
        """Take the keyboard."""
        self._payer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._caption.setText(self.tr("判定"))
        self._payer.setProperty("role", "payer")
        self._payer.setMenu(self._payers)
        self._payer.setAutoDefault(True)
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self._payer)
        total = QHBoxLayout()
        total.setContentsMargins(GRID, GRID, GRID * 2, 0)
        total.addWidget(self._sum_name, 1)
        total.addWidget(self._sum)
        self._lines.setSpacing(0)
        for label in (self._reason, self._basis, self._methods, self._note):
            label.setContentsMargins(GRID, 0, GRID, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._reason)
        column.addWidget(self._basis)
        column.addLayout(self._lines)
        column.addLayout(total)
        column.addWidget(self._methods)
        column.addWidget(self._note)

    def _show_freight(self, freight: Freight, *, read_only: bool) -> None:
        told = with_facts(self.tr("运费%1"), payer_told(freight.payer, words))
        self._payer.setText(told if read_only else f"{told} ▾")
        self._payer.setEnabled(not read_only)
        reason = freight_reason(freight.rule, words)
        if freight.overruled:
            told = self.tr("人工改定。按规则为%1：%2")
            reason = with_facts(told, payer_told(freight.computed, words), reason)
        self._reason.setText(reason)
        self._basis.setText(with_facts(self.tr("依据：%1"), freight_basis(freight.rule, words)))
        self._payers.clear()
        if freight.overruled:
            told = with_facts(self.tr("按规则：%1"), payer_told(freight.computed, words))
            back = self._payers.addAction(told)
            back.triggered.connect(partial(self._on_payer, None))
            self._payers.addSeparator()
        for payer in Payer:
            action = self._payers.addAction(payer_told(payer, words))
            action.setCheckable(True)
            action.setChecked(payer is freight.payer)
            wanted = None if payer is freight.computed else payer
            action.triggered.connect(partial(self._on_payer, wanted))

    def _on_payer(self, wanted: Payer | None) -> None:
        self.payer_overruled.emit(wanted)

    def _show_lines(self, verdict: Verdict, *, read_only: bool) -> None:
        while len(self._rows) < len(verdict.lines):
            row = RefundRow()
            row.overruled.connect(self.line_overruled)
            self._rows.append(row)
            self._lines.addWidget(row)
        for row, line in zip(self._rows, verdict.lines, strict=False):
            row.show_line(line, read_only=read_only)
            row.show()
        for row in self._rows[len(verdict.lines) :]:
            row.hide()

    def _show_methods(self, verdict: Verdict) -> None:
        both = verdict.pro_rata is not None and verdict.resettle is not None
        differ = both and verdict.pro_rata != verdict.resettle
        if verdict.pro_rata is not None and verdict.resettle is not None:
            told = self.tr("两种算法：按比例分摊 %1，按留下的重新结算 %2")
            pair = (yuan_told(verdict.pro_rata), yuan_told(verdict.resettle))
            self._methods.setText(with_facts(told, *pair))
        self._methods.setVisible(differ)
