"""Evidence that is not there.

## What it does

Looks for every file that a note lists under `evidence`, as a path relative to the note's folder. Links are not checked.
A path that leaves the workspace is reported too.

## Why it matters

Evidence is for others. A file that exists only on your computer, or in a folder your colleagues do not have, proves
nothing.

## How to fix

Put the file next to the note, in a folder with your name, and commit it: `evidence: [alice/funnel.png]`. Or write a
link.

---

附件不存在。

## 检查什么

按进展记录所在的文件夹，查找 evidence 里写的每个文件。链接不检查。指向工作区之外的路径也会提示。

## 为什么重要

佐证是给别人看的。只在自己电脑上、或同事没有的文件夹里的文件，什么也证明不了。

## 如何修改

把文件放到进展记录旁、以自己名字命名的文件夹里并提交：evidence: [王芳/漏斗.png]；或者写链接。
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.workspace.files import Files

_NOTE_EN = """\
updates:
  - kr: growth/O1/KR1
    value: 34
    progress: The checklist alone brought 1.9 points.
    evidence: [{evidence}]
"""
_NOTE_ZH = """\
updates:
  - kr: 增长部/O1/KR1
    value: 34
    progress: 新手清单单独带来 1.9 个百分点。
    evidence: [{evidence}]
"""
_FOLDER = "cycles/2026-Q1/notes/2026-W07"


def _english(evidence: str, **attached: str) -> Example:
    attachments = {f"{_FOLDER}/wang/{name}.csv": text for name, text in attached.items()}
    return Example("en", {f"{_FOLDER}/wang.yaml": _NOTE_EN.format(evidence=evidence), **attachments})


def _chinese(evidence: str, **attached: str) -> Example:
    attachments = {f"{_FOLDER}/王芳/{name}.csv": text for name, text in attached.items()}
    return Example("zh", {f"{_FOLDER}/王芳.yaml": _NOTE_ZH.format(evidence=evidence), **attachments})


RULE = Rule(
    "OKR110",
    "missing-attachment",
    Severity.ERROR,
    Bilingual("an attachment that does not exist", "附件不存在"),
    bad=(
        _english("wang/funnel.csv"),
        _english("funnel.csv", funnel="week,share\n6,31\n7,34\n"),
        _chinese("王芳/漏斗.csv"),
        _chinese("漏斗.csv", 漏斗="周,留存率\n6,31\n7,34\n"),
    ),
    good=(
        _english("wang/funnel.csv", funnel="week,share\n6,31\n7,34\n"),
        _english("https://bi.starling.example/r/17"),
        _chinese("王芳/漏斗.csv", 漏斗="周,留存率\n6,31\n7,34\n"),
        _chinese("https://bi.yunfan.example/r/17"),
    ),
)

_IS_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\\)|www\.").match  # a Windows path has a backslash behind its colon
_MISSING = Bilingual('the attachment "{path}" does not exist', "附件“{path}”不存在")
_OUTSIDE = Bilingual('the attachment "{path}" is outside the workspace', "附件“{path}”在工作区之外")
_REMEDY = Bilingual(
    "put the file in {folder}/ and write evidence: [{name}/funnel.png]; or write a link",
    "把文件放到 {folder}/ 并写 evidence: [{name}/漏斗.png]；或者写链接",
)


def check(context: Context) -> Iterator[Diagnostic]:
    """The evidence of every note of ours."""
    workspace = context.workspace
    for key, note in workspace.notes.items():
        path = note.place.document.path
        if path in workspace.included:
            continue
        for name, reports in (("updates", note.value.updates), ("other", note.value.other)):
            for i, report in enumerate(reports):
                for j, written in enumerate(report.evidence):
                    message = _complaint(workspace.files, posixpath.dirname(path), written)
                    if message is not None:
                        remedy = _REMEDY.format(folder=path.removesuffix(".yaml"), name=key.author)
                        place = note.at(name, i, "evidence", j)
                        yield found(RULE, place, message.format(path=written), remedy)


def _complaint(files: Files, folder: str, written: str) -> Bilingual | None:
    if _IS_LINK(written):
        return None
    path = posixpath.normpath(posixpath.join(folder, written))
    if path.startswith(("/", "../")) or path == "..":
        return _OUTSIDE
    # A record holds NFC; a file that came from a Mac may be named in NFD.
    forms = {path, unicodedata.normalize("NFD", path)}
    return None if any(files.exists(form) for form in forms) else _MISSING
