"""English words of time."""

from tweetspat.said_times.lexicon import Lexicon

__all__ = ["LEXICON"]

LEXICON = Lexicon(
    days={
        "yesterday": -1,
        "today|2day": 0,
        "tomorrow|tmrw|tmw|tomoro": 1,
        "the day before yesterday|day before yesterday": -2,
        "the day after tomorrow|day after tomorrow": 2,
        "tonight|tonite|2nite": (0, "night"),
        "this morning": (0, "morning"),
        "this afternoon": (0, "afternoon"),
        "this evening": (0, "evening"),
        "last night|last nite": (-1, "night"),
        "last evening": (-1, "evening"),
        "earlier today|later today": 0,
        "overnight": (0, "overnight"),
    },
    weekdays=(
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ),
    short_weekdays=(
        "mon",
        "tue|tues",
        "wed|weds",
        "thu|thur|thurs",
        "fri",
        "sat",
        "sun",
    ),
    months=(
        "january|jan",
        "february|feb",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sept|sep",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
    parts={
        "early|early hours|the early hours|early morning": "early",
        "early in the morning|in the early hours": "early",
        "the wee hours|wee hours|the small hours|small hours": "small_hours",
        "dawn|daybreak|first light|sunrise": "dawn",
        "morning|in the morning|the morning": "morning",
        "afternoon|in the afternoon|the afternoon": "afternoon",
        "evening|in the evening|the evening": "evening",
        "night|nite|at night|the night": "night",
    },
    moments={"noon|midday|12 noon|high noon": 720, "midnight|12 midnight": 0},
    numbers={
        "a few|few|several|some|couple|a couple|a couple of|couple of": None,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "forty five": 45,
        "a|an": 1,
        "half|half a|half an": 0.5,
        "one and a half": 1.5,
    },
    units={
        "second": "second|seconds|sec|secs",
        "minute": "minute|minutes|min|mins",
        "hour": "hour|hours|hr|hrs",
        "day": "day|days",
        "week": "week|weeks|wk|wks",
        "month": "month|months",
        "year": "year|years|yr|yrs",
    },
    which={-1: "last|past|previous", 0: "this|this very", 1: "next|this coming|coming"},
    bounds={
        "since": "since|as of|starting",
        "until": "until|till|til|till|up to|through|thru",
        "by": "by|no later than",
        "before": "before|ahead of",
        "after": "after",
        "from": "from",
        "between": "between",
    },
    halves={
        "a": "am",
        "p": "pm",
    },
    past={
        30: "half past",
        15: "quarter past|a quarter past",
        -15: "quarter to|a quarter to",
        5: "five past|5 past",
        10: "ten past|10 past",
        20: "twenty past|20 past",
        25: "twenty five past|25 past",
        -5: "five to",
        -10: "ten to",
        -20: "twenty to",
    },
    zones={
        "": "local time|local|lcl|lt|our time|my time|time here",
        "UTC": "zulu|zulu time",
    },
    words={
        "ago": "ago|back",
        "ahead": "from now",
        "ahead_before": "in|within",
        "and": "and|to|or",
        "in": "in|of|during",
        "clock": "o clock|oclock",
        "glue": (
            "at|on|the|about|around|approx|approximately|circa|ca|just|exactly|roughly|"
            "shortly|at about|at around|at approximately|of|late|mid|nearly|almost|"
            "only|some time|sometime|as early as|as late as|st|nd|rd|th"
        ),
        "void": (
            "usa today|russia today|the today show|today show|india today|"
            "sunday times|the sunday times|sunday telegraph|sunday mirror|"
            "mail on sunday|the mail on sunday|sunday mail|sunday express|"
            "sunday morning futures|sunday night football|monday night football|"
            "thursday night football|monday night raw|saturday night live|"
            "saturday night fever|friday night lights|black friday|good friday|"
            "bloody sunday|palm sunday|easter sunday|easter monday|"
            "cyber monday|super tuesday|fat tuesday|ash wednesday|giving tuesday|"
            "throwback thursday|friday i m in love|joe friday|girl friday|"
            "sheffield wednesday|man friday|freaky friday|"
            "ruby tuesday|happy monday|happy friday|happy sunday|happy saturday|tgif|"
            "good morning|good afternoon|good evening|good night|gd morning|"
            "morning all|morning everyone|morning folks|"
            "yesterday is history|tomorrow is a mystery|tomorrow never dies|"
            "tomorrow is another day|no tomorrow|tomorrow never comes|fox news sunday|"
            "saturday night live|there s no tomorrow|"
            "here today gone tomorrow|born yesterday|yesterday s news|"
            "tomorrow s world|better tomorrow|after tomorrow|"
            "may day|labour day|labor day|may be|the march|march on|marched|"
            "last minute|last second|last hour|last day|last days|next level|"
            "last time|next time|last word|next day|the next day|the day|one day|"
            "dark night|night time|nighttime|overnight success|early days|"
            "early warning|early voting|early on|week in week out|day in day out|"
            "a day|per day|a week|a month|a year|an hour|per hour|a minute|"
            "few days|long time ago|time ago|years old|year old|days old|"
            "second to none|a second|hold on a second|just a second|"
            "the dawn of|dawn of|golden dawn|red dawn|dawn raid|noon prayers|"
            "new year|new year s day|new years day|happy new year|"
            "morning joe|morning star|good morning america|evening standard"
        ),
        "each": "every|each",
        "lasting": "for|lasting|lasted|takes|took",
        "will": (
            "will|were to|was to|ll|gonna|shall|upcoming|coming|expected|scheduled|due|"
            "planned|plans|planning|begins|starts|deadline|going to|to hold|to meet|"
            "to speak|to release|join us|tune in|watch|live|can t wait|doors|tickets|"
            "won t|see you|starting|airs"
        ),
        "was": (
            "was|were|had|has|have|said|told|did|didn t|been|happened|hit|shot|"
            "killed|struck|went|came|saw|got|made|left|met|wasn t|weren t|"
            "announced|confirmed|denied|reported|claimed|fired|died|attacked|bombed"
        ),
    },
)
