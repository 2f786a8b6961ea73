"""The facts in the formats of others: tables, JSON, databases, feeds, calendars."""
