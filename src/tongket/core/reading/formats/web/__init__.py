"""Web pages: the article among the menus, block by block."""
