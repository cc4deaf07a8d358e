"""The threads beside the screen."""

from threading import Event

from tuiexplorer.tui.threads import Threads


def test_nobody_waits_for_a_thread_when_the_reader_leaves() -> None:
    threads, begun, released = Threads(), Event(), Event()

    def work() -> bool:
        begun.set()
        return released.wait()

    running = threads.submit(work)
    waiting = [threads.submit(released.wait) for _number in range(10)]
    begun.wait()
    threads.shutdown(wait=True)  # as the event loop does at its end
    assert not running.done()
    assert waiting[-1].cancelled()
    released.set()
    assert running.result()
