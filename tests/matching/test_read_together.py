import numpy as np

from policycheck.matching.read_together import read_either_way


def test_neither_of_two_texts_comes_first_where_both_orders_are_read():
    pairs = [("a cat", "two dogs"), ("one", "a much longer text")]

    def read(some):
        return np.array([[len(a), len(b), len(a) - len(b)] for a, b in some], dtype=np.float32)

    found = read_either_way(pairs, read)
    assert found.tolist() == [[6.5, 6.5, 0.0], [10.5, 10.5, 0.0]]
    assert read_either_way([(b, a) for a, b in pairs], read).tolist() == found.tolist()
