"""A log is a terminal, too: what a finding quotes of a file must not move its cursor."""

import pytest

from okrctl.diagnostics.formats import concise, github
from tests.diagnostics.samples import weights

OBEYED = "\x1b]0;x\x07 \x1b[31m \x9b31m \u202e \x00"


@pytest.mark.parametrize("render", [concise.render, github.render])
def test_no_format_for_logs_lets_control_characters_out(render) -> None:
    shown = render([weights(message=OBEYED, help=OBEYED)])
    assert [character for character in shown if not character.isprintable() and character != "\n"] == []
