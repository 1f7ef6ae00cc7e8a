"""The sample spat in every shape: found by their names.

A module offers

- `files(tweets) -> dict[str, bytes]`: the sample's tweets (`neutral.Said`) in the
  shape, under the names of the files that hold them, such as a real export has
  them: with the members a real one has, and with the shape's own traps;
- `CANNOT_TELL`: what the shape cannot tell, out of

      "author"        who sent it
      "name"          display names
      "seconds"       stamps are to the minute
      "reply_to"      which tweet is answered
      "quotes"        which tweet is quoted
      "repeats"       which tweet a retweet repeats
      "retweets"      holds no retweets at all
      "urls"          where short links lead
      "synthetic"     that the sample is made up (no member for it)
      "lost_authors"  who sent a tweet that is lost
      "lost_times"    when a lost tweet was sent: its ids hold no time
      "text"          the words beyond a cut

`CANNOT_TELL` is None for a shape that holds no tweets.  Two members are optional:
`READS` names the shapes that are recognised in the files (else the reader's own),
and `id_there` turns the sample's ids into the platform's.

`tests/make_samples.py` writes them to `samples/shapes/<shape>/`, and
`tests/test_shapes.py` demands the same spat from each.
"""
