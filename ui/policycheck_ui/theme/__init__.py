"""How the program looks: colours, icons and type, light and dark, on Qt's Fusion style."""
