"""Every sentence is Chinese in the source, and has its English in the catalogue."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

import cs_desk
from cs_desk import paths
from cs_desk.catalogue import read_catalogue

PACKAGE = Path(cs_desk.__file__).parent
CATALOGUE = paths.resources() / "i18n" / "en.ts"

# The parts that speak to people; the others hand them facts.
SPEAKING = {
    *("__main__", "app", "case_files", "checklist_files", "cli", "command_desk", "commands"),
    *("library_files", "library_intake"),
    *("data_folder", "equipment", "exchange", "program", "storage", "ui", "window"),
}
# It says why a case refuses something; its other Chinese is what people write, and data.
REFUSING = {"domain"}

# Calls that translate; the sentence is their last argument, some name a context before it.
TRANSLATING = {"tr", "words", "translate"}

# Where a sentence from elsewhere is handed on; it is collected where it is written.
HANDED_ON = {
    "app/wording.py: said.text": "sentence() itself",
    "app/wording.py: told": "with_facts() itself",
    "commands/grammar.py: text": "translate() itself",
    "commands/grammar.py: piece": "metavar=",
    "commands/grammar.py: told": "help=",
    "commands/grammar.py: (command.help or '').split('\\n')[0]": "help=",
    "ui/words.py: text": "words() itself",
}

# Chinese that is no sentence, and that every language of the program shows as it is.
UNTRANSLATED = {
    "app/case_wording.py: 千牛倒计时": "a word that is looked for in the sources of timers",
    "app/shops.py: 店铺名": "a placeholder of the library",
    "equipment.py: 客服花名": "a placeholder of the library",
    "exchange/returns/case_sheet.py: \u3000": "a wide space",
    "exchange/cell_guard.py: [=+\\-@＝＋－＠﹣﹢﹦﹫−']|[\t\r\n\x00]": "what begins a formula",
    "exchange/cell_guard.py: "
    "[\\d.,:/\\-+%EeＥｅ年月日时分秒\\s]*\\d[\\d.,:/\\-+%EeＥｅ年月日时分秒\\s]*": "a number",
}

# What files of other programs are written in, and placeholders: the same in every language.
NOTATION = {
    "exchange/library/beeftext_variables.py",
    "exchange/library/espanso.py",
    "exchange/library/espanso_writing.py",
    "exchange/library/foreign_dates.py",
    "exchange/library/found_texts.py",
    "exchange/library/placeholder_translation.py",
    "exchange/library/qianniu.py",
    "exchange/library/qianniu_marks.py",
    "exchange/library/quicktext.py",
    "exchange/library/sheet_xlsx.py",
    "exchange/library/table_columns.py",
    "exchange/library/table_replies.py",
    "exchange/library/textexpander_macros.py",
    "exchange/library/written_losses.py",
    "exchange/library/written_tones.py",
    "ui/library/headings.py",
    "ui/library/name_completion.py",
    "ui/library/template_editor.py",
    "ui/library/template_fields.py",
    "ui/library/tones.py",
}

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Placeholders are Chinese in every language.
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# What a translation keeps: facts, placeholders, keys, options and line ends.
KEPT = re.compile(r"%\d|\{\w+\+\d+\}|⏎|(?:Ctrl|Alt)\+\w+|\bEsc\b|--\w+|\bTEMPLATE\b|\bJSON\b|\n")


@dataclass(frozen=True)
class Module:
    path: Path

    @property
    def name(self):
        return self.path.relative_to(PACKAGE).as_posix()

    @cached_property
    def nodes(self):
        return list(ast.walk(ast.parse(self.path.read_text(encoding="utf-8"))))

    @cached_property
    def translated(self):
        """Every expression that goes through a translation."""
        return [*self._arguments(), *self._help()]

    def _arguments(self):
        for call in self._every(ast.Call):
            name = call_name(call)
            if name in TRANSLATING:
                yield from call.args[-1:]
            elif name == "Sentence":
                # It is translated where it is shown.
                yield from call.args[:1]

    def _help(self):
        """Yield the texts of click that are translated when its help is shown."""
        for call in self._every(ast.Call):
            # The usage line names an argument by its metavar.
            shown = {"help", "metavar"} if call_name(call) == "argument" else {"help"}
            yield from (keyword.value for keyword in call.keywords if keyword.arg in shown)
        for assignment in self._every(ast.Assign):
            if ast.unparse(assignment.targets[0]).endswith(".help"):
                yield assignment.value

    @cached_property
    def unsaid(self):
        """Every text that is only for those who read the source."""
        return [
            node.value for node in self._every(ast.Expr) if isinstance(node.value, ast.Constant)
        ]

    @property
    def untranslated(self):
        """Every Chinese text that goes through no translation."""
        seen = {*self.translated, *self.unsaid}
        return [node.value for node in texts(self.nodes) if says_chinese(node) and node not in seen]

    def _every(self, kind):
        return [node for node in self.nodes if isinstance(node, kind)]


def texts(nodes):
    return [node for node in nodes if isinstance(node, ast.Constant) and type(node.value) is str]


def call_name(call):
    return ast.unparse(call.func).rpartition(".")[2]


def says_chinese(node):
    return CHINESE.search(node.value) is not None


FILES = sorted(PACKAGE.rglob("*.py"))


def modules_of(parts):
    return [
        Module(f) for f in FILES if f.relative_to(PACKAGE).parts[0].removesuffix(".py") in parts
    ]


MODULES = modules_of(SPEAKING)
SENTENCES = {
    node.value for module in MODULES + modules_of(REFUSING) for node in texts(module.translated)
}
ENGLISH = read_catalogue(CATALOGUE)


def test_every_sentence_has_a_translation():
    assert sorted(SENTENCES - ENGLISH.keys()) == []


def test_the_catalogue_holds_each_sentence_once_and_nothing_that_nobody_says():
    entries = Counter(m.findtext("source") for m in ET.parse(CATALOGUE).iter("message"))
    assert sorted((entries - Counter(SENTENCES)).elements()) == []


def test_a_translation_keeps_facts_placeholders_and_keys():
    def kept(text):
        return sorted(set(KEPT.findall(text)))

    assert {source for source, told in ENGLISH.items() if kept(source) != kept(told)} == set()


def test_english_is_written_without_chinese():
    def has_chinese(told):
        return CHINESE.search(PLACEHOLDER.sub("", told))

    assert [told for told in ENGLISH.values() if has_chinese(told)] == []


def test_no_quotation_mark_is_drawn_as_wide_as_a_chinese_character():
    assert [told for told in ENGLISH.values() if re.search("[“”‘’]", told)] == []


def test_a_sentence_is_written_out_where_it_is_translated():
    handed_on = {
        f"{module.name}: {ast.unparse(node)}"
        for module in MODULES
        for node in module.translated
        if not texts([node])
    }
    assert handed_on == HANDED_ON.keys()


def test_all_chinese_that_people_see_goes_through_a_translation():
    untranslated = [(module.name, text) for module in MODULES for text in module.untranslated]
    written = {f"{name}: {text}" for name, text in untranslated if name not in NOTATION}
    assert written == UNTRANSLATED.keys()
    assert {name for name, _ in untranslated} >= NOTATION
