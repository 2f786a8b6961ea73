"""What a fact is made of: text, places, dates, units, quantities, problems. Imports nothing else of ours."""
