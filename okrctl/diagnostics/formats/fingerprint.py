"""What makes a finding the same one as in an earlier run."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from okrctl.diagnostics.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """One SHA-256 (hex) per finding, of path, code, message and how many alike came before: no line numbers."""
    seen: Counter[tuple[str, str, str]] = Counter()
    prints: list[str] = []
    for finding in findings:
        identity = (finding.path, finding.code, finding.message)
        text = "\0".join((*identity, str(seen[identity])))
        prints.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
        seen[identity] += 1
    return tuple(prints)
