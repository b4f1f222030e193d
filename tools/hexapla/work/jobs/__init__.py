"""Jobs: work over 200 ms runs in one worker process a server, so that saving stays fast meanwhile.

- ``kinds``: one file a kind of work; a new one joins by being there
- ``steps``: how a kind tells how far it is, and is told to stop
- ``worker``: the process that does the work; ``hire``: the server's side of it
"""
