"""What is built and installed: a wheel with the command, the seed and every data file; a source package."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.conftest import PROJECT

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source package."""
    folder = tmp_path_factory.mktemp("dist")
    for target in ("wheel", "sdist"):
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)],
            cwd=PROJECT,
            check=True,
            capture_output=True,
        )
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


def test_the_wheel_holds_every_file_of_the_package_and_the_seed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("tuiexplorer/")}
    source = PROJECT / "src"
    wanted = {
        str(path.relative_to(source))
        for path in (source / "tuiexplorer").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    seeds = {f"tuiexplorer/seeds/{path.name}" for path in (PROJECT / "seeds").iterdir()}
    assert held == wanted | seeds
    assert seeds


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        told = archive.read(metadata).decode()
        licences = [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]
    assert "\nLicense-Expression: MIT\n" in told
    assert "\nRequires-Python: >=3.11\n" in told
    assert "\nProject-URL:" not in told
    assert licences


def test_the_source_package_can_be_built_from(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "src/tuiexplorer/__main__.py"} <= held
    assert any(name.startswith("seeds/") for name in held)


def test_the_installed_command_opens_the_seed(wheel: Path, tmp_path: Path) -> None:
    """Installed beside what it needs, away from the project's own folder."""
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(site)!r})\n{ENTRY}", "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("site/tuiexplorer/seeds/000_")


ENTRY = "from tuiexplorer.cli import main; sys.exit(main())"


class TestLock:
    """The versions that make installs."""

    @pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
    def test_it_names_no_host_and_has_a_hash_for_every_version(self, name: str) -> None:
        text = (PROJECT / "requirements" / name).read_text()
        pinned = [line for line in text.splitlines() if "==" in line]
        assert "://" not in text
        assert len(pinned) > 10
        assert all(line.endswith("\\") for line in pinned)

    def test_it_holds_every_dependency(self) -> None:
        project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
        run = (PROJECT / "requirements" / "run.txt").read_text()
        dev = (PROJECT / "requirements" / "dev.txt").read_text()
        for wanted in project["project"]["dependencies"]:
            assert f"{wanted.split('>=')[0]}==" in run
        for wanted in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"]):
            assert f"{wanted.split('>=')[0]}==" in dev

    def test_who_runs_it_has_the_versions_that_were_tested(self) -> None:
        def pins(name: str) -> set[str]:
            text = (PROJECT / "requirements" / name).read_text()
            return {line.rstrip(" \\") for line in text.splitlines() if "==" in line}

        assert pins("run.txt") <= pins("dev.txt")
