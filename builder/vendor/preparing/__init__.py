"""Models prepared for fp16 and bf16, with proof of what that does to their answers."""
