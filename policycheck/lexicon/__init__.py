"""The vocabulary of the field, as data files, general first."""
