"""How wide the figures of the core analyses stand in their panels, as their templates say."""

PLACED = {
    "dupont_roe/change": 5,
    "five_forces/radar": 5,
    "pest/map": 5,
    "pest/balance": 5,
    "problem_types/gap": 7,
}
"""How many of twelve columns a figure has: painted in another width, before its panel is there, it would be drawn twice."""
