"""A notification server on the session bus: prints each notification as a line of JSON."""

import asyncio
import json
import sys

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.Notifications"


def answer(message: Message) -> Message | bool:
    if message.message_type is not MessageType.METHOD_CALL or message.interface != NAME:
        return False
    if message.member == "GetServerInformation":
        return Message.new_method_return(message, "ssss", ["tests", "hamdiary", "1", "1.2"])
    if message.member == "GetCapabilities":
        return Message.new_method_return(message, "as", [["body", "body-markup"]])
    if message.member == "Notify":
        program, _, _, title, body, *_ = message.body
        print(json.dumps({"program": program, "title": title, "body": body}), flush=True)
        return Message.new_method_return(message, "u", [1])
    return False


async def main() -> None:
    bus = await MessageBus().connect()
    bus.add_message_handler(answer)
    await bus.request_name(NAME)
    print("ready", flush=True)
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
