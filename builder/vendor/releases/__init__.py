"""What a release means for those who have the one before it: the engines that they build again, and why."""
