"""CS Desk (客服台): the right canned reply on the clipboard, beside the Taobao chat."""

__version__ = "0.1.0"
