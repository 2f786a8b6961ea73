"""What contributors get wrong, and what they are told."""
