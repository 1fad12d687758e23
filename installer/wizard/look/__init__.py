"""How the wizard looks: colors as roles, sizes and fonts, icons, motion, and the one theme that follows the system."""
