"""The JSON Schemas as files."""

import json
from pathlib import Path

from okrctl.editing.change import Change
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed
from okrctl.workspace.json_schema import schema_files
from okrctl.workspace.layout import Kind
from okrctl.workspace.schema import closest


def schema_changes(folder: Path) -> tuple[Change, ...]:
    """One file a kind in `folder`; a file that is already as it should be is no change."""
    return tuple(_change(folder / name, text) for name, text in schema_files().items())


def schema_text(kind: str) -> str:
    """The schema of one kind of file."""
    name = f"{kind}.schema.json"
    files = schema_files()
    if name not in files:
        near = closest(kind, [str(one) for one in Kind])
        raise OkrctlError(
            Bilingual('there is no kind of file called "{kind}"', "没有名为“{kind}”的文件类型").format(kind=kind),
            Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near)
            if near
            else Bilingual("the kinds are: {known}", "可选：{known}").format(known=listed(Kind)),
        )
    return files[name]


def schemas_text() -> str:
    """All schemas as one JSON object, by kind."""
    by_kind = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schema_files().items()}
    return json.dumps({"version": 1, "schemas": by_kind}, ensure_ascii=False, indent=2) + "\n"


def _change(path: Path, text: str) -> Change:
    return Change(path, path.read_bytes() if path.is_file() else None, text.encode("utf-8"))
