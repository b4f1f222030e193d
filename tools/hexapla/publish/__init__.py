"""Publishing: pure functions from a ``ParallelEdition`` to the bytes of files, one folder a format."""
