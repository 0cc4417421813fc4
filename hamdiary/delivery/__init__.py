"""How a reminder reaches a person: the desktop, the terminal, a phone, a calendar, a timetable."""
