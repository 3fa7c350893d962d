"""Has LibreOffice, where it is installed, rewrite a document as DOCX: on its own, without macros or network."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from policycheck.errors import DamagedFile, HostileFile, UnsupportedFormat

_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")
_DEAD_PROXY = "127.0.0.1"
_LARGEST_RESULT = 200_000_000
# Settings of the throw-away profile: no macros, no linked pictures or updates of links, a proxy that is not there.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _DEAD_PROXY),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _DEAD_PROXY),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def find_office() -> str | None:
    """Return the LibreOffice program on the search path, or None."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name)) is not None), None)


def convert_to_docx(path: Path, data: bytes, *, suffix: str, seconds: float = _SECONDS) -> bytes:
    """Return the document as the bytes of a DOCX file; `suffix` is that of its format, with the dot.

    Raises `UnsupportedFormat` where LibreOffice is not installed, `HostileFile` where it takes longer than
    `seconds`, and `DamagedFile` where it makes nothing of the file.
    """
    program = find_office()
    if program is None:
        raise UnsupportedFormat(
            path,
            "this is an older Word or Rich Text file, and LibreOffice, which would convert it, is not installed.",
            remedy="Open it in Word, choose File, Save As and the type Word Document (.docx), and add that; "
            "or install LibreOffice.",
        )
    with tempfile.TemporaryDirectory(prefix="policycheck-", ignore_cleanup_errors=True) as folder:
        return _convert(path, data, program=program, suffix=suffix, folder=Path(folder), seconds=seconds)


def _convert(path: Path, data: bytes, *, program: str, suffix: str, folder: Path, seconds: float) -> bytes:
    source, made = folder / f"document{suffix}", folder / "made"
    source.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(made),
        str(source),
    ]
    if not _run(command, folder=folder, seconds=seconds):
        raise HostileFile(
            path,
            f"LibreOffice could not convert it within {seconds:.0f} seconds.",
            remedy="Open it in Word, save it as DOCX and add that.",
        )
    result = made / "document.docx"
    if not result.is_file() or result.stat().st_size > _LARGEST_RESULT:
        raise DamagedFile(
            path,
            "LibreOffice could not open it; it may be damaged or protected with a password.",
            remedy="Open it in Word, save it as DOCX without a password and add that.",
        )
    return result.read_bytes()


def _run(command: list[str], *, folder: Path, seconds: float) -> bool:
    """Run the program and say whether it ended in time; what it started goes with it."""
    environment = {
        **os.environ,
        "HOME": str(folder),
        "http_proxy": f"http://{_DEAD_PROXY}:9",
        "https_proxy": f"http://{_DEAD_PROXY}:9",
    }
    with subprocess.Popen(  # noqa: S603 - the program found on the path, with arguments of ours
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return False
        return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and, where the system groups processes, those it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _settings() -> str:
    items = "".join(
        f'<item oor:path="{place}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for place, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>"
    )
