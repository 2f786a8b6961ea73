"""From views to Markdown, in both languages, by Jinja templates."""
