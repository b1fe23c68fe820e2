"""What an entry of each list looks like, in correct YAML: the remedy where something else stands in its place."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pydantic import BaseModel

from okrctl.language import Bilingual, same

# By name: who reads one kind of file does not import the records of all.
_SHAPES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "Update": same("{kr: O1/KR1, status: on_track}"),
        "Other": Bilingual("{title: Trade fair in Hanover}", "{title: 四月参加汉诺威展会}"),
        "Risk": Bilingual("{risk: The mail provider throttles us}", "{risk: 邮件服务商限流}"),
        "NextStep": Bilingual("{what: Ship the checklist to all}", "{what: 新手清单全量上线}"),
        "Thanks": Bilingual("{to: bob, for: Rebuilt the import}", "{to: bob, for: 周末重写了导入}"),
        "Objective": Bilingual("{id: O1, title: Newcomers stay}", "{id: O1, title: 让新客户留下来}"),
        "KeyResult": Bilingual("{id: KR1, title: Six of ten newcomers stay}", "{id: KR1, title: 十个新客户留下六个}"),
        "Milestone": Bilingual("{id: M1, title: Prototype tested by five}", "{id: M1, title: 原型在五家客户跑通}"),
        "Score": same("{kr: O1/KR1, score: 0.7}"),
    }
)


def shape_of(records: Iterable[type[BaseModel]]) -> Bilingual | None:
    """What one of the records looks like; None for those that are never in a list."""
    return next((_SHAPES[name] for record in records if (name := record.__name__) in _SHAPES), None)
