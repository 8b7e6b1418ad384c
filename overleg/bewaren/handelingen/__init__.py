"""What people do: hold up destruction, propose it, approve it."""
