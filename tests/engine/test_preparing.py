"""What articles mean is read once, ahead of time, and out of the way of comparisons."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest

import newsdiff
from newsdiff.cancellation import CancelledWorkError, cancel_when
from newsdiff.encoding import Encoder
from newsdiff.engine import Engine
from newsdiff.errors import EncoderError
from newsdiff.model import Article
from newsdiff.reading import read_text
from tests.engine.encoders import StandIn

PATIENCE = 60.0
WHY = "sentences are linked by words only: there is no model"


def article(name: str) -> Article:
    text = f"The bridge in {name} was closed on Monday. Anna Berg said so."
    return read_text(text, source=f"{name}.txt")


OSLO, BERGEN, NARVIK = map(article, ("Oslo", "Bergen", "Narvik"))


def find(monkeypatch: pytest.MonkeyPatch, encoder: Encoder | None) -> None:
    monkeypatch.setattr("newsdiff.encoding.find_encoder", lambda: encoder)
    monkeypatch.setattr("newsdiff.encoding.why_words_only", lambda: WHY)


@pytest.fixture(autouse=True)
def encoder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> StandIn:
    """What is found in the place of the packaged one."""
    encoder = StandIn()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    find(monkeypatch, encoder)
    return encoder


def until(holds: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < end, "this never came about"
        sleep(0.001)


def at_the_first_word(encoder: StandIn, name: str) -> tuple[Event, Event]:
    """Makes the encoder wait inside an article: it has come there, it may go on."""
    come, gate = Event(), Event()

    def wait(sentence: str) -> None:
        if name in sentence:
            come.set()
            gate.wait(PATIENCE)

    encoder.before = wait
    return come, gate


def test_an_article_is_encoded_once_by_its_compared_sentences(
    encoder: StandIn,
) -> None:
    engine = Engine()
    engine.prepare(OSLO)
    for other in (BERGEN, NARVIK):
        engine.compare(OSLO, other)
        engine.compare(other, OSLO)
    oslo = tuple(OSLO.words_of(i) for i in OSLO.compared)
    assert encoder.texts.count(oslo) == 1
    assert len(encoder.texts) == 3
    known = engine._analysed(OSLO).encoded
    assert known is not None
    assert len(known.sentences) == len(oslo)


def test_what_was_encoded_before_is_read_from_the_cache(encoder: StandIn) -> None:
    Engine().prepare(OSLO)
    Engine().prepare(OSLO)
    assert len(encoder.texts) == 1


def test_the_library_compares_by_the_same(encoder: StandIn) -> None:
    newsdiff.compare(OSLO, BERGEN)
    assert len(encoder.texts) == 2


def test_where_words_are_chosen_no_encoder_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        pytest.fail("it was looked for")

    monkeypatch.setattr("newsdiff.encoding.find_encoder", fail)
    engine = Engine("words")
    engine.compare(OSLO, BERGEN)
    assert (engine.by_words, engine.why_words) == (True, "")
    assert engine.problems_of(OSLO, BERGEN) == ()


def test_where_no_encoder_can_be_had_words_decide_and_it_is_known_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find(monkeypatch, None)
    engine = Engine()
    assert (engine.by_words, engine.why_words) == (False, "")
    assert engine.compare(OSLO, BERGEN) == Engine("words").compare(OSLO, BERGEN)
    assert (engine.by_words, engine.why_words) == (True, WHY)


def test_an_article_that_cannot_be_encoded_is_compared_by_words(
    encoder: StandIn,
) -> None:
    def fail(sentence: str) -> None:
        if "Oslo" in sentence:
            message = "onnxruntime fails (Fail)"
            raise EncoderError(message)

    encoder.before = fail
    engine = Engine()
    assert engine.compare(OSLO, BERGEN) == Engine("words").compare(OSLO, BERGEN)
    said = ("Oslo is compared by words alone: onnxruntime fails (Fail)",)
    assert engine.problems_of(OSLO, BERGEN) == said
    assert engine.problems_of(BERGEN, NARVIK) == ()
    assert not engine.by_words
    assert engine._analysed(OSLO).encoded is None
    assert engine._analysed(BERGEN).encoded is not None
    with pytest.raises(EncoderError):
        newsdiff.compare(OSLO, BERGEN)


def test_what_is_not_english_is_compared_by_words(encoder: StandIn) -> None:
    text = "Мост закрыт до среды. Так сказала Анна Берг."
    engine, russian = Engine(), read_text(text, source="ru.txt")
    words = Engine("words").compare(russian, OSLO)
    assert engine.compare(russian, OSLO) == words
    assert engine._analysed(russian).encoded is None
    assert engine.find_claim(OSLO, "Мост закрыт.") is not None
    assert encoder.texts == [tuple(OSLO.words_of(i) for i in OSLO.compared)]


def test_a_claim_that_cannot_be_read_is_looked_for_by_words_and_that_is_said(
    encoder: StandIn,
) -> None:
    claim = "The bridge was shut."

    def fail(sentence: str) -> None:
        if sentence == claim:
            message = "onnxruntime fails (Fail)"
            raise EncoderError(message)

    encoder.before = fail
    engine = Engine()
    found = engine.find_claim(OSLO, claim)
    assert found == Engine("words").find_claim(OSLO, claim)
    said = "The claim is looked for by words alone: onnxruntime fails (Fail)"
    assert engine.problems_of(OSLO, claim=claim) == (said,)
    assert engine.problems_of(OSLO) == ()


def test_two_threads_that_ask_for_an_article_wait_for_one(encoder: StandIn) -> None:
    engine = Engine()
    come, gate = at_the_first_word(encoder, "Oslo")
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(engine.prepare, OSLO)
        assert come.wait(PATIENCE)
        second = pool.submit(engine.prepare, OSLO)
        comparing = pool.submit(engine.compare, OSLO, OSLO)
        until(lambda: bool(engine._awaited))
        gate.set()
        first.result(PATIENCE)
        second.result(PATIENCE)
        comparing.result(PATIENCE)
    assert len(encoder.texts) == 1


def test_what_is_prepared_ahead_makes_way_for_a_comparison(encoder: StandIn) -> None:
    engine = Engine()
    come, gate = at_the_first_word(encoder, "Narvik")
    with ThreadPoolExecutor(2) as pool:
        ahead = pool.submit(engine.prepare, NARVIK)
        assert come.wait(PATIENCE)
        comparing = pool.submit(engine.compare, OSLO, BERGEN)
        until(lambda: bool(engine._awaited))
        gate.set()
        with pytest.raises(CancelledWorkError):
            ahead.result(PATIENCE)
        comparing.result(PATIENCE)
    assert engine.progress(OSLO, BERGEN, NARVIK) == pytest.approx(2 / 3)
    engine.prepare(NARVIK)
    assert engine.progress(NARVIK) == 1


def test_what_is_to_be_prepared_waits_while_others_are_compared(
    encoder: StandIn,
) -> None:
    engine = Engine()
    come, gate = at_the_first_word(encoder, "Oslo")
    with ThreadPoolExecutor(2) as pool:
        comparing = pool.submit(engine.compare, OSLO, BERGEN)
        assert come.wait(PATIENCE)
        ahead = pool.submit(engine.prepare, NARVIK)
        gate.set()
        comparing.result(PATIENCE)
        ahead.result(PATIENCE)
    assert ["Narvik" in text[0] for text in encoder.texts] == [False, False, True]


def test_whoever_waits_may_stop_waiting(encoder: StandIn) -> None:
    engine, unwanted = Engine(), Event()
    come, gate = at_the_first_word(encoder, "Oslo")

    def wait() -> None:
        with cancel_when(unwanted.is_set):
            engine.compare(OSLO, BERGEN)

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(engine.prepare, OSLO)
        assert come.wait(PATIENCE)
        waiting = pool.submit(wait)
        until(lambda: bool(engine._awaited))
        unwanted.set()
        with pytest.raises(CancelledWorkError):
            waiting.result(PATIENCE)
        assert engine._awaited == []
        gate.set()
        first.result(PATIENCE)


def test_what_is_stopped_half_way_is_begun_anew(encoder: StandIn) -> None:
    engine = Engine()
    with pytest.raises(CancelledWorkError), cancel_when(lambda: bool(encoder.texts)):
        engine.prepare(OSLO)
    assert engine.progress(OSLO) == 0
    engine.prepare(OSLO)
    assert len(encoder.texts) == 2


def test_it_is_known_how_much_has_been_read(encoder: StandIn) -> None:
    engine, seen = Engine(), list[float]()
    encoder.before = lambda _: seen.append(engine.progress(OSLO, BERGEN))
    engine.compare(OSLO, BERGEN)
    assert seen == [0, 0.25, 0.5, 0.75]
    assert engine.progress(OSLO, BERGEN) == 1
