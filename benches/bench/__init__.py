"""What the programs of `benches/` share. Standard library only."""
