"""Findings as text for programs: one module per format, each a pure `render(findings)`.

The formats keep the order they are given, escape what their reader would misread, print nothing and open nothing.
"""
