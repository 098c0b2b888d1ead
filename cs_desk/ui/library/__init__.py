"""The supervisor's window: groups, replies and the editor of one reply."""
