"""What is wrong with a command line, in our words and both languages.

Typer's own sentences are English, and those of a wrong value are Pydantic's. The classes are told apart by name: of
Typer's releases some bring Click along and some depend on it.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual

_NOT_ONE_OF = re.compile(r"(?:Value error, )?'(?P<value>.*)' is not one of (?P<known>.+?)\.?$")
_NO_COMMAND = re.compile(r"No such command '(?P<name>.*?)'\.(?: Did you mean (?P<near>.*)\?)?")
_SEE = Bilingual("see {command} --help", "参见 {command} --help")


def usage_problem(error: Exception) -> OkrctlError:
    """The same complaint as an error of ours: what is wrong, and where to look."""
    tell = _TELLERS.get(type(error).__name__, _anything)
    message, hint = tell(error)
    return OkrctlError(message, hint or _SEE.format(command=_command(error)))


def is_usage_error(error: Exception) -> bool:
    """Whether Typer found fault with the command line."""
    return any(base.__name__ == "ClickException" for base in type(error).__mro__)


def is_help(error: Exception) -> bool:
    """Whether it is only that a command without arguments has shown its help."""
    return type(error).__name__ == "NoArgsIsHelpError"


_Told = tuple[Bilingual, Bilingual | None]


def _no_option(error: Exception) -> _Told:
    message = Bilingual("there is no option {name}", "没有选项 {name}").format(name=getattr(error, "option_name", ""))
    near = ", ".join(sorted(getattr(error, "possibilities", None) or ()))
    return message, Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near) if near else None


def _missing(error: Exception) -> _Told:
    return Bilingual("{name} is missing", "缺少 {name}").format(name=_parameter(error)), None


def _no_value(error: Exception) -> _Told:
    name = getattr(error, "option_name", "") or _parameter(error)
    return Bilingual("{name} needs a value", "{name} 需要一个值").format(name=name), None


def _bad_value(error: Exception) -> _Told:
    said = str(getattr(error, "message", ""))
    shown = {"name": _parameter(error)}
    if found := _NOT_ONE_OF.match(said):
        message = Bilingual('{name}: "{value}" is not one of {known}', "{name}：“{value}”不在可选值中：{known}")
        known = found["known"].replace("'", "")
        listed = Bilingual(known, known.replace(", ", "、"))
        return message.format(**shown, value=found["value"], known=listed), None
    if "integer" in said or "number" in said:
        return Bilingual("{name} takes a whole number", "{name} 的值应是整数").format(**shown), None
    if "greater than" in said or "not in the range" in said:
        return Bilingual("{name}: the number is too small", "{name}：数字太小").format(**shown), None
    return Bilingual("{name}: {said}", "{name}：{said}").format(**shown, said=said.removeprefix("Value error, ")), None


def _anything(error: Exception) -> _Told:
    said = str(getattr(error, "message", error))
    if found := _NO_COMMAND.match(said):
        message = Bilingual('there is no command "{name}"', "没有命令“{name}”").format(name=found["name"])
        near = (found["near"] or "").replace("'", "")
        return message, Bilingual("did you mean {near}?", "是否想写 {near}？").format(near=near) if near else None
    if "unexpected extra argument" in said:
        extra = said.rpartition(" (")[2].removesuffix(")")
        return Bilingual("too many arguments: {extra}", "多余的参数：{extra}").format(extra=extra), None
    return Bilingual("{said}", "{said}").format(said=said), None


_TELLERS: Mapping[str, Callable[[Exception], _Told]] = MappingProxyType(
    {
        "NoSuchOption": _no_option,
        "MissingParameter": _missing,
        "BadOptionUsage": _no_value,
        "BadParameter": _bad_value,
    }
)


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    options = [name for name in getattr(parameter, "opts", ()) if name.startswith("-")]
    if options:
        return str(max(options, key=len))
    return str(getattr(parameter, "metavar", None) or getattr(parameter, "name", "") or "").strip("[]").upper()


def _command(error: Exception) -> str:
    return str(getattr(getattr(error, "ctx", None), "command_path", "") or "okrctl")
