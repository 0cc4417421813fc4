"""What `?` says of each screen: one module a screen, found by its name, nothing but words."""
