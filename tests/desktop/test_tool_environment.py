from __future__ import annotations

import pytest

from cs_desk.desktop.tool_environment import tool_environment


@pytest.mark.parametrize(
    ("ours", "tools"),
    [
        ({"LD_LIBRARY_PATH": "/app/_internal"}, {}),
        (
            {"LD_LIBRARY_PATH": "/app/_internal", "LD_LIBRARY_PATH_ORIG": "/opt/lib"},
            {"LD_LIBRARY_PATH": "/opt/lib"},
        ),
        ({"PATH": "/usr/bin"}, {"PATH": "/usr/bin"}),
        ({"_PYI_PARENT_PROCESS_LEVEL": "1", "_PYI_ARCHIVE_FILE": "/app/cs_desk"}, {}),
    ],
)
def test_a_built_executable_hides_its_libraries_from_tools(ours, tools):
    assert tool_environment(ours, frozen=True) == tools


def test_run_from_source_every_variable_is_the_persons_own():
    environ = {"LD_LIBRARY_PATH": "/opt/lib", "LD_LIBRARY_PATH_ORIG": "/opt"}
    assert tool_environment(environ, frozen=False) == environ
