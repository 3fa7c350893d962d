"""Takes the program parts out of MDX: import lines, comments and component tags, keeping their words."""

import re

_FENCE = re.compile(r"^\s*(```|~~~)")
_IMPORT = re.compile(
    r"^(?:import\s+(?:[\w*{\"'].*)|export\s+(?:const|let|var|default|function|async|\{|\*).*)$"
)
_COMMENT = re.compile(r"\{/\*.*?\*/\}", re.DOTALL)
_TAG = re.compile(r"</?(?:[A-Z][\w.]*|>)(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[^>\"'{}])*>")
_WORDS = re.compile(r"\b(?:title|description|label|summary)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_OPENS = re.compile(r"<[A-Z][\w.]*(?![^>]*/>)[^>]*>")
_CLOSES = re.compile(r"</[A-Z][\w.]*>")


def plain_markdown(text: str) -> str:
    """Return Markdown with the words of `text`: titles and descriptions of components become paragraphs."""
    lines: list[str] = []
    fenced = False
    depth = 0
    for line in _join_tags(_COMMENT.sub("", text)).split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced or (not lines and not line):
            lines.append(line)
            continue
        if _IMPORT.match(line):
            continue
        inside = depth > 0
        depth = max(0, depth + len(_OPENS.findall(line)) - len(_CLOSES.findall(line)))
        lines.append(_without_tags(_outdented(line) if inside else line))
    return "\n".join(lines)


def _join_tags(text: str) -> str:
    """Put a component tag that is spread over lines on one."""
    return _TAG.sub(lambda found: re.sub(r"\s*\n\s*", " ", found.group()), text)


def _outdented(line: str) -> str:
    """Take indentation off the words in a component; two spaces below a list item stay."""
    bare = line.lstrip("\t ")
    tabs = len(line) - len(line.lstrip("\t"))
    return bare if tabs or len(line) - len(bare) > 3 else line


def _without_tags(line: str) -> str:
    if not _TAG.search(line):
        return line

    def words(found: re.Match[str]) -> str:
        said = [double or single for double, single in _WORDS.findall(found.group())]
        return "\n\n" + "\n\n".join(said) + "\n\n" if said else "\n"

    return _TAG.sub(words, line)
