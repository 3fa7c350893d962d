"""Who does what a statement says, for whom it is kept, and who is shut out."""
