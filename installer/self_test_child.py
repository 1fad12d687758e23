"""What the self-test does in processes of their own."""


def main() -> int:
    """Nothing yet."""
    return 0
