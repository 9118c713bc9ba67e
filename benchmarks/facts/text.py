"""The Chinese policy text that all readers of the benchmark are given: written for it, with figures in every form.

The sentences are ours; the proportion of figures to text is that of a government work report.
"""

from __future__ import annotations

PARAGRAPHS = (
    "过去一年，全省地区生产总值达到5.6万亿元，增长5.2%，规模以上工业增加值增长6.1%，粮食总产量连续三年超过450亿斤。",
    "我们坚持创新驱动，全社会研发投入突破1200亿元，高新技术企业总数超过2.1万家，新增国家级专精特新企业136家。",
    "到2027年，建成省级重点实验室300家左右，技术合同成交额达到5000亿元以上，每万人口发明专利拥有量超过20件。",
    "“十四五”时期，新能源装机容量由3200万千瓦增加到7800万千瓦，非化石能源消费比重提高4.5个百分点。",
    "各级党委和政府要切实加强组织领导，完善工作机制，强化统筹协调，确保各项任务落到实处，不断开创高质量发展新局面。",
    "去年8月底，国务院有关部门联合印发实施方案，提出八个方面二十六条措施，明确了时间表和路线图。",
    "今年第一季度，进出口总额同比增长约三成，其中出口1.2万亿元，实际使用外资58.6亿美元，分别增长11.3%、9.8%。",
    "要深入推进教育科技人才体制机制一体改革，健全新型举国体制，提升国家创新体系整体效能，培育壮大战略人才力量。",
    "全年完成造林绿化120万亩，治理水土流失面积3600平方公里，空气质量优良天数比例达到百分之八十八点五。",
    "2月15日起，对符合条件的企业按设备投资额的10%至15%给予补助，单个企业最高不超过1亿2000万元。",
)


def policy_text(size: int) -> str:
    """About `size` bytes of UTF-8 text, the paragraphs in turn, one a line."""
    once = "\n".join(PARAGRAPHS) + "\n"
    return once * max(1, size // len(once.encode()))
