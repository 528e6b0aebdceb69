"""What moves the customer from outside: PEST and the competitive forces."""
