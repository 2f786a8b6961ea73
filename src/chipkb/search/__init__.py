"""The site's search: plain records in, index files out. Nothing here knows the model, MkDocs or a disk."""
