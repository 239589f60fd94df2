"""How words combine, whatever the language: rules over categories, numbers, calendar, bounds."""
