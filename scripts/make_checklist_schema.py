"""Write ``resources/checklist/schema.json`` from the classes that decode a checklist.

Run from the project's folder: ``python -m scripts.make_checklist_schema``.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from cs_desk.exchange.returns.checklist_rows import ChecklistDocument

SCHEMA = Path(__file__).parents[1] / "resources" / "checklist" / "schema.json"


def checklist_schema() -> bytes:
    """Return the JSON Schema of a checklist file."""
    schema = msgspec.json.schema(ChecklistDocument)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    encoded = msgspec.json.encode(schema, order="deterministic")
    return msgspec.json.format(encoded, indent=1) + b"\n"


if __name__ == "__main__":
    SCHEMA.write_bytes(checklist_schema())
