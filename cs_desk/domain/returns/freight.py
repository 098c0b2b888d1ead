"""Who pays the freight of a return, as a table of rules with their sources."""

from __future__ import annotations

from enum import StrEnum


class FreightRule(StrEnum):
    """The rule that decides; its reason and basis are put into words at the edge."""

    SELLER_FAULT = "seller_fault"
    AGREED_UNSAID = "agreed_unsaid"
    NO_REASON_FREE_SHIPPING = "no_reason_free_shipping"
    NO_REASON_BOTH_LEGS = "no_reason_both_legs"
    NO_REASON_EXCHANGE = "no_reason_exchange"
    INSURED = "insured"
    FAULT_UNKNOWN = "fault_unknown"
    REJECTED_PARCEL = "rejected_parcel"
    INTERCEPTED = "intercepted"
    OUT_OF_WINDOW = "out_of_window"
    NO_RIGHT = "no_right"
