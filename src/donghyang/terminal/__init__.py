"""All that speaks to a person in a shell: commands, what they print, help, progress."""
