"""Words of time, one language a module; each is data, a `LEXICON`."""
