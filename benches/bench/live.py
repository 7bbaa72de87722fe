"""How soon a saved figure shows: in pantau's preview, and in the peers' development servers."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import threading
import time
from urllib.parse import quote

from .contenders import DATE
from .measure import Failed

# The longest anything takes that works.
PATIENCE = 300


class Server:
    """`pantau serve` on a port that is free."""

    def __init__(self, binary, root):
        command = [binary, "serve", "--port", "0", "--date", DATE, "--root", root]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.lines = []
        self.heard = threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()
        ready = self.wait("http://")
        self.host = re.search(r"http://([^/]+)/", ready).group(1)

    def listen(self):
        for line in self.process.stderr:
            with self.heard:
                self.lines.append(line)
                self.heard.notify_all()

    def wait(self, word):
        """The next line that holds `word`; earlier ones are forgotten."""
        with self.heard:
            ends = time.monotonic() + PATIENCE
            while True:
                while self.lines:
                    line = self.lines.pop(0)
                    if word in line:
                        return line
                if not self.heard.wait(ends - time.monotonic()):
                    raise Failed(f"never said: {word}")

    def open(self, path, accept="*/*"):
        connection = socket.create_connection(tuple(self.host.rsplit(":", 1)), PATIENCE)
        request = f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\nAccept: {accept}\r\nConnection: close\r\n\r\n"
        connection.sendall(request.encode())
        return connection.makefile("rb")

    def page(self, path, accept="*/*"):
        with self.open(path, accept) as answer:
            head, _, body = answer.read().partition(b"\r\n\r\n")
        assert b" 200 " in head.split(b"\r\n")[0], head
        return body.decode()

    def stop(self):
        # Not SIGINT, which a program that a shell began in the background never hears.
        self.process.terminate()
        self.process.wait()


class Channel:
    """The live channel of one page, as its script opens it."""

    def __init__(self, server, path):
        page = server.page(path, "text/html")
        self.mark = re.search(r'_pantau/live\.js" data-mark="([0-9a-f]+)"', page).group(1)
        self.answer = server.open(f"/_pantau/events?path={quote(path)}&mark={self.mark}")

    def wait(self, name, holds=lambda data: True):
        event = None
        for line in self.answer:
            text = line.decode().strip()
            if text.startswith("event: "):
                event = text.removeprefix("event: ")
            elif text.startswith("data: ") and event == name and holds(text.removeprefix("data: ")):
                return
        raise Failed(f"the channel ended before {name}")


def level(expected):
    return lambda data: json.loads(data)["level"] == expected


def of_pantau(pantau, repeats):
    """Seconds from a write until the channel tells of it, the page shows it, the channel tells of a
    mistake, the whole site is examined: a list of each."""
    figure, path = pantau.figure, f"/{pantau.page.removesuffix('index.html')}"
    server = Server(pantau.program.path, pantau.root)
    times = {"told": [], "shown": [], "mistake": [], "whole": []}
    try:
        for _ in range(repeats):
            changed, shown = figure.changed()
            assert shown not in server.page(path)
            channel = Channel(server, path)
            started = time.perf_counter()
            figure.file.write_text(changed)
            channel.wait("reload")
            times["told"].append(time.perf_counter() - started)
            page = server.page(path)
            times["shown"].append(time.perf_counter() - started)
            assert shown in page, shown
            server.wait("dibaca ulang")
            times["whole"].append(time.perf_counter() - started)
            assert server.page(path) == page, "the whole site says otherwise"
            channel = Channel(server, path)
            started = time.perf_counter()
            figure.file.write_text(changed.replace("nilai:", "nilay:", 1))
            channel.wait("notice", level("errors"))
            times["mistake"].append(time.perf_counter() - started)
            server.wait("Halaman terakhir yang baik")
            figure.file.write_text(changed)
            server.wait("dibaca ulang")
    finally:
        server.stop()
    return times


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def seconds_until(port, path, text):
    """Asks for a page until it holds a text."""
    started = time.perf_counter()
    while time.perf_counter() - started < PATIENCE:
        try:
            connection = http.client.HTTPConnection("localhost", port, timeout=PATIENCE)
            connection.request("GET", path)
            if text in connection.getresponse().read().decode(errors="replace"):
                return time.perf_counter() - started
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.01)
    raise Failed(f"{path} did not show {text} within {PATIENCE} s")


def of_peer(peer, repeats):
    """Seconds from a write until the page shows it, for each turn."""
    port, path, times = free_port(), f"/{peer.page.removesuffix('index.html')}", []
    command, folder, environment = peer.server(port)
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, start_new_session=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        seconds_until(port, path, "</html>")
        for _ in range(repeats):
            # So that it has noticed the last save, and is not at work on it any more.
            time.sleep(2)
            text, shown = peer.figure.changed()
            peer.figure.file.write_text(text)
            times.append(seconds_until(port, path, shown))
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    return times
