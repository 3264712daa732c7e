"""The values of a mkdocs.yml, without MkDocs: nothing in it is run, and nothing in it hangs."""

from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 50
_MAX_MERGED = 10_000


def load_settings(text: str) -> Any:
    """Plain data, every tag of its own (`!ENV`, `!!python/name`) read as None; raises yaml.YAMLError."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.YAMLError(f"it is nested deeper than {_MAX_DEPTH}")
    try:
        return yaml.load(text, Loader=_SettingsLoader)  # noqa: S506  # a SafeLoader below
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise yaml.YAMLError(f"a value cannot be read: {error}") from None


class _SettingsLoader(_Loader):  # type: ignore[misc, valid-type]  # whichever of the two is there
    """Safe values; anything that would name code or the environment is None."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        written = len(node.value)
        super().flatten_mapping(node)
        if len(node.value) > max(written, _MAX_MERGED):
            raise yaml.constructor.ConstructorError(None, None, "merge keys repeat too much", node.start_mark)


_SettingsLoader.add_multi_constructor("", lambda *_: None)
_SettingsLoader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
