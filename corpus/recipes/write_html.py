"""Write a sample text as a web page, with the navigation, cookie bar and footer that real pages carry."""

from __future__ import annotations

from html import escape
from pathlib import Path

from sample_text import Block, SampleText

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} - {site}</title>
<meta name="description" content="{note}">
<style>
body {{ font-family: sans-serif; max-width: 46rem; margin: auto; line-height: 1.5 }}
nav ul {{ list-style: none; display: flex; gap: 1rem; padding: 0 }}
.cookies {{ background: #eee; padding: 1rem }}
@counter-style bracketed {{ system: extends decimal; prefix: "("; suffix: ") " }}
@counter-style bracketed-letter {{ system: extends lower-alpha; prefix: "("; suffix: ") " }}
ol.paragraphs {{ list-style: bracketed }}
ol.letters {{ list-style: bracketed-letter }}
</style>
</head>
<body>
<div class="cookies" id="cookie-banner" role="region" aria-label="Cookies">
<p>We use cookies to make this site work. You must choose within this visit whether to accept others.</p>
<button type="button">Accept cookies</button> <button type="button">Reject cookies</button>
</div>
<header>
<a href="/">{site}</a>
<nav aria-label="Main"><ul>{navigation}</ul></nav>
</header>
<main>
<h1>{title}</h1>
<p class="note"><em>{note}</em></p>
{body}
</main>
<footer>
<nav aria-label="Footer"><ul><li><a href="/accessibility">Accessibility</a></li>
<li><a href="/privacy">Privacy</a></li><li><a href="/contact">Contact</a></li></ul></nav>
<p>{site}. A fictional site. Staff should report a problem with this page within 5 working days.</p>
</footer>
</body>
</html>
"""


def write_regulations(sample: SampleText, path: Path) -> None:
    """Write regulations: paragraph numbers and letters are computed by ordered lists."""
    names = ("All instruments", "Search", "Help")
    page = _page(sample, _regulations(sample.blocks), "Sample Statute Shelf", names)
    path.write_text(page, encoding="utf-8")


def write_policy(sample: SampleText, path: Path) -> None:
    """Write a policy: clause numbers are typed, letters are computed."""
    names = ("Home", "Policies and procedures", "News", "Directory")
    page = _page(sample, _policy(sample.blocks), "Northmere Council intranet", names)
    path.write_text(page, encoding="utf-8")


def _page(sample: SampleText, body: str, site: str, names: tuple[str, ...]) -> str:
    navigation = "".join(f'<li><a href="#">{escape(name)}</a></li>' for name in names)
    title, note = escape(sample.title), escape(sample.note)
    return PAGE.format(title=title, note=note, site=site, navigation=navigation, body=body)


def _regulations(blocks: tuple[Block, ...]) -> str:
    out: list[str] = []
    listed = lettered = False
    for position, block in enumerate(blocks):
        if lettered and block.kind != "item":
            out.append("</ol>")
            lettered = False
        if listed and block.kind in {"clause", "heading", "section"}:
            out.append("</li>")
        if listed and block.kind in {"heading", "section"}:
            out.append("</ol>")
            listed = False
        if block.kind == "heading":
            out.append(f"<h2>{escape(block.text)}</h2>")
        elif block.kind == "section":
            out.append(f'<h3 id="regulation-{block.ref}">{block.ref}. {escape(block.text)}</h3>')
        elif block.kind == "clause" and block.label:
            out += [] if listed else ['<ol class="paragraphs">']
            listed = True
            out.append(f"<li><p>{escape(block.text)}</p>")
        elif block.kind == "item":
            out += [] if lettered else ['<ol type="a" class="letters">']
            lettered = True
            out.append(f"<li>{escape(block.text)}</li>")
        else:
            css = ' class="definition"' if block.kind == "definition" else ""
            out.append(f"<p{css}>{escape(block.text)}</p>")
        if position == len(blocks) - 1 and listed:
            out.append("</li></ol>")
    return "\n".join(out)


def _policy(blocks: tuple[Block, ...]) -> str:
    out: list[str] = []
    lettered = False
    for block in blocks:
        if lettered and block.kind != "item":
            out.append("</ol>")
            lettered = False
        if block.kind == "section":
            out.append(f"<h2>{block.ref}. {escape(block.text)}</h2>")
        elif block.kind == "item":
            out += [] if lettered else ['<ol type="a" class="letters">']
            lettered = True
            out.append(f"<li>{escape(block.text)}</li>")
        else:
            out.append(f'<p><span class="number">{block.label}</span> {escape(block.text)}</p>')
    return "\n".join(out)
