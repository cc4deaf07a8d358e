"""From arguments to an exit code: the command is run, and whatever ends it early ends it in order."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from tuiexplorer.cli.failure import ERROR, Failure, tell
from tuiexplorer.cli.parser import Usage, parse
from tuiexplorer.language import _

_INTERRUPTED = 128 + 2
_PIPE_CLOSED = 128 + 13
_COLLECTED_EVERY = 50_000
"""Objects made, on balance, between two looks for what can be freed. At Python's own 700 a run that is over in the
blink of an eye spends a tenth of it looking, and finds nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code: 0 done, 1 nothing found or not understood, 2 an error."""
    gc.set_threshold(_COLLECTED_EVERY)
    try:
        options = parse(sys.argv[1:] if arguments is None else list(arguments))
        # Each command is imported when it is asked for: finding does not pay for exporting.
        command: Callable[..., int] = getattr(
            import_module(f"tuiexplorer.cli.{options.command}"), options.command
        )
        return command(options)
    except (Usage, Failure) as error:
        tell(str(error))
        return ERROR
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # `| head` has seen enough
        _forget_output()
        return _PIPE_CLOSED
    except OSError as error:
        from tuiexplorer.system_errors import in_words

        _forget_output()
        place = error.filename or _("writing")
        tell(f"{place}: {in_words(error)}")
        return ERROR
    except MemoryError:
        _forget_output()
        tell(_("there is not enough memory for this; name fewer or smaller files, or set --max-size"))
        return ERROR
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        _forget_output()
        told = _("a fault of its own: {what}; python -X dev -m tuiexplorer tells more")
        tell(told.format(what=_in_one_line(error)))
        return ERROR
    finally:
        gc.freeze()  # the system takes it all back at once; Python would first look through every object


def _in_one_line(error: Exception) -> str:
    """What went wrong, and where in the program."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    return f"{type(error).__name__}: {error}{where}"


def _forget_output() -> None:
    """Leave nothing in the buffer of standard output, which Python would complain of when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
