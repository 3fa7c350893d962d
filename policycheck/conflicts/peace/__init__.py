"""When two rules stand in peace, whatever their words: another case, stage or thing, a ban that is kept."""
