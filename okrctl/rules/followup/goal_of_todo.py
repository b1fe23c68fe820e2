"""Which goal a to-do belongs to."""

from okrctl.alignment.goals import GoalKey, Missing
from okrctl.rules.context import Context
from okrctl.workspace.todos import Todo


def goal_of(context: Context, todo: Todo) -> GoalKey | None:
    """The goal of the update in which a to-do or need stands; None under `other`, and where the address names none."""
    name, number = todo.steps[0], todo.steps[1]
    if name != "updates" or not isinstance(number, int):
        return None
    goal = context.graph.reported[todo.key.note][number]
    return None if isinstance(goal, Missing) else goal
