"""What the tests stand on: databases, the application, a browser. No test lives here."""
