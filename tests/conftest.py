"""What every test rests on: the shipped data, read once, and no noise. A log line of a warning or worse fails the test that caused it; so do Python
warnings and exceptions nobody raised on (`filterwarnings` in pyproject.toml).
"""

import logging
from collections.abc import Iterator

import hypothesis
import platformdirs
import pytest

from formulator.core.data import Data
from formulator.files import bundled

# the same examples in every run, and no time limit of their own: a slow machine is not a fault
hypothesis.settings.register_profile("formulator", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("formulator")


def pytest_configure(config: pytest.Config) -> None:
    # a failing property shows its arguments, and one of them is all the data
    config.addinivalue_line("filterwarnings", "ignore:Generating overly large repr:hypothesis.errors.HypothesisWarning")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept between starts is kept apart: tests read many faulty copies of the data, and must neither use nor replace what a user has."""
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platformdirs, "user_cache_dir", lambda *names, **more: folder)
        yield


@pytest.fixture(scope="session")
def data(own_cache: None) -> Data:
    bundle = bundled.load()
    assert bundle.problems == ()
    return bundle.data


@pytest.fixture(autouse=True)
def no_stray_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    stray = [f"{r.levelname} {r.name}: {r.getMessage()}" for phase in ("setup", "call") for r in caplog.get_records(phase) if r.levelno >= logging.WARNING]
    assert not stray, f"stray log lines: {stray}"
