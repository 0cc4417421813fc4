"""Pushing to a phone through an ntfy server; nothing is sent unless the owner switched it on.

Whoever knows a topic can read along, so it is random, and the text names nobody unless the
settings say so (traps §5).
"""

import threading
from typing import Any

from hamdiary.delivery.message import Message, Outcome
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line

CHANNEL = "ntfy"

LONGEST_WAIT = 8.0
"""Seconds that a push may take, looking up the server's name included."""

LARGEST_ANSWER = 65_536


def new_topic() -> str:
    """A topic that nobody can guess; it is the only password."""
    from secrets import token_hex

    return f"hamdiary-{token_hex(16)}"


def push(
    message: Message, server: str | None, topic: str | None, seconds: float = LONGEST_WAIT
) -> Outcome:
    """Push a message; whatever happens there is an outcome, and soon."""
    if not server or not topic:
        return Outcome(CHANNEL, False, t("no topic is set; hamdiary remind --phone makes one"))
    troubles: list[str | None] = []
    # In a thread of its own: looking up a name knows no time limit, and a server may dawdle
    # with every byte.
    work = threading.Thread(
        target=lambda: troubles.append(_trouble(message, server, topic, seconds)), daemon=True
    )
    work.start()
    work.join(seconds)
    late = t("no answer within {seconds:g} seconds").format(seconds=seconds)
    trouble = troubles[0] if troubles else late
    if trouble is not None:
        return Outcome(
            CHANNEL,
            False,
            t("{host} could not be reached: {trouble}").format(host=_host(server), trouble=trouble),
        )
    return Outcome(CHANNEL, True, t("taken by {host}").format(host=_host(server)))


def _trouble(message: Message, server: str, topic: str, seconds: float) -> str | None:
    import json
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request

    body = {"topic": topic, "title": message.title, "message": message.text}
    try:
        request = Request(
            server.rstrip("/") + "/",
            data=json.dumps(body).encode("utf-8"),
            headers={"Content-Type": "application/json", "User-Agent": "hamdiary"},
            method="POST",
        )
        with _without_redirects().open(request, timeout=seconds) as response:
            answer = json.loads(response.read(LARGEST_ANSWER))
    except HTTPError as error:
        return t("it answered {code} {reason}").format(
            code=error.code, reason=clean_line(str(error.reason))[:80]
        )
    except URLError as error:
        return _in_words(error.reason)
    except (OSError, HTTPException) as error:
        return _in_words(error)
    except ValueError:
        return t("what answers there is no ntfy server")
    taken = isinstance(answer, dict) and answer.get("topic") == topic
    return None if taken else t("what answers there is no ntfy server")


def _without_redirects() -> Any:
    """Open addresses as they are: after a redirect a POST would become a harmless GET."""
    from urllib.request import HTTPRedirectHandler, build_opener

    class NoRedirect(HTTPRedirectHandler):
        """A redirect is an answer like any other."""

        def redirect_request(self, *_: Any) -> None:
            """Nothing more is asked."""

    return build_opener(NoRedirect)


def _in_words(reason: object) -> str:
    if isinstance(reason, TimeoutError):
        return t("no answer in time")
    said = getattr(reason, "strerror", None)
    words = t(said) if said else str(reason) or type(reason).__name__
    return clean_line(str(words))[:120]


def _host(server: str) -> str:
    return clean_line(server).partition("://")[2].partition("/")[0].rpartition("@")[2][:80]
