"""Why moves of goals are not known, or not all: sentences for people."""

from datetime import date

from okrctl.history.plumbing import Answer
from okrctl.language import Bilingual, day_words

NO_GIT = Bilingual(
    "git could not be run on this machine, so only what the sheets say themselves is shown",
    "这台机器上无法运行 git，这里只列出 OKR 文件中自己写明的变更",
)
NO_REPOSITORY = Bilingual(
    "this folder is not in a git repository, so only what the sheets say themselves is shown; "
    "history begins with git init and a first commit",
    "当前文件夹不在 git 仓库中，这里只列出 OKR 文件中自己写明的变更；执行 git init 并提交后才会有历史记录",
)
NO_COMMIT = Bilingual(
    "no sheet of this cycle has been committed to git yet, so only what the sheets say themselves is shown",
    "本周期的 OKR 文件还没有提交到 git，这里只列出文件中自己写明的变更",
)
NOT_OURS = Bilingual(
    "the git repository belongs to somebody else, so only what the sheets say themselves is shown; "
    "if you trust it: git config --global --add safe.directory {folder}",
    "这个 git 仓库属于其他用户，这里只列出 OKR 文件中自己写明的变更；"
    "如果信任它，请执行 git config --global --add safe.directory {folder}",
)
UNREADABLE = Bilingual(
    "the git history could not be read ({error}), so only what the sheets say themselves is shown",
    "无法读取 git 历史（{error}），这里只列出 OKR 文件中自己写明的变更",
)
INCOMPLETE = Bilingual(
    "some earlier versions of the sheets are not in this clone, so moves may be missing; "
    "fetch them: git fetch --refetch --no-filter",
    "当前克隆缺少 OKR 文件的部分历史版本，可能漏掉一些变更；可执行 git fetch --refetch --no-filter 补全",
)
SHALLOW = Bilingual(
    "this is a shallow clone: its history begins on {day}, after the freeze on {frozen}, so earlier moves are missing; "
    "fetch the rest: git fetch --unshallow",
    "当前是浅克隆，历史从 {day}开始，晚于 {frozen}的目标定稿日，之前的变更看不到；可执行 git fetch --unshallow 补全",
)
LATE = Bilingual(
    "the first sheets were committed on {day}, after the freeze on {frozen}: that version stands for the goals "
    "as they were frozen",
    "OKR 文件最早在 {day}提交，晚于 {frozen}的目标定稿日，以首次提交的版本作为定稿时的目标",
)
_REFROZEN = Bilingual(
    "the freeze was moved from {before} to {after} on {day} by {who}, after it had passed: "
    "changes since {before} are shown all the same",
    "目标定稿日生效后又从 {before}改为 {after}（{who}，{day}），这里仍列出 {before}起的变更",
)
_REFROZEN_UNCOMMITTED = Bilingual(
    "the freeze was moved from {before} to {after} after it had passed (not committed yet): "
    "changes since {before} are shown all the same",
    "目标定稿日生效后又从 {before}改为 {after}（尚未提交），这里仍列出 {before}起的变更",
)
_DATED = Bilingual("{day} {year}", "{year} 年 {day}")
_ELSEWHERE = Bilingual("{folder}: {gap}", "{folder}：{gap}")


def gap_of(answer: Answer, folder: str) -> Bilingual:
    """Why git did not answer."""
    if answer.no_git:
        return NO_GIT
    if "dubious ownership" in answer.error or "unsafe repository" in answer.error:
        return NOT_OURS.format(folder=folder)
    if "not a git repository" in answer.error or "not a work tree" in answer.error or "bare repository" in answer.error:
        return NO_REPOSITORY
    return UNREADABLE.format(error=answer.error)


def beginning(day: date, frozen: date, shallow: bool) -> Bilingual:
    """History that begins after the freeze."""
    begins, froze = _days(day, frozen)
    return (SHALLOW if shallow else LATE).format(day=begins, frozen=froze)


def refrozen(before: date, after: date, on: date | None, who: str) -> Bilingual:
    """The freeze that was moved to a later day when it had come already; `on` None: not committed yet."""
    if on is None:
        first, second = _days(before, after)
        return _REFROZEN_UNCOMMITTED.format(before=first, after=second)
    first, second, day = _days(before, after, on)
    return _REFROZEN.format(before=first, after=second, day=day, who=who)


def elsewhere(folder: str, gap: Bilingual) -> Bilingual:
    """The gap of an included workspace."""
    return _ELSEWHERE.format(folder=folder, gap=gap)


def _days(*days: date) -> tuple[Bilingual, ...]:
    """Days as people say them, with their years where these differ."""
    if len({day.year for day in days}) == 1:
        return tuple(map(day_words, days))
    return tuple(_DATED.format(day=day_words(day), year=day.year) for day in days)
