"""Pushing to a server on this computer: one that takes it, and several that do not."""

import json
import re
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from hamdiary.delivery.message import Message
from hamdiary.delivery.ntfy import new_topic, push

MESSAGE = Message("Time for your hamster", "Medicine – 21:00")
TOPIC = "hamdiary-0123"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, json.loads(body)))
        code, headers, answer = self.server.answers
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    def do_GET(self):
        self.server.asked.append(("GET", self.path))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"topic": TOPIC}).encode())

    def log_message(self, *_):
        pass


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server():
    made = HTTPServer(("127.0.0.1", 0), Handler)
    made.asked = []
    made.answers = (200, {}, json.dumps({"id": "x", "topic": TOPIC}).encode())
    made.url = f"http://127.0.0.1:{made.server_port}"
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def test_a_push_is_taken_by_the_server(server):
    outcome = push(MESSAGE, server.url, TOPIC)
    assert outcome.reached, outcome
    assert server.asked == [
        ("/", {"topic": TOPIC, "title": "Time for your hamster", "message": "Medicine – 21:00"})
    ]


def test_a_server_in_a_folder_is_asked_there(server):
    assert push(MESSAGE, f"{server.url}/push/", TOPIC).reached
    assert server.asked[0][0] == "/push/"


def test_a_server_that_refuses_is_said_so(server):
    server.answers = (403, {}, b"")
    outcome = push(MESSAGE, server.url, TOPIC)
    assert not outcome.reached
    assert "it answered 403" in outcome.words


def test_a_redirect_is_no_success(server):
    server.answers = (302, {"Location": server.url + "/other"}, b"")
    outcome = push(MESSAGE, server.url, TOPIC)
    assert not outcome.reached and "302" in outcome.words
    assert ("GET", "/other") not in server.asked


@pytest.mark.parametrize("answer", [b"<html>Sign in to this network</html>", b"{}", b"[1]", b""])
def test_something_else_that_answers_is_no_success(server, answer):
    server.answers = (200, {}, answer)
    outcome = push(MESSAGE, server.url, TOPIC)
    assert not outcome.reached and "no ntfy server" in outcome.words


def test_a_server_that_never_answers_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        outcome = push(MESSAGE, url, TOPIC, seconds=0.2)
    assert not outcome.reached
    assert "127.0.0.1" in outcome.words and "no answer" in outcome.words


def test_a_server_that_is_not_there_is_said_so():
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))  # and nobody listens: a port that is free might be taken
        port = deaf.getsockname()[1]
        outcome = push(MESSAGE, f"http://127.0.0.1:{port}", TOPIC)
    assert not outcome.reached
    assert outcome.words == f"127.0.0.1:{port} could not be reached: Connection refused"


@pytest.mark.parametrize("server_url", ["http://", "http://a b/", "http://[", "ftp://127.0.0.1:1/"])
def test_an_address_that_is_none_is_an_outcome(server_url):
    assert not push(MESSAGE, server_url, TOPIC, seconds=2).reached


@pytest.mark.parametrize("where", [(None, TOPIC), ("http://127.0.0.1:1", None)])
def test_without_a_topic_nothing_is_sent(where):
    outcome = push(MESSAGE, *where)
    assert not outcome.reached and "hamdiary remind --phone" in outcome.words


def test_a_topic_is_random_and_fits_what_settings_take():
    topics = {new_topic() for _ in range(50)}
    assert len(topics) == 50
    assert all(re.fullmatch("[-_A-Za-z0-9]{30,64}", each) for each in topics)
