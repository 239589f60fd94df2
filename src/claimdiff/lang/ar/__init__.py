"""Arabic: Modern Standard Arabic as newspapers from Morocco to the Gulf write it."""
