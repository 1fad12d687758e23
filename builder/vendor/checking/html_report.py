"""What a check found, as one page without a script that needs nothing else: for a browser, a printer, a support site.

Who reads it there wants to know whether the application works with a graphics card. What only the vendor can act upon
is a part of its own, on request. Pure. Whatever comes from a package is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from builder.backend import BACKENDS
from builder.backend.tensorrt_rtx import TARGETS
from builder.base.quantities import Bytes
from builder.vendor.checking.matrix import Cell, Matrix, Row
from builder.vendor.checking.page_style import STYLE
from builder.vendor.checking.text_report import (
    EVERY_TARGET,
    IN_WORDS,
    Remark,
    by_way_out,
    limited,
    listed,
    notes,
    remarks,
    summary,
)

_MARKS = {"builds": "✓", "refused": "✕", "failed": "!", "left_out": "–", "not_run": "?"}
_LEGEND = {
    "builds": "can be prepared; the size on disk",
    "refused": "cannot be prepared; the number leads to the reason",
    "failed": "ended on the computer that checked, which says nothing of others",
    "left_out": "not wanted, or built from another file of the model",
    "not_run": "not tried",
}


def html_report(matrix: Matrix, *, for_vendor: bool = False) -> str:
    """Give the whole page.

    Args:
        matrix: what was found.
        for_vendor: with a part for the vendor below: what helps, advice, warnings.
    """
    title = escape(f"{matrix.app} {matrix.version}")
    found = remarks(matrix)
    body = "\n".join(
        [
            *_head(matrix),
            *_table(matrix, found),
            *_reasons(matrix, found),
            *_engines(matrix),
            *(_vendor_part(matrix, found) if for_vendor else ()),
        ]
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: models and graphics cards</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _head(matrix: Matrix) -> Iterator[str]:
    libraries = " and ".join(f"{BACKENDS[name].title} {version}" for name, version in matrix.libraries.items())
    yield f"<h1>{escape(f'{matrix.app} {matrix.version}')}</h1>"
    yield "<p>Which of its AI models can be prepared for which graphics cards. Find yours in the first line.</p>"
    made = f"Tried with {libraries or 'no engine library'} on {matrix.system.title()}, {matrix.date.partition('T')[0]}."
    yield f'<p class="soft small">{escape(made)}</p>'


def _table(matrix: Matrix, found: Sequence[Remark]) -> Iterator[str]:
    yield '<div class="wide" tabindex="0" role="region" aria-label="Models and graphics cards">\n<table>'
    yield '<thead><tr><th scope="col">Model</th>'
    for column in matrix.shown_columns:
        # Whoever owns a GeForce knows its name; the rest goes by the words of this project.
        names = (column.family, column.title) if column.name in TARGETS else (column.title, column.family)
        yield f'<th scope="col">{escape(names[0])}<span>{escape(names[1])}</span></th>'
    yield "</tr></thead>\n<tbody>"
    for row in matrix.rows:
        types = ", ".join(row.data_types)
        about = escape(", ".join(filter(None, (types, str(Bytes(row.size))))))
        cells = "".join(f"<td>{_cell(row, row.cell(column), found)}</td>" for column in matrix.shown_columns)
        yield f'<tr><th scope="row">{escape(row.label)}<span>{about}</span></th>{cells}</tr>'
    yield "</tbody>\n</table>\n</div>"
    shown = {row.cell(column).state for row in matrix.rows for column in matrix.shown_columns}
    states = [state for state in IN_WORDS if state in shown]
    limits = [f"{label}: the portable engine runs on {served} only." for label, served in limited(matrix)]
    items = "".join(f'<li><span class="cell {state}">{_MARKS[state]}</span> {_LEGEND[state]}</li>' for state in states)
    yield f'<ul class="legend soft small">{items}</ul>'
    yield from (f'<p class="soft small">{escape(line)}</p>' for line in limits)


def _cell(row: Row, cell: Cell, found: Sequence[Remark]) -> str:
    mark, words = _MARKS[cell.state], f'<span class="hidden">{IN_WORDS[cell.state]}</span>'
    if cell.size is not None:
        serves = f"runs on {', '.join(cell.serves)}; SHA-256 {cell.sha256}"
        return f'<span class="cell builds" title="{escape(serves)}">{mark}{words} {Bytes(cell.size)}</span>'
    number = next((item.number for item in found if item.label == row.label and item.refusal == cell.refusal), None)
    if number:
        return f'<a class="cell {cell.state}" href="#r{number}">{mark}{words} {number}</a>'
    return f'<span class="cell {cell.state}">{mark}{words}</span>'


def _reasons(matrix: Matrix, found: Sequence[Remark]) -> Iterator[str]:
    if not found:
        return
    yield '<h2>What cannot be prepared, and why</h2>\n<div class="card"><ol>'
    for item in found:
        where = escape(f"{item.label} for {_families(item.columns, matrix)}")
        yield (
            f'<li id="r{item.number}"><span class="cell refused">{item.number}</span><div><strong>{where}</strong>'
            f'<p class="what">{escape(item.refusal.message)}</p></div></li>'
        )
    yield "</ol></div>"


def _families(columns: Sequence[str], matrix: Matrix) -> str:
    """Columns in a sentence, by the names that people know."""
    families = {column.name: column.family for column in matrix.columns if column.name in TARGETS}
    every = listed(columns, matrix)
    return every if every == EVERY_TARGET else "; ".join(families.get(name, name) for name in columns)


def _vendor_part(matrix: Matrix, found: Sequence[Remark]) -> Iterator[str]:
    yield "<h2>For the vendor</h2>"
    yield f"<p>{escape(summary(matrix))}</p>"
    for way_out, group in by_way_out(found).items():
        if way_out:
            numbers = ", ".join(str(item.number) for item in group)
            yield f'<div class="card"><strong>What helps: {numbers}</strong><p class="what">{escape(way_out)}</p></div>'
    yield from _advice(matrix)
    yield from _notes(matrix)


def _advice(matrix: Matrix) -> Iterator[str]:
    for row in matrix.rows:
        for item in row.advice:
            yield (
                f'<div class="card"><strong>{escape(row.label)}</strong> <span class="soft">{escape(item.name)}</span>'
                f'<p class="what">{escape(item.what)} {escape(item.worth)}</p>'
                f'<p class="way what">{escape(item.remedy)}</p></div>'
            )


def _notes(matrix: Matrix) -> Iterator[str]:
    lines = []
    for item in notes(matrix):
        known = "".join(f" NVIDIA documents: {line}." for line in item.documented)
        lines.append(f"{item.who} for {listed(item.columns, matrix)}: {item.note}{known}")
    lines += [f"{label}: {warning}" for label, warning in matrix.warnings()]
    if lines:
        yield "<ul>"
        yield from (f"<li>{escape(line)}</li>" for line in lines)
        yield "</ul>"


def _engines(matrix: Matrix) -> Iterator[str]:
    yield '<details><summary>All engines with their hashes</summary>\n<div class="wide"><table><thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in ("Model", "For", "Bytes", "Built in", "SHA-256"))
    yield "</tr></thead><tbody>"
    for row in matrix.rows:
        for cell in row.cells:
            if cell.size is not None:
                yield (
                    f"<tr><td>{escape(row.label)}</td><td>{escape(cell.column)}</td><td>{cell.size:,}</td>"
                    f"<td>{cell.seconds:.1f} s</td><td><code>{cell.sha256}</code></td></tr>"
                )
    yield "</tbody></table></div></details>"
