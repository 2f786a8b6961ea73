"""What a contributor's tools write: texts of files in, texts of files out; nothing is read or printed."""
