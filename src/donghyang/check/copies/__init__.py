"""What is made of findings: marked copies (HTML, DOCX), SARIF, mended text."""
