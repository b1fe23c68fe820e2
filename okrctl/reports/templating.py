"""Jinja, and the only import of it: a sandbox in which every value is made harmless Markdown unless said otherwise."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    FileSystemBytecodeCache,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from okrctl.errors import OkrctlError
from okrctl.language import Bilingual

_TEMPLATE = Bilingual("the template {name} does not work: {error}", "报告模板 {name} 无法使用：{error}")
_TEMPLATE_HINT = Bilingual(
    "mend the template, or delete it to use the built-in one", "修正该模板；删除它则使用内置模板"
)
_PART = re.compile(r"^<!-- part ([a-z-]+) -->\n", re.MULTILINE)
_LINK = re.compile(r"https?://[^\s<>\"'`（）。，；、！？《》“”]*[^\s<>\"'`（）。，；、！？《》“”.,;:!?)\]}*_~]")
# A dollar sign begins mathematics on GitHub and GitLab; single tildes strike out.
_SPECIAL = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# A terminal obeys these, and a direction mark shows text in another order than it is read in.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BEGINNING = re.compile(r"(?:(#{1,6}|[-+]|=+|-{2,})(?=\s|$)|(>)|(\d+)([.)])(?=\s|$))")
_URL_SAFE = "!#$%&'*+,/:;=?@_~-."


class Markdown(str):
    """Text that is Markdown already and goes out as it is; joined with other text it is plain text again."""

    __slots__ = ()

    def __html__(self) -> str:
        """What Jinja prints of it."""
        return self


class Template(NamedTuple):
    """Which template: its name, and the workspace's own text in its place, which may extend `built-in/<name>`."""

    name: str
    own: str | None = None


def escape(text: object) -> Markdown:
    """User text for one line or one table cell: shown as written, lines joined by `<br>`, links kept, no HTML.

    A character that a terminal would obey is replaced by a sign that shows there was one.
    """
    if isinstance(text, Markdown):
        return text
    if isinstance(text, Markup):  # what a macro gives back
        return Markdown(text)
    lines = [_UNSEEN.sub("\ufffd", line.strip()) for line in str(text).splitlines()]
    return Markdown("<br>".join(_escape_line(line) for line in lines if line))


def link(label: str, target: str) -> Markdown:
    """A Markdown link; the target is quoted so that nothing in it ends the link or the cell."""
    return Markdown(f"[{escape(label)}]({quote(target, safe=_URL_SAFE)})")


def is_link(text: str) -> bool:
    """Whether a text is an address of the web and nothing else."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(map(str.isspace, text))


def joined(values: Iterable[object], separator: str = ", ") -> Markdown:
    """Values made harmless one by one, with a separator that is Markdown between them."""
    return Markdown(separator.join(escape(value) for value in values))


def render(template: Template, values: Mapping[str, object], filters: Mapping[str, Callable[..., object]]) -> str:
    """A template laid out; whatever it prints goes through `escape`, unless it is Markdown already."""
    environment = ImmutableSandboxedEnvironment(
        loader=_loader(template),
        bytecode_cache=_compiled() if template.own is None else None,
        undefined=StrictUndefined,
        finalize=_finalize,
        optimized=False,
        autoescape=True,  # so that the result of a macro counts as Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({"join": joined, "markdown": Markdown, **filters})
    try:
        return environment.get_template(template.name).render(values)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        if template.own is None:
            raise
        message = _TEMPLATE.format(name=f"templates/{template.name}", error=error)
        raise OkrctlError(message, _TEMPLATE_HINT) from error


def parts_of(text: str) -> Iterator[tuple[str, str]]:
    """What stands between the lines `<!-- part NAME -->` of a laid out template, by name, in order.

    A workspace's own template may do without them: all of it is then one part called `text`.
    """
    pieces = _PART.split(text)
    if len(pieces) == 1 and text.strip():
        yield "text", text
    yield from zip(pieces[1::2], pieces[2::2], strict=True)


@pass_context
def _finalize(_: Context, value: object) -> Markdown:
    # With the context as parameter nothing is worked out while compiling: a filter speaks one language, and the
    # compiled template serves both.
    return escape(value)


def _compiled() -> FileSystemBytecodeCache | None:
    """Where built-in templates stay compiled, as Python keeps modules; None where the program may not write."""
    folder = Path(__file__).with_name("templates") / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def _loader(template: Template) -> ChoiceLoader:
    built_in = PackageLoader("okrctl.reports", "templates")
    own = {} if template.own is None else {template.name: template.own}
    return ChoiceLoader([DictLoader(own), PrefixLoader({"built-in": built_in}), built_in])


def _escape_line(line: str) -> str:
    pieces: list[str] = []
    end = 0
    for found in _LINK.finditer(line):
        pieces += [_escape_words(line[end : found.start()]), f"<{quote(found[0], safe=_URL_SAFE)}>"]
        end = found.end()
    return _escape_beginning("".join([*pieces, _escape_words(line[end:])]))


def _escape_words(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _escape_beginning(line: str) -> str:
    found = _BEGINNING.match(line)
    if found is None:
        return line
    at = found.start(4) if found[4] else 0
    return f"{line[:at]}\\{line[at:]}"
