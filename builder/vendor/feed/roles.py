"""Who signs what in a feed, and for how long: the three roles that a vendor deals with. Pure.

TUF has four. What is signed when nothing has changed, snapshot and timestamp, is one role here, `online`: its key is
where a machine can reach it at any time.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, get_args

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, Targets

from builder.feed.custom import KEY

FeedRole = Literal["root", "targets", "online"]
FEED_ROLES: tuple[FeedRole, ...] = get_args(FeedRole)
TUF_ROLES: Mapping[FeedRole, tuple[str, ...]] = {
    "root": ("root",),
    "targets": ("targets",),
    "online": ("snapshot", "timestamp"),
}

DEFAULT_DAYS: Mapping[FeedRole, int] = {"root": 365, "targets": 90, "online": 14}
SHORT_ID = 12
"""Digits of a key's id that are shown, and that are enough to name it."""


def now() -> datetime:
    """The time, as TUF's files have it."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class RootChange:
    """What is to change in the list of keys.

    Attributes:
        add: keys that a role gets.
        remove: beginnings of the ids of keys that a role loses.
        thresholds: how many signatures a role needs.
        days: for how long its signatures hold.
        renew: only a later expiry.
    """

    add: tuple[tuple[FeedRole, Key], ...] = ()
    remove: tuple[tuple[FeedRole, str], ...] = ()
    thresholds: tuple[tuple[FeedRole, int], ...] = ()
    days: tuple[tuple[FeedRole, int], ...] = ()
    renew: bool = False

    def __bool__(self) -> bool:
        return bool(self.add or self.remove or self.thresholds or self.days or self.renew)


def days_of(root: Root, role: FeedRole) -> int:
    """For how long a role's signatures hold; the root itself says so, and is signed."""
    ours = root.unrecognized_fields.get(KEY)
    days = ours.get("days") if isinstance(ours, dict) else None
    found = days.get(role) if isinstance(days, dict) else None
    return found if isinstance(found, int) and found > 0 else DEFAULT_DAYS[role]


def expiry(root: Root, role: FeedRole) -> datetime:
    """When what a role signs now expires."""
    return now() + timedelta(days=days_of(root, role))


def key_ids(root: Root, role: FeedRole) -> list[str]:
    """The ids of the keys that may sign a role."""
    return list(root.roles[TUF_ROLES[role][0]].keyids)


def threshold(root: Root, role: FeedRole) -> int:
    """How many of its keys a role needs."""
    return int(root.roles[TUF_ROLES[role][0]].threshold)


def changed_root(base: Root, published: Root | None, change: RootChange) -> Root:
    """Make the next list of keys.

    Args:
        base: what is changed; it may wait for signatures itself.
        published: the list that is in force; None for the first one.
        change: what is to be different.

    Raises:
        ValueError: what is asked for makes no sense, in words.
    """
    root = copy.deepcopy(base)
    root.version = published.version + 1 if published else 1
    for role, key in change.add:
        for name in TUF_ROLES[role]:
            root.add_key(key, name)
    for role, beginning in change.remove:
        found = [keyid for keyid in key_ids(root, role) if keyid.startswith(beginning)]
        if not found and published and any(keyid.startswith(beginning) for keyid in key_ids(published, role)):
            continue  # which was asked for before, and waits for its signatures
        if len(found) != 1:
            have = ", ".join(keyid[:SHORT_ID] for keyid in key_ids(root, role))
            raise ValueError(f"{len(found)} keys of {role} have an id that begins with {beginning!r}; it has {have}")
        for name in TUF_ROLES[role]:
            root.revoke_key(found[0], name)
    for role, number in change.thresholds:
        for name in TUF_ROLES[role]:
            root.roles[name].threshold = number
    for role in FEED_ROLES:
        if len(key_ids(root, role)) < threshold(root, role):
            raise ValueError(
                f"{role} would need {threshold(root, role)} signatures, but have {len(key_ids(root, role))} keys"
            )
    days = {role: days_of(root, role) for role in FEED_ROLES} | dict(change.days)
    root.unrecognized_fields[KEY] = {"days": days}
    root.expires = expiry(root, "root")
    return root


def root_changes(old: Root, new: Root) -> Iterator[str]:
    """What a new list of keys changes, a line each."""
    for role in FEED_ROLES:
        before, after = key_ids(old, role), key_ids(new, role)
        yield from (f"key {keyid[:SHORT_ID]} may sign {role}" for keyid in after if keyid not in before)
        yield from (f"key {keyid[:SHORT_ID]} may no longer sign {role}" for keyid in before if keyid not in after)
        if threshold(old, role) != threshold(new, role):
            yield f"{role} needs {threshold(new, role)} signatures, not {threshold(old, role)}"
        if days_of(old, role) != days_of(new, role):
            yield f"signatures of {role} hold for {days_of(new, role)} days, not {days_of(old, role)}"


def targets_changes(old: Targets, new: Targets) -> Iterator[str]:
    """What a new list of files changes, a line each."""
    for path in sorted(old.targets.keys() | new.targets.keys()):
        if path not in old.targets:
            yield f"adds {path}"
        elif path not in new.targets:
            yield f"removes {path}"
        elif old.targets[path] != new.targets[path]:
            yield f"changes {path}"


def unsigned(metadata: Metadata[Any], *roots: Root) -> dict[str, int]:
    """Which keys could sign what lacks signatures, and how many it lacks at least.

    Args:
        metadata: what is signed.
        roots: the lists of keys that must all be satisfied.

    Returns:
        How many signatures are missing, by the ids of the keys that could make them; empty where it is complete.
    """
    name = metadata.signed.type
    missing: dict[str, int] = {}
    for root in roots:
        result = root.get_verification_result(name, metadata.signed_bytes, metadata.signatures)
        if not result:
            could_sign = list(result.unsigned) or ["none that is known"]
            missing |= {keyid: max(result.missing, missing.get(keyid, 0)) for keyid in could_sign}
    return missing
