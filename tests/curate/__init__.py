"""What the tools of contributors write."""
