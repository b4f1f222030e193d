import threading

from hexapla.desk.turns import Turns, turns_of


def test_turns_come_in_the_order_of_asking() -> None:
    turns, order = Turns(), []
    threads = []

    def ask(number: int) -> None:
        with turns.turn():
            order.append(number)

    with turns.turn():
        for number in range(12):
            threads.append(threading.Thread(target=ask, args=(number,)))
            threads[-1].start()
            while len(turns._waiting) <= number:
                pass
        assert order == []
    for thread in threads:
        thread.join()
    assert order == list(range(12))


def test_an_error_passes_the_turn_on() -> None:
    turns = Turns()
    for _round in range(2):
        try:
            with turns.turn():
                raise ValueError
        except ValueError:
            pass
    with turns.turn():
        assert turns._taken


def test_a_database_has_one_queue_in_a_process() -> None:
    first = turns_of("/a/desk")
    assert turns_of("/a/desk") is first
    assert turns_of("/b/desk") is not first
