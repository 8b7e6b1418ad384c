"""What people do after the meeting: one function per verb, split by subject."""
