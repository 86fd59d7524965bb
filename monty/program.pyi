from collections.abc import Callable, Iterable
from typing import Any, Literal

from .compiler.code import Module
from .execution import MontyComplete, MontySnapshot
from .limits import ResourceLimits

class Execution:
    @property
    def usage(self) -> dict[str, Any]: ...

class Monty:
    @property
    def input_names(self) -> list[str]: ...
    @property
    def external_names(self) -> list[str]: ...
    @property
    def script_name(self) -> str: ...
    def __init__(
        self,
        code: str | bytes,
        *,
        script_name: str = 'main.py',
        inputs: Iterable[str] | None = None,
        external_functions: Iterable[str] | None = None,
    ) -> None: ...
    def run(
        self,
        *,
        inputs: dict[str, Any] | None = None,
        limits: ResourceLimits | None = ...,
        external_functions: dict[str, Callable[..., Any]] | None = None,
        print_callback: Callable[[Literal['stdout', 'stderr'], str], object] | None = None,
    ) -> Any: ...
    def start(
        self,
        *,
        inputs: dict[str, Any] | None = None,
        limits: ResourceLimits | None = ...,
        print_callback: Callable[[Literal['stdout', 'stderr'], str], object] | None = None,
    ) -> MontySnapshot | MontyComplete: ...
    def cancel(self) -> None: ...
    @property
    def usage(self) -> dict[str, Any] | None: ...
    @property
    def module(self) -> Module: ...

def execution_step(execution: Execution) -> tuple[str, tuple[Any, ...], dict[str, Any], int] | None: ...
def execution_result(execution: Execution) -> Any: ...
def execution_answer(execution: Execution, value: Any) -> None: ...
def execution_raise(execution: Execution, exception: BaseException) -> None: ...
