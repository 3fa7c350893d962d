"""Words quoted in a sentence: on one line, and no longer than a reader takes in."""


def clip(text: str, limit: int) -> str:
    """Return the text on one line, cut at a word with "…" where it is longer than `limit` characters."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
