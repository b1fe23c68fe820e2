"""Every rule, in order of its code, listed by hand."""

from types import ModuleType

from okrctl.rules.context import Entry
from okrctl.rules.structure import (
    alignment_loop,
    too_few_goals,
    too_many_goals,
    unaligned,
    weights_not_100,
)

_MODULES: tuple[ModuleType, ...] = (weights_not_100, too_many_goals, too_few_goals, unaligned, alignment_loop)

REGISTRY: tuple[Entry, ...] = tuple(
    Entry(module.RULE, getattr(module, "check", None), module.__doc__ or "") for module in _MODULES
)
