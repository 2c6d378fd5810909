"""What runs programs and compares them: the oracle is Node, or its recorded output."""
