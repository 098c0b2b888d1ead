from pathlib import Path

import pytest

from cs_desk.domain.pinyin import Readings
from cs_desk.domain.search.index import SearchIndex
from cs_desk.domain.template import ReplyTemplate

TABLE = Path(__file__).parents[3] / "resources" / "pinyin" / "readings.txt"


@pytest.fixture(scope="session")
def readings():
    return Readings.from_bytes(TABLE.read_bytes())


@pytest.fixture
def index_of(readings):
    """Index replies given as templates, or as titles."""

    def build(*replies, frecency=None):
        templates = [
            ReplyTemplate(id=reply, title=reply, body="") if isinstance(reply, str) else reply
            for reply in replies
        ]
        return SearchIndex(templates, readings, frecency or {})

    return build


@pytest.fixture
def reply():
    """Make a reply whose id tells it apart; what is not given is empty."""

    def make(name, **fields):
        return ReplyTemplate(**{"id": name, "title": "", "body": "", **fields})

    return make
