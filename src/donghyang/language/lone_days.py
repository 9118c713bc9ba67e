"""A day of the month that stands without one (노조는 21일 …, 오는 15일, 18일 오전), told from as many days.

A length is what counts days (사흘 쉬었다, 10일간): a day asks for a witness, such as who acts in it, a part of the day,
its weekday, or a word of telling at the end of the sentence.
"""

from __future__ import annotations

from donghyang.language import tables

_TELLS = r"(?:밝[혔힌]|전했|말했|알렸|발표[했한됐]|보도[했한]|설명했|강조했|당부했|공개[했한]|개최[했한]|[열가]었)"
_DIGITS = r"(?:3[01]|[12][0-9]|0?[1-9](?![0-9]))"
_LONE = rf"{_DIGITS}일"
_TO_A_DAY = r"\ ?[-~∼～]\ ?(?:3[01]|[12][0-9]|[1-9])일"
_NO_LENGTH = (
    rf"\ (?!{tables.either(__package__, 'behind_a_length')}"
    r"|차(?![가-힣]{2})|전[에\ ]|후[에\ ]|머[무물]|수\ |[0-9]|[가-힣]{1,3}량)"
)
"""What stands behind a day of the month, and not behind a length of time."""
_CLAUSE = r"[^.。,，\n]{0,60}[가-힣](?:[을를에과와의은는이가로]|에서)\ "
"""More of the clause than a verb: 사흘 쉬었다 counts days."""
_OF_SUBJECT = r"(?<=[가-힣’”)\]A-Za-z][은는이가]\ )(?<![일기시휴연][수간가차][은는이가]\ )(?<![같많사차없길나높][이]\ )"
LONE_DAY = "|".join(
    (
        # 노조는 21일 서울에서 …, 노조는 21일, …, and the first day of 노조는 21~23일 서울에서 …
        rf"{_OF_SUBJECT}{_DIGITS}(?:일(?=,\ (?![^,，\n]{{0,15}}[0-9]일)[^.。,，\n]{{10}}|{_NO_LENGTH}{_CLAUSE})"
        rf"|(?={_TO_A_DAY}{_NO_LENGTH}{_CLAUSE}))",
        # 오는 15~17일
        rf"(?:(?<=오는\ )|(?<=지난\ )){_DIGITS}(?={_TO_A_DAY}(?!간|\ 동안))",
        # at the beginning of a sentence with a subject: 21일 노조는 서울에서 …
        rf"(?:(?<![^\n])|(?<=다\.\ )){_LONE}(?={_NO_LENGTH}[^.。,，\n]{{2,30}}[은는이가]\ {_CLAUSE})",
        # 주말인 21일, 휴일인 21일
        rf"(?<=[말날휴일뒤]인\ ){_LONE}(?={_NO_LENGTH}|[은는]\ |,\ )",
        # 오는 15일
        rf"(?:(?<=오는\ )|(?<=지난\ )){_LONE}(?!간|\ 동안|째|\ 만)",
        # 오늘(15일), 전날(15일)
        rf"(?:(?<=[오금]늘[(（])|(?<=금일[(（])|(?<=어제[(（])|(?<=내일[(（])|(?<=[이전당][날일][(（])){_LONE}(?=[)）])",
        # … 열고 15일 밝혔다
        rf"(?<=고\ ){_LONE}(?=\ {_TELLS})",
        # before a part of the day, a weekday, a particle of time, or a word of telling at the end of the sentence
        rf"(?<!최대\ )(?<!최장\ )(?<!최소\ )(?<!평균\ )(?<![총약매박월년]\ ){_LONE}(?="
        r"\ (?:오전|오후|새벽|저녁|아침|밤|낮)(?![가-힣]{2})|\ ?[(（](?:(?:[가-힣]{1,8}\ )?현지|[월화수목금토일][)）,])"
        r"|\ ?[(（]?[월화수목금토일]요일|자(?![가-힣])|\ 자(?=[에로])|\ [0-9]{1,2}시(?!간)"
        r"|부터(?!\ ?[0-9]+일)|까지는?(?!\ (?:늘|연장|확대|단축|가능|허용|걸))"
        r"|에[는도]?[\ ,](?!걸쳐|불과|한|그|해당)"
        rf"|{_NO_LENGTH}(?:[^.。\n]{{0,90}}{_TELLS}다|[^.。\n]{{0,24}}에\ 따르면)"
        r"|\ (?:발표|공개|개최|출시|보도|배포|체결|방송|예보|개막|개봉|열린|열리는|밝힌|전한)(?:한|된|했|됐|하|\ ))",
    )
)
"""오는 15일, 18일 오전, 15일에, "15일 … 밝혔다": a day of the month, where 15일 alone is a length of time."""
