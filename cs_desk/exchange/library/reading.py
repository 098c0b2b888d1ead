"""Reading a file of replies of any format: by its content first, by its name second."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from cs_desk.domain.errors import InvalidFileError, Sentence
from cs_desk.domain.library.incoming import FileFormat, Remark
from cs_desk.exchange.library.file_content import bytes_of, file_content
from cs_desk.exchange.library.formats import READERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from cs_desk.domain.library.incoming import IncomingLibrary, Progress
    from cs_desk.exchange.library.file_content import FileContent
    from cs_desk.exchange.library.format_reader import FormatReader


def read_library_file(
    path: Path,
    progress: Progress,
    *,
    format_: FileFormat | None = None,
    encoding: str | None = None,
    readers: Sequence[FormatReader] = READERS,
) -> IncomingLibrary:
    """Return what the file at ``path`` holds; arguments and errors as ``read_library_data``.

    Raises:
        UnreadableFileError: It is missing, is a folder, or may not be read.
    """
    return read_library_data(
        str(path), bytes_of(path), progress, format_=format_, encoding=encoding, readers=readers
    )


def read_library_data(
    name: str,
    data: bytes,
    progress: Progress,
    *,
    format_: FileFormat | None = None,
    encoding: str | None = None,
    readers: Sequence[FormatReader] = READERS,
) -> IncomingLibrary:
    """Return what a file holds.

    Args:
        name: Its name as the person gave it.
        data: Its bytes.
        progress: Is told how far it is.
        format_: Its format; None to find out by content first and name second.
        encoding: Encoding of its text, as Python names it; None to find out.
        readers: What can be read, the most particular format first.

    Raises:
        DataFaultError: It is nothing that we can read, breaks its format, or is beyond the limits.
        CancelledError: ``progress`` called it off.
    """
    content = file_content(name, data, encoding)
    if not data.strip():
        raise InvalidFileError(name, Sentence("文件是空的"))
    reader = _reader(content, readers, format_)
    incoming = reader.read(content, progress)
    if format_ is None and (warning := _wrong_ending(name, reader, readers)) is not None:
        return replace(incoming, warnings=(warning, *incoming.warnings))
    return incoming


def _reader(
    content: FileContent, readers: Sequence[FormatReader], format_: FileFormat | None
) -> FormatReader:
    if format_ is not None:
        return next(each for each in readers if each.format is format_)
    found = next((each for each in readers if each.recognises(content)), None)
    # A file that is damaged beyond recognition is told what is wrong with it, if its name says
    # what it was. Without text there is nothing to be told, unless the format is binary.
    found = found or next((each for each in readers if _claims(content, each)), None)
    if found is None:
        names = _listed(each.name for each in readers)
        told = Sentence("认不出这是什么文件，能读的有：%1", (names,))
        raise InvalidFileError(content.name, told)
    return found


def _claims(content: FileContent, reader: FormatReader) -> bool:
    is_binary = reader.format is FileFormat.XLSX
    return _ending(content.name) == reader.endings[0] and (content.text is None) is is_binary


def _listed(names: Iterable[Sentence]) -> Sentence:
    first, *others = names
    for other in others:
        first = Sentence("%1、%2", (first, other))
    return first


def _wrong_ending(
    name: str, reader: FormatReader, readers: Sequence[FormatReader]
) -> Remark | None:
    ending = _ending(name)
    if ending in reader.endings or not any(ending in each.endings for each in readers):
        return None
    told = Sentence("文件名以 %1 结尾，内容却是%2，已按内容读取", (ending, reader.name))
    return Remark(Sentence("文件名"), told)


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()
