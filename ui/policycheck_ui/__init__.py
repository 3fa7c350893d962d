"""The desktop program: a Qt shell that shows what the engine finds and records what a person decides."""
