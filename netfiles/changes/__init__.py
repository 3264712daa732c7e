"""What commands are going to change, decided without touching anything: from what is known to a plan."""
