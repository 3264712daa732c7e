"""`netfiles rename`: give somebody or something another name, in every file."""

import click

from netfiles.cli.changing import How, carry, changing
from netfiles.cli.completing import ANYTHING
from netfiles.cli.terminal import Terminal, pass_terminal


@click.command()
@click.argument("name", type=ANYTHING)
@click.argument("new_name")
@click.option("--no-alias", is_flag=True, help="Do not keep the old name as an alias.")
@changing
@pass_terminal
def rename(terminal: Terminal, name: str, new_name: str, no_alias: bool, how: How) -> None:
    """Give NAME, a person or anything else that has a file, the name NEW_NAME: its file, and all links to it.

    A name that has no file is changed wherever it stands.
    """
    from netfiles.changes.rename import names_touched, renamed, renamed_unfiled
    from netfiles.cli.apart import following
    from netfiles.cli.desk import desk
    from netfiles.cli.meant import in_network, record_meant
    from netfiles.cli.own_fields import own_texts
    from netfiles.insights.directory import NAMED, Listed
    from netfiles.records.plan import Edited

    at = desk(terminal)
    meant = record_meant(at, name, NAMED)
    touched = (meant.name, new_name) if isinstance(meant, Listed) else names_touched(meant, new_name)
    network = at.network_naming(touched)
    meant = in_network(network, meant)
    texts = own_texts(at.vault, network)
    if isinstance(meant, Listed):
        plan = renamed_unfiled(network, meant.kind, meant.key, meant.name, new_name, texts)
    else:
        plan = renamed(network, meant, new_name, not no_alias, texts)
        to = next((step.to for step in plan.steps if isinstance(step, Edited) and step.to), meant.path)
        plan = following(at.vault, plan, meant.path, to)
    carry(at, plan, how)
