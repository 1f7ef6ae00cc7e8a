# jq: id, author, time and parent of each tweet.  It follows no links.
[.id_str, .user.screen_name, .created_at,
 (.retweeted_status.id_str // .in_reply_to_status_id_str // .quoted_status_id_str)] | @tsv
