"""The schemas in an editor: a real YAML language server is asked what it shows."""
