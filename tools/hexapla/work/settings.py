"""The one way to change the settings of an edition: on the desk first, then in the folder."""

from collections.abc import Callable

from hexapla.folder import settings as settings_file
from hexapla.model.edition import Settings
from hexapla.work.edition import SETTINGS, Edition


def change(edition: Edition, how: Callable[[Settings], Settings], *, write: bool = True) -> None:
    """Change the settings of this moment, one writer at a time, and write edition.toml where there is a folder.

    Rights are asked for by whoever calls. The settings that ``how`` gets are those of the desk now, not those that
    this process last read. Without ``write`` the folder is left for the next sync (for callers that hold it).
    """
    from hexapla.work.sync import settings as syncing

    with edition.desk.lock(syncing.LOCK):
        edition.renew()
        old = edition.desk.document(SETTINGS) or b""
        new = how(edition.settings)
        if new != edition.settings or not old:
            edition.desk.put_document(SETTINGS, settings_file.render(new, old))
            edition.renew()
    if write and edition.root:
        with edition.desk.lock("folder"):
            syncing.sync(edition, edition.root)
