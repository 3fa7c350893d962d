"""The pages of the window; each shows a snapshot and says what the user asked for."""
