"""What sets each statement apart from the rest of its own document, as vectors."""

import numpy as np

from policycheck.matching.blocks import Matrix

# The mean is drawn to nothing as if so many statements of no subject stood beside those of the document.
_LEAN = 3.0
# How much of every direction's spread is taken to be the same, as a share of the whole: below it nothing is stretched.
_EVEN = 10.0


def set_apart(vectors: Matrix) -> Matrix:
    """Return unit vectors of what each statement says that its document does not say everywhere; shape as given.

    The statements of one document share its subject and its manner, and their vectors lie close for that alone. The
    mean is taken away, and each direction weighs the less the more the document's statements spread along it:
    whitening by the document's own covariance, drawn towards doing nothing (ridge). Two documents so treated can be
    compared though each has its own axes weighed, since the axes themselves stay. A statement by itself stays as it is.
    """
    count, dimension = vectors.shape
    if count < 2:
        return vectors
    own = _unit(vectors - vectors.mean(axis=0) * (count / (count + _LEAN)))
    left, spread, axes = np.linalg.svd(own, full_matrices=False)
    return _unit((left * (spread / np.sqrt(spread**2 / count + _EVEN / dimension))) @ axes)


def _unit(vectors: Matrix) -> Matrix:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Matrix = (vectors / np.maximum(length, 1e-9)).astype(np.float32, copy=False)
    return unit
