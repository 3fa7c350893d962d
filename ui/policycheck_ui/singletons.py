"""Keeps None, True, False and NotImplemented alive on Python 3.11, where PySide6 6.12 wears them out.

PySide6 6.12.0 gives back, on every call that returns one of them, a reference that it never took. From Python
3.12 on these objects are immortal and nothing happens; on 3.11 their count reaches zero after some minutes and
Python aborts ("none_dealloc: deallocating None"). Raising the counts out of reach is what 3.12 does itself.
"""

import ctypes
import sys

OUT_OF_REACH = 1 << 40
_WORN_OUT = (None, True, False, NotImplemented)


def keep_singletons() -> None:
    """Raise the counts, once, where this Python counts references to these objects at all."""
    if sys.version_info >= (3, 12):
        return
    for thing in _WORN_OUT:
        count = ctypes.c_ssize_t.from_address(id(thing))
        # The count is the first field of an object in every usual build; leave any other build alone.
        if abs(count.value - sys.getrefcount(thing)) < 100 and count.value < OUT_OF_REACH:
            count.value += OUT_OF_REACH
