"""Writes web pages, and prints them to PDF with Chromium."""

import shutil
import subprocess
from html import escape
from pathlib import Path

from fixtures_reading.model import Part, PartKind, Scheme
from fixtures_reading.styles import FOOTER, HEADER, MENU, PAGES, Style


def chromium_program() -> str | None:
    """Return the path of Chromium or Chrome; None where neither is installed."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for found in map(shutil.which, names) if found), None)


def print_to_pdf(program: str, page: Path, *, furniture: bool, profile: Path) -> bytes:
    """Print a page with Chromium; `furniture` keeps its own header (date, title) and footer (address, page)."""
    target = page.with_suffix(".pdf")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
    ]
    options += ["--disable-component-update", f"--user-data-dir={profile}", f"--print-to-pdf={target}"]
    if not furniture:
        options.append("--no-pdf-header-footer")
    subprocess.run([program, *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    return target.read_bytes()


def web_page(parts: tuple[Part, ...], style: Style, *, menus: bool) -> str:
    """Return an HTML page: lists as lists where numbers are automatic, else typed numbers."""
    title = escape(parts[0].text)
    body = _body(parts, style)
    if menus:
        links = "".join(f'<li><a href="#">{name}</a></li>' for name in MENU)
        body = (
            f'<div class="cookie-banner"><p>Cookies help us.</p><button>Accept</button></div>'
            f"<header><p>{HEADER}</p><nav><ul>{links}</ul></nav></header><main>{body}</main>"
            f"<footer><p>{FOOTER}</p><ul>{links}</ul></footer>"
        )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_sheet(style)}</style></head><body>{body}</body></html>"
    )


def _sheet(style: Style) -> str:
    width, height = PAGES[style.page]
    face = "serif" if style.serif else "sans-serif"
    rule = {"grid": "td,th{border:1px solid}", "lines": "tr{border-bottom:1px solid}", "none": ""}[
        style.rules
    ]
    columns = f"body{{columns:{style.columns};column-gap:8mm}}" if style.columns > 1 else ""
    hang = (
        "p.h{padding-left:3em;text-indent:-3em}"
        "p.h b{display:inline-block;width:3em;text-indent:0;font-weight:normal}"
    )
    align = "justify;hyphens:auto" if style.justify else "left"
    return (
        f"@page{{size:{width}pt {height}pt;margin:{style.margin}cm}}"
        f"body{{font:{style.size}pt {face};text-align:{align};margin:0}}"
        f"table{{border-collapse:collapse}}td,th{{padding:3pt;text-align:left;vertical-align:top}}{rule}{columns}{hang}"
        ".d1{margin-left:3em}.d2{margin-left:6em}"
    )


def _body(parts: tuple[Part, ...], style: Style) -> str:
    written: list[str] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        listed = part.kind is PartKind.BULLET or (part.kind is PartKind.ITEM and style.automatic)
        if listed:
            end = place
            while end < len(parts) and parts[end].kind is part.kind:
                end += 1
            written.append(_list(parts[place:end]))
            place = end
            continue
        written.append(_part(part, style))
        place += 1
    return "\n".join(written)


def _list(parts: tuple[Part, ...]) -> str:
    """Return nested lists of parts whose depths go down and up."""
    first = parts[0]
    name = "ul" if first.kind is PartKind.BULLET else "ol"
    kind = "" if name == "ul" else f' type="{"a" if first.depth == 1 else "i"}"'
    rows = []
    place = 0
    while place < len(parts):
        end = place + 1
        while end < len(parts) and parts[end].depth > first.depth:
            end += 1
        inner = _list(parts[place + 1 : end]) if end > place + 1 else ""
        rows.append(f"<li>{escape(parts[place].text, quote=False)}{inner}</li>")
        place = end
    return f"<{name}{kind}>{''.join(rows)}</{name}>"


def _part(part: Part, style: Style) -> str:
    words = escape(part.text, quote=False)
    match part.kind:
        case PartKind.TITLE:
            return f"<h1>{words}</h1>"
        case PartKind.HEADING:
            whole = f"{part.label} {words}".strip()
            return f"<p><b>{whole}</b></p>" if style.plain_headings else f"<h2>{whole}</h2>"
        case PartKind.TABLE:
            return _table(part, words)
    if part.kind is PartKind.PARAGRAPH and style.automatic and style.scheme is Scheme.PLAIN:
        return f'<ol start="{part.label.rstrip(".")}"><li>{words}</li></ol>'
    deep = f" d{part.depth}" if style.indented and part.depth else ""
    if part.label and style.hanging:
        return f'<p class="h{deep}"><b>{part.label}</b> {words}</p>'
    return f'<p class="{deep.strip()}">{part.label} {words}</p>'


def _table(part: Part, caption: str) -> str:
    assert part.table is not None
    head = "".join(f"<th>{escape(name)}</th>" for name in part.table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell, quote=False)}</td>" for cell in row) + "</tr>"
        for row in part.table.rows
    )
    return f"<p>{caption}</p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
