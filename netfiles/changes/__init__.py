"""What is to be changed in files, decided before anything is written."""
