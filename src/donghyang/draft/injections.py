"""Sentences of a page that speak to a machine that reads it, not to people: prompt injections (OWASP LLM01)."""

from __future__ import annotations

import re

_INJECTION = re.compile(
    r"""
      (?<![可能应该得])(?:忽略|无视|忘记|不要理会|不用管|抛开)(?:以上|上述|之前|此前|前面|先前|上面|所有|全部)
      [^，。；]{0,6}(?:内容|指令|指示|要求|规则|信息|文字|提示|命令)
    | (?:^|[，。；、：]|并)(?:请|务必)(?:你|您)?[^，。；]{0,6}
      (?:报告|回答|回复|输出|答案|摘要|总结|译文|文章|标题)(?:中|里|时)?[^，。；]{0,6}(?:写|声称|加入|只能)
    | (?:你|您)(?:现在|从现在起)?(?:是|扮演)(?:一个|一名|一位)?[^，。；]{0,10}(?:助手|模型|机器人|AI|编辑|记者|翻译)
    | (?:ignore|disregard|forget)\ (?:all\ |any\ |the\ |every\ |your\ )*(?:previous|above|prior|earlier|instructions)
    | (?:system|developer)\ (?:prompt|message|instruction)s?\ *[:：]
    | (?:you\ are|act\ as)\ (?:now\ )?(?:a|an|the)\ [\w\ -]{0,30}(?:assistant|model|editor|translator)
    | (?:이전|위의?|앞의|지금까지의)\ ?(?:모든\ )?(?:지시|명령|내용|규칙)[^.]{0,8}(?:무시|잊|따르지)
    | ^\ *(?:system|assistant|user|developer)\ *[:：]
    | <\|[a-z_]{2,20}\|> | \[/?INST\] | <</?SYS>> | \#{2,3}\ *(?:System|Instruction|Assistant|User)
    | "(?:headline|rests_on|bullets|sentences|findings)"\s*: | "(?:id|text|prepared|lead|level)"\s*:\s*["{\d]
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What asks to forget what was told, to write something into the answer, to be somebody; marks of chat templates and
keys of our own exchange."""


def is_injection(sentence: str) -> bool:
    """Whether a sentence gives orders to a model. News that tells of such orders in other words is none."""
    return _INJECTION.search(sentence) is not None
