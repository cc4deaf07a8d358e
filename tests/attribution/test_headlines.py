"""What a headline or a title tells of a speaker of whom the text gives the name alone."""

from tuiexplorer.model import parse
from tuiexplorer.reading import Source

BRIEFING = """\
就两国会谈等答问

  2023年11月22日海国外交部发言人耿山明主持例行记者会

  应邀来访的客人将于23日至24日访问，并举行会谈。

  问：中方对此有何评论？

  答：我们注意到了有关报道，密切关注事态进展。

  问：能否介绍访问的日程？

  答：今天下午我们已经发布了消息。
"""


def test_who_holds_a_conference_by_its_headline_answers_with_the_post_told_there() -> None:
    said = [one for theme in parse(Source("a.txt", "digest", BRIEFING)).themes for one in theme.statements]

    assert [(one.speaker, [(p.agency, p.post) for p in one.positions]) for one in said] == [
        ("耿山明", [("海国外交部", "发言人")])
    ] * 2
