"""Who spoke so far: what pronouns, 该负责人, surnames and bare names refer to."""

import re

from msgspec import Struct

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.bodies import ends_body, state_at_start
from tuiexplorer.attribution.words.names import NameForm, is_surname, name_form
from tuiexplorer.language import N_
from tuiexplorer.lexicon import grammar


class Who(Struct, frozen=True, gc=False):
    """A speaker, resolved."""

    speaker: str
    kind: Kind
    positions: tuple[Position, ...]
    doubt: str | None = None


_SHORT_FOR = re.compile("（(?:以下)?简称[^（）]*）")
"""How a body will be called: 江州灌区管理局（以下简称“灌区局”）."""
_PAST = ("时任", "原", "前")
"""What begins a post that someone no longer holds."""
_THIS = re.compile("^(?:该名?|[这那][名位]|上述)")
_THAT = ("该", "上述")
"""What begins a mention of a body met before: 该机构, 上述公司."""


def is_later_mention(subject: Subject) -> bool:
    """Whether a subject means one whom a sentence before it may begin with: 他, 该机构."""
    return subject.mention == "pronoun" or _is_that_body(subject)


def is_holder(mention: Subject, met: Subject) -> bool:
    """Whether someone can be meant by what he is: 这位村支书, of 石门村村支书高明."""
    called = _THIS_OFFICE.sub("", mention.speaker)
    return called != mention.speaker and any(one.post.endswith(called) for one in met.positions)


_THIS_OFFICE = re.compile("^[这那][名位](?:“?[0-9]0后”?|[0-9]{2}岁的|年轻的?|[老女男](?=..))*")


def _is_that_body(subject: Subject) -> bool:
    return subject.kind is Kind.INSTITUTION and subject.speaker.startswith(_THAT)


def _can_be_called(name: str, noun: str) -> bool:
    """Whether a body can be called 该 with ``noun``: any an 机构, a 集团 a 公司."""
    companies = grammar.words("subjects", "companies")
    return (
        noun in grammar.word_set("subjects", "called_that")
        or name.endswith(noun)
        or (noun in companies and name.endswith(companies))
    )


def _has_title_only(subject: Subject) -> bool:
    """Whether the subject has one post and no body with it (高明山主席来到…，强调…)."""
    return len(subject.positions) == 1 and not subject.positions[0].agency


def _is_guess(subject: Subject) -> bool:
    """Whether the subject was read as a person without the form of a name."""
    return subject.kind is Kind.NAMED and subject.mention == "full" and subject.certainty <= Certainty.LIKELY


def _is_another(subject: Subject) -> bool:
    """Whether someone unnamed is told to be no one met before: 另一位|委员."""
    of_one = grammar.word_set("subjects", "offices_of_one")
    return subject.certainty == Certainty.CERTAIN and subject.speaker not in of_one


def _is_addressed(subject: Subject) -> bool:
    """Whether a surname with an address behind it is all the name that there is: 雷|大娘."""
    posts = [one.post for one in subject.positions]
    return len(subject.speaker) == 1 and bool(posts) and posts[0] in grammar.word_set("subjects", "addresses")


def _is_called_so(post: str, office: str) -> bool:
    """Whether the holder of ``post`` is meant by ``office`` alone: 新闻发言人 by 发言人."""
    return post == office or (office == "发言人" and post.endswith(office))


class Memory:
    """The speakers of a document in the order in which they were met."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._single: Who | None = None
        self._group: Who | None = None
        self._body: Who | None = None
        self._previous: Who | None = None
        self._unnamed: dict[str, Who] = {}
        """The last unnamed speaker of each post."""

    def resolve(self, subject: Subject) -> Who | None:
        """The speaker whom ``subject`` means, remembered for later mentions; None where nobody is known."""
        who = self._who(subject)
        if who is None:
            return None
        if who.kind is Kind.NAMED:
            self._people.introduce(who.speaker, who.positions)
            self._single = who
        elif who.kind is Kind.ANONYMOUS:
            self._single = who
            if who.positions:
                self._unnamed[who.positions[0].post] = who
        elif who.kind is Kind.COLLECTIVE:
            self._group = who
        else:
            self._body = who
        self._previous = who
        return who

    def knows_nobody(self, subject: Subject) -> bool:
        """Whether ``subject`` is only a possible name, without a title, of a person who is met nowhere else."""
        return subject.mention == "bare" and self._bare(subject) is None

    def pause(self) -> None:
        """A heading: no clause without a subject goes on with who spoke before it."""
        self._previous = None

    def forget(self) -> None:
        """Another article of a transcript: 他 and 该官员 mean nobody who spoke before it."""
        self._single = self._group = self._body = self._previous = None
        self._unnamed.clear()

    def _who(self, subject: Subject) -> Who | None:
        match subject.mention:
            case "pronoun" if subject.speaker.endswith("们"):
                return self._group or Who(subject.speaker, Kind.COLLECTIVE, ())
            case "pronoun":
                return self._single
            case "again":
                return self._met_before(subject)
            case "elided" if not subject.speaker:
                return self._previous
            case "elided" if subject.kind is Kind.NAMED and _has_title_only(subject):
                return self._titled_after(subject)
            case "bare":
                return self._bare(subject)
            case "title-after":
                return self._titled_after(subject)
        return self._in_full(subject)

    def _met_before(self, subject: Subject) -> Who:
        """该负责人: the single one met last; 该业主 and others by what they are: one who can be called so."""
        noun = _THIS.sub("", subject.speaker)
        last = self._single
        if noun not in grammar.word_set("subjects", "at_large"):
            return last or Who(subject.speaker, Kind.ANONYMOUS, subject.positions)
        if last and (not last.positions or any(one.post.endswith(noun) for one in last.positions)):
            return last
        return self._unnamed.get(noun) or Who(noun, Kind.ANONYMOUS, (Position("", noun),))

    def _in_full(self, subject: Subject) -> Who:
        if subject.kind is Kind.INSTITUTION and subject.speaker == "公司" and self._is_company():
            return self._body or Who(subject.speaker, subject.kind, subject.positions)
        if _is_that_body(subject):
            return self._that_body(subject)
        if subject.kind is Kind.INSTITUTION and self._people.is_titled(subject.speaker):
            return Who(subject.speaker, Kind.NAMED, self._people.positions(subject.speaker))  # 村民王现社
        in_office = subject.kind is Kind.ANONYMOUS and bool(subject.positions) and not _is_another(subject)
        if in_office and (
            who := self._by_surname(subject) or self._holder(subject) or self._same_office(subject)
        ):
            return who
        if subject.kind is Kind.INSTITUTION and (name := self._behind(subject.speaker)):
            return Who(name, Kind.INSTITUTION, (Position(name, ""),))
        name, positions = subject.speaker, subject.positions
        if subject.kind is Kind.NAMED and not positions:
            name, positions = self._known(name)
        if any("简称" in one.agency for one in positions):
            positions = tuple(Position(_SHORT_FOR.sub("", one.agency), one.post) for one in positions)
        doubt = N_("a name that only the title before it shows") if _is_guess(subject) else None
        return Who(name, subject.kind, positions, doubt)

    def _is_company(self) -> bool:
        """Whether the body that spoke last is a company: by its name, or by what else shows it (云江新光)."""
        name = self._body.speaker if self._body else ""
        return bool(name) and (name.endswith(grammar.words("subjects", "companies")) or not ends_body(name))

    def _behind(self, side: str) -> str | None:
        """The company in 恒远方面: 恒远, if the document more often has it so. None for states and persons."""
        name = side.removesuffix("方面")
        powers = grammar.endings("subjects", "powers")
        if (
            name == side
            or state_at_start(name)
            or powers.longest(name)
            or name_form(name) >= NameForm.FOREIGN
        ):
            return None
        return name if self._people.count(name) > self._people.count(side) else None

    def _same_office(self, subject: Subject) -> Who | None:
        """发言人 alone, after 卫生署发言人; 这位局长 and 该局局长, after 局长韩建明."""
        office, last = subject.positions[0], self._single
        if office.agency[:1] not in ("", "该"):
            return None
        held = last is not None and any(_is_called_so(one.post, office.post) for one in last.positions)
        if (
            last
            and held
            and last.kind is Kind.NAMED
            and office.post not in grammar.word_set("posts", "voices")
        ):
            return last  # but another resident is no one met before
        if office.agency:
            return None
        if subject.speaker.endswith(("发言人", "负责人", "负责同志")):
            return self._unnamed.get(office.post) or self._of_the_only_body(subject)
        same = (
            last and last.kind is Kind.ANONYMOUS and last.positions and last.positions[0].post == office.post
        )
        return last if same else None

    def _of_the_only_body(self, subject: Subject) -> Who | None:
        """发言人 alone, where the article tells of those of one body only: 外交部发言人就此发表谈话。发言人表示…."""
        post = subject.positions[0].post
        agency = self._people.body_of(post)
        return Who(subject.speaker, Kind.ANONYMOUS, (Position(agency, post),)) if agency else None

    def _by_surname(self, subject: Subject) -> Who | None:
        """韩局长, after 局长韩建明: what could stand for a state is a surname here."""
        surname, post = subject.positions[0].agency, subject.positions[0].post
        name = self._people.full_name(surname) if is_surname(surname) else None
        known = self._people.positions(name) if name else ()
        if name is None or not any(position.post.endswith(post) for position in known):
            return None
        return Who(name, Kind.NAMED, known)

    def _holder(self, subject: Subject) -> Who | None:
        """总书记 alone, after 高明山总书记: an office that one person holds."""
        post = subject.positions[0].post
        if subject.positions[0].agency or post not in grammar.word_set("subjects", "offices_of_one"):
            return None
        name = self._people.holder(post)
        return self._posts_here(name, subject) if name else None

    def _posts_here(self, name: str, subject: Subject) -> Who:
        """Someone named with a title: in a transcript of many articles, with the posts of the one he is in."""
        here = self._people.positions(name) if self._people.positions_here(name) else ()
        if subject.positions and all(one.post.startswith(_PAST) for one in here):
            here = ()  # 时任云州市委书记高明, who is 高明部长 by now
        return Who(name, Kind.NAMED, here or subject.positions)

    def _that_body(self, subject: Subject) -> Who:
        """该组织: the body that spoke before or was named, else as written."""
        noun = subject.speaker.removeprefix("该").removeprefix("上述")
        if self._body and _can_be_called(self._body.speaker, noun):
            return self._body
        name = self._people.body(noun) or subject.speaker
        return Who(name, Kind.INSTITUTION, (Position(name, ""),))

    def _known(self, name: str) -> tuple[str, tuple[Position, ...]]:
        """The name in full, and the positions it was introduced with."""
        positions = self._people.positions(name)
        if (not positions or len(name) == 1 or is_surname(name) or self._people.is_part(name)) and (
            full := self._people.full_name(name)
        ):
            return full, self._people.positions(full) or (positions if len(name) > 1 else ())
        return name, positions

    def _bare(self, subject: Subject) -> Who | None:
        if subject.certainty == Certainty.IF_INTRODUCED and not self._people.is_introduced(subject.speaker):
            return None
        name, positions = self._known(subject.speaker)
        if positions:
            return Who(name, Kind.NAMED, positions)
        if subject.certainty >= Certainty.LIKELY:
            return Who(name, Kind.NAMED, (), N_("a name without a title"))
        return None

    def _titled_after(self, subject: Subject) -> Who:
        whole = subject.speaker + "".join(position.post for position in subject.positions)
        addressed = len(whole) == 2 or _is_addressed(subject)  # 雷大娘, where 雷鸣 is another
        if addressed and self._people.positions(whole):
            return Who(whole, Kind.NAMED, self._people.positions(whole))
        name, positions = self._known(subject.speaker)
        if (
            not positions
            and len(name) == 1
            and subject.positions
            and subject.positions[0].post in grammar.word_set("subjects", "addresses")
        ):
            return Who(whole, Kind.NAMED, ())
        return self._posts_here(name, subject)
