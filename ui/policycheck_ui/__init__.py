"""The desktop program: a Qt shell that shows what the engine finds and records what a person decides."""

from policycheck_ui.singletons import keep_singletons

keep_singletons()  # before the first call into Qt
