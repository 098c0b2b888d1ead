"""The rules of the house, read from the source: who may import whom, and how long things grow."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import cs_desk

PACKAGE = Path(cs_desk.__file__).parent
PARTS = {path.stem for path in PACKAGE.iterdir()}

# Each part of cs_desk, and the other parts that it may import, be it for types only.
MAY_IMPORT = {
    "domain": set(),
    "app": {"domain"},
    "storage": {"app", "domain"},
    "exchange": {"app", "domain"},
    "desktop": {"app", "domain"},
    "ui": {"app", "domain"},
    "paths": set(),
    "commands": {"app", "domain"},
    "catalogue": set(),
    "cli": {"app", "catalogue", "commands", "domain"},
    "data_folder": {"app", "domain", "exchange", "paths", "storage"},
    "case_files": {"app", "desktop", "domain", "exchange", "storage"},
    "checklist_files": {"app", "domain", "exchange", "storage"},
    "library_files": {"app", "domain", "exchange", "storage"},
    "library_intake": {"app", "domain"},
    "equipment": {
        "app",
        "case_files",
        "data_folder",
        "domain",
        "exchange",
        "library_files",
        "storage",
    },
    "command_desk": {
        "app",
        "checklist_files",
        "commands",
        "data_folder",
        "desktop",
        "domain",
        "equipment",
        "exchange",
    },
    "window": PARTS - {"main", "program"},
    "program": PARTS - {"main"},
    "main": {"program"},
    "__main__": {"main"},
    "__init__": set(),
}

# Libraries that only these parts know.
ONLY_IN = {
    "PySide6": {"ui", "desktop", "window"},
    "tinydb": {"storage"},
    "sqlite3": {"storage"},
    "pyperclip": {"desktop"},
    "platformdirs": {"paths"},
    "click": {"cli", "commands"},
    "psutil": {"desktop"},
    "openpyxl": {"exchange"},
    "defusedxml": {"exchange"},
    "yaml": {"exchange"},
}

# What domain and app reach through ports only.
FILES = {"os", "pathlib", "io", "shutil", "tempfile", "glob", "mmap", "sqlite3", "importlib"}
PROGRAMS = {"subprocess", "multiprocessing", "threading", "asyncio", "signal", "ctypes"}
NETWORK = {"socket", "ssl", "http", "urllib"}
MACHINE = {"platform", "locale", "getpass", "logging", "time", "sched"}
OUTSIDE = FILES | PROGRAMS | NETWORK | MACHINE
CHANCE = {"random", "secrets", "uuid"}
READS_THE_CLOCK = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")

LONGEST_FILE = 400
LONGEST_FUNCTION = 50


@dataclass(frozen=True)
class Module:
    path: Path

    @property
    def name(self):
        return ".".join(self.path.relative_to(PACKAGE.parent).with_suffix("").parts)

    @property
    def part(self):
        return self.name.split(".")[1]

    @cached_property
    def nodes(self):
        return list(ast.walk(ast.parse(self.path.read_text(encoding="utf-8"))))

    def every(self, *kinds):
        return [node for node in self.nodes if isinstance(node, kinds)]

    @cached_property
    def imports(self):
        """Every imported name in full: both a.b and a.b.c for `from a.b import c`."""
        plain = {alias.name for node in self.every(ast.Import) for alias in node.names}
        froms = [node for node in self.every(ast.ImportFrom) if node.module]
        named = {f"{node.module}.{alias.name}" for node in froms for alias in node.names}
        return plain | named | {node.module for node in froms}

    @cached_property
    def libraries(self):
        return {name.split(".")[0] for name in self.imports}


MODULES = [Module(path) for path in sorted(PACKAGE.rglob("*.py"))]
PURE = [module for module in MODULES if module.part in {"domain", "app"}]


def breaches(modules, find):
    return [f"{module.name}: {what}" for module in modules for what in find(module)]


def test_imports_point_inward():
    def forbidden(module):
        ours = {name.split(".")[1] for name in module.imports if name.startswith("cs_desk.")}
        return (ours & PARTS) - {module.part} - MAY_IMPORT[module.part]

    assert breaches(MODULES, forbidden) == []


def test_each_library_stays_in_its_part():
    def strays(module):
        known = module.libraries & ONLY_IN.keys()
        return {name for name in known if module.part not in ONLY_IN[name]}

    assert breaches(MODULES, strays) == []


def test_domain_and_app_need_only_python_and_nothing_outside_it():
    def foreign(module):
        banned = OUTSIDE | CHANCE if module.part == "domain" else OUTSIDE
        return module.libraries - (sys.stdlib_module_names - banned) - {"cs_desk"}

    assert breaches(PURE, foreign) == []


def test_domain_and_app_open_no_file_and_read_no_clock():
    def found(module):
        calls = [ast.unparse(call.func) for call in module.every(ast.Call)]
        return [called for called in calls if called == "open" or called.endswith(READS_THE_CLOCK)]

    assert breaches(PURE, found) == []


def test_no_globals_and_no_relative_imports():
    def found(module):
        relative = [node for node in module.every(ast.ImportFrom) if node.level]
        return [ast.unparse(node) for node in module.every(ast.Global) + relative]

    assert breaches(MODULES, found) == []


def test_text_from_outside_never_becomes_code_or_a_format():
    def is_risky(call):
        called = ast.unparse(call.func)
        if called.endswith((".format", ".format_map")) and called != "msgspec.json.format":
            return (call.args or call.keywords) and not isinstance(call.func.value, ast.Constant)
        return called in {"eval", "exec"}

    def risks(module):
        return [ast.unparse(call) for call in module.every(ast.Call) if is_risky(call)]

    assert breaches(MODULES, risks) == []


def test_files_and_functions_stay_short():
    def long_ones(module):
        if len(module.path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE:
            yield "the file"
        for function in module.every(ast.FunctionDef, ast.AsyncFunctionDef):
            if function.end_lineno - function.lineno >= LONGEST_FUNCTION:
                yield function.name

    assert breaches(MODULES, long_ones) == []


def test_no_module_imports_itself_by_way_of_others():
    names = {module.name for module in MODULES}
    TopologicalSorter({m.name: m.imports & names for m in MODULES}).prepare()


def loaded_by(*arguments):
    """Return the names of all that a run of the program imports."""
    command = [sys.executable, "-X", "importtime", "-m", "cs_desk", *arguments]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return {line.rpartition("|")[2].strip() for line in answer.stderr.splitlines()}


@pytest.mark.parametrize("arguments", [["--help"], ["search", "--help"]])
def test_the_program_tells_about_itself_without_qt_and_without_the_desk(arguments):
    loaded = loaded_by(*arguments)
    assert "cs_desk.program" in loaded
    assert not {"PySide6", "tinydb", "msgspec", "cs_desk.app.reply_desk"} & loaded


def test_the_version_is_told_by_next_to_nothing():
    ours = {name for name in loaded_by("--version") if name.startswith("cs_desk")}
    assert ours == {"cs_desk", "cs_desk.main"}


def test_a_command_loads_no_other_command():
    loaded = loaded_by("shop", "--help")
    assert "cs_desk.commands.shop" in loaded
    assert not {"cs_desk.commands.search", "cs_desk.commands.backup"} & loaded
