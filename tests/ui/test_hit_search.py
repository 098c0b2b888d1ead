"""A search never stands in the way of a key, and no key is answered by an older search."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cs_desk.app.reply_search import ReplySearch
from cs_desk.app.shelf import Shelf, ShelfKind
from cs_desk.domain.search import ENOUGH_HITS, Hit, MatchKind
from cs_desk.domain.search.run import SearchRun
from cs_desk.domain.template import ReplyTemplate
from cs_desk.ui.hit_search import HitSearch, Question
from tests.fake_archives import HeldMaker
from tests.ui import gestures
from tests.ui.conftest import LIBRARY, titles
from tests.ui.gestures import press, search

ALL = Shelf(ShelfKind.ALL)
# So many breaths take several stretches on any computer.
LONG = 400_000

STRETCHES = 5


class SteppedFinding:
    """Stands in for the search over a library; a query takes as many breaths as it is told."""

    def __init__(self):
        self.has_index = True
        self.made = 0
        self.breaths = {}
        self.hits = {}
        self.asked = []
        self.steps = 0
        self.is_ready = None

    def tell_when_ready(self, ready, left_to_us):
        self.is_ready = ready
        self.leave_to_us = left_to_us

    def make_on(self, may_go_on):
        self.made += 1
        assert may_go_on() in (True, False)
        return self.made == STRETCHES

    def begin(self, query, _shelf, *, typos):
        self.asked.append((query, typos))
        return SearchRun(self._found(query), 100) if self.has_index else None

    def _found(self, query):
        for _ in range(self.breaths.get(query, 0)):
            self.steps += 1
            yield None
        for number in range(self.hits.get(query, 1)):
            yield Hit(ReplyTemplate(f"{query}{number}", query, ""), MatchKind.LITERAL, 1.0)


@pytest.fixture
def finding():
    return SteppedFinding()


@pytest.fixture
def hits(qapp, finding):
    made = HitSearch(finding)
    made.questions = []
    made.answered.connect(lambda question, found: made.questions.append((question, len(found))))
    yield made
    made.deleteLater()


def answers(hits):
    return [question.query for question, _ in hits.questions]


# -- stretches -------------------------------------------------------------------------------


def test_a_quick_search_is_answered_at_once(hits):
    hits.ask(Question("th", ALL))
    assert hits.questions == [(Question("th", ALL), 1)]


def test_a_long_search_is_answered_in_the_end_and_lets_events_through(hits, finding, qtbot):
    finding.breaths["th"] = LONG
    seen = []
    ticking = QTimer()
    ticking.timeout.connect(lambda: seen.append(finding.steps))
    ticking.start(0)
    with qtbot.waitSignal(hits.answered):
        hits.ask(Question("th", ALL))
        assert hits.questions == []
    assert len({steps for steps in seen if 0 < steps < LONG}) > 1
    assert hits.questions == [(Question("th", ALL), 1)]


def test_a_new_question_leaves_the_old_one_for_good(hits, finding, qtbot):
    finding.breaths["t"] = LONG
    hits.ask(Question("t", ALL))
    hits.ask(Question("th", ALL))
    steps = finding.steps
    qtbot.waitUntil(lambda: ("th", True) in finding.asked)
    assert (set(answers(hits)), finding.steps) == ({"th"}, steps)


def test_the_question_under_way_is_answered_at_once_for_who_is_about_to_choose(hits, finding):
    finding.breaths["th"] = LONG
    hits.ask(Question("th", ALL))
    assert hits.questions == []
    hits.settle()
    assert hits.questions == [(Question("th", ALL), 1)]


def test_a_settled_question_is_not_answered_again(hits, finding):
    finding.breaths["th"] = LONG
    finding.hits["th"] = ENOUGH_HITS
    hits.settle()
    hits.ask(Question("th", ALL))
    hits.settle()
    hits.settle()
    QCoreApplication.processEvents()
    assert answers(hits) == ["th"]


# -- typing mistakes -------------------------------------------------------------------------


def test_typing_mistakes_are_looked_for_after_the_pause(hits, qtbot):
    hits.ask(Question("th", ALL))
    assert not hits.looked_for_typos
    qtbot.waitUntil(lambda: len(hits.questions) > 1)
    assert [question for question, _ in hits.questions] == [
        Question("th", ALL),
        Question("th", ALL, keep=True, typos=True),
    ]
    assert hits.looked_for_typos
    assert not hits.settle_typos()


@pytest.mark.parametrize(
    ("question", "found", "due"),
    [
        (Question("th", ALL), ENOUGH_HITS - 1, True),
        (Question("th", ALL), 0, True),
        (Question("th", ALL), ENOUGH_HITS, False),
        (Question("th", ALL, typos=True), 0, False),
        (Question("  ", ALL), 0, False),
    ],
    ids=["few hits", "no hit", "enough hits", "looked for already", "browsing"],
)
def test_typing_mistakes_are_looked_for_where_it_makes_sense(hits, finding, question, found, due):
    finding.hits[question.query] = found
    hits.ask(question)
    assert hits.settle_typos() is due
    assert len(hits.questions) == 1 + due


def test_mistakes_in_what_was_typed_before_are_never_looked_for(hits, finding, qtbot):
    hits.ask(Question("t", ALL))
    hits.ask(Question("th", ALL))
    qtbot.waitUntil(lambda: ("th", True) in finding.asked)
    assert ("t", True) not in finding.asked


def test_enough_hits_end_the_pause_of_the_question_before(hits, finding):
    finding.hits["th"] = ENOUGH_HITS
    hits.ask(Question("t", ALL))
    hits.ask(Question("th", ALL))
    assert not hits.settle_typos()


def test_mistakes_are_looked_for_only_when_the_answer_is_there(hits, finding):
    finding.breaths["th"] = LONG
    hits.ask(Question("th", ALL))
    assert not hits.settle_typos()


def test_mistakes_are_looked_for_to_the_end_for_who_is_about_to_choose(hits, finding):
    hits.ask(Question("th", ALL))
    finding.breaths["th"] = LONG
    assert hits.settle_typos()
    assert hits.questions[-1] == (Question("th", ALL, keep=True, typos=True), 1)


# -- waiting ---------------------------------------------------------------------------------


def test_waiting_is_said_and_the_answer_comes_when_ready(hits, finding, qtbot):
    finding.has_index = False
    with qtbot.waitSignal(hits.waiting):
        hits.ask(Question("th", ALL))
    hits.settle()
    assert not hits.settle_typos()
    assert hits.questions == []
    finding.has_index = True
    finding.is_ready()
    assert answers(hits) == ["th"]


def test_being_ready_answers_nobody_who_asked_nothing(hits, finding):
    finding.is_ready()
    assert finding.asked == []


def test_the_last_question_is_the_one_that_waits(hits, finding):
    finding.has_index = False
    for query in ("t", "th", ""):
        hits.ask(Question(query, ALL))
    finding.has_index = True
    finding.is_ready()
    assert answers(hits) == [""]


def test_a_long_search_is_left_when_waiting_begins(hits, finding):
    finding.breaths["t"] = LONG
    hits.ask(Question("t", ALL))
    finding.has_index = False
    hits.ask(Question("th", ALL))
    hits.settle()
    QCoreApplication.processEvents()
    assert hits.questions == []


@pytest.mark.parametrize(("breaths", "keep"), [(0, True), (LONG, False)])
def test_a_new_index_keeps_a_choice_that_was_seen(hits, finding, breaths, keep):
    finding.breaths["th"] = breaths
    hits.ask(Question("th", ALL))
    finding.is_ready()
    hits.settle()
    assert hits.questions[-1] == (Question("th", ALL, keep=keep), 1)


def test_an_index_that_is_left_to_us_is_made_between_events(hits, finding, qtbot):
    finding.leave_to_us()
    assert finding.made == 0
    qtbot.waitUntil(lambda: finding.made == STRETCHES)
    QApplication.processEvents()
    assert finding.made == STRETCHES


# -- in the window ---------------------------------------------------------------------------


class LongSearch(ReplySearch):
    """Answers every query after several stretches."""

    def begin(self, query, shelf, **options):
        run = super().begin(query, shelf, **options)
        return run if run is None or not query.strip() else SearchRun(_drawn_out(run), 100)


def _drawn_out(run):
    for _ in range(LONG):
        yield None
    yield from run.finish()


@pytest.fixture
def window(build):
    return build(finding=LongSearch)


@pytest.fixture
def answered(window):
    """The queries that were answered."""
    queries = []
    window.room._search.answered.connect(lambda question, _: queries.append(question.query))
    return queries


def ctrl(key):
    press(key, Qt.KeyboardModifier.ControlModifier)


def post(window, letters):
    """Let keys arrive as they do from a keyboard: in the event queue, behind what waits there."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            code = Qt.Key(ord(letter.upper()))
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.postEvent(window.room.search_box, event)


def test_keys_are_never_lost_nor_late_while_a_long_search_runs(window, answered, qtbot):
    search(window, "z")
    typed = []
    window.room.search_box.textChanged.connect(lambda text: typed.append((text, list(answered))))
    post(window, "hmd")
    qtbot.waitUntil(lambda: answered[-1:] == ["zhmd"])
    assert typed == [("zh", []), ("zhm", []), ("zhmd", [])]
    assert set(answered) == {"zhmd"}


def test_keys_that_come_one_by_one_each_leave_the_search_before(window, answered, qtbot):
    for letter in "hmd":
        post(window, letter)
        qtbot.waitUntil(lambda typed=letter: window.room.search_box.text().endswith(typed))
    qtbot.waitUntil(lambda: titles(window) == ["还没到"])
    assert set(answered) == {"hmd"}


def test_enter_copies_the_best_hit_of_what_is_typed_now(window, clipboard):
    search(window, "th")
    assert titles(window)[0] != "退货步骤"
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]


@pytest.fixture
def of_two(build):
    """A window whose long search for tuikuan finds two replies."""
    two = (ReplyTemplate("t1", "退款一", "甲"), ReplyTemplate("t2", "退款二", "乙"))
    return build(library=replace(LIBRARY, templates=LIBRARY.templates + two), finding=LongSearch)


def test_control_and_a_number_copy_that_hit_of_what_is_typed_now(of_two, clipboard):
    search(of_two, "tuikuan")
    ctrl(Qt.Key.Key_2)
    assert clipboard.texts == ["乙"]


def test_an_arrow_walks_the_hits_of_what_is_typed_now(of_two, clipboard):
    search(of_two, "tuikuan")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["乙"]


def test_tab_leads_to_the_fields_of_what_is_typed_now(window):
    search(window, "hmd")
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is gestures.field(window.room.pane, "收货城市")


def test_a_favourite_is_made_of_what_is_typed_now(build, window):
    search(window, "th")
    ctrl(Qt.Key.Key_D)
    assert [each for each, usage in build.stores.usage.all().items() if usage.favourite] == ["back"]


@pytest.mark.parametrize("finding", [None, LongSearch], ids=["quick", "long"])
def test_what_only_a_typing_mistake_finds_is_seen_before_it_is_sent(build, clipboard, finding):
    window = build(finding=finding)
    search(window, "tuihou")
    press(Qt.Key.Key_Return)
    assert (titles(window), clipboard.texts) == (["退货步骤"], [])
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]


def test_enter_where_nothing_is_found_at_all_says_so(window, clipboard):
    search(window, "zzqqxx")
    press(Qt.Key.Key_Return)
    assert clipboard.texts == []
    assert window.notices.text() == "没有可复制的话术"


# -- an index made elsewhere, in the window --------------------------------------------------

MANY = replace(
    LIBRARY,
    templates=(
        *LIBRARY.templates,
        *(ReplyTemplate(f"n{n}", f"编号{n:04}", f"第{n}条") for n in range(1100)),
    ),
)


@pytest.fixture
def maker():
    return HeldMaker()


def test_the_library_is_there_before_its_index(build, maker):
    window = build(library=MANY, maker=maker)
    assert titles(window)[0] == "进店问候"


def test_what_is_typed_before_there_is_an_index_is_answered_when_there_is(
    build, maker, clipboard, qtbot
):
    window = build(library=MANY, maker=maker)
    search(window, "t")
    assert "马上就好" in window.room.hits._empty.text()
    press(Qt.Key.Key_Return)
    QTest.keyClicks(window.room.search_box, "h")
    assert (titles(window), clipboard.texts) == ([], [])
    maker.end()
    qtbot.waitUntil(lambda: titles(window)[:1] == ["退货步骤"])
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["请在订单页点“申请售后”。"]


def test_a_new_index_moves_no_choice(build, maker, qtbot, clipboard):
    window = build(library=MANY, maker=maker)
    search(window, "bianhao")
    maker.end()
    changed = tuple(replace(t, note="新") if t.id.startswith("n9") else t for t in MANY.templates)
    build.stores.outside.append(replace(MANY, templates=changed))
    qtbot.waitUntil(lambda: maker.is_making, timeout=3000)
    for _ in range(2):
        press(Qt.Key.Key_Down)
    maker.end()
    press(Qt.Key.Key_Return)
    assert clipboard.texts == ["第2条"]
