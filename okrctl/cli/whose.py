"""Whose report, whose sheet: the person behind git's `user.email`, or a clear word on how to say it."""

from okrctl.cli.session import Session
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed
from okrctl.workspace import chart
from okrctl.workspace.index import Workspace

_HINT = Bilingual("name the team or person: okrctl {verb} {example}", "请写明团队或人：okrctl {verb} {example}")
_HINT_NOBODY = Bilingual(
    "nobody is in org.yaml yet: `okrctl init` in a new folder shows one that works",
    "org.yaml 里还没有人：在新文件夹里运行 okrctl init，可以看到一份能用的",
)
_ALSO = Bilingual(
    "{team}, the team you lead; of {others}, too: okrctl {verb} {one}",
    "你负责的团队：{team}；你还负责 {others}：okrctl {verb} {one}",
)
_HINT_PERSON = Bilingual("name the person: okrctl {verb} {example}", "请写明是谁：okrctl {verb} {example}")
_HINT_OPTION = Bilingual(
    "name the person: okrctl {verb} … --person {example}", "请写明是谁：okrctl {verb} … --person {example}"
)
_HINT_GOAL = Bilingual("write the whole address: okrctl {verb} {example}", "请写完整的地址：okrctl {verb} {example}")


def team_led_by_me(session: Session, workspace: Workspace, verb: str) -> str:
    """The highest team that the person at the keyboard leads."""
    person = myself(session, workspace, verb)
    led = chart.teams_led_by(workspace, person)
    if led:
        if len(led) > 1:
            session.remark(_ALSO.format(team=workspace.name_of(led[0]), others=listed(led[1:]), verb=verb, one=led[1]))
        return led[0]
    message = Bilingual("{name} leads no team", "{name} 不是任何团队的负责人").format(name=workspace.name_of(person))
    raise OkrctlError(message, _hint(workspace, verb))


def myself(session: Session, workspace: Workspace, verb: str) -> str:
    """The person at the keyboard, by the e-mail that git knows."""
    from okrctl.history.repository import user_email  # GitPython costs more than all else that a report needs

    email = user_email(session.options.folder.absolute())
    if email is None:
        raise OkrctlError(Bilingual("git does not know your e-mail", "git 里没有设置你的邮箱"), _hint(workspace, verb))
    for handle, person in workspace.people.items():
        if email in (address.casefold() for address in person.value.emails):
            return handle
    message = Bilingual("{email} is nobody's e-mail in org.yaml", "org.yaml 里没有人使用邮箱 {email}")
    raise OkrctlError(message.format(email=email), _hint(workspace, verb))


def _hint(workspace: Workspace, verb: str) -> Bilingual:
    if not workspace.teams and not workspace.people:
        return _HINT_NOBODY
    root, person = chart.root_team(workspace) or "company", next(iter(workspace.people), "alice")
    if verb == "explain":
        return _HINT_GOAL.format(verb=verb, example=f"{root}/O1/KR1")
    if verb in ("checkin", "todo done", "todo add"):
        return _HINT_OPTION.format(verb=verb, example=person)
    if verb == "new note":
        return _HINT_PERSON.format(verb=verb, example=person)
    return _HINT.format(verb=verb, example=root)
