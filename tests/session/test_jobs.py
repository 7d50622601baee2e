import threading

import pytest

from tests.fakes import is_idle
from viewer.errors import MediaError
from viewer.session.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    assert jobs.shut_down()


@pytest.fixture
def by_hand(qapp):
    """Jobs that wait in a list until the test starts them, here."""
    waiting = []
    jobs = Jobs(start=waiting.append)
    jobs.waiting = waiting
    return jobs


def nothing(_outcome):
    raise AssertionError("nothing was to be called")


def test_work_runs_elsewhere_and_its_outcome_comes_here(jobs, qtbot):
    threads = []

    def done(outcome):
        threads.append((outcome, threading.get_ident()))

    jobs.run(lambda _job: threading.get_ident(), done, nothing)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0][0] != threads[0][1] == threading.get_ident()
    assert is_idle(jobs)


def test_an_expected_failure_comes_here(jobs, qtbot):
    failures = []

    def work(_job):
        raise MediaError("Broken.")

    jobs.run(work, nothing, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0]) == "Broken."


def test_a_bug_is_raised_here(jobs, qtbot):
    with qtbot.capture_exceptions() as bugs:
        jobs.run(lambda _job: 1 / 0, nothing, nothing)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError


def test_a_cancelled_job_says_nothing(by_hand, qapp):
    job = by_hand.run(lambda job: job.report(0.5), nothing, nothing, nothing)
    job.cancel()
    assert is_idle(by_hand)
    by_hand.waiting[0]()
    qapp.sendPostedEvents()


def test_a_job_cancelled_after_its_work_says_nothing(by_hand, qapp):
    job = by_hand.run(lambda _job: 1, nothing, nothing)
    by_hand.waiting[0]()
    job.cancel()
    qapp.sendPostedEvents()


def test_work_sees_that_it_is_not_wanted(by_hand):
    seen = []
    job = by_hand.run(lambda job: seen.append(job.is_cancelled()), nothing, nothing)
    job.cancel()
    by_hand.waiting[0]()
    assert seen == [True]


def test_progress_comes_before_the_outcome_and_in_steps(by_hand, qapp):
    reported = []

    def work(job):
        for i in range(10_001):
            job.report(i / 10_000)
        return "done"

    by_hand.run(work, reported.append, nothing, reported.append)
    by_hand.waiting[0]()
    assert reported == []
    qapp.sendPostedEvents()
    assert reported[0] == 0
    assert reported[-2:] == [1.0, "done"]
    assert reported[:-1] == sorted(reported[:-1])
    assert 100 < len(reported) < 210


def test_the_end_waits_no_longer_than_reported(qapp):
    jobs = Jobs()
    begun, go_on = threading.Event(), threading.Event()

    def work(_job):
        begun.set()
        go_on.wait(10)

    job = jobs.run(work, nothing, nothing)
    assert begun.wait(10)
    queued = [jobs.run(lambda _job: 1, nothing, nothing) for _ in range(50)]
    assert jobs.shut_down(limit_ms=20) is False
    assert job.cancelled
    assert all(waiting.cancelled for waiting in queued)
    go_on.set()
    assert jobs.shut_down() is True
    qapp.sendPostedEvents()


def test_after_the_end_nothing_is_begun_or_reported(by_hand, qapp):
    by_hand.run(lambda _job: 1, nothing, nothing)
    by_hand.shut_down()
    by_hand.waiting[0]()
    assert by_hand.run(lambda _job: 1, nothing, nothing).cancelled
    assert len(by_hand.waiting) == 1
    qapp.sendPostedEvents()


def test_work_that_never_ends_starves_no_other(jobs, qtbot):
    """As a folder does that no longer answers: some of it cancelled, some still waited for."""
    answer, done = threading.Event(), []
    for number in range(20):
        job = jobs.run(lambda _job: answer.wait(), nothing if number % 2 else done.append, nothing)
        if number % 2:
            job.cancel()
    try:
        jobs.run(lambda _job: "opened", done.append, nothing)
        qtbot.waitUntil(lambda: done == ["opened"])
    finally:
        answer.set()
    qtbot.waitUntil(lambda: len(done) == 11)
