"""Opening a file in the owner's editor."""

import os
import shlex
import subprocess
from pathlib import Path

import click


def open_editor(file: Path) -> None:
    """Open a file in $VISUAL or $EDITOR and wait for it. The name of the file never goes through a shell."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise click.ClickException(f"No editor is set. Set VISUAL or EDITOR; the file is {file}")
    words = [editor] if Path(editor).is_file() else shlex.split(editor, posix=os.name == "posix")
    try:
        done = subprocess.run([*words, str(file)], check=False)
    except OSError as error:
        raise click.ClickException(f"{editor} cannot be run: {error.strerror}. The file is {file}") from None
    if done.returncode:
        raise click.ClickException(f"{editor} ended with {done.returncode}. The file is {file}")
