"""Builds OpenDocument text files from their XML, and asks LibreOffice, where it is installed, what they print."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
ODT_TYPE = "application/vnd.oasis.opendocument.text"
CLAUSES = """
<text:list-style style:name="Clauses">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
<text:list-level-style-number text:level="4" style:num-format="i" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
"""
BULLETS = """
<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>
"""
NAMED_STYLES = """
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:default-outline-level="1"/>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:default-outline-level="2"/>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
"""


def odt_file(
    body: str, *, lists: str = CLAUSES + BULLETS, automatic: str = "", outline: str = "", title: str = ""
) -> bytes:
    """Make an ODT file. `lists` and `automatic` are styles of the text, `outline` the numbers of headings."""
    meta = f"<office:meta><dc:title>{title}</dc:title></office:meta>" if title else "<office:meta/>"
    parts = {
        "content.xml": document_xml(
            "document-content",
            f"<office:automatic-styles>{automatic}{lists}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>",
        ),
        "styles.xml": document_xml(
            "document-styles", f"<office:styles>{NAMED_STYLES}{outline}</office:styles>"
        ),
        "meta.xml": document_xml("document-meta", meta),
        "META-INF/manifest.xml": manifest(),
    }
    return odt_archive(parts)


def document_xml(name: str, inner: str, *, more: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {NAMESPACES} office:version="1.3"{more}>'
        f"{inner}</office:{name}>"
    )


def manifest(*, encrypted: bool = False) -> str:
    secret = "<manifest:encryption-data/>" if encrypted else ""
    entries = [
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}">{inner}</manifest:file-entry>'
        for name, kind, inner in [
            ("/", ODT_TYPE, ""),
            ("content.xml", "text/xml", secret),
            ("styles.xml", "text/xml", ""),
            ("meta.xml", "text/xml", ""),
        ]
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_NAMES["manifest"]}" '
        f'manifest:version="1.3">{"".join(entries)}</manifest:manifest>'
    )


def odt_archive(parts: dict[str, str], *, mimetype: str = ODT_TYPE) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, compress_type=zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def office(data: bytes, folder: Path, *, suffix: str, to: str) -> bytes | None:
    """Have LibreOffice convert a file of this suffix; `to` is as in "pdf" or "txt:Text". None without it."""
    program = shutil.which("soffice")
    if program is None:
        return None
    source, made = folder / f"source{suffix}", folder / "made"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(made), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (made / f"source.{to.partition(':')[0]}").read_bytes()
