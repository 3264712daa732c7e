"""What is known, in other people's formats."""
