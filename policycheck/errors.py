"""Everything that can go wrong in a way a user can mend: one tree, one sentence per class."""


class PolicycheckError(Exception):
    """A problem with a plain message and the next step; never a traceback for the user."""

    def __init__(self, problem: str, *, remedy: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem} {remedy}".strip())


class UsageError(PolicycheckError):
    """The command or call was given something it cannot work with."""


class FileError(PolicycheckError):
    """One file could not be read; the message names it and says what to do."""

    def __init__(self, path: object, problem: str, *, remedy: str = "") -> None:
        self.path = str(path)
        super().__init__(f"{path}: {problem}", remedy=remedy)


class EmptyFile(FileError):
    """The file holds nothing at all."""


class DamagedFile(FileError):
    """The file is not what its format promises, or is cut short."""


class PasswordProtected(FileError):
    """The file opens only with a password."""


class ScanWithoutText(FileError):
    """The pages are pictures: there is no text to read."""


class UnsupportedFormat(FileError):
    """No importer reads this kind of file."""


class UnreadableFile(FileError):
    """The operating system refuses to open the file."""


class HostileFile(FileError):
    """The file is built to exhaust the reader (bombs, external entities) and is refused."""


class NothingToRead(PolicycheckError):
    """The folders given hold no file that can be read."""


class WorkspaceError(PolicycheckError):
    """The workspace file is missing, damaged, locked or made by a newer version."""


class UnknownFinding(PolicycheckError):
    """No finding has this id."""


class ModelError(PolicycheckError):
    """The language model is missing or is not the one that was checked."""
