"""What goes down the line to the terminal: of what is painted, that which the terminal does not show yet."""
