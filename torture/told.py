"""What a program had said by some moment, and what the store has to be if the power fails then."""

from __future__ import annotations

from dataclasses import dataclass, field

from torture.findings import Fault, Finding


@dataclass(slots=True)
class Told:
    """What ``torture.desk_writer`` had said.

    Attributes:
        digests: Digest of the content after each change that it announced.
        acknowledged: How many of these were acknowledged.
        kept: Name of each backup that was acknowledged, to the digest of its content.
        is_damaged: Whether the store was damaged and is not yet acknowledged to be restored.
        set_aside: How many damaged files have had to be set aside.
    """

    digests: list[str] = field(default_factory=list)
    acknowledged: int = 0
    kept: dict[str, str] = field(default_factory=dict)
    is_damaged: bool = False
    set_aside: int = 0
    _is_file_left: bool = False

    def hear(self, text: str) -> None:
        """Take in what the program says."""
        match text.split():
            case ["intent", digest]:
                self.digests.append(digest)
            case ["ack" | "restored"]:
                self.acknowledged = len(self.digests)
                self.set_aside += self.is_damaged and self._is_file_left
                self.is_damaged = False
            case ["kept", name, digest]:
                self.kept[name] = digest
            case ["damage", kind]:
                self.is_damaged, self._is_file_left = True, kind == "page"
            case _:
                raise ValueError(text)

    def judge(self, digest: str) -> Finding:
        """Return what is to be said of a store with this content."""
        if digest in self.digests[max(0, self.acknowledged - 1) :]:
            return Finding(self.acknowledged)
        if digest in self.digests:
            newest = len(self.digests) - 1 - self.digests[::-1].index(digest)
            gone = self.acknowledged - 1 - newest
            return self.fault(Fault.LOST, f"{gone} acknowledged changes lost")
        return self.fault(Fault.WRONG, "half a change, or one that nobody made")

    def fault(self, fault: Fault, detail: str) -> Finding:
        """Return a finding of this moment."""
        return Finding(self.acknowledged, fault, detail)
