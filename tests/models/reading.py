"""YAML 1.2 text to plain data, as the room `source` makes it, without its places."""

import yaml

from okrctl.source.scalar import resolve


def read_yaml(text: str) -> object:
    """The data in `text`: keys as written, numbers that remember how they were written."""
    return _data(yaml.compose(text, Loader=yaml.BaseLoader))


def _data(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    return resolve(node.value) if node.style is None else node.value
