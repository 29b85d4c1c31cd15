"""Deliveries: which document lay where, and in which order things were delivered."""

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


Order = tuple[int, str, int]
"""Modification time in nanoseconds, source, place in the source: which of two deliveries is the later one."""


def order(place: Place, fingerprint: str) -> Order:
    """The place of a delivery in time. A fingerprint that holds no modification time counts as the earliest."""
    _, _, modified = fingerprint.rpartition("-")
    return (int(modified) if modified.isdecimal() else -1, place.source, place.source_position)


def merged(parent: Mapping[Place, Delivery], arrived: Mapping[Place, Delivery]) -> dict[Place, Delivery]:
    """All deliveries of a release: the parent's, where each source that arrived is replaced as a whole.

    A source that holds fewer documents than before so leaves no stale rows. A delivery that is what it was
    keeps the release that it first appeared in.
    """
    arrived_sources = {place.source for place in arrived}
    deliveries = {place: delivery for place, delivery in parent.items() if place.source not in arrived_sources}
    for place, delivery in arrived.items():
        before = parent.get(place)
        unchanged = before is not None and before[:2] == delivery[:2]
        deliveries[place] = before if before is not None and unchanged else delivery
    return deliveries


def latest_orders(deliveries: Mapping[Place, Delivery]) -> dict[str, Order]:
    """For each document that still lies somewhere the place in time of its latest delivery."""
    latest: dict[str, Order] = {}
    for place, delivery in deliveries.items():
        candidate = order(place, delivery.fingerprint)
        latest[delivery.document_id] = max(latest.get(delivery.document_id, candidate), candidate)
    return latest


def first_places(deliveries: Mapping[Place, Delivery]) -> dict[str, tuple[Order, Place]]:
    """For each document that still lies somewhere its earliest delivery, and that delivery's place in time."""
    first: dict[str, tuple[Order, Place]] = {}
    for place, delivery in deliveries.items():
        candidate = (order(place, delivery.fingerprint), place)
        standing = first.get(delivery.document_id)
        if standing is None or candidate < standing:
            first[delivery.document_id] = candidate
    return first
