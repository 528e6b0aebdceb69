"""How a table lies: periods, orientation, companies."""
