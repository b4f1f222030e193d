"""Files for whoever runs Hexapla for a team, to be copied and adapted.

- ``nginx.conf``: TLS, sign-in by the proxy, sticky sessions over several servers
- ``hexapla@.service``: one server a port, as a systemd unit
"""
