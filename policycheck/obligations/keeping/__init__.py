"""How long a thing is kept: told of the keeping, and of what becomes of it in the end."""
