"""How many the words around a noun for people tell of: one (一位, 某), several (多名, 不少), so many (35名)."""

import re

_MANY = "绝?大?多数|不少|许多|很多|一些|部分|众多"
_FEW = "(?:[多数几两二三四五六七八九十\\d][位名]|[多数几]个)"
_HUNDREDS = "(?:[数上近几][十百千万]+|[十百千]+(?=余?名))"
_ABOUT = "(?:超过|近|约|逾)?"
_UNTOLD = "不愿(?:(?:透露|公开)(?:姓名|身份|名字)|具名)的?"

QUANTIFIERS = re.compile(
    f"(?:上述)?(?:{_ABOUT}(?:{_FEW}|\\d+[余多]?万?余?[位名个]|{_HUNDREDS}余?[多余]?名?)|[还也又曾已另仍]?有(?:些|的|[位名个])?(?!关)|{_MANY}|大量|大批)"
)
"""What stands before a group and is not of it: 多名|干部, 有|村民."""
HOW_WIDE = re.compile(
    "[^，。]*[多数几][位名](?=..)|(?:全[国省市区县])?各[地级](?=..)|全国(?=高校|青年|广大|干部|农民|职工)"
)
"""What stands before a group and tells how many it is of: 各地|干部群众, 江城大学等多位|专家. 广大 is of its name."""
SEVERAL_LAST = re.compile(f"{_FEW}$|(?:{_MANY}|各国|中外)$")
"""Several, right before the noun: 江城大学多位|专家."""
SEVERAL_FIRST = re.compile(f"{_FEW}|{_MANY}")
"""Several, before the body: 多位|江城大学专家."""
NUMBER_FIRST = re.compile(f"{_ABOUT}(?:\\d{{2,}}[余多]?|{_HUNDREDS}余?)[位名]")
"""Ten or more: 近200名|与会代表."""
NUMBER_INSIDE = re.compile("[一两几多数二三四五六七八九十\\d]+[名位](?=.)")
"""Any number, at the head of what reads as a post: 律师协会|一名代表."""
MANY_OF = re.compile(
    "^(?:广大|全体|所有)|(?:所有|全体)$|(?:[两三四五六七八九十多各数]国|[多各]州|..国家)$|(?:官员|领导人|专家|秘书长)[和与及]"
)
"""Several, by where they are from or who is named before them: 山国多州|州长, 卫生官员和|目击者."""
ONE_ALONE = re.compile("(?:[一有][位名]|有个|某)$|(?:一[位名]|某|有)(?:不愿|要求)[^，。]{2,8}的?$")
"""One, right before a noun for a group: 一位|与会代表, 某不愿透露姓名的|业内人士."""
ONE_SAID = re.compile("[一某该这那]|匿名|不愿")
"""One, anywhere before a noun that may mean several: 这家银行的|专家."""
ONE_OF_BODY = re.compile(f"(?:一位|一名|某|{_UNTOLD}|匿名|的|副|另一[位名]|(?<=[^一名位某])当地)+$")
"""One, between a body and the noun: 县医院|一名不愿具名的|医生."""
ONE_AT_WORK = re.compile("(?<=..)一[名位](?:不愿意?(?:透露|公开)?(?:姓名|身份|具名)的?)?(?=.{0,6}$)")
"""One, between a body and the work before the noun: 某企业|一名|销售负责人."""
ONE_NEARBY = re.compile("^(?:当地|附近|周边|邻近|旁边|现场|本地|同村)的?一[位名个家]?(?=..)")
"""One, of those who are at hand: 附近一|商户."""
ONE_AFTER = re.compile("^[^，]{1,6}[后时前中]一[名位](?=..)")
"""One, behind what was done before: 上车后一名|乘警."""
SOME_BODY = re.compile("^(?:有(?!关)|这家|一家|某|匿名)+")
"""What tells of a body only that there is one: 某|企业."""
JOINED = re.compile("[、和与及]")
"""What stands between several who are named one after the other: A、B和C."""
