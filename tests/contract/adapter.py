"""What the adapter in builder/worker does with an engine library, found by walking through its source.

The source is followed for one version of a library at a time: every expression is given the kinds of value that it can
have, beginning with the library's module, and going on with what the library's signatures say they return. A condition
that asks whether the library has something (`hasattr`) has a known answer for that version, so what the version never
reaches is not held against it. No list of what the adapter uses is kept anywhere.

It begins with every function that takes nothing of the library's but `library` itself; all others are followed with
what they are called with. A function that is never called so fails a test of its own.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeAlias

from builder.backend import BACKENDS
from tests.support.bindings import Bindings, Member

CLASSES_BY_NAME: Mapping[str, str] = {
    "severity": "ILogger.Severity",
}
"""What a parameter that is annotated with `Any` holds, where no call in the adapter tells: that of a callback."""

# What the docstrings of the bindings say of these callbacks is the C++ signature.
_CALLBACKS_DESCRIBED_WRONGLY = {("IStreamWriter", "write")}


@dataclass(frozen=True)
class Plain:
    """Nothing of the library's."""


@dataclass(frozen=True)
class Live:
    """A constant whose value is known."""

    value: Any

    def __hash__(self) -> int:
        return hash(repr(self.value))


@dataclass(frozen=True)
class Library:
    """The library's module."""


@dataclass(frozen=True)
class LibraryClass:
    name: str


@dataclass(frozen=True)
class LibraryObject:
    name: str


@dataclass(frozen=True)
class LibraryFunction:
    """A function of the module (`owner` is empty), or a method, of the class or of an object."""

    owner: str
    name: str
    bound: bool


@dataclass(frozen=True)
class NameOf:
    """The name of a member of an enumeration."""

    enumeration: str


@dataclass(frozen=True)
class Items:
    """Something to walk over."""

    item: Value


@dataclass(frozen=True)
class Pair:
    """A tuple."""

    items: tuple[Value, ...]


@dataclass(frozen=True)
class Mapped:
    """A dictionary."""

    key: Value
    item: Value


@dataclass(frozen=True)
class Builtin:
    name: str


@dataclass(frozen=True, eq=False)
class OwnClass:
    """A class of the adapter's; `base` is the library's class that it is derived from."""

    node: ast.ClassDef
    scope: Scope
    base: str | None
    attributes: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class OwnObject:
    cls: OwnClass


@dataclass(frozen=True)
class OwnFunction:
    node: ast.FunctionDef | ast.Lambda
    scope: Scope
    receiver: OwnObject | None = None


@dataclass(frozen=True)
class MethodOf:
    """A method of something that is not the library's: of a list, of the name of a member."""

    value: Value
    name: str


@dataclass(frozen=True)
class Unknown:
    """Perhaps of the library's, but not known what; `why` is empty when that was reported already."""

    why: str


Atom: TypeAlias = Any
Value: TypeAlias = frozenset[Atom]

NOTHING: Value = frozenset()
PLAIN: Value = frozenset({Plain()})


def one(atom: Atom) -> Value:
    return frozenset({atom})


class Scope:
    """The names of a function or module.

    Attributes:
        module: the module's path and namespace.
        parent: the scope around it.
        names: what each name can be.
        facts: pairs of expressions for which `hasattr` is known to hold.
    """

    def __init__(self, module: Module, parent: Scope | None = None, unstable: Iterable[str] = ()) -> None:
        self.module = module
        self.parent = parent
        self.names: dict[str, Value] = {}
        self.facts: frozenset[tuple[str, str]] = frozenset()
        self.unstable = set(unstable)
        self.returns: list[Value] = []
        self.yields: list[Value] | None = None

    def find(self, name: str) -> Value | None:
        if name in self.names:
            return self.names[name]
        return self.parent.find(name) if self.parent else None

    def knows(self, fact: tuple[str, str]) -> bool:
        return fact in self.facts or (self.parent is not None and self.parent.knows(fact))

    def set(self, name: str, value: Value) -> None:
        self.names[name] = value | self.names.get(name, NOTHING) | PLAIN if name in self.unstable else value


@dataclass(eq=False)
class Module:
    """A module of the adapter: its source, and the values of its constants."""

    path: Path
    tree: ast.Module
    namespace: Mapping[str, Any]


def read_adapter(root: Path) -> list[Module]:
    """Read builder/worker."""
    modules = []
    for path in sorted((root / "builder/worker").glob("*.py")):
        if path.stem not in ("__init__", "__main__"):
            namespace = vars(importlib.import_module(f"builder.worker.{path.stem}"))
            modules.append(Module(path, ast.parse(path.read_text(encoding="utf-8")), namespace))
    return modules


class _Dead(Exception):
    """Nothing after this is reached."""


class Uses:
    """What the adapter does with one version of a library.

    Attributes:
        problems: what that version does not have or accept, as (file, line, text).
        optional: each (class, member) that the adapter asks for or names, and whether this version has it.
        reached: every statement that this version can reach.
    """

    def __init__(self, modules: list[Module], bindings: Bindings, *, sceptical: bool = False) -> None:
        """Walk through the adapter.

        Args:
            modules: the adapter.
            bindings: the version of the library.
            sceptical: follow also what is only reached when the library lacks something that this version has.
        """
        self._sceptical = sceptical
        self.problems: dict[tuple[str, int, str], None] = {}
        self.optional: dict[tuple[str, str], bool] = {}
        self.reached: set[ast.stmt] = set()
        self._bindings = bindings
        self._memory: dict[tuple[Any, ...], Value | None] = {}
        self._active: list[ast.AST] = []
        self._classes: dict[tuple[ast.ClassDef, str | None], OwnClass] = {}
        self._where: list[tuple[Path, int]] = []
        self._scopes = {module.namespace["__name__"]: Scope(module) for module in modules}
        self._changed = True
        for module in modules:
            scope = self._scopes[module.namespace["__name__"]]
            for node in module.tree.body:
                if isinstance(node, ast.FunctionDef):
                    scope.names[node.name] = one(OwnFunction(node, scope))
                elif isinstance(node, ast.ClassDef):
                    scope.names[node.name] = one(OwnClass(node, scope, None))
        # What methods put into their objects is known after the first pass.
        while self._changed:
            self._changed = False
            for gathered in (self.problems, self.optional, self.reached, self._memory):
                gathered.clear()
            for scope in self._scopes.values():
                for node in scope.module.tree.body:
                    self._where = [(scope.module.path, node.lineno)]
                    if isinstance(node, ast.FunctionDef):
                        self._call_by_names(OwnFunction(node, scope))
                    elif isinstance(node, ast.ClassDef):
                        (cls,) = scope.names[node.name]
                        self._walk_class(cls)

    # What is reported

    def _unknown(self, atom: Atom, text: str) -> None:
        if (why := getattr(atom, "why", "it is something of the library's that is not followed so far")) != "":
            self._problem(f"{text}: {why}")

    def _problem(self, text: str) -> None:
        path, line = self._where[-1]
        self.problems[path.name, line, text] = None

    def _asked(self, owner: str, name: str, exists: bool) -> None:
        self.optional[owner, name] = exists

    # The library

    def _has(self, owner: str, name: str) -> Member | None:
        return self._bindings.classes[owner].get(name) if owner else self._bindings.names.get(name)

    def _typed(self, annotation: str) -> Value:
        """The value that an annotation of the bindings means."""
        if name := self._bindings.class_named(annotation):
            return _object(name)
        try:
            tree = ast.parse(annotation, mode="eval").body
        except SyntaxError:
            return one(Unknown(f"the library says that it is a {annotation}"))
        if isinstance(tree, ast.Subscript):
            outer = ast.unparse(tree.value).split(".")[-1].lower()
            inner = tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]
            values = [self._typed(ast.unparse(part)) for part in inner]
            if outer == "tuple":
                return one(Pair(tuple(values)))
            if outer in ("dict", "mapping") and len(values) == 2:
                return one(Mapped(*values))
            if outer == "optional":
                return values[0] | PLAIN
            return one(Items(frozenset().union(*values)))
        if isinstance(tree, ast.BinOp):
            return self._typed(ast.unparse(tree.left)) | self._typed(ast.unparse(tree.right))
        if annotation in ("int", "str", "bool", "float", "None", "bytes", "memoryview", "dict"):
            return PLAIN
        return one(Unknown(f"the library only says that it is a {annotation or 'thing'}"))

    def _library_attribute(self, atom: Atom, name: str) -> Value:
        owner = "" if isinstance(atom, Library) else atom.name
        member = self._has(owner, name)
        if member is None:
            self._problem(f"{owner or 'the module'} has no {name}; guard it with hasattr")
            return one(Unknown(""))
        if member.kind == "class":
            return one(LibraryClass(str(member.of)))
        if member.kind == "value":
            return _object(str(member.of))
        if member.kind in ("method", "static"):
            bound = isinstance(atom, LibraryObject) or member.kind == "static" or owner == ""
            return one(LibraryFunction(owner, name, bound))
        if name == "__members__":
            return one(Mapped(one(NameOf(owner)), _object(owner)))
        if member.kind == "property" and isinstance(atom, LibraryObject):
            if name == "name" and self._bindings.is_enumeration(owner):
                return one(NameOf(owner))
            return frozenset().union(*(self._typed(signature.returns) for signature in member.signatures)) or PLAIN
        return PLAIN

    def _call_library(
        self, owner: str, name: str, positional: list[Value], keywords: dict[str, Value], unknown: bool
    ) -> Value:
        member = self._has(owner, name)
        assert member is not None
        what = f"{owner}.{name}" if owner else name
        if not member.signatures:
            if name == "__init__":
                self._problem(f"{owner} cannot be made")
            return one(Unknown(f"nothing is said of what {what} returns"))
        accepted = NOTHING
        reasons = []
        for signature in member.signatures:
            types = signature.place(len(positional), list(keywords), some_unknown=unknown)
            if types is None:
                reasons.append("it takes " + (", ".join(part for part, _, _ in signature.positional) or "nothing"))
                continue
            given: dict[int | str, Value] = {}
            given.update(enumerate(positional))
            given.update(keywords)
            wrong = [place for place, kind in types.items() if not self._fits(given[place], kind)]
            if wrong:
                reasons.append(f"argument {wrong[0]!r} must be {types[wrong[0]]}")
                continue
            accepted |= self._typed(signature.returns)
        if not accepted:
            arguments = [*(["…"] * len(positional)), *(f"{keyword}=…" for keyword in keywords)]
            self._problem(f"{what}({', '.join(arguments)}) is not accepted: {'; '.join(reasons)}")
            return one(Unknown(""))
        return accepted

    def _fits(self, value: Value, annotation: str) -> bool:
        """Whether what is given can be what is wanted; only classes of the library are compared."""
        wanted = self._bindings.class_named(annotation)
        for atom in value:
            name = atom.name if isinstance(atom, LibraryObject) else atom.cls.base if _is_derived(atom) else None
            if name is None:
                continue
            if wanted is not None and wanted not in self._bindings.bases[name]:
                return False
            if wanted is None and annotation in ("str", "bool"):
                return False
        return True

    # What names stand for

    def _by_name(self, name: str) -> Value:
        if name.strip("_") == "library":
            return one(Library())
        if CLASSES_BY_NAME.get(name) not in self._bindings.classes:
            # Whoever calls it tells.
            raise _Dead
        return one(LibraryObject(CLASSES_BY_NAME[name]))

    def _annotated(self, annotation: ast.expr | None, name: str, scope: Scope) -> Value:
        """What a parameter or attribute of ours can be."""
        if annotation is None:
            return PLAIN
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            annotation = ast.parse(annotation.value, mode="eval").body
        if isinstance(annotation, ast.BinOp):
            return self._annotated(annotation.left, name, scope) | self._annotated(annotation.right, name, scope)
        if isinstance(annotation, ast.Subscript):
            outer = ast.unparse(annotation.value).split(".")[-1]
            inner = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else [annotation.slice]
            if outer == "Callable":
                return PLAIN
            values = [self._annotated(part, name, scope) for part in inner if not _is_ellipsis(part)]
            if all(not _is_of_library(value) for value in values):
                return PLAIN
            if outer.lower() in ("dict", "mapping") and len(values) == 2:
                return one(Mapped(*values))
            if outer == "tuple" and len(values) == len(inner):
                return one(Pair(tuple(values)))
            return one(Items(frozenset().union(*values)))
        if ast.unparse(annotation) in ("Any", "typing.Any"):
            return self._by_name(name)
        if isinstance(annotation, ast.Name):
            found = self._name(annotation.id, scope)
            return frozenset(OwnObject(atom) for atom in found if isinstance(atom, OwnClass)) or PLAIN
        return PLAIN

    def _name(self, name: str, scope: Scope) -> Value:
        found = scope.find(name)
        if found is not None:
            return found
        namespace = scope.module.namespace
        if name not in namespace:
            return one(Builtin(name)) if hasattr(builtins, name) else PLAIN
        value = namespace[name]
        home = self._scopes.get(getattr(value, "__module__", ""))
        if home is not None and isinstance(value, type | type(_is_derived)):
            return home.names.get(value.__qualname__, PLAIN)
        return PLAIN if value is None else _live(value)

    # Functions and classes of the adapter

    def _call_by_names(self, function: OwnFunction) -> None:
        """Follow a function for whatever may call it."""
        arguments = function.node.args
        with contextlib.suppress(_Dead):
            values = {}
            for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
                values[argument.arg] = self._annotated(argument.annotation, argument.arg, function.scope)
            if function.receiver:
                values[_first(arguments)] = one(function.receiver)
            self._follow(function, values)

    def _call_own(
        self, function: OwnFunction, positional: list[Value], keywords: dict[str, Value], unknown: bool
    ) -> Value:
        arguments = function.node.args
        names = [argument.arg for argument in [*arguments.posonlyargs, *arguments.args]]
        if function.receiver:
            positional = [one(function.receiver), *positional]
        values = dict(zip(names, positional, strict=False)) | keywords
        for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
            if argument.arg not in values:
                default = _default(arguments, argument.arg)
                if default is None or unknown:
                    values[argument.arg] = self._annotated(argument.annotation, argument.arg, function.scope)
                else:
                    values[argument.arg] = self._evaluate(default, function.scope)
            else:
                values[argument.arg] = self._declared(values[argument.arg], argument.annotation, function.scope)
        known = {argument.arg for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]}
        result = self._follow(function, {name: value for name, value in values.items() if name in known})
        if result is None:
            raise _Dead
        return self._declared(result, getattr(function.node, "returns", None), function.scope)

    def _declared(self, value: Value, annotation: ast.expr | None, scope: Scope) -> Value:
        """What is unknown is what it is declared to be, which mypy holds us to, unless that is `Any`."""
        if annotation is None or not any(isinstance(atom, Unknown) for atom in value):
            return value
        try:
            return self._annotated(annotation, "", scope)
        except _Dead:
            return value

    def _follow(self, function: OwnFunction, values: dict[str, Value]) -> Value | None:
        """What a function returns for these arguments; None when it always raises."""
        node = function.node
        # In the outermost call only, or a recursion would go on for ever.
        if self._active.count(node) > 1:
            return one(Unknown("the function calls itself"))
        key = (node, function.scope, tuple(sorted(values.items())))
        if key in self._memory:
            return self._memory[key]
        scope = Scope(function.scope.module, function.scope, _assigned_from_inside(node))
        scope.names.update(values)
        for extra in (node.args.vararg, node.args.kwarg):
            if extra:
                scope.names[extra.arg] = PLAIN
        self._active.append(node)
        self._where.append((scope.module.path, node.lineno))
        try:
            result = self._result(node, scope)
        finally:
            self._active.pop()
            self._where.pop()
        self._memory[key] = result
        return result

    def _result(self, node: ast.FunctionDef | ast.Lambda, scope: Scope) -> Value | None:
        if isinstance(node, ast.Lambda):
            try:
                return self._evaluate(node.body, scope)
            except _Dead:
                return None
        falls_through = self._block(node.body, scope)
        if scope.yields is not None:
            return one(Items(frozenset().union(*scope.yields)))
        if falls_through:
            scope.returns.append(one(Live(None)))
        return frozenset().union(*scope.returns) if scope.returns else None

    def _walk_class(self, cls: OwnClass) -> None:
        for node in cls.node.body:
            if isinstance(node, ast.FunctionDef):
                self._where[-1] = (cls.scope.module.path, node.lineno)
                self._check_callback(cls, node)
                self._call_by_names(OwnFunction(node, cls.scope, _receiver(cls, node)))

    def _check_callback(self, cls: OwnClass, node: ast.FunctionDef) -> None:
        """A method that the library calls must be one that it knows, and take what the library gives."""
        if cls.base is None or node.name.startswith("_") or (cls.base, node.name) in _CALLBACKS_DESCRIBED_WRONGLY:
            return
        member = self._has(cls.base, node.name)
        if member is None or member.kind != "method":
            self._problem(f"{cls.base} has no {node.name}, so it never calls ours")
        elif all(len(signature.positional) != len(node.args.args) for signature in member.signatures):
            self._problem(f"{cls.base}.{node.name} is called with other arguments than ours takes")

    def _keep(self, cls: OwnClass, name: str, value: Value) -> None:
        kept = frozenset(atom for atom in value if _is_of_library(one(atom)))
        if not kept <= cls.attributes.get(name, NOTHING):
            cls.attributes[name] = cls.attributes.get(name, NOTHING) | kept
            self._changed = True

    # Statements. Each tells whether what follows it is reached.

    def _block(self, statements: list[ast.stmt], scope: Scope) -> bool:
        for statement in statements:
            self.reached.add(statement)
            self._where[-1] = (scope.module.path, statement.lineno)
            try:
                if not self._statement(statement, scope):
                    return False
            except _Dead:
                return False
        return True

    def _statement(self, node: ast.stmt, scope: Scope) -> bool:
        match node:
            case ast.Return():
                scope.returns.append(self._evaluate(node.value, scope) if node.value else one(Live(None)))
                return False
            case ast.Raise():
                for part in (node.exc, node.cause):
                    if part:
                        self._evaluate(part, scope)
                return False
            case ast.Continue() | ast.Break():
                return False
            case ast.If():
                return self._if(node.test, node.body, node.orelse, scope)
            case ast.While():
                self._loop(lambda: self._if(node.test, node.body, [], scope), scope)
                endless = self._truth(self._evaluate(node.test, scope)) is True
                has_break = any(isinstance(part, ast.Break) for part in ast.walk(node))
                return self._block(node.orelse, scope) and not (endless and not has_break)
            case ast.For():
                item = self._item(self._evaluate(node.iter, scope))
                self._assign(node.target, item, scope)
                self._loop(lambda: self._for(node, item, scope), scope)
                return self._block(node.orelse, scope)
            case ast.With():
                for managed in node.items:
                    value = self._evaluate(managed.context_expr, scope)
                    if managed.optional_vars:
                        self._assign(managed.optional_vars, value, scope)
                through = self._block(node.body, scope)
                suppresses = any("suppress" in ast.unparse(managed.context_expr) for managed in node.items)
                return through or suppresses
            case ast.Try():
                return self._try(node, scope)
            case ast.FunctionDef():
                function = OwnFunction(node, scope)
                scope.names[node.name] = one(function)
                self._call_by_names(function)
            case ast.ClassDef():
                bases = [atom for base in node.bases for atom in self._evaluate(base, scope)]
                base = next((atom.name for atom in bases if isinstance(atom, LibraryClass)), None)
                cls = self._nested_class(node, scope, base)
                scope.names[node.name] = one(cls)
                self._walk_class(cls)
            case ast.Assign():
                value = self._evaluate(node.value, scope)
                for target in node.targets:
                    self._assign(target, value, scope)
            case ast.AnnAssign():
                if node.value:
                    self._assign(node.target, self._evaluate(node.value, scope), scope)
            case ast.AugAssign():
                value = self._evaluate(node.value, scope)
                before = self._evaluate(node.target, scope)
                self._assign(node.target, _merged(before | value), scope)
            case ast.Import() | ast.ImportFrom():
                self._import(node, scope)
            case ast.Expr():
                self._evaluate(node.value, scope)
                scope.facts |= self._demanded(node.value, scope)
            case ast.Match():
                return self._match(node, scope)
            case ast.Assert():
                if self._truth(self._evaluate(node.test, scope)) is False:
                    return False
                scope.facts |= _facts(node.test, holds=True)
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.expr):
                        self._evaluate(child, scope)
        return True

    def _if(self, test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt], scope: Scope) -> bool:
        truth = self._truth(self._evaluate(test, scope))
        before, facts = dict(scope.names), scope.facts
        ends: list[tuple[dict[str, Value], frozenset[tuple[str, str]]]] = []
        for holds, block in ((True, body), (False, orelse)):
            if truth is not (not holds):
                scope.names, scope.facts = dict(before), facts | _facts(test, holds=holds)
                if self._block(block, scope):
                    ends.append((scope.names, scope.facts))
        if not ends:
            return False
        names = [names for names, _ in ends]
        scope.names = _joined(*names)
        scope.facts = frozenset.intersection(*(facts for _, facts in ends))
        return True

    def _loop(self, once: Callable[[], Any], scope: Scope) -> None:
        # What one round leaves may be met by the next.
        for _ in range(2):
            before, facts = dict(scope.names), scope.facts
            once()
            scope.names, scope.facts = _joined(before, scope.names), facts

    def _for(self, node: ast.For, item: Value, scope: Scope) -> None:
        self._assign(node.target, item, scope)
        self._block(node.body, scope)

    def _try(self, node: ast.Try, scope: Scope) -> bool:
        before, problems = dict(scope.names), dict(self.problems)
        through = self._block(node.body, scope)
        caught = " ".join(ast.unparse(handler.type) for handler in node.handlers if handler.type)
        if "AttributeError" in caught and self.problems != problems:
            # Where it fails for want of something, the handler goes on.
            self.problems = problems
            through = False
        through = self._block(node.orelse, scope) and through
        ends = [scope.names] if through else []
        after = _joined(before, scope.names)
        for handler in node.handlers:
            scope.names = dict(after)
            if handler.name:
                scope.names[handler.name] = PLAIN
            if self._block(handler.body, scope):
                ends.append(scope.names)
        scope.names = _joined(*ends) if ends else after
        return self._block(node.finalbody, scope) and bool(ends)

    def _match(self, node: ast.Match, scope: Scope) -> bool:
        subject = self._evaluate(node.subject, scope)
        if _is_of_library(subject):
            self._problem("a match over something of the library's is not followed here; use if")
        before = dict(scope.names)
        ends = [before]
        for case in node.cases:
            scope.names = dict(before)
            for part in ast.walk(case.pattern):
                if isinstance(part, ast.MatchAs | ast.MatchStar) and part.name:
                    scope.names[part.name] = PLAIN
            if case.guard:
                self._evaluate(case.guard, scope)
            if self._block(case.body, scope):
                ends.append(scope.names)
        scope.names = _joined(*ends)
        return True

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        libraries = {module for backend in BACKENDS.values() for module in backend.modules}
        for alias in node.names:
            name = alias.asname or alias.name.split(".")[0]
            of_library = isinstance(node, ast.Import) and alias.name in libraries
            scope.names[name] = one(Library()) if of_library else PLAIN

    def _assign(self, target: ast.expr, value: Value, scope: Scope) -> None:
        match target:
            case ast.Name():
                scope.set(target.id, value)
            case ast.Tuple() | ast.List():
                for place, part in enumerate(target.elts):
                    self._assign(part, self._part(value, place), scope)
            case ast.Starred():
                self._assign(target.value, one(Items(value)), scope)
            case ast.Attribute():
                for atom in self._evaluate(target.value, scope):
                    self._set_attribute(atom, target.attr, value)
            case ast.Subscript():
                key = self._evaluate(target.slice, scope)
                holder = self._evaluate(target.value, scope)
                if isinstance(target.value, ast.Name) and _is_of_library(key | value):
                    more = Mapped(key, value) if any(isinstance(atom, Mapped) for atom in holder) else Items(value)
                    scope.set(target.value.id, _merged(holder | one(more)))

    def _set_attribute(self, atom: Atom, name: str, value: Value) -> None:
        match atom:
            case LibraryObject() if member := self._has(atom.name, name):
                if member.kind != "property" or not member.settable:
                    self._problem(f"{atom.name}.{name} cannot be assigned")
                elif not any(self._fits(value, signature.returns) for signature in member.signatures):
                    self._problem(f"{atom.name}.{name} must be {member.signatures[0].returns}")
            case LibraryObject():
                self._problem(f"{atom.name} has no {name}; guard it with hasattr")
            case OwnObject():
                self._keep(atom.cls, name, value)
            case Unknown():
                self._unknown(atom, f"it is not known whose {name} is set")
            case _:
                pass

    # Conditions

    def _truth(self, value: Value) -> bool | None:
        truths = {bool(atom.value) if isinstance(atom, Live) else None for atom in value}
        return truths.pop() if len(truths) == 1 else None

    def _demanded(self, node: ast.expr, scope: Scope) -> frozenset[tuple[str, str]]:
        """What is known after a call that raises unless the library has something."""
        if not isinstance(node, ast.Call):
            return frozenset()
        facts: frozenset[tuple[str, str]] = frozenset()
        for asked in [*node.args, *(keyword.value for keyword in node.keywords)]:
            if new := _facts(asked, holds=True):
                try:
                    self._call(node, scope, {asked: one(Live(False))})
                except _Dead:
                    facts |= new
        return facts

    # Expressions

    def _evaluate(self, node: ast.expr, scope: Scope) -> Value:
        match node:
            case ast.Constant():
                return one(Live(node.value))
            case ast.Name():
                return self._name(node.id, scope)
            case ast.Attribute():
                value = self._evaluate(node.value, scope)
                return frozenset().union(*(self._attribute(atom, node.attr) for atom in value))
            case ast.Call():
                return self._call(node, scope, {})
            case ast.BoolOp():
                return self._and_or(node, scope)
            case ast.IfExp():
                return self._either(node, scope)
            case ast.UnaryOp(op=ast.Not()):
                truth = self._truth(self._evaluate(node.operand, scope))
                return PLAIN if truth is None else one(Live(not truth))
            case ast.Compare():
                return self._compare(node, scope)
            case ast.Subscript():
                value = self._evaluate(node.value, scope)
                key = self._evaluate(node.slice, scope)
                whole = isinstance(node.slice, ast.Slice)
                return value if whole else frozenset().union(*(self._subscript(atom, key) for atom in value))
            case ast.BinOp():
                return self._binary(self._evaluate(node.left, scope) | self._evaluate(node.right, scope))
            case ast.NamedExpr():
                value = self._evaluate(node.value, scope)
                self._assign(node.target, value, scope)
                return value
            case ast.Tuple():
                if any(isinstance(part, ast.Starred) for part in node.elts):
                    return one(Items(self._elements(node.elts, scope)))
                return one(Pair(tuple(self._evaluate(part, scope) for part in node.elts)))
            case ast.List() | ast.Set():
                return one(Items(self._elements(node.elts, scope)))
            case ast.Dict():
                return self._dictionary(node, scope)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                return self._comprehension(node, scope)
            case ast.Lambda():
                function = OwnFunction(node, scope)
                self._call_by_names(function)
                return one(function)
            case ast.Yield():
                scope.yields = scope.yields or []
                scope.yields.append(self._evaluate(node.value, scope) if node.value else PLAIN)
                return PLAIN
            case ast.YieldFrom():
                scope.yields = scope.yields or []
                scope.yields.append(self._item(self._evaluate(node.value, scope)))
                return PLAIN
            case ast.Starred():
                return self._item(self._evaluate(node.value, scope))
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.expr):
                        self._evaluate(child, scope)
                return PLAIN

    def _elements(self, nodes: list[ast.expr], scope: Scope) -> Value:
        return frozenset().union(*(self._evaluate(node, scope) for node in nodes))

    def _dictionary(self, node: ast.Dict, scope: Scope) -> Value:
        keys, items = NOTHING, NOTHING
        for key, value in zip(node.keys, node.values, strict=True):
            found = self._evaluate(value, scope)
            if key is not None:
                keys |= self._evaluate(key, scope)
                items |= found
            else:
                keys |= self._item(found)
                items |= frozenset().union(*(self._subscript(atom, PLAIN) for atom in found))
        return one(Mapped(keys, items))

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, scope: Scope) -> Value:
        inner = Scope(scope.module, scope)
        try:
            for generator in node.generators:
                self._assign(generator.target, self._item(self._evaluate(generator.iter, inner)), inner)
                for test in generator.ifs:
                    if self._truth(self._evaluate(test, inner)) is False:
                        raise _Dead
                    inner.facts |= _facts(test, holds=True)
            if isinstance(node, ast.DictComp):
                return one(Mapped(self._evaluate(node.key, inner), self._evaluate(node.value, inner)))
            return one(Items(self._evaluate(node.elt, inner)))
        except _Dead:
            return one(Items(NOTHING))

    def _and_or(self, node: ast.BoolOp, scope: Scope) -> Value:
        is_or = isinstance(node.op, ast.Or)
        facts, result = scope.facts, NOTHING
        for place, part in enumerate(node.values):
            try:
                value = self._evaluate(part, scope)
            except _Dead:
                if place == 0:
                    raise
                break
            truth = self._truth(value)
            if truth is is_or or place == len(node.values) - 1:
                result |= value
                break
            if truth is None:
                result |= value if is_or else PLAIN if not _is_of_library(value) else value | PLAIN
            scope.facts |= _facts(part, holds=not is_or)
        scope.facts = facts
        return result or PLAIN

    def _either(self, node: ast.IfExp, scope: Scope) -> Value:
        truth = self._truth(self._evaluate(node.test, scope))
        facts, result, reached = scope.facts, NOTHING, False
        for holds, part in ((True, node.body), (False, node.orelse)):
            if truth is not (not holds):
                scope.facts = facts | _facts(node.test, holds=holds)
                with contextlib.suppress(_Dead):
                    result |= self._evaluate(part, scope)
                    reached = True
        scope.facts = facts
        if not reached:
            raise _Dead
        return result

    def _compare(self, node: ast.Compare, scope: Scope) -> Value:
        values = [self._evaluate(part, scope) for part in (node.left, *node.comparators)]
        for (left, right), operator in zip(itertools.pairwise(values), node.ops, strict=True):
            if isinstance(operator, ast.In | ast.NotIn):
                self._named(left, self._item(right))
            else:
                self._named(left, right)
        if len(values) == 2 and all(isinstance(atom, Live) for value in values for atom in value):
            (left, right), operator = values, node.ops[0]
            if len(left) == len(right) == 1 and isinstance(operator, ast.Eq | ast.NotEq | ast.Is | ast.IsNot):
                same = next(iter(left)).value == next(iter(right)).value
                return one(Live(same is isinstance(operator, ast.Eq | ast.Is)))
        return PLAIN

    def _named(self, left: Value, right: Value) -> None:
        """Strings that are compared with the names of an enumeration must be names of it in some version."""
        for names, strings in ((left, right), (right, left)):
            for enumeration in {atom.enumeration for atom in names if isinstance(atom, NameOf)}:
                for atom in strings:
                    if isinstance(atom, Live) and isinstance(atom.value, str):
                        self._asked(enumeration, atom.value, self._has(enumeration, atom.value) is not None)

    def _binary(self, value: Value) -> Value:
        kept = frozenset(atom for atom in value if isinstance(atom, Items | Mapped | Pair))
        return _merged(kept) if kept else PLAIN

    def _attribute(self, atom: Atom, name: str) -> Value:
        match atom:
            case Library() | LibraryClass() | LibraryObject():
                return self._library_attribute(atom, name)
            case Unknown() | LibraryFunction():
                self._unknown(atom, f"it is not known whose {name} is read")
                return one(Unknown(""))
            case OwnObject():
                return self._own_attribute(atom, name)
            case OwnClass():
                method = _method(atom, name)
                return one(OwnFunction(method, atom.scope, _receiver(atom, method, of_class=True))) if method else PLAIN
            case NameOf() | Items() | Mapped() | Pair():
                return one(MethodOf(one(atom), name))
            case Live() if isinstance(atom.value, dict | list | tuple | set | frozenset):
                return one(MethodOf(one(atom), name))
            case Live() if is_dataclass(atom.value) and name in {part.name for part in fields(atom.value)}:
                return _live(getattr(atom.value, name))
            case Plain() if name == "backend":
                # A job says which library it is for.
                return one(Live(self._bindings.backend))
            case _:
                return PLAIN

    def _own_attribute(self, atom: OwnObject, name: str) -> Value:
        method = _method(atom.cls, name)
        if method:
            function = OwnFunction(method, atom.cls.scope, _receiver(atom.cls, method))
            decorators = {ast.unparse(decorator) for decorator in method.decorator_list}
            if decorators & {"property", "functools.cached_property", "cached_property"}:
                return self._call_own(function, [], {}, False)
            return one(function)
        if name in atom.cls.attributes:
            return atom.cls.attributes[name]
        if atom.cls.base and self._has(atom.cls.base, name):
            return self._library_attribute(LibraryObject(atom.cls.base), name)
        return PLAIN

    def _item(self, value: Value) -> Value:
        """What walking over something gives."""
        result = NOTHING
        for atom in value:
            match atom:
                case Items():
                    result |= atom.item
                case Mapped():
                    result |= atom.key
                case Pair():
                    result |= frozenset().union(*atom.items)
                case Live() if isinstance(atom.value, dict | list | tuple | set | frozenset):
                    result |= frozenset().union(*map(_live, atom.value))
                case LibraryObject():
                    if not self._has(atom.name, "__iter__") and not self._has(atom.name, "__getitem__"):
                        self._problem(f"{atom.name} cannot be walked over")
                        result |= one(Unknown(""))
                    elif self._has(atom.name, "__getitem__"):
                        result |= self._call_library(atom.name, "__getitem__", [one(atom), PLAIN], {}, False)
                    else:
                        result |= one(Unknown(f"it comes from walking over {atom.name}"))
                case LibraryClass() | Unknown():
                    result |= one(Unknown("it comes from walking over something unknown"))
                case _:
                    result |= PLAIN
        return result

    def _part(self, value: Value, place: int) -> Value:
        result = NOTHING
        for atom in value:
            fixed = isinstance(atom, Pair) and place < len(atom.items)
            result |= atom.items[place] if fixed else self._item(one(atom))
        return result

    def _subscript(self, atom: Atom, key: Value) -> Value:
        match atom:
            case Mapped():
                for owner in {part.enumeration for part in atom.key if isinstance(part, NameOf)}:
                    self._named(atom.key, key)
                    for part in key:
                        is_known = isinstance(part, Live) and isinstance(part.value, str)
                        if is_known and LibraryObject(owner) in atom.item and not self._has(owner, part.value):
                            self._problem(f"{owner} has no {part.value}")
                return atom.item
            case Items():
                return atom.item
            case Pair():
                places = [part.value for part in key if isinstance(part, Live) and isinstance(part.value, int)]
                inside = [place for place in places if -len(atom.items) <= place < len(atom.items)]
                return atom.items[inside[0]] if len(inside) == len(key) == 1 else self._item(one(atom))
            case Live() if isinstance(atom.value, dict):
                self._named(frozenset().union(*map(_live, atom.value)), key)
                known = [part.value for part in key if isinstance(part, Live)]
                chosen = [atom.value[part] for part in known if part in atom.value]
                values = chosen if len(known) == len(key) else atom.value.values()
                return frozenset().union(*map(_live, values)) or PLAIN
            case Live() if isinstance(atom.value, list | tuple):
                return self._item(one(atom))
            case LibraryObject() | LibraryClass():
                if not self._has(atom.name, "__getitem__") or isinstance(atom, LibraryClass):
                    self._problem(f"{atom.name} has no items")
                    return one(Unknown(""))
                return self._call_library(atom.name, "__getitem__", [one(atom), key], {}, False)
            case Unknown():
                return one(atom)
            case _:
                return PLAIN

    # Calls

    def _call(self, node: ast.Call, scope: Scope, instead: Mapping[ast.expr, Value]) -> Value:
        if ast.unparse(node.func) in ("importlib.import_module", "import_module"):
            return one(Library())
        function = self._evaluate(node.func, scope)
        if Builtin("hasattr") in function or Builtin("getattr") in function:
            return self._ask(node, scope)
        positional = [
            instead[argument] if argument in instead else self._evaluate(argument, scope)
            for argument in node.args
            if not isinstance(argument, ast.Starred)
        ]
        keywords = {
            keyword.arg: instead[keyword.value] if keyword.value in instead else self._evaluate(keyword.value, scope)
            for keyword in node.keywords
            if keyword.arg
        }
        starred = [argument.value for argument in node.args if isinstance(argument, ast.Starred)]
        starred += [keyword.value for keyword in node.keywords if keyword.arg is None]
        rest = [self._evaluate(argument, scope) for argument in starred]
        result, reached = NOTHING, False
        # Of what may be of the library's or anything else, the former counts.
        for atom in function - PLAIN or PLAIN:
            with contextlib.suppress(_Dead):
                result |= self._call_atom(atom, positional, keywords, rest, node, scope)
                reached = True
        if not reached:
            raise _Dead
        return result

    def _call_atom(
        self,
        atom: Atom,
        positional: list[Value],
        keywords: dict[str, Value],
        rest: list[Value],
        node: ast.Call,
        scope: Scope,
    ) -> Value:
        given = [*positional, *keywords.values(), *rest]
        match atom:
            case LibraryClass():
                made = one(LibraryObject(atom.name))
                self._call_library(atom.name, "__init__", [made, *positional], keywords, bool(rest))
                return made
            case LibraryFunction():
                member = self._has(atom.owner, atom.name)
                takes_self = atom.bound and atom.owner and member is not None and member.kind != "static"
                first = [one(LibraryObject(atom.owner))] if takes_self else []
                return self._call_library(atom.owner, atom.name, [*first, *positional], keywords, bool(rest))
            case OwnFunction():
                return self._call_own(atom, positional, keywords, bool(rest))
            case OwnClass():
                return self._make_own(atom, positional, keywords, bool(rest))
            case MethodOf():
                return self._call_method(atom, positional, keywords, node, scope)
            case Builtin():
                return self._call_builtin(atom.name, positional, given)
            case LibraryObject() | Unknown() | Library():
                self._unknown(atom, "it is not known what is called")
                return one(Unknown(""))
            case _:
                return one(Unknown("a function that is not ours returned it")) if _is_of_library(*given) else PLAIN

    def _make_own(self, cls: OwnClass, positional: list[Value], keywords: dict[str, Value], unknown: bool) -> Value:
        made = OwnObject(cls)
        if method := _method(cls, "__init__"):
            self._call_own(OwnFunction(method, cls.scope, made), positional, keywords, unknown)
        else:
            declared = [part.target for part in cls.node.body if isinstance(part, ast.AnnAssign)]
            names = [target.id for target in declared if isinstance(target, ast.Name)]
            for name, value in {**dict(zip(names, positional, strict=False)), **keywords}.items():
                self._keep(cls, name, value)
        return one(made)

    def _call_method(
        self, method: MethodOf, positional: list[Value], keywords: dict[str, Value], node: ast.Call, scope: Scope
    ) -> Value:
        (holder,) = method.value
        given = frozenset().union(*positional, *keywords.values())
        keys = self._item(one(holder))
        first = positional[0] if positional else PLAIN
        match method.name:
            case "startswith" | "endswith" if isinstance(holder, NameOf):
                self._affix(holder.enumeration, method.name, first)
                return PLAIN
            case _ if isinstance(holder, NameOf):
                return PLAIN
            case "get" | "pop" | "setdefault" if isinstance(holder, Mapped | Live):
                self._named(keys, first)
                return self._subscript(holder, PLAIN) | frozenset().union(*positional[1:])
            case "items":
                return one(Items(one(Pair((keys, self._subscript(holder, PLAIN))))))
            case "values":
                return one(Items(self._subscript(holder, PLAIN)))
            case "keys" | "copy" | "union" | "intersection" | "difference":
                return one(Items(keys | frozenset().union(*(self._item(value) for value in positional))))
            case "pop" | "popleft":
                return keys
            case "append" | "add" | "insert" | "appendleft":
                self._extend(node, Items(given), scope)
            case "update" | "extend" | "difference_update" | "intersection_update":
                more = frozenset().union(*(self._item(value) for value in positional))
                self._extend(node, Items(more), scope)
            case _:
                pass
        return PLAIN

    def _extend(self, node: ast.Call, more: Items, scope: Scope) -> None:
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            name = node.func.value.id
            scope.set(name, _merged(self._name(name, scope) | one(more)))

    def _affix(self, enumeration: str, method: str, value: Value) -> None:
        names = [name for name, member in self._bindings.classes[enumeration].items() if member.kind == "value"]
        for atom in value:
            if isinstance(atom, Live) and isinstance(atom.value, str):
                exists = any(getattr(name, method)(atom.value) for name in names)
                self._asked(enumeration, f"{method} {atom.value}", exists)

    def _call_builtin(self, name: str, positional: list[Value], given: list[Value]) -> Value:
        walked = name in ("list", "set", "tuple", "frozenset", "sorted", "reversed", "iter", "filter", "enumerate")
        walked = walked or name in ("next", "min", "max", "sum", "any", "all")
        items = [self._item(value) for value in positional if walked and _can_be_walked(value)]
        match name:
            case "list" | "set" | "tuple" | "frozenset" | "sorted" | "reversed" | "iter" | "filter":
                return one(Items(frozenset().union(*items)))
            case "enumerate":
                return one(Items(one(Pair((PLAIN, frozenset().union(*items))))))
            case "zip":
                return one(Items(one(Pair(tuple(self._item(value) for value in positional)))))
            case "map":
                called = [
                    self._call_own(atom, [self._item(value) for value in positional[1:]], {}, False)
                    for atom in positional[0]
                    if isinstance(atom, OwnFunction)
                ]
                if any(isinstance(atom, LibraryFunction | LibraryClass) for atom in positional[0]):
                    self._problem("map over a function of the library's is not followed here; use a comprehension")
                return one(Items(frozenset().union(*called) or PLAIN))
            case "next" | "min" | "max":
                return frozenset().union(*items, *positional[1:]) or PLAIN
            case "dict":
                return frozenset(part for value in given for part in value if isinstance(part, Mapped)) or PLAIN
            case "setattr":
                for atom in positional[0]:
                    for part in positional[1]:
                        if isinstance(part, Live) and isinstance(part.value, str):
                            self._set_attribute(atom, part.value, positional[2])
                        elif _is_of_library(one(atom)):
                            self._problem("it is not known which attribute is set")
                return PLAIN
            case "len":
                for atom in positional[0]:
                    if isinstance(atom, LibraryObject) and not self._has(atom.name, "__len__"):
                        self._problem(f"{atom.name} has no length")
                return PLAIN
            case "bool":
                truth = self._truth(positional[0]) if positional else None
                return PLAIN if truth is None else one(Live(truth))
            case "type" | "vars" | "super" | "eval" if _is_of_library(*given):
                return one(Unknown(f"{name}() gave it"))
            case _:
                return PLAIN

    def _ask(self, node: ast.Call, scope: Scope) -> Value:
        """`hasattr` and `getattr`."""
        holder, names, *default = [self._evaluate(argument, scope) for argument in node.args]
        asks = ast.unparse(node.func) == "hasattr"
        guarded = scope.knows((ast.dump(node.args[0]), ast.dump(node.args[1])))
        result = NOTHING
        for atom in holder:
            for name in names:
                result |= self._ask_one(atom, name, asks, guarded, default)
        return result if not asks or len(result) == 1 else PLAIN

    def _ask_one(self, atom: Atom, name: Atom, asks: bool, guarded: bool, default: list[Value]) -> Value:
        optional = asks or guarded or bool(default)
        if isinstance(atom, Unknown):
            self._unknown(atom, "it is not known what is asked for an attribute")
            return PLAIN
        if isinstance(atom, OwnObject) and not asks and isinstance(name, Live):
            return self._own_attribute(atom, str(name.value))
        if not isinstance(atom, Library | LibraryClass | LibraryObject):
            return PLAIN
        if not isinstance(name, Live):
            if not optional:
                self._problem("it is not known which attribute is read; ask hasattr first")
            found = one(Unknown("its name is not known"))
            if isinstance(atom, LibraryClass) and self._bindings.is_enumeration(atom.name):
                found = _object(atom.name)
            return PLAIN if asks else found | frozenset().union(*default)
        owner = atom.name if isinstance(atom, LibraryClass | LibraryObject) else ""
        exists = self._has(owner, name.value) is not None
        if optional:
            self._asked(owner, name.value, exists)
        if asks:
            return PLAIN if self._sceptical else one(Live(exists))
        if not exists and optional:
            return frozenset().union(*default)
        return self._library_attribute(atom, name.value)

    def _nested_class(self, node: ast.ClassDef, scope: Scope, base: str | None) -> OwnClass:
        # The same one every time, so that what is known of its objects lasts.
        key = (node, base)
        if key not in self._classes:
            self._classes[key] = OwnClass(node, scope, base)
        known = self._classes[key]
        return OwnClass(node, scope, base, known.attributes)


def unreached(modules: list[Module], uses: Iterable[Uses]) -> set[tuple[str, int]]:
    """The statements inside functions of the adapter that are not reached, as (file, line)."""
    reached = set().union(*(use.reached for use in uses))
    return {
        (module.path.name, node.lineno)
        for module in modules
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef)
        for block in _blocks(function)
        for node in block
        if node not in reached
    }


def _blocks(function: ast.FunctionDef) -> Iterator[list[ast.stmt]]:
    """The statements of a function, without those that are inside classes and functions of its own."""
    pending: list[ast.AST] = [function]
    while pending:
        node = pending.pop()
        for name, part in ast.iter_fields(node):
            if name in ("body", "orelse", "finalbody", "handlers", "cases") and isinstance(part, list):
                statements = [child for child in part if isinstance(child, ast.stmt)]
                yield statements
                pending += [child for child in part if not isinstance(child, ast.ClassDef | ast.FunctionDef)]


def _object(name: str) -> Value:
    return one(LibraryObject(name))


def _live(value: Any) -> Value:
    constant = isinstance(value, str | int | float | bytes | dict | list | tuple | set | frozenset)
    return one(Live(value)) if constant or (is_dataclass(value) and not isinstance(value, type)) else PLAIN


def _is_of_library(*values: Value) -> bool:
    """Whether something of the library's may be in there."""
    for value in values:
        for atom in value:
            match atom:
                case Items():
                    parts: tuple[Value, ...] = (atom.item,)
                case Pair():
                    parts = atom.items
                case Mapped():
                    parts = (atom.key, atom.item)
                case Plain() | Live() | Builtin() | NameOf() | MethodOf() | OwnClass() | OwnFunction():
                    parts = ()
                case OwnObject():
                    if atom.cls.base:
                        return True
                    parts = ()
                case _:
                    return True
            if _is_of_library(*parts):
                return True
    return False


def _is_derived(atom: Atom) -> bool:
    return isinstance(atom, OwnObject) and atom.cls.base is not None


def _can_be_walked(value: Value) -> bool:
    return not any(isinstance(atom, OwnFunction | Builtin | LibraryClass) for atom in value)


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _merged(value: Value) -> Value:
    """One container instead of several of a kind."""
    items = [atom for atom in value if isinstance(atom, Items)]
    mapped = [atom for atom in value if isinstance(atom, Mapped)]
    result = frozenset(atom for atom in value if not isinstance(atom, Items | Mapped))
    if items:
        result |= one(Items(frozenset().union(*(atom.item for atom in items))))
    if mapped:
        keys = frozenset().union(*(atom.key for atom in mapped))
        result |= one(Mapped(keys, frozenset().union(*(atom.item for atom in mapped))))
    return result


def _joined(*names: dict[str, Value]) -> dict[str, Value]:
    return {
        name: _merged(frozenset().union(*(part.get(name, NOTHING) for part in names)))
        for name in set().union(*(part.keys() for part in names))
    }


def _facts(test: ast.expr, *, holds: bool) -> frozenset[tuple[str, str]]:
    """The (object, name) for which `hasattr` is true when the condition holds, or does not."""
    match test:
        case ast.UnaryOp(op=ast.Not()):
            return _facts(test.operand, holds=not holds)
        case ast.BoolOp() if isinstance(test.op, ast.And) is holds:
            return frozenset().union(*(_facts(part, holds=holds) for part in test.values))
        case ast.Call(func=ast.Name(id="hasattr")) if holds:
            return frozenset({(ast.dump(test.args[0]), ast.dump(test.args[1]))})
        case _:
            return frozenset()


def _assigned_from_inside(node: ast.AST) -> set[str]:
    """The names that functions inside this one assign."""
    return {name for part in ast.walk(node) if isinstance(part, ast.Nonlocal | ast.Global) for name in part.names}


def _first(arguments: ast.arguments) -> str:
    return [*arguments.posonlyargs, *arguments.args][0].arg


def _default(arguments: ast.arguments, name: str) -> ast.expr | None:
    positional = [*arguments.posonlyargs, *arguments.args]
    with_default = positional[len(positional) - len(arguments.defaults) :]
    pairs = [*zip(with_default, arguments.defaults, strict=True)]
    pairs += [
        (argument, default)
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        if default
    ]
    return next((default for argument, default in pairs if argument.arg == name), None)


def _method(cls: OwnClass, name: str) -> ast.FunctionDef | None:
    return next((part for part in cls.node.body if isinstance(part, ast.FunctionDef) and part.name == name), None)


def _receiver(cls: OwnClass, method: ast.FunctionDef, *, of_class: bool = False) -> OwnObject | None:
    """What a method's first parameter is; None when it has none of its own or it is given by the caller."""
    decorators = {ast.unparse(decorator) for decorator in method.decorator_list}
    if "staticmethod" in decorators:
        return None
    if of_class and "classmethod" not in decorators:
        return None
    return OwnObject(cls)
