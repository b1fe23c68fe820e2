"""Who begins a workspace, and everything that its first files name, settled."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrctl.editing.names import handle_of
from okrctl.editing.schedule import Schedule, schedule
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, Language
from okrctl.models.calendar import cycle_dates
from okrctl.source.quote import quoted
from okrctl.workspace.cycles import quarter_of

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_TEAM = Bilingual("company", "公司")
_NAME = Bilingual("Company", "公司")
_NO_EMAIL = Bilingual("# email: ann@starling.example", "# email: wangfang@yunfan.example")
_EMAIL_HINT = Bilingual("the one you use in git: okrctl recognises you by it", "与 git 里的邮箱一致，okrctl 靠它认出你")
_NOBODY = Bilingual("okrctl knows neither your name nor your e-mail address", "不知道你的姓名和邮箱")
_NOBODY_HINT = Bilingual(
    'tell git: git config --global user.name "Ann Lee"; '
    'or name yourself: okrctl init --person "Ann Lee" --email ann@starling.example',
    "请先告诉 git：git config --global user.name 王芳；"
    "或直接写明：okrctl init --person 王芳 --email wangfang@yunfan.example",
)
_NOT_AN_EMAIL = Bilingual('"{email}" is not an e-mail address', "“{email}”不是邮箱地址")
_NOT_AN_EMAIL_HINT = Bilingual(
    "write it like this: --email ann@starling.example", "写法如 --email wangfang@yunfan.example"
)


class Beginning(NamedTuple):
    """What `init` is told: who sets it up, in which language, the workspace's name (default: the folder's)."""

    person: str
    email: str | None = None
    name: str | None = None
    language: Language = "en"
    with_example: bool = False


class Founding(NamedTuple):
    """What the first files name: the company and its root team, the person, this quarter; `email` is a YAML line."""

    language: Language
    today: date
    name: str
    team: str
    handle: str
    person: str
    email: str
    cycle: str
    dates: Schedule

    @property
    def names(self) -> dict[str, str]:
        """The names as YAML, for templates in which they stand outside of brackets."""
        return {
            "name": quoted(self.name),
            "team": quoted(self.team),
            "handle": quoted(self.handle),
            "person": quoted(self.person),
            "email": self.email,
        }


def settle(beginning: Beginning, root: Path, today: date) -> Founding:
    """Settle the names; OkrctlError where nothing is known of the person."""
    language = beginning.language
    email = (beginning.email or "").strip()
    person = " ".join(beginning.person.split()) or email.split("@")[0]
    if email and not _EMAIL.fullmatch(email):
        raise OkrctlError(_NOT_AN_EMAIL.format(email=email), _NOT_AN_EMAIL_HINT)
    if not person:
        raise OkrctlError(_NOBODY, _NOBODY_HINT)
    quarter = quarter_of(today)
    dates = cycle_dates(quarter)
    if dates is None:
        raise OkrctlError(*_no_such_year(today))
    team = _TEAM.say(language)
    return Founding(
        language=language,
        today=today,
        name=(beginning.name or "").strip() or root.resolve().name or _NAME.say(language),
        team=team,
        handle=handle_of(person, email, frozenset((team,))),
        person=person,
        email=_email_line(email, language),
        cycle=quarter,
        dates=schedule(*dates, today),
    )


def _email_line(email: str, language: Language) -> str:
    known = f"email: {quoted(email)}" if email else _NO_EMAIL.say(language)
    return f"{known}    # {_EMAIL_HINT.say(language)}"


def _no_such_year(today: date) -> tuple[Bilingual, Bilingual]:
    message = Bilingual("a workspace cannot begin on {today}", "无法从 {today} 开始建立工作区")
    hint = Bilingual("give a day between 1900 and 2999: --today", "请用 --today 给出 1900 到 2999 年之间的日期")
    return message.format(today=today), hint
