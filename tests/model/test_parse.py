"""From a source to a document: its frame, its themes, what is said and told under them, and what was not understood."""

import pytest

from tuiexplorer.model import Document, Narration, Position, Statement, parse
from tuiexplorer.reading import Source

ARTICLE = """\
凝心聚力绘新图 实干争先开新局

——市委全会精神在云州大地引发热烈反响

大家纷纷表示，要把思想和行动统一到全会部署上来。

一、把水蓄住
一渠清水润万家

全会提出，要加快大水网建设。围绕春灌，省水利厅党组书记、厅长周敏在会上表示，将科学调度，以丰补枯。

渠水哗哗流进稻田。

二、把田种好

“种子也够用。”省农业农村厅厅长何田说。

（云州日报全媒体报道组）
"""


def read(text: str) -> Document:
    return parse(Source("article.txt", "digest", text))


def statements(document: Document) -> list[Statement]:
    return [entry.item for entry in document.statements() if isinstance(entry.item, Statement)]


def test_title_subtitle_and_byline_are_told_apart() -> None:
    document = read(ARTICLE)

    assert document.title == "凝心聚力绘新图 实干争先开新局"
    assert document.subtitle == "市委全会精神在云州大地引发热烈反响"
    assert document.byline == "云州日报全媒体报道组"
    assert (document.path, document.sha256, document.text) == ("article.txt", "digest", ARTICLE)


def test_a_byline_tells_who_made_it_not_where_it_was_taken_from_or_when() -> None:
    front = "柳河发布 2026年1月9日 18:36 云州\n来源：柳河新闻网\n本报记者 闻笛\n"
    document = read(f"柳河开新局\n{front}\n大会召开。（完）\n\n信息来源｜柳河新闻网\n编辑｜舒怀\n")

    assert document.byline == "本报记者 闻笛 编辑｜舒怀"


def test_a_byline_that_stands_over_each_part_is_told_once_and_without_its_colon() -> None:
    part = "柳河网消息（柳河联播）：\n\n大会召开。\n\n市长舒怀说，要把水蓄住。\n\n"
    document = read(f"柳河开新局\n\n一、开幕\n\n{part}二、闭幕\n\n{part}")

    assert document.byline == "柳河网消息（柳河联播）"


def test_themes_without_numbers_and_what_stands_before_the_first() -> None:
    themes = read(ARTICLE).themes

    assert [(theme.heading, theme.slogan, theme.line) for theme in themes] == [
        (None, None, 1),
        ("把水蓄住", "一渠清水润万家", 7),
        ("把田种好", None, 14),
    ]
    assert [[one.speaker for one in theme.statements] for theme in themes] == [["大家"], ["周敏"], ["何田"]]


def test_a_statement_knows_speaker_posts_cue_and_where_it_stands() -> None:
    _, one, _ = statements(read(ARTICLE))

    assert one.speaker == "周敏"
    assert [(position.agency, position.post) for position in one.positions] == [
        ("省水利厅", "党组书记"),
        ("省水利厅", "厅长"),
    ]
    assert (one.kind, one.cue, one.content) == ("named", "表示", "将科学调度，以丰补枯")
    assert one.paragraph == ARTICLE.splitlines()[9]
    assert one.line == 10
    assert [ARTICLE[start:end] for start, end in one.spans] == ["将科学调度，以丰补枯"]
    assert "".join(ARTICLE[start:end] for start, end in one.attribution).startswith(
        "省水利厅党组书记、厅长周敏"
    )
    assert one.doubt is None


def test_narration_is_what_no_one_says() -> None:
    theme = read(ARTICLE).themes[1]

    assert [told.content for told in theme.narration] == [
        "全会提出，要加快大水网建设。围绕春灌",
        "渠水哗哗流进稻田。",
    ]
    assert [told.line for told in theme.narration] == [10, 12]


def test_narration_does_not_begin_with_the_stop_of_what_was_said_before_it() -> None:
    document = read("新规出台\n\n一、便民\n\n市水利局局长岳小明表示，“要把渠道修到田头”。渠水流进了稻田。\n")

    assert [told.content for told in document.themes[0].narration] == ["渠水流进了稻田。"]


def test_a_title_that_goes_on_over_a_particle_is_whole_in_the_attribution() -> None:
    document = read("回信引发反响\n\n一、青年\n\n来自云州大学的学生周小满说：“我们接过了接力棒。”\n")

    assert [told.content for told in document.themes[0].narration] == ["来自"]


def test_entries_know_their_place() -> None:
    document = read(ARTICLE)
    entries = list(document.entries())

    assert all(entry.document is document for entry in entries)
    assert [type(entry.item) for entry in entries] == [Statement, Statement, Narration, Narration, Statement]
    assert [entry.theme.heading for entry in entries] == [
        None,
        "把水蓄住",
        "把水蓄住",
        "把水蓄住",
        "把田种好",
    ]


def test_the_same_words_said_twice_have_two_ids() -> None:
    twice = "标题在这里\n\n省水利厅厅长周敏表示，水够用。\n\n渠水哗哗流进稻田。\n\n周敏表示，水够用。\n"

    one, other = statements(read(twice))

    assert (one.content, one.speaker) == (other.content, other.speaker)
    assert one.id != other.id


def test_ids_do_not_depend_on_where_the_file_is() -> None:
    here, there = parse(Source("a.txt", "1", ARTICLE)), parse(Source("b/c.txt", "2", ARTICLE))

    assert [one.id for one in statements(here)] == [one.id for one in statements(there)]


def test_agencies_full_name_by_the_province_of_the_text() -> None:
    (one,) = statements(read("新华社武汉5月4日电（记者 罗青）湖北省发改委主任周敏表示，将抓好项目建设。\n"))

    assert one.positions == (Position("湖北省发改委", "主任", "湖北省发展和改革委员会"),)


def test_bytes_that_fit_no_encoding_are_reported() -> None:
    (doubt,) = read("云州春灌调查\n\n省水利厅厅长周敏表示，将科学\ufffd\ufffd，以丰补枯。\n").doubts

    assert (doubt.kind, doubt.line) == ("unreadable", 3)


def test_a_name_without_a_title_is_doubtful() -> None:
    document = read("云州春灌调查\n\n渠水哗哗流进稻田。\n\n江海平说：“我就想把这门手艺传下去。”\n")

    assert [(doubt.kind, doubt.line) for doubt in document.doubts] == [("ambiguous", 5)]
    assert statements(document)[0].doubt


def test_words_that_someone_says_but_no_one_is_found_for_are_reported() -> None:
    (doubt,) = read(
        "云州春灌调查\n\n“我就想把这门手艺传下去，让更多的人喜欢上它。”那人笑了笑，没有再说下去。\n"
    ).doubts

    assert (doubt.kind, doubt.line) == ("unattributed", 3)


def test_a_quotation_without_a_speaker_is_told_of_beside_one_that_has_one() -> None:
    text = "标题\n\n县长王芳说：“路修通了。”台下一片掌声。“明年还要修桥！”后排响起一个声音。\n"

    document = parse(Source("a.txt", "", text))

    assert [(doubt.kind, text[slice(*doubt.span)]) for doubt in document.doubts] == [
        ("unattributed", "明年还要修桥！")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "二楼眺台悬挂着“把水渠修到每一块田边，把好日子过到每一个人家！”的巨型横幅。",
        "人们手举“欢迎远方的客人！”、“友谊之树常青！”等红色横幅。",
        "门楣上写着：“水渠长流，日子长久。”",
        "俗话说，“水到渠成，不在一时。”",
        "报告指出：“水利是农业的命脉，一刻也不能放松。”",
    ],
)
def test_what_is_shown_or_quoted_from_no_one_lacks_no_speaker(sentence: str) -> None:
    assert read(f"云州春灌调查\n\n渠水哗哗流进稻田。\n\n{sentence}\n").doubts == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "云水评级称，全市水价已经连续三年没有上涨。",
        "青禾朵告诉记者，过去这里一年只能种一季稻。",
        "某议员质疑，方案没有算清修渠的账。",
        "当地媒体的一家合作方的所有者表示，渠道明年就能通水。",
    ],
)
def test_indirect_speech_that_no_one_is_found_for_is_reported(sentence: str) -> None:
    document = read(f"云州春灌调查\n\n渠水哗哗流进稻田。\n\n{sentence}渠水流得很慢。\n")

    assert [(doubt.kind, doubt.line, document.text[slice(*doubt.span)]) for doubt in document.doubts] == [
        ("unattributed", 5, sentence)
    ]


def test_what_bodies_before_a_comma_make_known_is_reported() -> None:
    (doubt,) = read(
        "老市长逝世\n\n云州市委、云州市人民政府，沉痛地向全市人民通告：老市长因病医治无效逝世。\n"
    ).doubts

    assert (doubt.kind, doubt.line) == ("unattributed", 3)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("抗议者要求市政府立即停止修坝。", "抗议者要求市政府立即停止修坝。"),
        ("三地渔民联名致信水利部，希望早日公布水质数据。", "希望早日公布水质数据。"),
    ],
)
def test_a_demand_that_may_be_in_words_is_reported_as_possible(sentence: str, words: str) -> None:
    document = read(f"云州春灌调查\n\n渠水哗哗流进稻田。\n\n{sentence}\n")

    assert [(doubt.kind, doubt.line, document.text[slice(*doubt.span)]) for doubt in document.doubts] == [
        ("possible", 5, words)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "据介绍，这条渠道去年就已经修通。",
        "检察建议书指出，主管部门没有全面履行职责。",
        "省水利厅印发通知，要求各地在汛前检修闸门。",
        "没有任何组织宣称对这次停水负责。",
        "我相信，这条渠道明年一定能够修通。",
        "全渠水闸的精度要求非常高，误差只有半毫米。",
        "新渠与古渠互为补充，灌溉着十万亩稻田。",
        "通水典礼在云州开讲，市民们坐满了会场。",
        "历史告诉我们，治水要靠长年的功夫。",
        "渔民在县政府门前集会，要求提高补偿的标准。",
        "代表建议8666件和提案都已经按时办结。",
        "水务公司按照业主要求提供上门抄表的服务。",
    ],
)
def test_what_no_one_says_is_not_taken_for_speech_that_was_missed(sentence: str) -> None:
    assert read(f"云州春灌调查\n\n渠水哗哗流进稻田。\n\n{sentence}\n").doubts == ()


def test_an_empty_text_is_an_empty_document() -> None:
    document = read("")

    assert (document.title, document.themes, document.doubts) == (None, (), ())
