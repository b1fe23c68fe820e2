"""Files of every kind, good ones and bad ones; each bad one has exactly one mistake."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bad:
    """A file with one mistake: its text, the type of the error, and where it is."""

    text: str
    type: str
    loc: tuple[str | int, ...]


MODELS = {
    "settings": "settings:Settings",
    "org": "org:Org",
    "cycle": "cycle:CycleFile",
    "okr": "okr:Sheet",
    "note": "note:Note",
    "retro": "retro:Retro",
    "scheme": "review:Scheme",
    "invitation": "form:Invitation",
    "form": "form:Form",
    "feedback": "form:Feedback",
    "calibration": "form:CalibrationLog",
    "library": "library:LibrarySheet",
}

GOOD: tuple[tuple[str, str], ...] = (
    ("settings", "version: 1"),
    (
        "settings",
        """
version: 1
name: Starling
language: en
timezone: Europe/Berlin
fiscal_year_start: 4
mission: Every team its own best memory
vision: 2030
strategy: [Win small teams first, Europe before Asia]
checkin: {every: two_weeks, meeting: friday, stale_after_days: 12, skip: [2026-W08, 2026-W53]}
default_kind: committed
pace: {aspirational: {at_risk: 0.10, off_track: 0.25}, committed: {at_risk: 0}}
limits: {objectives: [1, 5], key_results: [2, 4]}
approval: {default: [manager], leads: [manager, hr], sales: [manager, 王芳]}
hr: [dana]
rules: {OKR306: error, OKR3: off}
baseline: known.json
lexicon: {vague: [赋能, synergy]}
include: [../okrs, teams/apac]
""",
    ),
    ("settings", "language: zh\ntimezone: Asia/Shanghai\napproval: [manager, hr]\nstrategy: [先赢小团队, no, 12:30]"),
    ("org", "{}"),
    (
        "org",
        """
teams:
  company: {name: Starling, lead: lin}
  growth: {name: Growth, parent: company, lead: wang, aliases: [UG, 增长]}
  apollo: {parent: company, lead: alice, members: [bob, chen]}
people:
  lin: {name: Lin Yi, email: lin@starling.example, team: company, title: CEO}
  alice: {email: [alice@starling.example, a.chen@old.example], team: growth, family: product, level: 6,
          location: Berlin, joined: 2024-02-01, attributes: {contract: full_time, cost centre: 0110}}
  bob: {team: growth, manager: alice, dotted: [chen], left: 2026-02-13, away: [{from: 2026-01-19, to: 2026-01-30}]}
  kim: {team: company, external: true}
""",
    ),
    (
        "org",
        """
teams: {公司: {name: 星雀, lead: 王芳}, 增长: {parent: 公司, aliases: [用户增长]}}
people: {王芳: {name: 王芳, team: 公司, aliases: [产品主管, 芳姐], level: P8, family: 产品}}
""",
    ),
    ("cycle", "{}"),
    (
        "cycle",
        """
title: First quarter 2026
start: 2026-01-01
end: 2026-03-31
parent: "2026"
due: {sheets: 2026-01-12, scores: 2026-04-03, retro: 2026-04-10}
frozen: 2026-01-19
state: open
project: Apollo
""",
    ),
    ("cycle", "title: 2026 年第一季度\nparent: 2026\nstate: closed\ndue: {retro: 2028-02-29}"),
    ("okr", "objectives: []"),
    (
        "okr",
        """
owner: growth
objectives:
  - id: O1
    title: New teams feel at home within their first week
    kind: aspirational
    weight: 60
    why: Half of the teams that sign up never invite a second person.
    aligns_to: [company/O1/KR2, "2026:company/O1"]
    with: [design, bob]
    tags: [retention, 2026]
    key_results:
      - id: KR1
        title: Week-four retention of new workspaces rises from 31 % to 40 %
        metric: {start: 31, target: 40, unit: "%", source: https://bi.starling.example/r/17}
        weight: 50
        owner: bob
        why: Teams that stay four weeks stay for years.
        with: [design]
        due: 2026-03-31
        checkpoints: {2026-01-31: 32, 2026-02-28: 36.5}
      - {id: KR2, title: Available, keep: {min: 99.95, unit: "%"}}
      - id: KR3
        title: The new onboarding is live
        milestones:
          - {id: M1, title: Prototype tested with five teams, due: 2026-01-30}
          - {id: M2, title: Live for 10 %, due: 2026-02-20, weight: 2.5}
      - {id: KR4, title: Sales, metric: {start: 0, target: 5000000}, cascade: sum, aligns_to: [company/O2/KR1]}
      - {id: 5, title: 3, changed: [{on: 2026-02-17, because: "Target 45 → 40"}]}
      - {id: KR6, title: All of theirs, cascade: mean}
  - {id: O2, title: Partners, dropped: {on: 2026-02-10, because: Partner left the market}}
approvals:
  - {by: lin, as: manager, on: 2026-01-12, digest: 4f1c}
""",
    ),
    (
        "okr",
        """
objectives:
  - id: O1
    title: 让新团队在第一周就离不开我们
    kind: committed
    aligns_to: [公司/O1]
    with: [设计, 王芳]
    key_results:
      - {id: KR1, title: 流失率从 12 % 降到 4 %, metric: {start: 12, target: -4.5e-1, unit: 个}, weight: 0}
      - {id: KR2, title: 服务全年可用率保持在 99.95 % 以上, keep: {max: 24, unit: 小时, source: 看板}}
""",
    ),
    ("note", "{}"),
    (
        "note",
        """
author: alice
week: 2026-W08
updates:
  - kr: growth/O1/KR1
    value: 34.5
    status: on_track
    confidence: 7
    progress: Two of three experiments won; the checklist alone adds 1.9 points.
    risks:
      - {risk: The mail provider throttles us, need: A second provider by March, from: [bob], id: mail}
      - Two people are ill
      - 404
    next:
      - {what: Ship the checklist to all, owner: alice, due: 2026-02-27, id: 7}
    evidence: [alice/funnel.png, https://bi.starling.example/r/17]
  - {kr: O1/KR3, reached: [M1]}
  - {kr: O1/KR3, reached: {M1: {on: 2026-02-18, quality: "Five teams, no help needed"}, M2: {}}}
  - {kr: O1, percent: 65, confidence: 7.5, status: paused}
other:
  - {title: Trade fair in Hanover, progress: Booth booked, risks: [], next: [], escalate: true}
thanks: [{to: bob, for: Rebuilt the import over the weekend}]
done: [2026-W07/alice/1, 2026-W07/alice/n1, 2026-W07/王芳/mail]
""",
    ),
    (
        "note",
        """
updates:
  - {kr: 增长/O1/KR1, value: -3, progress: 三个实验赢了两个, risks: [邮件服务商限流, {risk: 缺人, from: [王芳]}]}
other: [{title: 汉诺威展会, escalate: false}]
""",
    ),
    ("retro", "{}"),
    (
        "retro",
        """
owner: growth
scores:
  - kr: O1/KR1
    score: 0.7
    completion: 0.83
    difficulty: harder
    effort: high
    because: Provider outage cost two weeks; the checklist still carried it.
    cause: resources
    next: carry
    reply: "Agreed; plan the second provider first."
  - {objective: O2, score: 1}
went_well: [Weekly reading]
to_improve: [Late numbers]
lessons: [Ask earlier]
next_cycle: [Fewer goals]
""",
    ),
    ("retro", "scores: [{kr: O1/KR1, score: 0, cause: market, next: drop}]\nlessons: [早点求助, 少即是多]"),
    (
        "scheme",
        """
title: First half 2026
start: 2026-01-01
end: 2026-06-30
cycles: [2026-Q1, 2026]
profile: explore
profiles: {sales: metric}
scale:
  - {grade: D, means: Well below what the role expects}
  - {grade: 3.5, means: Meets, points: 3.5}
  - {grade: S}
dimensions:
  - {id: performance, name: Performance, weight: 70, asks: Output against what the role expects}
  - {id: commitment, name: Commitment, weight: 0, for: [peer, report]}
  - {id: growth, name: Growth, grade: false, asks: What is next}
overall: manager
expectations: {product: {P6: Owns a feature, 8: Owns a line}}
context: {sales: A ban closed two channels in May}
eligible: {joined_by: 2026-03-31}
exclude: [{who: kim, because: Parental leave since February}]
org_as_of: 2026-06-30
invite: {min: 3, max: 8, by: [reviewee, manager, hr], relations: [peer, cross_team, report]}
letter: {show: [grade, dimensions, manager, peer_means]}
privacy: {mean: 3, spread: 5, group: 5}
guidance: {S: [0, 10], A: [0, 30.5]}
outputs: {max: 5}
deadlines: {self: 2026-07-03, invitations: 2026-07-05, reviews: 2026-07-12, manager: 2026-07-17,
            calibration: 2026-07-24, feedback: 2026-07-31, appeal: 2026-08-07}
""",
    ),
    (
        "scheme",
        """
start: 2026-01-01
end: 2026-06-30
scale: [{grade: 待改进}, {grade: 符合预期, means: 达到角色预期}, {grade: 超出预期}]
dimensions: [{id: 业绩, name: 工作产出}]
overall: 业绩
expectations: {产品: {P6: 独立负责一个功能}}
""",
    ),
    ("invitation", "reviewers: []"),
    (
        "invitation",
        """
reviewee: alice
reviewers:
  - {who: bob, relation: peer, by: system, because: Works on growth/O1/KR1 with alice}
  - {who: chen, relation: cross_team, by: alice}
  - {who: 王芳}
""",
    ),
    ("invitation", "reviewers: [{who: 李雷, relation: skip_report, because: 一起做了增长项目}]"),
    ("form", "{}"),
    (
        "form",
        """
reviewee: alice
reviewer: alice
status: submitted
ratings:
  performance: {grade: A, well: Took the funnel from 31 % to 38 %, improve: Share the method earlier}
  values: {grade: unknown}
  growth: {well: Asked for help}
outputs:
  - {what: Onboarding, impact: 38 %, role: lead, stage: live, okr: ["2026-Q1:alice/O1"], confidential: Bluebird}
summary: Above the role's expectation
grade: 5
""",
    ),
    (
        "form",
        "status: declined\ndeclined_because: 这半年没有合作过\nratings: {业绩: {grade: 符合预期, well: 上线了新引导}}",
    ),
    ("feedback", "{}"),
    (
        "feedback",
        """
reviewee: alice
evaluation: Well done
short_term: Share earlier
long_term: Lead a line
talked: {on: 2026-07-29, by: wang}
agreed: [{what: Leads the pricing experiment, due: 2026-09-30}, {what: Reads}]
employee_says: Thanks
acknowledged: 2026-07-30
appeal: {on: 2026-08-03, because: The second half was not looked at}
""",
    ),
    ("feedback", "evaluation: 扎实\ntalked: {on: 2026-07-29, by: 王芳}\nagreed: [{what: 主导定价实验}]"),
    ("calibration", "{}"),
    (
        "calibration",
        """
decisions:
  - {who: alice, from: A, to: B, by: lin, level: company, on: 2026-07-22, because: Same output as bob in P6}
  - {who: bob, keep: A, by: wang, level: growth, on: 2026-07-20}
  - {who: chen, dimension: performance, from: 3, to: 4.5, by: wang, level: growth, on: 2026-07-20, because: Impact}
locked: 2026-07-25
""",
    ),
    ("calibration", "decisions: [{who: 王芳, keep: 符合预期, by: 林一, level: 公司, on: 2026-07-20}]"),
    (
        "library",
        """
function: sales
industry: software
levels: [manager, P6]
cycle: quarter
objectives:
  - title: Small teams buy without ever talking to us
    kind: committed
    key_results:
      - {title: 30 contracts signed, metric: {start: 0, target: 30, unit: contracts}}
      - {id: KR2, title: Answers within a day, keep: {max: 24}, weight: 30, why: Speed sells}
""",
    ),
    ("library", "function: 销售\nlevels: [6]\nobjectives: [{title: 打下第一个标杆行业, tags: [标杆]}]"),
)

_KR = "objectives: [{id: O1, title: t, key_results: [{id: KR1, title: t, %s}]}]"
_KR_LOC = ("objectives", 0, "key_results", 0)
_SCHEME = "{start: 2026-01-01, end: 2026-06-30, scale: [{grade: A}], dimensions: [{id: d}]%s}"
_DECISION = "decisions: [{who: a, by: b, level: c, on: 2026-07-20%s}]"

BAD: tuple[tuple[str, Bad], ...] = (
    ("settings", Bad("nmae: x", "extra_forbidden", ("nmae",))),
    ("settings", Bad("language: de", "literal_error", ("language",))),
    ("settings", Bad("fiscal_year_start: 13", "okr_range", ("fiscal_year_start",))),
    ("settings", Bad("fiscal_year_start: '4'", "okr_form", ("fiscal_year_start",))),
    ("settings", Bad("checkin: {skip: [2026-W60]}", "okr_range", ("checkin", "skip", 0))),
    ("settings", Bad("checkin: {stale_after_days: 2.5}", "okr_form", ("checkin", "stale_after_days"))),
    ("settings", Bad("checkin: {stale_after_days: 0}", "okr_range", ("checkin", "stale_after_days"))),
    ("settings", Bad("checkin: weekly", "model_type", ("checkin",))),
    ("settings", Bad("pace: {committed: {at_risk: 5}}", "okr_range", ("pace", "committed", "at_risk"))),
    ("settings", Bad("limits: {objectives: [1]}", "okr_form", ("limits", "objectives"))),
    ("settings", Bad("limits: {objectives: 5}", "okr_form", ("limits", "objectives"))),
    ("settings", Bad("limits: {objectives: [1, 2.5]}", "okr_form", ("limits", "objectives"))),
    ("settings", Bad("approval: manager", "okr_form", ("approval",))),
    ("settings", Bad("approval: [the boss]", "okr_form", ("approval", "list", 0))),
    ("settings", Bad("approval: {sales: manager}", "tuple_type", ("approval", "mapping", "sales"))),
    ("settings", Bad("rules: {OKR306: fatal}", "literal_error", ("rules", "OKR306"))),
    ("settings", Bad("hr:", "tuple_type", ("hr",))),
    ("settings", Bad("mission:", "okr_form", ("mission",))),
    ("settings", Bad("timezone: 1", "okr_form", ("timezone",))),
    ("org", Bad("people: {a b: {team: x}}", "okr_form", ("people", "a b", "[key]"))),
    ("org", Bad("people: {a: {}}", "missing", ("people", "a", "team"))),
    ("org", Bad("people: {a: {team: x, email: nobody}}", "okr_form", ("people", "a", "email", 0))),
    ("org", Bad("people: {a: {team: x, email: {work: a@b}}}", "okr_form", ("people", "a", "email", 0))),
    ("org", Bad("people: {a: {team: x, joined: 01.02.2024}}", "okr_form", ("people", "a", "joined"))),
    ("org", Bad("people: {a: {team: x, external: yes}}", "okr_form", ("people", "a", "external"))),
    ("org", Bad("people: {a: {team: x, away: [{from: 2026-01-19}]}}", "missing", ("people", "a", "away", 0, "to"))),
    ("org", Bad("teams: {a: {lead: [x]}}", "okr_form", ("teams", "a", "lead"))),
    ("org", Bad("teams: {a: {led: x}}", "extra_forbidden", ("teams", "a", "led"))),
    ("org", Bad("teams: [a]", "dict_type", ("teams",))),
    ("org", Bad("teams:", "dict_type", ("teams",))),
    ("cycle", Bad("start: 2026-02-30", "okr_range", ("start",))),
    ("cycle", Bad("start: 2026-1-1", "okr_form", ("start",))),
    ("cycle", Bad("start: 0001-01-01", "okr_range", ("start",))),
    ("cycle", Bad("start: 2026", "okr_form", ("start",))),
    ("cycle", Bad("state: running", "literal_error", ("state",))),
    ("cycle", Bad("due: 2026-01-12", "model_type", ("due",))),
    ("cycle", Bad("due: {score: 2026-01-12}", "extra_forbidden", ("due", "score"))),
    ("cycle", Bad("parent: first quarter", "okr_form", ("parent",))),
    ("cycle", Bad("title: '  '", "okr_form", ("title",))),
    ("okr", Bad("owner: a", "missing", ("objectives",))),
    ("okr", Bad("objectives: [{id: O1, title: ''}]", "okr_form", ("objectives", 0, "title"))),
    ("okr", Bad("objectives: [{id: O1, title: t, with_: [a]}]", "extra_forbidden", ("objectives", 0, "with_"))),
    ("okr", Bad("objectives: [{id: O1, title: t, kind: big}]", "literal_error", ("objectives", 0, "kind"))),
    ("okr", Bad("objectives: [{id: O 1, title: t}]", "okr_form", ("objectives", 0, "id"))),
    ("okr", Bad("objectives: [{title: t}]", "missing", ("objectives", 0, "id"))),
    ("okr", Bad("objectives: [O1]", "model_type", ("objectives", 0))),
    ("okr", Bad(_KR % "weight: 101", "okr_range", (*_KR_LOC, "weight"))),
    ("okr", Bad(_KR % "weight: '50'", "okr_form", (*_KR_LOC, "weight"))),
    ("okr", Bad(_KR % "weight: 50 %", "okr_form", (*_KR_LOC, "weight"))),
    ("okr", Bad(_KR % "weight: true", "okr_form", (*_KR_LOC, "weight"))),
    ("okr", Bad(_KR % "metric: {start: 1}", "missing", (*_KR_LOC, "metric", "target"))),
    ("okr", Bad(_KR % "metric: 5", "model_type", (*_KR_LOC, "metric"))),
    ("okr", Bad(_KR % "metric:", "model_type", (*_KR_LOC, "metric"))),
    ("okr", Bad(_KR % "milestones: [{id: M, title: t, weight: -1}]", "okr_range", (*_KR_LOC, "milestones", 0, "weight"))),  # noqa: E501
    ("okr", Bad(_KR % "aligns_to: company/O1", "tuple_type", (*_KR_LOC, "aligns_to"))),
    ("okr", Bad(_KR % "aligns_to: [a/b/c/d]", "okr_form", (*_KR_LOC, "aligns_to", 0))),
    ("okr", Bad(_KR % "checkpoints: {January: 3}", "okr_form", (*_KR_LOC, "checkpoints", "January", "[key]"))),
    ("okr", Bad(_KR % "checkpoints: {2026-02-30: 3}", "okr_range", (*_KR_LOC, "checkpoints", "2026-02-30", "[key]"))),
    ("okr", Bad(_KR % "dropped: {on: 2026-02-10}", "missing", (*_KR_LOC, "dropped", "because"))),
    ("okr", Bad(_KR % "cascade: max", "literal_error", (*_KR_LOC, "cascade"))),
    ("note", Bad("week: 8", "okr_form", ("week",))),
    ("note", Bad("week: 2026-W00", "okr_range", ("week",))),
    ("note", Bad("updates: [{value: 3}]", "missing", ("updates", 0, "kr"))),
    ("note", Bad("updates: [{kr: O1/KR1, value: 34 %}]", "okr_form", ("updates", 0, "value"))),
    ("note", Bad("updates: [{kr: O1/KR1, confidence: 11}]", "okr_range", ("updates", 0, "confidence"))),
    ("note", Bad("updates: [{kr: O1/KR1, percent: -1}]", "okr_range", ("updates", 0, "percent"))),
    ("note", Bad("updates: [{kr: O1/KR1, status: green}]", "literal_error", ("updates", 0, "status"))),
    ("note", Bad("updates: [{kr: O1/KR1, reached: M1}]", "okr_form", ("updates", 0, "reached"))),
    ("note", Bad("updates: [{kr: O1/KR1, reached: [M 1]}]", "okr_form", ("updates", 0, "reached", "list", 0))),
    (
        "note",
        Bad("updates: [{kr: O1, reached: {M1: {}, M2: x}}]", "model_type", ("updates", 0, "reached", "mapping", "M2")),
    ),
    ("note", Bad("updates: [{kr: O1/KR1, risks: [[a]]}]", "okr_form", ("updates", 0, "risks", 0))),
    ("note", Bad("updates: [{kr: O1/KR1, risks: [~]}]", "okr_form", ("updates", 0, "risks", 0))),
    ("note", Bad("updates: [{kr: O1/KR1, risks: ['']}]", "okr_form", ("updates", 0, "risks", 0, "risk"))),
    ("note", Bad("updates: [{kr: O1/KR1, risks: [{need: x}]}]", "missing", ("updates", 0, "risks", 0, "risk"))),
    ("note", Bad("updates: [{kr: O1/KR1, next: [ship]}]", "model_type", ("updates", 0, "next", 0))),
    ("note", Bad("other: [{progress: x}]", "missing", ("other", 0, "title"))),
    ("note", Bad("other: [{title: x, kr: O1}]", "extra_forbidden", ("other", 0, "kr"))),
    ("note", Bad("thanks: [{to: bob}]", "missing", ("thanks", 0, "for"))),
    ("note", Bad("done: [alice/1]", "okr_form", ("done", 0))),
    ("note", Bad("done: [2026-W07/alice]", "okr_form", ("done", 0))),
    ("retro", Bad("scores: [{kr: O1/KR1, score: 7}]", "okr_range", ("scores", 0, "score"))),
    ("retro", Bad("scores: [{kr: O1/KR1, score: '0.7'}]", "okr_form", ("scores", 0, "score"))),
    ("retro", Bad("scores: [{kr: O1/KR1, difficulty: hard}]", "literal_error", ("scores", 0, "difficulty"))),
    ("retro", Bad("scores: [{kr: /KR1}]", "okr_form", ("scores", 0, "kr"))),
    ("retro", Bad("scores: {O1/KR1: 0.7}", "tuple_type", ("scores",))),
    ("retro", Bad("went_well: everything", "tuple_type", ("went_well",))),
    ("retro", Bad("lesson: [x]", "extra_forbidden", ("lesson",))),
    ("scheme", Bad("{start: 2026-01-01, end: 2026-06-30, scale: []}", "missing", ("dimensions",))),
    ("scheme", Bad(_SCHEME % ", profile: strict", "literal_error", ("profile",))),
    ("scheme", Bad(_SCHEME % ", guidance: {S: [0, 101]}", "okr_range", ("guidance", "S"))),
    ("scheme", Bad(_SCHEME % ", guidance: {S: 10}", "okr_form", ("guidance", "S"))),
    ("scheme", Bad(_SCHEME % ", privacy: {mean: 0}", "okr_range", ("privacy", "mean"))),
    ("scheme", Bad(_SCHEME % ", privacy: {mean: three}", "okr_form", ("privacy", "mean"))),
    ("scheme", Bad(_SCHEME % ", invite: {relations: [friend]}", "literal_error", ("invite", "relations", 0))),
    ("scheme", Bad(_SCHEME % ", deadlines: {self_: 2026-07-03}", "extra_forbidden", ("deadlines", "self_"))),
    ("scheme", Bad(_SCHEME % ", expectations: {product: P6}", "dict_type", ("expectations", "product"))),
    ("scheme", Bad(_SCHEME % ", letter: {show: [score]}", "literal_error", ("letter", "show", 0))),
    ("invitation", Bad("{}", "missing", ("reviewers",))),
    ("invitation", Bad("reviewers: [bob]", "model_type", ("reviewers", 0))),
    ("invitation", Bad("reviewers: [{relation: peer}]", "missing", ("reviewers", 0, "who"))),
    ("invitation", Bad("reviewers: [{who: bob, relation: friend}]", "literal_error", ("reviewers", 0, "relation"))),
    ("invitation", Bad("reviewers: [{who: '@bob'}]", "okr_form", ("reviewers", 0, "who"))),
    ("invitation", Bad("reviewers: [{who: bob, why: x}]", "extra_forbidden", ("reviewers", 0, "why"))),
    ("form", Bad("status: done", "literal_error", ("status",))),
    ("form", Bad("ratings: {performance: A}", "model_type", ("ratings", "performance"))),
    ("form", Bad("ratings: {performance: {grade: [A]}}", "okr_form", ("ratings", "performance", "grade"))),
    ("form", Bad("ratings: {performance: {good: x}}", "extra_forbidden", ("ratings", "performance", "good"))),
    ("form", Bad("outputs: [{impact: x}]", "missing", ("outputs", 0, "what"))),
    ("form", Bad("outputs: [{what: x, okr: [a:b:c]}]", "okr_form", ("outputs", 0, "okr", 0))),
    ("feedback", Bad("talked: {on: 2026-07-29}", "missing", ("talked", "by"))),
    ("feedback", Bad("talked: true", "model_type", ("talked",))),
    ("feedback", Bad("acknowledged: yes", "okr_form", ("acknowledged",))),
    ("feedback", Bad("agreed: [{what: x, due: soon}]", "okr_form", ("agreed", 0, "due"))),
    ("feedback", Bad("appeal: {on: 2026-13-01, because: x}", "okr_range", ("appeal", "on"))),
    ("feedback", Bad("grade: A", "extra_forbidden", ("grade",))),
    ("calibration", Bad("decisions: [{who: a, by: b, level: c}]", "missing", ("decisions", 0, "on"))),
    ("calibration", Bad(_DECISION % ", from_: A", "extra_forbidden", ("decisions", 0, "from_"))),
    ("calibration", Bad(_DECISION % ", to: ", "okr_form", ("decisions", 0, "to"))),
    ("calibration", Bad(_DECISION % ", because: ''", "okr_form", ("decisions", 0, "because"))),
    ("calibration", Bad("locked: 25.07.2026", "okr_form", ("locked",))),
    ("library", Bad("function: sales", "missing", ("objectives",))),
    ("library", Bad("objectives: [{kind: committed}]", "missing", ("objectives", 0, "title"))),
    ("library", Bad("objectives: [{title: t, kind: hard}]", "literal_error", ("objectives", 0, "kind"))),
    ("library", Bad("{levels: P6, objectives: []}", "tuple_type", ("levels",))),
    ("library", Bad("objectives: [{title: t, key_results: [{title: ~}]}]", "okr_form",
                    ("objectives", 0, "key_results", 0, "title"))),
)  # fmt: skip
