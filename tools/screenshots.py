"""Take the pictures of docs/screenshots from the demo, in a real browser.

    python tools/screenshots.py [FOLDER]

Starts `tongket demo` in a folder of its own, signs in with the password that it prints,
and photographs the main pages. Needs the Debian package chromium.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("tongket")
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 375, "height": 812}
DEPARTMENT = "department=da-nang"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to photograph: the file's name, its address, and the window."""

    name: str
    address: str
    phone: bool = False


PICTURES = (
    Picture("home", f"/?{DEPARTMENT}"),
    Picture("home-phone", f"/?{DEPARTMENT}", phone=True),
    Picture("ledger", f"/entries/?{DEPARTMENT}"),
    Picture("indicator", "/indicators/TD-015/?department=kien-giang"),
    Picture("report", "/reports/da-nang/2018/year/"),
)


@contextmanager
def demo() -> Iterator[tuple[str, str, str]]:
    """Serve the demo for a while; give its address, account and password."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        running = subprocess.Popen(
            [PROGRAM, "demo", "--no-browser", "--port", str(port)],
            env={**os.environ, "TONGKET_HOME": home, "LANG": "vi_VN.UTF-8"},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield f"http://127.0.0.1:{port}", *signature(running)
        finally:
            running.terminate()
            running.wait()


def signature(running: subprocess.Popen[str]) -> tuple[str, str]:
    """Read account and password from what the demo prints."""
    printed = ""
    for line in running.stdout or ():
        printed += line
        found = re.search(
            r"(?:Tên|Name): +(\S+)\s+(?:Mật khẩu|Password): +(\S+)", printed
        )
        if found:
            return found[1], found[2]
    sys.exit(f"tongket demo ended before it printed a password:\n{printed}")


def sign_in(page: Page, account: str, password: str) -> None:
    page.goto("/account/sign-in/")
    page.fill("[name=username]", account)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/")


def follow(page: Page, folder: Path) -> None:
    """Photograph a number on its way back: document, page of the file, entry."""
    page.goto(f"/documents/?{DEPARTMENT}")
    page.locator("main table a", has_text=".pdf").first.click()
    page.wait_for_load_state()
    page.screenshot(path=folder / "document.png")
    page.get_by_role("link", name="xem từng trang như in").click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / "page.png")
    page.goto(f"/entries/?{DEPARTMENT}")
    page.locator("main table a.figure").first.click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / "entry.png")


def main() -> None:
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("No browser on this machine; on Debian: apt install chromium")
    with demo() as (address, account, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-background-networking"],
        )
        for viewport in (DESK, PHONE):
            context = browser.new_context(base_url=address, viewport=viewport)
            page = context.new_page()
            sign_in(page, account, password)
            for picture in PICTURES:
                if picture.phone is (viewport is PHONE):
                    page.goto(picture.address)
                    page.screenshot(path=folder / f"{picture.name}.png")
            if viewport is DESK:
                follow(page, folder)
            context.close()
        browser.close()
    print(*sorted(path.name for path in folder.glob("*.png")), sep="\n")


if __name__ == "__main__":
    main()
