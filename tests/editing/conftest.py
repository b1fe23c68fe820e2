"""Making the schemas takes longer than anything else that a new workspace needs; here they are made once."""

from collections.abc import Iterator

import pytest

from okrctl.editing import scaffold
from okrctl.workspace.json_schema import schema_files


@pytest.fixture(scope="package", autouse=True)
def _schemas_made_once() -> Iterator[None]:
    made = schema_files()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scaffold, "schema_files", lambda: made)
        yield
