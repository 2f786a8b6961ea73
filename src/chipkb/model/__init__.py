"""The facts as frozen, validated values, and the knowledge base that finds them."""
