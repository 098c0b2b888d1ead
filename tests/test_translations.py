"""Every sentence of the program is Chinese in the source, and has its English in the catalogue."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import cs_desk
from cs_desk import paths
from cs_desk.catalogue import read_catalogue

PACKAGE = Path(cs_desk.__file__).parent
CATALOGUE = paths.resources() / "i18n" / "en.ts"

# What people read comes from these parts; the others pass facts on.
SPEAKING = ("app", "cli.py", "commands", "main.py", "ui")

# Calls that translate, and which of their arguments is the sentence.
TRANSLATING = {"tr": 0, "words": 0, "translate": 1}

# These hand on a sentence that was collected where it is written.
HANDING_ON = {"commands/grammar.py": {"told", "text", "(command.help or '').split('\\n')[0]"}}
HANDING_ON["ui/words.py"] = {"text"}

# Chinese that needs no translation: names that stand in replies and files, the same in every
# language of the window.
NAMES = {"店铺名": "a placeholder of the library"}

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Placeholders are written in Chinese in every language.
IN_BRACES = re.compile(r"\{[^{}]*\}")
# What a translation has to take over as it is: facts, keys and options.
TAKEN_OVER = re.compile(r"%\d|⏎|(?:Ctrl|Alt)\+\w+|\bEsc\b|--\w+|\bTEMPLATE\b|\n")


@dataclass(frozen=True)
class Source:
    path: Path

    @property
    def name(self):
        return self.path.relative_to(PACKAGE).as_posix()

    @cached_property
    def nodes(self):
        return list(ast.walk(ast.parse(self.path.read_text(encoding="utf-8"))))

    @cached_property
    def translated(self):
        """The expressions that go through a translation."""
        calls = [node for node in self.nodes if isinstance(node, ast.Call)]
        for call in calls:
            at = TRANSLATING.get(called(call))
            if at is not None and len(call.args) > at:
                yield call.args[at]
            # Help is translated when it is shown.
            yield from (keyword.value for keyword in call.keywords if keyword.arg == "help")
        for node in self.nodes:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith(".help"):
                yield node.value
