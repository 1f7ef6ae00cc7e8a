"""A headless Chromium, driven through a pipe: DevTools messages, nothing to install.

`--remote-debugging-pipe` reads JSON from file descriptor 3 and writes it to 4, a
NUL after each message.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
DEADLINE = 300

_AS_3_AND_4 = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(each), fcntl.F_DUPFD, 10) for each in sys.argv[1:3]]
for number, end in zip((3, 4), ends):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""


def chromium() -> str | None:
    """Return where Chromium is, or None; TWEETSPAT_CHROMIUM=none leaves it out."""
    told = os.environ.get("TWEETSPAT_CHROMIUM")
    return None if told == "none" else told or shutil.which("chromium")


class Browser:
    """A browser with one page; use it in a `with` statement."""

    def __init__(self, profile: Path) -> None:
        to_browser, to = os.pipe()
        from_, from_browser = os.pipe()
        self._to, self._from, self._left = to, from_, b""
        self._next, self.events = 0, []
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _AS_3_AND_4),
                *(str(to_browser), str(from_browser)),
                *(chromium() or "chromium", *FLAGS),
                f"--user-data-dir={profile}",
            ],
            pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        found = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    _session: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(DEADLINE)
        os.close(self._to)
        os.close(self._from)

    def call(self, method: str, **params: object) -> dict:
        """Send a command and return its result; events on the way are kept."""
        self._next += 1
        message = {"id": self._next, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data) :]
        while True:
            answer = self._read()
            if answer.get("id") == self._next:
                assert "error" not in answer, answer["error"]
                return answer["result"]
            self.events.append(answer)

    def _read(self) -> dict:
        until = time.monotonic() + DEADLINE
        while b"\0" not in self._left:
            ready, *_ = select.select([self._from], [], [], until - time.monotonic())
            block = os.read(self._from, 1 << 20) if ready else b""
            assert block, "the browser does not answer"
            self._left += block
        message, _, self._left = self._left.partition(b"\0")
        return json.loads(message)

    def look_at(
        self, path: Path, *, width: int = 1280, height: int = 900, dark: bool = False
    ) -> None:
        """Open a file as a screen of that width shows it."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[theme])
        self.events.clear()
        self.call("Page.navigate", url=path.absolute().as_uri())
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self._read())

    def run(self, script: str) -> object:
        """Run a script in the page and return its value."""
        answer = self.call(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def told(self, *methods: str) -> list[dict]:
        """Return the events of some kinds since the page was opened."""
        return [e["params"] for e in self.events if e.get("method") in methods]

    def picture(self, *, whole: bool = False) -> bytes:
        """Return a PNG of the window, or of the whole page."""
        found = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        return base64.b64decode(found["data"])

    def printed(self) -> bytes:
        """Return the page as a PDF on A4."""
        found = self.call(
            "Page.printToPDF",
            paperWidth=8.27,
            paperHeight=11.69,
            printBackground=False,
            preferCSSPageSize=True,
        )
        return base64.b64decode(found["data"])
