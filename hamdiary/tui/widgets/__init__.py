"""The widgets of which every view is made."""
