"""What a new release is told with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cs_desk.app.template_faults import release_faults
from cs_desk.app.wording import sentence
from cs_desk.ui.plain_label import plain_label
from cs_desk.ui.theme import GRID
from cs_desk.ui.words import words

_NOTES_HEIGHT = 140


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What the publisher tells of a release; texts are stripped, days stand as they were typed."""

    notes: str
    version: str
    valid_from: str
    valid_until: str
    publisher: str


class PublishForm(QWidget):
    """Asks what a release is told with; what it cannot tell is said before it is published.

    Signals:
        publish_wanted: The library is to be released with what was typed (``ReleaseFacts``).
        given_up: The person does not want to publish.
    """

    publish_wanted = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = QPlainTextEdit()
        self._version = QLineEdit()
        self._valid_from = QLineEdit()
        self._valid_until = QLineEdit()
        self._publisher = QLineEdit()
        self._publisher_before = ""
        self._fault = plain_label("danger", wrapped=True)
        self._publish = QPushButton(self.tr("发布"))
        self._give_up = QPushButton(self.tr("不发布了"))
        self._build()

    def open(self, publisher: str, version: str) -> None:
        """Go on with what is typed; with nothing, if nothing was typed since ``forget``.

        Args:
            publisher: Who published the last one.
            version: What the new one is called if nobody names it otherwise.
        """
        if self._publisher.text() in {"", self._publisher_before}:
            self._publisher.setText(publisher)
        self._publisher_before = publisher
        self._version.setPlaceholderText(version)
        self._say("")
        self._notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of all that is typed."""
        for line in (self._version, self._valid_from, self._valid_until, self._publisher):
            line.clear()
        self._notes.clear()

    def _build(self) -> None:
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(_NOTES_HEIGHT)
        self._notes.setPlaceholderText(self.tr("这一版改了什么，客服看了就知道"))
        for line in (self._valid_from, self._valid_until):
            line.setPlaceholderText(self.tr("可以不填，如 2026-12-01"))
        self._publish.setProperty("role", "primary")
        self._publish.clicked.connect(self._on_publish)
        self._give_up.clicked.connect(self.given_up)
        form = QFormLayout()
        form.setSpacing(GRID * 2)
        for name, field in {
            self.tr("更新说明"): self._notes,
            self.tr("版本"): self._version,
            self.tr("从哪天起用"): self._valid_from,
            self.tr("用到哪天"): self._valid_until,
            self.tr("发布人"): self._publisher,
        }.items():
            field.setAccessibleName(name)
            form.addRow(QLabel(name), field)
        foot = QHBoxLayout()
        foot.setSpacing(GRID * 2)
        foot.addStretch(1)
        for button in (self._give_up, self._publish):
            button.setAutoDefault(True)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addLayout(form)
        column.addWidget(self._fault)
        column.addLayout(foot)
        column.addStretch(1)

    @Slot()
    def _on_publish(self) -> None:
        facts = ReleaseFacts(
            notes=self._notes.toPlainText().strip(),
            version=self._version.text().strip(),
            valid_from=self._valid_from.text().strip(),
            valid_until=self._valid_until.text().strip(),
            publisher=self._publisher.text().strip(),
        )
        faults = release_faults(
            facts.notes, facts.version, facts.publisher, facts.valid_from, facts.valid_until
        )
        told = "\n".join(sentence(fault, words) for fault in faults)
        self._say(told)
        if not told:
            self.publish_wanted.emit(facts)

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
