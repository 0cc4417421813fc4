"""What hamdiary is measured against: Textual with next to nothing in it.

python bare.py hello     a line of text
python bare.py input     a field to type in
"""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Hello world")


class Field(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(placeholder="Hello world")


if __name__ == "__main__":
    {"hello": Hello, "input": Field}[sys.argv[1]]().run()
