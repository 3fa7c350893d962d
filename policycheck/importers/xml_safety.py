"""Parses XML without entities, network or DTDs, and refuses files built to exhaust the reader."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from lxml import etree

from policycheck.errors import DamagedFile, HostileFile

_DOCTYPE_WITH_SUBSET = re.compile(rb"<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_PROLOG_BYTES = 65_536


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def parse_xml(path: Path, data: bytes) -> etree._Element:
    """Return the root element of `data`; raise `HostileFile` or `DamagedFile`, which name `path`.

    Legislation is published with a namespace declaration that is not a valid URI, so a file whose only fault
    is its namespaces is read; any other fault is damage, since a recovered tree may lack words.
    """
    _refuse_internal_subset(path, data)
    parser = _parser(recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # the parser's own log: the error's would hold what other files did wrong before
        log = cast("Iterable[etree._LogEntry]", parser.error_log)
        faults = [entry.message for entry in log if entry.domain_name != "NAMESPACE"]
        if not faults:
            root = cast("etree._Element | None", etree.fromstring(data, _parser(recover=True)))
            if root is not None:
                return root
        if any("excessive depth" in fault.lower() for fault in faults):
            raise HostileFile(path, "the XML is nested too deeply to be a real document.") from error
        raise DamagedFile(
            path,
            f"the XML is broken or cut short ({error.msg}).",
            remedy="Download or export it again.",
        ) from error


def _refuse_internal_subset(path: Path, data: bytes) -> None:
    prolog = data[:_PROLOG_BYTES]
    if prolog[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16 hides the ASCII words from the pattern
        prolog = prolog.replace(b"\x00", b"")
    if _DOCTYPE_WITH_SUBSET.search(prolog) or _ENTITY.search(data.replace(b"\x00", b"")):
        raise HostileFile(
            path,
            "the XML declares its own entities, which can be used to attack the reader.",
            remedy="Save it again without a DOCTYPE.",
        )
