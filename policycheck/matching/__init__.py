"""Do two texts speak of the same act, or only use the same words?"""
