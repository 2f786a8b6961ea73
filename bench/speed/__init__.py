"""How long the site takes to check, build and serve, beside other builders, and how that grows."""
