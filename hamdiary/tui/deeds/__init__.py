"""What is done for a screen: ask, call a service, say what became of it; loaded when wanted."""
