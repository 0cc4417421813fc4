"""What there is to do tonight and what should ring now: one module and one class per reminder."""
