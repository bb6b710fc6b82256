"""Something in the background: one at a time, and once more for whoever asked meanwhile."""

import threading

import pytest

from pages.background import BackgroundTask


def test_it_is_done_without_waiting_for_it():
    may_go, done = threading.Event(), []
    background_task = BackgroundTask(lambda: (may_go.wait(30), done.append(1)))
    background_task.want()
    assert done == []
    may_go.set()
    background_task.wait()
    assert done == [1]


def test_what_is_asked_for_meanwhile_is_done_once_more_and_never_beside_it():
    begun, may_go, running, most = threading.Event(), threading.Event(), [], []

    def do():
        running.append(1)
        most.append(len(running))
        begun.set()
        may_go.wait(30)
        running.pop()

    background_task = BackgroundTask(do)
    background_task.want()
    assert begun.wait(30)
    for _ in range(5):
        background_task.want()
    may_go.set()
    background_task.wait()
    assert most == [1, 1]


def test_it_can_be_asked_for_again_after_it_was_done_or_failed(caplog):
    done = []

    def do():
        done.append(1)
        if len(done) == 1:
            raise ValueError("hỏng lần đầu")

    background_task = BackgroundTask(do)
    for _ in range(3):
        background_task.want()
        background_task.wait()
    assert len(done) == 3
    assert "hỏng lần đầu" in caplog.text


@pytest.mark.parametrize("times", [200])
def test_nobody_who_asks_is_forgotten(times):
    asked, seen = [], []
    background_task = BackgroundTask(lambda: seen.append(len(asked)))
    for number in range(times):
        asked.append(number)
        background_task.want()
    background_task.wait()
    assert seen[-1] == times
