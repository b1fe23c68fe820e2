"""What the words of closed lists mean: editors show it beside each word they offer."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

_LISTS: tuple[dict[str, str], ...] = (
    {"en": "English.", "zh": "Chinese (中文)."},
    {
        "week": "A note every week (周报).",
        "two_weeks": "Every two weeks, counted from the cycle's first week (双周报).",
        "month": "Every month (月报).",
    },
    {
        "monday": "周一",
        "tuesday": "周二",
        "wednesday": "周三",
        "thursday": "周四",
        "friday": "周五",
        "saturday": "周六",
        "sunday": "周日",
    },
    {
        "error": "The data cannot be trusted; `validate` fails.",
        "warning": "A mistake in the practice; `validate --strict` fails.",
        "advice": "Worth a thought; nothing fails.",
        "off": "Not reported.",
    },
    {
        "committed": "Must be reached (使命必达); changed only by open agreement.",
        "aspirational": "Explores (愿景/挑战); 0.7 is a good result.",
    },
    {
        "sum": "Adds up the values of their metrics; beside a metric of the same unit.",
        "mean": "The weighted mean of their progress; without a metric.",
    },
    {"planned": "Being set.", "open": "Followed up weekly.", "closed": "Scored and looked back on."},
    {
        "on_track": "🟢 As planned.",
        "at_risk": "🟡 Behind or threatened: needs attention, still in reach.",
        "off_track": "🔴 Will miss as it goes: help or a decision is needed.",
        "done": "Reached.",
        "paused": "Not worked on for now.",
    },
    {
        "easier": "Easier than thought when the goal was set.",
        "expected": "As hard as thought.",
        "harder": "Harder than thought: the market or others ran against us.",
    },
    {
        "low": "Luck or others' help did most of it.",
        "expected": "As much as planned.",
        "high": "Our own work, more than planned, and repeatable.",
    },
    {
        "goal": "The goal itself: wrong, too high, unclear.",
        "method": "The way we went about it.",
        "collaboration": "Working with others.",
        "resources": "People, money or time that were not there.",
        "priority": "Something else came first.",
        "market": "The market or customers changed.",
    },
    {
        "carry": "Goes on as it is.",
        "revise": "Goes on with another target, measure or method.",
        "drop": "Ends here.",
    },
    {
        "explore": "Hard to predict: real output against what the role expects; completion is never looked at.",
        "commit": "Committed goals, and value beyond them.",
        "metric": "Core metrics, with the circumstances that explain them.",
        "execute": "Milestones and quality of execution.",
    },
    {
        "self": "The reviewee.",
        "manager": "The manager.",
        "skip_manager": "The manager's manager.",
        "dotted_manager": "A manager by dotted line.",
        "former_manager": "Who was the manager earlier in the period.",
        "peer": "Has the same manager.",
        "cross_team": "Works in another team.",
        "report": "Reports to the reviewee.",
        "skip_report": "Reports to somebody who reports to the reviewee.",
        "external": "A customer or partner.",
        "other": "None of these.",
    },
    {"reviewee": "The reviewee may invite.", "manager": "The manager may invite.", "hr": "HR may invite."},
    {
        "grade": "The final grade.",
        "dimensions": "Grades by dimension.",
        "manager": "The manager's words.",
        "self": "One's own review.",
        "peer_means": "Means of the others' grades, where there are enough.",
        "peer_text": "The others' words, where there are enough.",
    },
    {
        "draft": "Not to be read yet.",
        "submitted": "Done; only these count.",
        "declined": "Cannot judge this person.",
    },
)
_BY_WORDS: Mapping[tuple[str, ...], dict[str, str]] = MappingProxyType({tuple(words): words for words in _LISTS})


def meanings(words: Sequence[str]) -> list[str]:
    """What each word of a closed list means, in the order of the list."""
    known = _BY_WORDS[tuple(words)]
    return [known[word] for word in words]
