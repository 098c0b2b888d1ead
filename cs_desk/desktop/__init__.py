"""What touches the operating system: clipboard, clock, input method."""
