"""The bytes of a file, or one line that says why there are none.

Every reader refuses through the functions below, so that the same trouble is always told in the same words.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from donghyang.language.visible import name_of
from donghyang.records import Message, Unreadable

MAX_BYTES = 50 * 1024 * 1024
"""Files above this are refused unread: a saved article or report is far smaller, a hostile page may not be."""


KINDS = {
    "html": (".html", ".htm", ".shtml", ".xhtml"),
    "mhtml": (".mhtml", ".mht"),
    "webarchive": (".webarchive",),
    "txt": (".txt",),
    "md": (".md",),
    "pdf": (".pdf",),
    "docx": (".docx",),
    "hwpx": (".hwpx",),
    "hwp": (".hwp",),
    "epub": (".epub",),
}
"""What is read, by the name that a person knows it under, each with how its files end."""
WEB_SUFFIXES = (*KINDS["html"], *KINDS["mhtml"], *KINDS["webarchive"])
"""What browsers save pages as."""
SUFFIXES = tuple(suffix for kind in KINDS.values() for suffix in kind)
"""What a folder of collected pages may hold; of other files only those that begin as a web page does are read."""


def called(path: Path) -> str:
    """What a file is called before a person: the last part of its path, where that has one."""
    return name_of(path.name or str(path))


def load(path: Path) -> bytes:
    """All bytes of a file, as `bytes_of` and `sound` give them."""
    return sound(bytes_of(path), called(path))


def bytes_of(path: Path) -> bytes:
    """All bytes of a file, from one opening of it, though they may be none.

    Raises Unreadable when it is missing, a folder, a device, not permitted, or larger than MAX_BYTES.
    """
    name = called(path)
    try:
        if path.is_dir() and os.access(path, os.R_OK | os.X_OK):
            raise _refusal(name, "폴더입니다. 파일 하나를 지정하십시오.", "is a folder; name one file in it.")
        with os.fdopen(_opened(path), "rb") as source:
            told = os.fstat(source.fileno())
            if stat.S_ISCHR(told.st_mode) or stat.S_ISBLK(told.st_mode):
                raise _device(name)
            if told.st_size > MAX_BYTES:
                raise too_large(name, told.st_size)
            if not stat.S_ISREG(told.st_mode) and hasattr(os, "O_NONBLOCK"):
                os.set_blocking(source.fileno(), True)  # a pipe: what is written into it is waited for
            # Not by its size: a pipe has none, and a file may grow.
            data: bytes | None = source.read(MAX_BYTES + 1)
            if data is None or (len(data) <= MAX_BYTES and source.read(1) is None):
                raise _device(name)  # a file by name alone, which tells more when there is more (/proc/kmsg on Linux)
    except FileNotFoundError:
        raise _refusal(name, "파일이 없습니다. 경로를 확인하십시오.", "no such file; check the path.") from None
    except PermissionError:
        raise _refusal(
            name, "읽을 권한이 없습니다. 파일 권한을 바꾸십시오.", "may not be read; change its permissions."
        ) from None
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or trouble
        raise _refusal(
            name, f"읽지 못했습니다({reason}). 디스크를 확인하십시오.", f"cannot be read ({reason}); check the disk."
        ) from None
    if len(data) > MAX_BYTES:
        raise too_large(name, len(data))
    return data


def _opened(path: Path) -> int:
    """The file, opened without waiting: a named pipe that nobody writes to is empty, no place to wait for ever."""
    return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))


def sound(data: bytes, name: str) -> bytes:
    """`data` itself. Raises Unreadable when it is empty or larger than MAX_BYTES."""
    if len(data) > MAX_BYTES:
        raise too_large(name, len(data))
    if not data.strip(b"\0 \t\r\n"):
        raise empty(name)
    return data


def empty(name: str) -> Unreadable:
    """The refusal of a file in which nothing stands."""
    return _refusal(name, "빈 파일입니다. 다시 저장하십시오.", "is empty; save it again.")


def binary(name: str) -> Unreadable:
    """The refusal of bytes that are no text and no format we know."""
    *kinds, last = KINDS
    return _refusal(
        name,
        f"글이 아닌 파일입니다. {', '.join(KINDS)} 파일을 지정하십시오.",
        f"is not text; give a file of {', '.join(kinds)} or {last}.",
    )


def other_kind(name: str, kind: str) -> Unreadable:
    """The refusal of a file of a known kind ("RTF", "DOC") that none of our readers is for."""
    return _refusal(
        name,
        f"{kind} 파일은 읽지 못합니다. DOCX, PDF나 HTML로 저장하십시오.",
        f"is a {kind} file, which is not read; save it as DOCX, PDF or HTML.",
    )


def damaged(name: str, kind: str) -> Unreadable:
    """The refusal of a file of a known kind ("PDF", "DOCX") that is cut short or broken."""
    return _refusal(
        name,
        f"{kind} 파일이 잘렸거나 손상되었습니다. 다시 내려받으십시오.",
        f"is a truncated or damaged {kind} file; download it again.",
    )


def too_large(name: str, size: int) -> Unreadable:
    """The refusal of a file of `size` bytes, which are more than MAX_BYTES."""
    mib, most = size // 2**20, MAX_BYTES // 2**20
    return _refusal(
        name,
        f"너무 큽니다({mib}MB, 한도 {most}MB). 필요한 부분만 저장하십시오.",
        f"is too large ({mib} MB, the limit is {most} MB); save only the part you need.",
    )


def too_deep(name: str, limit: int) -> Unreadable:
    """The refusal of a file whose elements lie in one another more than `limit` layers deep."""
    return _refusal(
        name,
        f"요소가 너무 깊이 겹쳐 있습니다(한도 {limit}겹). 다른 이름으로 다시 저장하십시오.",
        f"nests its elements too deep (the limit is {limit} layers); save it anew.",
    )


def locked(name: str, kind: str) -> Unreadable:
    """The refusal of a file that asks for a password."""
    return _refusal(
        name,
        f"암호가 걸린 {kind} 파일입니다. 암호를 풀어 저장하십시오.",
        f"is a password-protected {kind} file; save it without the password.",
    )


def restricted(name: str) -> Unreadable:
    """The refusal of an HWP file whose text only Hancom's own program may open."""
    return _refusal(
        name,
        "배포용(읽기 제한) HWP 파일입니다. 한글에서 HWPX로 저장하십시오.",
        "is an HWP file locked for distribution; save as HWPX.",
    )


def outdated(name: str) -> Unreadable:
    """The refusal of an HWP file of version 3 (1997 and before)."""
    return _refusal(
        name,
        "한글 3.0 형식의 옛 파일입니다. 한글에서 HWPX로 저장하십시오.",
        "is an HWP file of version 3; save as HWPX.",
    )


def scanned(name: str) -> Unreadable:
    """The refusal of a PDF that is pictures only, where nothing is installed that reads their letters."""
    return _refusal(
        name,
        "글자층이 없는 스캔 PDF입니다. 중국어는 pip install 'donghyang[ocr]', 한국어는 tesseract와 그 kor 자료를 "
        "설치하거나 글자층이 있는 PDF를 지정하십시오.",
        "is scanned: needs OCR; install donghyang[ocr] for Chinese, tesseract with its kor data for Korean, "
        "or give a PDF with a text layer.",
    )


def unnamed(name: str) -> Unreadable:
    """The refusal of a PDF whose fonts do not say which letters they draw, where nothing reads their picture."""
    return _refusal(
        name,
        "어떤 글자인지 적혀 있지 않은(유니코드 표가 없는) PDF입니다. 다른 프로그램에서 PDF로 다시 저장하거나 "
        "pip install 'donghyang[ocr]'로 문자 인식을 설치하십시오.",
        "is a PDF that does not say which letters it draws (no Unicode map); save it again from another program, "
        "or install donghyang[ocr].",
    )


def no_text(name: str) -> Unreadable:
    """The refusal of a file that is whole but holds no words."""
    return _refusal(
        name, "읽을 글이 없습니다. 본문이 있는 파일을 쓰십시오.", "holds no text; give a file with the article in it."
    )


def _device(name: str) -> Unreadable:
    return _refusal(name, "파일이 아니라 장치입니다. 파일을 지정하십시오.", "is a device; give a file.")


def _refusal(name: str, ko: str, en: str) -> Unreadable:
    return Unreadable(name, Message(ko, en))
