"""What a change would be worth: levers, scenarios, and how well they stand up."""
