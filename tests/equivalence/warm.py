"""What every command does first and always alike, done once in the process that commands are forked from."""

from netfiles.views.templating import _environment, _template

for name in _environment().list_templates():
    _template(name)
