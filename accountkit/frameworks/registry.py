"""All frameworks, by key, in the order in which an analysis goes through them."""

from __future__ import annotations

from accountkit.frameworks import dupont_roe, five_forces, motive_assessment, pest, problem_types
from accountkit.frameworks.framework import Framework

REGISTRY: dict[str, Framework] = {
    module.FRAMEWORK.key: module.FRAMEWORK
    for module in (pest, five_forces, dupont_roe, problem_types, motive_assessment)
}
