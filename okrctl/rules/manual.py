"""The manual of a rule: the docstring of its module, English first, then a line `---`, then Chinese."""

from okrctl.diagnostics.rule import Example
from okrctl.language import Bilingual, Language
from okrctl.rules.context import Entry

SEPARATOR = "\n---\n"
_TITLE = Bilingual("# {code} {name} ({severity})", "# {code}（{severity}）")
_BAD = Bilingual("Bad", "不好的写法")
_GOOD = Bilingual("Good", "好的写法")
_IGNORE = Bilingual(
    "To keep a finding, say why: # okrctl: ignore[{code}] the reason",
    "若要保留，请写明原因：# okrctl: ignore[{code}] 原因",
)


def manual(entry: Entry, language: Language) -> str:
    """The whole manual as Markdown: what, why, bad, good, how to fix."""
    text = Bilingual(*(part.strip() for part in entry.manual.split(SEPARATOR))).say(language)
    rule = entry.rule
    title = _TITLE.format(code=rule.code, name=rule.name, severity=rule.severity.words)
    bad = _shown(rule.bad, language)
    good = _shown(rule.good, language)
    examples = f"## {_BAD.say(language)}\n\n{bad}\n\n## {_GOOD.say(language)}\n\n{good}" if bad and good else ""
    parts = [title.say(language), text, examples, _IGNORE.format(code=rule.code).say(language)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _shown(examples: tuple[Example, ...], language: Language) -> str:
    fitting = next((example for example in examples if example.language == language), None)
    if fitting is None:
        return ""
    files = [f"```yaml\n# {path}\n{_visible(text)}\n```" for path, text in fitting.files.items()]
    links = [f"```yaml\n# {path} → {target}\n```" for path, target in fitting.links.items()]
    return "\n\n".join((*files, *links))


def _visible(text: str) -> str:
    """Control characters as their pictures: a terminal obeys the real ones."""
    return "".join(chr(0x2400 + ord(one)) if one < " " and one != "\n" else one for one in text.strip())
