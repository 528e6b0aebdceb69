"""All frameworks, by key, in the order in which an analysis goes through them."""

from __future__ import annotations

from accountkit.methods.environment import five_forces, pest
from accountkit.methods.framework import Framework
from accountkit.methods.motives import motive_assessment
from accountkit.methods.numbers import dupont_roe
from accountkit.methods.problems import problem_types

REGISTRY: dict[str, Framework] = {
    module.FRAMEWORK.key: module.FRAMEWORK
    for module in (pest, five_forces, dupont_roe, problem_types, motive_assessment)
}
