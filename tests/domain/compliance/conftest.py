from datetime import datetime
from pathlib import Path

import pytest

from cs_desk.domain.china import CHINA
from cs_desk.exchange.compliance_rules import read_rules

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=CHINA)
RULES = Path(__file__).parents[3] / "resources" / "rules" / "compliance.json"


@pytest.fixture(scope="session")
def book():
    """The bundled rules."""
    return read_rules(RULES)
