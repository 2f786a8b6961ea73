"""The rooms that know the builder: MkDocs' hooks, and what a build keeps on disk."""
