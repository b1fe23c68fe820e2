"""An objective that supports a goal of a cycle that does not overlap its own.

## What it does

Compares the cycle of each goal with the cycle of what it supports. They must have a day in common: a quarter and its
year, a project and the quarters it runs through. An address without a cycle means the cycle of the sheet.

## Why it matters

A goal whose time is over, or has not begun, cannot be supported now: nobody follows it up, and what is done here
changes nothing there. Mostly the address was copied with last quarter's sheet.

## How to mend

Support the goal that took its place in this cycle, or the goal of the year: `2026:company/O1`.

---

目标承接的是另一段时间的目标。

## 检查什么

比较每个目标的周期和它承接的目标的周期，两个周期至少要有一天重叠：季度与所在年度，项目与它跨越的季度。
地址里不写周期，就是指本表的周期。

## 为什么重要

已经结束或还没开始的目标，现在没法支撑：没有人在跟进，这里做得再好也不会算到那里。
多半是从上季度的表里直接复制过来的。

## 如何修改

改为承接本周期里接替它的目标，或者年度目标：2026:公司/O1。
"""

from collections.abc import Iterator

from okrctl.diagnostics.diagnostic import Diagnostic, found
from okrctl.diagnostics.rule import Example, Rule, Severity, chinese, english
from okrctl.language import Bilingual
from okrctl.rules.context import Context
from okrctl.rules.structure.live import live_links, overlaps
from okrctl.workspace.index import Cycle

_ALICE = """\
objectives:
  - id: O1
    title: The first search of a new team finds something
    aligns_to: [{address}]
    key_results:
      - {{id: KR1, title: Searches that end in an opened page rise from 52 % to 70 %}}
      - {{id: KR2, title: Three of four teams search again in week two}}
"""
