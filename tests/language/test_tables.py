"""The word lists of every room: each once, each with a word that it holds and a near one that it must not hold."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from donghyang.draft.lexicon import counters
from donghyang.language import tables
from donghyang.language.misnamed import KOREAN_LACKS, mistakes

ROOT = Path(str(files("donghyang")))

# list -> (held, not held)
PAIRS = {
    "archive.answers planned": ("예정", "완료"),
    "archive.answers totals": ("합계", "베이징"),
    "archive.answers leading": ("최근", "광학"),
    "archive.answers.asking plain": ("얼마", "매출"),
    "archive.answers.asking any_thing": ("개", "무"),
    "archive.answers.asking light": ("받", "발사"),
    "archive.answers.asking hollow": ("되는", "발사"),
    "archive.answers.asking turned": ("실패", "성공"),
    "archive.answers.asking relative": ("내년", "2025년"),
    "archive.answers.asking ahead": ("계획", "했나"),
    "archive.answers.asking measures": ("금액", "자본금"),
    "archive.answers.asking weak": ("목표", "국산화율"),
    "archive.answers.asking bodies": ("대학", "도시"),
    "archive.answers.asking titles": ("교수", "학생"),
    "archive.answers.asking chinese_plain": ("的", "投资"),
    "archive.answers.asking people": ("patients", "batteries"),
    "archive.answers.asking verbs": ("receive", "receipt"),
    "archive.answers.asking loose": ("사업", "예산"),
    "archive.answers.asking before_nouns": ("참여", "만든"),
    "archive.answers.offers counters": ("개", "명"),
    "archive.answers.offers firms": ("개사", "개"),
    "archive.answers.offers times": ("개월", "ps"),
    "language lengths_before": ("为期", "截至"),
    "language lengths_behind": ("동안", "까지"),
    "language numbered": ("부록", "예산"),
    "language behind_a_length": ("동안", "국회"),
    "language rulers": ("루이", "여성"),
    "language in_magnitudes": ("달러", "대형"),
    "language behind_decimal_days": ("소요", "발표"),
    "language days_counted": ("평균", "발표"),
    "facts years_counted": ("경력", "개요"),
    "facts opening": ("특히", "정부"),
    "facts no_actor": ("비중", "공사비"),
    "facts joining": ("넓혀", "언어"),
    "facts giving": ("보조금", "벌금"),
    "facts giving_strong": ("감면", "지원"),
    "facts given_so": ("마련", "요구"),
    "facts receivers": ("창업팀", "예산"),
    "facts bodies": ("과학원", "학회장"),
    "facts no_benefit": ("벌금", "상금"),
    "facts measured": ("점유율", "성공률"),
    "facts performance": ("정확도", "점유율"),
    "facts artefacts": ("센서", "센터"),
    "facts performance_units": ("Gbps", "km"),
    "facts no_performance": ("점유율", "효율"),
    "facts reached": ("규명", "착수"),
    "facts found_out": ("발견", "설립"),
    "facts launched": ("출시", "발표회"),
    "facts things": ("플랫폼", "백서"),
    "facts measure_fillers": ("규모", "매출"),
    "facts whole_sum": ("누적", "최대"),
    "facts aid": ("정착금", "벌금"),
    "facts not_when": ("도시", "사업화"),
    "facts scopes": ("글로벌", "분야"),
    "facts place_aimed": ("목표", "차지"),
    "facts place_told": ("차지", "목표"),
    "facts place_verbs": ("차지", "목표"),
    "facts noun_verbs": ("차지", "목표"),
    "facts made": ("개발", "설립"),
    "facts no_thing": ("센터", "센서"),
    "facts shown": ("공개", "출시"),
    "facts to_be_done": ("구축", "출시"),
    "facts papers": ("백서", "시제품"),
    "facts tasks": ("과제", "성과"),
    "facts how": ("최초로", "처음"),
    "facts not_subjects": ("국가", "정부"),
    "facts form_loan": ("융자", "투자"),
    "facts form_tax": ("소득세", "등록금"),
    "facts form_fee": ("임대료", "보험료"),
    "facts form_housing": ("주거", "주차"),
    "facts form_talent": ("자녀", "자금"),
    "facts form_priority": ("우선권", "특허권"),
    "facts form_grant": ("격려금", "등록금"),
    "facts form_loan_zh": ("贷款", "拨款"),
    "facts form_tax_zh": ("税", "费"),
    "facts form_fee_zh": ("房租", "购房"),
    "facts form_housing_zh": ("购房", "房租"),
    "facts form_grant_zh": ("补贴", "贴息"),
    "facts titles_law": ("법률", "방법"),
    "facts titles_regulation": ("조례", "조치"),
    "facts titles_opinion": ("意见", "意义"),
    "facts titles_notice": ("공고", "보고"),
    "facts titles_speech": ("담화", "문화"),
    "facts titles_plan": ("요강", "요령"),
    "facts spoken": ("브리핑", "발행"),
    "facts said_must": ("반드시", "즉시"),
    "facts said_encourage": ("권장", "권한"),
    "facts said_aim": ("지향", "지원"),
    "facts said_will": ("예정", "지정"),
    "language indices": ("BSI", "GPU"),
    "language told_in_decimals": ("규모", "정부"),
    "language of_an_age": ("직장인", "차량"),
    "read css_names": ("opacity", "cursor"),
    "read css_places": ("last-child", "hover"),
    "read css_states": ("hover", "checked"),
    "check.names facilities": ("공항", "대학"),
    "check.names universities": ("暨南", "浙江"),
    "check.names tails": ("반도체", "반도"),
    "check.names kinds": ("신구", "도"),
    "check.names features": ("湖", "区"),
    "check.rules.agreement counted_nouns": ("특구", "지구"),
    "check.rules.agreement deeds": ("양산", "생산"),
    "check.rules.agreement general_heads": ("항목", "종목"),
    "check.rules.agreement general_measures": ("규모", "단가"),
    "check.rules.agreement institute_tails": ("실험실", "연구실"),
    "check.rules.agreement held": ("개최", "개발"),
    "check.rules.agreement kinds_of_row": ("구간", "구역"),
    "check.rules.agreement office_tails": ("처", "시"),
    "check.rules.agreement paper_tails": ("규획", "기획"),
    "check.rules.agreement told_apart": ("원칙", "도시"),
    "check.rules.form before_a_span": ("향후", "오는"),
    "check.rules.form behind_a_span": ("주년", "말"),
    "check.rules.form counted_labels": ("붙임", "그림"),
    "check.rules.form day_counts": ("나흘=4", "하루=1"),
    "check.rules.form enclosures": ("별표", "표"),
    "check.rules.form founded": ("개교", "폐교"),
    "check.rules.form in_time": ("연혁", "개요"),
    "check.rules.form last_days": ("준공일", "착공일"),
    "check.rules.form first_days": ("착공일", "준공일"),
    "check.rules.form numbered_things": ("학년", "명"),
    "check.rules.form outlet_tails": ("晚报", "根"),
    "check.rules.form whole_counters": ("개사", "개"),
    "check.rules.names affixes": ("式", "空"),
    "check.rules.names short_forms": ("网", "云"),
    "check.rules.names only_in_names": ("톈", "텐"),
    "check.rules.names autonomous": ("宁夏", "青海"),
    "check.rules.names offices": ("센터장", "공장"),
    "check.rules.names documents": ("백서", "교과서"),
    "check.rules.names bodies": ("기금회", "대회"),
    "check.rules.names compound_kinds": ("거래센터", "거래"),
    "check.rules.names suffixed": ("개발구", "개발"),
    "check.rules.numbers rise": ("상승", "급증"),
    "check.rules.numbers fall": ("축소", "단축"),
    "check.rules.numbers more_rise": ("급증", "증가"),
    "check.rules.numbers more_fall": ("단축", "감소"),
    "check.rules.numbers halves": ("국내/해외", "서울/부산"),
    "check.rules.numbers range_units": ("kWh", "일"),
    "check.rules.numbers spans": ("매년=년", "올해=년"),
    "check.rules.numbers counters": ("인=명", "명=명"),
    "check.rules.numbers months": ("분기=3", "월=1"),
    "check.rules.style words_in_da": ("최다", "많다"),
    "check.rules.style nouns_in_m": ("잠수함", "추진함"),
    "check.rules.words counters_doubled": ("위안", "개"),
    "check.rules.words said_once": ("이미", "가장"),
    "check.rules.words said_short": ("및", "더"),
    "check.rules.words adverb_stems": ("잠정", "감정"),
    "draft affixes": ("신", "왕"),
    "draft light_verbs": ("하", "늘"),
    "draft papers_ko": ("백서", "백신"),
    "draft ahead": ("예정", "완료"),
    "draft endings": ("도록", "으로"),
    "draft endings_of_past": ("다고", "라고"),
    "draft endings_behind_eu": ("려는", "하는"),
    "draft spoken": ("我们", "企业"),
    "draft fronted": ("高质量", "质量"),
    "draft meeting": ("融合", "集成"),
    "draft carrying": ("搭载", "发射"),
    "draft verbs_too": ("示范", "企业"),
    "draft describing": ("条件", "条约"),
    "draft persons": ("총장", "총액"),
    "draft plural": ("专家", "国家"),
    "draft addresses": ("致辞", "致电"),
    "draft asking": ("号召", "要点"),
    "draft handed": ("移交", "移动"),
    "draft signed": ("협약", "성과"),
    "draft granted": ("인증", "기술"),
    "draft offices": ("厅", "部"),
    "draft any_paper": ("新规", "新闻"),
    "draft leading": ("统筹", "芯片"),
    "draft no_tasks": ("总体要求", "重点任务"),
    "draft made_so": ("丰富", "企业"),
    "draft words_too": ("来宾", "漳州"),
    "draft heads": ("工作", "平台"),
    "draft objectful": ("实现", "安装"),
    "draft named_by": ("规划", "新质生产力"),
    "draft made": ("研制", "主导"),
    "draft gathering": ("目标", "水平"),
    "draft body_ends": ("组织", "公司总部"),
    "draft body_sites": ("中心", "组织"),
    "draft fronting": ("改革", "项目"),
    "draft foreign_sounds": ("鲁", "海"),
    "draft loose": ("已于", "高交会"),
    "draft urging": ("进一步", "进展"),
    "draft inner_plans": ("战略", "战役"),
    "draft reviewed": ("回顾", "展望"),
    "draft foreseen": ("展望", "回顾"),
    "draft gatherings": ("研讨会", "委员会"),
    "draft occasions": ("会上", "会议"),
    "draft everywhere": ("全国", "外国"),
    "draft ways": ("方式", "企业"),
    "draft begun": ("工程", "工厂"),
    "draft papers": ("通知", "知识"),
    "draft of_measures": ("刷新", "更新"),
    "draft phased": ("电站", "学校"),
    "draft of_no_one_year": ("次年", "今年"),
    "draft described": ("单位", "芯片"),
    "draft set_down": ("计划", "平台"),
    "draft counted_bodies": ("部门", "方案"),
    "draft of_a_kind": ("制", "江"),
    "draft begins_a_deed": ("走", "云"),
    "draft people": ("专家", "企业"),
    "draft able_to": ("保障", "监测"),
    "draft carrying_out": ("搭载", "建设"),
    "draft in_view": ("锚定", "实现"),
    "draft seen_ahead": ("愿景", "成果"),
    "draft stands": ("居", "达"),
    "draft bodies": ("总局", "司"),
    "draft acting": ("高校", "学校"),
    "draft documents": ("白皮书", "证书"),
    "draft plan_words": ("行动", "活动"),
    "draft became": ("완공", "완료"),
    "draft kept": ("완료", "완공"),
    "draft whole": ("결정", "선정"),
    "check.rules.names kinds_of_body": ("센터", "시"),
    "stories central_meetings": ("国务院常务会议", "座谈会"),
    "stories firms": ("华为", "特斯拉"),
    "stories firms_abroad": ("特斯拉", "华为"),
    "draft sites": ("园区", "产品"),
    "draft several": ("一批", "三个"),
    "draft headed": ("行动", "引擎"),
    "draft between_two": ("助力", "研发"),
    "draft having": ("共有", "没有"),
    "draft common_stems": ("公立", "云启"),
    "draft done_by": ("采购", "发展"),
    "draft houses": ("实验室", "机器人"),
    "draft doers": ("企业家", "园区"),
    "draft measured": ("装机量", "园区"),
    "draft arrived": ("도착", "출발"),
    "stories growing": ("稳步", "下降"),
    "stories shown": ("问世", "出版"),
    "verify done_deeds": ("준공", "성공"),
    "verify did": ("했다", "였다"),
    "verify wholly": ("전부", "일부"),
    "verify says": ("밝", "밝은"),
    "verify says_it": ("밝혔", "밝"),
    "verify named_by_deeds": ("场", "卫星"),
    "verify body_kinds": ("부문", "부분"),
    "verify body_tails": ("청", "시"),
    "verify doers": ("局", "部队"),
    "verify goes": ("귀환", "출발"),
    "verify went": ("返回", "离开"),
    "verify arrives": ("飞往", "飞行"),
    "verify carried": ("运送", "提供"),
    "verify given_toward": ("提供", "转移"),
    "facts complete": ("완공", "참가"),
    "facts achieve": ("완수", "참가"),
    "facts event": ("개최", "완공"),
    "facts act": ("육성", "증가"),
    "facts plain": ("연평균", "평균가"),
    "facts natural": ("증가", "육성"),
    "facts plans": ("로드맵", "정책"),
    "facts zh": ("建成", "召开"),
    "language eras": ("民国", "단기"),
    "language firm_tails": ("股份有限公司", "大学"),
    "language office_ends": ("园", "洋"),
    "language behind_a_land": ("人", "庆"),
    "language terms_of_office": ("국회", "과제"),
    "language counted_in_stages": ("거쳐", "사업"),
    "language built_in_phases": ("공사", "궤도"),
    "language has_phases": ("센터", "위성"),
    "language dwellings": ("임대", "공고"),
    "language collected": ("표본", "평균"),
    "language scored": ("점수", "보관"),
    "language japanese": ("単", "单"),
    "language said_units": ("kwh", "AI"),
    "read side_parts": ("sidebar", "content"),
    "read offers": ("promo", "share"),
    "read channels": ("解读", "政策解读"),
    "read site_tails": ("频道", "解读"),
    "read office_tails": ("指挥部", "记者"),
    "read file_heads": ("相关附件", "相关阅读"),
    "read nobody": ("佚名", "本报记者"),
    "report.layout title_words": ("동향", "예산"),
    "report.layout publishers": ("센터", "회사"),
    "report.layout heads": ("센터장", "과장"),
    "stories title_tails": ("客户端", "终端"),
    "stories document_types": ("实施细则", "说明"),
    "stories told": ("答记者问", "问答"),
    "stories formulas": ("特制定", "制定"),
    "stories reported": ("据新华社", "新华社"),
    "stories issued": ("印发", "印刷"),
    "stories selling": ("立减", "减排"),
    "stories acting": ("加快", "快"),
    "stories leading": ("调研", "举行"),
    "stories part_of_name": ("论坛", "大会"),
    "stories regions": ("大湾区", "湾区"),
    "stories zones": ("科学城", "新城"),
    "collect.sources labels": ("更多", "通知"),
    "collect.sources reading": ("查看全文", "全文检索"),
    "collect.sources next": ("下一页", "上一页"),
    "collect.sources second_levels": ("gov", "cn"),
    "collect.sources service": ("退订", "订阅"),
    "verify titles": ("교수", "학생"),
    "verify body_ends": ("협회", "회의"),
    "verify framing": ("집계", "로켓"),
    "verify firm_ends": ("제약", "계약"),
    "verify no_names": ("研究院", "清华大学"),
    "verify no_places": ("스스로", "베이징"),
    "verify offices": ("국장", "교수"),
    "verify country_words": ("인도", "일본"),
    "verify counted": ("방식", "대"),
    "verify surnames": ("王", "国"),
    "verify of_countries": ("军", "民"),
    "verify short_cities": ("深", "沪"),
    "check.rules.agreement not_of_one_row": ("보다", "결과"),
    "check.rules.agreement kinds_of_things": ("power", "part"),
    "check.rules.agreement general_beginnings": ("국가", "가온"),
    "archive.search idle": ("소식", "소개"),
}


def _lists() -> list[str]:
    rooms = sorted(path.relative_to(ROOT).parents[1] for path in ROOT.rglob("data/lists.tsv"))
    names = [".".join(room.parts) for room in rooms]
    return [f"{room} {row[0]}" for room in names for row in tables.read(f"donghyang.{room}", "lists.tsv")]


def test_every_list_stands_once_and_has_its_pair() -> None:
    assert sorted(_lists()) == sorted(PAIRS)


@pytest.mark.parametrize("listed", PAIRS)
def test_lists_hold_their_words_once(listed: str) -> None:
    room, name = listed.split()
    words = tables.words(f"donghyang.{room}", name)
    held, near = PAIRS[listed]
    assert held in words
    assert near not in words
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("name", "held", "near"), [("nouns", "기업", "전문"), ("closed_stems", "없", "가"), ("said_twice", "한층", "한낮")]
)
def test_tables_of_words_hold_their_words(name: str, held: str, near: str) -> None:
    words = [word for row in tables.read("donghyang.check.rules.words", f"{name}.tsv") for word in _words(name, row)]
    assert held in words
    assert near not in words


def _words(name: str, row: tuple[str, ...]) -> list[str]:
    """The words of a row: nouns stand in its first cell, stems and doubled words together in its second."""
    return [row[0]] if name == "nouns" else row[1].split()


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        tables.words("donghyang.draft", "nothing")


@pytest.mark.parametrize("path", sorted(ROOT.rglob("data/*.tsv")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_row_stands_twice(path: Path) -> None:
    rows = tables.read(".".join(("donghyang", *path.relative_to(ROOT).parts[:-2])), path.name)
    assert [row for row, times in Counter(rows).items() if times > 1] == []


def test_a_misheard_place_is_called_unmistakable_only_where_nothing_else_says_so() -> None:
    needed = {form for form, mistake in mistakes().items() if len(form) == 2 and mistake.kind == "sound"}
    rows = [row[0] for row in tables.read("donghyang.language", "unmistakable.tsv")]
    assert [form for form in rows if form not in needed or any(char in KOREAN_LACKS for char in form)] == []


def test_counters() -> None:
    assert counters("currency")["KRW"] == "원"
    assert counters("ordinal")["届"] == "회"
    assert "届" not in counters("body")
