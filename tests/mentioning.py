"""One tweet in the shapes that tell whom it mentions, its conversation or its sources.

It mentions `MENTIONED`; the conversation began with `BEGUN`; two of its pictures are
from `SOURCE`, which is account `OWNER`'s, and one is its own.
"""

from make import at, snowflake, status

from tweetspat.model import Account

ID = snowflake(at("12:00"))
BEGUN, SOURCE, OWNER = "20", "21", "9"
STAMP, V1_STAMP = "2016-02-11T12:00:00.000Z", "Thu Feb 11 12:00:00 +0000 2016"
MENTIONED = (Account("OIRspox", "Col. Warren", "5"), Account("Pentagon", "DoD", "7"))
V1 = [
    {"screen_name": "OIRspox", "name": "Col. Warren", "id": 5, "id_str": "5"},
    {"screen_name": "Pentagon", "name": "DoD", "id": 7, "id_str": "7"},
]
V2 = [{"username": "OIRspox", "id": "5"}, {"username": "Pentagon", "id": "7"}]
V2_USERS = [
    {"username": "OIRspox", "id": "5", "name": "Col. Warren"},
    {"username": "Pentagon", "id": "7", "name": "DoD"},
]
COPIED = [
    {"type": "photo", "source_status_id_str": SOURCE, "source_status_id": int(SOURCE)},
    {"type": "photo", "source_status_id_str": ID, "source_user_id_str": "1"},
    {"type": "photo", "source_status_id_str": SOURCE, "source_user_id_str": OWNER},
]
OF_ACCOUNT = {"user_results": {"result": {"__typename": "User", "rest_id": OWNER}}}
IN_RESULT = [
    each | {"additional_media_info": {"source_user": OF_ACCOUNT}} for each in COPIED[:1]
]
BARE = {
    "id": int(ID),
    "id_str": ID,
    "text": "words",
    "created_at": V1_STAMP,
    "user": {"id": 1, "id_str": "1", "screen_name": "me"},
}
POST_V2 = {
    "id": ID,
    "text": "words",
    "author_id": "1",
    "created_at": STAMP,
    "conversation_id": BEGUN,
    "entities": {"mentions": V2},
}
EVENT = {"event_type": "post.create", "payload": POST_V2}
LEGACY = {
    "id_str": ID,
    "full_text": "words",
    "created_at": V1_STAMP,
    "user_id_str": "1",
    "conversation_id_str": BEGUN,
    "entities": {"user_mentions": V1},
    "extended_entities": {"media": COPIED},
}
RESULT = {"__typename": "Tweet", "rest_id": ID, "core": {}, "legacy": LEGACY}
LONG = {"text": "words", "entity_set": {"user_mentions": V1}}
SCRAPED = {
    "date": "2016-02-11 12:00:00+00:00",
    "rawContent": "words",
    "user": {"id": 1, "username": "me", "displayname": "Me"},
    "conversationId": int(BEGUN),
    "mentionedUsers": [
        {"username": "OIRspox", "displayname": "Col. Warren", "id": 5},
        {"username": "Pentagon", "displayname": "DoD", "id": 7},
    ],
}
TWINT = {
    "id": int(ID),
    "conversation_id": BEGUN,
    "created_at": "2016-02-11 12:00:00 UTC",
    "date": "2016-02-11",
    "time": "12:00:00",
    "timezone": "+0000",
    "user_id": 1,
    "username": "me",
    "tweet": "words",
}
IN_TWINT = [
    {"screen_name": "OIRspox", "name": "Col. Warren", "id": "5"},
    {"screen_name": "Pentagon", "name": "DoD", "id": "7"},
]
GALLERY = {
    "tweet_id": int(ID),
    "author": {"id": 1, "name": "me", "nick": "Me"},
    "date": "2016-02-11 12:00:00",
    "content": "words",
    "conversation_id": int(BEGUN),
    "source_id": int(SOURCE),
    "source_user": {"id": int(OWNER), "name": "RT_com", "nick": "RT"},
    "mentions": [
        {"id": 5, "name": "OIRspox", "nick": "Col. Warren"},
        {"id": 7, "name": "Pentagon", "nick": "DoD"},
    ],
}
ACTIVITY = {
    "id": f"tag:search.twitter.com,2005:{ID}",
    "verb": "post",
    "body": "words",
    "postedTime": STAMP,
    "actor": {"id": "id:twitter.com:1", "preferredUsername": "me"},
    "twitter_entities": {"user_mentions": V1, "media": COPIED},
}
WHOLE = {
    "body": "words",
    "twitter_entities": {"user_mentions": V1},
    "twitter_extended_entities": {"media": COPIED},
}
EMBEDDED = {
    "__typename": "Tweet",
    "id_str": ID,
    "text": "words",
    "created_at": STAMP,
    "user": {"id_str": "1", "screen_name": "me"},
    "entities": {"user_mentions": V1},
}
ARCHIVED = {
    "id_str": ID,
    "full_text": "words",
    "created_at": V1_STAMP,
    "entities": {
        "user_mentions": [each | {"id": each["id_str"]} for each in V1],
        "media": [each | {"source_status_id": SOURCE} for each in COPIED],
    },
}
IN_STREAM = {"full_text": "words", "entities": {"user_mentions": V1, "media": COPIED}}
STATUS = status(entities={"user_mentions": V1}, extended_entities={"media": COPIED})

TELL_MENTIONS = {
    "api-v1.1": STATUS,
    "stream": BARE | {"truncated": True, "extended_tweet": IN_STREAM},
    "python-twitter": BARE | {"user_mentions": V1},
    "api-v2": {"data": [POST_V2], "includes": {"users": V2_USERS}},
    "api-v2-handles-alone": {
        "data": POST_V2
        | {"entities": {"mentions": [{"username": each["username"]} for each in V2]}},
        "includes": {"users": V2_USERS},
    },
    "api-v2-long": {
        "data": POST_V2
        | {
            "note_tweet": {"text": "words", "entities": {"mentions": V2}},
            "entities": {"mentions": V2[:1]},
        },
        "includes": {"users": V2_USERS},
    },
    "flattened": POST_V2 | {"entities": {"mentions": V2_USERS}},
    "activity-api": {"data": EVENT | {"includes": {"users": V2_USERS}}},
    "graphql": {"data": {"tweetResult": {"result": RESULT}}},
    "graphql-long": RESULT
    | {
        "legacy": LEGACY | {"entities": {"user_mentions": V1[:1]}},
        "note_tweet": {"note_tweet_results": {"result": LONG}},
    },
    "graphql-film": RESULT
    | {"legacy": LEGACY | {"extended_entities": {"media": IN_RESULT}}},
    "twscrape": SCRAPED | {"id": int(ID), "id_str": ID},
    "snscrape": SCRAPED | {"id": int(ID)},
    "twint": TWINT | {"mentions": IN_TWINT},
    "twint-table": TWINT | {"mentions": str(IN_TWINT)},
    "gallery-dl": GALLERY,
    "gnip": ACTIVITY,
    "gnip-long": ACTIVITY | {"twitter_entities": {}, "long_object": WHOLE},
    "syndication": EMBEDDED,
    "archive": {"tweet": ARCHIVED},
}
TELL_CONVERSATIONS = {
    *("api-v2", "api-v2-handles-alone", "api-v2-long", "flattened", "activity-api"),
    *("graphql", "graphql-long", "graphql-film", "twscrape", "snscrape", "twint"),
    *("twint-table", "gallery-dl"),
}
TELL_SOURCES = {
    *("api-v1.1", "stream", "graphql", "graphql-film", "gallery-dl", "gnip"),
    *("gnip-long", "archive"),
}
