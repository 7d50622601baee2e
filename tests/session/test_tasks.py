import pytest

from viewer.errors import MediaError
from viewer.session.tasks import Doing, Kind, Tasks

DOING = {
    Kind.READING: Doing.OPENING,
    Kind.FINDING: Doing.LOOKING,
    Kind.SAVING: Doing.SAVING,
}


@pytest.fixture
def tasks(desk):
    tasks = Tasks(desk.jobs, desk.jobs)
    tasks.words, tasks.heard = [], []
    tasks.busy_changed.connect(tasks.words.append)
    return tasks


def begin(tasks, kind, outcome, failed=None):
    tasks.run(kind, DOING[kind], lambda _job: outcome, tasks.heard.append, failed)


def test_a_later_job_takes_the_place_of_one_of_its_kind(tasks, desk):
    begin(tasks, Kind.READING, "early")
    begin(tasks, Kind.READING, "late")
    desk.work()
    assert tasks.heard == ["late"]


def test_kinds_do_not_disturb_each_other(tasks, desk):
    begin(tasks, Kind.FINDING, "found")
    begin(tasks, Kind.READING, "read")
    assert tasks.is_running(Kind.FINDING)
    desk.work()
    assert tasks.heard == ["found", "read"]
    assert not tasks.is_running(Kind.FINDING)


def test_the_word_is_that_of_what_is_still_going_on(tasks, desk):
    begin(tasks, Kind.FINDING, "found")
    begin(tasks, Kind.READING, "read")
    desk.waiting.reverse()
    desk.work()
    assert tasks.words == [Doing.LOOKING, Doing.OPENING, Doing.LOOKING, None]


def test_what_is_cancelled_is_not_heard_and_its_word_goes(tasks, desk):
    begin(tasks, Kind.FINDING, "found")
    begin(tasks, Kind.SAVING, "saved")
    tasks.cancel(Kind.FINDING, Kind.READING)
    assert tasks.words[-1] is Doing.SAVING
    desk.work()
    assert tasks.heard == ["saved"]


def test_a_job_may_begin_the_next_of_its_kind(tasks, desk):
    def again(outcome):
        tasks.heard.append(outcome)
        begin(tasks, Kind.FINDING, "second")

    tasks.run(Kind.FINDING, Doing.LOOKING, lambda _job: "first", again, None)
    desk.work()
    assert tasks.heard == ["first", "second"]
    assert tasks.words == [Doing.LOOKING, None, Doing.LOOKING, None]


def test_a_failure_is_heard_after_the_word_has_gone(tasks, desk):
    def work(_job):
        raise MediaError("Broken.")

    tasks.run(
        Kind.FINDING, Doing.LOOKING, work, None, lambda e: tasks.heard.append(tasks.words[-1])
    )
    desk.work()
    assert tasks.heard == [None]


def test_progress_is_passed_on(tasks, desk):
    shares = []
    tasks.progressed.connect(shares.append)
    tasks.run(Kind.FINDING, Doing.LOOKING, lambda job: job.report(0.5), tasks.heard.append, None)
    desk.work()
    assert shares == [0.5]


def test_a_bug_ends_the_task_before_it_is_reported(tasks, desk, qtbot):
    with qtbot.capture_exceptions() as bugs:
        tasks.run(
            Kind.READING,
            Doing.OPENING,
            lambda _job: 1 / 0,
            tasks.heard.append,
            tasks.heard.append,
            lambda: tasks.heard.append(tasks.words[-1]),
        )
        desk.work()
    assert bugs[0][0] is ZeroDivisionError
    assert tasks.heard == [None]
    assert not tasks.is_running(Kind.READING)
