"""Numbers about OKRs: progress, pace, roll-up, alignment rate (chapter 3), each with the steps that lead to it.

Functions over frozen records; the day is always a parameter. No files, no judgement, no rendering of documents.
"""
