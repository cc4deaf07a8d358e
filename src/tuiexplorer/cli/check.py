"""``tuiexplorer check``: what was understood of each article."""

from argparse import Namespace
from collections.abc import Iterator

from tuiexplorer.cli.bounds import bounds
from tuiexplorer.cli.destination import standard_output
from tuiexplorer.cli.documents import Documents
from tuiexplorer.cli.failure import ERROR
from tuiexplorer.layout import lay_out
from tuiexplorer.output.report import Report, report_on, write_reports_json, write_reports_text


def check(options: Namespace) -> int:
    """Print the reports. 0 when all was understood, 1 when something was not, 2 when a file is unreadable."""
    documents = Documents(options.paths, bounds=bounds(options), cache=options.cache)
    not_understood = 0

    def reports() -> Iterator[Report]:
        nonlocal not_understood
        for document in documents:
            report = report_on(document, lay_out(document.source))
            not_understood += not report.understood
            if not (options.quiet and report.understood):
                yield report

    with standard_output(data=options.format != "text") as out:
        if options.format == "text":
            write_reports_text(reports(), out, total=not options.quiet)
        else:
            write_reports_json(reports(), out)
    if documents.failed:
        return ERROR
    return 1 if not_understood else 0
