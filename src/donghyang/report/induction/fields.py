"""Fields of an imprint, with or without their labels."""

from __future__ import annotations

import re

from donghyang.language.patterns import lazily

_PHONE = lazily(r"(?<!\d)\d{1,4}[)-]\s?\d{2,4}-\d{3,4}|☎")
_STREET = lazily(r"(?:시|구|군|도|로|길)\s.*\d+.*(?:호|층|\(\d{5,6}\))|\(\d{5,6}\)\s*$")
_SITE = lazily(r"^(?:https?://|www\.)[^\s/]+/?$", re.IGNORECASE)
_LABEL = lazily(
    r"^[^\w가-힣]*(?:발\s*행|발\s*간|펴\s*낸|편\s*집|주\s*소|(?:대\s*표\s*)?전\s*화|누\s*리\s*집|홈\s*페\s*이\s*지|이\s*메\s*일|문\s*의|tel|phone"
    r"|web(?:site)?|address|publish(?:ed|er)|e-?mail|연\s*락\s*처|fax|팩\s*스)(?:\s*(?:일|인|처|기\s*관|곳|날|자|이)(?:\s*자)?)?\s*(?:[:：|]|\s)\s*\S",
    re.IGNORECASE,
)
_APART = lazily(r"\s[|/│·]\s|\s{2,}")
_PUBLISHES = lazily(
    r"^[^\w가-힣]*(?:발\s*행(?:\s*(?:처|기\s*관))?|펴\s*낸\s*곳|발\s*간(?:\s*기\s*관)?)\s*(?:[:：|]|\s)"
    r"\s*[가-힣A-Z][^.]*$"
)
_NAMED = lazily(
    r"^(?P<name>[가-힣A-Z][가-힣A-Za-z&·. ]{2,30}?)\s?[(（|/·,]?\s?"
    r"(?P<rest>(?:☎|전화|TEL)\s?[:.]?\s?[\d+(]|https?://[^\s/]+/?\s?[)）]?$)",
    re.IGNORECASE,
)
"""A body and where it is reached."""
_SHORT = 40
_LONGEST = 220


def labels(text: str) -> bool:
    """Whether a line begins with the label of a field."""
    return len(text) <= _LONGEST and _LABEL.match(text) is not None


def name_apart(text: str) -> tuple[str, str] | None:
    """(name, rest) of a line that holds a body and where it is reached, with no label before the name."""
    found = _NAMED.match(text) if len(text) <= _LONGEST and not _LABEL.match(text) else None
    return (found["name"].strip(" ·,"), text[found.start("rest") :].rstrip(" )）")) if found else None


def opens_imprint(text: str) -> bool:
    """Whether a line says who publishes, and nothing else."""
    return len(text) < _SHORT and _PUBLISHES.match(text) is not None


def count(text: str) -> int:
    """How many fields of an imprint a line holds."""
    if len(text) > _LONGEST:
        return 0
    found = sum(labels(part.strip()) or _reaches(part.strip()) for part in _APART.split(text) if part.strip())
    reached = labels(text) * (1 + (_PHONE.search(text) is not None))
    return max(found, reached, 2 * (_NAMED.match(text) is not None))


def _reaches(part: str) -> bool:
    """Whether a part says where somebody is to be reached: a site, a telephone, a street."""
    telephone = len(part) < 30 and _PHONE.search(part) is not None
    return _SITE.match(part) is not None or telephone or (len(part) < 60 and _STREET.search(part) is not None)
