"""Deliveries: which document lay where, and in which order things were delivered.

The order is that of the releases that the deliveries first appeared in: what came in a later run was delivered later,
whatever its file says of its age. Only within one run the modification time decides, and where that is the same the
source and the place in it; so the outcome does not hang on the order in which one run reads its files. Release ids
are compared as text: they are times, and rise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

STORED = "stored"
"""The fingerprint of a document that comes out of the dataset itself, to be parsed again: it is no delivery."""


class Place(NamedTuple):
    """Where a document lies: the key of `deliveries`."""

    source: str
    source_position: int


class Delivery(NamedTuple):
    """What lies at a place."""

    document_id: str
    fingerprint: str
    delivered_in: str


Order = tuple[str, int, str, int]
"""Release, modification time in nanoseconds, source, place in the source: which of two deliveries is the later one."""


def order(place: Place, delivery: Delivery) -> Order:
    """The place of a delivery in time. A fingerprint that holds no modification time is the earliest of its run."""
    _, _, modified = delivery.fingerprint.rpartition("-")
    written = int(modified) if modified.isdecimal() else -1
    return (delivery.delivered_in, written, place.source, place.source_position)


def merged(parent: Mapping[Place, Delivery], arrived: Mapping[Place, Delivery]) -> dict[Place, Delivery]:
    """All deliveries of a release: the parent's, where each source that arrived is replaced as a whole.

    A source that holds fewer documents than before so leaves no stale rows. Where the same document lies at the same
    place the delivery is the one that it was, first appeared when it did, and takes over the new fingerprint only.
    """
    arrived_sources = {place.source for place in arrived}
    deliveries = {place: delivery for place, delivery in parent.items() if place.source not in arrived_sources}
    for place, delivery in arrived.items():
        before = parent.get(place)
        same = before is not None and before.document_id == delivery.document_id
        deliveries[place] = delivery._replace(delivered_in=before.delivered_in) if before and same else delivery
    return deliveries


def brings_news(parent: Mapping[Place, Delivery], arrived: Mapping[Place, Delivery]) -> bool:
    """Whether what arrived changes which document lies where; other fingerprints alone (touched files) do not."""
    before = {place: delivery.document_id for place, delivery in parent.items()}
    return before != {place: delivery.document_id for place, delivery in merged(parent, arrived).items()}


def latest_orders(deliveries: Mapping[Place, Delivery]) -> dict[str, Order]:
    """For each document that still lies somewhere the place in time of its latest delivery."""
    latest: dict[str, Order] = {}
    for place, delivery in deliveries.items():
        candidate = order(place, delivery)
        latest[delivery.document_id] = max(latest.get(delivery.document_id, candidate), candidate)
    return latest


def first_places(deliveries: Mapping[Place, Delivery]) -> dict[str, tuple[Order, Place]]:
    """For each document that still lies somewhere its earliest delivery, and that delivery's place in time."""
    first: dict[str, tuple[Order, Place]] = {}
    for place, delivery in deliveries.items():
        candidate = (order(place, delivery), place)
        standing = first.get(delivery.document_id)
        if standing is None or candidate < standing:
            first[delivery.document_id] = candidate
    return first
