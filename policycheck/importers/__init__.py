"""A file becomes an ImportedDocument; one module per format."""
