"""Fills one template with a quote, in a process that can be stopped; it loads nothing of ours.

Standard input holds JSON (`template`, `variables`). Standard output gets JSON: `text`, or `error`
with the template's `line`. The template runs in Jinja's sandbox, which lets it read the variables
and nothing else; what the sandbox cannot bound, such as time and memory, the system does.
"""

import json
import sys
import traceback
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_BYTES: Final = 512 * 1024 * 1024
_MOST_SECONDS: Final = 3
_LONGEST: Final = 1_000_000


def fill(template: str, variables: dict[str, Any]) -> dict[str, Any]:
    """Return the filled template, or what is wrong with it and in which line."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
    # Without a loader nothing can be included; of the globals, only counting is of use.
    environment.globals = {"range": environment.globals["range"]}
    try:
        text = environment.from_string(template).render(variables)
    except TemplateSyntaxError as error:
        return {"error": error.message or "it cannot be read", "line": error.lineno}
    except MemoryError:
        return {"error": "it takes too much memory", "line": _line()}
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        return {"error": str(error) or type(error).__name__, "line": _line()}
    except (AttributeError, RecursionError, RuntimeError) as error:
        return {"error": str(error) or type(error).__name__, "line": _line()}
    if len(text) > _LONGEST:
        return {"error": "it makes more text than any quote has", "line": 0}
    return {"text": text}


def _line() -> int:
    """Return the template's line in which the error that is being handled came up."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    lines = [frame.lineno or 0 for frame in frames if frame.filename == "<template>"]
    return lines[-1] if lines else 0


def _be_bounded() -> None:
    """Have the system refuse more memory and time, where it does such things."""
    try:
        import resource
    except ImportError:
        return
    for kind, bound in ((resource.RLIMIT_AS, _MOST_BYTES), (resource.RLIMIT_CPU, _MOST_SECONDS)):
        _, most = resource.getrlimit(kind)
        resource.setrlimit(kind, (bound if most < 0 else min(bound, most), most))


def main() -> int:
    """Do what standard input asks for."""
    asked = json.loads(sys.stdin.buffer.read())
    _be_bounded()
    filled = fill(asked["template"], asked["variables"])
    sys.stdout.buffer.write(json.dumps(filled).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
