"""What `large.py` measures with: data, runs seen from outside, rounds, a report.

    saying --v1, v2, extremes--> lines --stored--> files
    trials(files) --rounds, one_run--> runs --report--> tables
    agreement: the same conversations counted without tweetspat

`saying` decides who says what to whom; `v1` and `v2` only write it down, so both
shapes hold the same conversations.
"""
