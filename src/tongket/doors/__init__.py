"""The doors: translate, call once, translate back."""
