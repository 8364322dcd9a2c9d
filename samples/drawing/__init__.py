"""What draw.py draws with: one idea a file (surface, lettering, panels, boards, cartons, camera)."""
