"""Checks: pure functions from texts to what is worth a reader's attention.

- ``terms``: whether the terms of the glossary are kept
"""
