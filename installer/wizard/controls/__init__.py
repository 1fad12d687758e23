"""The wizard's own controls, which take colors and sizes from its theme and follow its changes."""
