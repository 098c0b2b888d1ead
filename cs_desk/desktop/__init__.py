"""What touches the operating system: clipboard, docking, input method."""
