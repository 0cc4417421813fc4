"""`hamdiary remind --test` and `--phone`: whether a reminder reaches anybody, a phone too."""

from hamdiary.cli.asking import confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.problems import FAILED
from hamdiary.cli.ringing import terminal_is_here, told_as_json, write_to_terminal
from hamdiary.domain.language import t
from hamdiary.services.delivering import send, trial
from hamdiary.services.settings import load_settings
from hamdiary.services.settings_set import set_setting
from hamdiary.storage.locations import Home


def try_every_way(call: Invocation) -> int:
    """Send a test on every way that is on, and say what became of each; 1 if one failed."""
    settings = load_settings(Home.of(call.environment))
    at_terminal = terminal_is_here() and not call.as_json
    write = write_to_terminal if at_terminal else None
    outcomes = send(settings, trial(), trial(), call.environment, write)
    if call.as_json:
        say_json({"told": told_as_json(outcomes)})
    for each in () if call.as_json else outcomes:
        outcome = t("yes, {words}") if each.reached else t("no, {words}")
        say(f"{each.channel}: {outcome.format(words=each.words)}")
    if not outcomes and not call.as_json:
        say(t("no way of telling you is switched on; hamdiary settings lists them under delivery"))
    return 0 if outcomes and all(each.reached for each in outcomes) else FAILED


def push_to_phone(call: Invocation, yes: bool) -> None:
    """Switch on pushing through ntfy, with a topic that nobody can guess."""
    from hamdiary.delivery.ntfy import new_topic

    home = Home.of(call.environment)
    chosen = load_settings(home).delivery.ntfy
    topic = chosen.topic or new_topic()
    if not (chosen.on and chosen.topic):
        confirm(
            t(
                "Send reminders through {server} to whoever knows a random topic? They name nobody "
                "and no medicine unless delivery.names is on."
            ).format(server=chosen.server),
            yes,
        )
        set_setting(home, "delivery.ntfy.topic", topic)
        set_setting(home, "delivery.ntfy.on", True)
    say(t("In the ntfy app on the phone, subscribe to this topic; it is the password:"))
    say(t("  server  {server}").format(server=chosen.server))
    say(t("  topic   {topic}").format(topic=topic))
    say(t("hamdiary remind --test sends a first message;"))
    say(t("hamdiary settings set delivery.ntfy.on off ends it."))
