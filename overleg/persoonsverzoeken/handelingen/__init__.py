"""What people do with requests of persons: one function per verb."""
