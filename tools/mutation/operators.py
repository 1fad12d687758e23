"""The mutants of a module: its source with one deliberate fault in each.

Chosen for what goes wrong in programs such as this one: a check that is not made, a limit that is one off, a call that
is forgotten. Texts, log lines, assertions, and what only another system runs are left alone.
"""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

_ORDERINGS = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}
_OPPOSITES = {ast.Eq: "!=", ast.NotEq: "==", ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is"}
_ARITHMETIC = {ast.Add: "-", ast.Sub: "+", ast.Mult: "+", ast.FloorDiv: "*", ast.Div: "*"}
_TWINS = {"any": "all", "all": "any", "min": "max", "max": "min"}
_OTHER_SYSTEMS = ("sys.platform", "os.name", "TYPE_CHECKING")
_SILENT = ("log", "logger", "_log", "say", "verbatim", "assert_never")
"""Calls whose loss or whose numbers only change a text."""


@dataclass(frozen=True)
class Mutant:
    """A module with one fault.

    Attributes:
        name: the same as long as the line, its function and the fault are.
        function: in which it is, as `Class.method`; empty outside of functions.
        lines: the first and the last of the statement that it changes.
        source: the whole module; now and then it is no Python.
        difference: for people.
    """

    name: str
    function: str
    lines: tuple[int, int]
    source: str
    difference: str


def mutants_of(source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    finder = _Finder(source)
    finder.visit(ast.parse(source))
    seen: Counter[str] = Counter()
    made = (_apply(source, edit, seen) for edit in sorted(finder.edits, key=lambda edit: (edit.start, edit.end)))
    return [mutant for mutant in made if mutant]


def fault(source: str, find: str, replace: str) -> Mutant:
    """A mutant by exact text.

    Raises:
        ValueError: the text is not there once, or the other one says the same.
    """
    if source.count(find) != 1:
        message = f"stands {source.count(find)} times instead of once: {find!r}"
        raise ValueError(message)
    start = source.index(find)
    first = source.count("\n", 0, start) + 1
    lines = (first, first + find.rstrip("\n").count("\n"))
    made = _apply(source, _Edit(start, start + len(find), replace, "", lines), Counter())
    if made is None:
        message = f"nothing changes: {replace!r}"
        raise ValueError(message)
    return made


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str
    function: str
    lines: tuple[int, int]


def _apply(source: str, edit: _Edit, seen: Counter[str]) -> Mutant | None:
    old = source[edit.start : edit.end]
    if old == edit.text:
        return None
    # As many lines as before, so that everything below stays where it is.
    text = edit.text + "\n" * (old.count("\n") - edit.text.count("\n"))
    mutated = source[: edit.start] + text + source[edit.end :]
    first, last = edit.lines
    changed = zip(source.splitlines()[first - 1 : last], mutated.splitlines()[first - 1 : last], strict=True)
    pairs = [(before, after) for before, after in changed if before != after]
    difference = "\n".join([f"-{before}" for before, _ in pairs] + [f"+{after}" for _, after in pairs if after])
    key = f"{edit.function}\n{difference}"
    seen[key] += 1
    name = hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest()[:8]
    return Mutant(name, edit.function, edit.lines, mutated, difference)


class _Finder(ast.NodeVisitor):
    """Collects the places that can be changed, and into what."""

    def __init__(self, source: str) -> None:
        self.edits: list[_Edit] = []
        self._source = source
        self._rows = source.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._rows)]
        self._scope: list[str] = []
        self._returns: list[str] = []
        self._lines = (1, 1)

    # --- places ---

    def _at(self, line: int, column: int) -> int:
        # The parser counts bytes of UTF-8.
        return self._starts[line - 1] + len(self._rows[line - 1].encode()[:column].decode())

    def _span(self, node: ast.AST) -> tuple[int, int]:
        assert isinstance(node, ast.expr | ast.stmt)
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._at(node.lineno, node.col_offset), self._at(node.end_lineno, node.end_col_offset)

    def _text(self, node: ast.AST) -> str:
        start, end = self._span(node)
        return self._source[start:end]

    def _change(self, node: ast.AST, text: str) -> None:
        self._edit(*self._span(node), text)

    def _edit(self, start: int, end: int, text: str) -> None:
        function = ".".join(self._scope) if self._returns else ""
        self.edits.append(_Edit(start, end, text, function, self._lines))

    # --- scopes and statements ---

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.stmt):
            outer, self._lines = self._lines, _header(node)
            super().visit(node)
            self._lines = outer
        else:
            super().visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._scope.append(node.name)
        for statement in node.body:
            self.visit(statement)
        self._scope.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name in ("__repr__", "__str__"):
            return
        for default in [*node.args.defaults, *node.args.kw_defaults]:
            if default is not None:
                self.visit(default)
        self._scope.append(node.name)
        self._returns.append(ast.unparse(node.returns) if node.returns else "")
        for statement in node.body:
            self.visit(statement)
        self._returns.pop()
        self._scope.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Assert(self, node: ast.Assert) -> None:
        pass

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant) or _is_silent(node.value):
            return
        if isinstance(node.value, ast.Call):
            self._change(node, "pass")
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if self._returns and all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets):
            self._change(node, "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._change(node, "pass")
        self.generic_visit(node)

    def visit_Delete(self, node: ast.Delete) -> None:
        self._change(node, "pass")

    def visit_Raise(self, node: ast.Raise) -> None:
        # Its text is no decision.
        self._change(node, "pass")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._change(node, "pass")

    def visit_Break(self, node: ast.Break) -> None:
        self._change(node, "pass")

    def visit_Return(self, node: ast.Return) -> None:
        returns = self._returns[-1] if self._returns else ""
        if node.value is None:
            self._change(node, "pass")
            return
        if returns == "bool":
            for value in ("True", "False"):
                self._change(node.value, value)
        elif returns.endswith("| None") and not isinstance(node.value, ast.Constant):
            self._change(node.value, "None")
        self.visit(node.value)

    def visit_With(self, node: ast.With) -> None:
        if all(item.optional_vars is None for item in node.items):
            start, _ = self._span(node)
            body = self._at(node.body[0].lineno, 0)
            if node.body[0].lineno > node.lineno:
                self._edit(start, body - 1, "if True:")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        test = self._text(node.test)
        if any(name in test for name in _OTHER_SYSTEMS):
            return
        self._condition(node.test)
        for statement in [*node.body, *node.orelse]:
            self.visit(statement)

    def visit_While(self, node: ast.While) -> None:
        if not isinstance(node.test, ast.Constant):
            self._change(node.test, "False")
            self._inside(node.test)
        for statement in [*node.body, *node.orelse]:
            self.visit(statement)

    def visit_match_case(self, node: ast.match_case) -> None:
        if node.guard:
            self._condition(node.guard)
        for statement in node.body:
            self.visit(statement)

    # --- expressions ---

    def visit_IfExp(self, node: ast.IfExp) -> None:
        if any(name in self._text(node.test) for name in _OTHER_SYSTEMS):
            return
        self._condition(node.test)
        self.visit(node.body)
        self.visit(node.orelse)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.visit(node.iter)
        for test in node.ifs:
            self._condition(test)

    def _condition(self, test: ast.expr) -> None:
        for value in ("True", "False"):
            self._change(test, value)
        self._inside(test)

    def _inside(self, test: ast.expr) -> None:
        """What is in a condition; the opposite of all of it is noticed where both true and false are."""
        match test:
            case ast.Compare(ops=[op]) if type(op) in _OPPOSITES:
                self.generic_visit(test)
            case ast.UnaryOp(op=ast.Not()):
                self._inside(test.operand)
            case _:
                self.visit(test)

    def visit_Compare(self, node: ast.Compare) -> None:
        left: ast.expr = node.left
        for op, right in zip(node.ops, node.comparators, strict=True):
            other = _ORDERINGS.get(type(op)) or _OPPOSITES[type(op)]
            between = (self._span(left)[1], self._span(right)[0])
            text = self._source[slice(*between)]
            sign = _sign(op)
            if text.count(sign) == 1:
                at = between[0] + text.index(sign)
                self._edit(at, at + len(sign), other)
            left = right
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        word = " and " if isinstance(node.op, ast.And) else " or "
        for i in range(len(node.values)):
            rest = [self._text(value) for j, value in enumerate(node.values) if j != i]
            self._change(node, "(" + word.join(f"({text})" for text in rest) + ")")
        for value in node.values:
            self._inside(value)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._change(node, f"bool({self._text(node.operand)})")
        self._inside(node.operand)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        sign = _ARITHMETIC.get(type(node.op))
        is_text = any(
            isinstance(part, ast.JoinedStr | ast.List | ast.Tuple) or _is_str(part) for part in (node.left, node.right)
        )
        if sign and not is_text:
            self._change(node, f"(({self._text(node.left)}) {sign} ({self._text(node.right)}))")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if _is_silent(node):
            return
        if isinstance(node.func, ast.Name) and node.func.id in _TWINS:
            self._change(node.func, _TWINS[node.func.id])
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pass

    def visit_Constant(self, node: ast.Constant) -> None:
        match node.value:
            case bool(value):
                self._change(node, str(not value))
            case int(value):
                self._change(node, str(value + 1))
            case float(value):
                self._change(node, repr(value * 2 + 1))


def _header(node: ast.stmt) -> tuple[int, int]:
    """The lines of a statement without those of its body."""
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
    return node.lineno, max(node.lineno, last)


def _sign(op: ast.cmpop) -> str:
    signs = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
    words = {ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not"}
    return {**signs, **words}[type(op)]


def _is_str(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)


def _is_silent(node: ast.expr) -> bool:
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    while isinstance(function, ast.Attribute | ast.Call):
        function = function.value if isinstance(function, ast.Attribute) else function.func
    return isinstance(function, ast.Name) and function.id in _SILENT
