"""Print the path of one CPython of each minor version from 3.11 on, oldest first: from the PATH, then from pyenv.

``--ends`` prints only the oldest and the newest.
"""

import glob
import os
import shutil
import subprocess
import sys

OLDEST, NEWEST = 11, 13


def version_of(path: str) -> tuple[int, int] | None:
    """Return the version of an interpreter that runs, is CPython, and can make virtual environments."""
    check = ('import sys, venv, ensurepip; assert sys.implementation.name == "cpython"; '
             'print(sys.version_info[0], sys.version_info[1])')
    try:
        done = subprocess.run([path, '-c', check], capture_output=True, text=True, timeout=60)
    except OSError:
        return None
    if done.returncode:
        return None
    major, minor = map(int, done.stdout.split())
    return major, minor


def find() -> dict[tuple[int, int], str]:
    """Return the first usable interpreter of each version."""
    candidates = [sys.executable]
    for minor in range(OLDEST, NEWEST + 1):
        path = shutil.which(f'python3.{minor}')
        if path:
            candidates.append(path)
    root = os.environ.get('PYENV_ROOT', os.path.expanduser('~/.pyenv'))
    candidates += sorted(glob.glob(os.path.join(root, 'versions', '3.*', 'bin', 'python')), reverse=True)
    found: dict[tuple[int, int], str] = {}
    for path in candidates:
        version = version_of(path)
        if version and (3, OLDEST) <= version <= (3, NEWEST):
            found.setdefault(version, path)
    return found


def main() -> None:
    found = find()
    paths = [found[version] for version in sorted(found)]
    if '--ends' in sys.argv[1:] and len(paths) > 2:
        paths = [paths[0], paths[-1]]
    print(*paths, sep='\n')


if __name__ == '__main__':
    main()
