"""What a check returns: one mistake, by name and place, in both languages."""

from typing import NamedTuple

from okrctl.diagnostics.rule import Rule, Severity
from okrctl.language import Bilingual
from okrctl.source.place import Place


class Related(NamedTuple):
    """Another place that belongs to the finding ("first defined here")."""

    place: Place
    message: Bilingual


class Diagnostic(NamedTuple):
    """One mistake: the message names the value found; the remedy says what to write and never quotes a value."""

    code: str
    severity: Severity
    place: Place
    message: Bilingual
    remedy: Bilingual
    related: tuple[Related, ...] = ()

    def at_severity(self, severity: Severity) -> "Diagnostic":
        """The same mistake, taken more or less seriously."""
        return self._replace(severity=severity)


def found(rule: Rule, place: Place, message: Bilingual, remedy: Bilingual, *related: Related) -> Diagnostic:
    """A mistake of `rule` at `place`, as severe as the rule says."""
    return Diagnostic(rule.code, rule.severity, place, message, remedy, related)
