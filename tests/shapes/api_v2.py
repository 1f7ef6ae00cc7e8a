"""The sample as twarc saves API v2: pages with includes, and flattened tweets.

The pages have the shape's traps: the texts are escaped, a retweet's text is cut,
the author of a tweet of the first page is told in the second only, the lost
tweet is named by an error.
"""

import json

from neutral import by_id

CANNOT_TELL: set[str] = set()

_CUT_AT = 140


def files(tweets):
    """Return the sample as one file of two pages."""
    pages = [_page(tweets[:6], tweets), _page(tweets[6:], tweets)]
    users = pages[0]["includes"]["users"]
    elsewhere = [user["id"] for user in pages[1]["includes"]["users"]]
    users.remove(next(user for user in users if user["id"] in elsewhere))
    return {"twarc_pages.jsonl": _lines(pages)}


def flattened(tweets):
    """Return the sample as `twarc2 flatten` writes it, one tweet a line."""
    all_of_them = by_id(tweets)
    return {"twarc_flat.jsonl": _lines(_flat(each, all_of_them) for each in tweets)}


def tweet(said, all_of_them):
    """Return a tweet as a page holds it, accounts and media by id alone."""
    made = {
        "id": said.id,
        "synthetic": True,
        "text": _text(said, all_of_them),
        "author_id": said.account_id,
        "created_at": f"{said.sent:%Y-%m-%dT%H:%M:%S}.000Z",
        "conversation_id": said.conversation,
        "edit_history_tweet_ids": [said.id],
        "lang": "und",
        "possibly_sensitive": False,
        "reply_settings": "everyone",
        "public_metrics": {
            "retweet_count": 0,
            "reply_count": 0,
            "like_count": 0,
            "quote_count": 0,
        },
    }
    references = {
        "retweeted": said.repeats,
        "quoted": said.quotes,
        "replied_to": said.reply_to,
    }
    named = [{"type": kind, "id": id_} for kind, id_ in references.items() if id_]
    if named:
        made["referenced_tweets"] = named
    if said.urls:
        made["entities"] = {"urls": [_url(said.text, *each) for each in said.urls]}
    answered = _account_of(said.reply_handle, all_of_them)
    if answered:
        made["in_reply_to_user_id"] = answered["id"]
    return made


def account(said):
    """Return the account of a tweet's author."""
    return {
        "id": said.account_id,
        "username": said.handle,
        "name": said.name,
        "protected": False,
        "verified": False,
        "created_at": "2012-03-04T05:06:07.000Z",
        "description": "",
    }


def _text(said, all_of_them):
    text = said.text
    if said.repeats:
        whole = all_of_them[said.repeats]
        text = f"RT @{whole.handle}: {whole.text}"
        if len(text) > _CUT_AT:
            text = text[: _CUT_AT - 1] + "…"
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _url(text, short, expanded):
    start = text.index(short)
    return {
        "start": start,
        "end": start + len(short),
        "url": short,
        "expanded_url": expanded,
        "display_url": expanded.removeprefix("https://"),
    }


def _account_of(handle, all_of_them):
    accounts = (account(each) for each in all_of_them.values())
    return next((each for each in accounts if each["username"] == handle), None)


def _page(members, tweets):
    all_of_them = by_id(tweets)
    data = [tweet(each, all_of_them) for each in members]
    named = {
        reference["id"]: None
        for each in data
        for reference in each.get("referenced_tweets", ())
    }
    included = [all_of_them[id_] for id_ in named if id_ in all_of_them]
    people = {each.account_id: account(each) for each in [*members, *included]}
    page = {
        "data": data,
        "includes": {
            "users": list(people.values()),
            "tweets": [tweet(each, all_of_them) for each in included],
        },
        "errors": [_error(id_) for id_ in named if id_ not in all_of_them],
        "meta": {
            "newest_id": max(each.id for each in members),
            "oldest_id": min(each.id for each in members),
            "result_count": len(members),
            "next_token": "b26v89c19zqg8o3f",
        },
        "__twarc": _twarc(),
    }
    return {key: value for key, value in page.items() if value}


def _error(id_):
    return {
        "resource_id": id_,
        "value": id_,
        "resource_type": "tweet",
        "parameter": "referenced_tweets.id",
        "title": "Not Found Error",
        "type": "https://api.twitter.com/2/problems/resource-not-found",
        "detail": f"Could not find tweet with referenced_tweets.id: [{id_}].",
    }


def _twarc():
    return {
        "url": "https://api.twitter.com/2/tweets/search/all?expansions=author_id",
        "version": "2.12.0",
        "retrieved_at": "2016-03-14T00:00:00+00:00",
    }


def _flat(said, all_of_them):
    made = _inlined(said, all_of_them)
    for reference in made.get("referenced_tweets", ()):
        if reference["id"] in all_of_them:
            whole = _inlined(all_of_them[reference["id"]], all_of_them)
            reference.update(whole)
    return made | {"__twarc": _twarc()}


def _inlined(said, all_of_them):
    made = tweet(said, all_of_them) | {"author": account(said)}
    answered = _account_of(said.reply_handle, all_of_them)
    return made | ({"in_reply_to_user": answered} if answered else {})


def _lines(records):
    lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in records)
    return "".join(lines).encode()
