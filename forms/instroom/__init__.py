"""Forms of instroom: the first question, the aanmelding, spoed, and the decisions of triage."""
