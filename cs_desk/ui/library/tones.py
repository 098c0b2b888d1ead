"""The tones of a reply that is being written: the first one is the reply's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cs_desk.domain.template import ToneVariant

if TYPE_CHECKING:
    from cs_desk.domain.template import ReplyTemplate

_USUAL = ("亲切", "安抚", "正式")


@dataclass(frozen=True, slots=True)
class Tones:
    """Texts with the names of their tones; never empty."""

    variants: tuple[ToneVariant, ...]

    @classmethod
    def of(cls, template: ReplyTemplate) -> Tones:
        """Return the tones of ``template``."""
        return cls((ToneVariant(template.tone, template.body), *template.tones))

    def applied_to(self, template: ReplyTemplate) -> ReplyTemplate:
        """Return ``template`` with these tones."""
        own, *others = self.variants
        return replace(template, tone=own.tone, body=own.body, tones=tuple(others))

    def with_body(self, place: int, body: str) -> Tones:
        """Return them with another text at ``place``."""
        return self._with(place, replace(self.variants[place], body=body))

    def with_name(self, place: int, tone: str) -> Tones:
        """Return them with another name at ``place``."""
        return self._with(place, replace(self.variants[place], tone=tone))

    def with_one_more(self, body: str, name: str) -> Tones:
        """Return them with a further tone at the end, under a name that is free.

        Args:
            body: Its text to begin with.
            name: What it is called if all the usual names are taken.
        """
        variants = list(self.variants)
        if len(variants) == 1 and not variants[0].tone:
            # Among others, one without a name could not be chosen.
            variants[0] = replace(variants[0], tone=_USUAL[0])
        taken = {variant.tone for variant in variants}
        free = next((usual for usual in _USUAL if usual not in taken), "")
        number = 1
        while not free or free in taken:
            number += 1
            free = f"{name} {number}"
        return Tones((*variants, ToneVariant(free, body)))

    def without(self, place: int) -> Tones:
        """Return them without the one at ``place``; the next one becomes the reply's own."""
        left = tuple(v for each, v in enumerate(self.variants) if each != place)
        return Tones(left)

    def has_clear_names(self) -> bool:
        """Return whether every one of several tones has a name of its own."""
        names = [variant.tone for variant in self.variants]
        return len(names) == 1 or (all(names) and len(set(names)) == len(names))

    def _with(self, place: int, variant: ToneVariant) -> Tones:
        return Tones((*self.variants[:place], variant, *self.variants[place + 1 :]))
