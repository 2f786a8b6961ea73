"""Questions to the knowledge base, answered as frozen values that a template only prints."""
