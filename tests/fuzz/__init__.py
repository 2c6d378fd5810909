"""Random promise programs, under Node and translated under Python: the traces must agree."""
