"""From text to model: YAML with places, pydantic models, our own wording of what is wrong."""
