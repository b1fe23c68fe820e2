"""What a text says, in English and in Chinese: words with their reasons, and readers that judge by them.

Readers take plain text and give plain values; they know no files, goals or findings.
"""
