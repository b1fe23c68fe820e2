"""Why the program cannot go on: the one exception that okrctl raises on purpose."""

from okrctl.language import Bilingual


class OkrctlError(Exception):
    """The program cannot go on: what is wrong, and what to do instead; becomes one line on stderr, exit code 2."""

    def __init__(self, message: Bilingual, hint: Bilingual | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint
