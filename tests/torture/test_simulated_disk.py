from __future__ import annotations

import random

import pytest

from torture.disk_operations import (
    Create,
    MakeFolder,
    Rename,
    Resize,
    Sync,
    Unlink,
    Write,
)
from torture.simulated_disk import PAGE, SECTOR, SimulatedDisk

A_FILE = [Create("a"), Write("a", 0, b"old"), Sync("a")]


def states(operations, many=200):
    disk = SimulatedDisk()
    for operation in operations:
        disk.apply(operation)
    return [disk.after_power_cut(random.Random(seed)) for seed in range(many)]


def contents(operations):
    return {state.get("a") for state in states(operations)}


def test_what_was_synced_is_there():
    assert contents(A_FILE) == {b"old"}


def test_what_was_not_synced_may_be_there_or_not():
    assert contents([*A_FILE, Write("a", 0, b"new")]) == {b"old", b"new"}


def test_a_page_that_never_reached_the_disk_is_zero():
    assert b"old\0\0" in contents([*A_FILE, Write("a", 3, b"er")])


def test_pages_survive_apart_from_one_another():
    found = contents([*A_FILE, Write("a", 0, b"1" * PAGE + b"2" * PAGE)])
    assert b"\0" * 3 + b"1" * (PAGE - 3) + b"2" * PAGE not in found
    assert b"old".ljust(PAGE, b"\0") + b"2" * PAGE in found
    assert b"1" * PAGE + b"\0" * PAGE in found


def test_a_page_tears_at_its_sectors_only():
    whole = [Create("a"), Write("a", 0, b"1" * PAGE), Sync("a"), Write("a", 0, b"2" * PAGE)]
    sectors = [{c[n : n + SECTOR] for n in range(0, PAGE, SECTOR)} for c in contents(whole)]
    assert set().union(*sectors) == {b"1" * SECTOR, b"2" * SECTOR}
    assert any(len(each) == 2 for each in sectors)


def test_nothing_written_after_a_cut_is_found_without_the_cut():
    found = contents([*A_FILE, Resize("a", 0), Write("a", 0, b"n")])
    assert found == {b"old", b"", b"n", b"\0"}


@pytest.mark.parametrize("folder_synced", [False, True])
def test_a_rename_lasts_from_the_sync_of_its_folder_on(folder_synced):
    operations = [*A_FILE, Rename("a", "b"), *[Sync(".")] * folder_synced]
    names = {tuple(state) for state in states(operations)}
    assert names == ({("b",)} if folder_synced else {("a",), ("b",)})


def test_a_new_file_keeps_its_name_by_its_own_sync():
    operations = [MakeFolder("d"), Create("d/a"), Write("d/a", 0, b"x"), Sync("d/a")]
    assert {tuple(sorted(state)) for state in states(operations)} == {("d", "d/a")}


def test_names_go_in_the_order_in_which_they_went():
    operations = [*A_FILE, Create("b"), Sync("b"), Unlink("a"), Unlink("b")]
    assert {tuple(state) for state in states(operations)} == {("a", "b"), ("b",), ()}


def test_a_file_without_its_folder_is_gone():
    assert {} in states([MakeFolder("d"), Create("d/a")])


def test_a_file_moved_to_another_folder_takes_that_folder_along():
    operations = [*A_FILE, MakeFolder("d"), Rename("a", "d/a"), Sync("d")]
    assert {tuple(sorted(state)) for state in states(operations)} == {("d", "d/a")}
