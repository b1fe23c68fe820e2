"""What is wrong with a file before any rule can look at it: OKR001–005, 010–014, in both languages."""

from okrctl.diagnostics.diagnostic import Diagnostic, Related
from okrctl.diagnostics.rule import Severity
from okrctl.language import Bilingual, listed
from okrctl.source.document import Document
from okrctl.source.place import Place
from okrctl.source.problem import Problem, ProblemKind
from okrctl.workspace.files import Refusal
from okrctl.workspace.layout import Kind, identify

NEWEST_FORMAT = 1

_FIRST = Bilingual("first written here", "第一次写在这里")
_QUOTES = Bilingual(
    'put quotes around the text: title: "@wang: ship it"',
    '给这段文字加上引号：title: "@王芳 跟进：上线"',
)
_SYNTAX: dict[ProblemKind, tuple[str, Bilingual, Bilingual]] = {
    ProblemKind.ENCODING: (
        "OKR001",
        Bilingual("the file is not UTF-8: byte {found} here", "文件不是 UTF-8 编码：此处的字节是 {found}"),
        Bilingual("save the file as UTF-8 in your editor", "在编辑器里把文件另存为 UTF-8"),
    ),
    ProblemKind.CONTROL: (
        "OKR001",
        Bilingual("the file contains the invisible character {found}", "文件中有不可见字符 {found}"),
        Bilingual("delete it, or save the file again as UTF-8 text", "删除它，或重新保存为 UTF-8 文本"),
    ),
    ProblemKind.TAB: (
        "OKR002",
        Bilingual("there is a tab here; YAML allows only spaces for indentation", "这里有制表符，YAML 只接受空格缩进"),
        Bilingual("indent with two spaces; most editors can convert tabs", "改用两个空格缩进；多数编辑器可自动转换"),
    ),
    ProblemKind.QUOTE: (
        "OKR002",
        Bilingual("the quote {found} is opened here and never closed", "引号 {found} 从这里开始，却没有结束"),
        Bilingual('close it at the end of the text: title: "…"', '在文字末尾补上引号：title: "…"'),
    ),
    ProblemKind.BRACKET: (
        "OKR002",
        Bilingual(
            "the list or mapping opened by {found} is not closed properly", "由 {found} 开始的列表或映射没有正确结束"
        ),
        Bilingual(
            "close it with ] or }}, with a comma between entries: [alice, bob]",
            "用 ] 或 }} 结束，各项之间用半角逗号：[王芳, 李强]",
        ),
    ),
    ProblemKind.ESCAPE: (
        "OKR002",
        Bilingual("{found} is not allowed in double quotes", "双引号里不能写 {found}"),
        Bilingual("use single quotes, where a backslash is just a backslash: 'C:\\data'", "改用单引号：'C:\\data'"),
    ),
    ProblemKind.INDICATOR: (
        "OKR002",
        Bilingual("a text cannot begin with {found} unless it is quoted", "不加引号的文字不能以 {found} 开头"),
        _QUOTES,
    ),
    ProblemKind.COLON: (
        "OKR002",
        Bilingual(
            "there is a colon followed by a space inside a text, or the line is indented too far",
            "文字中有冒号加空格，或缩进过深",
        ),
        _QUOTES,
    ),
    ProblemKind.SYNTAX: (
        "OKR002",
        Bilingual("this is not YAML from here on", "从这里开始不是有效的 YAML"),
        Bilingual(
            "keys on the same level start in the same column; quote texts that contain : # ' or brackets",
            "同一级的键要从同一列开始；含有 : # ' 或括号的文字请加引号",
        ),
    ),
    ProblemKind.KEY: (
        "OKR002",
        Bilingual("there is a list or mapping where a key is expected", "这里应是键，却写了列表或映射"),
        Bilingual("write key: value, with plain text as the key: title: …", "写成「键: 值」，键是普通文字：title: …"),
    ),
    ProblemKind.TAG: (
        "OKR002",
        Bilingual("okrctl does not support YAML tags: {found}", "okrctl 不支持 YAML 标签：{found}"),
        Bilingual("delete the tag; quote the value if it is text", "删除标签；若是文字，请加引号"),
    ),
    ProblemKind.ANCHOR: (
        "OKR002",
        Bilingual("the alias *{found} refers to nothing written before it", "别名 *{found} 前面没有对应的锚点"),
        Bilingual(
            "write the anchor first (&name) and do not use its alias inside it, or write the value again",
            "先写锚点（&名称），且别名不能在锚点之内；或直接重写该值",
        ),
    ),
    ProblemKind.DOCUMENTS: (
        "OKR003",
        Bilingual("a second document starts here", "这里开始了第二个文档"),
        Bilingual(
            "one document per file: delete the line ---, or split the file",
            "一个文件只放一个文档：删除 --- 或拆成两个文件",
        ),
    ),
    ProblemKind.EMPTY: (
        "OKR003",
        Bilingual("the file is empty", "文件是空的"),
        Bilingual("fill it in or delete it", "补上内容或删除"),
    ),
    ProblemKind.DUPLICATE: (
        "OKR004",
        Bilingual('the key "{found}" appears twice; the first one counts', "键“{found}”写了两次；以第一次为准"),
        Bilingual("keep one of the two", "保留其中一个"),
    ),
    ProblemKind.NESTING: (
        "OKR011",
        Bilingual("nested deeper than 50 levels", "嵌套超过 50 层"),
        Bilingual("okrctl's files never need more than eight; simplify it", "okrctl 的文件不会超过八层，请简化"),
    ),
    ProblemKind.ALIASES: (
        "OKR011",
        Bilingual("aliases expand to more than 10,000 nodes", "别名展开后超过 10,000 个节点"),
        Bilingual("write the values out where they are needed", "在需要的地方直接写值，不用别名"),
    ),
    ProblemKind.CUT_OFF: (
        "OKR014",
        Bilingual(
            'the text ends before "{found}": a space and # start a comment',
            "文字在“{found}”之前就断了：空格加 # 是注释",
        ),
        Bilingual(
            'put quotes around the whole text: title: "Fixed issue #12"', '给整段文字加上引号：title: "修复问题 #12"'
        ),
    ),
}
_EMPTY_OTHER = _SYNTAX[ProblemKind.EMPTY][2]
_EMPTY_NEW = Bilingual(
    "fill it in, or delete it and let okrctl new write a template", "补上内容；或删除后用 okrctl new 生成模板"
)
_EMPTY: dict[Kind, Bilingual] = {
    Kind.SETTINGS: Bilingual(
        "write version: 1, or delete it and run okrctl init", "写上 version: 1；或删除后运行 okrctl init"
    ),
    Kind.CYCLE: _EMPTY_NEW,
    Kind.OKR: _EMPTY_NEW,
    Kind.NOTE: _EMPTY_NEW,
}
_REFUSED: dict[Refusal, tuple[str, Bilingual, Bilingual]] = {
    Refusal.TOO_LARGE: (
        "OKR011",
        Bilingual("the file is larger than 1 MiB and was not read", "文件超过 1 MiB，未读取"),
        Bilingual(
            "keep evidence next to the note as an attachment, and keep the note short", "把佐证作为附件放在进展记录旁"
        ),
    ),
    Refusal.NO_FILE: (
        "OKR005",
        Bilingual("this is a folder or device, not a file", "这不是文件，而是文件夹或设备"),
        Bilingual("only files may end in .yaml; rename the folder", "只有文件以 .yaml 结尾；请给文件夹改名"),
    ),
    Refusal.OUTSIDE: (
        "OKR013",
        Bilingual("a symbolic link that leaves the workspace; it was not followed", "符号链接指向工作区之外，未读取"),
        Bilingual(
            "put the file here, or read another workspace with include: [../okrs]",
            "把文件放进来，或用 include: [../okrs] 读取另一个工作区",
        ),
    ),
    Refusal.LOOP: (
        "OKR013",
        Bilingual("a symbolic link that leads to itself or nowhere", "符号链接指向自身或不存在的位置"),
        Bilingual("delete the link", "删除这个链接"),
    ),
    Refusal.UNREADABLE: (
        "OKR001",
        Bilingual("no permission to read the file", "没有权限读取此文件"),
        Bilingual("give yourself permission: chmod u+r FILE", "请授予读取权限：chmod u+r 文件"),
    ),
    Refusal.MISSING: (
        "OKR001",
        Bilingual("the file disappeared while it was being read", "读取时文件已不存在"),
        Bilingual("run the command again", "请重新运行命令"),
    ),
}


def fault_of_problem(document: Document, problem: Problem) -> Diagnostic:
    """What the parser found, as a finding."""
    code, message, remedy = _SYNTAX[problem.kind]
    place = Place(document, span=problem.span)
    related = () if problem.first is None else (Related(Place(document, span=problem.first), _FIRST),)
    shown = message.format(found=problem.found)
    if problem.kind is ProblemKind.EMPTY:
        remedy = _remedy_of_empty(document.path)
    return Diagnostic(code, Severity.ERROR, place, shown, remedy.format(), related)


def _remedy_of_empty(path: str) -> Bilingual:
    """What fills in an empty file of that path: `new` and `init` do not write every kind."""
    identity = identify(path)
    return _EMPTY.get(identity.kind, _EMPTY_OTHER) if identity else _EMPTY_OTHER


def fault_of_refusal(path: str, refusal: Refusal) -> Diagnostic:
    """A file that was not read at all."""
    code, message, remedy = _REFUSED[refusal]
    return Diagnostic(code, Severity.ERROR, Place(Document(path)), message, remedy)


def fault_of_path(path: str, expected: tuple[str, ...]) -> Diagnostic:
    """OKR005: a YAML file among okrctl's folders where none of its kinds can lie."""
    message = Bilingual("okrctl does not recognise {path}", "okrctl 无法识别 {path}").format(path=path)
    names = listed(expected) if expected else Bilingual("another folder", "其他文件夹")
    remedy = Bilingual("move or rename it: {names}", "移动或改名：{names}").format(names=names)
    return Diagnostic("OKR005", Severity.ERROR, Place(Document(path)), message, remedy)


def fault_of_identity(place: Place, said: str, path_says: str) -> Diagnostic:
    """OKR010: the file says another name than its path."""
    message = Bilingual('the file says "{said}", its path says "{path}"', "文件里写的是“{said}”，路径是“{path}”")
    remedy = Bilingual(
        "delete the line (the path already says it), or move the file", "删除这一行（路径已说明），或移动文件"
    )
    return Diagnostic("OKR010", Severity.ERROR, place, message.format(said=said, path=path_says), remedy)


def fault_of_version(place: Place, version: int) -> Diagnostic:
    """OKR012: settings of a format that this program does not know yet."""
    message = Bilingual(
        "the workspace has format version {version}; this okrctl supports version {newest}",
        "工作区格式版本为 {version}，当前 okrctl 只支持 {newest}",
    )
    remedy = Bilingual("upgrade okrctl: pipx upgrade okrctl", "升级 okrctl：pipx upgrade okrctl")
    shown = message.format(version=version, newest=NEWEST_FORMAT)
    return Diagnostic("OKR012", Severity.ERROR, place, shown, remedy)


def fault_of_absence(document: Document, what: Bilingual, remedy: Bilingual) -> Diagnostic:
    """OKR007: something that the workspace cannot do without is not there."""
    return Diagnostic("OKR007", Severity.ERROR, Place(document), what, remedy)
