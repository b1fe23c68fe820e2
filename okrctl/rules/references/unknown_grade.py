"""A dimension, grade or relation that the review scheme does not have.

## What it does

Compares forms, the calibration log and the scheme's own `overall` and `guidance` with the dimensions and the scale of
the period's scheme.yaml. `unknown` is allowed as a grade in every form: it means that the reviewer cannot judge. The
relation of an invited reviewer must be one that okrctl knows.

## Why it matters

A grade outside the scale counts nowhere: the mean is based on fewer reviews than everybody thinks.

## How to fix

Copy grades and dimensions from scheme.yaml, in the same case.

---

评估方案里没有的维度、档位或关系。

## 检查什么

把评估表、校准记录以及方案自己的 overall 和 guidance，与该评估周期 scheme.yaml 里的评估维度和评分档位对照。
任何评估表都可以填 unknown，表示不了解。邀请的 360°评估人的关系必须是 okrctl 认识的。

## 为什么重要

方案之外的档位不会计入任何地方：均分依据的评估份数比大家以为的少。

## 如何修改

照抄 scheme.yaml 里的维度和档位，大小写也要一致。
"""

from collections.abc import Iterator
from typing import cast

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity
from okrctl.language import Bilingual, listed
from okrctl.models.form import CalibrationLog, Form
from okrctl.models.review import Scheme
from okrctl.rules.context import Context
from okrctl.source.place import Place
from okrctl.workspace.index import OtherFile
from okrctl.workspace.layout import Kind

_SCHEME_EN = """\
start: 2026-01-01
end: 2026-06-30
scale: [{grade: C}, {grade: B}, {grade: A}]
dimensions: [{id: performance, name: Performance, weight: 100}]
"""
_FORM_EN = """\
ratings:
  {dimension}: {{grade: {grade}, well: "Took retention from 31 % to 34 % with one list", improve: "Share it earlier"}}
"""
_SCHEME_ZH = """\
start: 2026-01-01
end: 2026-06-30
scale: [{grade: 待改进}, {grade: 符合预期}, {grade: 超出预期}]
dimensions: [{id: 业绩, weight: 100}]
"""
_FORM_ZH = """\
ratings:
  {dimension}: {{grade: {grade}, well: 用一份清单把留存率从 31% 提到 34%, improve: 下次当天就把方法分享给其他团队}}
"""


def _english(dimension: str, grade: str) -> Example:
    form = _FORM_EN.format(dimension=dimension, grade=grade)
    return Example("en", {"reviews/2026-H1/scheme.yaml": _SCHEME_EN, "reviews/2026-H1/forms/alice/wang.yaml": form})


def _chinese(dimension: str, grade: str) -> Example:
    form = _FORM_ZH.format(dimension=dimension, grade=grade)
    return Example("zh", {"reviews/2026-H1/scheme.yaml": _SCHEME_ZH, "reviews/2026-H1/forms/李强/王芳.yaml": form})


RULE = Rule(
    "OKR112",
    "unknown-grade",
    Severity.ERROR,
    Bilingual("a dimension, grade or relation the scheme does not have", "评估方案里没有的维度、档位或关系"),
    bad=(
        _english("performance", "E"),
        _english("output", "B"),
        _chinese("业绩", "E"),
        _chinese("产出", "符合预期"),
    ),
    good=(
        _english("performance", "B"),
        _english("performance", "unknown"),
        _chinese("业绩", "符合预期"),
        _chinese("业绩", "unknown"),
    ),
)

_GRADE = Bilingual('the scheme has no grade "{name}"', "评估方案里没有档位“{name}”")
_DIMENSION = Bilingual('the scheme has no dimension "{name}"', "评估方案里没有维度“{name}”")
_OVERALL = Bilingual(
    '"{name}" is neither manager, weighted or none, nor a dimension',
    "“{name}”既不是 manager、weighted、none，也不是维度",
)
_REMEDY_GRADE = Bilingual(
    "write a grade from the scheme's scale: {known}; unknown is also allowed in a form",
    "写方案里的档位：{known}；评估表里还可写 unknown",
)
_REMEDY_DIMENSION = Bilingual("write the id of a dimension: {known}", "写评估维度的 id：{known}")
_OVERALLS = ("manager", "weighted", "none")
_UNKNOWN = "unknown"


def check(context: Context) -> Iterator[Diagnostic]:
    """Every file of a period whose scheme could be read."""
    schemes = {file.identity["period"]: file for file in context.workspace.others_of(Kind.SCHEME)}
    for file in schemes.values():
        yield from _in_scheme(cast(Scheme, file.record), file.place)
    for file in context.workspace.others:
        scheme = schemes.get(file.identity.names.get("period", ""))
        if scheme is not None:
            yield from _in_file(cast(Scheme, scheme.record), file)


def _in_scheme(scheme: Scheme, place: Place) -> Iterator[Diagnostic]:
    dimensions = _dimensions(scheme)
    if scheme.overall not in _OVERALLS and scheme.overall not in dimensions:
        remedy = _REMEDY_DIMENSION.format(known=listed((*_OVERALLS, *dimensions)))
        yield found(RULE, place.at("overall"), _OVERALL.format(name=scheme.overall), remedy)
    for grade in scheme.guidance:
        yield from _grade(scheme, grade, place.at("guidance", grade).key())


def _in_file(scheme: Scheme, file: OtherFile) -> Iterator[Diagnostic]:
    if file.identity.kind is Kind.FORM:
        form = cast(Form, file.record)
        for dimension, rating in form.ratings.items():
            place = file.place.at("ratings", dimension)
            yield from _dimension(scheme, dimension, place.key())
            if rating.grade != _UNKNOWN:
                yield from _grade(scheme, rating.grade, place.at("grade"))
        yield from _grade(scheme, form.grade, file.place.at("grade"))
    elif file.identity.kind is Kind.CALIBRATION:
        for number, decision in enumerate(cast(CalibrationLog, file.record).decisions):
            place = file.place.at("decisions", number)
            yield from _dimension(scheme, decision.dimension, place.at("dimension"))
            for name, grade in (("from", decision.from_), ("to", decision.to), ("keep", decision.keep)):
                yield from _grade(scheme, grade, place.at(name))


def _dimension(scheme: Scheme, written: str | None, place: Place) -> Iterator[Diagnostic]:
    known = _dimensions(scheme)
    if written is not None and written not in known:
        remedy = _REMEDY_DIMENSION.format(known=listed(known))
        yield found(RULE, place, _DIMENSION.format(name=written), remedy)


def _grade(scheme: Scheme, written: str | None, place: Place) -> Iterator[Diagnostic]:
    known = [grade.grade for grade in scheme.scale]
    if written is not None and written not in known:
        yield found(RULE, place, _GRADE.format(name=written), _REMEDY_GRADE.format(known=listed(known)))


def _dimensions(scheme: Scheme) -> tuple[str, ...]:
    return tuple(dimension.id for dimension in scheme.dimensions)
