"""How often something is done: told in so many words, by the calendar, and by the columns of a table."""
