READER_ROUTES: list = []
