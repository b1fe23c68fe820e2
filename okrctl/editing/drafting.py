"""What every new file of a workspace needs to be told, and the refusals that all of them share."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrctl.editing import refusal
from okrctl.editing.change import Change
from okrctl.editing.texts import modeline, new_file, schema_folder
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, Language, same
from okrctl.workspace.index import Cycle, Workspace
from okrctl.workspace.layout import Kind
from okrctl.workspace.schema import closest

_NEAR = Bilingual("did you mean {near}?", "是否想写 {near}？")


class Drafting(NamedTuple):
    """The workspace as it was read, its folder, the language of the comments, and the day."""

    workspace: Workspace
    root: Path
    language: Language
    today: date

    def modeline(self, kind: Kind, path: str) -> str:
        """The line that names the schema of the file at `path`; empty where the workspace has none."""
        return modeline(kind, path, schema_folder(self.workspace))

    def new(self, path: str, text: str) -> tuple[Change, ...]:
        """The change that makes the file; OkrctlError where there is one already."""
        self.refuse_if_there(path)
        return (new_file(self.root, path, text),)

    def refuse_if_there(self, path: str) -> None:
        """OkrctlError where a file of that path is there already."""
        target = self.root / path
        if target.exists() or target.is_symlink():
            raise refusal.EXISTS.refused().as_error(path, [], [path])

    def cycle(self, cycle_id: str) -> Cycle:
        """The cycle of that id; OkrctlError with the nearest one, or how to make it."""
        if cycle_id in self.workspace.cycles:
            return self.workspace.cycles[cycle_id]
        make = Bilingual("create it first: okrctl new cycle {cycle}", "请先新建：okrctl new cycle {cycle}")
        raise OkrctlError(
            Bilingual('there is no cycle "{cycle}"', "没有周期“{cycle}”").format(cycle=cycle_id),
            make.format(cycle=cycle_id),
        )


def nearest(word: str, known: object, otherwise: Bilingual) -> Bilingual:
    """The hint for an unknown word: the known one that was probably meant, else `otherwise`."""
    near = closest(word, known)
    return otherwise if near is None else _NEAR.format(near=same(near))
