"""A block of pairs, a row for each statement of one side and a column for each of the other: neighbours and rivals."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


def moved(block: Matrix, down: int, right: int = 0) -> Matrix:
    """Return the block moved down and right, zeros coming in at the edges."""
    found = np.zeros_like(block)
    rows, columns = block.shape
    if abs(down) < rows and abs(right) < columns:
        to = slice(max(0, down), rows + min(0, down)), slice(max(0, right), columns + min(0, right))
        found[to] = block[max(0, -down) : rows - max(0, down), max(0, -right) : columns - max(0, right)]
    return found


def best_rival(block: Matrix, axis: int) -> Matrix:
    """Return the highest other pair of each in the same column (`axis` 0) or row (1); 0 where there is no other."""
    if block.shape[axis] < 2:
        return np.zeros_like(block)
    if axis == 0:
        return best_rival(block.T, 1).T
    ordered = np.partition(block, -2, axis=1)
    return np.where(block >= ordered[:, -1:], ordered[:, -2:-1], ordered[:, -1:])
