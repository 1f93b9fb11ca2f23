"""Settings fail early, by their name, and say what may stand there."""

import errno
import os
import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tongket.wiring import settings
from tongket.wiring.database import database
from tongket.wiring.environment import Environment, NotUnderstood, kept_secret

NOWHERE = Path("nowhere")


def environment(**values: str) -> Environment:
    return Environment(values)


@pytest.mark.parametrize("value", ["yes", "1", "true", "Không"])
def test_a_switch_is_true_or_false(value: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        environment(TONGKET_DEBUG=value).switch("TONGKET_DEBUG", default=False)

    assert str(refused.value) == (
        f"TONGKET_DEBUG='{value}': dùng 'True' hoặc 'False' (use 'True' or 'False')"
    )


@pytest.mark.parametrize(("value", "means"), [("True", True), ("", False)])
def test_a_switch_that_is_not_set_is_the_default(value: str, *, means: bool) -> None:
    switches = environment(TONGKET_DEBUG=value)

    assert switches.switch("TONGKET_DEBUG", default=False) is means


@pytest.mark.parametrize("value", ["0", "-1", "1,5", "nhiều", "2001", "٣", "9" * 5000])
def test_a_limit_is_a_whole_number_within_bounds(value: str) -> None:
    with pytest.raises(NotUnderstood, match="TONGKET_MAX_UPLOAD_MB"):
        environment(TONGKET_MAX_UPLOAD_MB=value).whole(
            "TONGKET_MAX_UPLOAD_MB", 50, most=2000
        )


@pytest.mark.parametrize(("value", "limit"), [("", 50), ("7", 7), (" 2000 ", 2000)])
def test_a_limit_within_bounds_is_taken(value: str, limit: int) -> None:
    limits = environment(TONGKET_MAX_UPLOAD_MB=value)

    assert limits.whole("TONGKET_MAX_UPLOAD_MB", 50, most=2000) == limit


def test_names_are_separated_by_commas() -> None:
    names = environment(TONGKET_ALLOWED_HOSTS="skhcn.gov.vn, localhost")

    assert names.names("TONGKET_ALLOWED_HOSTS", ()) == ["skhcn.gov.vn", "localhost"]


@pytest.mark.parametrize("value", ["http://skhcn.gov.vn", "a b", "a,,b"])
def test_a_name_is_no_address(value: str) -> None:
    with pytest.raises(NotUnderstood, match="TONGKET_ALLOWED_HOSTS"):
        environment(TONGKET_ALLOWED_HOSTS=value).names("TONGKET_ALLOWED_HOSTS", ())


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("")

    with pytest.raises(NotUnderstood, match="TONGKET_HOME"):
        environment(TONGKET_HOME=str(file / "home")).folder("TONGKET_HOME", NOWHERE)


def test_without_an_address_the_ledger_is_one_file_in_the_home() -> None:
    settings = database(environment(), Path("/home-of/tongket"))

    assert settings["NAME"] == "/home-of/tongket/tongket.sqlite3"
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgresql_is_one_setting() -> None:
    url = "postgresql://lan:s%40y@db.so:5433/so"

    settings = database(environment(TONGKET_DATABASE_URL=url), NOWHERE)

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["USER"], settings["PASSWORD"]) == ("lan", "s@y")
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == (
        "db.so",
        5433,
        "so",
    )


@pytest.mark.parametrize(
    "url", ["mysql://a:mat-khau@b/c", "postgresql://a:mat-khau@b:x/c"]
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(url) -> None:
    with pytest.raises(NotUnderstood, match="TONGKET_DATABASE_URL") as refused:
        database(environment(TONGKET_DATABASE_URL=url), NOWHERE)

    assert "mat-khau" not in str(refused.value)


def test_every_variable_is_explained_where_the_settings_are_read() -> None:
    source = Path(settings.__file__).read_text("utf-8")
    explained = (settings.__doc__ or "").replace(",", " ").split()

    read = set(re.findall(r'\(\s*"(TONGKET_[A-Z_]+)"', source))

    assert len(read) > 10
    assert read <= set(explained)


def test_the_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    file = tmp_path / "secret_key"

    first = kept_secret(file)

    assert kept_secret(file) == first
    assert len(first) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_system_without_links_keeps_the_secret_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    file = tmp_path / "secret_key"

    assert kept_secret(file) == kept_secret(file)
    assert list(tmp_path.iterdir()) == [file]


def test_two_starts_at_once_agree_on_the_secret(tmp_path: Path) -> None:
    file = tmp_path / "secret_key"

    with ThreadPoolExecutor(8) as starts:
        secrets = set(starts.map(lambda _: kept_secret(file), range(8)))

    assert len(secrets) == 1


def test_a_start_with_a_setting_that_is_not_understood_ends_with_its_name(
    tmp_path: Path,
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import tongket.wiring.settings"],
        env={"TONGKET_HOME": str(tmp_path), "TONGKET_DEBUG": "yes"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )

    assert ended.returncode != 0
    assert "TONGKET_DEBUG='yes': dùng 'True' hoặc 'False'" in ended.stderr
