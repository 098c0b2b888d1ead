"""What the system or SQLite reported, in a sentence."""

from __future__ import annotations

import errno
import sqlite3

from cs_desk.domain.errors import Sentence

_BY_ERRNO = {
    errno.EACCES: Sentence("没有权限打开"),
    errno.EPERM: Sentence("没有权限打开"),
    errno.ENOENT: Sentence("没有这个文件或文件夹"),
    errno.ENOTDIR: Sentence("路径中有一段不是文件夹"),
    errno.EEXIST: Sentence("路径中有一段不是文件夹"),
    errno.EISDIR: Sentence("这是一个文件夹，不是文件"),
    errno.ENOSPC: Sentence("磁盘已满"),
    errno.EROFS: Sentence("磁盘是只读的"),
    errno.ENAMETOOLONG: Sentence("名称太长"),
}
_BY_CODE = {
    sqlite3.SQLITE_FULL: Sentence("磁盘已满"),
    # The file of the log's index could not be given its size.
    sqlite3.SQLITE_IOERR_SHMSIZE: Sentence("磁盘已满"),
    sqlite3.SQLITE_READONLY: Sentence("文件是只读的"),
    sqlite3.SQLITE_PERM: Sentence("没有权限打开"),
    sqlite3.SQLITE_CANTOPEN: Sentence("打不开，请检查文件夹和权限"),
    sqlite3.SQLITE_IOERR: Sentence("读写磁盘时出错"),
    sqlite3.SQLITE_CORRUPT: Sentence("文件已损坏"),
    sqlite3.SQLITE_NOTADB: Sentence("文件已损坏"),
}


def reason_of(error: OSError | sqlite3.Error) -> Sentence:
    """Return why the system or SQLite failed; what they said themselves stands behind it."""
    if isinstance(error, OSError):
        told = _BY_ERRNO.get(error.errno or 0)
        detail = error.strerror or str(error)
    else:
        code = getattr(error, "sqlite_errorcode", 0)
        # Extended codes hold the primary one in their lowest byte.
        told = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF)
        detail = str(error)
    return Sentence("%1（%2）", (told or Sentence("系统报告了错误"), " ".join(detail.split())))
