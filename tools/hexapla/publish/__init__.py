"""Publishing: pure functions from a ``model.parallel.ParallelEdition`` to the bytes of files, one folder a format."""
