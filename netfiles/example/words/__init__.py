"""The words that made-up vaults are put together from: tables only."""


def lines(text: str) -> tuple[str, ...]:
    """One item per line."""
    return tuple(line.strip() for line in text.strip().splitlines())


def parted(text: str, mark: str) -> tuple[str, ...]:
    """Items between marks, over as many lines as they need."""
    return tuple(" ".join(part.split()) for part in text.replace("\n", " ").split(mark) if part.strip())
