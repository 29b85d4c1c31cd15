"""Deliveries: which document lies at which location of the dump, and which of two was delivered later.

Deliveries are ordered by the release that they first appeared in: what a later run read was delivered later, however
old its file is. Only within one run the modification time decides, and where that is equal the source and the position
in it, so that the outcome does not depend on the order in which a run reads its files. Release ids are compared as
text: they are times, and rise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from records import UNREADABLE, file_of

STORED = "stored"
"""The fingerprint of a document that is read from the dataset itself, to be parsed again: it is not a delivery."""


class Location(NamedTuple):
    """Where a document lies: the key of `deliveries`."""

    source: str
    source_position: int


class Delivery(NamedTuple):
    """The document at a location."""

    document_id: str
    fingerprint: str
    delivered_in: str
    delivered_fields: str | None = None


Former = Mapping[tuple[Location, str], str]
"""Which document (its document_id) lay at a location once, and the release in which it first did."""
NOTHING_FORMER: Former = {}

DeliveryOrder = tuple[str, int, str, int]
"""Release, modification time in nanoseconds, source, position in the source: the greater of two is the later one."""


def delivery_order(location: Location, delivery: Delivery) -> DeliveryOrder:
    """What deliveries are ordered by. A fingerprint without a modification time is the earliest of its run."""
    _, _, modified = delivery.fingerprint.rpartition("-")
    written = int(modified) if modified.isdecimal() else -1
    return (delivery.delivered_in, written, location.source, location.source_position)


def merged(
    parent: Mapping[Location, Delivery], staged: Mapping[Location, Delivery], former: Former = NOTHING_FORMER
) -> dict[Location, Delivery]:
    """All deliveries of a release: the parent's, in which each file that this run has read is replaced as a whole.

    Thus a file that has fewer documents, or an archive that has fewer members, leaves no stale rows. Where the same
    document lies at the same location, or lay there once (`former`), the delivery keeps the release that it first
    appeared in, and only its fingerprint and fields are updated: a text that comes back does not overrule its
    correction.
    """
    staged_files = {file_of(location.source) for location in staged}
    deliveries = {
        location: delivery for location, delivery in parent.items() if file_of(location.source) not in staged_files
    }
    for location, delivery in staged.items():
        before = parent.get(location)
        first = former.get((location, delivery.document_id))
        if before is not None and before.document_id == delivery.document_id:
            first = before.delivered_in
        deliveries[location] = delivery if first is None else delivery._replace(delivered_in=first)
    return deliveries


def former_after(parent: Mapping[Location, Delivery], now: Mapping[Location, Delivery], former: Former) -> Former:
    """What lay at a location once and does no longer, after a release with the deliveries `now`."""
    left = {
        (location, delivery.document_id): delivery.delivered_in
        for location, delivery in parent.items()
        if location not in now or now[location].document_id != delivery.document_id
    }
    present = {(location, delivery.document_id) for location, delivery in now.items()}
    return {place: first for place, first in {**former, **left}.items() if place not in present}


def any_moved(parent: Mapping[Location, Delivery], staged: Mapping[Location, Delivery]) -> bool:
    """Whether the staged deliveries change which document lies where, or what was delivered with it. New fingerprints
    alone (touched files) do not."""
    return _what_lies_where(parent) != _what_lies_where(merged(parent, staged))


def fingerprints(deliveries: Mapping[Location, Delivery]) -> dict[str, str]:
    """By file of the dump the fingerprint that it was read with; UNREADABLE where that is true of any part of it."""
    found: dict[str, str] = {}
    for location, delivery in deliveries.items():
        file = file_of(location.source)
        if found.get(file) != UNREADABLE:
            found[file] = delivery.fingerprint
    return found


def _what_lies_where(deliveries: Mapping[Location, Delivery]) -> dict[Location, tuple[str, str | None]]:
    return {location: (delivery.document_id, delivery.delivered_fields) for location, delivery in deliveries.items()}


def latest_orders(deliveries: Mapping[Location, Delivery]) -> dict[str, DeliveryOrder]:
    """The order of the latest delivery of each document that still has one."""
    latest: dict[str, DeliveryOrder] = {}
    for location, delivery in deliveries.items():
        candidate = delivery_order(location, delivery)
        latest[delivery.document_id] = max(latest.get(delivery.document_id, candidate), candidate)
    return latest


def first_locations(deliveries: Mapping[Location, Delivery]) -> dict[str, Location]:
    """The location of the earliest delivery of each document that still has one."""
    first: dict[str, tuple[DeliveryOrder, Location]] = {}
    for location, delivery in deliveries.items():
        candidate = (delivery_order(location, delivery), location)
        first[delivery.document_id] = min(first.get(delivery.document_id, candidate), candidate)
    return {document_id: location for document_id, (_, location) in first.items()}
