"""A new workspace: settings, people, this quarter, one sheet and the schemas; on demand with a small example."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from okrctl.editing.change import Change
from okrctl.editing.cycle_draft import cycle_text
from okrctl.editing.example import example_files, example_org
from okrctl.editing.founding import Beginning, Founding, settle
from okrctl.editing.sheet_draft import Draft, sheet_text
from okrctl.editing.texts import SCHEMA_FOLDER, fill, modeline, new_file
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual
from okrctl.models.calendar import Week
from okrctl.workspace.json_schema import schema_files
from okrctl.workspace.layout import SETTINGS_FILE, Kind, path_of

_ORG_FILE = "org.yaml"
_THERE = Bilingual(
    "{folder} is already a workspace: it has an okrctl.yaml", "{folder} 已经是工作区：里面有 okrctl.yaml"
)
_THERE_HINT = Bilingual(
    "continue with okrctl new okr, or start in another folder: okrctl init DIR",
    "可以用 okrctl new okr 继续，或换一个文件夹：okrctl init 文件夹",
)


def new_workspace(root: Path, beginning: Beginning, today: date) -> tuple[Change, ...]:
    """The files of a workspace at `root` that validates; files that are there stay as they are."""
    if _is_there(root, SETTINGS_FILE):
        raise OkrctlError(_THERE.format(folder=root.resolve().name or root), _THERE_HINT)
    founding = settle(beginning, root, today)
    files = _files(founding, beginning.with_example, with_people=not _has_people(root))
    return tuple(new_file(root, path, text) for path, text in files if not _is_there(root, path))


def _files(founding: Founding, with_example: bool, with_people: bool) -> Iterator[tuple[str, str]]:
    for name, text in schema_files().items():
        yield f"{SCHEMA_FOLDER}/{name}", text
    path = path_of(Kind.CYCLE, cycle=founding.cycle)
    yield path, cycle_text(founding.cycle, founding.dates, modeline(Kind.CYCLE, path), founding.language)
    if with_people:
        # Beside people whom somebody else has written down, goals of ours would belong to nobody.
        yield from _people_and_goals(founding, with_example)
    # Last, because it makes the folder a workspace: after a run that was killed, init can be run again.
    yield SETTINGS_FILE, _settings(founding)


def _people_and_goals(founding: Founding, with_example: bool) -> Iterator[tuple[str, str]]:
    line = modeline(Kind.ORG, _ORG_FILE)
    if with_example:
        yield _ORG_FILE, example_org(founding, line)
    else:
        day = founding.today.isoformat()
        yield _ORG_FILE, fill("org.yaml", founding.language, modeline=line, today=day, **founding.names)
    path = path_of(Kind.OKR, cycle=founding.cycle, owner=founding.team)
    draft = Draft(founding.team, founding.name, founding.cycle, founding.dates, "root.yaml")
    sheet = sheet_text(draft, modeline(Kind.OKR, path), founding.language)
    yield path, sheet
    if with_example:
        yield from example_files(founding, sheet)


def _settings(founding: Founding) -> str:
    return fill(
        "settings.yaml",
        founding.language,
        modeline=modeline(Kind.SETTINGS, SETTINGS_FILE),
        last_week=str(Week.of(date(founding.today.year, 12, 28))),
        **founding.names,
    )


def _has_people(root: Path) -> bool:
    return _is_there(root, _ORG_FILE) or any((root / "org").glob("*.yaml"))


def _is_there(root: Path, path: str) -> bool:
    return (root / path).exists() or (root / path).is_symlink()
