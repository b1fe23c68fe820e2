"""Every rule, in order of its code, listed by hand."""

from types import ModuleType

from okrctl.rules.context import Entry

_MODULES: tuple[ModuleType, ...] = ()

REGISTRY: tuple[Entry, ...] = tuple(
    Entry(module.RULE, getattr(module, "check", None), module.__doc__ or "") for module in _MODULES
)
