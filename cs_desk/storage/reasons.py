"""What the system or SQLite reported, in a sentence."""

from __future__ import annotations

import errno
import sqlite3

_BY_ERRNO = {
    errno.EACCES: "没有权限打开",
    errno.EPERM: "没有权限打开",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "路径中有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹，不是文件",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "名称太长",
}
_BY_CODE = {
    sqlite3.SQLITE_FULL: "磁盘已满",
    sqlite3.SQLITE_READONLY: "文件是只读的",
    sqlite3.SQLITE_PERM: "没有权限打开",
    sqlite3.SQLITE_CANTOPEN: "打不开，请检查文件夹和权限",
    sqlite3.SQLITE_IOERR: "读写磁盘时出错",
    sqlite3.SQLITE_CORRUPT: "文件已损坏",
    sqlite3.SQLITE_NOTADB: "这不是客服台的数据文件",
}


def reason_of(error: OSError | sqlite3.Error) -> str:
    """Return why the system or SQLite failed; what they said themselves stands behind it."""
    if isinstance(error, OSError):
        told = _BY_ERRNO.get(error.errno or 0)
        detail = error.strerror or str(error)
    else:
        # Extended codes hold the primary one in their lowest byte.
        told = _BY_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        detail = str(error)
    return f"{told or '系统报告了错误'}（{' '.join(detail.split())}）"
