"""A clause becomes obligations: modality, duty holder, act, limits, conditions, exceptions."""
