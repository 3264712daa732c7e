"""What follows from the network, given today: pure functions, each answer with its reason."""
