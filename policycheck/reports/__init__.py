"""The report model written as CSV, JSON, HTML and XLSX; one writer per format."""
