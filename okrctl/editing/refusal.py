"""Why a file was not written, in words, with what to do about it."""

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed, same

_NOTHING = Bilingual("{reason}; nothing was written", "{reason}；未写入任何内容")
_SOME = Bilingual("{reason}; written: {done}; not written: {rest}", "{reason}；已写入：{done}；未写入：{rest}")


class RefusedError(Exception):
    """One file cannot be written; becomes an OkrctlError once it is known what else was."""

    def __init__(self, reason: "Reason") -> None:
        super().__init__(reason.message.en)
        self.reason = reason

    def as_error(self, name: str, done: list[str], rest: list[str]) -> OkrctlError:
        """The error that ends the program: the reason, `name` being the file; what was written, and what was not."""
        reason, hint = self.reason.message.format(path=name), self.reason.hint
        if not done:
            return OkrctlError(_NOTHING.format(reason=reason), hint)
        lists = {"done": listed(done), "rest": listed(rest)}
        return OkrctlError(_SOME.format(reason=reason, **lists), hint)


class Reason(NamedTuple):
    """A reason for which a file is left alone, and the remedy."""

    message: Bilingual
    hint: Bilingual

    def refused(self) -> RefusedError:
        """The refusal for this reason."""
        return RefusedError(self)


EXISTS = Reason(
    Bilingual("{path} already exists, and okrctl does not overwrite files", "{path} 已经存在，okrctl 不会覆盖它"),
    Bilingual("edit it, or rename it first and run the command again", "请直接编辑它；或先改名，再重新运行命令"),
)
CHANGED = Reason(
    Bilingual("{path} was changed by somebody else in the meantime", "{path} 在此期间被别人改过"),
    Bilingual("save your work in the editor and run the command again", "请先保存编辑器里的内容，再重新运行命令"),
)
GONE = Reason(
    Bilingual("{path} was deleted or renamed in the meantime", "{path} 在此期间被删除或改名"),
    Bilingual("run the command again if it is still needed", "如果仍然需要，请重新运行命令"),
)
OUTSIDE = Reason(
    Bilingual("{path} leads out of the workspace through a symbolic link", "{path} 经符号链接指向工作区之外"),
    Bilingual("put a real file or folder in place of the link", "请把链接换成真正的文件或文件夹"),
)
READ_ONLY = Reason(
    Bilingual("{path} is write-protected", "{path} 是只读文件"),
    Bilingual("remove the protection if you may: chmod u+w", "若你有权修改，请先取消只读：chmod u+w"),
)
_DENIED = Reason(
    Bilingual("no permission to write {path}", "没有权限写入 {path}"),
    Bilingual(
        "ask for write access to the folder, or work in your own copy", "请获取该文件夹的写权限，或改用自己的副本"
    ),
)
_FULL = Reason(
    Bilingual("the disk or your quota is full: there is no room for {path}", "磁盘或配额已满，{path} 写不下"),
    Bilingual("free some space and run the command again", "请腾出空间后重新运行命令"),
)
_IN_THE_WAY = Reason(
    Bilingual(
        "{path} cannot be a file: a folder or file of that name is in the way",
        "无法写入 {path}：已有同名的文件夹或文件",
    ),
    Bilingual("rename what is in the way", "请先给它改名"),
)
_TOO_LONG = Reason(
    Bilingual("the name {path} is too long for this disk", "{path} 的名字太长，磁盘不支持"),
    Bilingual("choose a shorter name", "请换一个短一些的名字"),
)
_BY_NUMBER: Mapping[int, Reason] = MappingProxyType(
    {
        errno.EACCES: _DENIED,
        errno.EPERM: _DENIED,
        errno.EROFS: _DENIED,
        errno.ENOSPC: _FULL,
        errno.EDQUOT: _FULL,
        errno.EFBIG: _FULL,
        errno.EEXIST: _IN_THE_WAY,
        errno.EISDIR: _IN_THE_WAY,
        errno.ENOTDIR: _IN_THE_WAY,
        errno.ENAMETOOLONG: _TOO_LONG,
    }
)


def of_system(error: OSError) -> RefusedError:
    """What the operating system refused, in the user's language where it is one of the usual things."""
    known = _BY_NUMBER.get(error.errno or 0)
    if known is not None:
        return known.refused()
    said = same(error.strerror or type(error).__name__)
    message = Bilingual("{{path}} could not be written: {said}", "无法写入 {{path}}：{said}").format(said=said)
    hint = Bilingual("check the disk and the folder, and run the command again", "请检查磁盘和文件夹，再重新运行命令")
    return Reason(message, hint).refused()
