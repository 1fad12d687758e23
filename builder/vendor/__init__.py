"""`engine-builder`, the application vendor's tool. No end user's run imports this room."""
