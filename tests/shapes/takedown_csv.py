"""A release of an information operation: one table, stamps to the minute.

Small accounts stand under pseudonyms in real ones; here they would leave nothing
to compare, so that only their lists and empty cells are as in a release.
"""

import csv
import io
from html import escape

COLUMNS = (
    "tweetid userid user_display_name user_screen_name user_reported_location "
    "user_profile_description user_profile_url follower_count following_count "
    "account_creation_date account_language tweet_language tweet_text tweet_time "
    "tweet_client_name in_reply_to_userid in_reply_to_tweetid quoted_tweet_tweetid "
    "is_retweet retweet_userid retweet_tweetid latitude longitude quote_count "
    "reply_count like_count retweet_count hashtags urls user_mentions poll_choices"
).split()

CANNOT_TELL = {"synthetic", "name", "lost_authors"}
"""Whose the lost tweet was is told by account id only."""


def files(tweets):
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, COLUMNS)
    writer.writeheader()
    writer.writerows(row(said) for said in tweets)
    return {"invented_032016_tweets_csv_hashed.csv": written.getvalue().encode()}


def row(said):
    links = ", ".join(long for _, long in said.urls)
    return {
        "tweetid": said.id,
        "userid": said.account_id,
        "user_display_name": said.name,
        "user_screen_name": said.handle,
        "user_profile_description": 'An invention, "made up"\nfor this sample',
        "follower_count": "10",
        "following_count": "20",
        "account_creation_date": "2014-01-01",
        "account_language": "en",
        "tweet_language": "und",
        "tweet_text": escape(said.text, quote=False),
        "tweet_time": f"{said.sent:%Y-%m-%d %H:%M}",
        "tweet_client_name": "Twitter Web Client",
        "in_reply_to_userid": "1" if said.reply_to else "",
        "in_reply_to_tweetid": said.reply_to or "",
        "quoted_tweet_tweetid": said.quotes or "",
        "is_retweet": "True" if said.repeats else "False",
        "retweet_userid": "1" if said.repeats else "",
        "retweet_tweetid": said.repeats or "",
        "latitude": "absent",
        "longitude": "absent",
        "quote_count": "0",
        "reply_count": "0",
        "like_count": "0",
        "retweet_count": "0",
        "hashtags": "[]",
        "urls": f"[{links}]",
        "user_mentions": "[]",
        "poll_choices": "",
    }
