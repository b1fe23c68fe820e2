"""Family 4: following up, what weekly notes say and what they leave out."""
