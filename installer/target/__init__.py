"""One application in one folder: its files, its receipt, and the transaction that changes them."""
