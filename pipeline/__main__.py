"""`python -m pipeline` and the command `plainleaf`."""

from __future__ import annotations


def main() -> None:
    """Run the command line; exits the process."""
    from pipeline.cli import run

    run()


if __name__ == "__main__":
    main()
