"""Write a sample text as Markdown, or as XML in the Crown Legislation Markup Language."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from sample_text import SampleText

LEGISLATION = "http://www.legislation.gov.uk/namespaces/legislation"
METADATA = "http://www.legislation.gov.uk/namespaces/metadata"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def write_markdown(sample: SampleText, path: Path) -> None:
    """Write headings, bold bracketed numbers and bullets; an unnumbered text stays unnumbered."""
    parts = [f"# {sample.title}", f"_{sample.note}_"]
    for block in sample.blocks:
        if block.kind == "heading":
            parts.append(f"## {block.text}")
        elif block.kind == "section":
            parts.append(f"### {block.ref} {block.text}")
        elif block.kind in {"item", "bullet"}:
            line = f"- **{block.label}** {block.text}" if block.label else f"- {block.text}"
            if parts[-1].startswith("- "):
                parts[-1] += f"\n{line}"
            else:
                parts.append(line)
        else:
            parts.append(f"**{block.label}** {block.text}" if block.label else block.text)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def write_clml(sample: SampleText, path: Path) -> None:
    """Write regulations as CLML; the addresses are example ones, since no such instrument exists."""
    for prefix, uri in (("", LEGISLATION), ("ukm", METADATA), ("dc", DUBLIN_CORE)):
        ET.register_namespace(prefix, uri)
    uri = f"https://example.org/{sample.name}"
    root = ET.Element(_tag("Legislation"), {"DocumentURI": uri, "IdURI": uri})
    metadata = ET.SubElement(root, f"{{{METADATA}}}Metadata")
    described = {"identifier": uri, "title": sample.title, "description": sample.note, "language": "en"}
    for name, text in described.items():
        ET.SubElement(metadata, f"{{{DUBLIN_CORE}}}{name}").text = text
    secondary = ET.SubElement(root, _tag("Secondary"))
    prelims = ET.SubElement(secondary, _tag("SecondaryPrelims"))
    ET.SubElement(prelims, _tag("Title")).text = sample.title
    preamble = ET.SubElement(prelims, _tag("SecondaryPreamble"))
    introduction = ET.SubElement(ET.SubElement(preamble, _tag("IntroductoryText")), _tag("P"))
    ET.SubElement(introduction, _tag("Text")).text = sample.note
    _body(ET.SubElement(secondary, _tag("Body")), sample, uri)
    ET.indent(root)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _body(body: ET.Element, sample: SampleText, uri: str) -> None:
    regulation = paragraph = body
    for block in sample.blocks:
        if block.kind == "section":
            group = ET.SubElement(body, _tag("P1group"))
            ET.SubElement(group, _tag("Title")).text = block.text
            address = f"{uri}/regulation/{block.ref}"
            attributes = {"DocumentURI": address, "id": f"regulation-{block.ref}"}
            outer = ET.SubElement(group, _tag("P1"), attributes)
            ET.SubElement(outer, _tag("Pnumber"), {"PuncAfter": "."}).text = block.ref
            regulation = ET.SubElement(outer, _tag("P1para"))
        elif block.kind == "item":
            _provision(paragraph, "P3", block.label, block.text)
        elif block.label:
            paragraph = _provision(regulation, "P2", block.label, block.text)
        else:
            ET.SubElement(regulation, _tag("Text")).text = block.text


def _provision(parent: ET.Element, level: str, label: str, text: str) -> ET.Element:
    provision = ET.SubElement(parent, _tag(level))
    ET.SubElement(provision, _tag("Pnumber")).text = label.strip("()")
    content = ET.SubElement(provision, _tag(f"{level}para"))
    ET.SubElement(content, _tag("Text")).text = text
    return content


def _tag(name: str) -> str:
    return f"{{{LEGISLATION}}}{name}"
