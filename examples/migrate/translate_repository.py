"""Walk a repository, and translate what matches, with all cores or a Dask cluster.

    python translate_repository.py REPOSITORY -o OUT --match 'src/*' --skip '*.test.js'
    python translate_repository.py REPOSITORY -o OUT --dask tcp://127.0.0.1:8786

Python files are written at the same places below OUT, but only where nothing was refused: a
file that would raise NotImplementedError is no step ahead. The exit status is 1 if there were
such files.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from fnmatch import fnmatch
from pathlib import Path

import js2aio


def matching(repository: Path, match: list[str], skip: list[str]) -> list[Path]:
    """The JavaScript files of a repository, without node_modules, by patterns of paths."""

    def wanted(path: Path) -> bool:
        name = path.relative_to(repository).as_posix()
        return any(fnmatch(name, pattern) for pattern in match) and not any(
            fnmatch(name, pattern) for pattern in skip
        )

    return [path for path in js2aio.sources_in(repository) if wanted(path)]


def executor(jobs: int | None, dask: str | None) -> Executor:
    """Where the work is done: processes of this machine, or the workers of a cluster."""
    if dask is None:
        return ProcessPoolExecutor(jobs)
    from distributed import Client

    return Client(dask).get_executor()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--match", action="append", metavar="PATTERN")
    parser.add_argument("--skip", action="append", metavar="PATTERN", default=[])
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--dask", metavar="ADDRESS", help="of the scheduler")
    given = parser.parse_args()

    paths = matching(given.repository, given.match or ["*"], given.skip)
    left = 0
    with executor(given.jobs, given.dask) as pool:
        # In the order of the paths, each as soon as it is there.
        for path, result in zip(paths, js2aio.translate_many(paths, executor=pool)):
            place = path.relative_to(given.repository)
            if not result.ok:
                left += 1
                print(f"{place}: left alone: {reason(result)}")
                continue
            name = js2aio.module_name(path.stem)
            target = given.out / place.with_name(f"{name}.py")
            target.parent.mkdir(parents=True, exist_ok=True)
            js2aio.write_whole(target, result.result().code)
            print(f"{place} -> {target.relative_to(given.out)}")
    print(f"{len(paths) - left} of {len(paths)} translated")
    return 1 if left else 0


def reason(result: js2aio.SourceResult) -> str:
    """The first thing that stands in the way, in one line."""
    if result.translation is None:
        return str(result.error).partition("\n")[0]
    errors = [
        item
        for item in result.translation.diagnostics
        if item.level is js2aio.Level.ERROR
    ]
    return f"line {errors[0].line}: {errors[0].message}"


if __name__ == "__main__":
    sys.exit(main())
