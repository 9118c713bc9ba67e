"""A small archive to search in: articles written for these tests, in the manner of a weekly report."""

from __future__ import annotations

import datetime as dt

from donghyang.records import IndexedArticle

SPRING, AUTUMN, NEXT = dt.date(2022, 3, 11), dt.date(2022, 9, 23), dt.date(2023, 4, 7)

ARTICLES = (
    IndexedArticle(
        1, SPRING, "policy", 1, "선전시, 집적회로 설계기업에 최대 21.28억 위안 지원",
        (
            ("lead", "선전시 공업정보화국, ‘반도체 산업 지원 조치’를 시행"),
            ("summary", "선전시는 설계기업의 시제품 제작비를 지원하기로 하였다."),
            (
                "body",
                "2025년까지 설계기업 300개를 육성할 계획\n지원 대상은 난산구에 본사를 둔 기업\n"
                "첸하이(前海)에 시험 시설을 둠",
            ),
            ("references", "深圳市关于促进集成电路设计业发展的若干措施\n深圳特区报"),
        ),
        "지역", dt.date(2022, 3, 4),
    ),
    IndexedArticle(
        2, AUTUMN, "brief", 1, "바이두, 대화형 서비스 원신이언(文心一言) 공개 시험",
        (
            ("body", "검색과 클라우드에 차례로 붙일 예정\n초대받은 이용자부터 사용"),
            ("references", "百度宣布文心一言内测\n커촹반일보"),
        ),
    ),
    IndexedArticle(
        3, NEXT, "brief", 2, "원신이엔, 기업용 판매 시작",
        (("body", "한 달에 1천2백 건의 상담을 처리"), ("references", "每日经济新闻")),
    ),
    IndexedArticle(
        4, NEXT, "policy", 2, "샤먼대학, 해양 탄소 관측망 설치",
        (
            ("lead", "샤먼대학과 푸젠성 해양어업국, 대만해협에 관측 부표 42기를 설치"),
            ("body", "연구팀장 린궈칭(林國慶) 교수는 자료를 공개하겠다고 밝힘\n투자액은 1억 2,000만 위안"),
            ("references", "厦门大学海洋碳观测网建成\n福建日报"),
        ),
        "지역", dt.date(2023, 3, 30),
    ),
    IndexedArticle(
        5, NEXT, "technology", 1, "중국과학기술대학, 양자 중계기 시험 통신 성공",
        (
            ("lead", "중국과학기술대학 연구팀, 광섬유 420km를 잇는 양자 중계 실험에 성공"),
            ("body", "오류율을 3.57%로 낮춤\n초전도 검출기를 사용"),
            ("references", "中国科大实现420公里量子中继\nNature Photonics"),
        ),
        "ICT", dt.date(2023, 4, 2),
    ),
    IndexedArticle(
        6, AUTUMN, "policy", 1, "국가위생건강위원회, 병원 정보보호 점검",
        (
            ("lead", "국가위생건강위원회, 3급 병원의 환자 자료 관리 실태를 점검"),
            (
                "body",
                "점검에 합격하지 못한 병원은 공포(公布)한다고 밝힘\n국무원 각 부(部)가 참여\n국유 기업 병원도 포함",
            ),
            ("aside", "구분 3급 병원 2급 병원\n점검 대상 1,048 260"),
        ),
        "보건", dt.date(2022, 9, 20),
    ),
    IndexedArticle(
        7, SPRING, "technology", 2, "창정 8호, 위성 22기를 한 번에 궤도에 올림",
        (
            ("lead", "원창 발사장에서 발사된 창정(長征) 8호가 위성 22기를 분리"),
            ("body", "민간인이 만든 위성이 절반 이상\nCZ-8은 보조 추진체를 쓰지 않음"),
        ),
        "우주", dt.date(2022, 2, 27),
    ),
)  # fmt: skip
