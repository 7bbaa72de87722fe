"""Forms of dates, addresses and names that several formats prescribe."""

import re
from datetime import datetime

MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9!#$&^_.+-]*(; ?[a-z-]+=[A-Za-z0-9._-]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+")
# RFC 4151: tagging entity (host or mail address, a date), then what it tags.
_TAG = re.compile(r"tag:([A-Za-z0-9._-]+@)?[A-Za-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[^\s<>\"{}|\\^`]*")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")


def is_absolute(text):
    """An absolute IRI; a `tag:` of the form that RFC 4151 gives it, an address of the web with a host."""
    if text.startswith("tag:"):
        return bool(_TAG.fullmatch(text))
    if text.startswith(("http:", "https:")):
        return bool(re.fullmatch(r"https?://[^\s/?#<>\"{}|\\^`]+[^\s<>\"{}|\\^`]*", text))
    return bool(_ABSOLUTE.fullmatch(text))


def moment(text):
    """RFC 3339 with capital T and Z; `None` for anything else, and for a day that is none."""
    if not _MOMENT.fullmatch(text or ""):
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
