"""Which words of a Korean question are verbs: what they tell, a report tells in other words."""

from __future__ import annotations

from donghyang.language.patterns import lazily

_ENDING = lazily(
    r"[가-힣]+(?:면서|으면|려고|려는|려면|려|도록|느라|고서|말고|기로|기에|하지|하고|자는|다는|다고|라고|는데|인데|어야|아야|여야|해야|되야|가야|내야|져야|와야|려야|워야|나야"
    r"|[가-힣](?:게|히)|[하되리히치키지기이려니]면|[가하되이리치]기|새로운|같은|다른|어서|아서|여서|해서)"
)
"""How a verb ends that goes on, or an adverb: 굴리면서, 뽑히면, 되어야."""
_BEFORE_NOUN = lazily(
    r"[가-힣]*(?:[나지내대오하되두주쓰까놓리키치여이]는|던|[난낸린킨친쓴든둔춘꾼힌른큰쏜뺀짠뛴]|[세키채배싸태비지도]운"
    r"|[어아]온|[어아]가는|가져온|바로잡은|[날낼릴킬갈쓸줄될할룰쏠]|들어설|나설|맡길|넘길|옮길|들일|붙을)"
)
"""How one ends that tells more of the noun behind it: 뽑아내는, 들어설."""
_LEAST = 2
_FIRST, _CODAS = 0xAC00, 28
_BEFORE_GO = (17, 18, 20, 22, 23, 25, 26, 27)
"""The codas ㅂ ㅄ ㅆ ㅈ ㅊ ㅌ ㅍ ㅎ, before which 고 is the end of a verb: 맡고."""
_SS = 20
"""The coda ㅆ, which only verbs have: 불어났어, 있는, 하겠다."""


def is_verb(token: str) -> bool:
    """Whether a word of a question has the form of a verb or an adverb."""
    if len(token) < _LEAST or not all("가" <= char <= "힣" for char in token):
        return False
    if any(_coda(char) == _SS for char in token):
        return True
    if token[-1] == "고" and _coda(token[-2]) in _BEFORE_GO:
        return True
    if token[-1] in "어아는" and _coda(token[-2]):
        return True
    return _ENDING.fullmatch(token) is not None or _BEFORE_NOUN.fullmatch(token) is not None


def has_double_coda(syllable: str) -> bool:
    """Whether a syllable ends in ㅆ, as verbs in the past do."""
    return _coda(syllable) == _SS


def _coda(syllable: str) -> int:
    return (ord(syllable) - _FIRST) % _CODAS
