"""The Streamlit door: pages, components and one JSON route; it calls ``hexapla.work`` and speaks ``hexapla.model``.

- ``server``: one process, one edition: Streamlit's ASGI application with our routes beside it
- ``serving``: what the pages and the route share while the server runs
- ``route``: the JSON route that the components talk to; ``tokens``: how it knows who is talking
- ``hosts``: the names that the server answers to
- ``static``: our ES modules and styles, under a name that changes with their content
- ``surface``: how a page mounts a component
- ``views``: one file a page (a folder named ``pages`` would make Streamlit build a menu of its own)
- ``client``: the browser's side, plain ES modules
"""
