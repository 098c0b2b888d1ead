"""The design system: every colour, size and font of the window, and what Qt makes of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

GRID = 4
RADIUS = 6
TEXT_SMALL = 12
TEXT_BODY = 13
TEXT_TITLE = 15
CONTROL_HEIGHT = 30
SEARCH_HEIGHT = 36

_FONT_STACKS = {
    "win32": ["Microsoft YaHei UI", "Microsoft YaHei", "Segoe UI"],
    "darwin": ["PingFang SC", ".AppleSystemUIFont"],
}
_LINUX_FONTS = ["Noto Sans CJK SC", "WenQuanYi Micro Hei", "DejaVu Sans"]


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one appearance, as ``#rrggbb``.

    Attributes:
        window: Ground of the window.
        surface: Ground of lists, fields and the preview.
        hover: A surface under the pointer.
        line: Borders and separators.
        text: What is read.
        muted: What is read second.
        faint: What only has to be noticed.
        accent: The one accent, as text or a line on ``surface``.
        accent_fill: Ground of the primary button.
        on_accent: Text on ``accent_fill``.
        accent_tint: Ground of what is selected, matched or filled in.
        danger: What blocks or failed; ``danger_tint`` its ground.
        danger_tint: Ground of a missing or invalid value.
        warning: What deserves a look; ``warning_tint`` its ground.
        warning_tint: Ground of a favourite or a caution.
        syntax_field: A named value in the body of a reply that is being written.
        syntax_include: Another reply in it.
        syntax_moment: A date or time in it.
        syntax_mark: The cursor's or the clipboard's place in it.
    """

    window: str
    surface: str
    hover: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_fill: str
    on_accent: str
    accent_tint: str
    danger: str
    danger_tint: str
    warning: str
    warning_tint: str
    syntax_field: str
    syntax_include: str
    syntax_moment: str
    syntax_mark: str


LIGHT = Colours(
    window="#f4f5f7",
    surface="#ffffff",
    hover="#eef1f6",
    line="#dde1e7",
    text="#1c2027",
    muted="#565e6b",
    faint="#6b7380",
    accent="#2456d6",
    accent_fill="#2b5fe3",
    on_accent="#ffffff",
    accent_tint="#e3ebff",
    danger="#c0272d",
    danger_tint="#fde7e7",
    warning="#9a5b00",
    warning_tint="#fff1d6",
    syntax_field="#2456d6",
    syntax_include="#7a3fb8",
    syntax_moment="#0b6b62",
    syntax_mark="#9a4a00",
)

DARK = Colours(
    window="#16181d",
    surface="#1e2128",
    hover="#282d36",
    line="#343a45",
    text="#e7e9ee",
    muted="#a6afbd",
    faint="#8d96a6",
    accent="#8fb0ff",
    accent_fill="#3c68dd",
    on_accent="#ffffff",
    accent_tint="#26365f",
    danger="#ff8f8f",
    danger_tint="#4a2328",
    warning="#f2be62",
    warning_tint="#443417",
    syntax_field="#8fb0ff",
    syntax_include="#d0a9ff",
    syntax_moment="#6fd6c6",
    syntax_mark="#f2be62",
)


def body_font() -> QFont:
    """Return the font of running text, with Chinese glyphs on every system."""
    font = QFont()
    font.setFamilies(_FONT_STACKS.get(sys.platform, _LINUX_FONTS))
    font.setPixelSize(TEXT_BODY)
    return font


def palette(colours: Colours) -> QPalette:
    """Return the palette that native parts (menus, selections, carets) draw with."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.hover,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent_fill,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
    }.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return made


def style_sheet(colours: Colours, arrow: str) -> str:
    """Return the style sheet of the window, built from the tokens above.

    Args:
        colours: The appearance.
        arrow: Path of the arrow that opens a list, with forward slashes.
    """
    c = colours
    general = f"""
    QWidget {{ font-size: {TEXT_BODY}px; }}
    QToolTip {{ color: {c.text}; background: {c.surface}; border: 1px solid {c.line};
        padding: {GRID}px; }}
    """
    images = arrow.rpartition("/")[0]
    parts = (
        _fields(c, arrow),
        _lists(c),
        _buttons(c),
        _notices_and_menus(c),
        _returns(c),
        _case_page(c),
        _check_boxes(c, f"{images}/check_mark.svg"),
        _library(c),
    )
    return general + "".join(parts)


def _fields(c: Colours, arrow: str) -> str:
    return f"""
    QLineEdit, QPlainTextEdit, QComboBox {{ background: {c.surface}; color: {c.text};
        border: 1px solid {c.line}; border-radius: {RADIUS}px; padding: 0 {GRID * 2}px;
        selection-background-color: {c.accent_fill}; selection-color: {c.on_accent}; }}
    QLineEdit, QComboBox {{ min-height: {CONTROL_HEIGHT - 2}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border-color: {c.accent}; }}
    QLineEdit[state="missing"], QComboBox[state="missing"], QPlainTextEdit[state="missing"] {{
        background: {c.warning_tint}; }}
    QLineEdit[state="invalid"], QComboBox[state="invalid"], QPlainTextEdit[state="invalid"] {{
        background: {c.danger_tint}; border-color: {c.danger}; }}
    QComboBox::drop-down {{ border: none; width: {GRID * 6}px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {GRID * 3}px; height: {GRID * 3}px; }}
    QComboBox QAbstractItemView, QListView#suggestions {{ background: {c.surface};
        color: {c.text}; border: 1px solid {c.line}; outline: none;
        selection-background-color: {c.accent_tint}; selection-color: {c.text}; }}
    QComboBox QAbstractItemView::item, QListView#suggestions::item {{
        min-height: {GRID * 7}px; padding: 0 {GRID * 2}px; }}
    QComboBox QAbstractItemView::item:selected, QListView#suggestions::item:selected {{
        background: {c.accent_tint}; color: {c.text}; }}
    QLineEdit#searchBox {{ font-size: {TEXT_TITLE}px; min-height: {SEARCH_HEIGHT - 2}px; }}
    QPlainTextEdit {{ padding: {GRID}px; }}
    """


def _lists(c: Colours) -> str:
    return f"""
    QListView#hits {{ background: {c.surface}; border: none; outline: none;
        border-top: 1px solid {c.line}; border-bottom: 1px solid {c.line}; }}
    QLabel#emptyState {{ background: {c.surface}; color: {c.muted};
        border-top: 1px solid {c.line}; border-bottom: 1px solid {c.line};
        padding: {GRID * 6}px; }}
    QTreeView#facts, QLabel#noFacts {{ background: {c.surface}; color: {c.text}; outline: none;
        border: 1px solid {c.line}; border-radius: {RADIUS}px; padding: {GRID}px; }}
    QLabel#noFacts {{ color: {c.muted}; }}
    QTreeView#facts:focus {{ border-color: {c.accent}; }}
    QTreeView#facts:disabled {{ color: {c.muted}; }}
    QTreeView#facts::item {{ border: none; padding: {GRID}px; }}
    QTreeView#facts::item:hover {{ background: {c.hover}; }}
    QTreeView#facts::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
    QProgressBar {{ background: {c.line}; border: none; border-radius: 1px;
        min-height: 3px; max-height: 3px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 1px; }}
    QLabel[role="muted"] {{ color: {c.muted}; font-size: {TEXT_SMALL}px; }}
    QLabel[role="danger"] {{ color: {c.danger}; font-size: {TEXT_SMALL}px; }}
    QLabel[role="title"] {{ font-size: {TEXT_TITLE}px; font-weight: 600; }}
    QLabel[role="chip"] {{ color: {c.text}; background: {c.accent_tint};
        border-radius: {RADIUS}px; padding: 2px {GRID * 2}px; font-size: {TEXT_SMALL}px; }}
    QLabel[role="note"] {{ color: {c.warning}; background: {c.warning_tint};
        border-radius: {RADIUS}px; padding: {GRID}px {GRID * 2}px; font-size: {TEXT_SMALL}px; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ color: {c.muted}; background: transparent; border: none;
        border-bottom: 2px solid transparent; padding: {GRID}px 6px; margin: 0; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent};
        font-weight: 600; }}
    QTabBar::tab:focus {{ background: {c.accent_tint}; border-radius: {RADIUS}px; }}
    QTabBar QToolButton {{ background: {c.window}; border: 1px solid {c.line}; }}
    """


def _buttons(c: Colours) -> str:
    return f"""
    QToolButton {{ color: {c.text}; background: transparent; border: 1px solid transparent;
        border-radius: {RADIUS}px; padding: {GRID}px; }}
    QToolButton:hover, QToolButton:focus {{ background: {c.hover}; border-color: {c.line}; }}
    QToolButton:checked {{ background: {c.accent_tint}; color: {c.accent}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#shopButton {{ font-size: {TEXT_TITLE}px; font-weight: 600; }}
    QPushButton {{ color: {c.text}; background: {c.surface}; border: 1px solid {c.line};
        border-radius: {RADIUS}px; padding: 0 {GRID * 3}px; min-height: {CONTROL_HEIGHT}px; }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton:focus {{ border-color: {c.accent}; }}
    QPushButton[role="primary"] {{ color: {c.on_accent}; background: {c.accent_fill};
        border-color: {c.accent_fill}; font-weight: 600; min-height: {SEARCH_HEIGHT - 2}px; }}
    QPushButton[role="primary"]:hover, QPushButton[role="primary"]:focus {{
        border-color: {c.text}; }}
    QPushButton:disabled, QPushButton[role="primary"]:disabled {{ color: {c.muted};
        background: {c.hover}; border-color: {c.line}; }}
    QPushButton[role="primary"][state="waiting"] {{ color: {c.warning};
        background: {c.warning_tint}; border-color: {c.warning_tint}; }}
    QPushButton[role="link"] {{ border: none; background: transparent; color: {c.accent};
        padding: 0 {GRID}px; font-weight: 600; }}
    """


def _notices_and_menus(c: Colours) -> str:
    return f"""
    QFrame#notice {{ border-radius: {RADIUS}px; background: {c.text}; }}
    QFrame#notice QLabel {{ color: {c.window}; }}
    QFrame#notice QPushButton {{ color: {c.window}; background: transparent; border: none;
        font-weight: 600; text-decoration: underline; }}
    QFrame#notice[state="failed"] {{ background: {c.danger_tint};
        border: 1px solid {c.danger}; }}
    QFrame#notice[state="failed"] QLabel, QFrame#notice[state="failed"] QPushButton {{
        color: {c.danger}; }}
    QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
        padding: {GRID}px; }}
    QMenu::item {{ padding: {GRID}px {GRID * 6}px {GRID}px {GRID * 5}px;
        border-radius: {GRID}px; }}
    QMenu::item:selected {{ background: {c.accent_tint}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: {GRID}px; }}
    QScrollArea {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: {GRID * 2}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.line}; border-radius: {GRID}px;
        min-height: {GRID * 6}px; }}
    QScrollBar::handle:vertical:hover {{ background: {c.muted}; }}
    QScrollBar:horizontal {{ background: transparent; height: {GRID * 2}px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c.line}; border-radius: {GRID}px;
        min-width: {GRID * 6}px; }}
    QScrollBar::handle:horizontal:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _returns(c: Colours) -> str:
    return f"""
    QWidget#roomBar {{ background: {c.surface}; border-top: 1px solid {c.line}; }}
    QPushButton[role="roomTab"] {{ background: transparent; border: none; border-radius: 0;
        padding: 0; min-height: 0; }}
    QPushButton[role="roomTab"]:hover {{ background: {c.hover}; }}
    QPushButton[role="roomTab"]:focus {{ background: {c.accent_tint}; }}
    QPushButton[role="roomTab"] QLabel {{ color: {c.muted}; }}
    QPushButton[role="roomTab"] QLabel[state="open"] {{ color: {c.accent}; font-weight: 600; }}
    QPushButton[role="roomTab"] QLabel[role="count"] {{ min-width: {GRID * 2}px;
        padding: 0 {GRID}px; border-radius: {GRID * 2}px; font-size: {TEXT_SMALL}px;
        font-weight: 600; color: {c.warning}; background: {c.warning_tint}; }}
    QPushButton[role="roomTab"] QLabel[role="count"][state="danger"] {{ color: {c.danger};
        background: {c.danger_tint}; }}
    QListView#cases {{ background: {c.surface}; border: none; outline: none;
        border-top: 1px solid {c.line}; }}
    QPushButton#newCase {{ padding: 0 {GRID * 2}px; min-height: {SEARCH_HEIGHT - 2}px; }}
    """


def _case_page(c: Colours) -> str:
    return f"""
    QFrame#fiveNotes {{ background: {c.surface}; border: 1px solid {c.line};
        border-radius: {RADIUS}px; }}
    QFrame#separator {{ background: {c.line}; border: none; min-height: 1px; max-height: 1px; }}
    QFrame#evidenceView {{ background: {c.window}; border: none; }}
    QLabel#dropArea {{ background: {c.accent_tint}; color: {c.accent}; font-weight: 600;
        border: 2px dashed {c.accent}; border-radius: {RADIUS}px; }}
    QListView#evidenceTiles {{ background: transparent; border: none; outline: none; }}
    QLabel[role="section"] {{ color: {c.text}; font-weight: 600; padding: {GRID}px 2px; }}
    QPlainTextEdit#history {{ color: {c.muted}; font-size: {TEXT_SMALL}px; border: none;
        background: transparent; padding: 0; }}
    QPushButton[role="amount"] {{ border: none; background: transparent; color: {c.text};
        padding: 0 {GRID * 2}px; min-height: {GRID * 6}px; }}
    QPushButton[role="amount"]:hover, QPushButton[role="amount"]:focus {{
        background: {c.hover}; color: {c.accent}; }}
    QPushButton[role="amount"]:disabled {{ color: {c.text}; background: transparent; }}
    QPushButton[role="row"] {{ border: none; background: transparent; padding: 0;
        min-height: 0; }}
    QPushButton[role="payer"] {{ padding: 0 {GRID * 2}px; min-height: {GRID * 6}px; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton[role="payer"]:disabled {{ color: {c.text}; background: transparent;
        border-color: transparent; }}
    """


def _check_boxes(c: Colours, mark: str) -> str:
    return f"""
    QCheckBox {{ spacing: {GRID + 2}px; min-height: {GRID * 6}px; }}
    QCheckBox::indicator {{ width: {GRID * 4 - 2}px; height: {GRID * 4 - 2}px;
        background: {c.surface}; border: 1px solid {c.muted}; border-radius: {GRID}px; }}
    QCheckBox::indicator:focus, QCheckBox::indicator:hover {{ border-color: {c.accent}; }}
    QCheckBox::indicator:checked {{ background: {c.accent_fill}; border-color: {c.accent_fill};
        image: url("{mark}"); }}
    QCheckBox:focus {{ color: {c.accent}; }}
    """


def _library(c: Colours) -> str:
    return f"""
    QTreeView#groups, QListView#listedReplies, QTableView#placeholders {{
        background: {c.surface}; color: {c.text}; outline: none;
        border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QTreeView#groups:focus, QListView#listedReplies:focus, QTableView#placeholders:focus {{
        border-color: {c.accent}; }}
    QTreeView#groups::item {{ min-height: {GRID * 7}px; border: none; }}
    QTreeView#groups::item:hover {{ background: {c.hover}; }}
    QTreeView#groups::item:selected, QTableView#placeholders::item:selected {{
        background: {c.accent_tint}; color: {c.text}; }}
    QTreeView#groups QLineEdit {{ min-height: 0; padding: 0 {GRID}px; border-radius: 0; }}
    QHeaderView::section {{ color: {c.muted}; background: {c.window}; border: none;
        border-bottom: 1px solid {c.line}; padding: {GRID}px; }}
    QTableView#placeholders::item {{ padding: 0 {GRID}px; }}
    QTableView#placeholders {{ gridline-color: {c.line}; }}
    QPlainTextEdit#body {{ font-size: {TEXT_TITLE - 1}px; padding: {GRID * 2}px; }}
    QListView#names {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.accent};
        outline: none; }}
    QListView#names::item {{ min-height: {GRID * 6}px; padding: 0 {GRID * 2}px; }}
    QListView#names::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
    QSpinBox {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
        border-radius: {RADIUS}px; padding: 0 {GRID * 2}px; min-height: {CONTROL_HEIGHT - 2}px; }}
    QSpinBox:focus {{ border-color: {c.accent}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
    QListWidget#groupChoice {{ background: {c.surface}; color: {c.text}; outline: none;
        border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QListWidget#groupChoice::item {{ min-height: {GRID * 7}px; padding: 0 {GRID * 2}px; }}
    QListWidget#groupChoice::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
    QSplitter::handle {{ background: transparent; }}
    QLabel[role="hint"] {{ color: {c.warning}; font-size: {TEXT_SMALL}px; }}
    QPushButton[role="small"] {{ padding: 0 {GRID * 2}px; min-height: {GRID * 6}px; }}
    """
