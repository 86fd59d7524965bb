"""Worker processes: each runs one program at a time; one that dies or falls silent costs only its own program."""

from __future__ import annotations

import json
import os
import queue
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

WORKER = Path(__file__).resolve().parent / 'worker.py'
# A program has a limit on its time; a worker that says nothing for this long has lost control.
SILENCE_SECONDS = 90


class Worker:
    """One process."""

    def __init__(self, oracle: bool) -> None:
        command = [sys.executable, str(WORKER)] + (['--oracle'] if oracle else [])
        environment = {**os.environ, 'PYTHONHASHSEED': '0', 'PYTHONWARNINGS': 'ignore', 'PYTHONIOENCODING': 'utf-8'}
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE if os.name == 'posix' else None, env=environment)
        self.errors = b''
        threading.Thread(target=self.collect_errors, daemon=True).start()

    def collect_errors(self) -> None:
        for line in self.process.stderr:
            self.errors = (self.errors + line)[-2000:]

    def ask(self, task: dict[str, object]) -> dict[str, str]:
        try:
            self.process.stdin.write(json.dumps(task).encode() + b'\n')
            self.process.stdin.flush()
            ready, _, _ = select.select([self.process.stdout], [], [], SILENCE_SECONDS)
            line = self.process.stdout.readline() if ready else b''
        except OSError:
            ready, line = [True], b''
        if line:
            return json.loads(line)
        self.process.kill()
        code = self.process.wait()
        if not ready:
            return {'status': 'crash', 'message': f'no answer for {SILENCE_SECONDS} seconds', 'where': ''}
        detail = self.errors.decode(errors='replace').strip().splitlines()
        told = f': {detail[0]}' if detail else ''
        return {'status': 'crash', 'message': f'the process ended with {code}{told}'[:400], 'where': ''}

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def close(self) -> None:
        if self.alive:
            self.process.stdin.close()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def run_all(tasks: list[dict[str, object]], oracle: bool, jobs: int,
            done: Callable[[int, dict[str, str]], None]) -> None:
    """Run all tasks; ``done`` is called with each task's position and answer, from any thread but one at a time."""
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for position in range(len(tasks)):
        waiting.put(position)
    lock = threading.Lock()

    def serve() -> None:
        worker: Worker | None = None
        while True:
            try:
                position = waiting.get_nowait()
            except queue.Empty:
                break
            if worker is None or not worker.alive:
                worker = Worker(oracle)
            begin = time.monotonic()
            result = worker.ask(tasks[position])
            result['seconds'] = time.monotonic() - begin
            with lock:
                done(position, result)
        if worker is not None:
            worker.close()

    threads = [threading.Thread(target=serve) for _ in range(max(1, min(jobs, len(tasks))))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
