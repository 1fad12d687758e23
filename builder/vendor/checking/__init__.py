"""`engine-builder check`: what every target makes of every model, really built. No report claims more than that."""
