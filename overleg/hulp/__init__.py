"""The handleiding inside the application: its pages, and which part belongs to which screen."""
