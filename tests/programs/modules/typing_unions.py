from typing import Dict, List, Optional, Union, get_args
checks = [Optional[int] == (int | None), Union[int, str] == (str | int), Union[int] is int, Union[int, int] is int]
print(checks, get_args(Optional[int]), get_args(Union[int, str, None]))
print(isinstance(1, Optional[int]), isinstance(None, Optional[int]), isinstance('a', Union[int, str]))
def f(x: Optional[int] = None, y: Union[int, List[str]] = 0) -> Optional[Dict[str, int]]:
    return x
print(f(), Optional[Optional[int]] == Optional[int], hash(Union[int, str]) == hash(Union[str, int]))
print(Optional[int], Union[int, str], Optional[Union[int, str]], Union[int, None, str], Optional[List[int]])
