"""What PDFium shows of a page: letters, lines and pictures, as whole numbers."""
