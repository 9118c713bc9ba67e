"""Mail to a real server on this machine: nobody gets it twice, nobody is left out, whatever is killed when."""

import datetime as dt
import email
import email.policy
import json
import os
import shutil
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.press.issues import DAY, lay, publish, publish_new, workspace
from tests.press.servers import Box, serving
from tests.shell import run

from donghyang import press
from donghyang.press import journal
from donghyang.press.mailing import Mailing, published_of
from donghyang.press.readers import reader_of, readers
from donghyang.records import CannotProceed
from donghyang.workspace import Workspace, open_workspace

NAMES = ("a@example.kr", "b@example.kr", "c@example.kr", "d@example.kr")
MAIL = '\n[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "news@example.kr"\nper_minute = 6000\n'


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def home(tmp_path: Path, box: Box) -> Iterator[Workspace]:
    with serving(box) as port:
        made = workspace(tmp_path / "home", MAIL.format(port=port))
        (made.root / "readers.txt").write_text("\n".join(NAMES), "utf-8")
        publish_new(made, DAY)
        yield made


def mailing(home: Workspace) -> Mailing:
    return Mailing(home, published_of(home, None))


def silent(*_: object) -> None:
    pass


def sent(home: Workspace) -> list[str]:
    return mailing(home).run(silent, silent).sent


# ---------------------------------------------------------------------------------------------- who and what


@pytest.mark.parametrize(
    ("line", "address", "name"),
    [
        ("hong@example.kr", "hong@example.kr", ""),
        ("김하늘 <kim@example.kr>", "kim@example.kr", "김하늘"),
        ('"박, 바다" <park@example.kr>', "park@example.kr", "박, 바다"),
        ("<a.b+c@sub.example.kr>", "a.b+c@sub.example.kr", ""),
        ("lee@한국.kr", "lee@xn--3e0b707e.kr", ""),
    ],
)
def test_readers_are_addresses_with_or_without_a_name(line: str, address: str, name: str) -> None:
    found = reader_of(line)
    assert found is not None
    assert (found.address, found.name) == (address, name)


@pytest.mark.parametrize(
    "line",
    [
        *("김하늘", "a@", "@b.kr", "a@b", "a b@c.kr", "a@b.kr, c@d.kr", "a@b.kr>", "<a@b.kr", "a@b..kr", ".a@b.kr"),
        *("한글@example.kr", "a@b.kr\x00", "a\r\nBcc:b@c.kr@d.kr", "x" * 65 + "@b.kr", "a@" + "b" * 64 + ".kr"),
    ],
)
def test_what_is_no_address_is_none(line: str) -> None:
    assert reader_of(line) is None


def test_a_list_is_read_with_remarks_and_each_reader_once(tmp_path: Path) -> None:
    path = tmp_path / "readers.txt"
    path.write_text("\ufeff# 과학기술정책과\n\na@example.kr\n김하늘 <A@Example.KR>\nb@example.kr # 아님\n", "utf-8")
    with pytest.raises(CannotProceed, match=r"readers\.txt:5"):
        readers(path)
    path.write_text("# 과학기술정책과\n\na@example.kr\n김하늘 <A@Example.KR>\n", "utf-8")
    assert [one.address for one in readers(path)] == ["a@example.kr"]
    path.unlink()
    with pytest.raises(CannotProceed):
        readers(path)


def test_each_reader_gets_one_message_of_his_own(home: Workspace, box: Box) -> None:
    pauses: list[float] = []
    assert mailing(home).run(silent, pauses.append).sent == list(NAMES)
    assert pauses == [60 / 6000] * 3
    ids = set()
    for to, data in box.taken:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert message["To"] == to
        assert message["From"].addresses[0].addr_spec == "news@example.kr"
        assert message["Bcc"] is None
        assert message["Cc"] is None
        assert "mailto:news@example.kr" in message["List-Unsubscribe"]
        ids.add(message["Message-ID"])
    assert len(ids) == len(NAMES)
    assert sent(home) == []
    assert box.readers == list(NAMES)


def test_a_correction_goes_to_all_again_and_says_so(home: Workspace, box: Box) -> None:
    sent(home)
    file = lay(home)
    file.write_text(file.read_text("utf-8").replace("12억", "15억"), "utf-8")
    publish(home, file, press.Order(DAY, "김하늘", None, "투자액을 바로잡습니다."))
    box.taken.clear()
    assert sent(home) == list(NAMES)
    message = email.message_from_bytes(box.taken[0][1], policy=email.policy.default)
    assert message["Subject"].startswith("[정정] ")


def test_what_is_no_sending_sends_nothing(home: Workspace, box: Box) -> None:
    plan = mailing(home).plan()
    assert (plan.readers, plan.sent, plan.left, plan.unsure) == (4, 0, 4, ())
    with pytest.raises(CannotProceed):
        Mailing(home, published_of(home, None), ["pdf"])
    with pytest.raises(CannotProceed) as refused:
        published_of(home, lay(home, DAY + dt.timedelta(7)))
    assert refused.value.code == "unpublished"
    assert box.taken == []


# ---------------------------------------------------------------------------------------------- what a server says


def test_a_reader_that_is_refused_is_told_and_not_tried_again(home: Workspace, box: Box) -> None:
    box.at_rcpt = lambda to: "550 no such user" if to.startswith("b") else None
    made = mailing(home).run(silent, silent)
    assert (made.sent, made.refused) == (
        ["a@example.kr", "c@example.kr", "d@example.kr"],
        [("b@example.kr", "no such user")],
    )
    box.at_rcpt = lambda to: None
    assert sent(home) == []


@pytest.mark.parametrize("when", ["at_rcpt", "at_data"])
def test_a_reader_whose_server_asks_for_later_is_sent_it_later(home: Workspace, box: Box, when: str) -> None:
    setattr(box, when, lambda to: "451 greylisted" if to.startswith("b") else None)
    made = mailing(home).run(silent, silent)
    assert made.later == [("b@example.kr", "greylisted")]
    setattr(box, when, lambda to: None)
    assert sent(home) == ["b@example.kr"]
    assert sorted(box.readers) == sorted(NAMES)


def test_a_server_that_is_not_there_is_told(home: Workspace) -> None:
    other = replace(home, settings=replace(home.settings, mail=replace(home.settings.mail, port=1)))
    with pytest.raises(CannotProceed, match=r"127\.0\.0\.1:1"):
        mailing(other).run(silent, silent)


def test_two_programs_do_not_send_at_once(home: Workspace, box: Box) -> None:
    one = mailing(home)
    with journal.opened(one.journal), pytest.raises(CannotProceed, match="another program"):
        mailing(home).run(silent, silent)
    assert box.taken == []


# ---------------------------------------------------------------------------------------------- kills


class Killed(BaseException):
    """Stands for a process that is gone: nothing catches it."""


@pytest.mark.parametrize("state", ["begun", "sent"])
@pytest.mark.parametrize("written", [False, True])
def test_a_kill_around_each_note_sends_to_nobody_twice(
    home: Workspace, box: Box, monkeypatch: pytest.MonkeyPatch, state: str, written: bool
) -> None:
    real = journal.Journal.note

    def note(self: journal.Journal, key: str, told: journal.State, *more: str) -> None:
        dies = told == state and key == "b@example.kr"
        if not dies or written:
            real(self, key, told, *more)
        if dies:
            raise Killed

    monkeypatch.setattr(journal.Journal, "note", note)
    with pytest.raises(Killed):
        mailing(home).run(silent, silent)
    monkeypatch.undo()
    taken = "b@example.kr" in box.readers
    assert taken is (state == "sent")
    unsure = (state, written) in (("begun", True), ("sent", False))
    made = mailing(home).run(silent, silent)
    assert made.unsure == (["b@example.kr"] if unsure else [])
    if unsure:  # a person looks, and says
        assert mailing(home).settle("sent" if taken else "again", "김하늘") == ("b@example.kr",)
        sent(home)
    assert sorted(box.readers) == sorted(NAMES)
    assert mailing(home).plan().left == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
@pytest.mark.parametrize(("when", "unsure"), [("at_rcpt", False), ("at_data", True)])
def test_kill_nine_in_the_middle_and_again(home: Workspace, box: Box, when: str, unsure: bool) -> None:
    """The server kills the program while it holds its words; what it had whole was taken, what it had not was not."""
    child: subprocess.Popen[bytes]

    def kill(to: str) -> None:
        if to == "b@example.kr":
            child.kill()
            child.wait()

    setattr(box, when, kill)
    order = [sys.executable, "-m", "donghyang", "mail", "--send", "--workspace", str(home.root)]
    child = subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child.communicate()
    assert child.returncode == -9
    setattr(box, when, lambda to: None)
    done = run("mail", "--send", "--json", cwd=home.root)
    assert json.loads(done.stdout)["unsure"] == (["b@example.kr"] if unsure else [])
    assert done.returncode == int(unsure)
    assert sorted(box.readers) == sorted(NAMES)


def test_of_several_left_by_kills_each_is_settled_by_itself(home: Workspace, box: Box) -> None:
    """Two kills: one fell before the last sign, one behind it."""
    path = mailing(home).journal
    lines = [{"to": name, "state": "begun"} for name in NAMES[:2]]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    with pytest.raises(CannotProceed, match=r"c@example\.kr"):
        mailing(home).settle("sent", "김하늘", [NAMES[0], NAMES[2]])
    assert mailing(home).plan().unsure == NAMES[:2]
    assert mailing(home).settle("sent", "김하늘", [NAMES[0].upper()]) == NAMES[:1]
    done = run("mail", "--unsure", "again", "--only", NAMES[1], "--by", "김하늘", "--send", "--json", cwd=home.root)
    assert done.returncode == 0, done.stderr
    assert sorted(box.readers) == sorted(NAMES[1:])
    assert run("mail", "--only", NAMES[1], cwd=home.root).returncode == 2


def test_a_line_that_a_kill_cut_short_says_nothing(home: Workspace, box: Box) -> None:
    path = mailing(home).journal
    path.write_bytes(b'{"to": "a@example.kr", "state": "sent"}\n{"to": "b@example.kr", "sta')
    assert sent(home) == ["b@example.kr", "c@example.kr", "d@example.kr"]
    assert mailing(home).plan().sent == 4


@pytest.mark.parametrize(
    "line",
    [
        b'{"to": 3, "state": "sent"}\n',
        b'{"state": "sent"}\n',
        b'{"to": "a", "state": "gone"}\n',
        b"{x}\n",
        b"[" * 100_000 + b"}\n",
        b"\0" * 512,
        b"\xd1\x07\x9c",
    ],
)
def test_a_journal_that_nobody_wrote_sends_nothing(home: Workspace, box: Box, line: bytes) -> None:
    mailing(home).journal.write_bytes(line)
    with pytest.raises(CannotProceed, match=r"mail\.jsonl:1"):
        mailing(home).run(silent, silent)
    assert box.taken == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "nowhere", "large"])
def test_a_journal_that_is_no_file_sends_nothing_and_is_not_waited_for(home: Workspace, box: Box, kind: str) -> None:
    path = mailing(home).journal
    makers: dict[str, Callable[[], object]] = {
        "pipe": lambda: os.mkfifo(path),
        "device": lambda: path.symlink_to("/dev/zero"),
        "folder": path.mkdir,
        "nowhere": lambda: path.symlink_to("nowhere"),
        "large": lambda: path.write_bytes(b"\n" * (17 << 20)),
    }
    makers[kind]()
    with pytest.raises(CannotProceed, match=r"mail\.jsonl"):
        mailing(home).plan()
    with pytest.raises(CannotProceed, match=r"mail\.jsonl"):
        mailing(home).run(silent, silent)
    assert box.taken == []


# ---------------------------------------------------------------------------------------------- TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    order = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run([*order, *names, *files], check=True, capture_output=True)
    return folder


@pytest.fixture
def closed(tmp_path: Path, box: Box, certificate: Path) -> Iterator[Workspace]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with serving(box, context) as port:
        made = workspace(tmp_path / "home", MAIL.format(port=port).replace('"none"', '"starttls"') + 'user = "news"\n')
        (made.root / "readers.txt").write_text(NAMES[0], "utf-8")
        publish_new(made, DAY)
        yield made


def test_the_password_comes_from_the_environment_and_goes_over_tls_alone(
    closed: Workspace, box: Box, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotProceed, match="DONGHYANG_SMTP_PASSWORD"):
        sent(closed)
    monkeypatch.setenv("DONGHYANG_SMTP_PASSWORD", "right")
    with pytest.raises(CannotProceed, match=r"127\.0\.0\.1"):  # nobody vouches for the server
        sent(closed)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    opened = open_workspace(closed.root)
    open_way = replace(opened, settings=replace(opened.settings, mail=replace(opened.settings.mail, security="none")))
    with pytest.raises(CannotProceed, match="no password is sent"):
        sent(open_way)
    assert box.logins == []
    assert sent(closed) == [NAMES[0]]
    assert box.logins == [("news", "right")]


def test_a_wrong_password_is_told_without_it(
    closed: Workspace, box: Box, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    monkeypatch.setenv("DONGHYANG_SMTP_PASSWORD", "wrong-secret")
    with pytest.raises(CannotProceed) as refused:
        sent(closed)
    assert "wrong-secret" not in refused.value.message.en + refused.value.message.ko
    assert box.taken == []


def test_the_command_shows_first_and_sends_when_it_is_told(home: Workspace, box: Box) -> None:
    shown = run("mail", "--json", cwd=home.root)
    assert (shown.returncode, json.loads(shown.stdout)["left"]) == (0, 4)
    assert box.taken == []
    assert run("mail", "--try", "me@example.kr", cwd=home.root).returncode == 0
    assert box.readers == ["me@example.kr"]
    assert mailing(home).plan().left == 4
    done = run("mail", "--unsure", "sent", cwd=home.root)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
