"""Qt models that adapt plain lists of domain values; they hold no rules of their own."""
