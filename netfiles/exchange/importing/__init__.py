"""What an import is going to do, decided before anything is written."""
