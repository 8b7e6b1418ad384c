"""What people do in instroom: one function a verb, in the caller's transaction."""
