"""Two states of the data, and what a release promises the next one."""
