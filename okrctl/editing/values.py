"""Figures and words as people type them, checked against the goal they are about; one clear sentence on a mistake."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from okrctl.editing.targets import Target
from okrctl.errors import OkrctlError
from okrctl.language import Bilingual, listed
from okrctl.models.base import LARGEST, composed, read_text
from okrctl.models.note import Status
from okrctl.progress.show import status_words
from okrctl.workspace.schema import closest

Figure = Literal["value", "percent", "reached"]
"""How the progress of a goal is said."""

STATUSES: tuple[Status, ...] = get_args(Status)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_UNDECODED = re.compile("[\ud800-\udfff]").search  # what Python makes of bytes that it cannot decode
_NEAR = Bilingual("did you mean {near}?", "是否想写 {near}？")
_NOT_A_NUMBER = Bilingual('"{written}" is not a number', "“{written}”不是数字")
_DIGITS = Bilingual("write digits only, such as 34.5", "只写数字，例如 34.5")
_TOO_LARGE = Bilingual("{written} is out of range", "{written} 超出范围")
_PERCENT_OF_WAY = Bilingual(
    "{address} is measured in {unit}, so {written} cannot be its value",
    "{address} 的单位是{unit}，当前值不能写 {written}",
)
_PLAIN_NUMBER = Bilingual("plain numbers", "纯数字")
_VALUE_ITSELF = Bilingual("write the value itself, such as {example}", "请写当前值本身，例如 {example}")
_NO_PERCENT = Bilingual("{written} is below 0 %", "{written} 小于 0%")
_NO_CONFIDENCE = Bilingual("confidence goes from 0 to 10, not {written}", "信心指数是 0 到 10，不能写 {written}")
_CONFIDENCE_HINT = Bilingual("7 stands for seven chances in ten to reach it", "例如 7 表示有七成把握达成")
_NO_STATUS = Bilingual('"{written}" is no status', "没有“{written}”这个状态")
_STATUSES_ARE = Bilingual("write one of: {all}", "可以写：{all}")
_NO_MILESTONE = Bilingual('{address} has no milestone "{written}"', "{address} 没有里程碑 {written}")
_MILESTONES_ARE = Bilingual("they are: {all}", "共有：{all}")
_NOT_TEXT = Bilingual("the text holds bytes that are no UTF-8", "文字里有不是 UTF-8 的字节")
_NOT_TEXT_HINT = Bilingual("type it again; the terminal must be set to UTF-8", "请重新输入，终端的编码要设为 UTF-8")
_BLANK = Bilingual("the text is empty", "文字是空的")
_BLANK_HINT = Bilingual("write a few words, in quotes", "请写几个字，并加上引号")
_TAKES: Mapping[Figure | None, tuple[Bilingual, Bilingual]] = MappingProxyType(
    {
        "value": (
            Bilingual("{address} is reported by its value", "{address} 要填当前值"),
            Bilingual("write --value, such as --value {example}", "请用 --value，例如 --value {example}"),
        ),
        "percent": (
            Bilingual("{address} has no metric and is reported in percent", "{address} 没有量化指标，要填百分比"),
            Bilingual("write how far it is: --percent 65", "请写完成了百分之几：--percent 65"),
        ),
        "reached": (
            Bilingual("{address} is reported by its milestones", "{address} 按里程碑更新"),
            Bilingual("say which one is reached: --reached {example}", "请写达到了哪一个：--reached {example}"),
        ),
        None: (
            Bilingual(
                "{address} takes no figure: it adds up from what aligns to it", "{address} 由下级自动级联，不用填数值"
            ),
            Bilingual("report status, confidence and words only", "只更新状态、信心指数和文字即可"),
        ),
    }
)
_OBJECTIVE = (
    Bilingual("{address} is an objective; figures belong to its key results", "{address} 是目标，数值要填在关键结果上"),
    Bilingual("name a key result: {address}/{example}", "请写关键结果：{address}/{example}"),
)


def figure_of(target: Target) -> Figure | None:
    """How the progress of a goal is said; None where it adds up by itself."""
    if target.record is None or target.record.cascade is not None:
        return None
    if target.record.kind in ("metric", "keep"):
        return "value"
    return "reached" if target.record.kind == "milestones" else "percent"


def refuse_other_figure(target: Target, given: Figure) -> None:
    """OkrctlError where a goal takes another figure than the one given, or none."""
    takes = figure_of(target)
    if given == takes:
        return
    message, hint = _OBJECTIVE if target.record is None else _TAKES[takes]
    raise OkrctlError(
        message.format(address=target.address), hint.format(address=target.address, example=_example(target))
    )


def read_value(written: str, target: Target) -> float:
    """The value of a metric or of what is kept in a band; its own unit may stand behind it: `34.5`, `34.5%`."""
    text, unit = _clean(written), _unit(target)
    if unit and text.endswith(_clean(unit)):
        text = text.removesuffix(_clean(unit)).rstrip()
    elif text.endswith("%"):
        shown = {"address": target.address, "unit": unit or _PLAIN_NUMBER, "written": written}
        raise OkrctlError(_PERCENT_OF_WAY.format(**shown), _VALUE_ITSELF.format(example=_example(target)))
    return _number(text, written)


def read_percent(written: str) -> float:
    """How far a plain key result is, in percent; above 100 where it went further: `65`, `65%`."""
    number = _number(_clean(written).removesuffix("%").rstrip(), written)
    if number < 0:
        raise OkrctlError(_NO_PERCENT.format(written=written), _DIGITS)
    return number


def read_confidence(written: str) -> float:
    """A confidence, 0 to 10."""
    number = _number(_clean(written), written)
    if not 0 <= number <= 10:
        raise OkrctlError(_NO_CONFIDENCE.format(written=written), _CONFIDENCE_HINT)
    return number


def read_status(written: str) -> Status:
    """A status by its key or its words in either language: `at_risk`, `at risk`, `有风险`."""
    text = _clean(written).lower().replace("-", " ").replace("_", " ")
    named: dict[str, Status] = {}
    for status in STATUSES:
        words = status_words(status)
        named |= {status.replace("_", " "): status, words.en: status, words.zh: status}
    if text in named:
        return named[text]
    near = closest(text, named)
    english = listed(STATUSES)
    all_ = Bilingual(english.en, listed(status_words(status).zh for status in STATUSES).zh)
    raise OkrctlError(
        _NO_STATUS.format(written=written), _NEAR.format(near=named[near]) if near else _STATUSES_ARE.format(all=all_)
    )


def read_milestone(written: str, target: Target) -> str:
    """The id of a milestone of a key result; upper or lower case."""
    ids = [one.id for one in target.record.milestones] if target.record else []
    text = composed(written.strip())
    for one in ids:
        if text in (one, one.lower()):
            return one
    raise OkrctlError(
        _NO_MILESTONE.format(address=target.address, written=written), _MILESTONES_ARE.format(all=listed(ids))
    )


def read_words(written: str) -> str:
    """Text for people, without white space around it; OkrctlError where nothing is left or it is no text."""
    if _UNDECODED(written):
        raise OkrctlError(_NOT_TEXT, _NOT_TEXT_HINT)
    try:
        return read_text(written.strip())
    except ValueError as error:
        raise OkrctlError(_BLANK, _BLANK_HINT) from error


def _number(text: str, written: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise OkrctlError(_NOT_A_NUMBER.format(written=written), _DIGITS)
    number = float(text)
    if abs(number) > LARGEST:
        raise OkrctlError(_TOO_LARGE.format(written=written), _DIGITS)
    return int(text) if text.lstrip("+-").isdigit() else number


def _clean(text: str) -> str:
    """Without spaces around it, and with the digits and signs of a Chinese keyboard as plain ones."""
    return unicodedata.normalize("NFKC", text).strip().replace("\u2212", "-")


def _unit(target: Target) -> str | None:
    measure = (target.record.metric or target.record.keep) if target.record else None
    return measure.unit if measure else None


def _example(target: Target) -> str:
    """What could be written: a value, the first milestone, a key result of an objective."""
    record = target.record
    if record is None:
        return next((one.id for one in target.goal.objective.key_results), "KR1")
    if record.milestones:
        return record.milestones[0].id
    bounds = (record.metric.target,) if record.metric else (record.keep.min, record.keep.max) if record.keep else ()
    return next((format(bound, ".15g") for bound in bounds if bound is not None), "34.5")
