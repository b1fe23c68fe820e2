"""The retrospective as Markdown: the whole of it, or its parts for the document that okrctl and people write."""

from collections.abc import Iterator

from okrctl.language import Language
from okrctl.reports.keep import Part, Section
from okrctl.reports.labels import cycle_words
from okrctl.reports.retrospective.phrases import Sentences
from okrctl.reports.retrospective.record import Retrospective
from okrctl.reports.retrospective.words import WORDS
from okrctl.reports.templating import Template, parts_of, render
from okrctl.reports.weekly.phrases import Phrases
from okrctl.reports.weekly.render import tidy, titles_elsewhere

TEMPLATE = "retro.md.j2"
_FREE = "decisions"


def folder_of(cycle: str) -> str:
    """The folder of a cycle's retrospectives; the self-scores lie there as well."""
    return f"cycles/{cycle}/retros"


def document_path(retro: Retrospective) -> str:
    """Where `--write` keeps the document."""
    return f"{folder_of(retro.cycle.id)}/{retro.owner.handle}.md"


def markdown(retro: Retrospective, language: Language, own_template: str | None = None) -> str:
    """The whole document; `own_template` is the text of the workspace's `templates/retro.md.j2`, if it has one.

    Where there is nothing to look back on, there is nothing to decide either.
    """
    named = parts(retro, language, own_template)
    return "\n".join(text for name, text in named if not (retro.is_bare and name == _FREE))


def parts(retro: Retrospective, language: Language, own_template: str | None = None) -> Iterator[tuple[str, str]]:
    """The parts of the document by name, in order, each ending with one line end."""
    cycle = retro.cycle
    sentences = Sentences(Phrases(language, WORDS, folder_of(cycle.id)), retro.owner.handle)
    values = {
        "retro": retro,
        "cycle": cycle_words(cycle.title, cycle.id, (cycle.start, cycle.end), language),
        "remarks": [_sentence(one.say(language), language) for one in (retro.refrozen, retro.gap) if one],
    }
    for name, text in parts_of(render(Template(TEMPLATE, own_template), values, sentences.filters())):
        yield name, tidy(text)


def section(retro: Retrospective, language: Language, own_template: str | None = None) -> Section:
    """The document as the one section that `merge` keeps."""
    named = dict(parts(retro, language, own_template))
    hint = f"<!-- {WORDS['where_to_write'].say(language)} -->"
    title = "\n\n".join(filter(None, (named.pop("title", "").strip("\n"), hint)))
    kept = tuple(Part(name, text, is_free=name == _FREE) for name, text in named.items())
    elsewhere = titles_elsewhere(WORDS, retro.owner.name, retro.cycle, language)
    return Section(retro.cycle.id, kept, title, elsewhere)


def _sentence(words: str, language: Language) -> str:
    return f"{words[:1].upper()}{words[1:]}{'。' if language == 'zh' else '.'}"
