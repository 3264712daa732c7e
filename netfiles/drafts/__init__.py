"""Letters: what they are about, what they are filled with, how they are sent. Nothing here touches anything."""
