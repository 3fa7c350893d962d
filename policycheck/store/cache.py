"""Values that are costly to compute, kept under the hash of what they were computed from."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from policycheck.store.schema import result, vector

_AT_A_TIME = 500  # well below the number of parameters that every SQLite allows


def select_vectors(connection: sa.Connection, model: str, keys: Collection[str]) -> dict[str, np.ndarray]:
    """Return the vectors that are known, float32 and read-only, by key."""
    query = sa.select(vector.c.key, vector.c.data).where(vector.c.model == model)
    return {
        row.key: np.frombuffer(row.data, dtype="<f4")
        for some in _slices(keys)
        for row in connection.execute(query.where(vector.c.key.in_(some)))
    }


def insert_vectors(connection: sa.Connection, model: str, vectors: Mapping[str, np.ndarray]) -> None:
    """Write vectors, each of one dimension, as little-endian float32."""
    rows = [{"model": model, "key": key, "data": _blob(key, values)} for key, values in vectors.items()]
    if rows:
        statement = upsert(vector)
        changed = {"data": statement.excluded.data}
        connection.execute(
            statement.on_conflict_do_update(index_elements=["model", "key"], set_=changed), rows
        )


def select_results(connection: sa.Connection, keys: Collection[str]) -> dict[str, str]:
    """Return the results that are known, by key."""
    query = sa.select(result)
    return {
        row.key: row.payload
        for some in _slices(keys)
        for row in connection.execute(query.where(result.c.key.in_(some)))
    }


def insert_results(connection: sa.Connection, results: Mapping[str, str]) -> None:
    """Write results in place of earlier ones with their keys."""
    rows = [{"key": key, "payload": payload} for key, payload in results.items()]
    if rows:
        statement = upsert(result)
        changed = {"payload": statement.excluded.payload}
        connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=changed), rows)


def delete_results_except(connection: sa.Connection, keys: Collection[str]) -> None:
    """Delete every result whose key is not one of `keys`."""
    wanted = frozenset(keys)
    doomed = [key for key in connection.scalars(sa.select(result.c.key)) if key not in wanted]
    if doomed:
        statement = result.delete().where(result.c.key == sa.bindparam("doomed"))
        connection.execute(statement, [{"doomed": key} for key in doomed])


def _blob(key: str, values: np.ndarray) -> bytes:
    if values.ndim != 1:
        raise ValueError(f"vector {key} has {values.ndim} dimensions, not 1")
    return np.ascontiguousarray(values, dtype="<f4").tobytes()


def _slices(keys: Collection[str]) -> Iterator[Sequence[str]]:
    left = iter(keys)
    while some := list(islice(left, _AT_A_TIME)):
        yield some
