"""Which claims answer one question, and whether their answers can all be true."""
