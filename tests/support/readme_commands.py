"""Print the commands of the README's first two code blocks, one a line: what a newcomer types."""

import re
import sys
from pathlib import Path


def first_commands(readme: str, how_many: int = 2) -> list[str]:
    blocks = re.findall(r"^```(?:sh|bash|console)\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    return [block.strip() for block in blocks[:how_many]]


if __name__ == "__main__":
    print("\n".join(first_commands(Path(sys.argv[1]).read_text(encoding="utf-8"))))
