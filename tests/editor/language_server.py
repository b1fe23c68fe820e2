"""The YAML language server, spoken to over pipes as an editor does: JSON-RPC with Content-Length frames."""

import json
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import IO, Any

Message = dict[str, Any]

PACKAGE = Path(__file__).with_name("node_modules") / "yaml-language-server"
_ENTRY = PACKAGE / "bin" / "yaml-language-server"
_PATIENCE = 60  # seconds for one answer, on a machine that is busy with something else
_SETTINGS: Message = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},  # asks the network
        "kubernetesCRDStore": {"enable": False},
        "yamlVersion": "1.2",
        "format": {"enable": False},
    }
}


@dataclass(frozen=True)
class Flag:
    """What the editor underlines: its first line, counted from 1, the text underlined there, and what it says."""

    line: int
    text: str
    message: str


@dataclass(frozen=True)
class Offer:
    """One entry of the completion list: its label, what it would insert, and the text beside it."""

    label: str
    inserted: str
    explanation: str


class LanguageServer:
    """A running server; a context manager. Texts are buffers of an editor: they need not be on the disk."""

    def __init__(self, node: str, workspace: Path) -> None:
        self._texts: dict[str, str] = {}
        self._published: dict[str, list[Message]] = {}
        self._answers: dict[int, Message] = {}
        self._incoming: Queue[Message | None] = Queue()
        self._last_id = 0
        self._process = subprocess.Popen(
            [node, str(_ENTRY), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to_server: IO[bytes] = self._process.stdin
        reader = threading.Thread(target=_read_frames, args=(self._process.stdout, self._incoming), daemon=True)
        reader.start()
        self._begin(workspace)

    def __enter__(self) -> "LanguageServer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._to_server.close()

    def open(self, path: Path, text: str) -> str:
        """Show `text` as the content of `path`, once for each path; the name by which the buffer is asked for."""
        uri = path.as_uri()
        assert uri not in self._texts, f"{path} is open; what the server says would be of which text?"
        self._texts[uri] = text
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def flags(self, uri: str) -> list[Flag]:
        """What the server finds wrong with a buffer, in the order of the text."""
        self._until(lambda: uri in self._published)
        lines = self._texts[uri].split("\n")
        found = sorted(self._published[uri], key=lambda one: _point(one["range"]["start"]))
        return [_flag(one, lines) for one in found]

    def offers(self, uri: str, line: int, column: int) -> list[Offer]:
        """What completion offers behind `column` characters of a line, counted from 1."""
        answer = self._ask("textDocument/completion", self._spot(uri, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return [_offer(item) for item in items]

    def hover(self, uri: str, line: int, column: int) -> str:
        """The Markdown shown over a character; empty where nothing is."""
        answer = self._ask("textDocument/hover", self._spot(uri, line, column))
        return answer["contents"]["value"] if answer else ""

    def _begin(self, workspace: Path) -> None:
        folder = {"uri": workspace.as_uri(), "name": workspace.name}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        }
        self._ask(
            "initialize",
            {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": capabilities},
        )
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": _SETTINGS})

    @staticmethod
    def _spot(uri: str, line: int, column: int) -> Message:
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column}}

    def _ask(self, method: str, params: Message) -> Any:
        self._last_id += 1
        number = self._last_id
        self._send({"id": number, "method": method, "params": params})
        self._until(lambda: number in self._answers)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    def _notify(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to_server.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to_server.flush()

    def _until(self, is_there: Any) -> None:
        """Take what the server sends, until what is waited for is there."""
        while not is_there():
            try:
                message = self._incoming.get(timeout=_PATIENCE)
            except Empty:
                raise AssertionError(f"the language server was silent for {_PATIENCE} seconds") from None
            if message is None:
                raise AssertionError(f"the language server ended with exit code {self._process.wait()}")
            self._take(message)

    def _take(self, message: Message) -> None:
        if "method" not in message:
            self._answers[message["id"]] = message
        elif "id" in message:
            self._send({"id": message["id"], "result": _reply(message)})
        elif message["method"] == "textDocument/publishDiagnostics":
            self._published[message["params"]["uri"]] = message["params"]["diagnostics"]


def _reply(question: Message) -> Any:
    """What an editor answers to the server's own questions: the settings, and nothing else."""
    if question["method"] != "workspace/configuration":
        return None
    return [_SETTINGS.get(item["section"]) for item in question["params"]["items"]]


def _read_frames(stream: IO[bytes], incoming: "Queue[Message | None]") -> None:
    while header := stream.readline():
        length = 0
        while header.strip():
            name, _, value = header.partition(b":")
            if name.strip().lower() == b"content-length":
                length = int(value)
            header = stream.readline()
        incoming.put(json.loads(stream.read(length)))
    incoming.put(None)


def _point(position: Message) -> tuple[int, int]:
    return position["line"], position["character"]


def _flag(found: Message, lines: list[str]) -> Flag:
    line, first = _point(found["range"]["start"])
    last_line, last = _point(found["range"]["end"])
    units = lines[line].encode("utf-16-le")  # the protocol counts UTF-16 units
    end = last if last_line == line else None
    shown = units[first * 2 : None if end is None else end * 2].decode("utf-16-le")
    return Flag(line + 1, shown, found["message"])


def _offer(item: Message) -> Offer:
    inserted = item.get("textEdit", {}).get("newText") or item.get("insertText") or item["label"]
    explanation = item.get("documentation", "")
    return Offer(item["label"], inserted, explanation["value"] if isinstance(explanation, dict) else explanation)
