"""Neighbours and rivals in a block of pairs, on small tables worked out by hand."""

import numpy as np

from policycheck.matching.blocks import best_rival, moved

BLOCK = np.array([[1, 2, 3], [4, 5, 6]], dtype=np.float32)


def test_what_leaves_at_one_edge_is_gone_and_zeros_come_in_at_the_other():
    assert moved(BLOCK, 1).tolist() == [[0, 0, 0], [1, 2, 3]]
    assert moved(BLOCK, -1, 1).tolist() == [[0, 4, 5], [0, 0, 0]]
    assert moved(BLOCK, 0, -2).tolist() == [[3, 0, 0], [6, 0, 0]]


def test_a_block_moved_out_of_itself_is_empty():
    assert not moved(BLOCK, 2).any()
    assert not moved(BLOCK, 0, -5).any()


def test_the_rival_of_the_best_is_the_second_and_of_all_others_the_best():
    assert best_rival(BLOCK, 1).tolist() == [[3, 3, 2], [6, 6, 5]]
    assert best_rival(BLOCK, 0).tolist() == [[4, 5, 6], [1, 2, 3]]


def test_two_that_are_equally_good_are_each_other_s_rivals():
    assert best_rival(np.array([[7, 7, 1]], dtype=np.float32), 1).tolist() == [[7, 7, 7]]


def test_what_stands_alone_has_no_rival():
    assert best_rival(BLOCK[:1], 0).tolist() == [[0, 0, 0]]
