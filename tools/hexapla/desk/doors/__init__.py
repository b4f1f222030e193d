"""The parts of the one door to the desk, a class a subject: ``desk.people``, ``desk.jobs`` and so on.

Each method is one transaction; rights are asked for in ``work``.
"""
