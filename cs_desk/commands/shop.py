"""``cs-desk shop``: the shop profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cs_desk.app.shops import SHOP_NAME
from cs_desk.app.wording import reason, with_facts
from cs_desk.commands.grammar import DeskCommand, DeskGroup, shared_options
from cs_desk.commands.invocation import ExitStatus, Invocation, answer, answer_json, tell
from cs_desk.commands.values import ASSIGNMENT

if TYPE_CHECKING:
    from cs_desk.commands.invocation import OpenDesk
    from cs_desk.domain.shop import Shop


@click.group(cls=DeskGroup, help="店铺资料：每家店自己的店名、发货城市、快递等")
@shared_options
def shop() -> None:
    """Hold the commands on shops."""


@shop.command("list", cls=DeskCommand, help="列出所有店铺，* 是正在用的")
@click.option("--json", "as_json", is_flag=True, help="每家店输出一行 JSON")
@shared_options
@click.pass_obj
def list_shops(invocation: Invocation, *, as_json: bool) -> ExitStatus:
    """List the shops."""
    with invocation.desk() as desk:
        for each in desk.shops.all():
            if as_json:
                answer_json(_shape(desk, each))
            else:
                answer(f"{'*' if each.id == desk.shops.current.id else ' '} {each.name}")
        return ExitStatus.DONE if desk.shops.all() else ExitStatus.ANSWER_IS_NO


@shop.command("show", cls=DeskCommand, help="显示一家店的资料")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON")
@shared_options
@click.pass_obj
def show_shop(invocation: Invocation, name: str, *, as_json: bool) -> ExitStatus:
    """Show one shop's values."""
    with invocation.desk() as desk:
        found = desk.shops.named(name)
        if found is None:
            tell(invocation.tr("没有店铺「%1」").replace("%1", name))
            return ExitStatus.ANSWER_IS_NO
        if as_json:
            answer_json(_shape(desk, found))
        else:
            for key, value in found.filled().items():
                answer(f"{key}={value}")
        return ExitStatus.DONE


@shop.command("set", cls=DeskCommand, help="新增店铺或修改资料；值留空表示删除这一项")
@click.argument("name")
@click.argument("given", nargs=-1, type=ASSIGNMENT, metavar="[键=值]...")
@click.option("--use", is_flag=True, help="同时切换到这家店")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON")
@shared_options
@click.pass_obj
def set_shop(
    invocation: Invocation,
    name: str,
    given: tuple[tuple[str, str], ...],
    *,
    use: bool,
    as_json: bool,
) -> ExitStatus:
    """Store a new shop or change a known one."""
    with invocation.desk() as desk:
        changes = dict(given)
        refusal = _refusal(invocation, desk, name, changes)
        if refusal:
            tell(refusal)
            return ExitStatus.WRONG_USAGE
        known = desk.shops.named(name) or desk.shops.fresh(name)
        changed = desk.shops.set_values(known, changes)
        if use:
            desk.shops.use(changed)
        if as_json:
            answer_json(_shape(desk, changed))
        tell(invocation.tr("已保存「%1」。").replace("%1", changed.name))
        return ExitStatus.DONE


def _refusal(invocation: Invocation, desk: OpenDesk, name: str, changes: dict[str, str]) -> str:
    """Return why the values may not be stored; empty if they may."""
    if not desk.shops.may_be_named(changes.get(SHOP_NAME, name), desk.shops.named(name)):
        return invocation.tr("店铺名不能为空，也不能与另一家店相同。")
    for key, value in changes.items():
        if value and not desk.replies.may_be_a_shop_value(key):
            told = invocation.tr("「%1」因买家或退货单而异，不能存进店铺资料。")
            return with_facts(told, key)
        why = desk.replies.check_shop_value(key, value)
        if why is not None:
            told = invocation.tr("%1 的值「%2」不合要求：")
            return with_facts(told, key, value) + reason(why, invocation.tr)
    return ""


def _shape(desk: OpenDesk, each: Shop) -> dict[str, Any]:
    return {
        "id": each.id,
        "name": each.name,
        "current": each.id == desk.shops.current.id,
        "values": dict(each.filled()),
    }
